package main

import (
	"bytes"
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"casebook/crawler/replica"
)

// fewRows serves the first rows of the replica's listings, and nothing else that
// they list, so that a run is short enough to be broken off at each of its steps.
func fewRows(t testing.TB, rows int) *httptest.Server {
	t.Helper()
	twin := replica.New(replica.Options{})
	var listed []string
	for _, section := range []string{"17222", "2816"} {
		asked := httptest.NewRequest("POST", "https://ico.example/api/search", strings.NewReader(`{"pageNumber":1,"rootPageID":`+section+`,"order":"newest"}`))
		answer := httptest.NewRecorder()
		twin.ServeHTTP(answer, asked)
		for _, m := range regexp.MustCompile(`"url":"([^"]+)"`).FindAllSubmatch(firstRows(t, answer.Body.Bytes(), rows), -1) {
			listed = append(listed, string(m[1]))
		}
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Host = "ico.example"
		answer := httptest.NewRecorder()
		twin.ServeHTTP(answer, r)
		b := answer.Body.Bytes()
		switch {
		case strings.HasSuffix(r.URL.Path, "sitemap.xml"):
			b = listedEntry.ReplaceAllFunc(b, func(entry []byte) []byte {
				if i := slices.IndexFunc(listed, func(address string) bool { return bytes.Contains(entry, []byte(address)) }); i < 0 {
					return nil
				}
				return entry
			})
		case strings.HasPrefix(r.URL.Path, "/api/"):
			b = firstRows(t, b, rows)
		}
		for _, name := range []string{"Content-Type", "ETag", "Last-Modified"} {
			w.Header().Set(name, answer.Header().Get(name))
		}
		w.WriteHeader(answer.Code)
		w.Write(b)
	}))
	t.Cleanup(server.Close)
	return server
}

var listedEntry = regexp.MustCompile(`<url>\s*<loc>[^<]*/(?:news-and-blogs|enforcement)/[^<]*</loc>(?s:.*?)</url>`)

func firstRows(t testing.TB, listing []byte, n int) []byte {
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

// A crashStep is a command that is broken off, with the calls at which that is
// done. What it works on is what the steps before it left.
type crashStep struct{ name, args, calls string }

// under are the calls at which an action is tried. A file that cannot be linked
// is copied, and one of the old site that cannot be read is written anew: that is
// no failure. Archive, read by pread64, state and cases have to be read.
func (s crashStep) under(action string) string {
	calls := s.calls
	if action != "kill" {
		calls = strings.ReplaceAll(calls, ",linkat", "")
	}
	if action != "EIO" || strings.HasPrefix(s.name, "build") {
		return calls
	}
	if s.name == "update" {
		return calls + ",pread64"
	}
	return calls + ",read,pread64"
}

const newsOf = "--home https://ico.example --source ico-news --base ico-news=$SERVER --contact me@casebook.example --now "

var crashSteps = []crashStep{
	{"crawl", "crawl " + newsOf + "2031-03-01", "write,fsync,renameat,unlinkat,ftruncate,mkdirat"},
	{"crawl-again", "crawl " + newsOf + "2031-03-15", "write,fsync,renameat,unlinkat,ftruncate"},
	{"extract", "extract --home https://ico.example", "write,fsync,renameat,unlinkat,mkdirat"},
	{"build", "build", "write,renameat,unlinkat,mkdirat"},
	{"build-again", "build --name Other", "write,linkat,renameat,unlinkat,mkdirat"},
	{"update", "update " + newsOf + "2031-03-30 --message message.txt", "write,fsync,linkat,renameat,unlinkat,ftruncate,mkdirat"},
}

// state says whether a repository is as it should be. The first time after a
// reset, just after a command was broken off, verify may find what was left
// over, but has to be able to say so, and the site is the one before or the one
// after; once the command has run again verify finds nothing, and cases, site,
// state and archive are those of a run that nobody disturbed.
const stateScript = `#!/bin/sh
"$CASEBOOK" -q verify --home https://ico.example > verify.out 2>&1; rc=$?
if [ ! -f again ]; then
	touch again
	[ $rc -eq 0 ] || [ $rc -eq 4 ] || { cat verify.out; exit 1; }
	# Between two renames the old site stands aside, whole, for the next run to put back.
	if [ ! -e public ] && diff -r ../before/public .public.last > /dev/null 2>&1; then exit 0; fi
	for site in before want; do
		if [ -e ../$site/public ]; then diff -r ../$site/public public > /dev/null 2>&1; else [ ! -e public ]; fi && exit 0
	done
	echo "the site is neither the old nor the new one"; exit 1
fi
[ $rc -eq 0 ] || { cat verify.out; exit 1; }
answers() { sed -E 's/.*"url":"([^"]*)".*"digest":"([0-9a-f]*)".*/\1 \2/' "$1/archive/index.cdxj" | sort -u; }
answers . > a; answers ../want > b; cmp a b || exit 1
for d in state content public; do
	if [ -e ../want/$d ]; then diff -r -x index ../want/$d $d || exit 1; fi # bleve writes its files never twice the same
done
`

// straceScript stands before strace: what shall fail is the disk, and not the
// network as well, whose failures a crawl heals by asking again. Only calls on
// the files that an undisturbed run writes and reads fail.
const straceScript = `#!/bin/sh
case "$*" in
*trace=write*|*trace=read*|*trace=pread64*) exec "$STRACE" $(cat "$PATHS") "$@" ;;
esac
exec "$STRACE" "$@"
`

// A crashTest is a folder with a repository as it was before a step, as the step
// leaves it when nobody disturbs it, and one to work on.
type crashTest struct {
	*testing.T
	dir, sweep string
}

func (c *crashTest) shell(line string) string {
	c.Helper()
	cmd := exec.Command("bash", "-c", line)
	cmd.Dir = c.dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		c.Fatalf("%s: %v\n%s", line, err, out)
	}
	return string(out)
}

