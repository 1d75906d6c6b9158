package site

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/content"
)

func write(t *testing.T, name, data string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

// publish stages the files, name and bytes the same, and swaps them in.
func publish(t *testing.T, out string, names ...string) (Report, error) {
	t.Helper()
	s, err := newStage(out)
	if err != nil {
		return Report{}, err
	}
	defer s.discard()
	var outs []output
	for _, name := range names {
		path, data, _ := strings.Cut(name, "=")
		outs = append(outs, output{path, func(to *bytes.Buffer) error {
			_, err := to.WriteString(data)
			return err
		}})
	}
	if err := s.renderAll(outs); err != nil {
		return Report{}, err
	}
	err = s.swap()
	return s.report(), err
}

func contents(t *testing.T, dir string) map[string]string {
	files := tree(t, dir)
	delete(files, manifestName)
	return files
}

func TestForeignFolderIsRefused(t *testing.T) {
	out := filepath.Join(t.TempDir(), "home")
	write(t, filepath.Join(out, "thesis.txt"), "years of work")
	_, err := Build(&content.Book{}, out, Options{})
	if err == nil || !strings.Contains(err.Error(), "thesis.txt") || !strings.Contains(err.Error(), "casebook did not make") {
		t.Errorf("error %v, want one that names the file", err)
	}
	want := map[string]string{"thesis.txt": "years of work"}
	if diff := cmp.Diff(want, tree(t, filepath.Dir(out)+"/home")); diff != "" {
		t.Errorf("the folder changed (-want +got):\n%s", diff)
	}
	if entries, _ := os.ReadDir(filepath.Dir(out)); len(entries) != 1 {
		t.Errorf("%d entries beside the folder, want it alone", len(entries))
	}
}

func TestOnlyOwnFilesAreRemoved(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	if _, err := publish(t, out, "a/1.html=one", "a/2.html=two", "b/3.html=three"); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(out, "CNAME"), "example.org")
	write(t, filepath.Join(out, ".git/HEAD"), "ref")
	write(t, filepath.Join(out, "a/notes.txt"), "mine")
	report, err := publish(t, out, "a/1.html=one", "c/4.html=four")
	if err != nil {
		t.Fatal(err)
	}
	if report.Removed != 2 || report.Written != 2 { // the manifest is new as well
		t.Errorf("%+v, want 2 removed and 2 written", report)
	}
	want := map[string]string{"a/1.html": "one", "c/4.html": "four", "CNAME": "example.org", ".git/HEAD": "ref", "a/notes.txt": "mine"}
	if diff := cmp.Diff(want, contents(t, out)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	if entries, _ := os.ReadDir(filepath.Dir(out)); len(entries) != 1 {
		t.Errorf("%d entries beside the folder, want it alone", len(entries))
	}
}

func TestUnchangedFilesStay(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	if _, err := publish(t, out, "same.html=same", "other.html=old"); err != nil {
		t.Fatal(err)
	}
	before, _ := os.Stat(filepath.Join(out, "same.html"))
	if _, err := publish(t, out, "same.html=same", "other.html=new"); err != nil {
		t.Fatal(err)
	}
	after, _ := os.Stat(filepath.Join(out, "same.html"))
	if !os.SameFile(before, after) || !before.ModTime().Equal(after.ModTime()) {
		t.Error("a file that did not change was written again")
	}
	if got := contents(t, out)["other.html"]; got != "new" {
		t.Errorf("the changed file holds %q, want %q", got, "new")
	}
}

func TestForeignFileInTheWay(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	if _, err := publish(t, out, "a.html=a"); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(out, "robots.txt"), "mine")
	if _, err := publish(t, out, "a.html=changed", "robots.txt=ours"); err == nil || !strings.Contains(err.Error(), "in the way") {
		t.Errorf("error %v, want one that says what is in the way", err)
	}
	want := map[string]string{"a.html": "a", "robots.txt": "mine"}
	if diff := cmp.Diff(want, contents(t, out)); diff != "" {
		t.Errorf("the site changed (-want +got):\n%s", diff)
	}
}

func TestFailureLeavesTheOldSite(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	if _, err := publish(t, out, "a.html=a"); err != nil {
		t.Fatal(err)
	}
	if _, err := publish(t, out, "a.html=b", "../outside.html=x"); err == nil {
		t.Error("a path out of the site was taken")
	}
	if _, err := publish(t, out, "a.html=b", "a.html=c"); err == nil {
		t.Error("two files of one name were taken")
	}
	if diff := cmp.Diff(map[string]string{"a.html": "a"}, contents(t, out)); diff != "" {
		t.Errorf("the site changed (-want +got):\n%s", diff)
	}
}

// TestInterruptions leaves what a build that was killed leaves, at each point.
func TestInterruptions(t *testing.T) {
	for _, tt := range []struct {
		name  string
		leave func(t *testing.T, out, next, last string)
	}{
		{"while rendering", func(t *testing.T, out, next, last string) {
			write(t, filepath.Join(next, manifestName), manifestHead+"\n")
			write(t, filepath.Join(next, "half.html"), "ha")
		}},
		{"between the two renames", func(t *testing.T, out, next, last string) {
			if err := os.Rename(out, last); err != nil {
				t.Fatal(err)
			}
		}},
		{"while clearing", func(t *testing.T, out, next, last string) {
			write(t, filepath.Join(last, manifestName), manifestHead+"\nold.html\n")
			write(t, filepath.Join(last, "old.html"), "old")
			write(t, filepath.Join(last, "KEY"), "mine")
			os.Remove(filepath.Join(out, "KEY"))
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			out := filepath.Join(dir, "public")
			if _, err := publish(t, out, "a.html=a"); err != nil {
				t.Fatal(err)
			}
			write(t, filepath.Join(out, "KEY"), "mine")
			tt.leave(t, out, filepath.Join(dir, ".public.next"), filepath.Join(dir, ".public.last"))
			if _, err := publish(t, out, "a.html=b"); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(map[string]string{"a.html": "b", "KEY": "mine"}, contents(t, out)); diff != "" {
				t.Errorf("files (-want +got):\n%s", diff)
			}
			if entries, _ := os.ReadDir(dir); len(entries) != 1 {
				t.Errorf("%d entries beside the folder, want it alone", len(entries))
			}
		})
	}
}
