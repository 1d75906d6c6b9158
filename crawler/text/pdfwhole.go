package text

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
)

// longestPreamble is how many bytes of something else may stand before a PDF: readers
// of the trade look no further, but some servers put more there.
const longestPreamble = 64 << 10

var pdfHead = []byte("%PDF-")

// Preamble is how many bytes of something else stand before a PDF; -1 for what
// is none.
func Preamble(b []byte) int {
	return bytes.Index(b[:min(len(b), longestPreamble)], pdfHead)
}

// CheckPDF tells whether b is a whole PDF: [ErrNotPDF] or [ErrCut] where its
// ends say that it is not, [ErrDamaged] where a compressed part of it does not
// have its checksum. The words of a damaged one can perhaps be read, but not
// trusted to be all.
func CheckPDF(b []byte) error {
	if err := checkEnds(b); err != nil {
		return err
	}
	return checkStreams(b)
}

// checkEnds tells by its ends whether b is a whole PDF.
func checkEnds(b []byte) error {
	if Preamble(b) < 0 {
		return fmt.Errorf("text: %w", ErrNotPDF)
	}
	if !bytes.Contains(b[max(0, len(b)-8192):], []byte("%%EOF")) {
		return fmt.Errorf("text: %w", ErrCut)
	}
	return nil
}

// compressed matches the beginning of a part that is compressed once, in the
// one way that has a checksum.
var compressed = regexp.MustCompile(`/Filter\s*(?:/FlateDecode|\[\s*/FlateDecode\s*\])[^\x00]{0,400}?>>\s*stream\r?\n`)

// mostInflated is how many bytes are read of compressed parts to check them.
const mostInflated = 256 << 20

// checkStreams reports a compressed part that does not have its checksum. In an
// encrypted file nothing can be told from outside.
func checkStreams(b []byte) error {
	if bytes.Contains(b, []byte("/Encrypt")) {
		return nil
	}
	var z inflater
	left := int64(mostInflated)
	for _, at := range compressed.FindAllIndex(b, -1) {
		n, err := z.inflate(b[at[1]:], left)
		left -= n
		if err != nil {
			return fmt.Errorf("text: %w: the part at byte %d: %w", ErrDamaged, at[1], err)
		}
		if left <= 0 {
			break
		}
	}
	return nil
}

// An inflater reads one compressed part after another: what a reader needs is
// larger than most of them.
type inflater struct{ z io.ReadCloser }

// inflate reads the part with which b begins, limit bytes at most, and returns
// how many it has.
func (f *inflater) inflate(b []byte, limit int64) (n int64, err error) {
	if f.z == nil {
		f.z, err = zlib.NewReader(bytes.NewReader(b))
	} else {
		err = f.z.(zlib.Resetter).Reset(bytes.NewReader(b), nil)
	}
	if err != nil {
		return 0, err
	}
	return io.Copy(io.Discard, io.LimitReader(f.z, limit))
}
