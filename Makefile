# The words that CI says too. `make` does what a contributor runs before a commit.
GO ?= go
export CGO_ENABLED ?= 0

.PHONY: all fmt vet lint generate test demo check build serve fuzz golden eval suites bench clean

all: fmt vet lint test

fmt:        ## rewrite what gofmt would write otherwise
	gofmt -w $$(git ls-files '*.go')

vet:
	$(GO) vet ./...

lint:       ## staticcheck, pinned in go.mod
	$(GO) tool staticcheck ./...

generate:   ## the command's documentation from its usage text
	$(GO) generate ./...

test:
	$(GO) test ./...

golden:     ## rewrite golden files; read the diff before you commit it
	$(GO) test ./content/... ./crawler/... ./index/... ./site/... -update

demo:
	$(GO) run ./cmd/casebook demo

fuzz:       ## a minute for each fuzz target
	@for p in $$($(GO) list ./...); do for f in $$($(GO) test -list '^Fuzz' $$p | grep ^Fuzz); do \
	  echo "$$p $$f"; $(GO) test -run '^$$' -fuzz "^$$f$$" -fuzztime 60s -fuzzminimizetime 10x $$p || exit 1; done; done

# Measurements over material that is not part of the project: SHARED names its folder.
SHARED ?= ../shared

eval:       ## accuracy, field by field, on hand-labelled documents
	@test -d $(SHARED)/corpus || { echo "make eval: no labelled documents at $(SHARED)/corpus; set SHARED"; exit 1; }
	$(GO) run ./cmd/casebook extract --json $(SHARED)/corpus/*/*.txt > /tmp/casebook-predictions.jsonl
	python3 $(SHARED)/eval/score.py $(SHARED)/corpus/labels.jsonl /tmp/casebook-predictions.jsonl --texts $(SHARED)/corpus

suites:     ## pages and PDFs of other people: main text, hostile files, words
	@if test -d $(SHARED)/suites; then \
	  dir=$$(mktemp -d) && trap 'rm -rf $$dir' EXIT && \
	  CASEBOOK_SHARED=$(abspath $(SHARED)) CASEBOOK_PREDICTIONS=$$dir/casebook.json $(GO) test -count=1 -run '^TestSuite' -v ./crawler/text && \
	  python3 $(SHARED)/suites/articles/score.py $(SHARED)/suites/articles/ground-truth.json $$dir/casebook.json; \
	else echo "make suites: skipped: no suites at $(SHARED)/suites; set SHARED"; fi

bench:      ## the benchmarks of every package
	$(GO) test -run '^$$' -bench . -benchmem ./...

clean:
	rm -rf casebook casebook-demo public archive
