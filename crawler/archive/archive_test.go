package archive_test

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/quick"
	"time"

	"github.com/google/go-cmp/cmp"

	"casebook/crawler/archive"
)

var noon = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

const limit = 64 << 20

// page is an exchange of a page with a body.
func page(url, body string, minute int) archive.Exchange {
	return archive.Exchange{
		URL: url, Time: noon.Add(time.Duration(minute) * time.Minute), Status: 200,
		Header: http.Header{"Content-Type": {"text/html"}, "Content-Encoding": {"gzip"}}, Body: []byte(body),
	}
}

// write adds exchanges to the archive in dir and returns which were unchanged.
func write(t *testing.T, dir string, exchanges ...archive.Exchange) (unchanged []bool) {
	t.Helper()
	w, err := archive.Create(dir, "archive test")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range exchanges {
		same, err := w.Add(e)
		if err != nil {
			t.Fatal(err)
		}
		unchanged = append(unchanged, same)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return unchanged
}

func open(t *testing.T, dir string) *archive.Reader {
	t.Helper()
	r, err := archive.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// contents is what the archive answers for each key, newest first found.
func contents(t *testing.T, r *archive.Reader) map[string]string {
	t.Helper()
	got := map[string]string{}
	for _, e := range r.Latest() {
		body, err := r.Body(e, limit)
		if err != nil {
			t.Fatal(err)
		}
		got[e.Key] = string(body)
	}
	return got
}

func TestRoundTrip(t *testing.T) {
	dir := t.TempDir()
	post := archive.Exchange{
		Method: "POST", URL: "https://ico.example/api/search", RequestHeader: http.Header{"Content-Type": {"application/json"}},
		RequestBody: []byte(`{"pageNumber":1}`), Time: noon, Status: 200, Header: http.Header{"Content-Type": {"application/json"}}, Body: []byte(`{"page":1}`),
	}
	second := post
	second.RequestBody, second.Body = []byte(`{"pageNumber":2}`), []byte(`{"page":2}`)
	moved := archive.Exchange{URL: "https://ico.example/old", Time: noon, Status: 301, Header: http.Header{"Location": {"/new"}}}
	write(t, dir, page("https://ico.example/a/", "one\r\n\r\ntwo", 0), post, second, moved)
	r := open(t, dir)
	want := map[string]string{
		"https://ico.example/a/":                          "one\r\n\r\ntwo",
		"https://ico.example/old":                         "",
		archive.Key("POST", post.URL, post.RequestBody):   `{"page":1}`,
		archive.Key("POST", post.URL, second.RequestBody): `{"page":2}`,
	}
	if diff := cmp.Diff(want, contents(t, r)); diff != "" {
		t.Errorf("contents (-want +got):\n%s", diff)
	}
	for _, e := range r.Entries() {
		switch e.URL {
		case moved.URL:
			if e.Status != 301 || e.Header.Get("Location") != "/new" {
				t.Errorf("redirect: got status %d, location %q", e.Status, e.Header.Get("Location"))
			}
		case post.URL:
			if e.Method != "POST" || e.Sent == "" {
				t.Errorf("post: got method %q, sent %q", e.Method, e.Sent)
			}
		default:
			if e.Digest != archive.Digest([]byte("one\r\n\r\ntwo")) || !e.Time.Equal(noon) || e.Header.Get("Content-Encoding") != "" {
				t.Errorf("page: got digest %s, time %v, header %v", e.Digest, e.Time, e.Header)
			}
		}
	}
}

func TestUnchangedBodyIsStoredOnce(t *testing.T) {
	dir := t.TempDir()
	body := strings.Repeat("a body that is long enough to be missed. ", 3000)
	got := write(t, dir, page("https://ico.example/a/", body, 0))
	before := size(t, dir)
	got = append(got, write(t, dir, page("https://ico.example/a/", body, 1), page("https://ico.example/twin/", body, 2), page("https://ico.example/a/", "new", 3))...)
	if diff := cmp.Diff([]bool{false, true, false, false}, got); diff != "" {
		t.Errorf("unchanged (-want +got):\n%s", diff)
	}
	if grown := size(t, dir) - before; grown > 6000 {
		t.Errorf("three visits without a new body took %d bytes", grown)
	}
	want := map[string]string{"https://ico.example/a/": "new", "https://ico.example/twin/": body}
	r := open(t, dir)
	if diff := cmp.Diff(want, contents(t, r)); diff != "" {
		t.Errorf("contents (-want +got):\n%s", diff)
	}
	if n := len(r.Entries()); n != 4 {
		t.Errorf("got %d entries, want 4", n)
	}
}

func size(t *testing.T, dir string) int64 {
	t.Helper()
	info, err := os.Stat(filepath.Join(dir, "casebook-00000.warc.gz"))
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}

// A kill may come at any byte: what was whole before stays, the rest is cut
// off and said, and writing goes on.
func TestTruncatedTail(t *testing.T) {
	whole := t.TempDir()
	write(t, whole, page("https://ico.example/a/", "first", 0))
	kept := size(t, whole)
	write(t, whole, page("https://ico.example/b/", strings.Repeat("second ", 40), 1))
	bytes, err := os.ReadFile(filepath.Join(whole, "casebook-00000.warc.gz"))
	if err != nil {
		t.Fatal(err)
	}
	for at := kept + 1; at < int64(len(bytes)); at += 7 {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "casebook-00000.warc.gz"), bytes[:at], 0o644); err != nil {
			t.Fatal(err)
		}
		w, err := archive.Create(dir, "archive test")
		if err != nil {
			t.Fatalf("cut at %d: %v", at, err)
		}
		w.Close()
		write(t, dir, page("https://ico.example/c/", "third", 2))
		r := open(t, dir)
		want := map[string]string{"https://ico.example/a/": "first", "https://ico.example/c/": "third"}
		if diff := cmp.Diff(want, contents(t, r)); diff != "" {
			t.Fatalf("cut at %d (-want +got):\n%s", at, diff)
		}
		if len(r.Damage()) != 0 {
			t.Fatalf("cut at %d: still damaged: %q", at, r.Damage())
		}
	}
}

