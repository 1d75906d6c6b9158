package crawler

import (
	"errors"
	"fmt"
	"net/http"
	"time"

	"casebook/crawler/robots"
)

const (
	robotsPath   = "/robots.txt"
	robotsName   = "casebook"       // by which robots.txt may address us
	longestDelay = 30 * time.Second // that it may ask for between two requests
)

// errRobots says that robots.txt does not allow an address.
var errRobots = errors.New("robots.txt does not allow it")

// errNoRobots says that nobody knows what robots.txt allows.
var errNoRobots = errors.New("robots.txt could not be had, so that nothing may be read")

// rules are one host's robots.txt.
type rules struct {
	robots.Rules
	err error // why it could not be had: then nothing is allowed
}

// robots returns the rules of a host, reading them at the first request. A
// host whose robots.txt cannot be had is not read at all in this run.
func (t *transport) robots(req *http.Request, h *host) (*rules, error) {
	h.asking.Lock()
	defer h.asking.Unlock()
	if h.rules == nil {
		h.rules = t.readRobots(req)
		h.slow(min(h.rules.Delay(), longestDelay))
	}
	if h.rules.err != nil {
		return nil, fmt.Errorf("%w: %w", errNoRobots, h.rules.err)
	}
	return h.rules, nil
}

func (t *transport) readRobots(req *http.Request) *rules {
	file, err := t.robotsFile(req)
	if err != nil {
		return &rules{err: err}
	}
	switch {
	case file.Status == http.StatusOK:
		return &rules{Rules: robots.Parse(file.Body).For(robotsName)}
	case file.Status == http.StatusNoContent, file.Status >= 400 && file.Status < 500 && file.Status != http.StatusTooManyRequests:
		return &rules{} // none there: nothing is forbidden
	}
	return &rules{err: &statusError{file.Status, file.Header.Get("Retry-After")}}
}

// robotsFile reads a host's robots.txt, following redirects on the hosts of
// the sources.
func (t *transport) robotsFile(req *http.Request) (*answer, error) {
	at := "https://" + req.URL.Host + robotsPath
	for range maxHops + 1 {
		ask, err := http.NewRequestWithContext(t.ctx, http.MethodGet, at, nil)
		if err != nil {
			return nil, err
		}
		ask.Header.Set("User-Agent", t.config.agent())
		h := t.host(ask)
		if h == nil {
			return nil, fmt.Errorf("redirect to %q: not on a host of the source", at)
		}
		file, err := t.ask(ask)
		if err != nil {
			return nil, err
		}
		next, err := h.location(file)
		if err != nil || next == "" {
			return file, err
		}
		at = next
	}
	return nil, fmt.Errorf("more than %d redirects", maxHops)
}

// allow returns an error for a request whose address may not be asked for,
// with the line that says so.
func (r *rules) allow(req *http.Request) error {
	target := req.URL.RequestURI()
	if r.Allow(target) {
		return nil
	}
	return fmt.Errorf("%s: %w: %q", req.URL, errRobots, r.Line(target))
}
