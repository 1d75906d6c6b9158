package archive

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"time"
)

// A listing collects the entries of one file; requests may stand before or
// after the answers that they belong to.
type listing struct {
	number   int
	entries  []Entry
	partner  []string // of each entry: id of the request, or ""
	requests map[string]asked
	previous asked // request record just before
}

// asked is what a request record says.
type asked struct {
	method, url, sent string
	answer            string // id of the answer that it names
}

// list adds the records of one file.
func (r *Reader) list(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("archive: %w", err)
	}
	defer f.Close()
	l := &listing{number: len(r.files), requests: map[string]asked{}}
	found := file{path: name}
	for start := int64(0); start >= 0; {
		src := regionOf(f, start)
		end, err := r.listFrom(l, f, src, start)
		if src.failed != nil {
			return fmt.Errorf("archive: %w", src.failed)
		}
		found.sound, start = end, -1
		if err != nil {
			next, searching := search(f, end+1)
			if searching != nil {
				return fmt.Errorf("archive: %s: %w", name, searching)
			}
			found.state = broken
			if next < 0 && errors.Is(err, io.ErrUnexpectedEOF) {
				found.state = cut
			}
			r.damage = append(r.damage, damaged(name, end, next, err))
			start = next
		}
	}
	r.files = append(r.files, found)
	r.entries = append(r.entries, l.paired()...)
	return nil
}

// damaged is the line that reports damage at an offset; what follows it was
// found readable from offset next, or not at all when next is negative.
func damaged(name string, at, next int64, err error) string {
	if next < 0 {
		return fmt.Sprintf("%s: at byte %d: %v; nothing after it can be read", name, at, err)
	}
	return fmt.Sprintf("%s: at byte %d: %v; reading goes on at byte %d", name, at, err, next)
}

// listFrom lists the records of src, which is the file from an offset on, and
// returns where they end and why, nil for the end of the file.
func (r *Reader) listFrom(l *listing, f *os.File, src io.Reader, start int64) (int64, error) {
	s := newScanner(src, maxBlock)
	for {
		rec, err := s.next()
		at := start + s.start
		if errors.Is(err, io.EOF) {
			return at, nil
		}
		if err != nil {
			return at, err
		}
		where := place{l.number, s.nth, at, start + s.offset() - at}
		err = r.add(l, rec, where)
		if err == nil && r.inspect != nil {
			err = r.inspect(f, rec, where)
		}
		if err != nil {
			r.damage = append(r.damage, fmt.Sprintf("%s: at byte %d: %v", f.Name(), at, err))
		}
	}
}

// search looks from an offset on for a place where a record begins; -1 when
// there is none.
func search(f *os.File, from int64) (int64, error) {
	b := bufio.NewReaderSize(io.NewSectionReader(f, from, 1<<62), 1<<16)
	for at := from; ; at++ {
		next, err := b.Peek(6)
		if bytes.HasPrefix(next, gzipMagic) || bytes.Equal(next, []byte("WARC/1")) {
			src := regionOf(f, at)
			if _, err := newScanner(src, maxBlock).next(); err == nil || src.failed != nil {
				return at, src.failed
			}
		}
		if len(next) == 0 {
			if errors.Is(err, io.EOF) {
				return -1, nil
			}
			return -1, err
		}
		if _, err := b.Discard(1); err != nil {
			return -1, err
		}
	}
}

// add lists one record.
func (r *Reader) add(l *listing, rec *scanned, at place) error {
	previous := l.previous
	l.previous = asked{}
	switch rec.kind() {
	case "request":
		l.previous = request(rec)
		l.requests[rec.id()] = l.previous
		return nil
	case "response", "resource", "revisit":
	case "metadata":
		r.notes = append(r.notes, string(rec.block))
		return nil
	default:
		return nil // warcinfo, conversion: nothing that was answered
	}
	e, err := entry(rec)
	if err != nil {
		return err
	}
	e.at = at
	partner := rec.header.Get("WARC-Concurrent-To")
	if partner == "" && previous.url == e.URL && previous.answer == "" {
		partner = "previous " + rec.id()
		l.requests[partner] = previous
	}
	l.entries, l.partner = append(l.entries, e), append(l.partner, partner)
	if !e.revisit {
		r.byID[e.id] = at
		if _, ok := r.byBody[e.digest]; !ok && e.digest != "" {
			r.byBody[e.digest] = at
		}
	}
	return nil
}

// entry is what an answer's record says of it.
func entry(rec *scanned) (Entry, error) {
	e := Entry{
		Method: http.MethodGet, URL: rec.url(), Status: http.StatusOK, id: rec.id(), digest: rec.header.Get("WARC-Payload-Digest"),
		revisit: rec.kind() == "revisit", refers: rec.header.Get("WARC-Refers-To"),
	}
	var err error
	if e.Time, err = time.Parse(time.RFC3339Nano, rec.header.Get("WARC-Date")); err != nil {
		return e, fmt.Errorf("%s: date %q", e.URL, rec.header.Get("WARC-Date"))
	}
	if digits, ok := strings.CutPrefix(e.digest, "sha256:"); ok && len(digits) == 64 {
		e.Digest = strings.ToLower(digits)
	}
	if rec.kind() == "resource" {
		e.Header = http.Header{"Content-Type": {rec.header.Get("Content-Type")}}
		return e, nil
	}
	if !strings.HasPrefix(rec.header.Get("Content-Type"), "application/http") {
		return e, nil // the answer of another protocol, such as DNS
	}
	answer, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(rec.block)), nil)
	if err != nil {
		return e, fmt.Errorf("%s: HTTP header: %w", e.URL, err)
	}
	e.Status, e.Header = answer.StatusCode, answer.Header
	return e, nil
}

// request is what a request's record says of it.
func request(rec *scanned) asked {
	line, _, _ := bytes.Cut(rec.block, []byte("\r\n"))
	method, _, _ := strings.Cut(string(line), " ")
	a := asked{method: method, url: rec.url(), answer: rec.header.Get("WARC-Concurrent-To")}
	if _, sent, _ := bytes.Cut(rec.block, []byte("\r\n\r\n")); len(sent) > 0 {
		a.sent = Digest(sent)
	}
	return a
}

// paired gives each entry what its request says.
func (l *listing) paired() []Entry {
	byAnswer := map[string]asked{}
	for _, a := range l.requests {
		if a.answer != "" {
			byAnswer[a.answer] = a
		}
	}
	for i := range l.entries {
		e := &l.entries[i]
		a, ok := l.requests[l.partner[i]]
		if !ok {
			a, ok = byAnswer[e.id]
		}
		if ok && a.method != "" {
			e.Method, e.Sent = a.method, a.sent
		}
		e.Key = e.URL
		if e.Method != http.MethodGet || e.Sent != "" {
			e.Key = e.Method + " " + e.URL + " " + e.Sent
		}
	}
	return l.entries
}
