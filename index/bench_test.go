package index

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"testing"
	"time"

	"casebook/content"
)

// benchBook is the book of the folder of case files that CASEBOOK_CASES names,
// else of sketches repeated.
func benchBook(b *testing.B) *content.Book {
	b.Helper()
	folder := os.Getenv("CASEBOOK_CASES")
	if folder == "" {
		return manyCases(1000)
	}
	book, err := content.Load(os.DirFS(folder))
	if err != nil {
		b.Fatal(err)
	}
	return book
}

// BenchmarkMemory indexes the whole book in memory.
func BenchmarkMemory(b *testing.B) {
	book := benchBook(b)
	for b.Loop() {
		x, err := Memory(book)
		if err != nil {
			b.Fatal(err)
		}
		if err := x.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOpen indexes the whole book in a folder, opens it again when nothing
// changed, and when one case did.
func BenchmarkOpen(b *testing.B) {
	book := benchBook(b)
	open := func(b *testing.B, dir string, book *content.Book) {
		x, err := Open(dir, book)
		if err != nil {
			b.Fatal(err)
		}
		if err := x.Close(); err != nil || x.Notice != "" {
			b.Fatal(x.Notice, err)
		}
	}
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			open(b, b.TempDir(), book)
		}
	})
	dir := b.TempDir()
	open(b, dir, book)
	b.Run("none", func(b *testing.B) {
		for b.Loop() {
			open(b, dir, book)
		}
	})
	b.Run("one", func(b *testing.B) {
		one := &content.Book{Cases: slices.Clone(book.Cases)}
		at := len(book.Cases) / 2
		for n := 0; b.Loop(); n++ {
			changed := *book.Cases[at]
			changed.Body = fmt.Sprintf("Changed%d.\n%s", n, changed.Body)
			one.Cases[at] = &changed
			open(b, dir, one)
		}
	})
}

// BenchmarkQueries asks the queries of the file that CASEBOOK_QUERIES names,
// else those of the query files, again and again, and reports how long the
// slowest of twenty takes.
func BenchmarkQueries(b *testing.B) {
	x, err := Open(b.TempDir(), benchBook(b))
	if err != nil {
		b.Fatal(err)
	}
	defer x.Close()
	all := benchAsks(b)
	var took []time.Duration
	for b.Loop() {
		for _, a := range all {
			start := time.Now()
			if _, err := x.Search(a.Query, a.options()); err != nil {
				b.Fatal(err)
			}
			took = append(took, time.Since(start))
		}
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
}

// benchAsks are the queries to measure with.
func benchAsks(b *testing.B) []ask {
	b.Helper()
	name := os.Getenv("CASEBOOK_QUERIES")
	if name == "" {
		return slices.DeleteFunc(asks(b), func(a ask) bool {
			_, err := ParseQuery(a.Query)
			return err != nil
		})
	}
	raw, err := os.ReadFile(name)
	if err != nil {
		b.Fatal(err)
	}
	var list []struct {
		Query  string            `json:"q"`
		Filter map[string]string `json:"filter"`
	}
	if err := json.Unmarshal(raw, &list); err != nil {
		b.Fatal(err)
	}
	var all []ask
	for _, q := range list {
		a := ask{Query: q.Query, Filters: map[string][]string{}}
		for facet, value := range q.Filter {
			a.Filters[facet] = []string{value}
		}
		all = append(all, a)
	}
	return all
}
