package main

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/crawler/replica"
)

// jobs holds how the jobs of a night ended to what is wanted.
func (h *host) jobs(run nightRun, update, deploy, stopped string) {
	h.t.Helper()
	want := map[string]string{"update": update, "deploy": deploy, "stopped": stopped}
	if diff := cmp.Diff(want, run.jobs); diff != "" {
		h.t.Fatalf("jobs (-want +got):\n%s\n%s", diff, run.said)
	}
}

// pages is the site that is published.
func (h *host) pages() string { return tree(h.t, filepath.Join(h.dir, "pages")) }

// before and after an edit of a case, and a case more.
var (
	earlier = replica.Options{Traps: []replica.Trap{replica.Edited}}
	later   = replica.Options{Traps: []replica.Trap{replica.Edited, replica.SectorWithAnd}, Later: true}
)

// TestWorkflow runs the workflow that init writes, night after night: the first,
// one without news, one with a new and a revised case, two with a broken source,
// and one after it was mended.
func TestWorkflow(t *testing.T) {
	h := newHost(t, newNight(t, earlier))

	h.jobs(h.run("2026-11-01"), "success", "success", "skipped")
	log := h.remote.log()
	if len(log) != 2 || !strings.HasPrefix(log[0], "content: add 107 cases (courier, ico-actions, ico-news)\n") {
		t.Fatalf("got the log %.300q", log)
	}

	quiet := h.run("2026-11-02")
	h.jobs(quiet, "success", "success", "skipped")
	if log := h.remote.log(); len(log) != 2 {
		t.Fatalf("a night without news made a commit: %.300q", log)
	}
	if !strings.Contains(h.pages(), "2 November 2026") || !strings.HasPrefix(quiet.summary, "## casebook update, 2026-11-02: nothing new\n") {
		t.Errorf("the site does not say when it was last read, or the summary is %.200q", quiet.summary)
	}

	h.sources.become(replica.New(later))
	h.jobs(h.run("2026-11-03"), "success", "success", "skipped")
	log = h.remote.log()
	if len(log) != 3 || !strings.HasPrefix(log[0], "content: add 1 case, change 1 case (ico-actions") {
		t.Fatalf("got the log %.300q", log)
	}
	for _, want := range []string{"larkrise-energy-2026: amount 90,000 -> 60,000", "oakmere-school-trust-2026: case + final reprimand"} {
		if !strings.Contains(log[0], "\n"+want) {
			t.Errorf("the message lacks %q:\n%s", want, log[0])
		}
	}

	h.broken(t)

	h.sources.become(replica.New(later))
	h.jobs(h.run("2026-11-10"), "success", "success", "skipped")
	if calls := readFile(t, filepath.Join(h.issues, "calls")); strings.Count(calls, "\n") != 4 {
		t.Errorf("an issue was touched after a good night: %s", calls)
	}
}

// broken is two nights in which a check stops the run.
func (h *host) broken(t *testing.T) {
	content, state, pages := h.remote.tree("content"), h.remote.tree("state"), h.pages()
	h.sources.become(redesigned(replica.New(later)))
	for i, day := range []string{"2026-11-08", "2026-11-09"} {
		run := h.run(day)
		h.jobs(run, "success", "skipped", "failure")
		if diff := cmp.Diff(content+state, h.remote.tree("content")+h.remote.tree("state")); diff != "" {
			t.Errorf("%s: the remote changed (-before +after):\n%s", day, diff)
		}
		if log := h.remote.log(); len(log) != 4 || log[0] != "runs: stopped by a check, nothing published\n" {
			t.Errorf("%s: got the log %.200q", day, log)
		}
		if h.pages() != pages {
			t.Errorf("%s: the site changed", day)
		}
		calls, issue := readFile(t, filepath.Join(h.issues, "calls")), readFile(t, filepath.Join(h.issues, "body"))
		if want := []string{"issue list\nissue create\n", "issue list\nissue create\nissue list\nissue edit\n"}[i]; calls != want {
			t.Errorf("%s: got the calls %q, want %q", day, calls, want)
		}
		for _, want := range []string{"**Status 4.**", "too many documents could not be read", "casebook update, " + day, "https://github.example/somebody/record/actions/runs/"} {
			if !strings.Contains(issue, want) {
				t.Errorf("%s: the issue lacks %q:\n%s", day, want, issue)
			}
		}
		if !strings.Contains(run.said, "::error title=casebook::A check stopped the run") {
			t.Errorf("%s: the log does not say so", day)
		}
	}
}
