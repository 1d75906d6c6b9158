package archive

import (
	"cmp"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// maxBlock bounds a record's block while an archive is listed.
const maxBlock = 512 << 20

// An Entry is one answer in the archive.
type Entry struct {
	Key    string // see [Key]
	Method string
	URL    string
	Sent   string // digest of the request's body in hexadecimal digits; "" when it had none
	Time   time.Time
	Status int
	Header http.Header
	Digest string // SHA-256 of the body in hexadecimal digits, "" where the file keeps another kind

	id      string
	digest  string // payload digest as the file states it
	revisit bool
	refers  string // id of the record that holds the body
	at      place
}

// place is where a record stands.
type place struct {
	file           int
	nth            int // of its gzip member, from 0
	offset, length int64
}

// A Reader lists an archive and reads bodies from it. Reading is safe for use
// by several goroutines.
type Reader struct {
	files   []file
	entries []Entry
	byID    map[string]place // records that hold a body
	byBody  map[string]place // the same by payload digest
	notes   []string
	damage  []string
	inspect func(f *os.File, rec *scanned, at place) error // what else to look at in each record; nil for nothing
}

// file is one WARC file.
type file struct {
	path  string
	state state
	sound int64 // where its sound records end
}

// state is how a file ends.
type state int

const (
	whole  state = iota
	cut          // inside its last record: a write that did not finish
	broken       // with bytes that are no record
)

// Open lists every WARC file in dir, plain or gzipped, by name. A folder that
// is not there is an error; damage inside a file is not: see [Reader.Damage].
func Open(dir string) (*Reader, error) { return open(dir, nil) }

func open(dir string, inspect func(*os.File, *scanned, place) error) (*Reader, error) {
	if _, err := os.Stat(dir); err != nil {
		return nil, fmt.Errorf("archive: %w", err)
	}
	var names []string
	for _, pattern := range []string{"*.warc", "*.warc.gz"} {
		found, err := filepath.Glob(filepath.Join(escapeGlob(dir), pattern))
		if err != nil {
			return nil, fmt.Errorf("archive: %w", err)
		}
		names = append(names, found...)
	}
	slices.Sort(names)
	return openFiles(names, inspect)
}

// OpenFiles lists WARC files by name.
func OpenFiles(names ...string) (*Reader, error) { return openFiles(names, nil) }

func openFiles(names []string, inspect func(*os.File, *scanned, place) error) (*Reader, error) {
	r := &Reader{byID: map[string]place{}, byBody: map[string]place{}, inspect: inspect}
	for _, name := range names {
		if err := r.list(name); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(r.entries, func(a, b Entry) int {
		return cmp.Or(a.Time.Compare(b.Time), cmp.Compare(a.at.file, b.at.file), cmp.Compare(a.at.offset, b.at.offset))
	})
	return r, nil
}

// escapeGlob keeps a folder's own name from being read as a pattern.
func escapeGlob(dir string) string {
	return strings.NewReplacer(`[`, `[[]`, `*`, `[*]`, `?`, `[?]`).Replace(dir)
}

// Entries returns the answers, oldest first.
func (r *Reader) Entries() []Entry { return r.entries }

// Latest returns the newest answer for each key, sorted by key.
func (r *Reader) Latest() []Entry {
	newest := map[string]Entry{}
	for _, e := range r.entries {
		newest[e.Key] = e
	}
	latest := make([]Entry, 0, len(newest))
	for _, e := range newest {
		latest = append(latest, e)
	}
	slices.SortFunc(latest, func(a, b Entry) int { return cmp.Compare(a.Key, b.Key) })
	return latest
}

// Holds reports whether a body with a digest, in hexadecimal digits, is in the
// archive.
func (r *Reader) Holds(digest string) bool {
	_, ok := r.byBody["sha256:"+digest]
	return ok
}

// Notes returns what writers noted of their runs, see [Writer.Note].
func (r *Reader) Notes() []string { return r.notes }

// Damage says what could not be read and where, a line each.
func (r *Reader) Damage() []string { return r.damage }

// Body returns the body of an answer, decoded. A body of more than limit
// bytes, one that does not have its digest, and one whose record is missing
// are errors.
func (r *Reader) Body(e Entry, limit int64) ([]byte, error) {
	at := e.at
	if e.revisit {
		var ok bool
		if at, ok = r.byID[e.refers]; !ok {
			if at, ok = r.byBody[e.digest]; !ok {
				return nil, fmt.Errorf("archive: %s: the record that holds its body is missing", e.URL)
			}
		}
	}
	f, err := os.Open(r.files[at.file].path)
	if err != nil {
		return nil, fmt.Errorf("archive: %w", err)
	}
	defer f.Close()
	const head = 1 << 20 // of HTTP header before the body
	src := regionOf(f, at.offset)
	rec, err := nth(newScanner(src, limit+head), at.nth)
	if src.failed != nil {
		return nil, fmt.Errorf("archive: %s: %w", e.URL, src.failed)
	}
	if err != nil {
		return nil, fmt.Errorf("archive: %s at byte %d: %s: %w", r.files[at.file].path, at.offset, e.URL, err)
	}
	body, err := payload(rec, limit)
	if err != nil {
		return nil, fmt.Errorf("archive: %s: %w", e.URL, err)
	}
	if !e.revisit && !matches(rec, body, e.digest) || e.Digest != "" && Digest(body) != e.Digest && !encoded(rec) {
		return nil, fmt.Errorf("archive: %s: its body does not have the digest %s", e.URL, e.digest)
	}
	return body, nil
}

// nth reads the n-th record from where a scanner stands.
func nth(s *scanner, n int) (rec *scanned, err error) {
	for range n + 1 {
		if rec, err = s.next(); err != nil {
			return nil, err
		}
	}
	return rec, nil
}
