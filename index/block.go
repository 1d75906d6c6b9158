package index

import (
	"cmp"
	"hash/crc32"
	"slices"
)

// The sizes of blocks, in bytes before compression. A query reads the block of
// each of its words, and the directory names every block: smaller ones cost
// every visitor, larger ones every query.
const (
	blockLeast    = 9 << 10  // a block that has as many ends where the next term allows it
	blockMost     = 18 << 10 // and here anyway
	blockAlone    = 9 << 10  // a term with as many has a block of its own, so that its neighbours stay cheap
	positionsSize = 16 << 10 // of a piece of positions, which only phrases read
)

// hinted is for how many cases of a term, those in which it says most, the
// block tells in which slot it stands. Results are among them.
const hinted = 64

// A termBlock collects terms with their postings until there are enough.
// Positions go into a file beside it.
type termBlock struct {
	first, last string
	count       int
	heads       packer // of each term: name, number of cases, sizes
	gaps        packer
	levels      []byte
	hints       []byte
	positions   packer
}

func (t *termBlock) size() int {
	return len(t.heads) + len(t.gaps) + len(t.levels) + len(t.hints)
}

// endsBefore reports whether a block has to end before a term that takes about
// so many bytes. Where it may end depends on the term, not on how much came
// before it, so that a block which grows does not move all that follow.
func (t *termBlock) endsBefore(term string, takes int) bool {
	size := t.size()
	switch {
	case t.count == 0:
		return false
	case takes >= blockAlone || size >= blockMost || t.count == 1 && size >= blockAlone:
		return true
	}
	return size >= blockLeast && mayEnd(term, 16)
}

// mayEnd is true for one in so many terms, and always for the same.
func mayEnd(term string, one uint32) bool { return crc32.ChecksumIEEE([]byte(term))%one == 0 }

// add takes a term with its postings, by rising case number.
func (t *termBlock) add(term string, postings []weighed) {
	if t.count == 0 {
		t.first = term
	}
	t.heads.shared(t.last, term)
	t.count, t.last = t.count+1, term
	gaps, placed := len(t.gaps), len(t.positions)
	next := 0
	for _, p := range postings {
		t.gaps.number(p.doc - next)
		next = p.doc + 1
		t.levels = append(t.levels, p.level)
		t.positions.number(len(p.positions))
		last := 0
		for _, at := range p.positions {
			t.positions.number(at - last)
			last = at
		}
	}
	t.hints = append(t.hints, hints(postings)...)
	t.heads.number(len(postings))
	t.heads.number(len(t.gaps) - gaps)
	t.heads.number(len(t.positions) - placed)
}

// hints are the slots of the cases in which a term says most, counted from 1;
// 0 for the others, and for what stands so far back that a byte cannot say it.
func hints(postings []weighed) []byte {
	all := make([]byte, len(postings))
	best := make([]int, len(postings))
	for i := range best {
		best[i] = i
	}
	if len(best) > hinted {
		slices.SortFunc(best, func(i, j int) int {
			return cmp.Or(cmp.Compare(postings[j].level, postings[i].level), cmp.Compare(j, i))
		})
		best = best[:hinted]
	}
	for _, i := range best {
		if slot := postings[i].slot; slot < 255 {
			all[i] = byte(slot + 1)
		}
	}
	return all
}

// pieces are the block's positions, compressed in pieces that can be unpacked
// alone, and their sizes.
func (t *termBlock) pieces() (pieces []byte, sizes []int, err error) {
	for from := 0; from < len(t.positions); from += positionsSize {
		piece, err := deflated(t.positions[from:min(from+positionsSize, len(t.positions))])
		if err != nil {
			return nil, nil, err
		}
		pieces, sizes = append(pieces, piece...), append(sizes, len(piece))
	}
	return pieces, sizes, nil
}

// packed is the block. Its positions are in a file from one place on, in
// pieces of these sizes.
func (t *termBlock) packed(positions ref, from int, sizes []int) ([]byte, error) {
	var raw packer
	raw.bytes(positions.digest[:])
	raw.number(from)
	raw.number(len(sizes))
	for _, size := range sizes {
		raw.number(size)
	}
	raw.number(t.count)
	raw.bytes(t.heads)
	raw.bytes(t.gaps)
	raw.bytes(t.levels)
	raw.bytes(t.hints)
	return deflated(raw)
}
