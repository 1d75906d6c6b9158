package archive

import (
	"errors"
	"io"
	"os"
)

// A region reads a file from an offset on, and remembers why the disk did not
// give what was asked of it. Whoever reads records through it cannot tell that
// from the end of the file or from damage; and a file that was taken to end
// where the disk failed would be written over from there on.
type region struct {
	r      io.Reader
	failed error
}

func regionOf(f *os.File, offset int64) *region {
	return &region{r: io.NewSectionReader(f, offset, 1<<62)}
}

func (r *region) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	if err != nil && !errors.Is(err, io.EOF) && r.failed == nil {
		r.failed = err
	}
	return n, err
}
