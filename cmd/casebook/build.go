package main

import (
	"cmp"
	"fmt"
	"slices"

	"casebook/content"
	"casebook/site"
)

type buildCmd struct {
	Content string `default:"content" type:"path" placeholder:"DIR" help:"Folder of case files."`
	Out     string `default:"public" type:"path" placeholder:"DIR" help:"Folder to write the site to."`
	Runs    string `default:"runs" type:"path" placeholder:"DIR" help:"Folder of what came of runs: its newest file says when the sources were last read, which every page shows."`

	Unproven  bool `help:"Build values without evidence too, for a look at a book that is being made: a banner on every page warns of them."`
	KeepGoing bool `help:"Leave cases with errors out instead of stopping, name them, and end with status 2."`
	siteFlags
	indexFlags
	ownerFlags
}

// siteFlags are what only a site's owner can say.
type siteFlags struct {
	Name    string `placeholder:"NAME" help:"Name of the site. By default what casebook.yaml says, as for the next two, or casebook."`
	Address string `placeholder:"URL" help:"Where the site will be published, for feeds and the sitemap: https://example.org/casebook/"`
	Contact string `placeholder:"ADDRESS" help:"Where readers report an error: an e-mail address or a URL."`
}

// complete takes from the configuration what no flag says.
func (f *siteFlags) complete(c config) {
	f.Name = cmp.Or(f.Name, c.Name, "casebook")
	f.Address, f.Contact = cmp.Or(f.Address, c.Address), cmp.Or(f.Contact, c.Contact)
}

func (c *buildCmd) Help() string {
	return `Writes pages, search shards, feeds and data. The site needs nothing but a static file server and works below any path.
The folder is replaced at once when everything is written, files that did not change keep their bytes and times, and a
folder that casebook did not make is left alone. Where casebook check finds an error nothing is built; with --keep-going the
cases that have none are, and with --unproven values that only lack evidence are built under a banner that warns of them.

Examples:
  casebook build --content content --out public
  casebook build --content content --out public --address https://example.org/casebook/ --contact corrections@example.org`
}

func (c *buildCmd) Run(out *console) error {
	people, today, err := c.people(c.Content)
	if err != nil {
		return err
	}
	owner, err := c.ownerFlags.load(c.Content)
	if err != nil {
		return err
	}
	c.complete(owner)
	last, err := lastRecord(c.Runs)
	if err != nil {
		return err
	}
	book, wrong, err := c.fit(out)
	if err != nil {
		return err
	}
	book = people.Publish(book, today) // before any case goes: it may say whose names to withhold in others
	book.Cases = slices.DeleteFunc(book.Cases, func(c *content.Case) bool { return wrong[c.Path()] })
	notice := ""
	if c.Unproven {
		notice = "Values for which no quote is recorded are not proven. Do not cite this site."
	}
	options := c.options(notice)
	options.Crawled, options.Index = last.crawledOn(), c.folder(c.Content)
	if err := buildSite(out, book, c.Out, options); err != nil || len(wrong) == 0 {
		return err
	}
	return &failure{status: statusPartial, err: fmt.Errorf("build: %s left out, the rest is built", plural(len(wrong), "case file")), hint: unfitHint}
}

const unfitHint = "mend the files named above, content/FORMAT.md describes each key; casebook check lists all that is wrong"

// fit reads the book and checks it. Where something is wrong nothing may be
// built, or with --keep-going only what is not; wrong are the files to leave
// out then.
func (c *buildCmd) fit(out *console) (book *content.Book, wrong map[string]bool, err error) {
	book, problems, err := (&checkCmd{Content: c.Content}).load()
	if err != nil {
		return nil, nil, err
	}
	wrong = map[string]bool{}
	var told []string
	everywhere := 0
	for _, p := range overrideProblems(c.Content, nil) {
		told = append(told, p.String())
		everywhere++
	}
	for _, p := range append(problems, allProblems(book, nil)...) {
		if p.Warning || c.Unproven && p.Unproven {
			continue
		}
		told = append(told, p.String())
		if wrong[p.File] = true; p.File == "" {
			everywhere++
		}
	}
	if len(told) == 0 {
		return book, nil, nil
	}
	for _, line := range told[:min(len(told), 10)] {
		fmt.Fprintln(out.errors, printable(line))
	}
	if !c.KeepGoing || everywhere > 0 {
		return nil, nil, &failure{status: statusQuality, err: fmt.Errorf("build: %s in %s: nothing was built", plural(len(told), "error"), plural(len(wrong), "case file")),
			hint: unfitHint + "; --keep-going leaves those cases out, --unproven shows values without evidence under a warning"}
	}
	return book, wrong, nil
}

func (f siteFlags) options(notice string) site.Options {
	return site.Options{Name: f.Name, Address: f.Address, Contact: f.Contact, Notice: notice, Version: version}
}

func buildSite(out *console, book *content.Book, dir string, options site.Options) error {
	s := out.step("build")
	out.record.Cases = len(book.Cases)
	report, err := site.Build(book, dir, options)
	if err != nil {
		return disk(err, "the site that stood there before is untouched")
	}
	out.noteOf(report.Notice)
	s.done("%s, %s, %.1f MB; %s written → %s", plural(report.Pages, "page"), plural(report.Shards, "search file"),
		float64(report.Bytes)/1e6, plural(report.Written, "file"), dir)
	return nil
}
