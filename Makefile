# The words that CI says too. `make` does what a contributor runs before a commit.
GO ?= go
export CGO_ENABLED ?= 0

.PHONY: all fmt vet lint generate test golden picture demo fuzz eval eval-cases suites suite-feeds suite-robots suite-url suite-warc suite-guard bench clean

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
	$(GO) test $$(grep -rl 'flag.Bool("update"' --include='*_test.go' content crawler index site | xargs -n 1 dirname | sort -u | sed 's|^|./|') -update

picture:    ## take the README's picture anew; needs Chromium
	$(GO) test ./cmd/casebook -run TestPicture -update

demo:
	$(GO) run ./cmd/casebook demo

fuzz:       ## a minute for each fuzz target
	@for p in $$($(GO) list ./...); do for f in $$($(GO) test -list '^Fuzz' $$p | grep ^Fuzz); do \
	  echo "$$p $$f"; $(GO) test -run '^$$' -fuzz "^$$f$$" -fuzztime 60s -fuzzminimizetime 10x $$p || exit 1; done; done

# Measurements over material that is not part of the project: SHARED names its folder.
SHARED ?= ../shared

eval:       ## accuracy on hand-labelled documents, held to the scorer beside them; rewrites content/accuracy/accuracy.json
	@test -d $(SHARED)/corpus || { echo "make eval: no labelled documents at $(SHARED)/corpus; set SHARED"; exit 1; }
	@set -e; work=$$(mktemp -d); trap 'rm -rf "$$work"' EXIT; \
	figures() { grep -v '^#' "$$1" | grep -oE '^[a-z_]+|(^| )[0-9]+([.][0-9]+)?'; }; \
	agree() { python3 $(SHARED)/eval/score.py "$$1/labels.jsonl" "$$2" --texts "$$1" > "$$work/theirs"; \
	  figures "$$3" > "$$work/a"; figures "$$work/theirs" > "$$work/b"; \
	  diff "$$work/a" "$$work/b" || { echo "make eval: $$3 and score.py disagree on $$1"; exit 1; }; }; \
	$(GO) build -o "$$work/casebook" ./cmd/casebook; \
	"$$work/casebook" eval $(SHARED)/corpus --write "$$work/accuracy.json" > "$$work/ours"; \
	cat "$$work/ours"; \
	"$$work/casebook" extract --json $(SHARED)/corpus/*/*.txt > "$$work/predictions.jsonl"; \
	agree $(SHARED)/corpus "$$work/predictions.jsonl" "$$work/ours"; \
	agree content/accuracy/testdata/rules content/accuracy/testdata/rules/predictions.jsonl content/accuracy/testdata/rules/table.txt; \
	cp "$$work/accuracy.json" content/accuracy/accuracy.json

eval-cases: ## precision and recall of linking, on a hand-made record of events
	@test -f $(SHARED)/facts/cases.csv || { echo "make eval-cases: no record at $(SHARED)/facts/cases.csv; set SHARED"; exit 1; }
	CASEBOOK_FACTS=$(abspath $(SHARED)/facts) $(GO) test -count=1 -run '^TestRecord$$' -v ./content/link

suites: suite-feeds ## pages and PDFs of other people: main text, hostile files, words
	@if test -d $(SHARED)/suites; then \
	  dir=$$(mktemp -d) && trap 'rm -rf $$dir' EXIT && \
	  CASEBOOK_SHARED=$(abspath $(SHARED)) CASEBOOK_PREDICTIONS=$$dir/casebook.json $(GO) test -count=1 -run '^TestSuite' -v ./crawler/text && \
	  python3 $(SHARED)/suites/articles/score.py $(SHARED)/suites/articles/ground-truth.json $$dir/casebook.json; \
	else echo "make suites: skipped: no suites at $(SHARED)/suites; set SHARED"; fi

suite-feeds: ## broken feeds of other people: none may stop the reading of feeds
	@test -d $(SHARED)/suites/feeds || { echo "make suite-feeds: no feeds at $(SHARED)/suites/feeds; set SHARED"; exit 1; }
	CASEBOOK_SHARED=$(abspath $(SHARED)) $(GO) test -count=1 -run '^TestSuiteFeeds$$' -v ./crawler

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
