package archive

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// A file of the archive that the disk does not give is neither empty nor
// damaged: nothing is written behind its end, and no index without it. A folder
// under its name opens and cannot be read, as a file on a broken disk.
func TestFileNotGiven(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "casebook-00000.warc.gz"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name string
		do   func() error
	}{
		{"open", func() error { _, err := Open(dir); return err }},
		{"create", func() error { _, err := Create(dir, "casebook"); return err }},
		{"verify", func() error { _, _, err := Verify(dir); return err }},
		{"rebuild the index", func() error { return RebuildIndex(dir) }},
	} {
		if err := tt.do(); !errors.Is(err, syscall.EISDIR) {
			t.Errorf("%s: got %v, want what the disk says", tt.name, err)
		}
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("%d files in the archive, want the one that was there", len(entries))
	}
}
