package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/content"
	"casebook/crawler"
	"casebook/crawler/replica"
)

// trapsBook crawls the replica with all traps, once as it stands and once some
// months after, and extracts after each.
func trapsBook(t *testing.T) (extracted, string) {
	t.Helper()
	dir := t.TempDir()
	sources := append(demoSources(), crawler.ICORecovery(replica.ICOHome))
	var got extracted
	var printed bytes.Buffer
	for _, later := range []bool{false, true} {
		out := &console{stdin: strings.NewReader(""), out: &printed, progress: &printed, errors: &printed, log: newLog(&printed, false)}
		config := crawler.Config{Sources: sources, Contact: "https://casebook.example/about"}
		_, err := crawlReplica(replica.Options{Traps: replica.Traps, Later: later})(t.Context(), out, filepath.Join(dir, "archive"), config)
		var failed *failure
		if !errors.As(err, &failed) || failed.status != statusPartial {
			t.Fatalf("got %v, want a partial crawl: a file is missing, and a page of the listing", err)
		}
		printed.Reset()
		if got, err = extractArchive(out, filepath.Join(dir, "archive"), filepath.Join(dir, "content"), sources, ownerFlags{Config: os.DevNull}); err != nil {
			t.Fatal(err)
		}
	}
	return got, printed.String()
}

// TestAllTraps goes from the replica with every trap switched on to cases:
// those of the demo, byte for byte, and exactly one for each matter of a trap.
func TestAllTraps(t *testing.T) {
	got, printed := trapsBook(t)
	demo := demoBook(t)
	var lines []string
	for _, c := range got.book.Cases {
		if plain := demo.Case(c.ID); plain != nil {
			if diff := cmp.Diff(string(content.Format(plain)), string(content.Format(c))); diff != "" {
				t.Errorf("%s is not as in the demo (-want +got):\n%s", c.ID, diff)
			}
			continue
		}
		lines = append(lines, caseLines(c)...)
	}
	for _, c := range demo.Cases {
		if got.book.Case(c.ID) == nil {
			t.Errorf("%s is missing", c.ID)
		}
	}
	for _, p := range content.Check(got.book, got.texts) {
		lines = append(lines, "check: "+p.String())
	}
	const name = "testdata/traps.golden"
	text := strings.Join(lines, "\n") + "\n"
	if *update {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), text); diff != "" {
		t.Errorf("cases of the traps (-want +got):\n%s", diff)
	}
	if want := "dunmore-freight-limited-reprimand/ says 2024-05-28: 134 days apart"; !strings.Contains(printed, want) {
		t.Errorf("extract does not say that dates disagree:\n%s", printed)
	}
}

// caseLines are a case for people to read: where it stands, its events and its
// documents.
func caseLines(c *content.Case) []string {
	lines := []string{"", fmt.Sprintf("%s: %s, %s %s of %s, fine %s, %d affected, sector %s", c.ID, c.Organisation.Name, c.Status, c.Action, c.Date, c.Fine(), c.Affected, c.Sector)}
	for _, e := range c.Events {
		gone := ""
		if !e.Withdrawn.IsZero() {
			gone = " withdrawn"
		}
		lines = append(lines, strings.TrimRight(fmt.Sprintf("  event %s %s %s %s %s%s", e.Date, e.Action, e.Status, e.Amount, strings.Join(e.Documents, " "), gone), " "))
	}
	for _, d := range c.Documents {
		var moved []string
		for _, address := range slices.Sorted(slices.Values(d.Formerly)) {
			moved = append(moved, " formerly "+strings.TrimPrefix(address, replica.ICOHome))
		}
		lines = append(lines, fmt.Sprintf("  %s %s%s", d.ID, strings.TrimPrefix(d.URL, replica.ICOHome), strings.Join(moved, "")))
	}
	return lines
}
