package crawler

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"

	"casebook/crawler/archive"
	"casebook/crawler/text"
)

// A run is the crawl of one source.
type run struct {
	source    Source
	config    Config
	transport *transport
	progress  *progress
	state     *state
	report    SourceReport

	listings  []Link // to read, before the rest: they say what of it is worth reading
	documents []Link // to read, with the files
	seen      map[string]bool
	stamps    map[string][]string // of documents, as listings gave them in this run
	lists     *inventory          // what the listings name and count
	listed    bool                // the listings were read to their end
	refused   int                 // addresses in a row
	broken    error               // why a listing is not what it should be
	signals   map[string]bool
}

func newRun(source Source, config Config, transport *transport, progress *progress) *run {
	r := &run{
		source: source, config: config, transport: transport, progress: progress, report: SourceReport{Source: source.Name},
		seen: map[string]bool{}, stamps: map[string][]string{}, lists: newInventory(), signals: map[string]bool{},
	}
	r.add(source.Start)
	return r
}

// add queues addresses that were not queued before.
func (r *run) add(links []Link) {
	queued := 0
	for _, link := range links {
		if link.Stamp != "" && !slices.Contains(r.stamps[link.URL], link.Stamp) {
			r.stamps[link.URL] = append(r.stamps[link.URL], link.Stamp)
		}
		key := linkKey(link)
		if r.seen[key] {
			continue
		}
		r.seen[key] = true
		queued++
		if r.isListing(link) {
			r.listings = append(r.listings, link)
		} else {
			r.documents = append(r.documents, link)
		}
	}
	r.progress.queued(queued)
}

func (r *run) isListing(link Link) bool { return r.source.Role(link.URL) == Listing }

// linkKey is what a link is queued by.
func linkKey(link Link) string { return archive.Key(method(link), link.URL, []byte(link.Body)) }

func method(link Link) string {
	if link.Body != "" {
		return http.MethodPost
	}
	return http.MethodGet
}

// next takes the next address off the queue.
func (r *run) next() (Link, bool) {
	if len(r.listings) == 0 && !r.listed {
		r.listed = true
		r.listAgain()
	}
	for _, queue := range []*[]Link{&r.listings, &r.documents} {
		if len(*queue) > 0 {
			link := (*queue)[0]
			*queue = (*queue)[1:]
			return link, true
		}
	}
	return Link{}, false
}

// crawl reads what the source leads to, in the order in which it was found.
// When ctx ends, the request under way is finished first.
func (r *run) crawl(ctx, requests context.Context) {
	var err error
	if r.state, err = openState(r.config.State, r.source.Name, r.config.Archive.Holds); err != nil {
		r.report.Err = err
		return
	}
	r.transport.admit(r.source)
	f := newFetcher(requests, r.config, r.source, r.transport)
	var stopped error
	for ctx.Err() == nil && stopped == nil {
		link, ok := r.next()
		if !ok {
			break
		}
		r.progress.next(link.URL)
		stopped = r.visit(ctx, f, link)
	}
	r.report.Listed = r.lists.size()
	r.reconcile()
	r.report.Err = r.verdict(ctx, stopped)
	r.close(ctx.Err() != nil, stopped != nil)
	r.report.Signals = slices.Sorted(maps.Keys(r.signals))
}

// close leaves a note of the run in the archive, and its state where the next
// run finds it: in the journal where it was interrupted, or stopped. Held state
// has what was read before a stop as well: it may be all that is left of the
// run.
func (r *run) close(interrupted, stopped bool) {
	if err := errors.Join(r.note(), r.config.Archive.Sync()); err != nil {
		r.report.Err = fmt.Errorf("%w: %w", ErrArchive, err)
		interrupted = true
	}
	end := func() error { return r.state.finish(r.config.HoldState) }
	switch {
	case interrupted, stopped && !r.config.HoldState:
		end = r.state.pause
	case !stopped:
		r.compare()
	}
	if err := end(); err != nil {
		r.report.Err = err
	}
	r.report.News = r.state.news
}

// visit reads one address, unless it is known to be as it was. Its error ends
// the run.
func (r *run) visit(ctx context.Context, f *fetcher, link Link) error {
	known, ask := r.plan(link)
	if !ask {
		return r.pass(link)
	}
	got, err := f.fetch(link, known)
	if err == nil {
		err = r.read(link, known, got)
	}
	switch {
	case err == nil:
		r.refused = 0
		return nil
	case ctx.Err() != nil && !errors.Is(err, ErrArchive):
		return nil // interrupted: the address is not to blame
	case errors.Is(err, ErrBudget):
		return err
	}
	r.config.Log.Info("not read", "source", r.source.Name, "url", link.URL, "reason", err)
	r.report.Failed = append(r.report.Failed, Failure{link.URL, err})
	return r.fatal(link, err)
}

