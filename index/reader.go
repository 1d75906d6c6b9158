package index

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	bleveindex "github.com/blevesearch/bleve_index_api"

	"casebook/content"
)

// A reader reads one state of the index, and knows the numbers that bleve and
// casebook give to a case.
type reader struct {
	bleveindex.IndexReader
	numbers []int // by bleve's own: ours
	cases   int
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

// newReader reads what bleve holds of the cases, which must be all of them and
// no other, each once.
func newReader(b *bleve, cases []*content.Case) (*reader, error) {
	r, err := b.Reader()
	if err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	own := &reader{IndexReader: r, cases: len(cases)}
	if err := own.number(cases); err != nil {
		return nil, errors.Join(err, r.Close())
	}
	return own, nil
}

// number finds out by which number bleve knows each case.
func (r *reader) number(cases []*content.Case) error {
	ours := make(map[string]int, len(cases))
	for i, c := range cases {
		ours[c.ID] = i
	}
	err := r.everyID(func(internal bleveindex.IndexInternalID, id string) error {
		n, ok := ours[id]
		if !ok || len(internal) != 8 {
			return fmt.Errorf("%q, number %x of bleve's, is no case of the book, or twice in the index", id, []byte(internal))
		}
		delete(ours, id)
		at := int(binary.BigEndian.Uint64(internal))
		if at >= len(r.numbers) {
			r.numbers = append(r.numbers, make([]int, at+1-len(r.numbers))...)
		}
		r.numbers[at] = n
		return nil
	})
	if err == nil && len(ours) > 0 {
		err = fmt.Errorf("index: %d of %d cases are not in the index", len(ours), len(cases))
	}
	return err
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

// terms calls each with every word that begins with a byte, sorted, and the
// numbers of the fields that have it. In a folder a word of what changed or
// went may still be among them, without postings, until bleve merges what it
// stood in.
func (r *reader) terms(with byte, each func(term string, in []int) error) error {
	heads := make([]*bleveindex.DictEntry, len(fields))
	dicts := make([]bleveindex.FieldDict, len(fields))
	next := func(i int) (err error) {
		heads[i], err = dicts[i].Next()
		if heads[i] != nil && heads[i].Term[0] != with {
			heads[i] = nil // bleve's range ends a little later
		}
		return wrap(err, fields[i].name, string(with))
	}
	for i, f := range fields {
		dict, err := r.FieldDictRange(f.name, []byte{with}, []byte{with, 0xff})
		if err != nil {
			return wrap(err, f.name, string(with))
		}
		defer dict.Close()
		dicts[i] = dict
		if err := next(i); err != nil {
			return err
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
			if err := next(i); err != nil {
				return err
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
	if !positions {
		return r.frequencies(term, in)
	}
	var found []posting
	last, before := make([]int, r.cases), []int{} // places in found, from 1: the last of a case, and the one before each
	cases := 0
	for _, i := range in {
		err := r.field(term, i, true, func(p posting) {
			found, before = append(found, p), append(before, last[p.doc])
			if last[p.doc] == 0 {
				cases++
			}
			last[p.doc] = len(found)
		})
		if err != nil {
			return nil, err
		}
	}
	merged := make([]posting, 0, cases)
	for _, at := range last {
		if at == 0 {
			continue
		}
		p := found[at-1]
		for at = before[at-1]; at > 0; at = before[at-1] {
			p.frequency += found[at-1].frequency
			p.positions = slices.Concat(found[at-1].positions, p.positions)
		}
		merged = append(merged, p)
	}
	return merged, nil
}

// frequencies returns a word's postings without positions.
func (r *reader) frequencies(term string, in []int) ([]posting, error) {
	sums := make([]int, r.cases)
	cases := 0
	for _, i := range in {
		err := r.field(term, i, false, func(p posting) {
			if sums[p.doc] == 0 {
				cases++
			}
			sums[p.doc] += p.frequency
		})
		if err != nil {
			return nil, err
		}
	}
	merged := make([]posting, 0, cases)
	for doc, sum := range sums {
		if sum > 0 {
			merged = append(merged, posting{doc: doc, frequency: sum})
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
	var room []int // for the positions of many postings
	for {
		next, err := list.Next(found.Reset())
		if err != nil || next == nil {
			return wrap(errors.Join(err, list.Close()), f.name, term)
		}
		p := posting{doc: r.numbers[binary.BigEndian.Uint64(next.ID)], frequency: f.weight * int(next.Freq)}
		if positions {
			if len(room) < len(next.Vectors) {
				room = make([]int, max(4096, len(next.Vectors)))
			}
			n := len(next.Vectors)
			p.positions, room = room[:n:n], room[n:]
			for n, v := range next.Vectors {
				p.positions[n] = position(i, v)
			}
			if !slices.IsSorted(p.positions) {
				slices.Sort(p.positions)
			}
		}
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

// wrap says where reading failed, if it did.
func wrap(err error, field, term string) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("index: %s:%q: %w", field, term, err)
}
