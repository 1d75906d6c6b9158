package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"casebook/content"
	"casebook/crawler"
	"casebook/crawler/archive"
)

type crawlCmd struct {
	Archive string   `default:"archive" type:"path" placeholder:"DIR" help:"Folder to write WARC files to."`
	Source  []string `placeholder:"NAME" help:"Only this source: cma-cases, ico-actions, ico-decisions, ico-news, ico-recovery; repeat for several. Without any, the three that tell of the ICO's enforcement."`
	Contact string   `placeholder:"ADDRESS" help:"Address at which the site's owner can reach you; it goes into the User-Agent. Required."`
	Home    string   `default:"https://ico.org.uk" placeholder:"URL" help:"Address of the regulator's site."`
}

func (c *crawlCmd) Help() string {
	return `Reads the regulator's register, item pages, notices, news releases and table of payments, one request at a time with
the delay that its robots.txt asks for: a first run takes over an hour. Everything read is kept in the archive, from which
extract works.

Examples:
  casebook crawl --contact https://example.org/about
  casebook crawl --contact me@example.org --source ico-actions --archive archive
  casebook crawl --contact me@example.org --source ico-decisions     # 26,000 pages: takes days`
}

func (c *crawlCmd) Run(ctx context.Context, out *console) error {
	if c.Contact == "" {
		return &failure{status: statusUsage, err: errors.New("crawl: no contact given"), hint: "--contact says in the User-Agent where the site's owner can reach you"}
	}
	sources, err := chosen(crawler.AllSources(c.Home), crawler.Sources(c.Home), c.Source)
	if err != nil {
		return err
	}
	return crawl(ctx, out, c.Archive, crawler.Config{Sources: sources, Contact: c.Contact})
}

// chosen returns the sources with the given names, the usual ones for none.
func chosen(all, usual []crawler.Source, names []string) ([]crawler.Source, error) {
	if len(names) == 0 {
		return usual, nil
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

// crawl runs config into the archive at dir and reports what came of it.
func crawl(ctx context.Context, out *console, dir string, config crawler.Config) error {
	if err := config.Check(); err != nil {
		return &failure{status: statusUsage, err: err, hint: "give the site's own address with --home https://HOST"}
	}
	s := out.step("crawl")
	w, err := archive.Create(dir, "casebook "+version)
	if err != nil {
		return disk(err, "choose a folder that can be written with --archive")
	}
	config.Archive, config.Log, config.Version = w, out.log, version
	report, err := crawler.Crawl(ctx, config)
	if closed := w.Close(); closed != nil && err == nil {
		err = fmt.Errorf("%w: %w", crawler.ErrArchive, closed)
	}
	fetched, unchanged, failed := 0, 0, 0
	var lines []string
	for _, source := range report.Sources {
		fetched, unchanged, failed = fetched+source.Fetched, unchanged+source.Unchanged, failed+len(source.Failed)
		for _, failure := range source.Failed {
			lines = append(lines, source.Source+": "+failure.String())
		}
		for _, signal := range source.Signals {
			lines = append(lines, source.Source+": "+signal)
		}
	}
	s.done("%s read from %s, %d unchanged, %d failed → %s", plural(fetched, "page"), plural(len(report.Sources), "source"), unchanged, failed, dir)
	out.notes(lines, 6)
	return crawlFailure(err)
}

// crawlFailure maps what ended a crawl to an exit status.
func crawlFailure(err error) error {
	if err == nil {
		return nil
	}
	for _, kind := range []struct {
		is     error
		status int
		hint   string
	}{
		{crawler.ErrArchive, statusDisk, "what was read before is in the archive; free some space, then run the command again"},
		{crawler.ErrTooFew, statusQuality, "has the listing moved or changed? What was read is in the archive; the cases are untouched"},
		{crawler.ErrUnreachable, statusPartial, "is the address right, and the network up? What was read before is in the archive"},
		{crawler.ErrRefused, statusRefused, "the source does not want to be read now: wait a day, and look at its robots.txt"},
	} {
		if errors.Is(err, kind.is) {
			return &failure{status: kind.status, err: err, hint: kind.hint}
		}
	}
	return &failure{status: statusPartial, err: err, hint: "what was read is in the archive; run the command again, with --verbose to see each address"}
}

// readArchive makes documents of the archive at dir.
func readArchive(dir string, sources []crawler.Source) ([]content.Reading, []string, error) {
	if _, err := os.Stat(dir); err != nil {
		return nil, nil, disk(fmt.Errorf("archive: %w", err), "name the folder that crawl wrote with --archive, or run casebook crawl first")
	}
	r, err := archive.Open(dir)
	if err != nil {
		return nil, nil, disk(err, "")
	}
	readings, problems := crawler.Read(r, sources)
	lines := make([]string, len(problems))
	for i, p := range problems {
		lines[i] = p.String()
	}
	return readings, lines, nil
}

// textsByDigest are the texts of an archive's documents by the digest of
// their bytes, for looking up quotes. Where a page holds several documents, the
// rows of a table, their texts together are the text of its bytes.
func textsByDigest(readings []content.Reading) map[string]content.Text {
	texts := make(map[string]content.Text, len(readings))
	for _, r := range readings {
		t, ok := texts[r.Document.SHA256]
		if !ok {
			t = r.Text
		} else if !strings.Contains(t.Body, r.Text.Body) {
			t.Body += "\n\n" + r.Text.Body
		}
		texts[r.Document.SHA256] = t
	}
	return texts
}
