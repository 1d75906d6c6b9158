package crawler

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/gocolly/colly/v2"
)

// A run is the crawl of one source.
type run struct {
	source    Source
	config    Config
	transport *transport
	report    SourceReport

	collector *colly.Collector
	queue     []Link
	seen      map[string]bool
	listing   []Page
	fatal     error
}

// crawl fetches what the source leads to, in the order in which it was found.
func (r *run) crawl(ctx context.Context) error {
	r.report.Name = r.source.Name
	r.transport.slow(r.source.host(), r.source.Delay)
	r.collector = r.newCollector(ctx)
	for _, link := range r.source.Start {
		r.add(link)
	}
	for len(r.queue) > 0 && ctx.Err() == nil && r.fatal == nil {
		link := r.queue[0]
		r.queue = r.queue[1:]
		r.visit(link)
	}
	if err := errors.Join(ctx.Err(), r.fatal); err != nil {
		return err
	}
	if r.source.Reconcile != nil {
		r.report.Signals = append(r.report.Signals, r.source.Reconcile(r.listing)...)
	}
	if r.report.Items < r.source.AtLeast {
		return fmt.Errorf("%d items listed, want at least %d: %w", r.report.Items, r.source.AtLeast, ErrTooFew)
	}
	return nil
}

// newCollector is the only place where colly is set up. Its own ideas of
// robots.txt, redirects and sizes are checked once more by the transport.
func (r *run) newCollector(ctx context.Context) *colly.Collector {
	c := colly.NewCollector(
		colly.UserAgent(r.config.agent()),
		colly.AllowedDomains(r.source.host()),
		colly.StdlibContext(ctx),
		colly.AllowURLRevisit(), // the queue knows what was seen
		colly.MaxBodySize(0),    // the transport's limit is an error, colly's a silent cut
	)
	c.IgnoreRobotsTxt = false // colly's Init sets it to true
	c.WithTransport(r.transport)
	c.SetRequestTimeout(10 * time.Minute) // above the longest wait that the transport allows
	c.OnResponse(r.response)
	return c
}

// add queues an address that was not queued before.
func (r *run) add(link Link) {
	key := link.URL + "\n" + link.Body
	if r.seen[key] {
		return
	}
	r.seen[key] = true
	if link.Item {
		r.report.Items++
	}
	r.queue = append(r.queue, link)
}

func (r *run) visit(link Link) {
	if r.config.Progress != nil {
		r.config.Progress(r.report.Fetched, len(r.queue), link.URL)
	}
	method, header := http.MethodGet, http.Header{}
	var body io.Reader
	context := colly.NewContext()
	if link.Body != "" {
		method, body = http.MethodPost, strings.NewReader(link.Body)
		header.Set("Content-Type", "application/json")
		header.Set("Accept", "application/json")
		context.Put("posted", link.Body)
	}
	err := r.collector.Request(method, link.URL, body, context, header)
	if err == nil {
		return
	}
	r.config.Log.Warn("not read", "source", r.source.Name, "url", link.URL, "reason", err)
	r.report.Failed = append(r.report.Failed, Failure{link.URL, err})
	if errors.Is(err, colly.ErrRobotsTxtBlocked) || errors.Is(err, errRobots) || err.Error() == http.StatusText(http.StatusForbidden) {
		r.fatal = fmt.Errorf("%s: %w", link.URL, ErrRefused)
	}
}

// response follows the page that came back.
func (r *run) response(got *colly.Response) {
	r.report.Fetched++
	page := Page{
		URL:         got.Request.URL.String(),
		RequestBody: got.Ctx.Get("posted"),
		ContentType: got.Headers.Get("Content-Type"),
		Bytes:       got.Body,
	}
	if page.RequestBody != "" {
		r.listing = append(r.listing, page)
	}
	r.config.Log.Info("read", "source", r.source.Name, "url", page.URL, "bytes", len(page.Bytes))
	links, signals, err := r.source.Follow(page)
	r.report.Signals = append(r.report.Signals, signals...)
	if err != nil {
		r.report.Failed = append(r.report.Failed, Failure{page.URL, err})
	}
	for _, link := range links {
		r.add(link)
	}
}
