package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/content"
	"casebook/content/facts"
	"casebook/crawler/replica"
)

// A night is a repository of cases with the sources that its nightly run reads.
type night struct {
	t   testing.TB
	dir string

	mu     sync.Mutex
	site   http.Handler
	asked  []string // paths, since the last run began
	during func()   // called at each request, nil for nothing
}

// newNight makes a repository that reads the register, the news and a newspaper
// from a server of the test.
func newNight(t testing.TB, options replica.Options) *night {
	t.Helper()
	n := &night{t: t, dir: t.TempDir(), site: replica.New(options)}
	serve := func(host string) string {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			n.mu.Lock()
			n.asked = append(n.asked, r.URL.Path)
			site, during := n.site, n.during
			n.mu.Unlock()
			if during != nil {
				during()
			}
			r.Host = host
			site.ServeHTTP(w, r)
		}))
		t.Cleanup(server.Close)
		return server.URL
	}
	ico, courier := serve("ico.example"), serve("courier.example")
	n.write("casebook.yaml", fmt.Sprintf(`name: The record of a test
contact: https://casebook.example/about
home: %s
sources:
  - {name: ico-actions, base: %q}
  - {name: ico-news, base: %q}
  - {name: courier, publisher: %q, feed: %s/feed.xml, base: %q}
`, replica.ICOHome, ico, ico, replica.CourierName, replica.CourierHome, courier))
	return n
}

// firstNight is the folder of a repository after its first run, on this day.
const firstNight = "2026-11-01"

var ranFirst struct {
	once sync.Once
	dir  string
}

// begun makes a repository that has its first night behind it.
func begun(t testing.TB) *night {
	t.Helper()
	n := newNight(t, replica.Options{})
	ranFirst.once.Do(func() {
		dir, err := os.MkdirTemp("", "casebook-night-")
		if err != nil {
			t.Fatal(err)
		}
		n.must(0, firstNight)
		if err := os.CopyFS(dir, os.DirFS(n.dir)); err != nil {
			t.Fatal(err)
		}
		ranFirst.dir = dir
	})
	config := n.read("casebook.yaml")
	n.remove("archive", "content", "state", "runs", "public", "casebook.yaml", "message.txt", "summary.md", lockName, writingName)
	if err := os.CopyFS(n.dir, os.DirFS(ranFirst.dir)); err != nil {
		t.Fatal(err)
	}
	n.write("casebook.yaml", config)
	return n
}

func (n *night) path(name string) string { return filepath.Join(n.dir, name) }

func (n *night) write(name, text string) {
	n.t.Helper()
	if err := os.WriteFile(n.path(name), []byte(text), 0o644); err != nil {
		n.t.Fatal(err)
	}
}

func (n *night) read(name string) string {
	n.t.Helper()
	b, err := os.ReadFile(n.path(name))
	if err != nil {
		n.t.Fatal(err)
	}
	return string(b)
}

func (n *night) remove(names ...string) {
	n.t.Helper()
	for _, name := range names {
		if err := os.RemoveAll(n.path(name)); err != nil {
			n.t.Fatal(err)
		}
	}
}

// become changes what the sources offer.
func (n *night) become(h http.Handler) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.site = h
}

// update runs a night and returns its status, what it said and the paths that
// were asked for.
func (n *night) update(day string, more ...string) (status int, said string, asked []string) {
	n.t.Helper()
	n.t.Setenv("GITHUB_STEP_SUMMARY", "")
	n.mu.Lock()
	n.asked = nil
	n.mu.Unlock()
	args := []string{"update", "--now", day, "--archive", n.path("archive"), "--content", n.path("content"), "--state", n.path("state"), "--runs", n.path("runs"),
		"--out", n.path("public"), "--message", n.path("message.txt"), "--summary", n.path("summary.md")}
	status, said = casebook(n.t, append(args, more...)...)
	n.mu.Lock()
	defer n.mu.Unlock()
	return status, said, slices.Clone(n.asked)
}

