package site

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// A folder of casebook's that is removed and cannot be emptied is still known
// for what it is, so that the next build may go on.
func TestRemoveMarkLast(t *testing.T) {
	dir := filepath.Join(t.TempDir(), ".public.next")
	write(t, filepath.Join(dir, manifestName), manifestHead+"\n")
	write(t, filepath.Join(dir, "z.html"), "z")
	busy := filepath.Join(dir, "a")
	if err := os.Mkdir(busy, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", busy, "tmpfs", 0, "size=64k"); err != nil {
		t.Skip("a folder that cannot be removed wants root: ", err)
	}
	defer syscall.Unmount(busy, 0)
	if err := remove(dir); err == nil {
		t.Error("got no error, want that of the folder that is in use")
	}
	if _, err := made(dir); err != nil {
		t.Errorf("the folder is no longer casebook's: %v", err)
	}
	if err := syscall.Unmount(busy, 0); err != nil {
		t.Fatal(err)
	}
	if err := remove(dir); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("the folder is still there")
	}
}
