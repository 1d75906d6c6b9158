package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"casebook/content"
	"casebook/crawler"
)

// run does the steps. What a source could not give is the error in the end,
// with what it could published; what a check finds wrong is the error with
// everything as it was.
func (u *nightly) run(ctx context.Context, out *console) error {
	out.record.Day = u.today.String()
	last, err := lastRecord(u.runs)
	if err != nil {
		return err
	}
	out.record.Crawled = last.Crawled
	crawled, err := u.steps(ctx, out)
	if err != nil {
		err = errors.Join(err, u.undo(err))
		out.record.nothing()
		out.record.Crawled = last.Crawled
		return errors.Join(err, u.leave(out, last, err))
	}
	return errors.Join(crawled, u.leave(out, last, crawled))
}

// steps crawls, extracts, checks, writes and builds. Crawled is why the crawl is
// not whole where the rest could go on.
func (u *nightly) steps(ctx context.Context, out *console) (crawled, err error) {
	ground := groundOf(u.content)
	before, err := bookBefore(u.content)
	if err != nil {
		return nil, unfit(err)
	}
	u.config.HoldState = true
	last := out.record.Crawled
	if u.report, crawled = u.crawl(ctx, out, u.archive, u.config); !goesOn(ctx, crawled) {
		return nil, crawled
	}
	if u.some {
		out.record.Crawled = last
	}
	e, err := u.extraction(before)
	if err != nil {
		return crawled, err
	}
	if u.draft, err = e.draft(out); err != nil {
		return crawled, err
	}
	held, err := u.check(out)
	if err != nil {
		return crawled, err
	}
	if crawled == nil {
		crawled = held
	}
	out.record.Alarms = u.quiet()
	out.notes(out.record.Alarms, 10)
	if err := ground.still(u.content); err != nil {
		return crawled, err
	}
	if err := e.write(out, u.draft); err != nil {
		return crawled, err
	}
	if crawled == nil {
		crawled = u.draft.failure()
	}
	if err := crawler.AskAgain(u.state, u.config.Sources, u.draft.unread); err != nil {
		return crawled, crawlFailure(err)
	}
	if err := crawler.KeepState(u.state, u.config.Sources); err != nil {
		return crawled, crawlFailure(err)
	}
	options := u.site.options(u.notice)
	options.Crawled = out.record.crawledOn()
	return crawled, buildSite(out, u.draft.extracted.book, u.public, options)
}

// goesOn reports whether what a crawl left can be published.
func goesOn(ctx context.Context, crawled error) bool {
	return ctx.Err() == nil && slices.Contains([]int{0, statusPartial, statusRefused}, statusOf(crawled))
}

// unfit makes a book that cannot be read a failure of a check: nothing can be
// published of it.
func unfit(err error) error {
	var f *failure
	if errors.As(err, &f) && f.status == statusUsage {
		return &failure{status: statusQuality, err: f.err, hint: f.hint}
	}
	return err
}

// extraction is what is to be done with what was crawled.
func (u *nightly) extraction(before *content.Book) (extraction, error) {
	e := extraction{archive: u.archive, content: u.content, sources: u.sources, owner: u.owner, nothing: true, since: u.today, before: before}
	for _, s := range u.report.Sources {
		e.nothing = e.nothing && !s.News
		e.gone = append(e.gone, s.Unlisted...)
	}
	if e.nothing {
		return e, nil
	}
	var err error
	e.remembered, err = crawler.Remember(u.state, u.sources, documentsOf(before))
	return e, crawlFailure(err)
}

func documentsOf(book *content.Book) []content.Document {
	var all []content.Document
	for _, c := range book.Cases {
		all = append(all, c.Documents...)
	}
	return all
}

// check checks the book that is to be written, each quote in the text that it
// was taken from as far as that was read. New cases of which something is wrong
// are held back, and are the first error; anything else that is wrong is the
// second, and stops the run.
func (u *nightly) check(out *console) (held, err error) {
	s := out.step("check")
	problems := allProblems(u.draft.extracted.book, u.draft.texts)
	unfit, reasons := u.unfitNew(problems)
	if len(unfit) > 0 {
		u.draft.kept = u.draft.without(unfit)
		u.draft.extracted.book = u.draft.kept.book
		problems = allProblems(u.draft.extracted.book, u.draft.texts)
		out.record.extracted(u.draft.kept.book, u.draft.readings, u.draft.changes, slices.Concat(reasons, out.record.Problems))
		held = &failure{status: statusPartial, err: fmt.Errorf("update: %s held back, the rest is done: %s", plural(len(unfit), "new case"), reasons[0]),
			hint: "where a document is misread, correct it in content/overrides.yaml; it is looked at again when it is next read whole"}
	}
	out.record.checked(problems)
	errs, warnings := count(problems)
	s.done("%s, %s; every quote looked up in what was read of its document", plural(errs, "error"), plural(warnings, "warning"))
	out.notes(reasons, 10)
	slices.SortStableFunc(problems, func(a, b content.Problem) int { return order(a.Warning) - order(b.Warning) })
	out.notes(lines(problems), 20)
	return held, checkFailure(errs)
}

// unfitNew are the cases that the book has not had yet and of which something
// is wrong, and a line that says what.
func (u *nightly) unfitNew(problems []content.Problem) (ids map[string]bool, reasons []string) {
	ids = map[string]bool{}
	for _, p := range problems {
		if !p.Warning && p.Case != "" && u.draft.before.Case(p.Case) == nil {
			ids[p.Case] = true
			reasons = append(reasons, "held back: "+p.String())
		}
	}
	return ids, reasons
}

func order(warning bool) int {
	if warning {
		return 1
	}
	return 0
}

// quiet names the sources that have published nothing for longer than usual.
func (u *nightly) quiet() []string {
	documents := documentsOf(u.draft.extracted.book)
	for _, r := range u.draft.readings {
		documents = append(documents, r.Document)
	}
	return crawler.Quiet(u.config.Sources, documents, u.today)
}

// undo forgets what was learned of the sources where a check stopped the run:
// the next one asks anew. After an interruption or a fault of the disk it goes on
// with it instead.
func (u *nightly) undo(err error) error {
	if status := statusOf(err); status != statusQuality && status != statusLocked {
		return nil
	}
	return crawler.DropState(u.state, u.config.Sources)
}

// leave writes what came of the run where the next run, a commit and a person
// find it. A run that somebody stopped, or that could not write, leaves nothing.
func (u *nightly) leave(out *console, last record, err error) error {
	out.record.ended(err)
	r := out.record
	if !slices.Contains([]int{0, statusPartial, statusRefused, statusQuality}, r.Status) {
		return nil
	}
	var wrong []error
	if u.runs != "" && r.remarkable(last) {
		wrong = append(wrong, putFile(filepath.Join(u.runs, r.Day+".json"), r.format()))
	}
	if u.message != "" {
		wrong = append(wrong, os.WriteFile(u.message, []byte(commitMessage(r)), 0o644))
	}
	if u.summary != nil {
		wrong = append(wrong, u.summarise(r))
	}
	if err := errors.Join(wrong...); err != nil {
		return disk(fmt.Errorf("update: %w", err), "cases and site are as the run left them; only its record is missing")
	}
	return nil
}

// summarise writes the summary where it is wanted.
func (u *nightly) summarise(r record) error {
	f, err := u.summary()
	if f == nil || err != nil {
		return err
	}
	_, err = f.WriteString(summary(r))
	return errors.Join(err, f.Close())
}
