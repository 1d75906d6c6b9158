package archive

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"github.com/klauspost/compress/gzip"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// A record is one WARC record before it is written.
type record struct {
	kind   string // WARC-Type
	time   time.Time
	url    string
	mime   string
	fields []field // further named fields, in order
	digest string  // of the payload; "" for none
	block  []byte
	named  string // its id, once that was asked for
}

type field struct{ name, value string }

// warcTime is WARC/1.1's date with a fraction.
const warcTime = "2006-01-02T15:04:05.000000Z"

// id is a name-based UUID: the same record always has the same id.
func (r *record) id() string {
	if r.named != "" {
		return r.named
	}
	h := sha256.New()
	fmt.Fprintf(h, "%s\n%s\n%s\n", r.kind, r.url, r.time.UTC().Format(time.RFC3339Nano))
	h.Write(r.block)
	sum := h.Sum(nil)
	sum[6], sum[8] = sum[6]&0x0f|0x80, sum[8]&0x3f|0x80 // version 8 of RFC 9562: made by a rule of our own
	r.named = fmt.Sprintf("<urn:uuid:%x-%x-%x-%x-%x>", sum[0:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
	return r.named
}

// appendTo writes the record to b as one gzip member. A new z for each record
// would cost more than all the rest of it.
func (r *record) appendTo(b *bytes.Buffer, z *gzip.Writer) {
	z.Reset(b) // writes to a buffer cannot fail
	var head bytes.Buffer
	fmt.Fprintf(&head, "WARC/1.1\r\nWARC-Type: %s\r\nWARC-Record-ID: %s\r\nWARC-Date: %s\r\n", r.kind, r.id(), r.time.UTC().Format(warcTime))
	if r.url != "" {
		fmt.Fprintf(&head, "WARC-Target-URI: %s\r\n", oneLine(r.url))
	}
	for _, f := range r.fields {
		fmt.Fprintf(&head, "%s: %s\r\n", f.name, oneLine(f.value))
	}
	if r.digest != "" {
		fmt.Fprintf(&head, "WARC-Payload-Digest: sha256:%s\r\n", r.digest)
	}
	fmt.Fprintf(&head, "WARC-Block-Digest: sha256:%s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n", Digest(r.block), r.mime, len(r.block))
	z.Write(head.Bytes())
	z.Write(r.block)
	z.Write([]byte("\r\n\r\n"))
	z.Close()
}

// requestRecord is the request of e as it went out.
func requestRecord(e Exchange) record {
	method, path, host := e.Method, e.URL, ""
	if method == "" {
		method = http.MethodGet
	}
	if u, err := url.Parse(e.URL); err == nil {
		path, host = u.RequestURI(), u.Host
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s %s HTTP/1.1\r\nHost: %s\r\n", method, oneLine(path), host)
	writeHeader(&b, e.RequestHeader)
	if len(e.RequestBody) > 0 {
		fmt.Fprintf(&b, "Content-Length: %d\r\n", len(e.RequestBody))
	}
	b.WriteString("\r\n")
	b.Write(e.RequestBody)
	return record{kind: "request", time: e.Time, url: e.URL, mime: "application/http; msgtype=request", digest: Digest(e.RequestBody), block: b.Bytes()}
}

// responseRecord is the answer of e, whose body has a digest. The body is kept
// decoded, so the header names no encoding and its length is the body's.
func responseRecord(e Exchange, digest string) record {
	return record{
		kind: "response", time: e.Time, url: e.URL, mime: "application/http; msgtype=response",
		digest: digest, block: slices.Concat(responseHead(e), e.Body),
	}
}

// revisitRecord is the answer of e whose body stands in an earlier record.
func revisitRecord(e Exchange, digest string, earlier stored) record {
	return record{
		kind: "revisit", time: e.Time, url: e.URL, mime: "application/http; msgtype=response",
		fields: append([]field{{"WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"}}, earlier.fields()...),
		digest: digest, block: responseHead(e),
	}
}

// fields refer to the record.
func (s stored) fields() []field {
	return []field{{"WARC-Refers-To", s.id}, {"WARC-Refers-To-Target-URI", s.url}, {"WARC-Refers-To-Date", s.time.UTC().Format(warcTime)}}
}

// notModifiedRecord is the answer of e that the address is as it was. Where
// the archive does not hold what it was, only its digest is said.
func notModifiedRecord(e Exchange, digest string, earlier stored) record {
	r := record{
		kind: "revisit", time: e.Time, url: e.URL, mime: "application/http; msgtype=response",
		fields: []field{{"WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/server-not-modified"}},
		digest: digest, block: responseHead(e),
	}
	if earlier.id != "" {
		r.fields = append(r.fields, earlier.fields()...)
	}
	return r
}

func responseHead(e Exchange) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "HTTP/1.1 %d %s\r\n", e.Status, http.StatusText(e.Status))
	writeHeader(&b, e.Header)
	fmt.Fprintf(&b, "Content-Length: %d\r\n\r\n", len(e.Body))
	return b.Bytes()
}

// writeHeader writes h in the order of its names, without what is said of the
// body's length and encoding on the wire.
func writeHeader(b *bytes.Buffer, h http.Header) {
	names := make([]string, 0, len(h))
	for name := range h {
		switch http.CanonicalHeaderKey(name) {
		case "Content-Encoding", "Transfer-Encoding", "Content-Length", "Connection":
		default:
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		for _, value := range h[name] {
			fmt.Fprintf(b, "%s: %s\r\n", name, oneLine(value))
		}
	}
}

// oneLine keeps a value in its line: control characters have no place in one.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7f {
			return ' '
		}
		return r
	}, s)
}
