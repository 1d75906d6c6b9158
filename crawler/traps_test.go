package crawler_test

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"casebook/content"
	"casebook/crawler"
	"casebook/crawler/replica"
)

// crawlTraps crawls the replica with all traps, once as it stands and once
// some months after, and returns the second report.
func crawlTraps(t *testing.T, dir string) crawler.Report {
	t.Helper()
	day := func(month time.Month) func() time.Time {
		return func() time.Time { return time.Date(2026, month, 3, 4, 0, 0, 0, time.UTC) }
	}
	sources := append(replicaSources(), crawler.ICORecovery(replica.ICOHome))
	var report crawler.Report
	for _, options := range []replica.Options{{Traps: replica.Traps}, {Traps: replica.Traps, Later: true}} {
		now := day(time.July)
		if options.Later {
			now = day(time.October)
		}
		var err error
		if report, err = crawlReplicaOn(t, dir, options, now, sources...); !errors.Is(err, crawler.ErrPartial) {
			t.Fatalf("got %v, want %v: a file is missing, and a page of the listing", err, crawler.ErrPartial)
		}
	}
	return report
}

// With every trap switched on the archive gives exactly the documents that the
// site has or had, and each loss, difference and doubt is said.
func TestAllTraps(t *testing.T) {
	dir := t.TempDir()
	report := crawlTraps(t, dir)
	readings, problems := read(t, dir, append(replicaSources(), crawler.ICORecovery(replica.ICOHome)))

	untrapped := replica.New(replica.Options{})
	var base, trapped []string
	for _, r := range readings {
		host, path, _ := strings.Cut(strings.TrimPrefix(r.Document.URL, "https://"), "/")
		if slices.Contains(untrapped.Documents(host), r.Document.URL) {
			base = append(base, r.Document.URL)
			continue
		}
		trapped = append(trapped, trapLine("/"+path, r))
	}
	want := slices.Concat(untrapped.Documents("courier.example"), untrapped.Documents("ico.example"))
	want = slices.DeleteFunc(want, func(u string) bool { return strings.Contains(u, "/ic-3") }) // of the decisions, which nobody asked for
	if diff := cmp.Diff(want, base); diff != "" {
		t.Errorf("documents that have no trap (-want +got):\n%s", diff)
	}
	lines := append(trapped, "")
	for _, s := range report.Sources {
		for _, f := range s.Failed {
			lines = append(lines, "not read: "+s.Source+": "+f.String())
		}
		for _, signal := range s.Signals {
			lines = append(lines, "signal: "+s.Source+": "+signal)
		}
	}
	for _, p := range problems {
		lines = append(lines, "problem: "+p.String())
	}
	golden(t, "testdata/traps.golden", strings.Join(lines, "\n")+"\n")
}

// trapLine is a document on a line.
func trapLine(path string, r content.Reading) string {
	d := r.Document
	line := fmt.Sprintf("%s %s %q %s %s", d.Kind, path, d.Title, d.Item, d.Published)
	if r.Text.Body == "" {
		line += " no-words"
	}
	if !d.Withdrawn.IsZero() {
		line += " withdrawn " + d.Withdrawn.String()
	}
	for _, address := range d.Formerly {
		line += " formerly " + strings.TrimPrefix(address, replica.ICOHome)
	}
	return line
}

// golden compares got with a file, or rewrites it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}
