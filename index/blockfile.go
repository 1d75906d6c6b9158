package index

// The sizes of files of blocks, in bytes. A host that honours ranges sends
// single blocks; from another a query reads whole files.
const (
	fileLeast = 14 << 10 // a file that has as many ends where the next block allows it
	fileMost  = 28 << 10 // and here anyway
)

// A blockFile is some blocks of terms one after the other, and beside them
// their positions, as the directory lists them.
type blockFile struct {
	terms, positions ref
	blocks           []blockRef
}

// A blockRef is a block of terms in its file.
type blockRef struct {
	first string // above the last term of the block before, and not above the first of this
	bytes int
}

// A blockWriter cuts terms into blocks, and blocks into files.
type blockWriter struct {
	shards    *shards
	block     termBlock
	last      string // term of the block before
	file      blockFile
	packed    []byte
	positions []byte
	files     []blockFile
}

// add takes the next term.
func (w *blockWriter) add(term string, postings []weighed) error {
	if w.block.endsBefore(term, 3*len(postings)) {
		if err := w.endBlock(); err != nil {
			return err
		}
		if len(w.packed) >= fileMost || len(w.packed) >= fileLeast && mayEnd(term, 2) {
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
		if err := w.endBlock(); err != nil {
			return nil, err
		}
	}
	if len(w.file.blocks) > 0 {
		if err := w.endFile(); err != nil {
			return nil, err
		}
	}
	return w.files, nil
}

func (w *blockWriter) endBlock() error {
	block, positions, err := w.block.packed(len(w.positions))
	if err != nil {
		return err
	}
	w.file.blocks = append(w.file.blocks, blockRef{between(w.last, w.block.first), len(block)})
	w.packed, w.positions = append(w.packed, block...), append(w.positions, positions...)
	w.last, w.block = w.block.last, termBlock{}
	return nil
}

func (w *blockWriter) endFile() (err error) {
	if w.file.terms, err = w.shards.putPacked("terms", w.packed); err != nil {
		return err
	}
	if w.file.positions, err = w.shards.putPacked("positions", w.positions); err != nil {
		return err
	}
	w.files = append(w.files, w.file)
	w.file, w.packed, w.positions = blockFile{}, nil, nil
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
