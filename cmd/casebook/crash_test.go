package main

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"casebook/crawler/replica"
)

// fewNews serves the first rows of the replica's news listing, and nothing else
// of it, so that a run is short enough to be broken off at each of its steps.
func fewNews(t *testing.T, rows int) *httptest.Server {
	t.Helper()
	twin := replica.New(replica.Options{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Host = "ico.example"
		answer := httptest.NewRecorder()
		twin.ServeHTTP(answer, r)
		b := answer.Body.Bytes()
		switch {
		case strings.HasSuffix(r.URL.Path, "sitemap.xml"):
			b = newsEntry.ReplaceAll(b, nil)
		case strings.HasPrefix(r.URL.Path, "/api/"):
			b = firstRows(t, b, rows)
		}
		w.Header().Set("Content-Type", answer.Header().Get("Content-Type"))
		w.WriteHeader(answer.Code)
		w.Write(b)
	}))
	t.Cleanup(server.Close)
	return server
}

var newsEntry = regexp.MustCompile(`<url>\s*<loc>[^<]*/news-and-blogs/[^<]*</loc>(?s:.*?)</url>`)

func firstRows(t *testing.T, listing []byte, n int) []byte {
	var l struct {
		Results    []map[string]any `json:"results"`
		Pagination map[string]int   `json:"pagination"`
	}
	if err := json.Unmarshal(listing, &l); err != nil {
		return listing
	}
	var kept []map[string]any
	for _, row := range l.Results {
		if address, _ := row["url"].(string); address != "" && len(kept) < n {
			kept = append(kept, row)
		}
	}
	l.Results, l.Pagination = kept, map[string]int{"totalResults": len(kept), "totalPages": 1}
	b, err := json.Marshal(l)
	if err != nil {
		t.Error(err)
	}
	return b
}

// steps are the commands that are broken off, with what they work on.
var steps = []struct{ name, args, calls string }{
	{"crawl", "crawl --home https://ico.example --source ico-news --base ico-news=$SERVER --contact me@casebook.example", "write,fsync,renameat,unlinkat,ftruncate"},
	{"extract", "extract --home https://ico.example", "write,fsync,renameat,unlinkat"},
	{"build", "build", "write,renameat,unlinkat"},
}

// state says whether a repository is as it should be. The first time after a
// reset, just after a command was broken off, verify may find what was left
// over, but has to be able to say so; once the command has run again it finds
// nothing, and cases, site and archive are those of a run that nobody disturbed.
const stateScript = `#!/bin/sh
"$CASEBOOK" -q verify --home https://ico.example > verify.out 2>&1; rc=$?
if [ ! -f again ]; then touch again; [ $rc -eq 0 ] || [ $rc -eq 4 ]; exit; fi
[ $rc -eq 0 ] || { cat verify.out; exit 1; }
answers() { sed -E 's/.*"url":"([^"]*)".*"digest":"([0-9a-f]*)".*/\1 \2/' "$1/archive/index.cdxj" | sort -u; }
answers . > a; answers ../want > b; cmp a b || exit 1
for d in state content public; do [ ! -e ../want/$d ] || diff -r ../want/$d $d || exit 1; done
`

// TestCrashSweep kills crawl, extract and build at each of their writes,
// flushes, renames and removals, and has each fail for want of space and for a
// broken disk. It wants strace and crash-sweep.sh, see `make crash`.
func TestCrashSweep(t *testing.T) {
	sweep := os.Getenv("CASEBOOK_CRASH_SWEEP")
	if sweep == "" {
		t.Skip("make crash runs this")
	}
	tmp := t.TempDir()
	binary := filepath.Join(tmp, "casebook")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Setenv("CASEBOOK", binary)
	t.Setenv("SERVER", fewNews(t, 10).URL)
	t.Setenv("STATE", filepath.Join(tmp, "state.sh"))
	if err := os.WriteFile(filepath.Join(tmp, "state.sh"), []byte(stateScript), 0o755); err != nil {
		t.Fatal(err)
	}
	shell := func(line string) string {
		c := exec.Command("bash", "-c", line)
		c.Dir = tmp
		out, err := c.CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v", line, err)
		}
		return string(out)
	}
	shell("mkdir work before want")
	for _, s := range steps {
		command := `"$CASEBOOK" -q ` + s.args
		t.Log(shell("rm -rf want && cp -a before want && cd want && " + command)) // what nobody disturbed
		for _, action := range []string{"kill", "ENOSPC", "EIO"} {
			t.Run(s.name+"/"+action, func(t *testing.T) {
				c := exec.Command("bash", sweep, "-s", s.calls, "-a", action, "-m", "60", "-w", filepath.Join(tmp, "work"), "-c", command, "-v", `"$STATE"`,
					"-r", `find . -mindepth 1 -delete; cp -a ../before/. .`)
				out, err := c.CombinedOutput()
				t.Logf("%s", out)
				if err != nil {
					t.Error(err)
				}
			})
		}
		shell("rm -rf before && cp -a want before")
	}
}

// TestSegmentMissing takes a file of the archive away: the cases stand, and
// verify names the file and the cases whose documents went with it.
func TestSegmentMissing(t *testing.T) {
	server, dir := fewNews(t, 10), t.TempDir()
	t.Chdir(dir)
	for _, args := range [][]string{
		{"crawl", "--home", "https://ico.example", "--source", "ico-news", "--base", "ico-news=" + server.URL, "--contact", "me@casebook.example"},
		{"extract", "--home", "https://ico.example"},
		{"verify", "--home", "https://ico.example"},
	} {
		if status, said := casebook(t, args...); status != 0 {
			t.Fatalf("%s: status %d: %s", args[0], status, said)
		}
	}
	if err := os.Rename("archive/casebook-00000.warc.gz", filepath.Join(dir, "away")); err != nil {
		t.Fatal(err)
	}
	status, said := casebook(t, "verify", "--home", "https://ico.example")
	for _, want := range []string{
		"archive/casebook-00000.warc.gz: error: the index names this file, and it is not there",
		`warning: documents: "news-1": not in the archive`, "verify: 2 errors",
	} {
		if status != statusQuality || !strings.Contains(said, want) {
			t.Errorf("status %d, want %d and %q: %s", status, statusQuality, want, said)
		}
	}
}
