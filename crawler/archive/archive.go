// Package archive keeps what was read: WARC files in, WARC files out.
//
// An archive is a folder of WARC/1.1 files. Each record is a gzip member of
// its own, so that a file is whole up to any record and a kill in the middle
// of a write costs at most the exchange being written. A [Writer] appends one
// [Exchange], a request and its answer, at a time; an answer whose body is in
// the archive already becomes a revisit record that points to it. A [Reader]
// lists what was answered as [Entry] values and reads the bodies, checking
// their digests. index.cdxj lists the answers for the tools that replay archives;
// a Reader does without it.
//
// Digests are written as "sha256:" and hexadecimal digits, which is what
// npm's warcio writes and what a case file keeps of a document, so that one
// can be looked up in the other. The older "sha1:" in base 32 is understood
// in files of others.
//
// The package knows no network and no clock: times come from the caller, and
// a record's id is made from what it says. It refuses to guess: damage is
// reported with its place, what follows it is read where it can be, and
// nothing that may be data is ever cut off.
package archive

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"time"
)

// An Exchange is one request and what came back.
type Exchange struct {
	Method        string // "" means GET
	URL           string
	RequestHeader http.Header
	RequestBody   []byte
	Time          time.Time
	Status        int
	Header        http.Header // of the answer
	Body          []byte      // of the answer, without transfer and content encoding
}

// Key is what e is found by; see [Key].
func (e Exchange) Key() string { return Key(e.Method, e.URL, e.RequestBody) }

// Key is what an exchange is found by: its address and, where a request is
// more than a GET, its method and the digest of what was sent.
func Key(method, url string, sent []byte) string {
	if (method == "" || method == http.MethodGet) && len(sent) == 0 {
		return url
	}
	return method + " " + url + " " + Digest(sent)
}

// Digest is the SHA-256 of b in hexadecimal digits.
func Digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
