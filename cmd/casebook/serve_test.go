package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"casebook/index"
)

func TestBusyPort(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	var out bytes.Buffer
	status := run(t.Context(), []string{"demo", "--addr", l.Addr().String()}, strings.NewReader(""), &out, &out)
	for _, want := range []string{"address already in use", "hint: choose another address with --addr"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("output lacks %q:\n%s", want, out.String())
		}
	}
	if status != statusUsage || strings.Contains(out.String(), "crawl ") {
		t.Errorf("status %d, want %d before any work:\n%s", status, statusUsage, out.String())
	}
}

// A source that cannot be asked is one message, and no home is guessed.
func TestCrawlOfAnUnreachableSource(t *testing.T) {
	for _, test := range []struct {
		home   string
		status int
		wants  []string
	}{
		{"https://127.0.0.1", statusPartial, []string{"https://127.0.0.1/", "could not be reached", "hint: is the address right"}},
		{"http://127.0.0.1:9", statusUsage, []string{"want an address such as https://ico.org.uk", "hint: "}},
		{"ico.org.uk", statusUsage, []string{"want an address such as https://ico.org.uk", "hint: "}},
	} {
		var out bytes.Buffer
		status := run(t.Context(), []string{"crawl", "--contact", "test@example.org", "--home", test.home, "--archive", t.TempDir(), "--state", t.TempDir()}, strings.NewReader(""), &out, &out)
		if status != test.status {
			t.Errorf("%s: got status %d, want %d", test.home, status, test.status)
		}
		for _, want := range test.wants {
			if !strings.Contains(out.String(), want) {
				t.Errorf("%s: output lacks %q:\n%s", test.home, want, out.String())
			}
		}
	}
}

var served127 = regexp.MustCompile(`http://127\.0\.0\.1:\d+/`)

// startServe runs casebook serve on a copy of the demo's case files and
// returns the folder and the address.
func startServe(t *testing.T) (dir, address string) {
	t.Helper()
	dir = t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join(demo(t), "content"))); err != nil {
		t.Fatal(err)
	}
	index := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	r, w := io.Pipe()
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, []string{"serve", "--quiet", "--content", dir, "--index", index, "--addr", "127.0.0.1:0"}, strings.NewReader(""), w, io.Discard)
	}()
	t.Cleanup(func() {
		cancel()
		select {
		case <-ended:
		case <-time.After(5 * time.Second):
			t.Error("serve did not end")
		}
	})
	line, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	go io.Copy(io.Discard, r)
	if address = served127.FindString(line); address == "" {
		t.Fatalf("no address in %q", line)
	}
	return dir, address
}

func get(t *testing.T, address string) (int, string) {
	t.Helper()
	response, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	b, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(b)
}

// TestServe asks the served site for a page, a missing page and a search, then
// edits a case by hand and waits for the page to follow.
func TestServe(t *testing.T) {
	dir, address := startServe(t)
	page := address + "cases/advanced-computer-software-group-2024/"
	if status, body := get(t, page); status != 200 || !strings.Contains(body, "£3,076,320") || !strings.Contains(body, "/_reload/script.js") {
		t.Errorf("status %d, want the case with the reload script", status)
	}
	if status, _ := get(t, address+"cases/nobody-1999/"); status != 404 {
		t.Errorf("a missing case: status %d, want 404", status)
	}
	status, body := get(t, address+"api/search?q=ransomware&control=multi-factor-authentication&limit=3")
	var result index.Result
	if err := json.Unmarshal([]byte(body), &result); err != nil || status != 200 || result.Total == 0 || len(result.Hits) > 3 {
		t.Errorf("search: status %d, %v, %d cases, %d hits", status, err, result.Total, len(result.Hits))
	}
	if status, body := get(t, address+"api/search?q=year:soon"); status != 400 || !strings.Contains(body, "error") {
		t.Errorf("a wrong query: status %d, %s", status, body)
	}
	if status, body := get(t, address+"api/suggest?q=advan"); status != 200 || !strings.Contains(body, `"kind":"organisation","value":"Advanced`) {
		t.Errorf("suggestions: status %d, %s", status, body)
	}
	file := filepath.Join(dir, "cases", "2024", "advanced-computer-software-group-2024.md")
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	edited := bytes.Replace(source, []byte("\ntitle: "), []byte("\ntitle: Edited by hand, once "), 1)
	if err := os.WriteFile(file, edited, 0o644); err != nil {
		t.Fatal(err)
	}
	for start := time.Now(); ; time.Sleep(100 * time.Millisecond) {
		if _, body := get(t, page); strings.Contains(body, "Edited by hand, once") {
			return
		}
		if time.Since(start) > time.Minute {
			t.Fatal("the page did not follow the file")
		}
	}
}
