package main

import (
	"context"
	"os"

	"casebook/content"
	"casebook/crawler"
)

type updateCmd struct {
	Archive string `default:"archive" type:"path" placeholder:"DIR" help:"Folder to write WARC files to. What earlier runs put there may be gone."`
	Content string `default:"content" type:"path" placeholder:"DIR" help:"Folder of case files to update; keep it in git, like the next two."`
	State   string `default:"state" type:"path" placeholder:"DIR" help:"Folder of what is known from earlier runs, a text file a source."`
	Runs    string `default:"runs" type:"path" placeholder:"DIR" help:"Folder of what came of runs, a JSON file a day on which something did."`
	Out     string `default:"public" type:"path" placeholder:"DIR" help:"Folder to write the site to."`

	Message string `type:"path" placeholder:"FILE" help:"Write to this file what changed, as the message of a commit."`
	Summary string `type:"path" placeholder:"FILE" help:"Write to this file what came of the run, as markdown. By default it is added to what GITHUB_STEP_SUMMARY names, if anything."`

	Name    string `placeholder:"NAME" help:"Name of the site. By default what casebook.yaml says, or casebook."`
	Address string `placeholder:"URL" help:"Where the site will be published, for feeds and the sitemap. By default what casebook.yaml says."`
	readFlags
	budgetFlags
	ownerFlags
}

func (c *updateCmd) Help() string {
	return `Does in one run what a nightly job does on a machine that has nothing but the repository: it reads what is new or has
changed at the sources, joins it to the cases, checks the book and builds the site. Cases whose documents are not in the archive
stand as they are. A night without news makes the listing requests, writes no file of the repository and changes nothing.

Where some addresses fail (status 2) or a source refuses (3) the rest is published. Where a check stops the run (4) neither
cases nor state nor site are touched: a source lists far fewer documents than before, a fifth of them cannot be read, too little
is known of them, or the book would have errors. What a run did is left in runs/DAY.json when it did something, or when
something else is wrong than at the last time.

Examples:
  casebook update --contact https://example.org/about
  casebook update --message message.txt && git add content state runs && git diff --cached --quiet || git commit -F message.txt
  casebook update --config casebook.yaml --now 2026-11-25 --summary summary.md`
}

func (c *updateCmd) Run(ctx context.Context, out *console) error {
	owner, err := c.load(c.Content)
	if err != nil {
		return err
	}
	u := &nightly{archive: c.Archive, content: c.Content, state: c.State, runs: c.Runs, public: c.Out, message: c.Message, summary: c.summaryFile, crawl: crawl}
	u.config.State = c.State
	if u.config.Sources, u.sources, err = c.sources(owner, true); err != nil {
		return err
	}
	if u.some, err = c.some(owner, u.config.Sources); err != nil {
		return err
	}
	if u.config.Contact, err = c.contact(owner, "update"); err != nil {
		return err
	}
	if u.config.Now, err = c.clock(); err != nil {
		return err
	}
	c.set(&u.config)
	if u.today, err = c.today(); err != nil {
		return err
	}
	u.owner = ownerFlags{Config: c.Config, Now: u.today.String()} // what was found tonight is news of tonight
	u.site = siteFlags{Name: c.Name, Address: c.Address, Contact: c.Contact}
	u.site.complete(owner)
	unlock, err := lockFor("update", c.Archive, c.Content, c.State, c.Runs)
	if err != nil {
		return err
	}
	defer unlock()
	return u.run(ctx, out)
}

// summaryFile opens where the summary goes.
func (c *updateCmd) summaryFile() (*os.File, error) {
	if c.Summary != "" {
		return os.Create(c.Summary)
	}
	if step := os.Getenv("GITHUB_STEP_SUMMARY"); step != "" {
		return os.OpenFile(step, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	}
	return nil, nil
}

// A nightly is one run of all steps over one repository.
type nightly struct {
	archive, content, state, runs, public string // folders; "" for runs leaves no record
	sources                               []crawler.Source
	some                                  bool // not all sources that are usually read: the site is no fresher by it
	config                                crawler.Config
	owner                                 ownerFlags
	today                                 content.Date
	site                                  siteFlags
	notice                                string
	message                               string
	summary                               func() (*os.File, error)

	crawl  func(ctx context.Context, out *console, dir string, config crawler.Config) (crawler.Report, error)
	report crawler.Report
	draft  draft
}
