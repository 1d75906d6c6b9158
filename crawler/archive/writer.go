package archive

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"github.com/klauspost/compress/gzip"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"sync"
	"time"
)

// fileSize is the size at which a writer begins a new file. Common WARC files
// hold about 1 GB; smaller ones are kinder to caches and release assets.
const fileSize = 256 << 20

// A Writer appends to an archive. It is safe for use by several goroutines.
type Writer struct {
	dir      string
	software string
	damage   []string
	limit    int64 // size at which a new file begins

	mu     sync.Mutex
	file   *os.File
	size   int64
	number int               // of the next file
	bodies map[string]stored // by payload digest
	last   map[string]string // payload digest of the newest answer, by key
	index  []string          // lines of the index, in any order
	zip    *gzip.Writer
	buffer bytes.Buffer // of the records being written
}

// stored is the record that holds a body.
type stored struct {
	id, url string
	time    time.Time
}

// ownName are the names that a writer gives its files. It never appends to
// files that others put into the folder.
var ownName = regexp.MustCompile(`^casebook-(\d{5,9})\.warc\.gz$`)

// Create opens the archive in dir for appending, making the folder where it
// is not there. An exchange that was cut short at the end of the last file, by
// a kill or a full disk, is cut off first and [Writer.Damage] says so; any
// other damage stays as it is and a new file is begun. Software names the
// writing program in each file.
func Create(dir, software string) (*Writer, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("archive: %w", err)
	}
	r, err := Open(dir)
	if err != nil {
		return nil, err
	}
	w := &Writer{dir: dir, software: software, damage: r.damage, limit: fileSize, bodies: map[string]stored{}, last: map[string]string{}, zip: gzip.NewWriter(nil)}
	w.index = r.indexLines()
	for _, e := range r.Entries() {
		w.last[e.Key] = e.digest
		if !e.revisit {
			w.remember(e.digest, stored{e.id, e.URL, e.Time})
		}
	}
	return w, w.resume(r.files)
}

// resume opens the last of our own files where it can be appended to.
func (w *Writer) resume(files []file) error {
	var last file
	for _, f := range files {
		if m := ownName.FindStringSubmatch(filepath.Base(f.path)); m != nil {
			n, err := strconv.Atoi(m[1])
			if err != nil {
				return fmt.Errorf("archive: %s: %w", f.path, err)
			}
			if n >= w.number {
				last, w.number = f, n+1
			}
		}
	}
	if last.path == "" || last.state == broken {
		return nil
	}
	if last.sound == 0 { // begun and nothing written: begin it again
		w.number--
		if err := os.Remove(last.path); err != nil {
			return fmt.Errorf("archive: %w", err)
		}
		return nil
	}
	f, err := os.OpenFile(last.path, os.O_RDWR, 0o644)
	if err != nil {
		return fmt.Errorf("archive: %w", err)
	}
	if last.state == cut {
		if err := f.Truncate(last.sound); err != nil {
			return errors.Join(fmt.Errorf("archive: %s: cut off the unfinished end: %w", last.path, err), f.Close())
		}
	}
	if _, err := f.Seek(last.sound, 0); err != nil {
		return errors.Join(fmt.Errorf("archive: %w", err), f.Close())
	}
	w.file, w.size = f, last.sound
	return nil
}

// Damage says what was found amiss when the archive was opened, a line each.
func (w *Writer) Damage() []string { return w.damage }

// Close flushes the archive to disk, writes its index and ends writing.
func (w *Writer) Close() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return errors.Join(w.closeFile(), w.writeIndex())
}

func (w *Writer) closeFile() error {
	if w.file == nil {
		return nil
	}
	f := w.file
	w.file = nil
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("archive: %s: %w", f.Name(), err)
	}
	return nil
}

// Add appends the request and the answer of e. Unchanged reports that the
// newest answer to the same request had the same body.
func (w *Writer) Add(e Exchange) (unchanged bool, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	e.Time = e.Time.Truncate(time.Microsecond) // the precision of the written date
	sum := Digest(e.Body)
	digest := "sha256:" + sum
	request, answer := requestRecord(e), responseRecord(e, sum)
	if earlier, known := w.bodies[digest]; known && len(e.Body) > 0 {
		answer = revisitRecord(e, sum, earlier)
	}
	answer.fields = append(answer.fields, field{"WARC-Concurrent-To", request.id()})
	if err := w.answer(e, request, answer); err != nil {
		return false, err
	}
	w.remember(digest, stored{answer.id(), e.URL, e.Time})
	unchanged = w.last[e.Key()] == digest
	w.last[e.Key()] = digest
	return unchanged, nil
}

