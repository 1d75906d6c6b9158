package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/crawler/replica"
)

// F95: a push that is rejected because somebody pushed meanwhile is put on top
// of theirs, checked with it, and tried once more; where the two do not go
// together the job fails and what it found is kept with the run.
func TestWorkflowPushMeanwhile(t *testing.T) {
	for _, tt := range []struct {
		name, say string
		change    func(t *testing.T, dir string)
		pushed    bool
	}{
		{"something else", "Somebody pushed meanwhile", func(t *testing.T, dir string) { put(t, filepath.Join(dir, "NOTES.md"), "Theirs.\n") }, true},
		{"the same file", "contradict each other", func(t *testing.T, dir string) { put(t, filepath.Join(dir, "content/changes.jsonl"), "theirs\n") }, false},
		{"a case that is wrong", "no such document in this case", func(t *testing.T, dir string) {
			put(t, filepath.Join(dir, "content/cases/2018/by-hand-2018.md"), wrongCase)
		}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			n := begun(t)
			h := newHost(t, n)
			n.become(replica.New(replica.Options{Traps: []replica.Trap{replica.SectorWithAnd}}))
			h.before["Push it"] = func() { h.remote.pushed("theirs", func(dir string) { tt.change(t, dir) }) }
			run := h.run("2026-11-02")
			if !strings.Contains(run.said, tt.say) {
				t.Errorf("%q is not said:\n%s", tt.say, run.said)
			}
			log := h.remote.log()
			if tt.pushed {
				h.jobs(run, "success", "success", "skipped")
				if len(log) != 3 || !strings.HasPrefix(log[0], "content: add 1 case") || log[1] != "theirs\n" {
					t.Errorf("got the log %.200q", log)
				}
				return
			}
			h.jobs(run, "failure", "skipped", "skipped")
			if len(log) != 2 || log[0] != "theirs\n" {
				t.Errorf("got the log %.200q", log)
			}
			if run.artifact == "" || !strings.Contains(tree(t, run.artifact), "oakmere-school-trust-2026") {
				t.Error("what could not be pushed is not kept")
			}
		})
	}
}

// F96: a night that is killed leaves in the cache how far it came; the next one
// goes on there, asks for no document again, and ends with the same cases.
func TestWorkflowKilled(t *testing.T) {
	n := newNight(t, replica.Options{})
	h := newHost(t, n)
	requests := 0
	n.during = func() {
		n.mu.Lock()
		defer n.mu.Unlock()
		if requests++; requests == 100 {
			h.kill()
		}
	}
	first := h.run("2026-11-01")
	h.jobs(first, "failure", "skipped", "skipped")
	if log := h.remote.log(); len(log) != 1 {
		t.Errorf("a night that was killed made a commit: %.200q", log)
	}
	n.during = nil
	second := h.run("2026-11-01")
	h.jobs(second, "success", "success", "skipped")
	before := map[string]bool{}
	for _, path := range first.asked[:90] { // the last of them were under way
		before[path] = strings.HasPrefix(path, "/action-weve-taken/")
	}
	for _, path := range second.asked {
		if before[path] {
			t.Errorf("%s was asked for again", path)
		}
	}
	if diff := cmp.Diff(tree(t, filepath.Join(demo(t), "content", "cases")), h.remote.tree("content/cases")); diff != "" {
		t.Errorf("cases are not those of a night that nobody killed (-want +got):\n%s", diff)
	}
}

// kill ends the casebook that has the lock of a workspace.
func (h *host) kill() {
	src, err := os.ReadFile(filepath.Join(h.work, lockName))
	var who holder
	if err == nil {
		err = json.Unmarshal(src, &who)
	}
	if err == nil {
		err = syscall.Kill(who.PID, syscall.SIGKILL)
	}
	if err != nil {
		h.t.Errorf("kill: %v", err)
	}
}

// F97: a site that could not be deployed is deployed by the next night, which
// has no news.
func TestWorkflowDeployFails(t *testing.T) {
	n := begun(t)
	h := newHost(t, n)
	n.become(replica.New(replica.Options{Traps: []replica.Trap{replica.SectorWithAnd}}))
	h.refuse["actions/deploy-pages"] = true
	h.jobs(h.run("2026-11-02"), "success", "failure", "skipped")
	h.refuse["actions/deploy-pages"] = false
	h.jobs(h.run("2026-11-03"), "success", "success", "skipped")
	if log := h.remote.log(); len(log) != 2 {
		t.Errorf("got the log %.200q, want the beginning and one night", log)
	}
	if !strings.Contains(h.pages(), "oakmere-school-trust-2026") {
		t.Error("the site lacks the case of the night before")
	}
}

// F98: a job that may not push, or is not told which casebook to build, fails
// before anything is asked for.
func TestWorkflowWithoutRights(t *testing.T) {
	n := newNight(t, replica.Options{})
	h := newHost(t, n)
	h.token = "may-read"
	run := h.run("2026-11-01")
	h.jobs(run, "failure", "skipped", "skipped")
	if len(run.asked) > 0 || !strings.Contains(run.said, "::error::This job may not push to refs/heads/main, so nothing was read") {
		t.Errorf("asked for %d pages:\n%s", len(run.asked), run.said)
	}
	h.token = "may-push"
	h.remote.pushed("unsaid", func(dir string) {
		name := filepath.Join(dir, ".github/workflows/nightly.yml")
		put(t, name, strings.Replace(readFile(t, name), aCommit, "", 1))
	})
	run = h.run("2026-11-01")
	h.jobs(run, "failure", "skipped", "skipped")
	if len(run.asked) > 0 || !strings.Contains(run.said, "::error::.github/workflows/nightly.yml does not say which casebook to build") {
		t.Errorf("asked for %d pages:\n%s", len(run.asked), run.said)
	}
}
