package index

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/content"
)

// browserModules is where the browser's half of the search is.
const browserModules = "../site/static/search"

// A nodeInput is what testdata/search.mjs reads.
type nodeInput struct {
	Modules string   `json:"modules"`
	Shards  string   `json:"shards,omitempty"`
	Ranges  bool     `json:"ranges"` // whether the host honours range requests
	Asks    []ask    `json:"asks,omitempty"`
	Typed   []string `json:"typed,omitempty"` // what suggestions are wanted for
	Stop    []string `json:"stop,omitempty"`
	Texts   []string `json:"texts,omitempty"`
	Words   []string `json:"words,omitempty"`
}

// A nodeOutput is what it writes.
type nodeOutput struct {
	Answers []nodeAnswer `json:"answers"`
	Took    []float64    `json:"took"` // milliseconds of a processor for each answer: others may be at work on the machine
	Texts   [][]string   `json:"texts"`

	Suggested [][]Suggestion `json:"suggested"`
	Words     []string       `json:"words"`
	Requests  []string       `json:"requests"`
}

type nodeAnswer struct {
	Result
	Error string `json:"error"`
	Kind  string `json:"kind"`
}

// node runs the browser's modules; the test is skipped where there is no Node.
func node(t testing.TB, input nodeInput) nodeOutput {
	t.Helper()
	path, err := exec.LookPath("node")
	if err != nil {
		t.Skip("no node found: install Node.js 20 or later to compare the browser's search with bleve's")
	}
	if input.Modules, err = filepath.Abs(browserModules); err != nil {
		t.Fatal(err)
	}
	raw, err := json.Marshal(input)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", "testdata/search.mjs")
	cmd.Stdin = bytes.NewReader(raw)
	var failed bytes.Buffer
	cmd.Stderr = &failed
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("node: %v\n%s", err, failed.String())
	}
	var output nodeOutput
	if err := json.Unmarshal(out, &output); err != nil {
		t.Fatalf("node: %v\n%s", err, out)
	}
	return output
}

// wanted is the browser's answer where it agrees with bleve's.
func wanted(result Result, err error) nodeAnswer {
	if err != nil {
		return nodeAnswer{Error: strings.TrimPrefix(err.Error(), "index: query: "), Kind: "QueryError"}
	}
	result.Query = ""
	return nodeAnswer{Result: result}
}

// writeShards exports a book into a folder.
func writeShards(t testing.TB, book *content.Book) string {
	t.Helper()
	files, err := Export(book)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestParity holds the browser's search equal to bleve's: the same cases in
// the same order with the same scores, counts and errors, over every query of
// the query files. Excerpts are the same where a case has one slot and slots
// can be read.
func TestParity(t *testing.T) {
	for _, tt := range []struct {
		name     string
		book     *content.Book
		ranges   bool
		excerpts bool
	}{
		{"sketches", testBook(), true, true},
		{"300 cases", manyCases(300), true, true},
		{"300 cases without ranges", manyCases(300), false, false},
		{"no cases", &content.Book{}, true, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			x, err := Memory(tt.book)
			if err != nil {
				t.Fatal(err)
			}
			defer x.Close()
			all := asks(t)
			if len(all) < 300 {
				t.Errorf("%d queries, want at least 300", len(all))
			}
			got := node(t, nodeInput{Shards: writeShards(t, tt.book), Ranges: tt.ranges, Asks: all})
			for i, a := range all {
				bleve, browser := wanted(x.Search(a.Query, a.options())), got.Answers[i]
				if !tt.excerpts {
					withoutExcerpts(bleve.Hits)
					withoutExcerpts(browser.Hits)
				}
				if diff := cmp.Diff(bleve, browser); diff != "" {
					t.Errorf("%q %v (-bleve +browser):\n%s", a.Query, a.Filters, diff)
				}
			}
		})
	}
}

func withoutExcerpts(hits []Hit) {
	for i := range hits {
		hits[i].Excerpt, hits[i].Evidence = "", false
	}
}

// TestBrowserReadsLittle holds a query without phrases to the files it needs.
func TestBrowserReadsLittle(t *testing.T) {
	for _, tt := range []struct {
		name   string
		ranges bool
		want   map[string]int
	}{
		{"ranges", true, map[string]int{"manifest.json": 1, "directory": 1, "slots": 1, "dictionary": 1, "terms": 1, "text": 1}},
		{"no ranges", false, map[string]int{"manifest.json": 1, "directory": 1, "slots": 1, "dictionary": 1, "terms": 1, "cardlist": 1, "cards": 1}},
	} {
		got := node(t, nodeInput{Shards: writeShards(t, manyCases(300)), Ranges: tt.ranges, Asks: []ask{{Query: "ransomware", Sort: "relevance", Limit: 1, NoFacets: true}}})
		kinds := map[string]int{}
		for _, file := range got.Requests {
			kind, _, _ := strings.Cut(file, "-")
			kinds[kind]++
		}
		if diff := cmp.Diff(tt.want, kinds); diff != "" {
			t.Errorf("%s: files read (-want +got):\n%s", tt.name, diff)
		}
	}
}