// Damage that is no unfinished write is never cut off: what follows it is read
// and new records go into a new file.
func TestBitRot(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, page("https://ico.example/a/", "first", 0))
	from := size(t, dir)
	write(t, dir, page("https://ico.example/b/", "second", 1))
	to := size(t, dir)
	write(t, dir, page("https://ico.example/c/", "third", 2))
	name := filepath.Join(dir, "casebook-00000.warc.gz")
	bytes, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for i := from; i < to; i++ {
		bytes[i] ^= 0x55
	}
	if err := os.WriteFile(name, bytes, 0o644); err != nil {
		t.Fatal(err)
	}
	write(t, dir, page("https://ico.example/d/", "fourth", 3))
	r := open(t, dir)
	want := map[string]string{"https://ico.example/a/": "first", "https://ico.example/c/": "third", "https://ico.example/d/": "fourth"}
	if diff := cmp.Diff(want, contents(t, r)); diff != "" {
		t.Errorf("contents (-want +got):\n%s", diff)
	}
	if len(r.Damage()) != 1 || !strings.Contains(r.Damage()[0], fmt.Sprintf("at byte %d", from)) {
		t.Errorf("got damage %q, want one line with byte %d", r.Damage(), from)
	}
}

func TestBodyDigestIsChecked(t *testing.T) {
	dir := t.TempDir()
	record := "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2026-11-24T12:00:00Z\r\n" +
		"WARC-Target-URI: https://ico.example/\r\nWARC-Payload-Digest: sha256:" + archive.Digest([]byte("true")) +
		"\r\nContent-Type: application/http\r\nContent-Length: 24\r\n\r\nHTTP/1.1 200 OK\r\n\r\nfalse\r\n\r\n"
	if err := os.WriteFile(filepath.Join(dir, "x.warc"), []byte(record), 0o644); err != nil {
		t.Fatal(err)
	}
	r := open(t, dir)
	if _, err := r.Body(r.Entries()[0], limit); err == nil || !strings.Contains(err.Error(), "digest") {
		t.Errorf("got error %v, want one about the digest", err)
	}
}

func TestBodyLimit(t *testing.T) {
	dir := t.TempDir()
	big := bytes.Repeat([]byte("0123456789abcdef"), 1<<17) // 2 MiB
	write(t, dir, page("https://ico.example/big", string(big), 0))
	r := open(t, dir)
	e := r.Entries()[0]
	if got, err := r.Body(e, limit); err != nil || !bytes.Equal(got, big) {
		t.Errorf("got %d bytes and %v, want %d", len(got), err, len(big))
	}
	if _, err := r.Body(e, 1<<20); err == nil {
		t.Error("a body of 2 MiB under a limit of 1 MiB: want an error, never a cut")
	}
}

// What is read is what was written, whatever bytes there are.
func TestAnyBytes(t *testing.T) {
	dir := t.TempDir()
	var wrote [][]byte
	w, err := archive.Create(dir, "archive test")
	if err != nil {
		t.Fatal(err)
	}
	add := func(body, sent []byte, header string) bool {
		_, err := w.Add(archive.Exchange{
			Method: "POST", URL: fmt.Sprintf("https://ico.example/%d", len(wrote)), RequestBody: sent, Time: noon,
			Status: 200, Header: http.Header{"X": {header}}, Body: body,
		})
		wrote = append(wrote, body)
		return err == nil
	}
	if err := quick.Check(add, nil); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	r := open(t, dir)
	if len(r.Entries()) != len(wrote) || len(r.Damage()) > 0 {
		t.Fatalf("got %d entries, damage %q, want %d and none", len(r.Entries()), r.Damage(), len(wrote))
	}
	for _, e := range r.Entries() {
		var n int
		if _, err := fmt.Sscanf(e.URL, "https://ico.example/%d", &n); err != nil {
			t.Fatal(err)
		}
		if got, err := r.Body(e, limit); err != nil || !bytes.Equal(got, wrote[n]) {
			t.Fatalf("%s: got %q and %v, want %q", e.URL, got, err, wrote[n])
		}
	}
}

func TestNoteIsNoAnswer(t *testing.T) {
	dir := t.TempDir()
	w, err := archive.Create(dir, "archive test")
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Note("https://ico.example/", noon, "fetched: 3\r\n"); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if r := open(t, dir); len(r.Entries()) != 0 || len(r.Damage()) != 0 {
		t.Errorf("got %d entries, damage %q", len(r.Entries()), r.Damage())
	}
}

func TestMissingFolder(t *testing.T) {
	if _, err := archive.Open(filepath.Join(t.TempDir(), "absent")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v, want that it does not exist", err)
	}
}
