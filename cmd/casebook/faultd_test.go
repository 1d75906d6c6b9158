package main

import (
	"bytes"
	"context"
	"maps"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"casebook/crawler/archive"
)

// Where faultd breaks answers: one item's page, one notice, the listing, or
// robots.txt.
const (
	onItem    = "^GET /action-weve-taken/enforcement/2026/05/south-staffordshire"
	onNotice  = "^GET .*south-staffordshire.*[.]pdf$"
	onListing = "^POST /api/search"
	onRobots  = "^GET /robots[.]txt$"
)

// A brokenRun is what a crawl ends with where faultd breaks answers in one way
// for ever.
type brokenRun struct {
	at     string
	status int
}

// brokenRuns are all the faults that faultd knows.
var brokenRuns = map[string]brokenRun{
	"none":       {onItem, 0},
	"status-429": {onItem, 3}, "status-429-date": {onItem, 3}, "status-429-absurd": {onItem, 3}, "status-503": {onItem, 2},
	"status-500": {onItem, 2}, "status-403": {onItem, 2}, "status-404": {onItem, 2}, "status-410": {onItem, 2},
	"status-304-unasked": {onItem, 2}, "status-204": {onItem, 2}, "status-206": {onItem, 2},
	"soft-404": {onItem, 2}, "challenge-200": {onItem, 3}, "empty-200": {onItem, 2}, "blank-200": {onItem, 2},
	"redirect-loop": {onItem, 2}, "redirect-chain": {onItem, 2}, "redirect-canary": {onItem, 2}, "redirect-linklocal": {onItem, 2},
	"redirect-decimal-ip": {onItem, 2}, "redirect-mapped-ip": {onItem, 2}, "redirect-file": {onItem, 2}, "redirect-backslash": {onItem, 2},
	"redirect-relative-esc": {onItem, 2}, "redirect-no-location": {onItem, 2},
	"truncated-length": {onItem, 2}, "truncated-chunked": {onItem, 2}, "truncated-silent": {onItem, 2}, "reset-mid-body": {onItem, 2},
	"close-before-answer": {onItem, 2}, "garbage-answer": {onItem, 2}, "two-lengths": {onItem, 2},
	"slow-headers": {onItem, 2}, "slow-body": {onItem, 2}, "stall": {onItem, 2},
	"endless-body": {onItem, 2}, "oversize-body": {onItem, 2}, "gzip-bomb": {onItem, 2}, "gzip-bomb-plain": {onItem, 2},
	"bad-gzip": {onItem, 2}, "truncated-gzip": {onItem, 2}, "double-gzip": {onItem, 2}, "unknown-encoding": {onItem, 2},
	"huge-header": {onItem, 2}, "many-headers": {onItem, 0}, "cookie-flood": {onItem, 0}, "interim-flood": {onItem, 0},
	"charset-lie": {onItem, 0}, "charset-win1252": {onItem, 0}, "charset-utf16": {onItem, 0}, "invalid-utf8": {onItem, 0}, "nul-bytes": {onItem, 0},
	"type-lie-html": {onNotice, 0}, "type-lie-pdf": {onNotice, 2}, "type-missing": {onItem, 0},
	"json-cut": {onListing, 4}, "json-html": {onListing, 4}, "json-null": {onListing, 4}, "json-empty-list": {onListing, 4},
	"json-types": {onListing, 4}, "json-renamed": {onListing, 4}, "json-deep": {onListing, 4}, "json-huge-number": {onListing, 4},
	"json-dup-keys":  {onListing, 0}, // it ignores keys that it does not know
	"markup-renamed": {onItem, 2}, "markup-unclosed": {onItem, 2}, "markup-deep": {onItem, 2},
	"same-page-for-ever": {onListing, 0}, // the listing has one page, and either order names all
	"date-2099":          {onItem, 0}, "date-1970": {onItem, 0}, "etag-flip": {onItem, 0}, "etag-stuck": {onItem, 0},
	"pdf-cut": {onNotice, 2}, "pdf-prefix": {onNotice, 0}, "pdf-bitflip": {onNotice, 2},
	"robots-deny": {onRobots, 3}, "robots-orphan-rule": {onRobots, 0}, "robots-tie": {onRobots, 0}, "robots-huge": {onRobots, 0},
	"robots-delay": {onRobots, 0},
}

// A faultTest crawls a small register through faultd.
type faultTest struct {
	faultd, upstream string
	canary           *httptest.Server
	canaries         atomic.Int64 // requests that must not come
	want             outcome
}

// An outcome is what is to be the same whatever went wrong the night before.
type outcome struct {
	Newest map[string]string // address to the digest of its newest good answer
	Cases  map[string]string
}

