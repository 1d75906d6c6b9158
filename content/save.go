package content

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
)

// Path returns where the case's file stands in a content folder:
// cases/<year of the first event>/<id>.md, or "undated" for the year where
// neither an event nor the case has a date.
func (c *Case) Path() string {
	year := "undated"
	for _, d := range append(eventDates(c), c.Date) {
		if !d.IsZero() {
			year = strconv.Itoa(d.Year)
			break
		}
	}
	return path.Join("cases", year, c.ID+".md")
}

func eventDates(c *Case) []Date {
	dates := make([]Date, 0, len(c.Events)+1)
	for _, e := range c.Events {
		dates = append(dates, e.Date)
	}
	slices.SortFunc(dates, Date.Compare)
	return dates
}

// Write makes the case files under dir hold the book and returns the paths of
// those that it changed, sorted, relative to dir. A file whose content did not
// change is not touched, however it is spelt. Each file is replaced whole or
// not at all. A case whose year or id changed leaves its old place; nothing
// else is ever removed. A case that could not be read back is refused before
// anything is written.
func (b *Book) Write(dir string) (changed []string, err error) {
	files, err := b.files()
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("content: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("content: %w", err)
	}
	defer root.Close()
	changed, err = writeFiles(root, files)
	if err == nil {
		var moved []string
		moved, err = b.removeMoved(root, files)
		changed = append(changed, moved...)
	}
	slices.Sort(changed)
	if err != nil {
		return changed, fmt.Errorf("content: write %q: %w", dir, err)
	}
	return changed, nil
}

// A caseFile is what one file shall hold.
type caseFile struct {
	path string
	data []byte
}

// files formats every case and reads it back.
func (b *Book) files() ([]caseFile, error) {
	files := make([]caseFile, len(b.Cases))
	errs := make([]error, len(b.Cases))
	seen := map[string]bool{}
	for i, c := range b.Cases {
		if !IsSlug(c.ID) || seen[c.ID] {
			errs[i] = fmt.Errorf("content: case %q: the id is no slug or is another case's as well", c.ID)
		}
		seen[c.ID] = true
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	parallel(len(files), func(i int) {
		files[i] = caseFile{b.Cases[i].Path(), Format(b.Cases[i])}
		back, err := Parse(files[i].path, files[i].data)
		if err == nil && !bytes.Equal(Format(back), files[i].data) {
			err = fmt.Errorf("content: case %q: reading it back gives another case", b.Cases[i].ID)
		}
		errs[i] = err
	})
	return files, errors.Join(errs...)
}

// writeFiles writes the files that changed.
func writeFiles(root *os.Root, files []caseFile) (changed []string, err error) {
	stands := make([]bool, len(files))
	parallel(len(files), func(i int) { stands[i] = same(root, files[i]) })
	for i, f := range files {
		if stands[i] {
			continue
		}
		if err := replace(root, f); err != nil {
			return changed, err
		}
		changed = append(changed, f.path)
	}
	return changed, syncFolders(root, changed)
}

// syncFolders flushes the folders of the files, so that the renames outlive a
// crash as well.
func syncFolders(root *os.Root, files []string) error {
	var done string
	for _, f := range files {
		name := path.Dir(f)
		if name == done {
			continue
		}
		done = name
		folder, err := root.Open(name)
		if err != nil {
			return err
		}
		_ = folder.Sync() // not every file system can, and the files are whole either way
		if err := folder.Close(); err != nil {
			return err
		}
	}
	return nil
}

// same reports whether the file holds the case already, be it in another
// spelling that a person chose.
func same(root *os.Root, f caseFile) bool {
	was, err := root.ReadFile(f.path)
	if err != nil {
		return false
	}
	if bytes.Equal(was, f.data) {
		return true
	}
	c, err := Parse(f.path, was)
	return err == nil && bytes.Equal(Format(c), f.data)
}

// replace writes a file beside its place, flushes it to disk and renames it
// over the old one, so that no reader and no crash sees half a file.
func replace(root *os.Root, f caseFile) error {
	folder, name := path.Split(f.path)
	if folder != "" {
		if err := root.MkdirAll(strings.TrimSuffix(folder, "/"), 0o755); err != nil {
			return err
		}
	}
	temp := folder + "." + name + ".tmp"
	if err := writeSynced(root, temp, f.data); err != nil {
		return errors.Join(err, root.Remove(temp))
	}
	return root.Rename(temp, f.path)
}

func writeSynced(root *os.Root, name string, data []byte) error {
	out, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	_, err = out.Write(data)
	return errors.Join(err, out.Sync(), out.Close())
}

// removeMoved removes the files of the book's cases that stand in another
// year's folder or under a former id.
func (b *Book) removeMoved(root *os.Root, files []caseFile) (removed []string, err error) {
	place := map[string]string{}
	for i, c := range b.Cases {
		for _, id := range c.Formerly {
			place[id] = files[i].path
		}
	}
	for i, c := range b.Cases {
		place[c.ID] = files[i].path
	}
	found, err := fs.Glob(root.FS(), "cases/*/*.md")
	if err != nil {
		return nil, err
	}
	for _, p := range found {
		now, ours := place[strings.TrimSuffix(path.Base(p), ".md")]
		if !ours || now == p {
			continue
		}
		if err := root.Remove(p); err != nil {
			return removed, err
		}
		removed = append(removed, p)
	}
	return removed, nil
}
