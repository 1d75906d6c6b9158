package main

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/content"
	"casebook/index"
)

// A judged query has the cases that answer it: those that are wanted, and
// those that help as well.
type judged struct {
	query          string
	wanted, helped []string
}

func readJudged(t *testing.T, book *content.Book) []judged {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "judged.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	known := map[string]bool{}
	for _, c := range book.Cases {
		known[c.ID] = true
	}
	var all []judged
	for lines := bufio.NewScanner(f); lines.Scan(); {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		query, answers, ok := strings.Cut(line, " | ")
		wanted, helped, _ := strings.Cut(answers, ";")
		j := judged{query, strings.Fields(wanted), strings.Fields(helped)}
		if !ok || len(j.wanted) == 0 {
			t.Fatalf("%q: want a query, a bar and cases", line)
		}
		for _, id := range slices.Concat(j.wanted, j.helped) {
			if !known[id] {
				t.Errorf("%s: the demo has no case %s", j.query, id)
			}
		}
		all = append(all, j)
	}
	return all
}

// A quality is how well a query is answered: the share of the wanted cases
// among the first five (of five at most), one by the place of the first
// wanted, and the discounted gain of the first ten against the best possible
// (Järvelin and Kekäläinen 2002), where a wanted case counts 3 and one that
// helps 1.
type quality struct{ recall, reciprocal, gain float64 }

func (j judged) measure(hits []index.Hit) quality {
	var q quality
	gain, best := 0.0, 0.0
	for i, h := range hits {
		switch {
		case slices.Contains(j.wanted, h.ID):
			gain += 3 / math.Log2(float64(i+2))
			if i < 5 {
				q.recall += 1 / float64(min(5, len(j.wanted)))
			}
			if q.reciprocal == 0 {
				q.reciprocal = 1 / float64(i+1)
			}
		case slices.Contains(j.helped, h.ID):
			gain += 1 / math.Log2(float64(i+2))
		}
	}
	for i := range min(10, len(j.wanted)+len(j.helped)) {
		worth := 3.0
		if i >= len(j.wanted) {
			worth = 1
		}
		best += worth / math.Log2(float64(i+2))
	}
	q.gain = gain / best
	return q
}

// TestJudged measures how high the cases come that answer a query, over the
// demo. The figures are kept in a golden file, so that what a change of the
// ranking does is seen in its review.
func TestJudged(t *testing.T) {
	book := demoBook(t)
	x, err := index.Memory(book)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	queries := readJudged(t, book)
	if len(queries) < 60 {
		t.Errorf("%d judged queries, want 60", len(queries))
	}
	var b strings.Builder
	var sum quality
	fmt.Fprintf(&b, "recall@5   MRR  nDCG@10  query\n")
	for _, j := range queries {
		result, err := x.Search(j.query, index.Options{Limit: 10})
		if err != nil {
			t.Errorf("%s: %v", j.query, err)
			continue
		}
		q := j.measure(result.Hits)
		sum.recall, sum.reciprocal, sum.gain = sum.recall+q.recall, sum.reciprocal+q.reciprocal, sum.gain+q.gain
		fmt.Fprintf(&b, "%8.2f  %4.2f  %7.2f  %s\n", q.recall, q.reciprocal, q.gain, j.query)
	}
	n := float64(len(queries))
	fmt.Fprintf(&b, "%8.3f %5.3f  %7.3f  mean of %d queries\n", sum.recall/n, sum.reciprocal/n, sum.gain/n, len(queries))
	name := filepath.Join("testdata", "judged.golden")
	if *update {
		if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(b.String(), "\n")); diff != "" {
		t.Errorf("the answers to the judged queries are others now; go test ./cmd/casebook -run TestJudged -update takes them over (-want +got):\n%s", diff)
	}
}
