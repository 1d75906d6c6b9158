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

	"casebook/content/durable"
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

// files formats every case and reads it back.
func (b *Book) files() ([]durable.File, error) {
	files := make([]durable.File, len(b.Cases))
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
		files[i] = durable.File{Name: b.Cases[i].Path(), Data: Format(b.Cases[i])}
		back, err := Parse(files[i].Name, files[i].Data)
		if err == nil && !bytes.Equal(Format(back), files[i].Data) {
			err = fmt.Errorf("content: case %q: reading it back gives another case", b.Cases[i].ID)
		}
		errs[i] = err
	})
	return files, errors.Join(errs...)
}

// writeFiles writes the files that changed.
func writeFiles(root *os.Root, files []durable.File) (changed []string, err error) {
	stands := make([]bool, len(files))
	parallel(len(files), func(i int) { stands[i] = same(root, files[i]) })
	var fresh []durable.File
	for i, f := range files {
		if !stands[i] {
			fresh = append(fresh, f)
		}
	}
	return durable.Write(root, fresh...)
}

// same reports whether the file holds the case already, be it in another
// spelling that a person chose.
func same(root *os.Root, f durable.File) bool {
	was, err := root.ReadFile(f.Name)
	if err != nil {
		return false
	}
	if bytes.Equal(was, f.Data) {
		return true
	}
	c, err := Parse(f.Name, was)
	return err == nil && bytes.Equal(Format(c), f.Data)
}

// removeMoved removes the files of the book's cases that stand in another
// year's folder or under a former id.
func (b *Book) removeMoved(root *os.Root, files []durable.File) (removed []string, err error) {
	place := map[string]string{}
	for i, c := range b.Cases {
		for _, id := range c.Formerly {
			place[id] = files[i].Name
		}
	}
	for i, c := range b.Cases {
		place[c.ID] = files[i].Name
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
	return removed, durable.SyncFolders(root, removed...)
}
