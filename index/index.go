package index

import (
	"context"
	"fmt"
	"slices"

	"casebook/content"

	"github.com/blevesearch/bleve/v2"
	index "github.com/blevesearch/bleve_index_api"
)

// batchSize is how many cases bleve takes at once: larger ones cost memory,
// smaller ones leave more segments to merge.
const batchSize = 500

// An Index is a book that can be searched. Cases are numbered newest first, as
// the book sorts them.
type Index struct {
	cases   []*content.Case
	cards   []card
	number  map[string]int // of a case id
	bleve   bleve.Index
	lengths []int   // weighted number of words of each case
	mean    float64 // of lengths
}

// Memory indexes a book in memory.
func Memory(book *content.Book) (*Index, error) {
	b, err := bleve.NewMemOnly(newMapping())
	if err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	idx := &Index{cases: book.Cases, bleve: b, number: make(map[string]int, len(book.Cases))}
	for i, c := range book.Cases {
		idx.number[c.ID] = i
		idx.cards = append(idx.cards, newCard(c))
	}
	if err := idx.fill(); err != nil {
		b.Close()
		return nil, err
	}
	if err := idx.measure(); err != nil {
		b.Close()
		return nil, err
	}
	return idx, nil
}

// Close frees the index.
func (x *Index) Close() error { return x.bleve.Close() }

func (x *Index) fill() error {
	for cases := range slices.Chunk(x.cases, batchSize) {
		batch := x.bleve.NewBatch()
		for _, c := range cases {
			if err := batch.Index(c.ID, document(c)); err != nil {
				return fmt.Errorf("index: %s: %w", c.ID, err)
			}
		}
		if err := x.bleve.Batch(batch); err != nil {
			return fmt.Errorf("index: %w", err)
		}
	}
	return nil
}

// measure adds up each case's weighted length.
func (x *Index) measure() error {
	x.lengths = make([]int, len(x.cases))
	err := x.read(func(r *reader) error {
		return r.terms(func(term string) error {
			postings, err := r.postings(term)
			for _, p := range postings {
				x.lengths[p.doc] += p.frequency
			}
			return err
		})
	})
	total := 0
	for _, n := range x.lengths {
		total += n
	}
	x.mean = float64(total) / float64(max(len(x.cases), 1))
	return err
}

// A posting says how often, weighted by field, and where a word stands in a
// case.
type posting struct {
	doc       int
	frequency int
	positions []int // rising; see fieldGap
}

// fieldGap is added to positions at each further field, so that no phrase
// spans two of them. Within a field bleve counts from 1.
const fieldGap = 1 << 20

// A reader reads one state of the index.
type reader struct {
	index.IndexReader
	x *Index
}

func (x *Index) read(do func(*reader) error) error {
	advanced, err := x.bleve.Advanced()
	if err != nil {
		return fmt.Errorf("index: %w", err)
	}
	r, err := advanced.Reader()
	if err != nil {
		return fmt.Errorf("index: %w", err)
	}
	defer r.Close()
	return do(&reader{r, x})
}

// terms calls each for every word of every field, sorted.
func (r *reader) terms(each func(term string) error) error {
	seen := map[string]bool{}
	for _, f := range fields {
		dict, err := r.FieldDict(f.name)
		if err != nil {
			return fmt.Errorf("index: %s: %w", f.name, err)
		}
		for entry, err := dict.Next(); entry != nil || err != nil; entry, err = dict.Next() {
			if err != nil {
				return fmt.Errorf("index: %s: %w", f.name, err)
			}
			seen[entry.Term] = true
		}
		dict.Close()
	}
	all := make([]string, 0, len(seen))
	for term := range seen {
		all = append(all, term)
	}
	slices.Sort(all)
	for _, term := range all {
		if err := each(term); err != nil {
			return err
		}
	}
	return nil
}

// postings returns a word's postings over all fields, by case number.
func (r *reader) postings(term string) ([]posting, error) {
	byDoc := map[int]*posting{}
	for i, f := range fields {
		if err := r.fieldPostings(term, i, f, byDoc); err != nil {
			return nil, fmt.Errorf("index: %s:%q: %w", f.name, term, err)
		}
	}
	all := make([]posting, 0, len(byDoc))
	for _, p := range byDoc {
		all = append(all, *p)
	}
	slices.SortFunc(all, func(a, b posting) int { return a.doc - b.doc })
	return all, nil
}

func (r *reader) fieldPostings(term string, i int, f field, byDoc map[int]*posting) error {
	tfr, err := r.TermFieldReader(context.Background(), []byte(term), f.name, true, false, true)
	if err != nil {
		return err
	}
	defer tfr.Close()
	for found, err := tfr.Next(nil); found != nil || err != nil; found, err = tfr.Next(nil) {
		if err != nil {
			return err
		}
		id, err := r.ExternalID(found.ID)
		if err != nil {
			return err
		}
		doc := r.x.number[id]
		p := byDoc[doc]
		if p == nil {
			p = &posting{doc: doc}
			byDoc[doc] = p
		}
		p.frequency += f.weight * int(found.Freq)
		for _, v := range found.Vectors {
			p.positions = append(p.positions, i*fieldGap+int(v.Pos))
		}
	}
	return nil
}
