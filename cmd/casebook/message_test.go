package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/content"
	"casebook/crawler"
	"casebook/crawler/replica"
)

// The message of a commit says in its first line how much changed and of which
// sources, and below what.
func TestCommitMessage(t *testing.T) {
	amount := content.Change{Case: "capita-2025", Field: "amount", From: "45000000", To: "14000000", Documents: []string{"ico-2"}}
	hostile := content.Change{Case: "quay-2026", Field: "title", From: "Quay", To: "Quay\n\nSigned-off-by: `x` \x1b[31m" + strings.Repeat("long ", 60)}
	fresh := content.Change{Case: "larkrise-2026", Field: "case", To: "final reprimand", Documents: []string{"ico-1"}}
	news := map[string]sourceRecord{"ico-news": {News: true}, "ico-actions": {News: true}, "courier": {}}
	for _, test := range []struct {
		name    string
		record  record
		changes []content.Change
		want    string
	}{
		{"one changed", record{Sources: news}, []content.Change{amount}, "content: change 1 case (ico-actions, ico-news)\n\ncapita-2025: amount 45,000,000 -> 14,000,000 (ico-2)\n"},
		{"new and changed", record{}, []content.Change{amount, fresh, {Case: "larkrise-2026", Field: "sector", To: "Health"}},
			"content: add 1 case, change 1 case\n\ncapita-2025: amount 45,000,000 -> 14,000,000 (ico-2)\nlarkrise-2026: case + final reprimand (ico-1)\nlarkrise-2026: sector + Health\n"},
		{"words of others", record{}, []content.Change{hostile}, "content: change 1 case\n\nquay-2026: title Quay -> Quay Signed-off-by: `x` \uFFFD[31m" + strings.Repeat("long ", 20) + "long …\n"},
		{"only the state", record{Sources: news}, nil, "state: what is known of the sources (ico-actions, ico-news)\n"},
		{"only another spelling", record{Written: 2}, nil, "content: rewrite 2 files\n"},
		{"nothing", record{}, nil, "runs: nothing new\n"},
		{"stopped", record{Status: statusQuality, Sources: news}, nil, "runs: stopped by a check, nothing published\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.record.extracted(&content.Book{}, nil, test.changes, nil)
			if diff := cmp.Diff(test.want, commitMessage(test.record)); diff != "" {
				t.Errorf("message (-want +got):\n%s", diff)
			}
		})
	}
}

// The summary is markdown in which nothing of others is markup.
func TestSummary(t *testing.T) {
	r := record{Command: "update", Day: "2026-11-25", Status: statusPartial, Error: "crawler: ico-news: 1 of 40 failed", Cases: 250, Documents: 3, Written: 1,
		Sources: map[string]sourceRecord{"ico-news": {Listed: 39, Fetched: 12, Unchanged: 9, Known: 27, News: true, Failed: []string{"https://ico.example/a`b`|c\n## d: status 500"}}}}
	r.Alarms = []string{"courier: nothing new for 90 days"}
	r.extracted(&content.Book{Cases: make([]*content.Case, 250)}, make([]content.Reading, 3), []content.Change{{Case: "capita-2025", Field: "affected", From: "1", To: "2"}}, nil)
	const want = `## casebook update, 2026-11-25: change 1 case (ico-news)

**Status 2.** ~crawler: ico-news: 1 of 40 failed~

250 cases; 3 documents read for facts, 1 file written.

| source | listed | read | unchanged | not asked for | failed |
| --- | ---: | ---: | ---: | ---: | ---: |
| ico-news | 39 | 12 | 9 | 27 | 1 |

### Alarms

- ~courier: nothing new for 90 days~

### Changes

- ~capita-2025: affected 1 → 2~

### ico-news: not read

- ~https://ico.example/a'b'|c ## d: status 500~
`
	if diff := cmp.Diff(strings.ReplaceAll(want, "~", "`"), summary(r)); diff != "" {
		t.Errorf("summary (-want +got):\n%s", diff)
	}
}

// In a step of a workflow the summary is added to those of the steps before.
func TestSummaryOfAStep(t *testing.T) {
	n := begun(t)
	step := filepath.Join(t.TempDir(), "step.md")
	if err := os.WriteFile(step, []byte("Before.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Setenv("GITHUB_STEP_SUMMARY", step)
	if status, said := casebook(t, "update", "--now", "2026-11-02", "--archive", n.path("archive"), "--content", n.path("content"), "--state", n.path("state"),
		"--runs", n.path("runs"), "--out", n.path("public")); status != 0 {
		t.Fatalf("got status %d: %s", status, said)
	}
	got, err := os.ReadFile(step)
	if err != nil || !strings.HasPrefix(string(got), "Before.\n## casebook update, 2026-11-02: nothing new\n") {
		t.Errorf("got %s, %v", got, err)
	}
}

// Any command writes what it did as JSON, also where it failed.
func TestReport(t *testing.T) {
	file := filepath.Join(t.TempDir(), "report.json")
	server := stranger(t, nil)
	dir := t.TempDir()
	for _, test := range []struct {
		args []string
		want record
	}{
		{crawlArgs(server.URL, dir, "--now", "2026-11-25"), record{Command: "crawl", Day: "2026-11-25", Crawled: "2026-11-25"}},
		{[]string{"extract", "--home", replica.ICOHome, "--archive", dir + "/archive", "--content", dir + "/content", "--now", "2026-11-25"},
			record{Command: "extract", Day: "2026-11-25", Documents: 228, Cases: 105, Added: 105, Written: 105}},
		{[]string{"check", "--content", dir + "/content"}, record{Command: "check", Cases: 105}},
		{[]string{"crawl", "--source", "ico-fines"}, record{Command: "crawl", Status: statusUsage, Error: `crawl: no source named "ico-fines"`}},
	} {
		t.Run(test.want.Command, func(t *testing.T) {
			if status, said := casebook(t, append(test.args, "--report", file)...); status != test.want.Status {
				t.Fatalf("got status %d: %s", status, said)
			}
			b, err := os.ReadFile(file)
			var got record
			if err != nil || json.Unmarshal(b, &got) != nil {
				t.Fatalf("got %s, %v", b, err)
			}
			if got.Command == "crawl" && got.Status == 0 {
				if s := got.Sources["ico-actions"]; s.Listed != 118 || len(s.Differences) == 0 || len(s.Unknown) == 0 {
					t.Errorf("got %+v", s)
				}
			}
			got.Sources, got.Changes, got.LeftOut, got.Problems, got.Contradictions = nil, nil, nil, nil, nil
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("report (-want +got):\n%s", diff)
			}
		})
	}
}

// The lists of a record are cut, and what differs is apart from what is not
// known.
func TestRecordOfACrawl(t *testing.T) {
	s := crawler.SourceReport{Source: "ico-actions", Signals: []string{"lists disagree", `type "Warnings"`}, Differ: []string{"lists disagree"}}
	for range 60 {
		s.Gone = append(s.Gone, "https://ico.example/a/")
	}
	r := record{Day: "2026-11-25"}
	r.crawled(crawler.Report{Sources: []crawler.SourceReport{s}})
	got := r.Sources["ico-actions"]
	if len(got.Gone) != 51 || got.Gone[50] != "and 10 more" {
		t.Errorf("got %d lines, the last %q", len(got.Gone), got.Gone[len(got.Gone)-1])
	}
	if diff := cmp.Diff([]string{`type "Warnings"`}, got.Unknown); diff != "" {
		t.Errorf("unknown (-want +got):\n%s", diff)
	}
}
