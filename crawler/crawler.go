// Package crawler reads the web into an archive, and an archive into documents.
//
// A [Source] is data and pure functions: where to start, which addresses a page
// leads to, and what a page says. [Crawl] fetches what the sources lead to,
// politely, and keeps every response in a WARC archive; [Read] makes documents
// of an archive and touches no network. So an extractor can change years later
// and run again over what was read today.
//
// The manners are in one place, the transport below colly: robots.txt on every
// hop of a redirect, one request at a time with the delay that the host asks
// for, Retry-After, limits that are errors and never silent cuts, and a guard
// that refuses private addresses when the connection is made. The package
// refuses to disguise itself, and to call a source with fewer items than it
// should have a success.
package crawler

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"casebook/crawler/archive"
)

// Config says what to crawl and how to be reached about it.
type Config struct {
	Sources []Source
	Archive *archive.Writer
	Contact string // an address or URL for the User-Agent
	Version string

	// Reach maps a host name to the loopback address, "127.0.0.1:41234", at
	// which it is to be found, over plain HTTP. Only these addresses are
	// exempt from the guard against private ones.
	Reach map[string]string

	Log      *slog.Logger                       // nil for none
	Now      func() time.Time                   // nil for the clock
	Progress func(done, queued int, url string) // nil for none
}

// A Report says what a crawl did, source by source in their order.
type Report struct {
	Sources []SourceReport
}

// A SourceReport counts one source's addresses.
type SourceReport struct {
	Name    string
	Items   int       // addresses that the listing led to
	Fetched int       // responses stored
	Failed  []Failure // addresses that could not be read, in order
	Signals []string  // what a person should look at: unknown labels, counts that disagree
}

// A Failure is an address that could not be read.
type Failure struct {
	URL string
	Err error
}

// Failed counts the failures of all sources.
func (r Report) Failed() int {
	n := 0
	for _, s := range r.Sources {
		n += len(s.Failed)
	}
	return n
}

// Errors that end a crawl.
var (
	// ErrRefused says that a source does not want to be read: robots.txt, 401 or 403.
	ErrRefused = errors.New("the source refused")
	// ErrTooFew says that a source listed fewer items than a healthy run finds.
	ErrTooFew = errors.New("fewer items than expected")
)

// Crawl reads every source into the archive. A source that fails does not stop
// the others; the first reason is returned with the report.
func Crawl(ctx context.Context, config Config) (Report, error) {
	if config.Now == nil {
		config.Now = time.Now
	}
	if config.Log == nil {
		config.Log = slog.New(slog.DiscardHandler)
	}
	t := newTransport(config)
	var report Report
	var first error
	for _, source := range config.Sources {
		r := &run{source: source, config: config, transport: t, seen: map[string]bool{}}
		err := r.crawl(ctx)
		report.Sources = append(report.Sources, r.report)
		if err != nil && first == nil {
			first = fmt.Errorf("crawler: %s: %w", source.Name, err)
		}
		if ctx.Err() != nil {
			return report, ctx.Err()
		}
	}
	return report, first
}

// agent is the honest name under which we read.
func (c Config) agent() string {
	return fmt.Sprintf("casebook/%s (+%s)", c.Version, strings.Map(printableASCII, c.Contact))
}

func printableASCII(r rune) rune {
	if r < ' ' || r > '~' {
		return -1
	}
	return r
}

// refused reports whether a status means that we are not welcome.
func refused(status int) bool {
	return status == http.StatusUnauthorized || status == http.StatusForbidden
}
