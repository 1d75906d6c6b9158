package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestEvalStatus holds the exit status of each way in which a measurement can
// end.
func TestEvalStatus(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("whole/labels.jsonl", `{"file": "a.txt", "is_enforcement": false}`)
	write("whole/a.txt", "The library opens at nine.")
	write("partial/labels.jsonl", `{"file": "a.txt", "is_enforcement": true}`)
	write("broken/labels.jsonl", `{"file": 7}`)
	for _, tt := range []struct {
		name string
		args []string // the first is the folder
		want int
	}{
		{"all well", []string{"whole"}, 0},
		{"reached", []string{"whole", "--min", "is_enforcement=1"}, 0},
		{"short", []string{"whole", "--min", "is_enforcement=1", "--min", "evidence=0.5"}, statusQuality},
		{"a document is missing", []string{"partial"}, statusPartial},
		{"short because one is missing", []string{"partial", "--min", "is_enforcement=1"}, statusQuality},
		{"no folder", []string{"nowhere"}, statusUsage},
		{"broken label", []string{"broken"}, statusUsage},
		{"unknown field", []string{"whole", "--errors", "core"}, statusUsage},
		{"unwritable", []string{"whole", "--write", dir}, statusDisk},
	} {
		t.Run(tt.name, func(t *testing.T) {
			args := append([]string{"eval", filepath.Join(dir, tt.args[0])}, tt.args[1:]...)
			var out, progress bytes.Buffer
			if got := run(t.Context(), args, strings.NewReader(""), &out, &progress); got != tt.want {
				t.Errorf("status %d, want %d: %s", got, tt.want, progress.String())
			}
		})
	}
}
