package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// F75: a file system that lists files in another order. One in memory lists them
// as they were made: the same repository is made there once forwards and once
// backwards, and cases, site and report of verify are the same.
func TestFileOrder(t *testing.T) {
	var names []string
	err := fs.WalkDir(os.DirFS(demo(t)), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !strings.HasPrefix(name, "public/") {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	var listed, came []string
	for _, order := range []func([]string){slices.Sort[[]string], slices.Reverse[[]string]} {
		order(names)
		dir := inMemory(t, names)
		listed = append(listed, strings.Join(asListed(t, filepath.Join(dir, "content", "cases")), " "))
		t.Chdir(dir)
		all := ""
		for _, args := range [][]string{{"extract", "--home", "https://ico.example"}, {"build"}, {"verify", "--home", "https://ico.example"}} {
			status, said := casebook(t, append([]string{"-q"}, args...)...)
			if status != 0 {
				t.Errorf("%s: status %d: %s", args[0], status, said)
			}
			all += said
		}
		came = append(came, all+tree(t, filepath.Join(dir, "content"))+tree(t, filepath.Join(dir, "public")))
	}
	if listed[0] == listed[1] {
		t.Skip("this file system has an order of its own")
	}
	if came[0] != came[1] {
		t.Error("cases, site or report depend on the order in which files are listed")
	}
}

// inMemory copies files of the demo, in their order, to a file system in memory.
func inMemory(t *testing.T, names []string) string {
	t.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "casebook-")
	if err != nil {
		t.Skip("wants a file system in memory: ", err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	for _, name := range names {
		b, err := os.ReadFile(filepath.Join(demo(t), name))
		if err == nil {
			err = os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o755)
		}
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name), b, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// asListed are the entries of a folder as the file system lists them.
func asListed(t *testing.T, dir string) []string {
	t.Helper()
	f, err := os.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	names, err := f.Readdirnames(-1)
	if err != nil {
		t.Fatal(err)
	}
	return names
}