// TestFaultd runs faultd, a program that breaks the answers of an honest
// server, between casebook and the replica, with each fault that it knows: the
// crawl ends with the status of the table, and after the next, undisturbed night
// archive and cases are those of a register that never had the fault. See `make
// faults`.
func TestFaultd(t *testing.T) {
	source := os.Getenv("CASEBOOK_FAULTD")
	if source == "" {
		t.Skip("make faults runs this")
	}
	f := &faultTest{faultd: filepath.Join(t.TempDir(), "faultd"), upstream: fewRows(t, 5).URL}
	if out, err := exec.Command("go", "build", "-C", source, "-o", f.faultd, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	f.canary = httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { f.canaries.Add(1) }))
	t.Cleanup(f.canary.Close)
	f.want = f.nights(t, "none").outcome
	list, err := exec.Command(f.faultd, "-list").Output()
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for line := range strings.Lines(string(list)) {
		names[strings.Fields(line)[0]] = true
	}
	if diff := cmp.Diff(slices.Sorted(maps.Keys(names)), slices.Sorted(maps.Keys(brokenRuns))); diff != "" {
		t.Errorf("faults that the table lacks (-), and that faultd does (+):\n%s", diff)
	}
	for _, name := range slices.Sorted(maps.Keys(brokenRuns)) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if strings.HasPrefix(name, "redirect-") && !offline(t) {
				t.Skip("a redirect is tried only where no packet can leave this machine")
			}
			f.try(t, name)
		})
	}
}

// offline reports whether this machine has no network but itself.
func offline(t *testing.T) bool {
	interfaces, err := net.Interfaces()
	if err != nil {
		t.Fatal(err)
	}
	return !slices.ContainsFunc(interfaces, func(i net.Interface) bool { return i.Flags&net.FlagLoopback == 0 && i.Flags&net.FlagUp != 0 })
}

func (f *faultTest) try(t *testing.T, name string) {
	got := f.nights(t, name)
	if want := brokenRuns[name].status; got.status != want {
		t.Errorf("status %d, want %d: %s", got.status, want, got.said)
	}
	if got.fired == 0 {
		t.Error("the fault was never asked for")
	}
	if diff := cmp.Diff(f.want, got.outcome); diff != "" {
		t.Errorf("after the next night (-undisturbed +got):\n%.3000s", diff)
	}
	if n := f.canaries.Load(); n > 0 {
		t.Errorf("%d requests came where none may", n)
	}
	t.Logf("status %d after %.1f s, the next night as if nothing had been", got.status, got.took.Seconds())
}

// twoNights is what came of a night with a fault, and of one without.
type twoNights struct {
	status, fired int
	said          string
	took          time.Duration
	outcome       outcome
}

func (f *faultTest) nights(t *testing.T, name string) (n twoNights) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "casebook.yaml"), []byte("sources: [{name: ico-actions, at_least: 1}]\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	at, log := f.start(t, name, dir)
	begun := time.Now()
	n.status, n.said = f.crawl(t, dir, "2031-03-01", at)
	n.took = time.Since(begun)
	n.fired = strings.Count(string(read(t, log)), `"fault":"`+name+`"`)
	if status, said := f.crawl(t, dir, "2031-03-20", f.upstream); status != 0 {
		t.Errorf("the next night: status %d: %s", status, said)
	}
	n.outcome = f.outcome(t, dir)
	return n
}

// start starts faultd with one fault and returns where it is and what it logs.
func (f *faultTest) start(t *testing.T, name, dir string) (url, log string) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	at := l.Addr().String()
	l.Close()
	log = filepath.Join(dir, "requests.jsonl")
	ctx, stop := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, f.faultd, "-listen", at, "-upstream", f.upstream, "-fault", name, "-match", brokenRuns[name].at, "-canary", f.canary.URL+"/canary", "-log", log)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stop(); cmd.Wait() })
	for range 100 {
		if c, err := net.Dial("tcp", at); err == nil {
			c.Close()
			return "http://" + at, log
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("faultd does not listen on %s", at)
	return "", ""
}

func (f *faultTest) crawl(t *testing.T, dir, day, base string) (status int, said string) {
	var out bytes.Buffer
	args := []string{"-q", "crawl", "--home", "https://ico.example", "--source", "ico-actions", "--base", "ico-actions=" + base, "--contact", "me@casebook.example",
		"--archive", filepath.Join(dir, "archive"), "--state", filepath.Join(dir, "state"), "--config", filepath.Join(dir, "casebook.yaml"), "--now", day}
	return run(t.Context(), args, strings.NewReader(""), &out, &out), out.String()
}

// outcome extracts the cases and lists the archive.
func (f *faultTest) outcome(t *testing.T, dir string) outcome {
	o := outcome{map[string]string{}, map[string]string{}}
	r, err := archive.Open(filepath.Join(dir, "archive"))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range r.Latest() {
		if e.Status == http.StatusOK {
			o.Newest[e.Key] = e.Digest
		}
	}
	var out bytes.Buffer
	content := filepath.Join(dir, "content")
	if status := run(t.Context(), []string{"-q", "extract", "--home", "https://ico.example", "--archive", filepath.Join(dir, "archive"), "--content", content, "--now", "2031-03-20"},
		strings.NewReader(""), &out, &out); status != 0 {
		t.Errorf("extract: status %d: %s", status, out.String())
	}
	files, err := filepath.Glob(filepath.Join(content, "cases", "*", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		o.Cases[filepath.Base(file)] = string(read(t, file))
	}
	return o
}

func read(t *testing.T, name string) []byte {
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