// must runs a night that has to end with a status.
func (n *night) must(want int, day string, more ...string) (said string, asked []string) {
	n.t.Helper()
	status, said, asked := n.update(day, more...)
	if status != want {
		n.t.Fatalf("%s: got status %d, want %d: %s", day, status, want, said)
	}
	return said, asked
}

// kept is all that goes from night to night.
func (n *night) kept() string {
	n.t.Helper()
	var all strings.Builder
	for _, folder := range []string{"content", "state", "runs"} {
		if _, err := os.Stat(n.path(folder)); err == nil {
			all.WriteString(folder + "\n" + tree(n.t, n.path(folder)))
		}
	}
	return all.String()
}

// record is what a night left in runs.
func (n *night) record(day string) record {
	n.t.Helper()
	var r record
	if err := json.Unmarshal([]byte(n.read("runs/"+day+".json")), &r); err != nil {
		n.t.Fatal(err)
	}
	return r
}

// A first run makes cases, state and site; a night without news, on a machine
// that has nothing but the repository, asks for the listings, writes nothing to
// it and builds the same site.
func TestUpdate(t *testing.T) {
	n := begun(t)
	if diff := cmp.Diff(tree(t, filepath.Join(demo(t), "content", "cases")), tree(t, n.path("content/cases"))); diff != "" {
		t.Errorf("cases are not those of the demo (-demo +got):\n%s", diff)
	}
	if got := n.read("message.txt"); !strings.HasPrefix(got, "content: add 106 cases (courier, ico-actions, ico-news)\n\n") || strings.Contains(got, "→") {
		t.Errorf("got the message %.300q", got)
	}
	before := n.kept()
	n.remove("public/.casebook") // the digests of the rest
	public := tree(t, n.path("public"))
	n.remove("archive", "public")
	_, asked := n.must(0, "2026-11-02")
	for _, path := range asked {
		if listing := path == "/api/search" || path == "/sitemap.xml" || path == "/feed.xml" || path == "/robots.txt"; !listing && !strings.HasPrefix(path, "/news/") {
			t.Errorf("a night without news asked for %s", path)
		}
	}
	if diff := cmp.Diff(before, n.kept()); diff != "" {
		t.Errorf("a night without news changed the repository (-before +after):\n%s", diff)
	}
	if got := n.read("message.txt"); got != "runs: nothing new\n" {
		t.Errorf("got the message %q", got)
	}
	n.remove("public/.casebook")
	if tonight := strings.ReplaceAll(strings.ReplaceAll(tree(t, n.path("public")), "2026-11-02", firstNight), "2 November 2026", "1 November 2026"); tonight != public {
		t.Errorf("the site is another one, but for the day:\n%s", cmp.Diff(public, tonight))
	}
}

// The archive of earlier runs is not needed: what vanished, moved, was edited
// and came new leads to the same cases with it and without it.
func TestUpdateWithoutArchive(t *testing.T) {
	var got [2]string
	for i, gone := range []bool{false, true} {
		n := newNight(t, replica.Options{Traps: replica.Traps})
		n.must(statusPartial, "2026-06-01")
		if gone {
			n.remove("archive")
		}
		n.become(replica.New(replica.Options{Traps: replica.Traps, Later: true}))
		said, _ := n.must(statusPartial, "2026-06-02")
		if !strings.Contains(said, "no longer listed") {
			t.Fatalf("nothing vanished: %s", said)
		}
		got[i] = tree(t, n.path("content"))
		if !strings.Contains(got[i], "withdrawn: 2026-06-02") {
			t.Error("nothing is withdrawn")
		}
	}
	if diff := cmp.Diff(got[0], got[1]); diff != "" {
		t.Errorf("content with the archive and without it (-with +without):\n%s", diff)
	}
}

// A night that reads one of the sources only makes the site no fresher than the
// last one that read all.
func TestUpdateSomeSources(t *testing.T) {
	n := begun(t)
	n.must(0, "2026-11-04", "--source", "ico-news")
	if page := n.read("public/index.html"); !strings.Contains(page, firstNight) || strings.Contains(page, "2026-11-04") {
		t.Error("the site says that all sources were read tonight")
	}
}

