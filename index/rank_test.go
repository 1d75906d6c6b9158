package index

import (
	"cmp"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"casebook/content"
)

// exact are the cases that have all terms, in the order of BM25 over the
// frequencies and lengths themselves; ties as everywhere.
func (x *Index) exact(t testing.TB, terms []string) []int {
	t.Helper()
	scores := map[int]float64{}
	has := map[int]int{}
	for _, term := range terms {
		postings, err := x.reader.postings(term, everyField(), false)
		if err != nil {
			t.Fatal(err)
		}
		rarity := idf(len(x.rows), len(postings))
		for _, p := range postings {
			f, k := float64(p.frequency), k1*(1-b+b*float64(x.rows[p.doc].length)/x.mean)
			scores[p.doc] += rarity * f * (k1 + 1) / (f + k)
			has[p.doc]++
		}
	}
	var found []int
	for doc, n := range has {
		if n == len(terms) {
			found = append(found, doc)
		}
	}
	slices.SortFunc(found, func(a, b int) int {
		return cmp.Or(cmp.Compare(round(scores[b]), round(scores[a])), cmp.Compare(b, a))
	})
	return found
}

// overlap is the share of the first ten by BM25 itself that are among the
// first ten by levels.
func (x *Index) overlap(t testing.TB, queries []string) float64 {
	t.Helper()
	same, all := 0, 0
	for _, query := range queries {
		var terms []string
		for _, p := range analyse(query) {
			if !slices.Contains(terms, p.term) {
				terms = append(terms, p.term)
			}
		}
		want := x.exact(t, terms)
		if len(want) == 0 {
			continue
		}
		result, err := x.Search(query, Options{})
		if err != nil {
			t.Fatal(err)
		}
		want = want[:min(len(want), len(result.Hits))]
		for _, doc := range want {
			if slices.ContainsFunc(result.Hits, func(h Hit) bool { return h.ID == x.cases[doc].ID }) {
				same++
			}
			all++
		}
	}
	return float64(same) / float64(max(all, 1))
}

// TestLevelsRankLikeBM25 holds what levels cost: the first ten are those of
// BM25 over exact frequencies, lengths and mean, but for three in a hundred.
func TestLevelsRankLikeBM25(t *testing.T) {
	queries := []string{"ransomware", "encryption", "council", "personal data", "penalty", "telephone calls", "patients", "security measures", "password", "marketing"}
	x, err := Memory(manyCases(300))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if got := x.overlap(t, queries); got < 0.97 {
		t.Errorf("the first ten overlap by %.3f, want at least 0.97", got)
	}
}

// TestBenchRank says the same of a large book, where CASEBOOK_BENCH names its
// folder.
func TestBenchRank(t *testing.T) {
	dir := os.Getenv("CASEBOOK_BENCH")
	if dir == "" {
		t.Skip("CASEBOOK_BENCH names no folder of cases")
	}
	book, err := content.Load(os.DirFS(filepath.Clean(dir)))
	if err != nil && book == nil {
		t.Fatal(err)
	}
	x, err := Memory(book)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	queries := []string{"ransomware", "encryption", "consent", "vodafone", "pseudonymisation", "personal data", "credential stuffing",
		"multi factor authentication", "direct marketing calls", "data breach hospital", "camera employees", "legitimate interest"}
	t.Logf("%d cases: the first ten overlap by %.3f", len(x.cases), x.overlap(t, queries))
}

// TestLevel holds levels to their definition at the ends and in the middle.
func TestLevel(t *testing.T) {
	for _, tt := range []struct {
		name              string
		frequency, length int
		mean              float64
		want              byte
	}{
		{"f above K", 6, 500, 100, 105}, // K = 1.2 · 4
		{"once in a case of mean length", 1, 100, 100, 91},
		{"once in a very long case", 1, 1_000_000, 100, 1},
		{"nothing but the word", 100_000, 100, 100, 255},
	} {
		if got := level(tt.frequency, tt.length, tt.mean); got != tt.want {
			t.Errorf("%s: level %d, want %d", tt.name, got, tt.want)
		}
	}
	if got := impacts[impactOne]; math.Abs(got-(k1+1)/2) > 1e-12 {
		t.Errorf("impact of x = 1: %v, want half of the most", got)
	}
	if got := rankedMean(1234.5); got != 1200 {
		t.Errorf("mean of 1234.5: %v, want 1200", got)
	}
}
