package index

// A termBlock collects terms with their postings until there are enough for a
// file. Positions run beside it in files of their own.
type termBlock struct {
	first, last string
	count       int
	heads       packer // of each term: name, number of cases, sizes
	postings    packer
	positions   packer
}

// A blockRef is a block of terms as the directory lists it.
type blockRef struct {
	first     string
	terms     ref
	positions []ref
}

func (t *termBlock) add(term string, postings []posting) {
	if t.count == 0 {
		t.first = term
	}
	t.heads.shared(t.last, term)
	t.count, t.last = t.count+1, term
	before, placed := len(t.postings), len(t.positions)
	next := 0
	for _, p := range postings {
		t.postings.number(p.doc - next)
		t.postings.number(p.frequency)
		next = p.doc + 1
		t.positions.number(len(p.positions))
		last := 0
		for _, at := range p.positions {
			t.positions.number(at - last)
			last = at
		}
	}
	t.heads.number(len(postings))
	t.heads.number(len(t.postings) - before)
	t.heads.number(len(t.positions) - placed)
}

func (t *termBlock) full() bool { return len(t.heads)+len(t.postings) >= termsSize }

// put writes the block and its positions.
func (t *termBlock) put(s *shards) (block blockRef, err error) {
	var raw packer
	raw.number(t.count)
	raw.bytes(t.heads)
	raw.bytes(t.postings)
	block.first = t.first
	if block.terms, err = s.put("terms", raw); err != nil {
		return block, err
	}
	for from := 0; from < len(t.positions); from += positionsSize {
		piece, err := s.put("positions", t.positions[from:min(from+positionsSize, len(t.positions))])
		if err != nil {
			return block, err
		}
		block.positions = append(block.positions, piece)
	}
	return block, nil
}
