package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"casebook/content"
	"casebook/content/facts"
	"casebook/crawler"
)

type extractCmd struct {
	Files   []string `arg:"" optional:"" name:"file" help:"Documents to read: .txt, .html or .pdf, or - for standard input. Without any, the archive is read."`
	JSON    bool     `name:"json" help:"Print one JSON object a line for each file."`
	Archive string   `default:"archive" type:"path" placeholder:"DIR" help:"Archive that crawl wrote."`
	Content string   `default:"content" type:"path" placeholder:"DIR" help:"Folder of case files to update."`
	homeFlag
	ownerFlags
}

func (c *extractCmd) Help() string {
	return `Without files: reads every document of the archive, finds the facts with their quotes, joins them into cases and
writes the case files that changed. Locked fields and keys of your own are kept, and overrides.yaml in the folder corrects
single values. What changed in which case, and which document says so, is appended to changes.jsonl there, under the day of
--now or SOURCE_DATE_EPOCH, or else of the newest document. Individuals stand in the files by role unless casebook.yaml has
them named. Nothing touches the network.

With files: prints what each document states, and what was left out because hardly anything speaks for it. A PDF without
a text layer or a file that cannot be read is named on standard error, keeps its line, and makes the exit status 2.

Examples:
  casebook extract --archive archive --content content
  casebook extract notice.pdf
  casebook extract --json articles/*.txt | jq .amount
  pdftotext notice.pdf - | casebook extract --json -`
}

func (c *extractCmd) Run(ctx context.Context, out *console) error {
	if len(c.Files) > 0 {
		return c.documents(ctx, out)
	}
	if c.JSON {
		return &failure{status: statusUsage, err: errors.New("extract: --json wants files to read"), hint: "casebook extract --json FILE..."}
	}
	if err := out.begin(c.ownerFlags); err != nil {
		return err
	}
	sources, err := c.known(c.ownerFlags, c.Content)
	if err != nil {
		return err
	}
	unlock, err := lockFor("extract", c.Content)
	if err != nil {
		return err
	}
	defer unlock()
	_, err = extractArchive(out, c.Archive, c.Content, sources, c.ownerFlags)
	return err
}

// documents prints what each file states, in the order of the files.
func (c *extractCmd) documents(ctx context.Context, out *console) error {
	w := bufio.NewWriter(out.out)
	failed := 0
	for report := range readReports(ctx, c.Files, out.stdin) {
		if report.err != nil {
			failed++
			fmt.Fprintf(out.progress, "casebook: %s\n", printable(report.err.Error()))
		}
		if err := c.print(w, report); err != nil {
			return disk(err, "")
		}
	}
	if err := w.Flush(); err != nil {
		return disk(fmt.Errorf("extract: %w", err), "")
	}
	if failed > 0 {
		return &failure{status: statusPartial, err: fmt.Errorf("extract: %s of %d could not be read", plural(failed, "file"), len(c.Files))}
	}
	return nil
}

func (c *extractCmd) print(w *bufio.Writer, r fileReport) error {
	if !c.JSON {
		_, err := w.WriteString(printable(r.Report.Text()))
		return err
	}
	line, err := json.Marshal(r.Report)
	if err != nil {
		return fmt.Errorf("extract: %s: %w", r.Report.File, err)
	}
	_, err = w.Write(append(line, '\n'))
	return err
}

// extracted is what the step leaves: the book as written and the texts that
// its quotes stand in, by the digest of the archived bytes.
type extracted struct {
	book  *content.Book
	texts map[string]content.Text
}

// extractArchive is the whole step: archive to readings to facts to cases to
// files. Where less is known of the documents than a healthy run finds, nothing
// is written.
func extractArchive(out *console, archiveDir, contentDir string, sources []crawler.Source, owner ownerFlags) (extracted, error) {
	e := extraction{archive: archiveDir, content: contentDir, sources: sources, owner: owner, whole: true}
	d, err := e.draft(out)
	if err != nil {
		return extracted{}, err
	}
	if err := e.write(out, d); err != nil {
		return d.extracted, err
	}
	return d.extracted, d.failure()
}

// An extraction is the step from an archive to case files.
type extraction struct {
	archive, content string
	sources          []crawler.Source
	owner            ownerFlags

	whole      bool // the archive holds all that the cases cite; else they stand where it is silent
	remembered []crawler.Remembered
	nothing    bool          // there is nothing new in the archive: it is not read
	gone       []string      // addresses that a source offers no longer
	since      content.Date  // the day on which that was seen
	before     *content.Book // the book as it stands, where it was read already
}

// A draft is what an extraction would write.
type draft struct {
	extracted
	kept
	readings []content.Reading
	failed   []string // documents that could not be read for facts
	unread   []string // their addresses
}

