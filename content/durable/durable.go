// Package durable puts files in the place of others so that neither a reader,
// nor a kill, a full disk or a power cut ever meets half of one.
//
// A file is written aside in its own folder, flushed to disk, renamed over the
// old one, and then the folder is flushed as well, without which a power cut
// could take the rename back. A flush that fails is an error and is never tried
// again: the system may have thrown the bytes away. Where a file cannot be
// written, the one aside is removed and the old one stands.
//
// The name aside is always the same for a file, so that the next run writes
// over what a killed one left, and [Temporary] knows it for what it is. All
// goes through an [os.Root]: no name leads out of the folder.
package durable

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
)

// mark ends the name of a file that is being written.
const mark = ".casebook-tmp"

// Temporary reports whether a file of this name is one that was being written:
// where no run is under way it is left over from one that was killed.
func Temporary(name string) bool {
	base := path.Base(filepath.ToSlash(name))
	return strings.HasPrefix(base, ".") && strings.HasSuffix(base, mark)
}

// A File is what shall stand under a name, relative to a root, with slashes.
type File struct {
	Name string
	Data []byte
}

// Write puts the files in place in their order, making folders where they
// lack, and returns the names of those that stand. It stops at the first that
// cannot be written.
func Write(root *os.Root, files ...File) (written []string, err error) {
	for _, f := range files {
		if err = replace(root, f); err != nil {
			err = fmt.Errorf("%s: %d bytes not written: %w", filepath.Join(root.Name(), f.Name), len(f.Data), err)
			break
		}
		written = append(written, f.Name)
	}
	return written, errors.Join(err, SyncFolders(root, written...))
}

// WriteFile puts one file in place; its folder must be there.
func WriteFile(name string, data []byte) error {
	root, err := os.OpenRoot(filepath.Dir(name))
	if err != nil {
		return err
	}
	defer root.Close()
	_, err = Write(root, File{filepath.Base(name), data})
	return err
}

func replace(root *os.Root, f File) error {
	folder, name := path.Split(f.Name)
	if folder != "" {
		if err := root.MkdirAll(path.Clean(folder), 0o755); err != nil {
			return err
		}
	}
	aside := folder + "." + name + mark
	err := writeSynced(root, aside, f.Data)
	if err == nil {
		err = root.Rename(aside, f.Name)
	}
	if err == nil {
		return nil
	}
	if removed := root.Remove(aside); !errors.Is(removed, fs.ErrNotExist) {
		err = errors.Join(err, removed)
	}
	return err
}

func writeSynced(root *os.Root, name string, data []byte) error {
	out, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	_, err = out.Write(data)
	if err == nil {
		err = out.Sync()
	}
	return errors.Join(err, out.Close())
}

// SyncFolders flushes the folders of files, and those above them up to the
// root, so that names that were made, renamed or removed there outlive a power
// cut.
func SyncFolders(root *os.Root, names ...string) error {
	folders := map[string]bool{}
	for _, name := range names {
		for dir := path.Dir(name); !folders[dir]; dir = path.Dir(dir) {
			folders[dir] = true
		}
	}
	sorted := make([]string, 0, len(folders))
	for dir := range folders {
		sorted = append(sorted, dir)
	}
	slices.Sort(sorted)
	for _, dir := range sorted {
		if err := syncFolder(root, dir); err != nil {
			return fmt.Errorf("flush %s: %w", filepath.Join(root.Name(), dir), err)
		}
	}
	return nil
}

// syncFolder flushes one folder, on systems that can.
func syncFolder(root *os.Root, dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	folder, err := root.Open(dir)
	if err != nil {
		return err
	}
	err = folder.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported) {
		err = nil // a file system without such a thing
	}
	return errors.Join(err, folder.Close())
}
