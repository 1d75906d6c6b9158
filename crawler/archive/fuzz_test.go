package archive

import (
	"bytes"
	"github.com/klauspost/compress/gzip"
	"io"
	"testing"
	"time"
)

// Whatever a file holds, reading it ends, keeps to its limit and does not
// panic; what it gives lies within the file.
func FuzzScanner(f *testing.F) {
	var b bytes.Buffer
	for _, r := range []record{
		requestRecord(Exchange{URL: "https://ico.example/", Time: time.Unix(0, 0)}),
		responseRecord(Exchange{URL: "https://ico.example/", Time: time.Unix(0, 0), Status: 200, Body: []byte("words")}, Digest([]byte("words"))),
	} {
		r.appendTo(&b, gzip.NewWriter(nil))
	}
	f.Add(b.Bytes())
	f.Add(b.Bytes()[:b.Len()/2])
	f.Add([]byte("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5\r\n\r\nwords\r\n\r\n"))
	f.Add(zippedRecords(b.Bytes()))
	f.Add([]byte("WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n"))
	f.Fuzz(func(t *testing.T, file []byte) {
		const limit = 1 << 16
		s := newScanner(bytes.NewReader(file), limit)
		for last := int64(-1); ; {
			rec, err := s.next()
			if err != nil {
				return
			}
			if s.offset() < last || s.offset() > int64(len(file)) || len(rec.block) > limit {
				t.Fatalf("at %d after %d of %d: a block of %d bytes", s.offset(), last, len(file), len(rec.block))
			}
			last = s.offset()
			if e, err := entry(rec); err == nil && !e.revisit {
				body, err := payload(rec, limit)
				if err == nil && len(body) > limit {
					t.Fatalf("a body of %d bytes", len(body))
				}
			}
		}
	})
}

// zippedRecords is a member that holds all records of a gzipped file.
func zippedRecords(file []byte) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if r, err := gzip.NewReader(bytes.NewReader(file)); err == nil {
		io.Copy(z, r)
	}
	z.Close()
	return b.Bytes()
}
