package crawler

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"time"
)

// whole does a request and reads its answer. What is too large, too slow, cut
// off or in an encoding that was not asked for is an error.
func whole(network http.RoundTripper, req *http.Request, within time.Duration) (*http.Response, error) {
	clock := newPatience(req.Context(), within)
	defer clock.stop()
	got, err := network.RoundTrip(req.WithContext(clock.ctx))
	if err != nil {
		return nil, clock.blame(err)
	}
	defer got.Body.Close()
	if encoding := got.Header.Get("Content-Encoding"); encoding != "" && !strings.EqualFold(encoding, "identity") {
		return nil, fmt.Errorf("content encoding %q, which was not asked for", encoding)
	}
	limit := int64(maxBody)
	if req.URL.Path == robotsPath {
		limit = maxRobots
	}
	body, err := readAll(io.LimitReader(clock.reading(got.Body), limit+1), got.ContentLength)
	switch {
	case err != nil:
		return nil, clock.blame(fmt.Errorf("%d bytes read: %w", len(body), err))
	case int64(len(body)) > limit && limit == maxRobots:
		body = body[:limit] // no more of it counts, as RFC 9309 has it
	case int64(len(body)) > limit:
		return nil, fmt.Errorf("more than %d bytes: %w", limit, errTooLarge)
	case !vouched(got) && !endsWhole(body):
		return nil, fmt.Errorf("%d bytes read: %w", len(body), io.ErrUnexpectedEOF)
	}
	got.Body, got.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
	return got, nil
}

// readAll reads r to its end. A length that the answer states, of a usual one,
// saves growing; it is not believed.
func readAll(r io.Reader, length int64) ([]byte, error) {
	var b bytes.Buffer
	if 0 < length && length < 1<<20 {
		b.Grow(int(length) + bytes.MinRead)
	}
	_, err := b.ReadFrom(r)
	return b.Bytes(), err
}

// vouched reports whether the protocol itself says where an answer ends.
func vouched(got *http.Response) bool {
	return got.ContentLength >= 0 || got.Uncompressed || got.ProtoMajor > 1 || slices.Contains(got.TransferEncoding, "chunked")
}

// endsWhole reports whether a page, a PDF or a JSON text ends as one does. A
// server that only closes the connection may have died in the middle.
func endsWhole(body []byte) bool {
	body = bytes.TrimSpace(body)
	head := bytes.ToLower(body[:min(len(body), 1000)])
	switch {
	case bytes.HasPrefix(body, []byte("%PDF-")):
		return bytes.Contains(body[max(0, len(body)-1024):], []byte("%%EOF"))
	case bytes.HasPrefix(body, []byte("{")) || bytes.HasPrefix(body, []byte("[")):
		return json.Valid(body)
	case bytes.Contains(head, []byte("<html")) || bytes.HasPrefix(head, []byte("<!doctype html")):
		return bytes.Contains(bytes.ToLower(body), []byte("</html>"))
	case bytes.HasPrefix(head, []byte("<?xml")):
		return bytes.HasSuffix(body, []byte(">"))
	}
	return true
}
