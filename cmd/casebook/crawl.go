package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"casebook/content"
	"casebook/crawler"
	"casebook/crawler/archive"
)

type crawlCmd struct {
	Archive string   `default:"archive" type:"path" placeholder:"DIR" help:"Folder to write WARC files to."`
	Source  []string `placeholder:"NAME" help:"Only this source: ico-actions, ico-news; repeat for several."`
	Contact string   `placeholder:"ADDRESS" help:"Address at which the site's owner can reach you; it goes into the User-Agent. Required."`
	Home    string   `default:"https://ico.org.uk" placeholder:"URL" help:"Address of the regulator's site."`
}

func (c *crawlCmd) Help() string {
	return `Reads the regulator's register, item pages, notices and news releases, one request at a time with the delay that its
robots.txt asks for: a first run takes over an hour. Everything read is kept in the archive, from which extract works.

Examples:
  casebook crawl --contact https://example.org/about
  casebook crawl --contact me@example.org --source ico-actions --archive archive`
}

// liveSources are the sources that a record is built from.
func liveSources(home string) []crawler.Source {
	return []crawler.Source{crawler.ICOActions(home), crawler.ICONews(home)}
}

func (c *crawlCmd) Run(ctx context.Context, out *console) error {
	if c.Contact == "" {
		return &failure{status: statusUsage, err: errors.New("crawl: no contact given"), hint: "--contact says in the User-Agent where the site's owner can reach you"}
	}
	sources, err := chosen(liveSources(c.Home), c.Source)
	if err != nil {
		return err
	}
	return crawl(ctx, out, c.Archive, crawler.Config{Sources: sources, Contact: c.Contact})
}

// chosen returns the sources with the given names, all for none.
func chosen(all []crawler.Source, names []string) ([]crawler.Source, error) {
	if len(names) == 0 {
		return all, nil
	}
	var some []crawler.Source
	var known []string
	wanted := map[string]bool{}
	for _, name := range names {
		wanted[name] = true
	}
	for _, source := range all {
		known = append(known, source.Name)
		if wanted[source.Name] {
			some = append(some, source)
			delete(wanted, source.Name)
		}
	}
	for _, name := range names {
		if wanted[name] {
			return nil, &failure{status: statusUsage, err: fmt.Errorf("crawl: no source named %q", name), hint: "sources: " + strings.Join(known, ", ")}
		}
	}
	return some, nil
}
