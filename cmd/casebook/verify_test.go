package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"casebook/content"
)

// verified copies the demo, runs verify over it and returns what it found.
func verified(t *testing.T, prepare func(dir string), args ...string) (v verification, status int, said string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(demo(t))); err != nil {
		t.Fatal(err)
	}
	prepare(dir)
	t.Chdir(dir)
	status, said = casebook(t, append([]string{"-q", "verify", "--json", "--home", "https://ico.example"}, args...)...)
	line, _, _ := strings.Cut(said, "\n")
	if err := json.Unmarshal([]byte(line), &v); err != nil && status != statusLocked {
		t.Fatalf("status %d: %v\n%s", status, err, said)
	}
	return v, status, said
}

// Every quote of the demo is looked up, those of the newspaper too, which no
// configuration names here.
func TestVerifyLooksEveryQuoteUp(t *testing.T) {
	v, status, said := verified(t, func(string) {})
	if rows, looked := v.Counts["evidence row"], v.Counts["quote looked up"]; status != 0 || rows == 0 || looked != rows {
		t.Errorf("status %d, %d of %d quotes were looked up\n%s", status, looked, rows, said)
	}
}

// A quote of the newspaper that was changed by hand is found like any other.
func TestVerifyReadsUnnamedNewspaper(t *testing.T) {
	v, status, _ := verified(t, func(dir string) {
		cases := demoBook(t).Cases
		c := cases[slices.IndexFunc(cases, func(c *content.Case) bool {
			return slices.ContainsFunc(c.Evidence, func(e content.Evidence) bool { return strings.HasPrefix(e.Document, "press-") })
		})].Clone()
		for i, e := range c.Evidence {
			if strings.HasPrefix(e.Document, "press-") {
				c.Evidence[i].Quote += " Nobody wrote this."
				break
			}
		}
		if err := os.WriteFile(filepath.Join(dir, "content", c.Path()), content.Format(c), 0o644); err != nil {
			t.Fatal(err)
		}
	})
	found := false
	for _, p := range v.Problems {
		found = found || strings.Contains(p.Message, `does not stand in document "press-`)
	}
	if status != statusQuality || !found {
		t.Errorf("status %d, problems %+v", status, v.Problems)
	}
}

// An override waits for its document where the archive lacks it: that is not a
// correction that has had its day.
func TestVerifyOverrideWaits(t *testing.T) {
	v, status, said := verified(t, func(dir string) {
		entry := "- {document: \"https://ico.example/elsewhere\", field: sector, value: Health, correct: null, reason: The label is another case's.}\n"
		if err := os.WriteFile(filepath.Join(dir, "content", "overrides.yaml"), []byte(entry), 0o644); err != nil {
			t.Fatal(err)
		}
	})
	found := false
	for _, p := range v.Problems {
		found = found || p.Warning && p.File == "overrides.yaml" && strings.Contains(p.Message, "not in the archive")
	}
	if status != 0 || !found {
		t.Errorf("status %d\n%s", status, said)
	}
}

// Verify reads beside another run, and mends nothing beside it.
func TestVerifyFixIsLocked(t *testing.T) {
	for _, tt := range []struct {
		args []string
		want int
	}{{nil, 0}, {[]string{"--fix"}, statusLocked}} {
		_, status, said := verified(t, func(dir string) {
			unlock, err := lockFor("crawl", filepath.Join(dir, "archive"))
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(unlock)
		}, tt.args...)
		if status != tt.want {
			t.Errorf("verify %v: status %d, want %d\n%s", tt.args, status, tt.want, said)
		}
	}
}