// prepare makes what the sweeps of all steps need.
func (c *crashTest) prepare() {
	strace, err := exec.LookPath("strace")
	if err != nil {
		c.Fatal(err)
	}
	at := func(name string) string { return filepath.Join(c.dir, name) }
	c.shell("mkdir work before want bin")
	for name, script := range map[string]string{"state.sh": stateScript, "bin/strace": straceScript} {
		if err := os.WriteFile(at(name), []byte(script), 0o755); err != nil {
			c.Fatal(err)
		}
	}
	if out, err := exec.Command("go", "build", "-o", at("casebook"), ".").CombinedOutput(); err != nil {
		c.Fatalf("%v\n%s", err, out)
	}
	for name, value := range map[string]string{"CASEBOOK": at("casebook"), "STATE": at("state.sh"), "PATHS": at("paths"), "STRACE": strace,
		"SERVER": fewRows(c.T, 6).URL, "PATH": at("bin") + ":" + os.Getenv("PATH")} {
		c.Setenv(name, value)
	}
}

// undisturbed runs a step as nobody disturbs it, twice: for what comes of it,
// and for the files that it writes and reads on its way.
func (c *crashTest) undisturbed(command string) {
	c.shell("rm -rf want && cp -a before want && cd want && " + command)
	c.shell("rm -rf work && cp -a before work && cd work && \"$STRACE\" -f -qq -y -o ../calls -e trace=write,read,pread64 " + command)
	calls, err := os.ReadFile(filepath.Join(c.dir, "calls"))
	if err != nil {
		c.Fatal(err)
	}
	paths := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?:write|read|pread64)\(\d+<(`+regexp.QuoteMeta(filepath.Join(c.dir, "work"))+`/[^>]*)>`).FindAllSubmatch(calls, -1) {
		if filepath.Base(string(m[1])) != "index.cdxj" { // one that cannot be read is written anew
			paths[" -P "+string(m[1])] = true
		}
	}
	if err := os.WriteFile(filepath.Join(c.dir, "paths"), []byte(strings.Join(slices.Sorted(maps.Keys(paths)), "")), 0o644); err != nil {
		c.Fatal(err)
	}
}

// broken breaks a step off at each of its calls.
func (c *crashTest) broken(command, calls, action string) {
	cmd := exec.Command("bash", c.sweep, "-s", calls, "-a", action, "-m", "400", "-w", filepath.Join(c.dir, "work"),
		"-c", command, "-v", `"$STATE"`, "-r", `find . -mindepth 1 -delete; cp -a ../before/. .`)
	out, err := cmd.CombinedOutput()
	c.Logf("%s", out)
	if err != nil {
		c.Error(err)
	}
}

// TestCrashSweep kills crawl, extract, build and update at each of their writes,
// flushes, renames, removals and new folders, and has each fail for want of
// space and for a broken disk, which fails to read as well. It wants strace and
// crash-sweep.sh, see `make crash`.
func TestCrashSweep(t *testing.T) {
	c := &crashTest{T: t, dir: t.TempDir(), sweep: os.Getenv("CASEBOOK_CRASH_SWEEP")}
	if c.sweep == "" {
		t.Skip("make crash runs this")
	}
	c.prepare()
	for _, s := range crashSteps {
		command := `"$CASEBOOK" -q ` + s.args
		c.undisturbed(command)
		for _, action := range []string{"kill", "ENOSPC", "EIO"} {
			t.Run(s.name+"/"+action, func(t *testing.T) {
				(&crashTest{t, c.dir, c.sweep}).broken(command, s.under(action), action)
			})
		}
		c.shell("rm -rf before && cp -a want before")
	}
}

// TestSegmentMissing takes a file of the archive away: the cases stand, and
// verify names the file and the cases whose documents went with it.
func TestSegmentMissing(t *testing.T) {
	server, dir := fewRows(t, 10), t.TempDir()
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
