// Package crawler reads the web into an archive, and an archive into documents.
//
// A [Source] is data and pure functions: where to start, which addresses a
// page leads to, what a page says. [Crawl] fetches what the sources lead to,
// politely, and keeps each answer in a WARC archive; [Read] makes documents of
// what an archive holds and touches no network. So an extractor can change
// years later and run again over what was read today, also over what its
// publisher has taken down since. [Import] fills the archive from WARC files of
// others instead of the network.
//
// What is known of each address goes from run to run as [Known], a line of the
// source's state: a night without news costs the listings alone, and a run that
// was cut off is gone on with.
//
// The manners are in one place, the transport below colly: robots.txt on every
// hop of a redirect, one request at a time with the delay that the host asks
// for, Retry-After, limits that are errors and never silent cuts, and a guard
// that refuses private addresses at the moment of dialling.
//
// The package refuses to disguise itself, to guess around a page that has
// changed its shape, and to call a source that lists fewer items than it
// should a success.
package crawler

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"time"

	"casebook/crawler/archive"
)

// Config says what to crawl and how to be reached about it.
type Config struct {
	Sources []Source
	Archive *archive.Writer
	Contact string // address or URL, for the User-Agent
	Version string // of the program, for the User-Agent; may be empty

	// Reach maps a host name, "ico.example", to the loopback address,
	// "127.0.0.1:41234", at which it is found over plain HTTP. What is
	// archived keeps the host's own addresses. Nothing else on a private
	// address is ever connected to. Such a host is ours: only its robots.txt
	// sets a delay, not the source.
	Reach map[string]string

	// State is the folder in which a source's state is kept from run to run,
	// "" for none: every run then reads everything.
	State string
	// HoldState leaves what a run learned beside the state, until [KeepState]
	// puts it in its place or [DropState] forgets it: so that what was read is
	// known only when something has been made of it.
	HoldState bool
	// RecheckDays is the age at which what is known is read whole again,
	// whatever its server says; 0 means 7, less than 0 every time.
	RecheckDays int
	// AcceptShrink lets a listing be much shorter than it was.
	AcceptShrink bool
	Budget       Budget

	Log      *slog.Logger                      // nil for none
	Now      func() time.Time                  // nil for the clock
	Progress func(done, total int, url string) // called before each request, never by two goroutines at once; nil for none

	backoff    time.Duration // before the first retry where the server names no time
	oneRequest time.Duration // for one answer
}

// agent is the honest name under which we read.
func (c Config) agent() string {
	name := "casebook"
	if c.Version != "" {
		name += "/" + c.Version
	}
	return strings.Map(printable, name+" (+"+c.Contact+")")
}

// printable drops what may not stand in a header.
func printable(r rune) rune {
	if r < ' ' || r > '~' {
		return -1
	}
	return r
}

// Crawl reads every source into the archive. Sources on different hosts are
// read at the same time, those that share one after another. A source that
// fails stops no other. The report is complete whatever the error; the error
// is that of the source that is worst off, see [ErrTooFew].
func Crawl(ctx context.Context, config Config) (Report, error) {
	if err := config.Check(); err != nil {
		return Report{}, err
	}
	config = config.complete()
	requests, end := outliving(ctx, grace)
	defer end()
	transport := newTransport(ctx, config)
	defer transport.close()
	progress := &progress{tell: config.Progress}
	runs := make([]*run, len(config.Sources))
	for i, source := range config.Sources {
		runs[i] = newRun(source, config, transport, progress)
	}
	var all sync.WaitGroup
	for _, together := range sharingHosts(runs) {
		all.Go(func() {
			for _, r := range together {
				r.crawl(ctx, requests)
			}
		})
	}
	all.Wait()
	var report Report
	for _, r := range runs {
		report.Sources = append(report.Sources, r.report)
	}
	if err := ctx.Err(); err != nil {
		return report, err
	}
	return report, report.worst()
}

// grace is how long a request under way may still take when a run is asked to
// stop.
const grace = 8 * time.Second

// outliving is a context that ends some time after another one does.
func outliving(ctx context.Context, by time.Duration) (context.Context, context.CancelFunc) {
	longer, cancel := context.WithCancel(context.WithoutCancel(ctx))
	forget := context.AfterFunc(ctx, func() { time.AfterFunc(by, cancel) })
	return longer, func() {
		forget() // else each crawl would be remembered for as long as ctx is
		cancel()
	}
}

// Check reports what keeps a crawl from starting at all.
func (c Config) Check() error {
	for _, source := range c.Sources {
		if err := source.check(); err != nil {
			return fmt.Errorf("crawler: %w", err)
		}
	}
	return c.checkBases()
}

// checkBases reports a host that would have to be in two places.
func (c Config) checkBases() error {
	at := map[string]Source{}
	for _, source := range c.Sources {
		for _, host := range slices.Concat(source.Hosts, source.Aliases) {
			if other, ok := at[host]; ok && other.base != source.base {
				return fmt.Errorf("crawler: %s and %s are both on %s and cannot be read at %q and %q", other.Name, source.Name, host, other.base, source.base)
			}
			at[host] = source
		}
	}
	return nil
}

// complete fills in what was left out.
func (c Config) complete() Config {
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.backoff == 0 {
		c.backoff = 2 * time.Second
	}
	if c.oneRequest == 0 {
		c.oneRequest = oneRequest
	}
	return c
}

// sharingHosts groups runs so that those of one host are in one group.
func sharingHosts(runs []*run) [][]*run {
	var groups [][]*run
	for _, r := range runs {
		joined := []*run{r}
		groups = slices.DeleteFunc(groups, func(group []*run) bool {
			shared := slices.ContainsFunc(group, func(other *run) bool {
				return slices.ContainsFunc(r.source.Hosts, func(host string) bool { return slices.Contains(other.source.Hosts, host) })
			})
			if shared {
				joined = append(slices.Clone(group), joined...)
			}
			return shared
		})
		groups = append(groups, joined)
	}
	return groups
}

// progress counts over all sources.
type progress struct {
	mu          sync.Mutex
	done, total int
	tell        func(done, total int, url string)
}

func (p *progress) queued(n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.total += n
}

func (p *progress) next(url string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.tell != nil {
		p.tell(p.done, p.total, url)
	}
	p.done++
}
