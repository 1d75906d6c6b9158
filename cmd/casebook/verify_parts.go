package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"casebook/content"
	"casebook/content/durable"
	"casebook/crawler"
	"casebook/site"
)

// unreadable is the failure of a disk that did not give a file, nil where all
// could be read.
func unreadable(err error) error {
	if !errors.Is(err, syscall.EIO) {
		return nil
	}
	return &failure{status: statusDisk, err: fmt.Errorf("verify: %w", err), hint: "the disk does not give the file; restore the folder from git"}
}

// evidence checks the book, each quote in its text where the archive has that,
// and names the documents of each case whose quotes could not be looked up, and
// why.
func (v *verification) evidence(book *content.Book, in archived) {
	v.Counts["case"] = len(book.Cases)
	lacking := map[string]string{} // digest to why
	for _, d := range documentsOf(book) {
		if why := in.read(d); why != "" {
			lacking[d.SHA256] = why
		}
	}
	v.add("content", allProblems(book, in.texts)...)
	for _, c := range book.Cases {
		v.Counts["evidence row"] += len(c.Evidence)
		for _, e := range c.Evidence {
			if _, read := in.texts[digestOf(c, e.Document)]; read {
				v.Counts["quote looked up"]++
			}
		}
		for _, d := range c.Documents {
			if why := lacking[d.SHA256]; why != "" {
				v.add("content", content.Problem{File: c.Path(), Case: c.ID, Field: "documents", Warning: true, Message: fmt.Sprintf("%q: %s: its quotes were not looked up", d.ID, why)})
			}
		}
	}
}

// read sees to it that the words of a document are at hand, and says why they
// are not. One of a site that no source here reads, a newspaper that the
// configuration does not name, is read as a single page is.
func (in archived) read(d content.Document) (why string) {
	_, known := in.texts[d.SHA256]
	switch {
	case known || in.reader == nil: // without an archive one line says it for all
		return ""
	case d.SHA256 == "":
		return "it has no sha256 by which the archive could know it"
	case !in.reader.Holds(d.SHA256):
		return "not in the archive"
	}
	text, err := crawler.Words(in.reader, d)
	if err != nil {
		return fmt.Sprintf("in the archive, and not read: %v", err)
	}
	in.texts[d.SHA256] = text
	return ""
}

func digestOf(c *content.Case, id string) string {
	for _, d := range c.Documents {
		if d.ID == id {
			return d.SHA256
		}
	}
	return ""
}

// written looks at what stands beside the cases: a person's overrides, and the
// log of changes.
func (v *verification) written(readings []content.Reading) error {
	v.add("content", overrideProblems(v.cmd.Content, readings)...)
	changes, err := content.LoadChanges(os.DirFS(v.cmd.Content))
	v.add("content", content.Problems(err)...)
	v.Counts["change"] = len(changes)
	return nil
}

// overrideProblems are what is wrong with the overrides of a folder: how they
// are written, and, where the documents were read, which correct nothing.
func overrideProblems(contentDir string, readings []content.Reading) []content.Problem {
	overrides, err := content.LoadOverrides(os.DirFS(contentDir))
	if err != nil || readings == nil || len(overrides) == 0 {
		return content.Problems(err)
	}
	there, waiting := splitOverrides(overrides, readings)
	readings, _ = findFacts(readings)
	problems := content.Problems(content.Correct(readings, there))
	for _, o := range waiting {
		problems = append(problems, content.Problem{File: "overrides.yaml", Field: o.Field + " of " + o.Document, Warning: true,
			Message: "its document is not in the archive, or nothing here reads it: whether it still corrects something was not looked at"})
	}
	return problems
}

// state reads what is remembered of the sources.
func (v *verification) state() error {
	problems, unfinished, err := crawler.VerifyState(v.cmd.State)
	if err != nil {
		return disk(err, "")
	}
	for _, p := range problems {
		v.add("state", content.Problem{File: p.Source, Message: p.URL + ": " + p.Err.Error(), Hint: "restore the file from git, or remove it: the source is then read whole"})
	}
	for _, name := range unfinished {
		v.add("state", content.Problem{File: name, Message: "of a run that was cut off; the next goes on with it", Warning: true})
	}
	files, err := filepath.Glob(filepath.Join(v.cmd.State, "*.jsonl"))
	v.Counts["state file"] = len(files)
	return err
}

// site reads the built site, where there is one.
func (v *verification) site() error {
	dir := v.cmd.Public
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	n, flaws, err := site.Verify(os.DirFS(dir))
	if errors.Is(err, site.ErrNoSite) {
		v.add("public", content.Problem{Message: err.Error(), Warning: true})
		return nil
	}
	if err != nil {
		return disk(err, "")
	}
	v.Counts["file of the site"] = n
	for _, f := range flaws {
		v.add("public", content.Problem{File: f.File, Message: f.Reason})
	}
	return nil
}

// leftOver looks for what killed runs left behind.
func (v *verification) leftOver() error {
	for _, part := range []struct{ name, dir string }{{"content", v.cmd.Content}, {"archive", v.cmd.Archive}, {"state", v.cmd.State}} {
		err := filepath.WalkDir(part.dir, func(p string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !durable.Temporary(p) {
				return err
			}
			name, _ := filepath.Rel(part.dir, p)
			found := finding{Part: part.name, File: filepath.ToSlash(name), Message: "left over from a run that was killed", Hint: "--fix removes it"}
			if v.cmd.Fix {
				if err := os.Remove(p); err != nil {
					return err
				}
				found.Hint, found.Fixed = "", true
			}
			v.Problems = append(v.Problems, found)
			return nil
		})
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return disk(fmt.Errorf("verify: %w", err), "")
		}
	}
	return v.halfBuilt()
}

// halfBuilt looks for what a killed build left beside the site.
func (v *verification) halfBuilt() error {
	left, err := site.LeftOver(v.cmd.Public)
	if err == nil && v.cmd.Fix && len(left) > 0 {
		err = site.Recover(v.cmd.Public)
	}
	if err != nil {
		return disk(fmt.Errorf("verify: %w", err), "")
	}
	for _, name := range left {
		v.Problems = append(v.Problems, finding{Part: name, Message: "left over from a build that was killed", Hint: "the next build puts it right, and so does --fix", Fixed: v.cmd.Fix})
	}
	return nil
}
