package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"

	"casebook/content"
	"casebook/content/facts"
	"casebook/crawler"
	"casebook/crawler/archive"
)

type addCmd struct {
	URL     string            `arg:"" name:"url" help:"Page to read: an article, or an item of a regulator."`
	DryRun  bool              `help:"Say what would become of it and write nothing."`
	Archive string            `default:"archive" type:"path" placeholder:"DIR" help:"Archive that keeps the page."`
	Content string            `default:"content" type:"path" placeholder:"DIR" help:"Folder of case files to update."`
	Contact string            `placeholder:"ADDRESS" help:"Address at which the site's owner can reach you; it goes into the User-Agent. Required, here or in casebook.yaml."`
	Base    map[string]string `placeholder:"NAME=URL" help:"Read the source of the page from another server that speaks its protocol."`
	homeFlag
	ownerFlags
}

func (c *addCmd) Help() string {
	return `Reads one page, with the files that it offers, as politely as a crawl does, and prints what it states, each fact with its
quote. Where it states an enforcement action against somebody, page and facts are kept: they join the case of that matter, or make
a new one. Anything else is named and not kept, with status 4.

Examples:
  casebook add https://paper.example/news/company-fined --dry-run
  casebook add https://ico.org.uk/action-weve-taken/enforcement/2025/03/a-company/`
}

func (c *addCmd) Run(ctx context.Context, out *console) error {
	owner, err := c.load(c.Content)
	if err != nil {
		return err
	}
	if err := out.begin(c.ownerFlags); err != nil {
		return err
	}
	config := crawler.Config{}
	if config.Contact, err = (readFlags{Contact: c.Contact}).contact(owner, "add"); err != nil {
		return err
	}
	if config.Now, err = c.clock(); err != nil {
		return err
	}
	if config.Sources, err = c.source(owner); err != nil {
		return err
	}
	if !c.DryRun {
		unlock, err := lockFor("add", c.Archive, c.Content)
		if err != nil {
			return err
		}
		defer unlock()
	}
	return c.add(ctx, out, config)
}

// source finds whose page it is, and where that is read.
func (c *addCmd) source(owner config) ([]crawler.Source, error) {
	r, err := owner.roster(c.Home)
	if err != nil {
		return nil, wrongHome(err)
	}
	single, err := crawler.Single(r.all, c.URL)
	if err != nil {
		return nil, &failure{status: statusUsage, err: fmt.Errorf("add: %w", err), hint: "a document that you have as a file is read by casebook extract FILE"}
	}
	bases := c.Base
	if base, ok := r.bases[single.Name]; ok && len(bases) == 0 {
		bases = map[string]string{single.Name: base}
	}
	return pointed([]crawler.Source{single}, bases)
}

// add reads the page into an archive of its own, and moves it from there only
// if it is kept.
func (c *addCmd) add(ctx context.Context, out *console, config crawler.Config) error {
	aside, err := os.MkdirTemp("", "casebook-add-")
	if err != nil {
		return disk(err, "")
	}
	defer os.RemoveAll(aside)
	report, crawled := crawl(ctx, out, aside, config)
	if ctx.Err() != nil || len(report.Sources) == 0 || report.Sources[0].Fetched == 0 {
		return crawled
	}
	e, err := c.extraction(aside, config)
	if err != nil {
		return err
	}
	d, err := e.draft(out)
	if err != nil {
		return err
	}
	c.tell(out, d)
	if err := c.worth(d); err != nil {
		return err
	}
	problems := allProblems(d.extracted.book, d.texts)
	out.record.checked(problems)
	if errs, _ := count(problems); errs > 0 {
		out.notes(lines(problems), 20)
		return checkFailure(errs)
	}
	if c.DryRun {
		fmt.Fprintln(out.out, "Dry run: nothing was written.")
		return crawled
	}
	if err := c.keepPage(ctx, out, aside, config); err != nil {
		return err
	}
	if err := e.write(out, d); err != nil {
		return err
	}
	return crawled
}

// extraction is that of the page alone, beside the book.
func (c *addCmd) extraction(aside string, config crawler.Config) (extraction, error) {
	before, err := bookBefore(c.Content)
	if err != nil {
		return extraction{}, err
	}
	remembered, err := crawler.Remember("", nil, documentsOf(before))
	return extraction{archive: aside, content: c.Content, sources: config.Sources, owner: c.ownerFlags, before: before, remembered: remembered}, err
}

// tell prints what each document states, and what that means for the book.
func (c *addCmd) tell(out *console, d draft) {
	for _, r := range d.readings {
		fmt.Fprint(out.out, printable(facts.NewReport(r.Document.URL, r.Facts).Text()))
	}
	for _, change := range d.changes {
		fmt.Fprintln(out.out, printable(change.String()))
	}
	if len(d.changes) == 0 {
		fmt.Fprintln(out.out, "The book stays as it is.")
	}
}

// worth reports why nothing of the page is kept, nil where it is.
func (c *addCmd) worth(d draft) error {
	no := func(why string) error {
		return &failure{status: statusQuality, err: fmt.Errorf("add: %s: not kept: %s", c.URL, why), hint: "where that is wrong, please report the page; a case file can also be written by hand, see content/FORMAT.md"}
	}
	if !slices.ContainsFunc(d.readings, func(r content.Reading) bool { return r.Facts.Enforcement }) {
		return no("it states no enforcement action")
	}
	for _, cited := range documentsOf(d.extracted.book) {
		if slices.ContainsFunc(d.readings, func(r content.Reading) bool { return cited.URL == r.Document.URL || cited.SHA256 == r.Document.SHA256 }) {
			return nil
		}
	}
	return no("it tells of an enforcement action, but not against whom, or what was done")
}

// keepPage takes the page over into the archive.
func (c *addCmd) keepPage(ctx context.Context, out *console, aside string, config crawler.Config) error {
	from, err := archive.Open(aside)
	if err != nil {
		return disk(err, "")
	}
	quiet := *out
	quiet.progress = io.Discard
	_, err = intoArchive(&quiet, c.Archive, config, func(config crawler.Config) (crawler.Report, error) { return crawler.Import(ctx, config, from) })
	return err
}