// failure is that of documents which could not be read for facts, nil for none.
func (d draft) failure() error {
	if len(d.failed) == 0 {
		return nil
	}
	return &failure{status: statusPartial, err: fmt.Errorf("extract: %s could not be read for facts, the rest is done: %s", plural(len(d.failed), "document"), d.failed[0]),
		hint: "what the cases had from before stands; please report the document, which is in the archive under this digest"}
}

// draft reads the archive and joins what it states to the cases; nothing is
// written yet.
func (e extraction) draft(out *console) (draft, error) {
	s := out.step("extract")
	readings, problems, err := e.read()
	if err != nil {
		return draft{}, err
	}
	all := readings
	readings, failed := findFacts(all)
	if err := crawler.CheckFill(e.sources, readings); err != nil {
		return draft{}, &failure{status: statusQuality, err: err, hint: "has the form of the pages changed? The archive has them as they are; the cases are untouched"}
	}
	k, err := e.prepare(readings)
	if err != nil {
		return draft{}, err
	}
	d := draft{extracted{k.book, textsByDigest(readings)}, k, readings, failed, lackingIn(all, readings)}
	out.record.extracted(k.book, readings, k.changes, slices.Concat(problems, crawler.DateSignals(readings)))
	if e.nothing {
		s.done("nothing new; %s as before", plural(len(k.book.Cases), "case"))
	} else {
		s.done("%s from %s", plural(len(k.book.Cases), "case"), plural(len(readings), "document"))
	}
	if !k.first {
		out.notes(lines(k.changes), 10)
	}
	out.notes(doubts(readings), 3)
	out.notes(problems, 10)
	out.notes(crawler.DateSignals(readings), 10)
	out.notes(failed, 10)
	return d, nil
}

// lackingIn are the addresses of documents that some of the readings lack.
func lackingIn(all, some []content.Reading) []string {
	has := map[string]bool{}
	for _, r := range some {
		has[r.Document.URL] = true
	}
	var lacking []string
	for _, r := range all {
		if !has[r.Document.URL] {
			lacking = append(lacking, r.Document.URL)
		}
	}
	return lacking
}

// read makes documents of the archive.
func (e extraction) read() ([]content.Reading, []string, error) {
	if e.nothing {
		return nil, nil, nil
	}
	readings, problems, err := readArchive(e.archive, e.sources, e.remembered)
	if err != nil || len(readings) > 0 || !e.whole {
		return readings, problems, err
	}
	return nil, nil, &failure{
		status: statusUsage,
		err:    fmt.Errorf("extract: %s: no document of %s", e.archive, homes(e.sources)),
		hint:   "--home names the regulator's site as it stands in the archive; run casebook crawl first where the archive is empty",
	}
}

// write writes what was drafted.
func (e extraction) write(out *console, d draft) error {
	s := out.step("write")
	if err := d.kept.write(e.content, e.owner); err != nil {
		return err
	}
	out.record.Written = len(d.files)
	s.done("%s written → %s", plural(len(d.files), "file"), filepath.Join(e.content, "cases"))
	return nil
}

// homes are the sites of sources, each once.
func homes(sources []crawler.Source) string {
	var all []string
	for _, s := range sources {
		if home := "https://" + s.Hosts[0]; !slices.Contains(all, home) {
			all = append(all, home)
		}
	}
	return strings.Join(all, " or ")
}

// extractFacts reads one document; a test puts one in its place that fails.
var extractFacts = facts.Extract

// factsOf is extractFacts where a mistake of ours in reading one document does
// not take the others with it.
func factsOf(t content.Text, hint facts.Hint) (f content.Facts, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("a mistake of casebook's: %v", r)
		}
	}()
	return extractFacts(t, hint), nil
}

// findFacts fills in what each reading states, on all CPUs, and returns the
// readings for which that could be done, and a line for each other.
func findFacts(readings []content.Reading) (read []content.Reading, failed []string) {
	errs := make([]error, len(readings))
	var all errgroup.Group
	all.SetLimit(runtime.GOMAXPROCS(0))
	for i := range readings {
		all.Go(func() error {
			r := &readings[i]
			r.Facts, errs[i] = factsOf(r.Text, facts.Hint{Published: r.Document.Published, Kind: r.Document.Kind})
			return nil
		})
	}
	all.Wait()
	for i, r := range readings {
		if errs[i] != nil {
			failed = append(failed, fmt.Sprintf("%s (sha256 %s): %v", r.Document.URL, r.Document.SHA256, errs[i]))
			continue
		}
		read = append(read, r)
	}
	return read, failed
}
