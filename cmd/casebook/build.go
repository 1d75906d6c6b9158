package main

import (
	"cmp"

	"casebook/content"
	"casebook/site"
)

type buildCmd struct {
	Content string `default:"content" type:"path" placeholder:"DIR" help:"Folder of case files."`
	Out     string `default:"public" type:"path" placeholder:"DIR" help:"Folder to write the site to."`
	Runs    string `default:"runs" type:"path" placeholder:"DIR" help:"Folder of what came of runs: its newest file says when the sources were last read, which every page shows."`
	siteFlags
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
folder that casebook did not make is left alone.

Examples:
  casebook build --content content --out public
  casebook build --content content --out public --address https://example.org/casebook/ --contact corrections@example.org`
}

func (c *buildCmd) Run(out *console) error {
	owner, err := c.load(c.Content)
	if err != nil {
		return err
	}
	c.complete(owner)
	book, err := c.publishedBook(c.Content)
	if err != nil {
		return err
	}
	last, err := lastRecord(c.Runs)
	if err != nil {
		return err
	}
	options := c.options("")
	options.Crawled = last.crawledOn()
	return buildSite(out, book, c.Out, options)
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
	s.done("%s, %s, %.1f MB; %s written → %s", plural(report.Pages, "page"), plural(report.Shards, "search file"),
		float64(report.Bytes)/1e6, plural(report.Written, "file"), dir)
	return nil
}
