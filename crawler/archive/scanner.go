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

// A scanner reads the records of one WARC file in order, whether the file is
// plain or in gzip. Each record should be a gzip member of its own; files in
// which a member holds several records, or a record takes several members, are
// read as well.
type scanner struct {
	raw     *counter
	zip     *gzip.Reader
	text    *bufio.Reader // of the member under way
	more    bool          // it goes on after the record
	gzipped bool
	limit   int64 // on a record's block
	start   int64 // of the record that next returned, or of its member
	nth     int   // record of that member it is, from 0
}

// scanned is one record as read.
type scanned struct {
	header textproto.MIMEHeader
	block  []byte
}

func (s *scanned) kind() string { return s.header.Get("WARC-Type") }
func (s *scanned) id() string   { return s.header.Get("WARC-Record-Id") }
func (s *scanned) url() string  { return strings.Trim(s.header.Get("WARC-Target-Uri"), "<>") }

// A counter counts the bytes consumed. Being an io.ByteReader, it keeps gzip
// from reading beyond a member's end.
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

var gzipMagic = []byte{0x1f, 0x8b, 0x08}

// newScanner reads records from r, refusing blocks of more than limit bytes.
func newScanner(r io.Reader, limit int64) *scanner {
	b := bufio.NewReaderSize(r, 1<<16)
	magic, _ := b.Peek(2)
	return &scanner{raw: &counter{r: b}, gzipped: string(magic) == string(gzipMagic[:2]), limit: limit}
}

// offset is where the next record begins.
func (s *scanner) offset() int64 { return s.raw.n }

// next reads a record; io.EOF after the last, io.ErrUnexpectedEOF where the
// file ends inside one.
func (s *scanner) next() (*scanned, error) {
	if s.more {
		s.nth++
		rec, err := s.compressed()
		if err != nil {
			return nil, fmt.Errorf("record %d of a gzip member: %v", s.nth+1, err) // never the unfinished end of a file of ours
		}
		return rec, nil
	}
	s.start, s.nth = s.raw.n, 0
	if _, err := s.raw.r.Peek(1); err != nil {
		return nil, io.EOF
	}
	if !s.gzipped {
		return readRecord(s.raw, s.limit)
	}
	if err := s.member(); err != nil {
		return nil, fmt.Errorf("gzip: %w", unexpected(err))
	}
	return s.compressed()
}

// compressed reads a record of the member under way, and sees whether that was
// all of it: at the end its checksum is compared.
func (s *scanner) compressed() (*scanned, error) {
	s.more = false
	rec, err := readRecord(members{s}, s.limit)
	if err != nil {
		return nil, unexpected(err)
	}
	for {
		next, err := s.text.Peek(1)
		switch {
		case errors.Is(err, io.EOF):
			return rec, nil
		case err != nil:
			return nil, fmt.Errorf("gzip: %w", err)
		case next[0] != '\r' && next[0] != '\n':
			s.more = true
			return rec, nil
		}
		if _, err := s.text.Discard(1); err != nil {
			return nil, fmt.Errorf("gzip: %w", err)
		}
	}
}

// member begins the next gzip member.
func (s *scanner) member() (err error) {
	if s.zip == nil {
		s.zip, err = gzip.NewReader(s.raw)
	} else {
		err = s.zip.Reset(s.raw)
	}
	if err != nil {
		return err
	}
	s.zip.Multistream(false)
	if s.text == nil {
		s.text = bufio.NewReader(s.zip)
	} else {
		s.text.Reset(s.zip)
	}
	return nil
}

// members reads a record that may go on in the next member, unless that begins
// a record of its own.
type members struct{ s *scanner }

func (m members) Read(p []byte) (int, error) {
	for {
		n, err := m.s.text.Read(p)
		if n > 0 || !errors.Is(err, io.EOF) {
			return n, err
		}
		if _, err := m.s.raw.r.Peek(1); err != nil {
			return 0, io.EOF
		}
		if err := m.s.member(); err != nil {
			return 0, err
		}
		if next, _ := m.s.text.Peek(5); string(next) == "WARC/" {
			return 0, io.ErrUnexpectedEOF
		}
	}
}

// unexpected tells a record that was cut off from the end of the file.
func unexpected(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// errLarge says that a block is larger than the caller wants to hold.
var errLarge = errors.New("larger than allowed")

// readRecord reads a version line, a header and a block, and the empty lines
// before it.
func readRecord(r io.Reader, limit int64) (*scanned, error) {
	line, err := readLine(r)
	for err == nil && line == "" {
		line, err = readLine(r)
	}
	if line != "" && !strings.HasPrefix(line, "WARC/") && !strings.HasPrefix("WARC/", line) {
		return nil, fmt.Errorf("no WARC record: %.40q", line)
	}
	if err != nil {
		return nil, err
	}
	header, err := readFields(r)
	if err != nil {
		return nil, err
	}
	n, err := strconv.ParseInt(header.Get("Content-Length"), 10, 64)
	if err != nil || n < 0 {
		return nil, fmt.Errorf("record length %q", header.Get("Content-Length"))
	}
	if n > limit {
		return nil, fmt.Errorf("record of %d bytes, limit %d: %w", n, limit, errLarge)
	}
	block, err := io.ReadAll(io.LimitReader(r, n)) // grows as bytes come, so a false length costs nothing
	if err != nil {
		return nil, unexpected(err)
	}
	if int64(len(block)) < n {
		return nil, io.ErrUnexpectedEOF
	}
	return &scanned{header, block}, nil
}

// readFields reads named fields up to the empty line.
func readFields(r io.Reader) (textproto.MIMEHeader, error) {
	header := textproto.MIMEHeader{}
	for range 1000 {
		line, err := readLine(r)
		if err != nil {
			return nil, unexpected(err)
		}
		if line == "" {
			return header, nil
		}
		name, value, _ := strings.Cut(line, ":")
		header.Add(strings.TrimSpace(name), strings.TrimSpace(value))
	}
	return nil, errors.New("a header of more than 1,000 lines")
}

// readLine reads up to a line feed, byte by byte so that nothing beyond it is
// consumed.
func readLine(r io.Reader) (string, error) {
	var line []byte
	var one [1]byte
	for len(line) < 1<<16 {
		if _, err := io.ReadFull(r, one[:]); err != nil {
			if len(line) > 0 {
				err = unexpected(err)
			}
			return string(line), err
		}
		if one[0] == '\n' {
			return strings.TrimRight(string(line), "\r"), nil
		}
		line = append(line, one[0])
	}
	return "", errors.New("a header line of more than 64 kB")
}
