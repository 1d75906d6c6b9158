package archive

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// maxBlock bounds a record's block in memory.
const maxBlock = 256 << 20

// An Entry is a response in the archive.
type Entry struct {
	Key    string // see [Key]
	URL    string
	Method string
	Time   time.Time
	Status int
	Header http.Header

	payload string // digest as the record says it
	revisit bool
	at      place
}

// place is where a record's gzip member, or plain record, begins.
type place struct {
	file   int
	offset int64
}

// A Reader lists an archive.
type Reader struct {
	files   []file
	entries []Entry
	bodies  map[string]place // payload digest to the response that holds it
	damage  []string
}

// file is one WARC file and how much of it is sound.
type file struct {
	path  string
	sound int64
}

// Open reads the records of every WARC file in dir, sorted by name. A folder
// that is not there is an empty archive. Damage is no error: see [Reader.Damage].
func Open(dir string) (*Reader, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.warc*"))
	if err != nil {
		return nil, fmt.Errorf("archive: %w", err)
	}
	slices.Sort(names)
	r := &Reader{bodies: map[string]place{}}
	for _, name := range names {
		if err := r.scan(name); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// Entries returns the responses in the order in which they were written.
func (r *Reader) Entries() []Entry { return r.entries }

// Latest returns the newest response for each key, sorted by key.
func (r *Reader) Latest() []Entry {
	newest := map[string]Entry{}
	for _, e := range r.entries {
		if old, ok := newest[e.Key]; !ok || !e.Time.Before(old.Time) {
			newest[e.Key] = e
		}
	}
	latest := make([]Entry, 0, len(newest))
	for _, e := range newest {
		latest = append(latest, e)
	}
	slices.SortFunc(latest, func(a, b Entry) int { return strings.Compare(a.Key, b.Key) })
	return latest
}

// Damage says what could not be read, a line each.
func (r *Reader) Damage() []string { return r.damage }

// Body returns the body of a response.
func (r *Reader) Body(e Entry) ([]byte, error) {
	at := e.at
	if e.revisit {
		var ok bool
		if at, ok = r.bodies[e.payload]; !ok {
			return nil, fmt.Errorf("archive: %s: the record that holds its body is missing", e.URL)
		}
	}
	f, err := os.Open(r.files[at.file].path)
	if err != nil {
		return nil, fmt.Errorf("archive: %w", err)
	}
	defer f.Close()
	if _, err := f.Seek(at.offset, io.SeekStart); err != nil {
		return nil, fmt.Errorf("archive: %w", err)
	}
	rec, err := newScanner(bufio.NewReader(f)).next()
	if err != nil {
		return nil, fmt.Errorf("archive: %s: %w", e.URL, err)
	}
	_, body, err := splitResponse(rec.block)
	if err != nil {
		return nil, fmt.Errorf("archive: %s: %w", e.URL, err)
	}
	if strings.HasPrefix(e.payload, "sha256:") && payloadDigest(body) != e.payload {
		return nil, fmt.Errorf("archive: %s: body does not have the digest %s", e.URL, e.payload)
	}
	return body, nil
}

// scan lists the records of one file.
func (r *Reader) scan(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("archive: %w", err)
	}
	defer f.Close()
	number := len(r.files)
	r.files = append(r.files, file{path: name})
	s := newScanner(bufio.NewReaderSize(f, 1<<20))
	var request *scanned
	for {
		offset := s.offset()
		rec, err := s.next()
		if errors.Is(err, io.EOF) {
			r.files[number].sound = offset
			return nil
		}
		if err != nil {
			r.files[number].sound = offset
			r.damage = append(r.damage, fmt.Sprintf("%s at byte %d: %v; the rest of the file is passed over", name, offset, err))
			return nil
		}
		switch rec.header.Get("WARC-Type") {
		case "request":
			request = rec
		case "response", "revisit":
			r.add(rec, request, place{number, offset})
		}
	}
}

// add lists a response or revisit record; request is the record before it.
func (r *Reader) add(rec, request *scanned, at place) {
	target := strings.Trim(rec.header.Get("WARC-Target-URI"), "<>")
	when, err := time.Parse(time.RFC3339Nano, rec.header.Get("WARC-Date"))
	if err != nil {
		r.damage = append(r.damage, fmt.Sprintf("%s: date %q", target, rec.header.Get("WARC-Date")))
		return
	}
	head, _, err := splitResponse(rec.block)
	if err != nil {
		r.damage = append(r.damage, fmt.Sprintf("%s: %v", target, err))
		return
	}
	e := Entry{
		URL: target, Method: http.MethodGet, Time: when, Status: head.StatusCode, Header: head.Header,
		payload: rec.header.Get("WARC-Payload-Digest"), revisit: rec.header.Get("WARC-Type") == "revisit", at: at,
	}
	var sent []byte
	if request != nil && strings.Trim(request.header.Get("WARC-Target-URI"), "<>") == target {
		if asked, err := http.ReadRequest(bufio.NewReader(bytes.NewReader(request.block))); err == nil {
			e.Method = asked.Method
			_, sent, _ = bytes.Cut(request.block, []byte("\r\n\r\n"))
		}
	}
	e.Key = Key(e.Method, target, sent)
	if !e.revisit {
		if _, ok := r.bodies[e.payload]; !ok {
			r.bodies[e.payload] = at
		}
	}
	r.entries = append(r.entries, e)
}

// splitResponse parses an HTTP response as stored: its body is all that
// follows the header.
func splitResponse(block []byte) (*http.Response, []byte, error) {
	head, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(block)), nil)
	if err != nil {
		return nil, nil, fmt.Errorf("http response: %w", err)
	}
	_, body, _ := bytes.Cut(block, []byte("\r\n\r\n"))
	return head, body, nil
}
