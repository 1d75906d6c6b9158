package crawler_test

import (
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"casebook/crawler"
	"casebook/crawler/archive"
)

// A night is one run of a source after another, each with a clock of its own.
type nights struct {
	t       *testing.T
	site    *site
	source  crawler.Source
	host    string // "" for that of the plain source
	state   string
	archive string
	days    int
	config  crawler.Config // what is set of it holds
}

func newNights(t *testing.T, pages map[string]http.HandlerFunc) *nights {
	t.Helper()
	dir := t.TempDir()
	return &nights{t: t, site: newSite(t, pages), source: plainSource(plainHost), state: filepath.Join(dir, "state"), archive: filepath.Join(dir, "archive")}
}

// run crawls some days after the last time and returns the paths asked for.
func (n *nights) run(after int) (string, crawler.SourceReport, error) {
	n.t.Helper()
	n.days += after
	n.site.forget()
	w, err := archive.Create(n.archive, "crawler test")
	if err != nil {
		n.t.Fatal(err)
	}
	config := n.config.WithBackoff(backoff)
	config.Sources, config.Archive, config.State = []crawler.Source{n.source}, w, n.state
	config.Reach, config.Contact = map[string]string{hostOr(n.host): n.site.at}, "https://casebook.example/about"
	start := time.Date(2026, 11, 24, 3, 0, 0, 0, time.UTC).AddDate(0, 0, n.days)
	if config.Now == nil {
		config.Now = func() time.Time { start = start.Add(time.Second); return start }
	}
	report, err := crawler.Crawl(n.t.Context(), config)
	if err := w.Close(); err != nil {
		n.t.Fatal(err)
	}
	return n.site.paths(), report.Sources[0], err
}

func (n *nights) stateFile() string {
	n.t.Helper()
	b, err := os.ReadFile(filepath.Join(n.state, n.source.Name+".jsonl"))
	if err != nil {
		n.t.Fatal(err)
	}
	return string(b)
}

// stamped lists links with stamps, "path@stamp path@stamp", and documents
// that lead to the files they name.
func stamped(s crawler.Source) crawler.Source {
	plain := s.Role
	s.Role = func(address string) crawler.Role {
		if strings.HasSuffix(address, ".pdf") {
			return crawler.File
		}
		return plain(address)
	}
	s.List = func(p crawler.Page) (crawler.Found, error) {
		var found crawler.Found
		if strings.HasPrefix(string(p.Bytes), "not found") {
			return found, errors.New("a page that says that there is none")
		}
		for word := range strings.FieldsSeq(string(p.Bytes)) {
			path, stamp, _ := strings.Cut(word, "@")
			if strings.HasPrefix(path, "/") {
				found.Links = append(found.Links, crawler.Link{URL: "https://" + plainHost + path, Stamp: stamp})
			}
		}
		if s.Role(p.URL) == crawler.Listing {
			found.Total = len(found.Links)
		}
		return found, nil
	}
	return s
}

// tagged answers with a body and an ETag, and with 304 to whoever knows it.
func tagged(body, etag string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", etag)
		w.Header().Set("Last-Modified", "Tue, 24 Nov 2026 00:00:00 GMT")
		if r.Header.Get("If-None-Match") == etag && r.Header.Get("If-Modified-Since") != "" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, body)
	}
}