// A document of which nothing could be made is asked for again, on a machine
// that has no archive of the night before as well; and when it can be read its
// case comes.
func TestUpdateAfterPanic(t *testing.T) {
	want := tree(t, begun(t).path("content/cases"))
	defer func() { extractFacts = facts.Extract }()
	extractFacts = func(text content.Text, hint facts.Hint) content.Facts {
		if strings.Contains(text.Title+text.Body, "Birthlink") {
			panic("index out of range")
		}
		return facts.Extract(text, hint)
	}
	n := newNight(t, replica.Options{})
	for _, day := range []string{"2026-11-01", "2026-11-02"} {
		n.must(statusPartial, day)
		n.remove("archive")
		if strings.Contains(tree(t, n.path("content")), "Birthlink") {
			t.Fatal("there is a case of what could not be read")
		}
	}
	extractFacts = facts.Extract
	n.must(0, "2026-11-03")
	if diff := cmp.Diff(want, tree(t, n.path("content/cases"))); diff != "" {
		t.Errorf("once all can be read (-want +got):\n%s", diff)
	}
}

// What a source cannot give is left out and the rest is published.
func TestUpdatePartial(t *testing.T) {
	const missing = "/action-weve-taken/enforcement/"
	broken := replica.New(replica.Options{})
	var path string
	for _, address := range broken.Documents("ico.example") {
		if p := strings.TrimPrefix(address, replica.ICOHome); strings.HasPrefix(p, missing) {
			path = p
		}
	}
	n := newNight(t, replica.Options{Faults: replica.Faults{Status: map[string]int{path: 410}}})
	n.must(statusPartial, "2026-11-25")
	r := n.record("2026-11-25")
	if failed := r.Sources["ico-actions"].Failed; r.Status != statusPartial || len(failed) != 1 || !strings.Contains(failed[0], path) || r.Crawled != "2026-11-25" {
		t.Errorf("got %+v", r)
	}
	if _, err := os.Stat(n.path("public/index.html")); err != nil {
		t.Error(err)
	}
	if got := n.read("summary.md"); !strings.Contains(got, "**Status 2.**") || !strings.Contains(got, "### ico-actions: not read\n\n- `https://ico.example"+path) {
		t.Errorf("got the summary\n%s", got)
	}
	before := n.kept()
	n.must(statusPartial, "2026-11-26")
	if diff := cmp.Diff(before, n.kept()); diff != "" {
		t.Errorf("the same trouble again is no news (-before +after):\n%s", diff)
	}
	n.become(broken)
	n.must(0, "2026-11-27")
	if got, want := tree(t, n.path("content/cases")), tree(t, filepath.Join(demo(t), "content", "cases")); got != want {
		t.Errorf("after it was mended, cases are not those of the demo:\n%s", cmp.Diff(want, got))
	}
}

// wrongCase is a case whose evidence stands nowhere.
const wrongCase = `---
id: by-hand-2018
title: By Hand
regulator: ICO
organisation: {name: By Hand}
status: final
action: reprimand
date: 2018-01-02
events:
  - {date: 2018-01-02, action: reprimand, status: final}
evidence:
  - {field: organisation, value: By Hand, quote: "By Hand was reprimanded.", document: ico-1}
---
`

// redesigned answers with item pages that no source knows.
func redesigned(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/action-weve-taken/enforcement/") {
			fmt.Fprint(w, "<!doctype html><html><body><div id=app><h1>All new</h1></div></body></html>")
			return
		}
		h.ServeHTTP(w, r)
	})
}

