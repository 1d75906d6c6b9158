package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"casebook/content"
	"casebook/content/durable"
	"casebook/crawler"
	"casebook/site"
)

// unreadable is the failure of a disk that did not give a file, nil where all
// could be read.
func unreadable(problems []content.Problem) error {
	for _, p := range problems {
		if p.Line == 0 && strings.Contains(p.Message, syscall.EIO.Error()) {
			return &failure{status: statusDisk, err: fmt.Errorf("verify: %s", p.Message), hint: "the disk does not give the file; restore the folder from git"}
		}
	}
	return nil
}

// evidence checks the book, each quote in its text where the archive has that,
// and names the cases whose documents it lacks.
func (v *verification) evidence(book *content.Book, in archived) {
	v.Counts["case"] = len(book.Cases)
	v.add("content", allProblems(book, in.texts)...)
	for _, c := range book.Cases {
		lacking := map[string]bool{}
		for _, d := range c.Documents {
			if _, read := in.texts[d.SHA256]; !read && in.reader != nil && !in.reader.Holds(d.SHA256) {
				lacking[d.ID] = true
			}
		}
		v.Counts["evidence row"] += len(c.Evidence)
		for _, e := range c.Evidence {
			if _, read := in.texts[digestOf(c, e.Document)]; read {
				v.Counts["quote looked up"]++
			}
		}
		for _, d := range c.Documents {
			if lacking[d.ID] {
				v.add("content", content.Problem{File: c.Path(), Case: c.ID, Field: "documents", Warning: true, Message: fmt.Sprintf("%q: not in the archive: its quotes were not looked up", d.ID)})
			}
		}
	}
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
	readings, _ = findFacts(readings)
	return content.Problems(content.Correct(readings, overrides))
}

// state reads what is remembered of the sources.
func (v *verification) state() error {
	problems, journals, err := crawler.VerifyState(v.cmd.State)
	if err != nil {
		return disk(err, "")
	}
	for _, p := range problems {
		v.add("state", content.Problem{File: p.Source, Message: p.URL + ": " + p.Err.Error(), Hint: "restore the file from git, or remove it: the source is then read whole"})
	}
	for _, name := range journals {
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
	dir, base := filepath.Split(v.cmd.Public)
	for _, name := range []string{"." + base + ".next", "." + base + ".last"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			v.add(name, content.Problem{Message: "left over from a build that was killed", Hint: "the next build puts it right"})
		}
	}
	return nil
}
