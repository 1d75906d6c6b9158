package index

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/blevesearch/bleve/v2"
	bleveindex "github.com/blevesearch/bleve_index_api"

	"casebook/content"
)

// A reader reads one state of the index, and knows the numbers that bleve and
// casebook give to a case.
type reader struct {
	bleveindex.IndexReader
	numbers map[string]int // bleve's own, as bytes, to ours
}

// A posting says how often, weighted by field, and where a word stands in a
// case.
type posting struct {
	doc       int
	frequency int
	positions []int // rising; field and passage are part of them
}

// A position is the place of a word in its passage, from 1, above it the
// passage in its field, above that the field. So no phrase reaches from one
// field or passage into the next.
const (
	passageRoom = 1 << 10 // words of a passage; a body is one passage and may fill its field
	fieldRoom   = 1 << 20
)

func newReader(b bleve.Index, cases []*content.Case) (*reader, error) {
	advanced, err := b.Advanced()
	if err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	r, err := advanced.Reader()
	if err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	own := &reader{IndexReader: r, numbers: make(map[string]int, len(cases))}
	number := make(map[string]int, len(cases))
	for i, c := range cases {
		number[c.ID] = i
	}
	err = own.everyID(func(internal bleveindex.IndexInternalID, id string) error {
		own.numbers[string(internal)] = number[id]
		return nil
	})
	if err != nil {
		return nil, errors.Join(err, r.Close())
	}
	return own, nil
}

// everyID calls each with bleve's number and the id of every case.
func (r *reader) everyID(each func(internal bleveindex.IndexInternalID, id string) error) error {
	all, err := r.DocIDReaderAll()
	if err != nil {
		return fmt.Errorf("index: %w", err)
	}
	defer all.Close()
	for {
		internal, err := all.Next()
		if err != nil {
			return fmt.Errorf("index: %w", err)
		}
		if internal == nil {
			return nil
		}
		id, err := r.ExternalID(internal)
		if err == nil {
			err = each(internal, id)
		}
		if err != nil {
			return fmt.Errorf("index: %w", err)
		}
	}
}

// terms calls each with every word, sorted, and the numbers of the fields
// that have it.
func (r *reader) terms(each func(term string, in []int) error) (err error) {
	heads := make([]*bleveindex.DictEntry, len(fields))
	dicts := make([]bleveindex.FieldDict, len(fields))
	for i, f := range fields {
		if dicts[i], err = r.FieldDict(f.name); err != nil {
			return fmt.Errorf("index: %s: %w", f.name, err)
		}
		defer dicts[i].Close()
		if heads[i], err = dicts[i].Next(); err != nil {
			return fmt.Errorf("index: %s: %w", f.name, err)
		}
	}
	for {
		term, in := lowest(heads)
		if len(in) == 0 {
			return nil
		}
		if err := each(term, in); err != nil {
			return err
		}
		for _, i := range in {
			if heads[i], err = dicts[i].Next(); err != nil {
				return fmt.Errorf("index: %s: %w", fields[i].name, err)
			}
		}
	}
}

// lowest returns the first term of several sorted lists and where it stands.
func lowest(heads []*bleveindex.DictEntry) (term string, in []int) {
	for i, head := range heads {
		switch {
		case head == nil:
		case len(in) == 0 || head.Term < term:
			term, in = head.Term, []int{i}
		case head.Term == term:
			in = append(in, i)
		}
	}
	return term, in
}

// everyField is what postings reads where it is not known which have a word.
func everyField() []int {
	all := make([]int, len(fields))
	for i := range all {
		all[i] = i
	}
	return all
}

// postings returns a word's postings over the fields given, by case number.
func (r *reader) postings(term string, in []int, positions bool) ([]posting, error) {
	var all []posting
	for _, i := range in {
		err := r.field(term, i, positions, func(p posting) { all = append(all, p) })
		if err != nil {
			return nil, err
		}
	}
	// One sort by case keeps the fields of a case in order.
	slices.SortStableFunc(all, func(a, b posting) int { return cmp.Compare(a.doc, b.doc) })
	merged := all[:0]
	for _, p := range all {
		if n := len(merged); n > 0 && merged[n-1].doc == p.doc {
			merged[n-1].frequency += p.frequency
			merged[n-1].positions = append(merged[n-1].positions, p.positions...)
		} else {
			merged = append(merged, p)
		}
	}
	return merged, nil
}

// field calls each with a word's postings in one field, in bleve's order.
func (r *reader) field(term string, i int, positions bool, each func(posting)) error {
	f := fields[i]
	list, err := r.TermFieldReader(context.Background(), []byte(term), f.name, true, false, positions)
	if err != nil {
		return fmt.Errorf("index: %s:%q: %w", f.name, term, err)
	}
	var found bleveindex.TermFieldDoc
	for {
		next, err := list.Next(found.Reset())
		if err != nil || next == nil {
			return wrap(errors.Join(err, list.Close()), f.name, term)
		}
		p := posting{doc: r.numbers[string(next.ID)], frequency: f.weight * int(next.Freq)}
		for _, v := range next.Vectors {
			p.positions = append(p.positions, position(i, v))
		}
		slices.Sort(p.positions)
		each(p)
	}
}

// position numbers a place in field i. What does not fit stays at the end of
// its field.
func position(i int, v *bleveindex.TermFieldVector) int {
	passage := 0
	if len(v.ArrayPositions) > 0 {
		passage = int(v.ArrayPositions[0])
	}
	return i*fieldRoom + min(passage*passageRoom+int(v.Pos), fieldRoom-1)
}

// eachPosting calls each with every posting of a field, unweighted.
func (r *reader) eachPosting(f field, each func(doc, frequency int)) error {
	dict, err := r.FieldDict(f.name)
	if err != nil {
		return fmt.Errorf("index: %s: %w", f.name, err)
	}
	defer dict.Close()
	var found bleveindex.TermFieldDoc
	for {
		entry, err := dict.Next()
		if err != nil || entry == nil {
			return wrap(err, f.name, "")
		}
		list, err := r.TermFieldReader(context.Background(), []byte(entry.Term), f.name, true, false, false)
		if err != nil {
			return wrap(err, f.name, entry.Term)
		}
		next, err := list.Next(found.Reset())
		for ; err == nil && next != nil; next, err = list.Next(found.Reset()) {
			each(r.numbers[string(next.ID)], int(next.Freq))
		}
		if err := errors.Join(err, list.Close()); err != nil {
			return wrap(err, f.name, entry.Term)
		}
	}
}

// wrap says where reading failed, if it did.
func wrap(err error, field, term string) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("index: %s:%q: %w", field, term, err)
}
