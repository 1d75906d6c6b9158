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
)

// A run is the crawl of one source.
type run struct {
	source    Source
	config    Config
	transport *transport
	progress  *progress
	report    SourceReport

	queue   []Link
	seen    map[string]bool // keys of what was queued
	lists   *inventory      // what the listings name and count
	refused int             // addresses in a row
	signals map[string]bool
}

func newRun(source Source, config Config, transport *transport, progress *progress) *run {
	r := &run{
		source: source, config: config, transport: transport, progress: progress, report: SourceReport{Source: source.Name},
		seen: map[string]bool{}, lists: newInventory(), signals: map[string]bool{},
	}
	r.add(source.Start)
	return r
}

// add queues addresses that were not queued before.
func (r *run) add(links []Link) {
	before := len(r.queue)
	for _, link := range links {
		key := archive.Key(method(link), link.URL, []byte(link.Body))
		if !r.seen[key] {
			r.seen[key] = true
			r.queue = append(r.queue, link)
		}
	}
	r.progress.queued(len(r.queue) - before)
}

func method(link Link) string {
	if link.Body != "" {
		return http.MethodPost
	}
	return http.MethodGet
}

// crawl reads what the source leads to, in the order in which it was found.
func (r *run) crawl(ctx context.Context) {
	r.transport.admit(r.source)
	f := newFetcher(ctx, r.config, r.source, r.transport)
	var stopped error
	for len(r.queue) > 0 && ctx.Err() == nil && stopped == nil {
		link := r.queue[0]
		r.queue = r.queue[1:]
		r.progress.next(link.URL)
		stopped = r.visit(f, link)
	}
	r.report.Listed = r.lists.size()
	r.reconcile()
	r.report.Signals = slices.Sorted(maps.Keys(r.signals))
	r.report.Err = r.verdict(ctx, stopped)
	if err := r.note(); err != nil {
		r.report.Err = fmt.Errorf("%w: %w", ErrArchive, err)
	}
}

// visit reads one address. Its error ends the run.
func (r *run) visit(f *fetcher, link Link) error {
	got, err := f.fetch(link)
	if err == nil && got.Status != http.StatusOK {
		err = &statusError{got.Status, got.Header.Get("Retry-After")}
	}
	if err == nil {
		r.refused = 0
		r.report.Fetched++
		if got.unchanged {
			r.report.Unchanged++
		}
		r.config.Log.Info("read", "source", r.source.Name, "url", got.URL, "bytes", len(got.Body))
		err = r.follow(link, got)
	}
	if err == nil {
		return nil
	}
	if f.collector.Context.Err() != nil {
		return nil // interrupted: the address is not to blame
	}
	r.config.Log.Info("not read", "source", r.source.Name, "url", link.URL, "reason", err)
	r.report.Failed = append(r.report.Failed, Failure{link.URL, err})
	return r.fatal(link, err)
}

// follow queues what an answer leads to.
func (r *run) follow(link Link, got *answer) error {
	found, err := r.source.List(Page{URL: got.URL, Sent: link.Body, ContentType: got.Header.Get("Content-Type"), Bytes: got.Body})
	for _, signal := range found.Signals {
		r.signals[signal] = true
	}
	if err != nil {
		return err
	}
	if r.source.Role(link.URL) == Listing {
		r.lists.add(link.URL+link.Body, found, slices.DeleteFunc(slices.Clone(found.Links), func(next Link) bool { return r.source.Role(next.URL) != Document }))
	}
	r.add(found.Links)
	return nil
}

// A statusError is an answer other than 200.
type statusError struct {
	status     int
	retryAfter string // as the server says it
}

func (e *statusError) Error() string {
	s := strings.TrimSpace(fmt.Sprintf("status %d %s", e.status, http.StatusText(e.status)))
	if e.retryAfter != "" {
		s += fmt.Sprintf(", retry after %q", e.retryAfter)
	}
	return s
}

// patienceWithRefusals is how many addresses in a row may be refused.
const patienceWithRefusals = 3

// fatal decides whether a failure ends the source's run: what nobody wants us
// to read is not asked for again and again.
func (r *run) fatal(link Link, err error) error {
	if errors.Is(err, ErrArchive) {
		return err
	}
	var status *statusError
	answered := errors.As(err, &status)
	switch {
	case errors.Is(err, errNoRobots) && !answered:
		return fmt.Errorf("%w: %w", ErrUnreachable, err)
	case errors.Is(err, errRobots), errors.Is(err, errNoRobots),
		answered && slices.Contains([]int{401, 403, 429, 503}, status.status):
		r.refused++
	default:
		r.refused = 0
		return nil
	}
	tried := answered && status.status == http.StatusTooManyRequests // again and again already, by the transport
	if r.refused >= patienceWithRefusals || tried || r.report.Fetched == 0 && len(r.queue) == 0 {
		return fmt.Errorf("%s: %w: %w", link.URL, ErrRefused, err)
	}
	return nil
}

// reconcile compares what the lists name and count with one another and with
// the source's bounds.
func (r *run) reconcile() {
	for _, line := range r.lists.differences() {
		r.signals[line] = true
	}
	if signal, _ := r.source.checkListed(r.report.Listed); signal != "" {
		r.signals[signal] = true
	}
}

// verdict says whether and why the source counts as failed.
func (r *run) verdict(ctx context.Context, stopped error) error {
	_, few := r.source.checkListed(r.report.Listed)
	var first string
	if len(r.report.Failed) > 0 {
		first = "; first of them " + r.report.Failed[0].String()
	}
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case stopped != nil:
		return stopped
	case few != nil:
		return fmt.Errorf("%w%s", few, first)
	case first != "":
		return fmt.Errorf("%d of %d: %w%s", len(r.report.Failed), len(r.seen), ErrPartial, first)
	}
	return nil
}

// note leaves a record of the run in the archive.
func (r *run) note() error {
	var b strings.Builder
	fmt.Fprintf(&b, "source: %s\r\nlisted: %d\r\nfetched: %d\r\nunchanged: %d\r\nfailed: %d\r\n",
		r.report.Source, r.report.Listed, r.report.Fetched, r.report.Unchanged, len(r.report.Failed))
	for _, signal := range r.report.Signals {
		fmt.Fprintf(&b, "signal: %s\r\n", strings.Join(strings.Fields(signal), " "))
	}
	return r.config.Archive.Note(r.source.Start[0].URL, r.config.Now(), b.String())
}
