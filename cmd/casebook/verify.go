package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"casebook/content"
	"casebook/crawler"
	"casebook/crawler/archive"
)

type verifyCmd struct {
	Content string `default:"content" type:"path" placeholder:"DIR" help:"Folder of case files."`
	Archive string `default:"archive" type:"path" placeholder:"DIR" help:"Archive that crawl wrote; need not be there."`
	State   string `default:"state" type:"path" placeholder:"DIR" help:"Folder of what crawl knows from earlier runs; need not be there."`
	Public  string `default:"public" type:"path" placeholder:"DIR" help:"The built site; need not be there."`
	Config  string `type:"path" placeholder:"FILE" help:"Configuration that names the sources of the archive. By default casebook.yaml beside the folder of case files, or here, if there is one."`
	Home    string `placeholder:"URL" help:"Address of the regulator's site, as it stands in the archive. By default what casebook.yaml says, or https://ico.org.uk."`
	Fix     bool   `help:"Remove what a killed run left over, and write the archive's index anew. No case is touched."`
	JSON    bool   `name:"json" help:"Print one JSON object."`
}

func (c *verifyCmd) Help() string {
	return `Reads all that a repository holds and says what is wrong with it: case files and what casebook check says of them, quotes
that do not stand in the archived text, overrides that correct nothing any more, the log of changes, every record of the
archive against its digests, the archive's index, the state of the sources, every file of the built site and the links
between its pages, and what a killed run left over. Evidence whose document is not in the archive is named and is no
error: the archive may be kept elsewhere. With --fix no other run may be at work here. Nothing touches the network. The search index is part of the site, and elsewhere
is made of the case files each time.

Examples:
  casebook verify
  casebook verify --fix
  casebook verify --content content --archive archive --json | jq .problems`
}

func (c *verifyCmd) Run(out *console) error {
	if c.Fix {
		unlock, err := lockFor("verify --fix", c.Archive, c.Content, c.State, c.Public)
		if err != nil {
			return err
		}
		defer unlock()
	}
	s := out.step("verify")
	v := &verification{cmd: c, Counts: map[string]int{}}
	if err := v.all(); err != nil {
		return err
	}
	errs, warnings := 0, 0
	for _, p := range v.Problems {
		if p.Warning || p.Fixed {
			warnings++
		} else {
			errs++
		}
	}
	if c.JSON {
		encoder := json.NewEncoder(out.out)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(v); err != nil {
			return disk(fmt.Errorf("verify: %w", err), "")
		}
	} else {
		for _, p := range v.Problems {
			fmt.Fprintln(out.out, printable(p.String()))
		}
	}
	s.done("%s; %s, %s", v.summary(), plural(errs, "error"), plural(warnings, "warning"))
	if errs == 0 {
		return nil
	}
	return &failure{
		status: statusQuality, err: fmt.Errorf("verify: %s", plural(errs, "error")),
		hint: "each line above names the file; --fix removes what is left over and writes the archive's index anew",
	}
}

// A verification is what a repository holds and what is wrong with it.
type verification struct {
	cmd      *verifyCmd
	Problems []finding      `json:"problems"`
	Counts   map[string]int `json:"counts"` // of what was read
}

// A finding is a problem in one part of a repository.
type finding struct {
	Part    string `json:"part"` // the folder
	File    string `json:"file,omitempty"`
	Line    int    `json:"line,omitempty"`
	Case    string `json:"case,omitempty"`
	Field   string `json:"field,omitempty"`
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"`
	Warning bool   `json:"warning,omitempty"`
	Fixed   bool   `json:"fixed,omitempty"`
}

func (f finding) String() string {
	p := content.Problem{File: f.Part, Line: f.Line, Field: f.Field, Message: f.Message, Hint: f.Hint, Warning: f.Warning || f.Fixed}
	if f.File != "" {
		p.File += "/" + f.File
	}
	if f.Fixed {
		p.Message += "; mended"
	}
	return p.String()
}

func (v *verification) add(part string, problems ...content.Problem) {
	for _, p := range problems {
		v.Problems = append(v.Problems, finding{part, p.File, p.Line, p.Case, p.Field, p.Message, p.Hint, p.Warning, false})
	}
}

// counted are what the summary tells, in its order.
var counted = []string{"case", "evidence row", "quote looked up", "change", "archived answer", "state file", "file of the site"}

func (v *verification) summary() string {
	var parts []string
	for _, noun := range counted {
		if n, ok := v.Counts[noun]; ok {
			parts = append(parts, amountOf(n, noun))
		}
	}
	return strings.Join(parts, ", ")
}

// amountOf is plural for a noun that goes on after its head: "2 quotes looked
// up".
func amountOf(n int, noun string) string {
	head, rest, _ := strings.Cut(noun, " ")
	if rest != "row" && rest != "answer" && rest != "file" {
		return strings.TrimSpace(plural(n, head) + " " + rest)
	}
	return plural(n, noun)
}

// all looks at every part.
func (v *verification) all() error {
	book, err := v.book()
	if err != nil {
		return err
	}
	readings, err := v.archive()
	if err != nil {
		return err
	}
	v.evidence(book, readings)
	if err := v.written(readings.all); err != nil {
		return err
	}
	if err := v.state(); err != nil {
		return err
	}
	if err := v.site(); err != nil {
		return err
	}
	return v.leftOver()
}

// book reads the case files; after a first crawl there are none yet.
func (v *verification) book() (*content.Book, error) {
	dir := v.cmd.Content
	if _, err := os.Stat(filepath.Join(dir, "cases")); errors.Is(err, fs.ErrNotExist) {
		v.add("content", content.Problem{Message: "there are no cases here", Warning: true})
		return &content.Book{}, nil
	}
	book, err := content.Load(os.DirFS(dir))
	v.add("content", content.Problems(err)...)
	return book, unreadable(err)
}

// archived is what the archive has of the documents.
type archived struct {
	reader *archive.Reader // nil without an archive
	all    []content.Reading
	texts  map[string]content.Text
}

// archive reads every record and mends the index where that is asked.
func (v *verification) archive() (archived, error) {
	dir := v.cmd.Archive
	if _, err := os.Stat(dir); err != nil {
		v.add("archive", content.Problem{Message: "there is none here: no quote was looked up", Warning: true})
		return archived{}, nil
	}
	r, flaws, err := archive.Verify(dir)
	if err != nil {
		return archived{}, disk(err, "")
	}
	v.Counts["archived answer"] = len(r.Entries())
	whole := !slices.ContainsFunc(flaws, func(f archive.Flaw) bool { return !f.Index }) // else the index is all that tells what is missing
	for _, f := range flaws {
		found := finding{Part: "archive", File: f.File, Message: f.Reason}
		if f.Index {
			found.Hint = "--fix writes the index anew, once nothing else is wrong with the archive"
			if v.cmd.Fix && whole {
				if err := archive.RebuildIndex(dir); err != nil {
					return archived{}, disk(err, "")
				}
				found.Hint, found.Fixed = "", true
			}
		}
		v.Problems = append(v.Problems, found)
	}
	sources, err := homeFlag{v.cmd.Home}.known(ownerFlags{Config: v.cmd.Config}, v.cmd.Content)
	if err != nil {
		return archived{}, err
	}
	readings, problems := crawler.Read(r, sources)
	if err := notGiven(problems); err != nil {
		return archived{}, err
	}
	return archived{r, readings, textsByDigest(readings)}, nil
}
