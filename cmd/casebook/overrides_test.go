package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"casebook/content"
)

// TestDemoOverrides corrects a value of the demo by hand: the case and the log follow, the rest of the folder stays, a
// second run finds nothing to do, and an entry that has had its day stops the run before anything is written.
func TestDemoOverrides(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "content")
	if err := os.CopyFS(folder, os.DirFS(filepath.Join(demo(t), "content"))); err != nil {
		t.Fatal(err)
	}
	extract := func() (int, string) {
		var out bytes.Buffer
		args := []string{"extract", "--archive", filepath.Join(demo(t), "archive"), "--content", folder, "--home", "https://ico.example", "--now", "2026-11-25"}
		return run(t.Context(), args, strings.NewReader(""), &out, &out), out.String()
	}
	override := func(entry string) {
		if err := os.WriteFile(filepath.Join(folder, "overrides.yaml"), []byte(entry), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	c := demoBook(t).Case("a4e-2010")
	var page content.Document
	for _, d := range c.Documents {
		if d.Kind == content.Item {
			page = d
		}
	}
	entry := "- document: " + page.URL + "\n  field: sector\n  value: " + string(c.Sector) + "\n  correct: null\n  reason: The label is another case's.\n"
	before := tree(t, folder)
	override(entry)
	if status, out := extract(); status != 0 {
		t.Fatalf("status %d\n%s", status, out)
	}
	changes, err := content.LoadChanges(os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	last := changes[len(changes)-1]
	if last.Case != "a4e-2010" || last.Field != "sector" || last.From != string(c.Sector) || last.Day.String() != "2026-11-25" {
		t.Errorf("the log ends with %+v", last)
	}
	after := tree(t, folder)
	if status, out := extract(); status != 0 || tree(t, folder) != after {
		t.Errorf("a second run: status %d, or the folder changed\n%s", status, out)
	}
	if strings.Count(after, "\n") > strings.Count(before, "\n")+8 {
		t.Error("more of the folder changed than one case")
	}
	override(entry + strings.Replace(entry, "value: "+string(c.Sector), "value: Media", 1))
	held := tree(t, folder)
	status, out := extract()
	if status != statusQuality || !strings.Contains(out, `overrides.yaml:6: sector of `) || !strings.Contains(out, `"Media": stale`) || tree(t, folder) != held {
		t.Errorf("a stale entry: status %d, want %d, and nothing written\n%s", status, statusQuality, out)
	}
	override("- document: x\n")
	if status, out := extract(); status != statusUsage || !strings.Contains(out, "overrides.yaml:1: [0]: reason: is missing") {
		t.Errorf("an entry without a reason: status %d\n%s", status, out)
	}
}
