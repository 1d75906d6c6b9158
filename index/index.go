package index

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"

	"casebook/content"
)

// batchSize is how many cases bleve takes at once: larger batches cost memory,
// smaller ones leave more segments to merge.
const batchSize = 500

// An Index is a book that can be searched. Cases are numbered newest first;
// those of one day by id. It may be searched by several goroutines at once.
type Index struct {
	bleve  bleve.Index
	reader *reader
	rows   []row   // by case number
	mean   float64 // weighted length of a case
	cases  []*content.Case

	namesOnce sync.Once
	names     *nameIndex // made when it is first asked
}

// Memory indexes a book in memory. Names of individuals are in the index only
// where the book has them published.
func Memory(book *content.Book) (*Index, error) {
	b, err := bleve.NewUsing("", newMapping(), scorch.Name, scorch.Name, nil) // not bleve.NewMemOnly: that keeps its old, slower index
	if err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	book = book.Publishable()
	x, err := fill(b, book)
	if err != nil {
		return nil, errors.Join(err, b.Close())
	}
	x.cases = book.Cases
	return x, nil
}

// fill gives bleve every case.
func fill(b bleve.Index, book *content.Book) (*Index, error) {
	for cases := range slices.Chunk(book.Cases, batchSize) {
		batch := b.NewBatch()
		for _, c := range cases {
			doc, err := document(c)
			if err != nil {
				return nil, err
			}
			if err := batch.Index(c.ID, doc); err != nil {
				return nil, fmt.Errorf("index: %s: %w", c.ID, err)
			}
		}
		if err := b.Batch(batch); err != nil {
			return nil, fmt.Errorf("index: %w", err)
		}
	}
	x, err := read(b)
	if err != nil {
		return nil, err
	}
	if err := x.measure(); err != nil {
		return nil, errors.Join(err, x.reader.Close())
	}
	return x, nil
}

// read numbers the cases that bleve holds and reads their columns.
func read(b bleve.Index) (*Index, error) {
	r, err := newReader(b)
	if err != nil {
		return nil, err
	}
	x := &Index{bleve: b, reader: r}
	if x.rows, err = r.rows(); err != nil {
		return nil, errors.Join(err, r.Close())
	}
	return x, nil
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
