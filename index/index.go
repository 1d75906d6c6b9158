package index

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"

	"casebook/content"
)

// An Index is a book that can be searched. Cases are numbered oldest first, so
// that a new case changes no number; those of one day by id, the last first,
// because results that tie are in the order of falling numbers. It may be
// searched by several goroutines at once.
type Index struct {
	bleve  bleve.Index
	reader *reader
	cases  []*content.Case // by case number, fit to be published
	rows   []row           // the same cases
	mean   float64         // weighted length of a case
}

// Memory indexes a book in memory. Names of individuals are in the index only
// where the book has them published.
func Memory(book *content.Book) (*Index, error) {
	b, err := bleve.NewUsing("", newMapping(), scorch.Name, scorch.Name, nil) // not bleve.NewMemOnly: that keeps its old, slower index
	if err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	cases := numbered(book.Publishable())
	lengths, err := fill(b, cases)
	if err != nil {
		return nil, errors.Join(err, b.Close())
	}
	x, err := newIndex(b, cases, lengths)
	if err != nil {
		return nil, errors.Join(err, b.Close())
	}
	return x, nil
}

// numbered is the cases of a book by their numbers.
func numbered(book *content.Book) []*content.Case {
	cases := slices.Clone(book.Cases)
	slices.SortFunc(cases, func(a, b *content.Case) int { return cmp.Or(a.Date.Compare(b.Date), strings.Compare(b.ID, a.ID)) })
	return cases
}

// newIndex is the index of cases of known lengths that bleve holds.
func newIndex(b bleve.Index, cases []*content.Case, lengths []int) (*Index, error) {
	r, err := newReader(b, cases)
	if err != nil {
		return nil, err
	}
	x := &Index{bleve: b, reader: r, cases: cases, rows: texts(cases, newRow)}
	total := 0
	for i, n := range lengths {
		x.rows[i].length = n
		total += n
	}
	x.mean = float64(total) / float64(max(len(cases), 1))
	return x, nil
}

// Close frees the index.
func (x *Index) Close() error { return errors.Join(x.reader.Close(), x.bleve.Close()) }
