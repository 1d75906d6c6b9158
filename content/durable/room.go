package durable

import (
	"fmt"
	"os"
	"path/filepath"
)

// Ready reports with an error that nothing can be written to a folder, or that
// it has less room than bytes and files. It is for asking before a long work
// begins; that the room still suffices later nobody can promise. A folder that
// is not there is made.
func Ready(dir string, bytes, files uint64) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	if freeBytes, freeFiles, known := room(dir); known && (freeBytes < bytes || freeFiles < files) {
		return fmt.Errorf("%s: %.1f MB and %d files are free, want %.1f MB and %d", dir, float64(freeBytes)/1e6, freeFiles, float64(bytes)/1e6, files)
	}
	probe := filepath.Join(dir, ".probe"+mark)
	f, err := os.Create(probe)
	if err != nil {
		return err
	}
	f.Close() // nothing was written
	return os.Remove(probe)
}
