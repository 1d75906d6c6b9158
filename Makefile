# The words that CI says too. `make` does what a contributor runs before a commit.
GO ?= go
export CGO_ENABLED ?= 0

.PHONY: all fmt tidy vet lint generate test golden picture demo fuzz eval eval-cases \
	suites suite-text suite-feeds suite-robots suite-url suite-warc suite-search suite-guard crash faults speed bulk flat bench clean

all: fmt tidy vet lint generate test

fmt:        ## rewrite what gofmt would write otherwise
	gofmt -w $$(git ls-files '*.go')

tidy:       ## write in go.mod and go.sum what the sources import
	$(GO) mod tidy

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

# Test data that others made; that of the guard needs root.
suites: suite-text suite-feeds suite-robots suite-url suite-warc suite-search suite-guard

suite-text: ## pages and PDFs: main text, hostile files, words
	@test -d $(SHARED)/suites/articles || { echo "make $@: no suite at $(SHARED)/suites/articles; set SHARED"; exit 1; }
	@dir=$$(mktemp -d) && trap 'rm -rf $$dir' EXIT && \
	  CASEBOOK_SHARED=$(abspath $(SHARED)) CASEBOOK_PREDICTIONS=$$dir/casebook.json $(GO) test -count=1 -run '^TestSuite' -v ./crawler/text && \
	  python3 $(SHARED)/suites/articles/score.py $(SHARED)/suites/articles/ground-truth.json $$dir/casebook.json

suite-feeds: ## broken feeds: none may stop the reading of feeds
	@test -d $(SHARED)/suites/feeds || { echo "make $@: no suite at $(SHARED)/suites/feeds; set SHARED"; exit 1; }
	CASEBOOK_SHARED=$(abspath $(SHARED)) $(GO) test -count=1 -run '^TestSuiteFeeds$$' -v ./crawler

suite-robots: ## the test cases of RFC 9309
	@test -d $(SHARED)/suites/robots || { echo "make $@: no suite at $(SHARED)/suites/robots; set SHARED"; exit 1; }
	CASEBOOK_SHARED=$(abspath $(SHARED)) $(GO) test -count=1 -run '^TestSuite$$' -v ./crawler/robots

suite-url:  ## addresses as browsers read them
	@test -d $(SHARED)/suites/url || { echo "make $@: no suite at $(SHARED)/suites/url; set SHARED"; exit 1; }
	CASEBOOK_SHARED=$(abspath $(SHARED)) $(GO) test -count=1 -run '^TestAddressSuite$$' -v ./crawler

suite-warc: ## WARC files; where CASEBOOK_WARCIO names npm's warcio, it has to list ours as we do
	@test -d $(SHARED)/suites/warc || { echo "make $@: no suite at $(SHARED)/suites/warc; set SHARED"; exit 1; }
	CASEBOOK_SHARED=$(abspath $(SHARED)) $(GO) test -count=1 -run '^(TestSuite|TestWarcio)$$' -v ./crawler/archive

suite-search: ## strings that break programs, as queries of both engines; needs Node
	@test -d $(SHARED)/suites/naughty || { echo "make $@: no suite at $(SHARED)/suites/naughty; set SHARED"; exit 1; }
	CASEBOOK_SHARED=$(abspath $(SHARED)) $(GO) test -count=1 -run '^TestSuiteQueries$$' -v ./index

suite-guard: ## needs root, for a network of its own in which private addresses are canaries
	@test -x $(SHARED)/tools/in-netns.sh || { echo "make $@: no $(SHARED)/tools/in-netns.sh; set SHARED"; exit 1; }
	CANARY_LOG=$$(mktemp) $(SHARED)/tools/in-netns.sh $(GO) test -count=1 -run '^TestGuardInNamespace$$' -v ./crawler

crash:      ## crawl, extract and build killed, or failed by the disk, at each of their writes; wants strace
	@test -f $(SHARED)/tools/crash-sweep.sh || { echo "make $@: no $(SHARED)/tools/crash-sweep.sh; set SHARED"; exit 1; }
	CASEBOOK_CRASH_SWEEP=$(abspath $(SHARED)/tools/crash-sweep.sh) $(GO) test -count=1 -timeout 3h -run '^TestCrashSweep$$' -v ./cmd/casebook

faults:     ## each fault of faultd between crawl and replica; needs root, for a network of its own that redirects cannot leave
	@test -d $(SHARED)/tools/faultd || { echo "make $@: no $(SHARED)/tools/faultd; set SHARED"; exit 1; }
	log=$$(mktemp) && CANARY_LOG=$$log CASEBOOK_FAULTD=$(abspath $(SHARED)/tools/faultd) $(SHARED)/tools/in-netns.sh \
	  $(GO) test -count=1 -timeout 30m -parallel 8 -run '^TestFaultd$$' -v ./cmd/casebook && test ! -s $$log

speed:      ## how many documents of 12 kB the extractor reads in a second, over the labelled corpus
	@test -d $(SHARED)/corpus || { echo "make $@: no $(SHARED)/corpus; set SHARED"; exit 1; }
	CASEBOOK_DOCUMENTS=$(abspath $(SHARED)/corpus) $(GO) test -run '^$$' -bench Documents -benchtime 5s ./content/facts

bulk:       ## a crawl of ITEMS invented items beside colly alone: pages a second, memory, processor time; at most three times as long
	CASEBOOK_BULK=$(or $(ITEMS),2000) $(GO) test -count=1 -timeout 30m -run '^TestBulkCost$$' -v ./crawler

flat:       ## the memory and the goroutines of a crawl of ITEMS items, and what the night after it asks for
	CASEBOOK_BULK=$(or $(ITEMS),5000) $(GO) test -count=1 -timeout 30m -run '^TestBulk$$' -v ./crawler

bench:      ## the benchmarks of every package; the index over CASES invented cases, where SHARED has what makes them
	$(GO) test -run '^$$' -bench . -benchmem $$($(GO) list ./... | grep -v /index$$)
	@set -e; work=$$(mktemp -d); trap 'rm -rf "$$work"' EXIT; \
	if test -d $(SHARED)/bench; then \
	  cp -r $(SHARED)/bench "$$work/bench"; \
	  (cd "$$work/bench" && $(GO) build -o "$$work/made" . && "$$work/made" gen -n $(or $(CASES),25600) -out "$$work/corpus" && \
	    "$$work/made" casefiles -in "$$work/corpus" -out "$$work/content"); \
	  export CASEBOOK_CASES="$$work/content" CASEBOOK_QUERIES="$(abspath $(SHARED))/bench/queries.json"; \
	fi; $(GO) test -run '^$$' -bench . -benchmem ./index

clean:
	rm -rf casebook casebook-demo public archive
