// Package archive keeps what was read: WARC files in, WARC files out.
//
// An [Archive] is a folder of WARC/1.1 files, each record in a gzip member of
// its own, so that a file can be cut after any record and is whole up to there.
// A [Writer] appends the request and the response of each fetch; a response
// whose body was stored before becomes a revisit record that names it. A
// [Reader] lists the responses and reads their bodies, checking digests.
//
// Any WARC tool reads these files. The package reads the files of others as
// far as they are sound: what is damaged at the end is reported and passed
// over, never guessed. It knows no network and no clock: times come from the
// caller.
package archive

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"time"
)

// An Exchange is one request and what came back.
type Exchange struct {
	URL         string
	Method      string
	RequestBody []byte // nil for GET
	Time        time.Time
	Status      int
	Header      http.Header // of the response
	Body        []byte      // of the response, transfer and content encoding removed
}

// Key is what an exchange is found by: its URL, and for a request with a body
// its method and the body's digest as well.
func Key(method, url string, body []byte) string {
	if method == "" || method == http.MethodGet && len(body) == 0 {
		return url
	}
	return method + " " + url + " " + Digest(body)
}

// Digest is the SHA-256 of b in lower-case hexadecimal digits.
func Digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
