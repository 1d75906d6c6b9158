package index

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite golden files; read the diff")

// An ask is one query of a query file with its options.
type ask struct {
	Query   string              `json:"query"`
	Filters map[string][]string `json:"filter"`
	Sort    string              `json:"sort"`
	Limit   int                 `json:"limit"`
	Offset  int                 `json:"offset"`
	Typing  bool                `json:"typing"`

	NoFacets bool `json:"noFacets"` // only the browser can leave them out
}

func (a ask) options() Options {
	return Options{Filters: a.Filters, Sort: a.Sort, Limit: a.Limit, Offset: a.Offset, Typing: a.Typing}
}

// parseAsk reads "ransomware hospital | sector=Health sort=amount limit=3".
func parseAsk(line string) (ask, error) {
	query, options, _ := strings.Cut(line, " | ")
	a := ask{Query: strings.TrimSpace(query), Filters: map[string][]string{}, Sort: "relevance", Limit: 20}
	for _, option := range strings.Fields(options) {
		key, value, _ := strings.Cut(option, "=")
		var err error
		switch key {
		case "sort":
			a.Sort = value
		case "limit":
			a.Limit, err = strconv.Atoi(value)
		case "offset":
			a.Offset, err = strconv.Atoi(value)
		case "typing":
			a.Typing, err = strconv.ParseBool(value)
		default:
			a.Filters[key] = append(a.Filters[key], value)
		}
		if err != nil {
			return a, err
		}
	}
	return a, nil
}

// A queryFile is testdata/queries/*.txt: comments, queries that begin with
// "?", and below each what it gives.
type queryFile struct {
	name string
	text string
}

func queryFiles(t testing.TB) []queryFile {
	t.Helper()
	names, err := filepath.Glob("testdata/queries/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatal("no query files", err)
	}
	var files []queryFile
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, queryFile{name, string(data)})
	}
	return files
}

// answered is the file with the answers of each query written below it.
func (f queryFile) answered(t testing.TB, answer func(ask) string) string {
	t.Helper()
	var out []string
	for line := range strings.SplitSeq(strings.TrimRight(f.text, "\n"), "\n") {
		if strings.HasPrefix(line, "  ") {
			continue // an answer of before
		}
		out = append(out, line)
		if query, ok := strings.CutPrefix(line, "?"); ok {
			a, err := parseAsk(query)
			if err != nil {
				t.Fatalf("%s: %s: %v", f.name, line, err)
			}
			out = append(out, answer(a))
		}
	}
	return strings.Join(out, "\n") + "\n"
}

// asks are all queries of all files.
func asks(t testing.TB) []ask {
	t.Helper()
	var all []ask
	for _, f := range queryFiles(t) {
		f.answered(t, func(a ask) string { all = append(all, a); return "" })
	}
	return all
}

// shownHits keeps the query files readable.
const shownHits = 12

// answer writes a result for people: how many, then the ids in order, with
// excerpts where the file is about those, and the facets where filters make
// them interesting.
func answer(result Result, err error, excerpts, facets bool) string {
	if err != nil {
		return "  " + err.Error()
	}
	how := "found"
	if result.Loosened {
		how = "loosened"
	}
	lines := []string{fmt.Sprintf("  %s %d", how, result.Total)}
	for i, hit := range result.Hits {
		if i == shownHits {
			lines = append(lines, "  - …")
			break
		}
		lines = append(lines, "  - "+hit.ID)
		switch {
		case excerpts && hit.Evidence:
			lines = append(lines, "    evidence: "+hit.Excerpt)
		case excerpts:
			lines = append(lines, "    "+hit.Excerpt)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(result.Facets)) {
		var counts []string
		for _, b := range result.Facets[name] {
			counts = append(counts, fmt.Sprintf("%s %d", b.Value, b.Count))
		}
		if facets && len(counts) > 0 {
			lines = append(lines, "  "+name+": "+strings.Join(counts, ", "))
		}
	}
	return strings.Join(lines, "\n")
}

// TestQueries answers every query file. Run with -update after a change that
// is meant, and read the diff.
func TestQueries(t *testing.T) {
	x := testIndex(t)
	for _, f := range queryFiles(t) {
		name := strings.TrimSuffix(filepath.Base(f.name), ".txt")
		t.Run(name, func(t *testing.T) {
			got := f.answered(t, func(a ask) string {
				result, err := x.Search(a.Query, a.options())
				return answer(result, err, name == "excerpts", len(a.Filters) > 0)
			})
			if *update {
				if err := os.WriteFile(f.name, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(f.text, got); diff != "" && !*update {
				t.Errorf("answers (-want +got):\n%s", diff)
			}
		})
	}
}
