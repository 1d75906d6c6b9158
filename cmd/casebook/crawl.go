package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"casebook/content/durable"
	"casebook/crawler"
	"casebook/crawler/archive"
)

type crawlCmd struct {
	Archive string   `default:"archive" type:"path" placeholder:"DIR" help:"Folder to write WARC files to."`
	State   string   `default:"state" type:"path" placeholder:"DIR" help:"Folder of what is known from earlier runs, a text file a source; keep it in git."`
	WARC    []string `name:"warc" type:"existingfile" placeholder:"FILE" help:"Take the sources' pages from this WARC file instead of the network; repeat for several."`
	readFlags
	budgetFlags
	ownerFlags
}

// budgetFlags are the limits of a run.
type budgetFlags struct {
	AcceptShrink bool          `help:"Take a listing that names many fewer documents than before for right."`
	Recheck      int           `default:"7" placeholder:"DAYS" help:"Age at which a page is read whole again, whatever its server says; 0 for every time."`
	MaxTime      time.Duration `default:"5h" placeholder:"TIME" help:"Stop after this time; the next run goes on. 0 for no limit, as below."`
	MaxRequests  int           `default:"20000" placeholder:"N" help:"Stop after this many requests."`
	MaxMB        int64         `name:"max-mb" default:"8000" placeholder:"N" help:"Stop after this many megabytes."`
}

// set gives the limits to a crawl.
func (f budgetFlags) set(config *crawler.Config) {
	config.Budget = crawler.Budget{Time: f.MaxTime, Requests: f.MaxRequests, Bytes: f.MaxMB * 1_000_000}
	config.RecheckDays, config.AcceptShrink = f.Recheck, f.AcceptShrink
	if f.Recheck == 0 {
		config.RecheckDays = -1
	}
}

func (c *crawlCmd) Help() string {
	return `Reads the regulator's register, item pages, notices, news releases and table of payments, one request at a time with
the delay that its robots.txt asks for: a first run takes over an hour. Everything read is kept in the archive, from which
extract works. A later run asks for what is new or has changed; one that was cut off or reached a limit is gone on with.

Examples:
  casebook crawl --contact https://example.org/about
  casebook crawl --contact me@example.org --source ico-actions --archive archive
  casebook crawl --contact me@example.org --source ico-decisions     # 26,000 pages: takes days
  casebook crawl --contact me@example.org --source ico-actions --base ico-actions=http://127.0.0.1:9100
  casebook crawl --warc CC-MAIN-2024.warc.gz --warc saved.warc`
}

func (c *crawlCmd) Run(ctx context.Context, out *console) error {
	owner, err := c.load(c.State)
	if err != nil {
		return err
	}
	if len(c.WARC) > 0 && len(c.Base) > 0 {
		return &failure{status: statusUsage, err: errors.New("crawl: --warc and --base: what is taken from files comes from no server"), hint: "give one of the two"}
	}
	config := crawler.Config{State: c.State}
	if config.Sources, _, err = c.sources(owner, len(c.WARC) == 0); err != nil {
		return err
	}
	if config.Now, err = c.clock(); err != nil {
		return err
	}
	c.set(&config)
	if len(c.WARC) == 0 {
		if config.Contact, err = c.contact(owner, "crawl"); err != nil {
			return err
		}
	}
	unlock, err := lockFor("crawl", c.Archive, c.State)
	if err != nil {
		return err
	}
	defer unlock()
	if err := out.begin(c.ownerFlags); err != nil {
		return err
	}
	if len(c.WARC) > 0 {
		return importWARC(ctx, out, c.Archive, config, c.WARC)
	}
	_, err = crawl(ctx, out, c.Archive, config)
	return err
}

// crawl runs config into the archive at dir and reports what came of it.
func crawl(ctx context.Context, out *console, dir string, config crawler.Config) (crawler.Report, error) {
	return intoArchive(out, dir, config, func(config crawler.Config) (crawler.Report, error) { return crawler.Crawl(ctx, config) })
}

// importWARC takes the sources' pages from files into the archive at dir.
func importWARC(ctx context.Context, out *console, dir string, config crawler.Config, files []string) error {
	from, err := archive.OpenFiles(files...)
	if err != nil {
		return disk(err, "")
	}
	_, err = intoArchive(out, dir, config, func(config crawler.Config) (crawler.Report, error) { return crawler.Import(ctx, config, from) })
	return err
}

// intoArchive has read fill the archive at dir and reports what came of it.
func intoArchive(out *console, dir string, config crawler.Config, read func(crawler.Config) (crawler.Report, error)) (crawler.Report, error) {
	if err := config.Check(); err != nil {
		return crawler.Report{}, &failure{status: statusUsage, err: err, hint: "give the site's own address with --home https://HOST, and sources on one host the same --base"}
	}
	s := out.step("crawl")
	for _, folder := range []string{dir, config.State} {
		if folder == "" {
			continue // nothing is remembered
		}
		if err := durable.Ready(folder, crawlRoom, crawlFiles); err != nil {
			return crawler.Report{}, disk(fmt.Errorf("crawl: %w", err), "nothing was asked for yet; free some space, or choose a folder that can be written with --archive and --state")
		}
	}
	w, err := archive.Create(dir, "casebook "+version)
	if err != nil {
		return crawler.Report{}, disk(err, "choose a folder that can be written with --archive")
	}
	config.Archive, config.Log, config.Version = w, out.log, version
	report, err := read(config)
	if closed := w.Close(); closed != nil { // worse than whatever a source did
		err = errors.Join(fmt.Errorf("%w: %w", crawler.ErrArchive, closed), err)
	}
	fetched, unchanged, known, failed := 0, 0, 0, 0
	for _, source := range report.Sources {
		fetched, unchanged, known, failed = fetched+source.Fetched, unchanged+source.Unchanged, known+source.Known, failed+len(source.Failed)
	}
	s.done("%s read from %s, %d unchanged, %d not asked for, %d failed → %s", plural(fetched, "page"), plural(len(report.Sources), "source"), unchanged, known, failed, dir)
	out.notes(slices.Concat(w.Damage(), report.Damage, remarks(report)), 6)
	out.record.crawled(report)
	return report, crawlFailure(err)
}

// The room that a crawl wants before it begins: for a page of the largest size
// and some more.
const (
	crawlRoom  = 80 << 20
	crawlFiles = 20
)

// remarks are what a person should look at after a crawl, a line each.
func remarks(report crawler.Report) []string {
	var lines []string
	for _, source := range report.Sources {
		for _, failure := range source.Failed {
			lines = append(lines, source.Source+": "+failure.String())
		}
		for _, address := range source.Gone {
			lines = append(lines, source.Source+": "+address+": gone, on more than one day")
		}
		for _, address := range source.Unlisted {
			lines = append(lines, source.Source+": "+address+": no longer listed")
		}
		for _, signal := range source.Signals {
			lines = append(lines, source.Source+": "+signal)
		}
	}
	return lines
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
		{crawler.ErrState, statusDisk, "the line or folder named above keeps the crawl from knowing what it read; mend it or remove the file, and all is read again"},
		{crawler.ErrBudget, statusPartial, "what was read is in the archive; run the command again to go on, or raise the limit with --max-time, --max-requests or --max-mb"},
		{crawler.ErrListing, statusQuality, "look at the listing; if it is right as it is, crawl again with --accept-shrink. The cases are untouched"},
		{crawler.ErrFailing, statusQuality, "has the form of the pages changed? What was read is in the archive; the cases are untouched"},
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
