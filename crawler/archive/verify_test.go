package archive_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"casebook/crawler/archive"
)

// sound is an archive with a page twice, a page and a file.
func sound(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write(t, dir,
		page("https://a.example/", strings.Repeat("The penalty is £130,000. ", 40), 0),
		page("https://a.example/", strings.Repeat("The penalty is £130,000. ", 40), 1),
		page("https://a.example/b", "Another page.", 2),
		page("https://a.example/c.pdf", "%PDF-1.7 \x00\x01 %%EOF", 3))
	return dir
}

func flaws(t *testing.T, dir string) []archive.Flaw {
	t.Helper()
	_, found, err := archive.Verify(dir)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// TestVerifyFindsEveryFlip flips one byte at 200 places of archive and index.
func TestVerifyFindsEveryFlip(t *testing.T) {
	dir := sound(t)
	if found := flaws(t, dir); len(found) > 0 {
		t.Fatalf("a sound archive has flaws: %v", found)
	}
	tried := 0
	for _, name := range []string{"casebook-00000.warc.gz", "index.cdxj"} {
		whole, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		for i := range 100 {
			at := i * len(whole) / 100
			bad := bytes.Clone(whole)
			bad[at] ^= 0x20
			overwrite(t, filepath.Join(dir, name), bad)
			if len(flaws(t, dir)) == 0 {
				t.Errorf("%s: byte %d changed from %#x to %#x: not found", name, at, whole[at], bad[at])
			}
			tried++
		}
		overwrite(t, filepath.Join(dir, name), whole)
	}
	if tried != 200 {
		t.Errorf("%d places tried, want 200", tried)
	}
}

func overwrite(t *testing.T, name string, b []byte) {
	t.Helper()
	if err := os.WriteFile(name, b, 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestVerifyNamesWhatIsMissing says which file is gone, what points into it,
// and what of this a new index puts right.
func TestVerifyNamesWhatIsMissing(t *testing.T) {
	dir := sound(t)
	first := filepath.Join(dir, "casebook-00000.warc.gz")
	index := filepath.Join(dir, "index.cdxj")
	if err := os.Rename(first, first+".away"); err != nil {
		t.Fatal(err)
	}
	if got, want := fmt.Sprint(flaws(t, dir)), "casebook-00000.warc.gz the index names this file, and it is not there"; !strings.Contains(got, want) {
		t.Errorf("flaws %s, want %q", got, want)
	}
	if err := os.Rename(first+".away", first); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(index)
	if err != nil {
		t.Fatal(err)
	}
	for name, damage := range map[string]func() error{
		"missing": func() error { return os.Remove(index) },
		"cut":     func() error { return os.Truncate(index, int64(len(whole)/2)) },
		"zeroes":  func() error { return os.WriteFile(index, make([]byte, len(whole)), 0o644) },
	} {
		if err := damage(); err != nil {
			t.Fatal(err)
		}
		if found := flaws(t, dir); len(found) != 1 || !found[0].Index {
			t.Errorf("%s index: flaws %v, want one of the index", name, found)
		}
		if err := archive.RebuildIndex(dir); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(index); err != nil || !bytes.Equal(got, whole) {
			t.Errorf("%s index: written anew it differs, %v", name, err)
		}
	}
}

// TestFileBegunAndNotWritten goes on in an archive whose last file a kill left
// empty, as if it had never been begun.
func TestFileBegunAndNotWritten(t *testing.T) {
	dir, undisturbed := t.TempDir(), t.TempDir()
	overwrite(t, filepath.Join(dir, "casebook-00000.warc.gz"), nil)
	for _, d := range []string{dir, undisturbed} {
		write(t, d, page("https://a.example/", "A page.", 0))
	}
	got, err := os.ReadFile(filepath.Join(dir, "casebook-00000.warc.gz"))
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(filepath.Join(undisturbed, "casebook-00000.warc.gz"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("the archive differs from one that was not disturbed")
	}
}