// read takes in an answer. Known is what the request was conditional on, nil
// for nothing.
func (r *run) read(link Link, known *Known, got *answer) error {
	switch {
	case got.Status == http.StatusNotModified && known != nil:
		return r.confirm(link, *known, got)
	case got.Status == http.StatusNotFound || got.Status == http.StatusGone:
		if err := r.missing(link); err != nil {
			return err
		}
	}
	if got.Status != http.StatusOK {
		return &statusError{got.Status, got.Header.Get("Retry-After")}
	}
	r.report.Fetched++
	r.config.Log.Info("read", "source", r.source.Name, "url", got.URL, "bytes", len(got.Body))
	found, err := r.understand(Page{URL: got.URL, Sent: link.Body, ContentType: got.Header.Get("Content-Type"), Bytes: got.Body})
	switch {
	case errors.Is(err, text.ErrDamaged) && got.unchanged:
		r.signals[fmt.Sprintf("%s: %v, and it came so before: its publisher has no better one", link.URL, err)] = true
	case err != nil:
		return err
	}
	found.Links = r.follow(link, found)
	return r.remember(link, got, found)
}

// understand has the source say what a page leads to, if it is what it should be.
func (r *run) understand(p Page) (Found, error) {
	found, err := r.source.List(p)
	for _, signal := range found.Signals {
		r.signals[signal] = true
	}
	if err != nil && r.source.Role(p.URL) == Listing && r.broken == nil {
		r.broken = fmt.Errorf("%s: %w", p.URL, err)
	}
	return found, challenged(p.Bytes, err)
}

// follow queues what an answer leads to, and returns what of it a run that goes
// on with this one has to know: each page of a listing names all pages after
// it, which the first that did has said already. A listing that gives a page
// again leads nowhere else.
func (r *run) follow(link Link, found Found) []Link {
	links := found.Links
	if r.isListing(link) {
		documents := slices.DeleteFunc(slices.Clone(found.Links), func(next Link) bool { return r.source.Role(next.URL) != Document })
		if r.lists.add(link.URL+link.Body, found, documents) {
			r.signals[fmt.Sprintf("the listing by %q gives a page again where another was asked for, %d documents: the rest of it was not asked for", found.List, len(documents))] = true
			r.drop(found.Links)
			return found.Links
		}
		links = slices.DeleteFunc(slices.Clone(found.Links), func(next Link) bool { return r.isListing(next) && r.seen[linkKey(next)] })
	}
	r.add(links)
	return links
}

// drop takes listings off the queue.
func (r *run) drop(links []Link) {
	before := len(r.listings)
	r.listings = slices.DeleteFunc(r.listings, func(queued Link) bool {
		return slices.ContainsFunc(links, func(l Link) bool { return l.URL == queued.URL && l.Body == queued.Body })
	})
	r.progress.queued(len(r.listings) - before)
}

// listAgain has the listings read a second time, if they seem to have changed
// while they were read. What the first reading named is read all the same.
func (r *run) listAgain() {
	if !r.lists.moved() {
		return
	}
	r.signals["the listing seemed to change while it was read, and was read a second time"] = true
	r.lists = newInventory()
	r.state.forgetListings()
	r.seen = map[string]bool{}
	for _, link := range r.documents {
		r.seen[linkKey(link)] = true
	}
	r.add(r.source.Start)
}

// note leaves a record of the run in the archive.
func (r *run) note() error {
	var b strings.Builder
	fmt.Fprintf(&b, "source: %s\r\n", r.report.Source)
	if r.source.base != "" {
		fmt.Fprintf(&b, "base: %s\r\n", r.source.base)
	}
	fmt.Fprintf(&b, "listed: %d\r\nfetched: %d\r\nunchanged: %d\r\nknown: %d\r\nfailed: %d\r\n",
		r.report.Listed, r.report.Fetched, r.report.Unchanged, r.report.Known, len(r.report.Failed))
	for _, signal := range slices.Sorted(maps.Keys(r.signals)) {
		fmt.Fprintf(&b, "signal: %s\r\n", strings.Join(strings.Fields(signal), " "))
	}
	return r.config.Archive.Note(r.source.Start[0].URL, r.config.Now(), b.String())
}
