package main

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

var (
	linkTarget = regexp.MustCompile(`\]\(([^)#:]+)\)`)
	quotedPath = regexp.MustCompile("`([a-z]+/[a-zA-Z/_]+\\.(?:go|js|md))`") // data is in a user's folder
	quotedTest = regexp.MustCompile("`(Test[A-Za-z0-9]+)")
)

// TestProsePoints follows what README and docs point to within the project: a
// file that was promised and never written, or has moved, misleads whoever
// begins there.
func TestProsePoints(t *testing.T) {
	project := os.DirFS("../..")
	pages, err := fs.Glob(project, "docs/decisions/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range append(pages, "README.md", "docs/faults.md", "docs/nightly.md", "content/FORMAT.md", "index/FORMAT.md") {
		text, err := fs.ReadFile(project, page)
		if err != nil {
			t.Fatal(err)
		}
		var targets []string
		for _, link := range linkTarget.FindAllStringSubmatch(string(text), -1) {
			targets = append(targets, path.Join(path.Dir(page), link[1]))
		}
		for _, file := range quotedPath.FindAllStringSubmatch(string(text), -1) {
			targets = append(targets, file[1])
		}
		for _, target := range targets {
			if _, err := fs.Stat(project, target); err != nil {
				t.Errorf("%s points to %s: %v", page, target, err)
			}
		}
	}
}

// TestFaultsHaveTests finds every test that docs/faults.md names.
func TestFaultsHaveTests(t *testing.T) {
	project := os.DirFS("../..")
	table, err := fs.ReadFile(project, "docs/faults.md")
	if err != nil {
		t.Fatal(err)
	}
	var sources strings.Builder
	for _, folder := range []string{"cmd/casebook", "content", "content/durable", "content/link", "crawler", "crawler/archive", "crawler/robots", "index", "site"} {
		files, err := fs.Glob(project, folder+"/*_test.go")
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			source, err := fs.ReadFile(project, file)
			if err != nil {
				t.Fatal(err)
			}
			sources.Write(source)
		}
	}
	for _, name := range quotedTest.FindAllStringSubmatch(string(table), -1) {
		if !strings.Contains(sources.String(), "func "+name[1]+"(t *testing.T)") {
			t.Errorf("docs/faults.md names %s, which is no test", name[1])
		}
	}
}
