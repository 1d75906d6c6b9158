package index

// The sizes of files of blocks, in bytes before compression. A host that
// honours ranges sends single blocks; from another a query reads whole files.
const (
	fileLeast = 24 << 10 // a file that has as many ends where the next block allows it
	fileMost  = 48 << 10 // and here anyway
)

// A blockFile is some blocks of terms one after the other, as the directory
// lists them.
type blockFile struct {
	terms  ref
	blocks []blockRef
}

// A blockRef is a block of terms in its file.
type blockRef struct {
	first string // above the last term of the block before, and not above the first of this
	bytes int
}

// A blockWriter cuts terms into blocks, and blocks into files, each with a
// file of positions beside it.
type blockWriter struct {
	shards *shards
	block  termBlock
	ended  []termBlock // of the file
	size   int         // of those
	last   string      // term of the file before
	files  []blockFile
}

// add takes the next term.
func (w *blockWriter) add(term string, postings []weighed) error {
	if w.block.endsBefore(term, 3*len(postings)) {
		w.endBlock()
		if w.size >= fileMost || w.size >= fileLeast && mayEnd(term, 2) {
			if err := w.endFile(); err != nil {
				return err
			}
		}
	}
	w.block.add(term, postings)
	return nil
}

// end writes what is left and returns the files.
func (w *blockWriter) end() ([]blockFile, error) {
	if w.block.count > 0 {
		w.endBlock()
	}
	if len(w.ended) > 0 {
		if err := w.endFile(); err != nil {
			return nil, err
		}
	}
	return w.files, nil
}

func (w *blockWriter) endBlock() {
	w.size += w.block.size()
	w.ended, w.block = append(w.ended, w.block), termBlock{}
}

// endFile writes the positions, then the blocks that say where they are.
func (w *blockWriter) endFile() (err error) {
	var positions []byte
	from, sizes := make([]int, len(w.ended)), make([][]int, len(w.ended))
	for i := range w.ended {
		var pieces []byte
		if pieces, sizes[i], err = w.ended[i].pieces(); err != nil {
			return err
		}
		from[i], positions = len(positions), append(positions, pieces...)
	}
	placed, err := w.shards.putPacked("positions", positions)
	if err != nil {
		return err
	}
	var file blockFile
	var terms []byte
	for i := range w.ended {
		block, err := w.ended[i].packed(placed, from[i], sizes[i])
		if err != nil {
			return err
		}
		terms = append(terms, block...)
		file.blocks = append(file.blocks, blockRef{between(w.last, w.ended[i].first), len(block)})
		w.last = w.ended[i].last
	}
	if file.terms, err = w.shards.putPacked("terms", terms); err != nil {
		return err
	}
	w.files, w.ended, w.size = append(w.files, file), nil, 0
	return nil
}

// between is the shortest beginning of b that is above a, in bytes.
func between(a, b string) string {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return b[:min(n+1, len(b))]
}
