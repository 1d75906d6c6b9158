package content

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestForeignCheckout reads files as git and editors on other systems leave
// them, with carriage returns or a mark at the beginning, and does not write
// them anew where nothing changed.
func TestForeignCheckout(t *testing.T) {
	src, err := os.ReadFile(filepath.Join("testdata", "cases", "northgate-lending-2021.md"))
	if err != nil {
		t.Fatal(err)
	}
	c, err := Parse("case.md", src)
	if err != nil {
		t.Fatal(err)
	}
	for name, foreign := range map[string][]byte{
		"carriage returns": bytes.ReplaceAll(src, []byte("\n"), []byte("\r\n")),
		"byte order mark":  append([]byte("\ufeff"), src...),
		"both":             append([]byte("\ufeff"), bytes.ReplaceAll(src, []byte("\n"), []byte("\r\n"))...),
	} {
		dir := t.TempDir()
		file := filepath.Join(dir, c.Path())
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, foreign, 0o644); err != nil {
			t.Fatal(err)
		}
		book, err := Load(os.DirFS(dir))
		if err != nil || len(book.Cases) != 1 || !bytes.Equal(Format(book.Cases[0]), Format(c)) {
			t.Errorf("%s: read as another case, %v", name, err)
			continue
		}
		changed, err := book.Write(dir)
		if err != nil || len(changed) > 0 {
			t.Errorf("%s: wrote %q, %v, want nothing", name, changed, err)
		}
	}
}
