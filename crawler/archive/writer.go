package archive

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// fileSize is the size at which a writer begins a new file. Common WARC files
// hold about 1 GB; smaller ones are kinder to caches and release assets.
const fileSize = 256 << 20

// A Writer appends exchanges to an archive. It is not safe for use by several
// goroutines at once.
type Writer struct {
	dir    string
	file   *os.File
	size   int64
	number int
	stored map[string]stored // by payload digest
	agent  string
}

// stored is where a body was first kept.
type stored struct {
	url  string
	time time.Time
}

// Create opens the archive in dir for appending, making the folder when it is
// not there. A record that was cut off at the end of the last file, by a kill
// or a full disk, is removed first. Software is named in the file's warcinfo.
func Create(dir, software string) (*Writer, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("archive: %w", err)
	}
	r, err := Open(dir)
	if err != nil {
		return nil, err
	}
	w := &Writer{dir: dir, agent: software, stored: map[string]stored{}}
	for _, e := range r.entries {
		if !e.revisit {
			w.remember(e.payload, e.URL, e.Time)
		}
	}
	if len(r.files) == 0 {
		return w, nil
	}
	last := r.files[len(r.files)-1]
	w.number = len(r.files) - 1
	if w.file, err = os.OpenFile(last.path, os.O_RDWR, 0o644); err != nil {
		return nil, fmt.Errorf("archive: %w", err)
	}
	if err := w.file.Truncate(last.sound); err != nil {
		return nil, fmt.Errorf("archive: %s: cut off the damaged end: %w", last.path, err)
	}
	w.size, err = w.file.Seek(0, 2)
	return w, err
}

func (w *Writer) remember(digest, url string, at time.Time) {
	if _, ok := w.stored[digest]; !ok {
		w.stored[digest] = stored{url, at}
	}
}

// Close ends the archive's last file.
func (w *Writer) Close() error {
	if w.file == nil {
		return nil
	}
	if err := w.file.Sync(); err != nil {
		w.file.Close()
		return fmt.Errorf("archive: %w", err)
	}
	return w.file.Close()
}

// Add appends the request and the response of e in one write.
func (w *Writer) Add(e Exchange) error {
	if err := w.rotate(e.Time); err != nil {
		return err
	}
	digest := payloadDigest(e.Body)
	request := record{
		kind: "request", url: e.URL, time: e.Time, mime: "application/http; msgtype=request",
		block: httpRequest(e), payload: payloadDigest(e.RequestBody),
	}
	response := record{
		kind: "response", url: e.URL, time: e.Time, mime: "application/http; msgtype=response",
		block: httpResponse(e, e.Body), payload: digest,
	}
	if first, ok := w.stored[digest]; ok && len(e.Body) > 0 {
		response.kind = "revisit"
		response.block = httpResponse(e, nil)
		response.refers = &first
	}
	response.concurrent = request.id()
	var buffer bytes.Buffer
	for _, r := range []record{request, response} {
		if err := r.write(&buffer); err != nil {
			return err
		}
	}
	if err := w.append(buffer.Bytes()); err != nil {
		return err
	}
	w.remember(digest, e.URL, e.Time)
	return nil
}

// append writes b, or nothing of it: what a failed write left is cut off.
func (w *Writer) append(b []byte) error {
	if _, err := w.file.Write(b); err != nil {
		w.file.Truncate(w.size)
		w.file.Seek(w.size, 0)
		return fmt.Errorf("archive: %s: %w", w.file.Name(), err)
	}
	w.size += int64(len(b))
	return nil
}

// rotate makes sure that a file with room is open.
func (w *Writer) rotate(now time.Time) error {
	if w.file != nil && w.size < fileSize {
		return nil
	}
	if w.file != nil {
		if err := w.Close(); err != nil {
			return err
		}
		w.number++
	}
	name := filepath.Join(w.dir, fmt.Sprintf("casebook-%05d.warc.gz", w.number))
	f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("archive: %w", err)
	}
	w.file, w.size = f, 0
	var buffer bytes.Buffer
	info := record{
		kind: "warcinfo", time: now, mime: "application/warc-fields", filename: filepath.Base(name),
		block: []byte("software: " + w.agent + "\r\nformat: WARC File Format 1.1\r\n"),
	}
	if err := info.write(&buffer); err != nil {
		return err
	}
	return w.append(buffer.Bytes())
}