// F34 and all that a check stops: nothing is written but the record of the run,
// the last good state and site stand, and the next good night goes on.
func TestUpdateStopped(t *testing.T) {
	n := begun(t)
	good := n.site
	public := tree(t, n.path("public"))
	for _, test := range []struct {
		name, day, say string
		spoil          func()
	}{
		{"a redesign", "2026-11-08", "118 of 118: too many documents could not be read", func() { n.become(redesigned(good)) }},
		{"a listing that is none", "2026-11-09", "the listing is not what it should be", func() { n.become(replica.New(replica.Options{Faults: replica.Faults{ListingHTML: true}})) }},
		{"a case that is wrong", "2026-11-10", "no such document in this case", func() {
			n.become(good)
			n.write("content/cases/2018/by-hand-2018.md", wrongCase)
		}},
		{"a case that is none", "2026-11-11", "by-hand-2018.md:3: not YAML", func() { n.write("content/cases/2018/by-hand-2018.md", "---\nid: [\n---\n") }},
	} {
		t.Run(test.name, func(t *testing.T) {
			n.t = t
			test.spoil()
			content, state := tree(t, n.path("content")), tree(t, n.path("state"))
			n.remove("archive")
			said, _ := n.must(statusQuality, test.day)
			if !strings.Contains(said, test.say) {
				t.Errorf("got %s\nwant %q", said, test.say)
			}
			if got := tree(t, n.path("content")); got != content {
				t.Errorf("content changed:\n%s", cmp.Diff(content, got))
			}
			if got := tree(t, n.path("state")); got != state {
				t.Errorf("state changed:\n%s", cmp.Diff(state, got))
			}
			if got := tree(t, n.path("public")); got != public {
				t.Error("the site changed")
			}
			if r := n.record(test.day); r.Status != statusQuality || r.Error == "" || r.Crawled != firstNight || len(r.Changes) > 0 {
				t.Errorf("got the record %+v", r)
			}
			if got := n.read("message.txt"); got != "runs: stopped by a check, nothing published\n" {
				t.Errorf("got the message %q", got)
			}
		})
	}
	n.t = t
	n.remove("content/cases/2018/by-hand-2018.md")
	n.must(0, "2026-11-12")
	if got, want := tree(t, n.path("content/cases")), tree(t, filepath.Join(demo(t), "content", "cases")); got != want {
		t.Errorf("cases are not those of the demo:\n%s", cmp.Diff(want, got))
	}
}

// F72: what somebody checked out or edited while the run was under way is not
// written over.
func TestUpdateOnMovingGround(t *testing.T) {
	git := func(n *night, args ...string) {
		t.Helper()
		args = append([]string{"-C", n.dir, "-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"}, args...)
		if said, err := exec.Command("git", args...).CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v: %s", args, err, said)
		}
	}
	for _, test := range []struct {
		name, say string
		move      func(n *night)
	}{
		{"another commit", "another commit is checked out now", func(n *night) { git(n, "commit", "--allow-empty", "-qm", "somebody else's") }},
		{"an edited file", "files were changed", func(n *night) {
			n.write("content/cases/2018/facebook-ireland-2018.md", n.read("content/cases/2018/facebook-ireland-2018.md")+"\nA note.\n")
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			n := begun(t)
			before := n.kept()
			n.remove("public", "message.txt")
			git(n, "init", "-q")
			git(n, "add", "content")
			git(n, "commit", "-qm", "cases")
			var once sync.Once
			n.during = func() { once.Do(func() { test.move(n) }) }
			said, _ := n.must(statusLocked, "2026-11-02")
			if !strings.Contains(said, test.say) {
				t.Errorf("got %s\nwant %q", said, test.say)
			}
			for _, name := range []string{"public", "message.txt"} {
				if _, err := os.Stat(n.path(name)); err == nil {
					t.Errorf("%s was written", name)
				}
			}
			if got := strings.Replace(n.kept(), "\nA note.\n", "", 1); got != before {
				t.Errorf("the repository changed (-before +after):\n%s", cmp.Diff(before, got))
			}
			n.must(0, "2026-11-02")
		})
	}
}

