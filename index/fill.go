package index

import (
	"fmt"
	"slices"

	"github.com/blevesearch/bleve/v2/document"
	bleveindex "github.com/blevesearch/bleve_index_api"
	"golang.org/x/sync/errgroup"

	"casebook/content"
)

// How cases are given to bleve. A batch becomes a segment: larger ones cost
// memory while they are analysed, smaller ones make every question slower.
// While one batch is written by one processor, the next is analysed by another.
const (
	batchSize = 125
	batchers  = 2
)

// fill gives bleve cases and returns the weighted length of each.
func (b *bleve) fill(cases []*content.Case) ([]int, error) {
	lengths := make([]int, len(cases))
	var all errgroup.Group
	all.SetLimit(batchers)
	from := 0
	for some := range slices.Chunk(cases, batchSize) {
		into := lengths[from:]
		all.Go(func() error { return guard(func() error { return b.fillBatch(some, into) }) })
		from += len(some)
	}
	return lengths, all.Wait()
}

// fillBatch gives bleve some cases at once, and writes down their lengths.
func (b *bleve) fillBatch(cases []*content.Case, lengths []int) error {
	batch := bleveindex.NewBatch()
	docs := make([]*document.Document, len(cases))
	for i, c := range cases {
		docs[i] = newDocument(c)
		batch.Update(docs[i])
	}
	if err := b.Batch(batch); err != nil {
		return fmt.Errorf("index: %w", err)
	}
	for i, doc := range docs {
		lengths[i] = length(doc)
	}
	return nil
}

// length is how many words an analysed document has, weighted by field.
func length(doc *document.Document) (n int) {
	doc.VisitFields(func(part bleveindex.Field) {
		if i := fieldNumber(part.Name()); i >= 0 {
			n += fields[i].weight * part.AnalyzedLength()
		}
	})
	return n
}
