package main

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"casebook/crawler/replica"
)

// stranger serves the register under a name of its own, as a server does that
// nobody here wrote.
func stranger(t *testing.T, before func(r *http.Request)) *httptest.Server {
	t.Helper()
	twin := replica.New(replica.Options{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if before != nil {
			before(r)
		}
		r.Host = "ico.example"
		twin.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return server
}

// crawlArgs are for a crawl of the register at a server, in a folder.
func crawlArgs(at, dir string, more ...string) []string {
	return append([]string{"crawl", "--home", "https://ico.example", "--source", "ico-actions", "--base", "ico-actions=" + at,
		"--contact", "https://casebook.example/about", "--archive", filepath.Join(dir, "archive"), "--state", filepath.Join(dir, "state")}, more...)
}

func casebook(t testing.TB, args ...string) (status int, said string) {
	t.Helper()
	var b bytes.Buffer
	status = run(t.Context(), args, strings.NewReader(""), &b, &b)
	return status, b.String()
}

// A run without news makes the listing requests, also where the archive is
// gone; one with a limit stops with an error and is gone on with.
func TestCrawlAtAnotherServer(t *testing.T) {
	var requests atomic.Int64
	server := stranger(t, func(*http.Request) { requests.Add(1) })
	dir := t.TempDir()
	status, said := casebook(t, crawlArgs(server.URL, dir, "--max-requests", "30")...)
	if status != statusPartial || !strings.Contains(said, "30 requests") || requests.Load() != 30 {
		t.Fatalf("with a limit: got status %d after %d requests: %s", status, requests.Load(), said)
	}
	if status, said := casebook(t, crawlArgs(server.URL, dir)...); status != 0 {
		t.Fatalf("the rest: got status %d: %s", status, said)
	}
	all := requests.Load()
	if err := os.RemoveAll(filepath.Join(dir, "archive")); err != nil {
		t.Fatal(err)
	}
	status, said = casebook(t, crawlArgs(server.URL, dir)...)
	if status != 0 || requests.Load()-all > 12 {
		t.Errorf("without news: got status %d and %d requests after %d: %s", status, requests.Load()-all, all, said)
	}
	state, err := os.ReadFile(filepath.Join(dir, "state", "ico-actions.jsonl"))
	if err != nil || bytes.Contains(state, []byte("127.0.0.1")) {
		t.Errorf("the state names the server that stood in, or is not there: %v", err)
	}
}

func TestCrawlBaseOfNoSource(t *testing.T) {
	for _, base := range []string{"press=http://127.0.0.1:1", "ico-actions=127.0.0.1:1", "ico-actions=http://127.0.0.1:1/path"} {
		status, said := casebook(t, "crawl", "--contact", "a@b.example", "--base", base)
		if status != statusUsage || !strings.Contains(said, "--base NAME=URL") {
			t.Errorf("--base %s: got status %d: %s", base, status, said)
		}
	}
}

// What was crawled once can be taken from its files.
func TestCrawlWARC(t *testing.T) {
	server := stranger(t, nil)
	dir := t.TempDir()
	if status, said := casebook(t, crawlArgs(server.URL, dir)...); status != 0 {
		t.Fatalf("got status %d: %s", status, said)
	}
	into := filepath.Join(dir, "again")
	status, said := casebook(t, "crawl", "--home", "https://ico.example", "--warc", filepath.Join(dir, "archive", "casebook-00000.warc.gz"), "--archive", into)
	if status != 0 || !regexp.MustCompile(`\d\d+ pages read`).MatchString(said) {
		t.Errorf("got status %d: %s", status, said)
	}
	if _, err := os.Stat(filepath.Join(into, "casebook-00000.warc.gz")); err != nil {
		t.Error(err)
	}
}

// A signal lets the request under way finish, and the next run repeats none.
func TestCrawlSignal(t *testing.T) {
	const last = 60 // request that the signal comes in
	var mu sync.Mutex
	var asked []string
	started := make(chan bool, 1)
	server := stranger(t, func(r *http.Request) {
		mu.Lock()
		asked = append(asked, r.URL.Path)
		n := len(asked)
		mu.Unlock()
		if n == last {
			started <- true
			time.Sleep(300 * time.Millisecond)
		}
	})
	dir := t.TempDir()
	program := filepath.Join(dir, "casebook")
	if err := os.Symlink(os.Args[0], program); err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	crawl := exec.CommandContext(t.Context(), program, crawlArgs(server.URL, dir)...)
	crawl.Stderr = &said
	if err := crawl.Start(); err != nil {
		t.Fatal(err)
	}
	<-started
	start := time.Now()
	if err := crawl.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	crawl.Wait() // its status is looked at below
	if status := crawl.ProcessState.ExitCode(); status != statusInterrupted || time.Since(start) > 10*time.Second {
		t.Errorf("got status %d after %s: %s", status, time.Since(start), &said)
	}
	if len(asked) != last {
		t.Errorf("got %d requests, want %d: none after the one under way", len(asked), last)
	}
	if status, more := casebook(t, crawlArgs(server.URL, dir)...); status != 0 {
		t.Errorf("the next run: got status %d: %s", status, more)
	}
	for _, path := range asked[last:] {
		if path != "/robots.txt" && slices.Contains(asked[:last], path) && path != "/api/search" {
			t.Errorf("asked for %s again", path)
		}
	}
	if n := len(asked) - last; n < 20 {
		t.Errorf("got %d requests in the next run, want the rest of the register", n)
	}
}