// NotModified appends the request and the answer of e, which says that the
// address is as it was when its body had the given digest.
func (w *Writer) NotModified(e Exchange, digest string) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	e.Time = e.Time.Truncate(time.Microsecond)
	request, answer := requestRecord(e), notModifiedRecord(e, digest, w.bodies["sha256:"+digest])
	answer.fields = append(answer.fields, field{"WARC-Concurrent-To", request.id()})
	return w.answer(e, request, answer)
}

// answer appends the two records of an exchange and indexes the second.
func (w *Writer) answer(e Exchange, request, answer record) error {
	at, err := w.write(e.Time, request, answer)
	if err != nil {
		return err
	}
	listed := Entry{
		Key: e.Key(), Method: cmp.Or(e.Method, http.MethodGet), URL: e.URL, Time: e.Time, Status: e.Status, Header: e.Header,
		digest: "sha256:" + answer.digest, revisit: answer.kind == "revisit", at: at[1],
	}
	if len(e.RequestBody) > 0 {
		listed.Sent = Digest(e.RequestBody)
	}
	w.index = append(w.index, indexLine(listed, filepath.Base(w.file.Name())))
	return nil
}

// Holds reports whether the archive has a body with a digest.
func (w *Writer) Holds(digest string) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	_, ok := w.bodies["sha256:"+digest]
	return ok
}

// Sync flushes what was added to disk.
func (w *Writer) Sync() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.file == nil {
		return nil
	}
	if err := w.file.Sync(); err != nil {
		return fmt.Errorf("archive: %s: %w", w.file.Name(), err)
	}
	return nil
}

// Note appends a metadata record about url: what a run has to say of it, as
// lines of "name: value".
func (w *Writer) Note(url string, at time.Time, text string) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	_, err := w.write(at, record{kind: "metadata", time: at.Truncate(time.Microsecond), url: url, mime: "application/warc-fields", block: []byte(text)})
	return err
}

func (w *Writer) remember(digest string, s stored) {
	if _, ok := w.bodies[digest]; !ok {
		w.bodies[digest] = s
	}
}

// mostBuffered is the size of a buffer that is kept for the next records.
const mostBuffered = 1 << 20

// write appends records in one write, or nothing of them, and returns where
// they stand.
func (w *Writer) write(now time.Time, records ...record) ([]place, error) {
	if err := w.rotate(now); err != nil {
		return nil, err
	}
	if w.buffer.Reset(); w.buffer.Cap() > mostBuffered {
		w.buffer = bytes.Buffer{}
	}
	places := make([]place, len(records))
	for i, r := range records {
		begin := w.buffer.Len()
		r.appendTo(&w.buffer, w.zip)
		places[i] = place{offset: w.size + int64(begin), length: int64(w.buffer.Len() - begin)}
	}
	return places, w.append(w.buffer.Bytes())
}

// append writes b whole; what a failed write left behind is cut off again.
func (w *Writer) append(b []byte) error {
	if _, err := w.file.Write(b); err != nil {
		_, seek := w.file.Seek(w.size, 0)
		err = errors.Join(err, w.file.Truncate(w.size), seek)
		return fmt.Errorf("archive: %s: %d bytes not written: %w", w.file.Name(), len(b), err)
	}
	w.size += int64(len(b))
	return nil
}

// rotate makes sure that a file with room is open.
func (w *Writer) rotate(now time.Time) error {
	if w.file != nil && w.size < w.limit {
		return nil
	}
	if err := w.closeFile(); err != nil {
		return err
	}
	name := fmt.Sprintf("casebook-%05d.warc.gz", w.number)
	f, err := os.OpenFile(filepath.Join(w.dir, name), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("archive: %w", err)
	}
	w.file, w.size, w.number = f, 0, w.number+1
	info := record{
		kind: "warcinfo", time: now, mime: "application/warc-fields", fields: []field{{"WARC-Filename", name}},
		block: []byte("software: " + oneLine(w.software) + "\r\nformat: WARC File Format 1.1\r\n"),
	}
	var b bytes.Buffer
	info.appendTo(&b, w.zip)
	return w.append(b.Bytes())
}
