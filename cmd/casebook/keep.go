package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"casebook/content"
	"casebook/content/link"
)

// kept is what a folder holds after an extraction, and what became different.
type kept struct {
	book    *content.Book
	changes []content.Change
	files   []string
	first   bool // the folder held no case before
	before  *content.Book
}

// without leaves new cases out of what is to be written.
func (k kept) without(ids map[string]bool) kept {
	k.book = &content.Book{Cases: slices.DeleteFunc(slices.Clone(k.book.Cases), func(c *content.Case) bool { return ids[c.ID] })}
	for i, c := range k.book.Cases {
		if slices.ContainsFunc(c.Related, func(id string) bool { return ids[id] }) {
			c = c.Clone()
			c.Related = slices.DeleteFunc(c.Related, func(id string) bool { return ids[id] })
			k.book.Cases[i] = c
		}
	}
	k.changes = content.Changes(k.before, k.book)
	return k
}

// keep corrects readings, joins them to the cases of a folder, and writes the
// cases as they may be published, and what changed to the log.
func keep(readings []content.Reading, contentDir string, owner ownerFlags) (kept, error) {
	k, err := extraction{content: contentDir, owner: owner, whole: true}.prepare(readings)
	if err != nil {
		return kept{}, err
	}
	return k, k.write(contentDir, owner)
}

// prepare corrects readings and joins them to the cases that there are.
func (e extraction) prepare(readings []content.Reading) (kept, error) {
	people, today, err := e.owner.people(e.content)
	if err != nil {
		return kept{}, err
	}
	before := e.before
	if before == nil {
		if before, err = bookBefore(e.content); err != nil {
			return kept{}, err
		}
	}
	if err := correct(readings, e.content, e.whole); err != nil {
		return kept{}, err
	}
	linked := link.Link(link.Withdraw(before, e.gone, e.since), readings)
	return kept{book: people.Publish(linked, today), changes: content.Changes(before, linked), first: len(before.Cases) == 0, before: before}, nil
}

// write writes what changed to the log, and then the cases, so that a run which
// is cut off loses no change.
func (k *kept) write(contentDir string, owner ownerFlags) error {
	return whileWriting(contentDir, func() (err error) {
		if err := owner.log(*k, contentDir); err != nil {
			return err
		}
		k.files, err = k.book.Write(contentDir)
		return disk(err, "the case files that were written are whole; free some space or mend the permissions, then run it again")
	})
}

// correct applies a person's overrides to what was read. Where that is not the
// whole archive, those wait whose document was not read.
func correct(readings []content.Reading, contentDir string, whole bool) error {
	overrides, err := content.LoadOverrides(os.DirFS(contentDir))
	if err != nil {
		return &failure{status: statusUsage, err: fmt.Errorf("%s: %w", contentDir, err), hint: "content/FORMAT.md describes each key of overrides.yaml"}
	}
	if !whole {
		overrides, _ = splitOverrides(overrides, readings)
	}
	if err := content.Correct(readings, overrides); err != nil {
		return &failure{status: statusQuality, err: fmt.Errorf("%s: %w", contentDir, err), hint: "mend or remove the entry; nothing was written"}
	}
	return nil
}

// splitOverrides are those overrides whose documents were read, and those that
// wait for theirs.
func splitOverrides(overrides []content.Override, readings []content.Reading) (there, waiting []content.Override) {
	read := map[string]bool{}
	for _, r := range readings {
		read[r.Document.URL], read[r.Document.SHA256] = true, true
	}
	for _, o := range overrides {
		if read[o.Document] {
			there = append(there, o)
		} else {
			waiting = append(waiting, o)
		}
	}
	return there, waiting
}

// log appends what changed to the log of the folder.
func (f ownerFlags) log(k kept, contentDir string) error {
	day, err := f.given()
	if err != nil {
		return err
	}
	if day.IsZero() {
		day = k.book.LogDay()
	}
	return disk(content.LogChanges(contentDir, day, k.changes), "no case was written; free some space or mend the permissions, then run it again")
}

// bookBefore is what the folder holds already; a folder without cases is an
// empty book.
func bookBefore(dir string) (*content.Book, error) {
	if _, err := os.Stat(filepath.Join(dir, "cases")); errors.Is(err, fs.ErrNotExist) {
		return &content.Book{}, nil
	}
	return loadBook(dir)
}
