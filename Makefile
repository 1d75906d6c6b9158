# The words that CI says too. `make` does what a contributor runs before a commit.
GO ?= go
export CGO_ENABLED ?= 0

.PHONY: all fmt vet lint generate test demo check build serve fuzz golden eval suites suite-robots suite-url suite-warc suite-guard bench clean

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
	  echo "$$p $$f"; $(GO) test -run '^$$' -fuzz "^$$f$$" -fuzztime 60s $$p || exit 1; done; done

# Measurements over material that is not part of the project: SHARED names its folder.
SHARED ?= ../shared

eval:       ## accuracy, field by field, on hand-labelled documents
	@test -d $(SHARED)/corpus || { echo "make eval: no labelled documents at $(SHARED)/corpus; set SHARED"; exit 1; }
	$(GO) run ./cmd/casebook extract --json $(SHARED)/corpus/*/*.txt > /tmp/casebook-predictions.jsonl
	python3 $(SHARED)/eval/score.py $(SHARED)/corpus/labels.jsonl /tmp/casebook-predictions.jsonl --texts $(SHARED)/corpus

suites: suite-robots suite-url suite-warc suite-guard ## test data that others made, from SHARED

suite-robots:
	CASEBOOK_SHARED=$(abspath $(SHARED)) $(GO) test -count=1 -run '^TestSuite$$' -v ./crawler/robots

suite-url:
	CASEBOOK_SHARED=$(abspath $(SHARED)) $(GO) test -count=1 -run '^TestAddressSuite$$' -v ./crawler

suite-warc: # where CASEBOOK_WARCIO names npm's warcio, it has to list our files as we do
	CASEBOOK_SHARED=$(abspath $(SHARED)) $(GO) test -count=1 -run '^(TestSuite|TestWarcio)$$' -v ./crawler/archive

suite-guard: # needs root, for a network of its own in which private addresses are canaries
	CANARY_LOG=$$(mktemp) $(SHARED)/tools/in-netns.sh $(GO) test -count=1 -run '^TestGuardInNamespace$$' -v ./crawler

bench:      ## the benchmarks of every package
	$(GO) test -run '^$$' -bench . -benchmem ./...

clean:
	rm -rf casebook casebook-demo public archive
