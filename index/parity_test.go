package index

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
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

// export indexes a book and returns the files that a browser reads, name to
// bytes.
func export(t testing.TB, book *content.Book) map[string][]byte {
	t.Helper()
	x, err := Memory(book)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	files := map[string][]byte{}
	if _, err := x.Export(func(name string, data []byte) error { files[name] = data; return nil }); err != nil {
		t.Fatal(err)
	}
	return files
}

// writeShards exports a book into a folder.
func writeShards(t testing.TB, book *content.Book) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range export(t, book) {
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

// longCases are cases whose text fills several slots, in more than one file,
// with a word of its own in every twentieth sentence.
func longCases(n int) *content.Book {
	book := &content.Book{}
	for i := range n {
		c := sketches[i%len(sketches)].newCase()
		c.ID = fmt.Sprintf("long-%03d", i)
		var body strings.Builder
		for k := range 80 {
			if k%20 == 10 {
				fmt.Fprintf(&body, "Here the report of matter %d comes to the keyword%dx%d. ", i, i, k)
			}
			fmt.Fprintf(&body, "Sentence %d of matter %d says %x. ", k, i, sha256.Sum256([]byte{byte(i), byte(k)}))
		}
		c.Body = body.String()
		book.Cases = append(book.Cases, c)
	}
	book.Sort()
	return book
}

// TestExcerptsOfLongCases finds a word of the middle or the end of a case in
// its excerpt: the right slot of the right case is read.
func TestExcerptsOfLongCases(t *testing.T) {
	book := longCases(packCases + 20)
	x, err := Memory(book)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	var all []ask
	for i := range book.Cases {
		all = append(all, ask{Query: fmt.Sprintf("keyword%dx%d", i, 10+20*(i%4)), Sort: "relevance", Limit: 2, NoFacets: true})
	}
	got := node(t, nodeInput{Shards: writeShards(t, book), Ranges: true, Asks: all})
	for i, a := range all {
		want, err := x.Search(a.Query, a.options())
		if err != nil {
			t.Fatal(err)
		}
		if len(want.Hits) != 1 || !strings.Contains(want.Hits[0].Excerpt, a.Query) {
			t.Fatalf("%s: bleve finds %d cases, excerpt of the first %q", a.Query, len(want.Hits), want.Hits[0].Excerpt)
		}
		if diff := cmp.Diff(want.Hits, got.Answers[i].Hits); diff != "" {
			t.Errorf("%s (-bleve +browser):\n%s", a.Query, diff)
		}
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
