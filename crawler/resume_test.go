package crawler_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"casebook/crawler"
	"casebook/crawler/archive"
)

// crawlEnv makes the test binary crawl a server into a folder, "ADDRESS DIR",
// so that a test can kill it.
const crawlEnv = "CASEBOOK_TEST_CRAWL"

func TestMain(m *testing.M) {
	if at, dir, ok := strings.Cut(os.Getenv(crawlEnv), " "); ok {
		if err := crawlRegister(context.Background(), at, dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		os.Exit(0)
	}
	if work := strings.Fields(os.Getenv(bulkEnv)); len(work) > 0 {
		if err := bulkWork[work[0]](work[1:]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// crawlRegister crawls a small register into dir, with what it keeps.
func crawlRegister(ctx context.Context, at, dir string) error {
	source := crawler.ICOActions("https://ico.example")
	source.AtLeast = 3
	w, err := archive.Create(filepath.Join(dir, "archive"), "crawler test")
	if err != nil {
		return err
	}
	_, err = crawler.Crawl(ctx, crawler.Config{
		Sources: []crawler.Source{source}, Archive: w, State: filepath.Join(dir, "state"),
		Reach: map[string]string{"ico.example": at}, Contact: "https://casebook.example/about",
	}.WithBackoff(backoff))
	return errors.Join(err, w.Close())
}

// smallRegister is a register of three items with a notice each, in pages of
// one row and in both orders.
func smallRegister(t *testing.T) *site {
	t.Helper()
	s := register(t, 3, 3, inOrder("newest2"), "a", "b", "c")
	for i, name := range []string{"a", "b", "c"} {
		path := "/media2/x/" + name + ".pdf"
		notice := "%PDF-1.4\n% words of " + name + "\n%%EOF\n"
		s.pages["/action-weve-taken/enforcement/"+name+"/"] = says(itemPage(fmt.Sprint(i), name, "1 May 2026", further(path, "notice")))
		s.pages[path] = says(notice)
	}
	return s
}

// held is the set of what an archive holds: address and digest.
func held(t *testing.T, dir string) []string {
	t.Helper()
	set := map[string]bool{}
	r := openArchive(t, filepath.Join(dir, "archive"))
	if len(r.Damage()) > 0 {
		t.Errorf("damage: %q", r.Damage())
	}
	for _, e := range r.Entries() {
		set[e.Key+" "+e.Digest] = true
	}
	var all []string
	for line := range set {
		all = append(all, line)
	}
	slices.Sort(all)
	return all
}

func openArchive(t *testing.T, dir string) *archive.Reader {
	t.Helper()
	r, err := archive.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Whatever request a run is killed at, the next one goes on there: it asks for
// nothing twice but what was under way, and the archive and the state are
// those of a run that nobody killed.
func TestKilledAtEveryRequest(t *testing.T) {
	s := smallRegister(t)
	whole := t.TempDir()
	if err := crawlRegister(t.Context(), s.at, whole); err != nil {
		t.Fatal(err)
	}
	want, requests := held(t, whole), len(s.visits())+1 // and robots.txt
	state := stateOf(t, whole)
	for n := 1; n <= requests; n++ {
		s.forget()
		dir := t.TempDir()
		s.killAt(t, n, dir)
		asked := len(s.visits())
		if err := crawlRegister(t.Context(), s.at, dir); err != nil {
			t.Fatalf("killed at request %d: the next run: %v", n, err)
		}
		if diff := cmp.Diff(want, held(t, dir)); diff != "" {
			t.Errorf("killed at request %d: archive (-undisturbed +resumed):\n%s", n, diff)
		}
		if diff := cmp.Diff(state, stateOf(t, dir)); diff != "" {
			t.Errorf("killed at request %d: state (-undisturbed +resumed):\n%s", n, diff)
		}
		if got := len(s.visits()); got > requests-1+1 {
			t.Errorf("killed at request %d, after %d visits: %d in both runs, want %d and the one under way: %s", n, asked, got, requests-1, s.paths())
		}
	}
}

func stateOf(t *testing.T, dir string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, "state", "ico-actions.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// killAt crawls in a process of its own, which is killed in the middle of the
// answer to its n-th request.
func (s *site) killAt(t *testing.T, n int, dir string) {
	t.Helper()
	crawl := exec.Command(os.Args[0])
	crawl.Env = append(os.Environ(), crawlEnv+"="+s.at+" "+dir)
	var said bytes.Buffer
	crawl.Stderr = &said
	var count atomic.Int64
	s.before(func(w http.ResponseWriter) {
		if count.Add(1) == int64(n) {
			w.Header().Set("Content-Length", "100")
			fmt.Fprint(w, "the beginning")
			http.NewResponseController(w).Flush()
			crawl.Process.Kill()
			panic(http.ErrAbortHandler)
		}
	})
	defer s.before(nil)
	if err := crawl.Start(); err != nil {
		t.Fatal(err)
	}
	if err := crawl.Wait(); err == nil || said.Len() > 0 {
		t.Fatalf("killed at request %d: got %v, %s", n, err, &said)
	}
}

// A budget ends a run with an error, and the next one goes on.
func TestBudget(t *testing.T) {
	tests := []struct {
		name   string
		budget crawler.Budget
		say    string
	}{
		{"requests", crawler.Budget{Requests: 3}, "3 requests"},
		{"bytes", crawler.Budget{Bytes: 15}, "bytes of 15"},
		{"time", crawler.Budget{Time: time.Nanosecond}, "1ns"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			n := newNights(t, map[string]http.HandlerFunc{"/list": says("/a@1 /b@1 /c@1"), "/a": says("a"), "/b": says("b"), "/c": says("c")})
			n.source = stamped(n.source)
			n.config.Budget = test.budget
			got, report, err := n.run(0)
			if !errors.Is(err, crawler.ErrBudget) || !strings.Contains(err.Error(), test.say) {
				t.Errorf("got %v, want %v with %q", err, crawler.ErrBudget, test.say)
			}
			if strings.Contains(got, "/c") || len(report.Failed) > 0 {
				t.Errorf("got visits %q and failures %v", got, report.Failed)
			}
			n.config.Budget = crawler.Budget{}
			rest, _, err := n.run(1)
			if err != nil || !strings.HasSuffix(rest, "/c") || strings.Contains(got, "/a") == strings.Contains(rest, "/a") {
				t.Errorf("the next run: got visits %q after %q, and %v", rest, got, err)
			}
		})
	}
}

// A budget that never suffices still gets through, night after night.
func TestSmallBudget(t *testing.T) {
	n := newNights(t, map[string]http.HandlerFunc{"/list": says("/a@1 /b@1 /c@1"), "/a": says("a"), "/b": says("b"), "/c": says("c")})
	n.source = stamped(n.source)
	n.config.Budget.Requests = 3 // robots.txt, the listing and one document
	var visits []string
	for range 3 {
		got, _, _ := n.run(1)
		visits = append(visits, got)
	}
	if diff := cmp.Diff([]string{"/list /a", "/list /b", "/list /c"}, visits); diff != "" {
		t.Errorf("visits (-want +got):\n%s", diff)
	}
}

// Who wants to stop gets the answer that is under way, and nothing after it.
func TestStopFinishesTheRequest(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	s := newSite(t, map[string]http.HandlerFunc{"/list": says("/a /b"), "/b": says("b"), "/a": func(w http.ResponseWriter, _ *http.Request) {
		stop()
		time.Sleep(200 * time.Millisecond)
		fmt.Fprint(w, "a")
	}})
	dir := t.TempDir()
	w, err := archive.Create(dir, "crawler test")
	if err != nil {
		t.Fatal(err)
	}
	_, err = crawler.Crawl(ctx, crawler.Config{Sources: []crawler.Source{plainSource(plainHost)}, Archive: w, Reach: map[string]string{plainHost: s.at}})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if got := s.paths(); got != "/list /a" {
		t.Errorf("got visits %q, want nothing after /a", got)
	}
	entries := openArchive(t, dir).Entries()
	if last := entries[len(entries)-1]; last.URL != "https://site.example/a" || last.Digest != archive.Digest([]byte("a")) {
		t.Errorf("got %s last in the archive, want the answer that was under way", last.URL)
	}
}

// The journal has each page of a listing once, though each page before it names
// it: else it would grow with the square of a register.
func TestJournalNamesAPageOnce(t *testing.T) {
	s, dir := smallRegister(t), t.TempDir()
	source := crawler.ICOActions("https://ico.example")
	source.AtLeast = 3
	w, err := archive.Create(filepath.Join(dir, "archive"), "crawler test")
	if err != nil {
		t.Fatal(err)
	}
	_, err = crawler.Crawl(t.Context(), crawler.Config{
		Sources: []crawler.Source{source}, Archive: w, State: dir, HoldState: true,
		Reach: map[string]string{"ico.example": s.at}, Contact: "https://casebook.example/about",
	})
	journal, missing := os.ReadFile(filepath.Join(dir, "ico-actions.jsonl.part"))
	if err := errors.Join(err, w.Close(), missing); err != nil {
		t.Fatal(err)
	}
	for _, order := range []string{"newest", "oldest"} {
		named := fmt.Sprintf(`"body":"{\"filters\":[],\"pageNumber\":3,\"order\":\"%s\"`, order)
		if got := strings.Count(string(journal), named); got != 1 {
			t.Errorf("page 3 by %q is named %d times, want once", order, got)
		}
	}
}
