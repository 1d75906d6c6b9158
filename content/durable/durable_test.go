package durable

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func names(t *testing.T, dir string) []string {
	t.Helper()
	var found []string
	for _, pattern := range []string{"*", ".*"} {
		all, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range all {
			found = append(found, filepath.Base(name))
		}
	}
	slices.Sort(found)
	return found
}

// TestWriteFile replaces what stands, and writes over what a killed run left.
func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "log.jsonl")
	left := filepath.Join(dir, ".log.jsonl"+mark)
	if err := os.WriteFile(left, []byte("half of a longer file"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"first\n", "second\n"} {
		if err := WriteFile(name, []byte(want)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(name); string(got) != want || err != nil {
			t.Errorf("holds %q, %v, want %q", got, err, want)
		}
	}
	if got, want := names(t, dir), []string{"log.jsonl"}; !slices.Equal(got, want) {
		t.Errorf("folder holds %q, want %q", got, want)
	}
}

// TestWriteFails leaves the old file and nothing aside where the new one
// cannot take its place, and says which files stand.
func TestWriteFails(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if err := os.MkdirAll(filepath.Join(dir, "b", "in-the-way"), 0o755); err != nil {
		t.Fatal(err)
	}
	written, err := Write(root, File{"cases/2024/a", []byte("a")}, File{"b", []byte("b")}, File{"c", []byte("c")})
	if err == nil || !slices.Equal(written, []string{"cases/2024/a"}) {
		t.Errorf("Write = %q, %v, want the first file and an error", written, err)
	}
	if got, want := names(t, dir), []string{"b", "cases"}; !slices.Equal(got, want) {
		t.Errorf("folder holds %q, want %q", got, want)
	}
	if _, err := Write(root, File{"../outside", nil}); err == nil {
		t.Error("a name that leads out of the folder was written")
	}
}

func TestTemporary(t *testing.T) {
	for name, want := range map[string]bool{
		"cases/2024/.a.md.casebook-tmp": true, ".index.cdxj.casebook-tmp": true,
		"cases/2024/a.md": false, "a.casebook-tmp": false, ".gitignore": false,
	} {
		if got := Temporary(name); got != want {
			t.Errorf("Temporary(%q) = %t, want %t", name, got, want)
		}
	}
}
