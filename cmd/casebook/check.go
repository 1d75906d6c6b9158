package main

import (
	"fmt"
	"os"
	"strings"

	"casebook/content"
	"casebook/content/link"
)

type checkCmd struct {
	Content string `default:"content" type:"path" placeholder:"DIR" help:"Folder of case files."`
	Archive string `type:"path" placeholder:"DIR" help:"Archive in whose texts the quotes are looked up as well."`
	Config  string `type:"path" placeholder:"FILE" help:"Configuration that names the sources of the archive. By default casebook.yaml beside the folder of case files, or here, if there is one."`
	homeFlag
}

func (c *checkCmd) Help() string {
	return `Reads every case file and prints every problem at once: unknown words, values without evidence, evidence that names a
missing document, totals that disagree with the events, entries of overrides.yaml that are not as they should be, and as a
warning where sources contradict each other. With --archive each quote must also stand in the archived text of its document,
and each override still find what it corrects.

Examples:
  casebook check --content content
  casebook check --content content --archive archive`
}

func (c *checkCmd) Run(out *console) error {
	s := out.step("check")
	book, problems, err := c.load()
	if err != nil {
		return err
	}
	readings, err := c.readings()
	if err != nil {
		return err
	}
	problems = append(problems, allProblems(book, textsByDigest(readings))...)
	problems = append(problems, overrideProblems(c.Content, readings)...)
	for _, p := range problems {
		fmt.Fprintln(out.out, printable(p.String()))
	}
	out.record.Cases = len(book.Cases)
	out.record.checked(problems)
	errs, warnings := count(problems)
	s.done("%s in %s: %s, %s", plural(errs+warnings, "problem"), plural(len(book.Cases), "case"),
		plural(errs, "error"), plural(warnings, "warning"))
	return checkFailure(errs)
}

// allProblems are what a book has wrong with itself, and where its sources
// disagree with one another.
func allProblems(book *content.Book, texts map[string]content.Text) []content.Problem {
	problems := content.Check(book, texts)
	for _, c := range book.Cases {
		for _, o := range link.Contradictions(c) {
			if !c.IsLocked(o.Field) {
				problems = append(problems, disagreement(c, o))
			}
		}
	}
	return problems
}

// disagreeing begins the message of a disagreement.
const disagreeing = "sources disagree: "

// disagreement is a warning that lists what each source says.
func disagreement(c *content.Case, o link.Contradiction) content.Problem {
	p := content.Problem{File: c.Path(), Case: c.ID, Field: o.Field, Warning: true, Hint: "a person may correct a source in overrides.yaml, or lock the field"}
	if o.Event >= 0 {
		p.Field = fmt.Sprintf("events[%d].%s", o.Event, o.Field)
	}
	var says []string
	for _, row := range o.Rows {
		says = append(says, row.Value+" ("+row.Document+")")
	}
	p.Message = disagreeing + strings.Join(says, ", ")
	return p
}

// load reads the book; files that cannot be read are problems like others.
func (c *checkCmd) load() (*content.Book, []content.Problem, error) {
	if _, err := os.Stat(c.Content); err != nil {
		return nil, nil, noContent(err)
	}
	var book *content.Book
	var problems []content.Problem
	err := whileStill(c.Content, func() error {
		var err error
		book, err = content.Load(os.DirFS(c.Content))
		problems = content.Problems(err)
		return nil
	})
	return book, problems, err
}

// readings are the archived documents to look quotes up in, nil without an
// archive.
func (c *checkCmd) readings() ([]content.Reading, error) {
	if c.Archive == "" {
		return nil, nil
	}
	sources, err := c.known(ownerFlags{Config: c.Config}, c.Content)
	if err != nil {
		return nil, err
	}
	readings, _, err := readArchive(c.Archive, sources, nil)
	return readings, err
}

// checkFailure is the failure of a book with that many errors, nil for none.
func checkFailure(errs int) error {
	if errs == 0 {
		return nil
	}
	return &failure{
		status: statusQuality,
		err:    fmt.Errorf("check: %s: this book is not fit to be published", plural(errs, "error")),
		hint:   "each line above names the case file and the field; mend the file, or the source it was read from",
	}
}

func count(problems []content.Problem) (errs, warnings int) {
	for _, p := range problems {
		if p.Warning {
			warnings++
		} else {
			errs++
		}
	}
	return errs, warnings
}

func noContent(err error) error {
	return disk(fmt.Errorf("content: %w", err), "name the folder that holds cases/<year>/<id>.md with --content, or run casebook extract first")
}

// publishedBook reads the case files under dir as they may be shown.
func (f ownerFlags) publishedBook(dir string) (*content.Book, error) {
	people, today, err := f.people(dir)
	if err != nil {
		return nil, err
	}
	book, err := loadBook(dir)
	if err != nil {
		return nil, err
	}
	return people.Publish(book, today), nil
}

// loadBook reads the case files under dir.
func loadBook(dir string) (*content.Book, error) {
	if _, err := os.Stat(dir); err != nil {
		return nil, noContent(err)
	}
	var book *content.Book
	err := whileStill(dir, func() (err error) {
		book, err = content.Load(os.DirFS(dir))
		return err
	})
	if err != nil {
		return nil, &failure{status: statusUsage, err: fmt.Errorf("%s: %w", dir, err), hint: "content/FORMAT.md describes each key of a case file"}
	}
	return book, nil
}
