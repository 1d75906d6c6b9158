package archive

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"strconv"
	"strings"
)

// A scanner reads the records of one WARC file, gzipped record by record or
// plain.
type scanner struct {
	raw  *counter
	zip  *gzip.Reader
	gzip bool
}

// scanned is one record as read.
type scanned struct {
	header textproto.MIMEHeader
	block  []byte
}

// A counter counts the bytes that were consumed, so that a record can be
// found again.
type counter struct {
	r *bufio.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

func (c *counter) ReadByte() (byte, error) {
	b, err := c.r.ReadByte()
	if err == nil {
		c.n++
	}
	return b, err
}

func newScanner(r *bufio.Reader) *scanner {
	magic, _ := r.Peek(2)
	return &scanner{raw: &counter{r: r}, gzip: len(magic) == 2 && magic[0] == 0x1f && magic[1] == 0x8b}
}

// offset is where the next record begins.
func (s *scanner) offset() int64 { return s.raw.n }

// next reads a record; io.EOF after the last.
func (s *scanner) next() (*scanned, error) {
	if !s.gzip {
		return readRecord(s.raw)
	}
	if _, err := s.raw.r.Peek(1); err != nil {
		return nil, io.EOF
	}
	var err error
	if s.zip == nil {
		s.zip, err = gzip.NewReader(s.raw)
	} else {
		err = s.zip.Reset(s.raw)
	}
	if err != nil {
		return nil, fmt.Errorf("gzip: %w", noEOF(err))
	}
	s.zip.Multistream(false)
	rec, err := readRecord(s.zip)
	if err != nil {
		return nil, noEOF(err)
	}
	if _, err := io.Copy(io.Discard, io.LimitReader(s.zip, 1<<20)); err != nil {
		return nil, fmt.Errorf("gzip: %w", noEOF(err))
	}
	return rec, nil
}

// noEOF tells a record that was cut off from the end of the file.
func noEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// readRecord reads a version line, a header, a block and the two line ends
// after it.
func readRecord(r io.Reader) (*scanned, error) {
	line, err := readLine(r)
	for err == nil && line == "" {
		line, err = readLine(r)
	}
	if err != nil {
		return nil, err
	}
	if !strings.HasPrefix(line, "WARC/") {
		return nil, fmt.Errorf("no WARC record: %.40q", line)
	}
	header := textproto.MIMEHeader{}
	for range 1000 {
		if line, err = readLine(r); err != nil {
			return nil, noEOF(err)
		}
		if line == "" {
			break
		}
		name, value, _ := strings.Cut(line, ":")
		header.Add(strings.TrimSpace(name), strings.TrimSpace(value))
	}
	n, err := strconv.ParseInt(header.Get("Content-Length"), 10, 64)
	if err != nil || n < 0 || n > maxBlock {
		return nil, fmt.Errorf("record length %q", header.Get("Content-Length"))
	}
	block := make([]byte, n)
	if _, err := io.ReadFull(r, block); err != nil {
		return nil, noEOF(err)
	}
	return &scanned{header, block}, nil
}

// readLine reads up to a line feed, byte by byte so that nothing beyond it is
// consumed.
func readLine(r io.Reader) (string, error) {
	var line []byte
	var one [1]byte
	for len(line) < 1<<16 {
		if _, err := io.ReadFull(r, one[:]); err != nil {
			if len(line) > 0 {
				err = io.ErrUnexpectedEOF
			}
			return "", err
		}
		if one[0] == '\n' {
			return strings.TrimRight(string(line), "\r"), nil
		}
		line = append(line, one[0])
	}
	return "", errors.New("a header line of more than 64 kB")
}
