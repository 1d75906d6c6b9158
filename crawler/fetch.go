package crawler

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/gocolly/colly/v2"

	"casebook/crawler/archive"
)

// maxHops is how many redirects one address may take.
const maxHops = 5

// oneAddress bounds an address with all its hops, waits and retries; it is
// above the longest wait that the transport allows.
const oneAddress = 20 * time.Minute

// A fetcher is the only user of colly: one request at a time over the polite
// transport, for one source.
type fetcher struct {
	collector *colly.Collector
	transport *transport
	final     string // address that answered, after redirects
}

func newFetcher(ctx context.Context, config Config, source Source, transport *transport) *fetcher {
	f := &fetcher{transport: transport, collector: colly.NewCollector(
		colly.UserAgent(config.agent()),
		colly.AllowedDomains(slices.Concat(source.Hosts, source.Aliases)...),
		colly.StdlibContext(ctx),
		colly.AllowURLRevisit(),        // the queue knows what was asked for
		colly.MaxBodySize(0),           // the transport's limit is an error, colly's a silent cut
		colly.ParseHTTPErrorResponse(), // so that a status is ours to judge
	)}
	f.collector.IgnoreRobotsTxt = false // colly's own default is true
	f.collector.WithTransport(transport)
	f.collector.SetRequestTimeout(oneAddress)
	f.collector.DisableCookies()
	f.collector.SetRedirectHandler(hop)
	f.collector.OnResponse(func(r *colly.Response) { f.final = r.Request.URL.String() })
	return f
}

// hop judges one redirect: no more than a few, and never to plain HTTP.
// Robots and hosts are asked by the transport.
func hop(req *http.Request, via []*http.Request) error {
	if len(via) > maxHops {
		chain := make([]string, len(via))
		for i, r := range via {
			chain[i] = r.URL.String()
		}
		return fmt.Errorf("more than %d redirects: %s", maxHops, strings.Join(chain, " → "))
	}
	if req.URL.Scheme != "https" {
		return fmt.Errorf("redirect to %q: want https", req.URL)
	}
	return nil
}

// fetch asks for one address, or only for what is not as it was known. Any
// status is an answer.
func (f *fetcher) fetch(link Link, known *Known) (*answer, error) {
	f.final = ""
	var err error
	header := http.Header{}
	known.conditions(header)
	if link.Body == "" {
		err = f.collector.Request(http.MethodGet, link.URL, nil, nil, header)
	} else {
		header.Set("Content-Type", "application/json")
		header.Set("Accept", "application/json")
		err = f.collector.Request(http.MethodPost, link.URL, strings.NewReader(link.Body), nil, header)
	}
	var asked *url.Error // says which address, as whoever reports it does too
	if errors.As(err, &asked) {
		return nil, asked.Err
	}
	if err != nil {
		return nil, err
	}
	got := f.transport.take(archive.Key(method(link), f.final, []byte(link.Body)))
	if got == nil {
		return nil, fmt.Errorf("no answer from %q", f.final)
	}
	return got, nil
}
