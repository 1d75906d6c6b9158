package index

import (
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"slices"

	bleveindex "github.com/blevesearch/bleve_index_api"
)

// A weighed posting is what the shards hold of a word in a case.
type weighed struct {
	doc       int
	level     byte
	slot      int   // in which the word stands most often
	positions []int // rising; field and passage are part of them

	frequency, times int // weighted by field; and of the word in its slot
}

// A walker reads terms with all that the shards hold of them. It is not for
// several goroutines; what it gives is overwritten by the next term.
type walker struct {
	x         *Index
	texts     []slotText
	mean      float64
	found     []weighed
	positions []int
	times     [256]int // of a word in the slots of one case
}

// newWalker gives each of several walkers what they share.
func (x *Index) newWalker(texts []slotText) *walker {
	return &walker{x: x, texts: texts, mean: rankedMean(x.mean)}
}

// beginning calls each with every term that begins with a byte, sorted, and
// its postings by rising case number.
func (w *walker) beginning(with byte, each func(term string, postings []weighed) error) error {
	return w.x.reader.terms(with, func(term string, in []int) error {
		postings, err := w.postings(term, in)
		if err != nil || len(postings) == 0 {
			return err
		}
		return each(term, postings)
	})
}

// postings reads a term's postings in the fields that have it.
func (w *walker) postings(term string, in []int) ([]weighed, error) {
	w.found, w.positions = w.found[:0], w.positions[:0]
	for _, i := range in {
		if err := w.field(term, i); err != nil {
			return nil, err
		}
	}
	byCase := func(a, b weighed) int { return cmp.Compare(a.doc, b.doc) }
	if !slices.IsSortedFunc(w.found, byCase) {
		slices.SortStableFunc(w.found, byCase) // the fields of a case stay in order
	}
	merged := w.found[:0]
	for _, p := range w.found {
		if n := len(merged); n > 0 && merged[n-1].doc == p.doc {
			merged[n-1].join(p)
		} else {
			merged = append(merged, p)
		}
	}
	for i := range merged {
		p := &merged[i]
		p.level = level(p.frequency, w.x.rows[p.doc].length, w.mean)
	}
	return merged, nil
}

// join adds the posting of a later field of the same case.
func (p *weighed) join(later weighed) {
	p.frequency += later.frequency
	p.positions = append(slices.Clip(p.positions), later.positions...)
	if later.times > p.times {
		p.slot, p.times = later.slot, later.times
	}
}

// field reads a term's postings in one field.
func (w *walker) field(term string, i int) error {
	f := fields[i]
	list, err := w.x.reader.TermFieldReader(context.Background(), []byte(term), f.name, true, false, true)
	if err != nil {
		return wrap(err, f.name, term)
	}
	var found bleveindex.TermFieldDoc
	for {
		next, err := list.Next(found.Reset())
		if err != nil || next == nil {
			return wrap(errors.Join(err, list.Close()), f.name, term)
		}
		p := weighed{doc: w.x.reader.numbers[binary.BigEndian.Uint64(next.ID)], frequency: f.weight * int(next.Freq)}
		from := len(w.positions)
		for _, v := range next.Vectors {
			w.positions = append(w.positions, position(i, v))
		}
		p.positions = w.positions[from:len(w.positions):len(w.positions)]
		slices.Sort(p.positions)
		p.slot, p.times = w.slot(p.doc, i, next.Vectors)
		w.found = append(w.found, p)
	}
}

// slot returns in which slot of a case the word of these vectors stands most
// often, the first of those that tie, and how often: twice for evidence, which
// is what results should show.
func (w *walker) slot(doc, field int, vectors []*bleveindex.TermFieldVector) (slot, times int) {
	weight := 0
	switch fields[field].name {
	case "evidence":
		weight = 2
	case "body":
		weight = 1
	default:
		return 0, 0 // what every slot's card has
	}
	text := &w.texts[doc]
	if len(text.firsts) == 1 {
		return 0, weight * len(vectors)
	}
	most := 0
	for _, v := range vectors {
		at := place{field: field, start: int(v.Start)}
		if len(v.ArrayPositions) > 0 && weight == 2 {
			at.quote = int(v.ArrayPositions[0])
		}
		n := min(text.of(at), len(w.times)-1)
		most = max(most, n)
		w.times[n] += weight
	}
	for n := range w.times[:most+1] {
		if w.times[n] > times {
			slot, times = n, w.times[n]
		}
		w.times[n] = 0
	}
	return slot, times
}
