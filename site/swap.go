package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// swap puts the new site in the place of the old one by renaming folders, so
// that a reader sees the one or the other, and then moves into it what casebook
// did not make. An interruption between the steps is put right by the next
// build. A site that did not change is left alone.
func (s *stage) swap() error {
	slices.SortFunc(s.files, func(a, b listed) int { return strings.Compare(a.name, b.name) })
	for i, f := range s.files {
		if i > 0 && f.name == s.files[i-1].name {
			return fmt.Errorf("site: two pages would have the address %q", f.name)
		}
	}
	if err := s.put(manifestName, manifest(s.files)); err != nil {
		return err
	}
	s.countRemoved()
	if s.written.Load() == 0 && s.removed == 0 {
		return nil
	}
	switch err := os.Rename(s.out, s.last); {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return fmt.Errorf("site: the site cannot be replaced, is its folder a mount point? %w", err)
	}
	if err := os.Rename(s.next, s.out); err != nil {
		return errors.Join(fmt.Errorf("site: %w", err), restore(s.last, s.out))
	}
	return s.clear()
}

// restore puts back the site that stood there, if one did.
func restore(last, out string) error {
	if err := os.Rename(last, out); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("site: the site before is at %q: %w", last, err)
	}
	return nil
}

func (s *stage) countRemoved() {
	now := make(map[string]bool, len(s.files))
	for _, f := range s.files {
		now[f.name] = true
	}
	for name := range s.before {
		if !now[name] {
			s.removed++
		}
	}
}

// clear takes the replaced site away: its own files are deleted, all others
// moved into the new one.
func (s *stage) clear() error {
	if _, err := os.Stat(s.last); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	own, err := made(s.last)
	if err != nil {
		return err
	}
	delete(own, manifestName) // goes last: a build that is killed here must leave the folder known for what it is
	folders := map[string]bool{}
	for name := range own {
		for dir := path.Dir(name); dir != "." && !folders[dir]; dir = path.Dir(dir) {
			folders[dir] = true
		}
	}
	if err := s.clearFolder(".", own, folders); err != nil {
		return fmt.Errorf("site: clearing the site before: %w", err)
	}
	return nil
}

// clearFolder clears one folder of the replaced site. A folder that the new
// site does not have and in which casebook made nothing is moved whole.
func (s *stage) clearFolder(dir string, own, folders map[string]bool) error {
	entries, err := os.ReadDir(filepath.Join(s.last, dir))
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := filepath.Join(dir, e.Name())
		switch {
		case name == manifestName:
		case own[filepath.ToSlash(name)]:
			err = os.Remove(filepath.Join(s.last, name))
		case e.IsDir() && (folders[filepath.ToSlash(name)] || isFolder(filepath.Join(s.out, name))):
			err = s.clearFolder(name, own, folders)
		default:
			err = os.Rename(filepath.Join(s.last, name), filepath.Join(s.out, name))
		}
		if err != nil {
			return err
		}
	}
	if dir == "." {
		return remove(s.last)
	}
	return os.Remove(filepath.Join(s.last, dir))
}

// remove removes a folder of casebook's with all that is in it, and what marks
// it as such last: a kill in the middle leaves a folder that the next build
// may remove as well.
func remove(dir string) error {
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		if err == nil && e.Name() != manifestName {
			err = os.RemoveAll(filepath.Join(dir, e.Name()))
		}
	}
	if err != nil {
		return err
	}
	return os.RemoveAll(dir)
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}
