package site

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"casebook/content"
)

// TestVerifyFindsEveryFlip flips one byte in 200 places of a built site, spread
// over all its files, the list of them included.
func TestVerifyFindsEveryFlip(t *testing.T) {
	dir := build(t, &content.Book{Cases: sample(t).Cases[:1]}, Options{Address: "https://example.org/casebook/"})
	files, flaws, err := Verify(os.DirFS(dir))
	if err != nil || len(flaws) > 0 || files < 10 {
		t.Fatalf("a new site: %d files, flaws %v, %v", files, flaws, err)
	}
	names := []string{}
	for name := range tree(t, dir) {
		names = append(names, name)
	}
	slices.Sort(names)
	for i := range 200 {
		name := filepath.Join(dir, names[i%len(names)])
		whole, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if len(whole) == 0 {
			continue // no byte to flip
		}
		bad := bytes.Clone(whole)
		bad[i*7919%len(whole)] ^= 0x20
		if err := os.Remove(name); err != nil {
			t.Fatal(err)
		}
		write(t, name, string(bad))
		if _, flaws, err := Verify(os.DirFS(dir)); err == nil && len(flaws) == 0 {
			t.Errorf("%s: byte %d changed: not found", names[i%len(names)], i*7919%len(whole))
		}
		write(t, name, string(whole))
	}
}

func TestVerifyNamesWhatIsMissing(t *testing.T) {
	dir := build(t, sample(t), Options{})
	if err := os.Remove(filepath.Join(dir, "search", "index.html")); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "CNAME"), "example.org") // of the owner, and none of our business
	_, flaws, err := Verify(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(flaws); !strings.Contains(got, "search/index.html is missing") || !strings.Contains(got, `index.html the link "search/" leads to no file`) {
		t.Errorf("flaws %s, want the missing page and a link to it", got)
	}
	if _, _, err := Verify(os.DirFS(t.TempDir())); !errors.Is(err, ErrNoSite) {
		t.Errorf("an empty folder: %v, want %v", err, ErrNoSite)
	}
}