// Nights that are too short for the whole register come to the end of it, on
// machines that have nothing but the repository.
func TestUpdateInShortNights(t *testing.T) {
	n := newNight(t, replica.Options{})
	asked, nights := 0, 0
	for status := statusPartial; status == statusPartial; nights++ {
		if nights == 9 {
			t.Fatalf("not at the end after %d nights and %d requests", nights, asked)
		}
		var said string
		var paths []string
		status, said, paths = n.update(fmt.Sprintf("2026-11-%02d", nights+1), "--max-requests", "120")
		if status != 0 && !strings.Contains(said, "the budget of the run is spent") {
			t.Fatalf("night %d: got status %d: %s", nights, status, said)
		}
		asked += len(paths)
		n.remove("archive", "public")
		if parts, err := filepath.Glob(n.path("state/*.part")); err != nil || len(parts) > 0 {
			t.Errorf("night %d left %v, %v", nights, parts, err)
		}
	}
	if nights < 3 {
		t.Errorf("got to the end after %d nights: the limit was none", nights)
	}
	n.must(0, "2026-11-20") // all is read whole again: what came in an odd order comes together
	got, err := loadBook(n.path("content"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(standings(demoBook(t)), standings(got)); diff != "" {
		t.Errorf("cases are not those of the demo (-demo +got):\n%s", diff)
	}
}

// standings are where cases stand and what they cite, without ids, which are
// given in the order in which documents come.
func standings(b *content.Book) []string {
	var all []string
	for _, c := range b.Cases {
		line := fmt.Sprint(c.Organisation.Name, ": ", c.Status, " ", c.Action, " ", c.Date, " ", c.Amount, " ", c.Affected)
		var urls []string
		for _, d := range c.Documents {
			urls = append(urls, d.URL)
		}
		slices.Sort(urls)
		all = append(all, line+"\n"+strings.Join(urls, "\n"))
	}
	slices.Sort(all)
	return all
}

// F99: a source that went quiet is an alarm in the record and the summary, and
// ends no run.
func TestUpdateAlarm(t *testing.T) {
	n := begun(t)
	said, _ := n.must(0, "2028-01-01")
	const alarm = "ico-actions: nothing new for "
	r := n.record("2028-01-01")
	if len(r.Alarms) == 0 || !strings.HasPrefix(r.Alarms[0], alarm) {
		t.Errorf("got alarms %q", r.Alarms)
	}
	if summary := n.read("summary.md"); !strings.Contains(summary, "### Alarms\n\n- `"+alarm) || !strings.Contains(said, alarm) {
		t.Errorf("got the summary\n%.400s\nand %s", summary, said)
	}
}

// The keys of a record are in alphabetical order, and it says nothing of the
// machine.
func TestRecordIsSorted(t *testing.T) {
	n := begun(t)
	text := n.read("runs/" + firstNight + ".json")
	var any map[string]any
	if err := json.Unmarshal([]byte(text), &any); err != nil {
		t.Fatal(err)
	}
	var sorted strings.Builder
	e := json.NewEncoder(&sorted)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(any); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(sorted.String(), text); diff != "" {
		t.Errorf("keys are not sorted (-sorted +got):\n%s", diff)
	}
	if host, err := os.Hostname(); err == nil && strings.Contains(text, host) || strings.Contains(text, n.dir) || len(text) > 30_000 {
		t.Errorf("got %d bytes that may name the machine:\n%s", len(text), text)
	}
}

// BenchmarkQuietNight is a night without news over 250 cases, on a machine that
// has nothing but the repository.
func BenchmarkQuietNight(b *testing.B) {
	n := begun(b)
	const from = "content/cases/2018/facebook-ireland-2018.md"
	files, err := filepath.Glob(n.path("content/cases/*/*.md"))
	if err != nil {
		b.Fatal(err)
	}
	for i := len(files); i < 250; i++ {
		name := fmt.Sprintf("more-%d", i)
		text := strings.NewReplacer("facebook-ireland", name, "https://ico.example/", "https://ico.example/"+name+"/").Replace(n.read(from))
		n.write("content/cases/2018/"+name+"-2018.md", digests.ReplaceAllString(text, fmt.Sprintf("%064x", i)))
	}
	for b.Loop() {
		n.remove("archive", "public")
		n.must(0, "2026-11-02")
	}
}

var digests = regexp.MustCompile(`[0-9a-f]{64}`)