// A night without news costs the listing, whether the archive is there or not,
// and rewrites nothing.
func TestNothingNew(t *testing.T) {
	n := newNights(t, map[string]http.HandlerFunc{
		"/list": says("/a@1 /b@1"), "/a": says("a /a.pdf"), "/a.pdf": says("pdf"), "/b": says("b"),
	})
	n.source = stamped(n.source)
	if got, _, err := n.run(0); got != "/list /a /b /a.pdf" || err != nil {
		t.Fatalf("first night: got visits %q and %v", got, err)
	}
	before := n.stateFile()
	for _, night := range []string{"with the archive", "without"} {
		got, report, err := n.run(1)
		if got != "/list" || err != nil || report.Known != 2 || report.Listed != 2 {
			t.Errorf("%s: got visits %q, report %+v and %v, want the listing alone", night, got, report, err)
		}
		if err := os.RemoveAll(n.archive); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(before, n.stateFile()); diff != "" {
		t.Errorf("state after nights without news (-before +after):\n%s", diff)
	}
}

func TestWhatIsNewIsRead(t *testing.T) {
	pages := map[string]http.HandlerFunc{
		"/list": says("/a@1 /b@1"), "/a": tagged("a", `"a1"`), "/b": says("b"), "/c": says("c"),
	}
	n := newNights(t, pages)
	n.source = stamped(n.source)
	if _, _, err := n.run(0); err != nil {
		t.Fatal(err)
	}
	pages["/list"] = says("/a@2 /b@1 /c@1") // one item revised, one new
	got, report, err := n.run(1)
	if got != "/list /a /c" || err != nil {
		t.Errorf("got visits %q and %v", got, err)
	}
	if report.Fetched != 3 || report.Unchanged != 1 || report.Known != 1 {
		t.Errorf("got %d fetched, %d unchanged, %d known, want 3, 1 (the stamp alone is new) and 1", report.Fetched, report.Unchanged, report.Known)
	}
	if got, _, err := n.run(1); got != "/list" || err != nil {
		t.Errorf("the night after: got visits %q and %v, want the listing alone", got, err)
	}
}

// Without stamps the server is asked whether anything has changed, and asked
// for the whole again after a week: an ETag can be stuck.
func TestConditionalRequests(t *testing.T) {
	pages := map[string]http.HandlerFunc{"/list": says("/a /b"), "/a": tagged("a", `"stuck"`), "/b": says("b")}
	n := newNights(t, pages)
	if _, _, err := n.run(0); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(n.archive); err != nil { // a clean runner
		t.Fatal(err)
	}
	pages["/a"] = tagged("a revised", `"stuck"`)
	if got, report, err := n.run(1); got != "/list /a /b" || err != nil || report.Unchanged != 2 {
		t.Errorf("got visits %q, %d unchanged and %v, want both unchanged", got, report.Unchanged, err)
	}
	r, err := archive.Open(n.archive)
	if err != nil {
		t.Fatal(err)
	}
	unchanged := 0
	for _, e := range r.Entries() {
		if e.Status == http.StatusNotModified && strings.HasSuffix(e.URL, "/a") && e.Digest == archive.Digest([]byte("a")) {
			unchanged++
		}
	}
	if unchanged != 1 {
		t.Errorf("got %d answers that /a is as it was, want 1", unchanged)
	}
	_, report, err := n.run(6)
	if err != nil || report.Unchanged != 2 { // the listing and /b
		t.Errorf("after a week: got %d unchanged of %d and %v, want /a read whole", report.Unchanged, report.Fetched, err)
	}
	if !strings.Contains(n.stateFile(), archive.Digest([]byte("a revised"))) {
		t.Errorf("the state does not know the revised page:\n%s", n.stateFile())
	}
}

// That nothing has changed is no answer to a question that was not asked.
func TestNotModifiedUnasked(t *testing.T) {
	n := newNights(t, map[string]http.HandlerFunc{"/list": says("/a /b"), "/a": answers(304), "/b": says("b")})
	_, report, err := n.run(0)
	if !errors.Is(err, crawler.ErrPartial) || len(report.Failed) != 1 || !strings.Contains(report.Failed[0].String(), "304") {
		t.Errorf("got %v and failures %v", err, report.Failed)
	}
	if strings.Contains(n.stateFile(), "/a") {
		t.Error("the state knows an address that was never read")
	}
}

// What leaves the listing and what is no longer there is said, and stays known.
func TestLeavingTheListing(t *testing.T) {
	pages := map[string]http.HandlerFunc{"/list": says("/a@1 /b@1"), "/a": says("a"), "/b": says("b")}
	n := newNights(t, pages)
	n.source = stamped(n.source)
	if _, _, err := n.run(0); err != nil {
		t.Fatal(err)
	}
	pages["/list"] = says("/b@1")
	_, report, err := n.run(1)
	if diff := cmp.Diff([]string{"https://site.example/a"}, report.Unlisted); diff != "" || err != nil {
		t.Errorf("unlisted (-want +got):\n%s%v", diff, err)
	}
	if _, report, _ := n.run(1); len(report.Unlisted) != 0 || !strings.Contains(n.stateFile(), `"unlisted":"2026-11-25"`) {
		t.Errorf("the night after: got %q unlisted, state\n%s", report.Unlisted, n.stateFile())
	}
	pages["/list"] = says("/a@1 /b@1")
	if _, _, err := n.run(1); err != nil || strings.Contains(n.stateFile(), "unlisted") {
		t.Errorf("listed again: got %v, state\n%s", err, n.stateFile())
	}
}

func TestGone(t *testing.T) {
	pages := map[string]http.HandlerFunc{"/list": says("/a@1 /b@1"), "/a": says("a"), "/b": says("b")}
	n := newNights(t, pages)
	n.source = stamped(n.source)
	if _, _, err := n.run(0); err != nil {
		t.Fatal(err)
	}
	digest := archive.Digest([]byte("a"))
	pages["/list"], pages["/a"] = says("/a@2 /b@1"), answers(410)
	_, report, err := n.run(1)
	if !errors.Is(err, crawler.ErrPartial) || len(report.Gone) != 0 {
		t.Errorf("first day: got %v and %q gone, want a failure and nothing gone yet", err, report.Gone)
	}
	_, report, _ = n.run(1)
	if diff := cmp.Diff([]string{"https://site.example/a"}, report.Gone); diff != "" {
		t.Errorf("second day: gone (-want +got):\n%s", diff)
	}
	if got := n.stateFile(); !strings.Contains(got, `"gone":"2026-11-25"`) || !strings.Contains(got, digest) {
		t.Errorf("state:\n%s", got)
	}
	pages["/a"] = says("a")
	if _, _, err := n.run(1); err != nil || strings.Contains(n.stateFile(), "gone") {
		t.Errorf("back again: got %v, state\n%s", err, n.stateFile())
	}
}

// A page that is not what it should be is never taken for what was read.
func TestErrorPageIsNotKnown(t *testing.T) {
	pages := map[string]http.HandlerFunc{"/list": says("/a@1"), "/a": says("a")}
	n := newNights(t, pages)
	n.source = stamped(n.source)
	if _, _, err := n.run(0); err != nil {
		t.Fatal(err)
	}
	before := n.stateFile()
	pages["/list"], pages["/a"] = says("/a@2"), says("not found, with status 200")
	if _, _, err := n.run(1); !errors.Is(err, crawler.ErrPartial) {
		t.Errorf("got %v, want %v", err, crawler.ErrPartial)
	}
	if diff := cmp.Diff(before, n.stateFile()); diff != "" {
		t.Errorf("state (-before +after):\n%s", diff)
	}
}

func TestStateThatCannotBeRead(t *testing.T) {
	n := newNights(t, map[string]http.HandlerFunc{"/list": says("/a"), "/a": says("a")})
	if _, _, err := n.run(0); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(n.state, plainHost+".jsonl")
	if err := os.WriteFile(path, []byte(n.stateFile()+"<<<<<<< HEAD\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	got, _, err := n.run(1)
	if !errors.Is(err, crawler.ErrState) || !strings.Contains(err.Error(), plainHost+".jsonl:2") || got != "" {
		t.Errorf("got %v and visits %q, want the line named and nothing asked for", err, got)
	}
}

// hostOr is the host of the plain source where there is no other.
func hostOr(host string) string {
	if host == "" {
		return plainHost
	}
	return host
}
