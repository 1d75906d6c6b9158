package crawler

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func everything(string) bool { return true }

func mustOpen(t *testing.T, dir string, holds func(string) bool) *state {
	t.Helper()
	s, err := openState(dir, "source", holds)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// A kill may come at any byte of the journal: the steps before it count, and
// the next ones follow them.
func TestJournalCutInALine(t *testing.T) {
	dir := t.TempDir()
	journal := filepath.Join(dir, "source.jsonl.part")
	s := mustOpen(t, dir, everything)
	for _, path := range []string{"a", "b"} {
		if err := s.note(step{Known: Known{URL: "https://site.example/" + path, SHA256: "00"}, At: time.Unix(1, 0)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.pause(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(journal)
	if err != nil {
		t.Fatal(err)
	}
	first := strings.Index(string(whole), "\n") + 1
	for at := first; at < len(whole); at++ {
		if err := os.WriteFile(journal, whole[:at], 0o644); err != nil {
			t.Fatal(err)
		}
		s := mustOpen(t, dir, everything)
		if len(s.known) != 1 || len(s.done) != 1 {
			t.Fatalf("cut at byte %d: got %d known and %d done, want the first step", at, len(s.known), len(s.done))
		}
		if err := s.note(step{Known: Known{URL: "https://site.example/c"}, Unchanged: true}); err != nil {
			t.Fatal(err)
		}
		if err := s.pause(); err != nil {
			t.Fatal(err)
		}
		if again := mustOpen(t, dir, everything); len(again.known) != 2 || again.pause() != nil {
			t.Fatalf("cut at byte %d and gone on: got %d known, want 2", at, len(again.known))
		}
	}
}

// What the journal says was read counts only where the archive has it.
func TestJournalWithoutItsArchive(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir, everything)
	for _, done := range []step{
		{Known: Known{URL: "https://site.example/list"}, Listing: true},
		{Known: Known{URL: "https://site.example/lost", SHA256: "00"}},
		{Known: Known{URL: "https://site.example/held", SHA256: "01"}},
		{Known: Known{URL: "https://site.example/same", SHA256: "02"}, Unchanged: true},
	} {
		if err := s.note(done); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.pause(); err != nil {
		t.Fatal(err)
	}
	again := mustOpen(t, dir, func(digest string) bool { return digest == "01" })
	if _, lost := again.known["https://site.example/lost"]; lost || len(again.done) != 3 {
		t.Errorf("got %d steps, the lost one among them: %t; want three without it", len(again.done), lost)
	}
	if err := again.finish(false); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(dir, "source.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(string(b), "\n"); got != 2 || strings.Contains(string(b), "list") {
		t.Errorf("got a state of %d lines, want the two documents:\n%s", got, b)
	}
	if _, err := os.Stat(filepath.Join(dir, "source.jsonl.part")); err == nil {
		t.Error("the journal is still there")
	}
}
