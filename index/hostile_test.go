package index

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// patience is how long an answer may take, whatever was asked.
const patience = 200 * time.Millisecond

// FuzzQuery asks anything at all: it is answered, or refused with a message
// about the query; what was understood keeps what its parts promise.
func FuzzQuery(f *testing.F) {
	for _, a := range asks(f) {
		f.Add(a.Query)
	}
	for _, q := range longQueries() {
		f.Add(q)
	}
	x := testIndex(f)
	f.Fuzz(func(t *testing.T, query string) {
		result, err := x.Search(query, Options{})
		if err != nil {
			checkMessage(t, query, err)
			return
		}
		if result.Total < len(result.Hits) || result.Total > len(sketches) {
			t.Errorf("%q: %d cases, %d shown, of %d", query, result.Total, len(result.Hits), len(sketches))
		}
		checkUnderstood(t, query)
	})
}

// checkMessage holds an error to what a person can read.
func checkMessage(t *testing.T, query string, err error) {
	t.Helper()
	message, ours := strings.CutPrefix(err.Error(), "index: query: ")
	if !ours || message == "" {
		t.Errorf("%q: %v is not about the query", query, err)
	}
	if !strings.Contains(message, "want") && !strings.ContainsAny(message, ":;") {
		t.Errorf("%q: %v does not say what would do", query, err)
	}
}

// checkUnderstood holds a query that was understood to what its parts promise.
func checkUnderstood(t *testing.T, query string) {
	t.Helper()
	q, err := ParseQuery(query)
	if err != nil {
		t.Fatalf("%q was answered, and is refused: %v", query, err)
	}
	for _, clause := range q.Clauses {
		if len(clause) == 0 {
			t.Errorf("%q: a clause that nothing can meet", query)
		}
	}
	for _, r := range q.Ranges {
		if r.From.Unit < 1 || r.To.Unit < 1 || r.From.At < 0 || r.To.At > largest {
			t.Errorf("%q: range %+v", query, r)
		}
	}
	for facet, values := range q.Filters {
		for _, value := range values {
			if known, err := newVocabulary(facet).find(facet, value); err != nil || known != value {
				t.Errorf("%q: %s:%s: %q, %v", query, facet, value, known, err)
			}
		}
	}
}

// longQueries are longer than anybody types, some as long as is allowed.
func longQueries() []string {
	var all []string
	parts := []string{"a", "ransomware ", "\"", "-", "(", "OR ", ":", "control:", "amount:>", "1", "9,", "..", "€", "🔒", "👩‍👩‍👧 ", "\u202e", "e\u0301", "\u0430", "İ", "\x00", "\xff", "日本", "__proto__ ", "amount:1 million "}
	for _, part := range parts {
		room := utf8.RuneCountInString(part)
		all = append(all, strings.Repeat(part, 5000/room), strings.Repeat(part, maxLength/room))
	}
	return append(all, "amount:"+strings.Repeat("9", 990), "amount:0."+strings.Repeat("0", 900)+"1", "date:2022"+strings.Repeat("-01", 300))
}

// TestHostileQueries asks what nobody would, of both engines: each answers as
// the other, without an exception, before patience ends.
func TestHostileQueries(t *testing.T) {
	var all []ask
	for _, q := range longQueries() {
		if utf8.ValidString(q) { // a browser's box holds no other
			all = append(all, ask{Query: q, Sort: "relevance", Limit: 20})
		}
	}
	compareHostile(t, all)
}

// TestSuiteQueries asks strings that others collected to break programs. They
// are not part of the project; CASEBOOK_SHARED names the folder that they lie
// in.
func TestSuiteQueries(t *testing.T) {
	shared := os.Getenv("CASEBOOK_SHARED")
	if shared == "" {
		t.Skip("CASEBOOK_SHARED names no folder of suites")
	}
	var all []ask
	for _, q := range append(naughtyStrings(t, shared), hostileNames(t, shared)...) {
		all = append(all, ask{Query: q, Sort: "relevance", Limit: 20})
	}
	if len(all) < 500 {
		t.Errorf("%d strings, want at least 500", len(all))
	}
	compareHostile(t, all)
}

func compareHostile(t *testing.T, all []ask) {
	t.Helper()
	all = append([]ask{{Sort: "relevance", Limit: 20}}, all...) // reads the files that every query needs, which is not the query's time
	x := testIndex(t)
	got := node(t, nodeInput{Shards: writeShards(t, testBook()), Asks: all})
	for i, a := range all {
		name := a.Query[:min(len(a.Query), 60)]
		result, took, err := quickest(x, a)
		if took > patience {
			t.Errorf("%q took bleve %v", name, took)
		}
		if took := time.Duration(got.Took[i] * float64(time.Millisecond)); i > 0 && took > patience {
			t.Errorf("%q took the browser %v", name, took)
		}
		if diff := cmp.Diff(wanted(result, err), got.Answers[i]); diff != "" {
			t.Errorf("%q (-bleve +browser):\n%s", name, diff)
		}
	}
}

// quickest answers up to three times, since others may be at work on the
// machine.
func quickest(x *Index, a ask) (result Result, took time.Duration, err error) {
	took = patience + 1
	for range 3 {
		if took <= patience {
			break
		}
		began := time.Now()
		result, err = x.Search(a.Query, a.options())
		took = time.Since(began)
	}
	return result, took, err
}

func naughtyStrings(t *testing.T, shared string) []string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(shared, "suites/naughty/blns.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

func hostileNames(t *testing.T, shared string) []string {
	t.Helper()
	file, err := os.Open(filepath.Join(shared, "suites/injection/hostile-names.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var all []string
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var line struct{ Name string }
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			t.Fatal(err)
		}
		all = append(all, line.Name)
	}
	return all
}