// A record is one WARC record before it is written.
type record struct {
	kind, url, mime, filename string
	time                      time.Time
	block                     []byte
	payload                   string // digest of the payload; "" for none
	concurrent                string // id of the request that a response answers
	refers                    *stored
}

// id is a name-based UUID: the same record always has the same id.
func (r *record) id() string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\n%s\n%s\n", r.kind, r.url, r.time.UTC().Format(time.RFC3339Nano))
	h.Write(r.block)
	sum := h.Sum(nil)
	sum[6], sum[8] = sum[6]&0x0f|0x80, sum[8]&0x3f|0x80 // version 8, RFC 9562
	return fmt.Sprintf("<urn:uuid:%x-%x-%x-%x-%x>", sum[0:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}

// write appends the record as one gzip member.
func (r *record) write(b *bytes.Buffer) error {
	z := gzip.NewWriter(b)
	fmt.Fprintf(z, "WARC/1.1\r\nWARC-Type: %s\r\nWARC-Record-ID: %s\r\nWARC-Date: %s\r\n",
		r.kind, r.id(), r.time.UTC().Format("2006-01-02T15:04:05.000000Z"))
	optional := func(name, value string) {
		if value != "" {
			fmt.Fprintf(z, "%s: %s\r\n", name, value)
		}
	}
	optional("WARC-Target-URI", r.url)
	optional("WARC-Filename", r.filename)
	optional("WARC-Payload-Digest", r.payload)
	optional("WARC-Concurrent-To", r.concurrent)
	if r.refers != nil {
		optional("WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest")
		optional("WARC-Refers-To-Target-URI", r.refers.url)
		optional("WARC-Refers-To-Date", r.refers.time.UTC().Format("2006-01-02T15:04:05.000000Z"))
	}
	fmt.Fprintf(z, "WARC-Block-Digest: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n",
		payloadDigest(r.block), r.mime, len(r.block))
	z.Write(r.block)
	z.Write([]byte("\r\n\r\n"))
	return z.Close()
}

// payloadDigest is the form that WARC tools write and compare.
func payloadDigest(b []byte) string {
	sum := sha256.Sum256(b)
	return "sha256:" + base32.StdEncoding.EncodeToString(sum[:])
}

func httpRequest(e Exchange) []byte {
	var b bytes.Buffer
	path, host := "/", ""
	if u, err := url.Parse(e.URL); err == nil {
		path, host = u.RequestURI(), u.Host
	}
	method := e.Method
	if method == "" {
		method = http.MethodGet
	}
	fmt.Fprintf(&b, "%s %s HTTP/1.1\r\nHost: %s\r\n", method, path, host)
	if len(e.RequestBody) > 0 {
		fmt.Fprintf(&b, "Content-Length: %d\r\n", len(e.RequestBody))
	}
	b.WriteString("\r\n")
	b.Write(e.RequestBody)
	return b.Bytes()
}

// httpResponse writes the status line and header with body. The body is kept
// decoded, so the header says nothing of encodings and its length is body's.
func httpResponse(e Exchange, body []byte) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "HTTP/1.1 %d %s\r\n", e.Status, http.StatusText(e.Status))
	names := make([]string, 0, len(e.Header))
	for name := range e.Header {
		switch name {
		case "Content-Encoding", "Transfer-Encoding", "Content-Length":
		default:
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		for _, value := range e.Header[name] {
			fmt.Fprintf(&b, "%s: %s\r\n", name, strings.Map(oneLine, value))
		}
	}
	fmt.Fprintf(&b, "Content-Length: %d\r\n\r\n", len(e.Body))
	b.Write(body)
	return b.Bytes()
}

func oneLine(r rune) rune {
	if r == '\r' || r == '\n' {
		return ' '
	}
	return r
}
