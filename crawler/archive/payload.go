package archive

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// payload is the body of an answer with transfer and content encoding undone.
func payload(rec *scanned, limit int64) ([]byte, error) {
	body := rec.block
	if rec.kind() != "resource" && strings.HasPrefix(rec.header.Get("Content-Type"), "application/http") {
		answer, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(rec.block)), nil)
		if err != nil {
			return nil, fmt.Errorf("HTTP header: %w", err)
		}
		if body, err = decoded(answer, raw(rec), limit); err != nil {
			return nil, err
		}
	}
	if int64(len(body)) > limit {
		return nil, fmt.Errorf("body of %d bytes, limit %d: %w", len(body), limit, errLarge)
	}
	return body, nil
}

// raw is what follows the HTTP header in a record.
func raw(rec *scanned) []byte {
	_, body, _ := bytes.Cut(rec.block, []byte("\r\n\r\n"))
	return body
}

// decoded undoes an answer's encodings. Some writers keep the header of a
// chunked answer over a body that is not: then the bytes are the body.
func decoded(answer *http.Response, raw []byte, limit int64) ([]byte, error) {
	body := raw
	if len(answer.TransferEncoding) > 0 {
		if joined, err := io.ReadAll(io.LimitReader(answer.Body, limit+1)); err == nil {
			body = joined
		}
	}
	var r io.Reader
	var err error
	switch encoding := strings.ToLower(answer.Header.Get("Content-Encoding")); encoding {
	case "", "identity":
		return body, nil
	case "gzip", "x-gzip":
		if !bytes.HasPrefix(body, gzipMagic) {
			return body, nil
		}
		r, err = gzip.NewReader(bytes.NewReader(body))
	case "deflate":
		r, err = zlib.NewReader(bytes.NewReader(body))
	default:
		return nil, fmt.Errorf("content encoding %q cannot be read", encoding)
	}
	if err == nil {
		body, err = io.ReadAll(io.LimitReader(r, limit+1))
	}
	if err != nil {
		return nil, fmt.Errorf("content encoding: %w", err)
	}
	return body, nil
}

// encoded reports whether an answer is kept with an encoding, so that its
// digest is not that of the decoded body.
func encoded(rec *scanned) bool {
	answer, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(rec.block)), nil)
	return err == nil && (len(answer.TransferEncoding) > 0 || answer.Header.Get("Content-Encoding") != "")
}

// matches reports whether a body has the stated digest. Writers differ on
// whether the digest is of the body as sent or as decoded; both are taken, and
// a kind of digest that is not known proves nothing either way.
func matches(rec *scanned, body []byte, digest string) bool {
	kind, value, _ := strings.Cut(digest, ":")
	var sum func([]byte) []byte
	switch strings.ToLower(kind) {
	case "sha256", "sha-256":
		sum = func(b []byte) []byte { s := sha256.Sum256(b); return s[:] }
	case "sha1", "sha-1":
		sum = func(b []byte) []byte { s := sha1.Sum(b); return s[:] }
	default:
		return true
	}
	for _, b := range [][]byte{body, raw(rec), rec.block} {
		s := sum(b)
		if strings.EqualFold(value, hex.EncodeToString(s)) || strings.EqualFold(value, base32.StdEncoding.EncodeToString(s)) {
			return true
		}
	}
	return false
}
