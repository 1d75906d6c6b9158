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

// batchSize is how many cases bleve takes at once: larger batches cost memory,
// smaller ones leave more segments to merge.
const batchSize = 500

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
	x, err := fill(b, numbered(book.Publishable()))
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

// fill gives bleve every case.
func fill(b bleve.Index, cases []*content.Case) (*Index, error) {
	for some := range slices.Chunk(cases, batchSize) {
		batch := b.NewBatch()
		for _, c := range some {
			if err := batch.Index(c.ID, document(c)); err != nil {
				return nil, fmt.Errorf("index: %s: %w", c.ID, err)
			}
		}
		if err := b.Batch(batch); err != nil {
			return nil, fmt.Errorf("index: %w", err)
		}
	}
	x, err := read(b, cases)
	if err != nil {
		return nil, err
	}
	if err := x.measure(); err != nil {
		return nil, errors.Join(err, x.reader.Close())
	}
	return x, nil
}

// read opens what bleve holds of the cases.
func read(b bleve.Index, cases []*content.Case) (*Index, error) {
	r, err := newReader(b, cases)
	if err != nil {
		return nil, err
	}
	return &Index{bleve: b, reader: r, cases: cases, rows: texts(cases, newRow)}, nil
}

// Close frees the index.
func (x *Index) Close() error { return errors.Join(x.reader.Close(), x.bleve.Close()) }

// measure adds up each case's weighted length.
func (x *Index) measure() error {
	for _, f := range fields {
		err := x.reader.eachPosting(f, func(doc, frequency int) { x.rows[doc].length += f.weight * frequency })
		if err != nil {
			return err
		}
	}
	total := 0
	for i := range x.rows {
		total += x.rows[i].length
	}
	x.mean = float64(total) / float64(max(len(x.rows), 1))
	return nil
}
