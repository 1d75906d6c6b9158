package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"casebook/content"
)

// itself is this test as a casebook of its own, see TestMain.
func itself(t *testing.T) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "casebook")
	if err := os.Symlink(os.Args[0], name); err != nil {
		t.Fatal(err)
	}
	return name
}

// startCrawl starts a crawl of a server as a process of its own and returns
// once it has asked for something; the server answers when the test ends.
func startCrawl(t *testing.T, dir string) *exec.Cmd {
	t.Helper()
	asked, end := make(chan bool), make(chan bool)
	var once sync.Once
	server := stranger(t, func(*http.Request) {
		once.Do(func() { close(asked) })
		<-end
	})
	crawl := exec.CommandContext(t.Context(), itself(t), crawlArgs(server.URL, dir)...)
	if err := crawl.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		close(end)
		crawl.Process.Kill()
		crawl.Wait()
	})
	<-asked
	return crawl
}

// F69: while one run is at work, another one that would write beside it ends
// with status 6 and says who is there; who only reads goes on.
func TestSecondRun(t *testing.T) {
	dir := t.TempDir()
	crawl := startCrawl(t, dir)
	server := stranger(t, func(r *http.Request) { t.Errorf("the second run asked for %s", r.URL) })
	host, err := os.Hostname()
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		crawlArgs(server.URL, dir), {"extract", "--archive", dir + "/archive", "--content", dir + "/content"},
	} {
		status, said := casebook(t, args...)
		want := fmt.Sprintf("casebook crawl, process %d on %s, started 2", crawl.Process.Pid, host)
		if status != statusLocked || !strings.Contains(said, want) {
			t.Errorf("%s: got status %d: %s\nwant 6 and %q", args[0], status, said, want)
		}
	}
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS(filepath.Join(demo(t), "content"))); err != nil {
		t.Fatal(err)
	}
	if status, said := casebook(t, "build", "--content", dir+"/content", "--out", dir+"/public"); status != 0 {
		t.Errorf("build: got status %d: %s", status, said)
	}
}

// F70: the lock of a run that was killed is gone with it, whatever the file
// that it leaves says, and whoever has its number now.
func TestLockEndsWithItsProcess(t *testing.T) {
	dir := t.TempDir()
	crawl := startCrawl(t, dir)
	if err := crawl.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	crawl.Wait()
	file := filepath.Join(dir, lockName)
	b, err := os.ReadFile(file)
	var left holder
	if err != nil || json.Unmarshal(b, &left) != nil || left.PID != crawl.Process.Pid {
		t.Fatalf("the killed run left %s, %v", b, err)
	}
	reused := strings.Replace(string(b), fmt.Sprint(left.PID), fmt.Sprint(os.Getppid()), 1)
	if err := os.WriteFile(file, []byte(reused), 0o644); err != nil {
		t.Fatal(err)
	}
	if status, said := casebook(t, crawlArgs(stranger(t, nil).URL, dir)...); status != 0 {
		t.Errorf("got status %d: %s", status, said)
	}
}

// F71: who reads all cases while they are written gets them as they were before
// or as they are after, never some of each.
func TestReadWhileWritten(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "content")
	books := [2]*content.Book{}
	for i, base := range []*content.Book{demoBook(t), demoBook(t)} {
		books[i] = &content.Book{}
		for _, c := range base.Cases[:20] {
			c = c.Clone()
			c.Title = fmt.Sprint("as written ", i)
			books[i].Cases = append(books[i].Cases, c)
		}
	}
	write := func(i int) {
		err := whileWriting(dir, func() error { _, err := books[i].Write(dir); return err })
		if err != nil {
			t.Error(err)
		}
	}
	write(0)
	var writer sync.WaitGroup
	done := make(chan bool)
	writer.Go(func() {
		defer close(done)
		for n := range 21 { // the last is of the other book
			write(1 - n%2)
		}
	})
	seen := map[string]int{}
	for ended := false; !ended; {
		select {
		case <-done:
			ended = true
		default:
		}
		book, err := loadBook(dir)
		if err != nil {
			t.Fatal(err)
		}
		titles := map[string]bool{}
		for _, c := range book.Cases {
			titles[c.Title] = true
			seen[c.Title]++
		}
		if len(titles) != 1 || len(book.Cases) != 20 {
			t.Fatalf("got %d cases, %v", len(book.Cases), titles)
		}
	}
	writer.Wait()
	if len(seen) != 2 {
		t.Errorf("read only %v: nothing was written meanwhile", seen)
	}
}
