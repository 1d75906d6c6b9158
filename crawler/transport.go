package crawler

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"sync"

	"casebook/crawler/archive"
)

// A transport is what colly's requests go through, hop by hop: it keeps to the
// sources' hosts and to robots.txt, waits its turn, asks, and archives what
// came back. It is safe for use by several goroutines.
type transport struct {
	ctx    context.Context // of the crawl: when it ends, nothing more is asked for
	config Config
	budget *budget
	wire   http.RoundTripper // the network, with retries
	idle   func()

	mu      sync.Mutex
	hosts   map[string]*host   // that sources may be read from
	answers map[string]*answer // by key, until they are taken
}

// An answer is what came back, as it was archived.
type answer struct {
	archive.Exchange
	digest    string // of its body
	unchanged bool   // its body was the archive's already
}

func newTransport(ctx context.Context, config Config) *transport {
	t := &transport{ctx: ctx, config: config, budget: newBudget(config.Budget), hosts: map[string]*host{}, answers: map[string]*answer{}}
	network := newNetwork(config)
	t.idle = network.CloseIdleConnections
	t.wire = retrying(ctx, politely{t, network}, config.backoff)
	return t
}

func (t *transport) close() { t.idle() }

// admit lets a source be read from its hosts.
func (t *transport) admit(source Source) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, name := range slices.Concat(source.Hosts, source.Aliases) {
		h := t.hosts[name]
		if h == nil {
			h = &host{base: source.base, canonical: source.canonical}
			t.hosts[name] = h
		}
		if !t.config.ours(name, source.base) {
			h.slow(source.Delay)
		}
	}
}

// take hands over the answer to a request; nil when there is none.
func (t *transport) take(key string) *answer {
	t.mu.Lock()
	defer t.mu.Unlock()
	a := t.answers[key]
	delete(t.answers, key)
	return a
}

func (t *transport) keep(a *answer) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.answers[a.Key()] = a
}

// RoundTrip does one request, or one hop of a redirect.
func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	h := t.host(req)
	if h == nil {
		return nil, fmt.Errorf("%s: not on a host of the source", req.URL)
	}
	rules, err := t.robots(req, h)
	if err != nil {
		return nil, err
	}
	if req.URL.Path == robotsPath { // colly asks as well: its own reading would refuse what the RFC allows
		return forColly(req, &answer{Exchange: archive.Exchange{Status: http.StatusNotFound}}, ""), nil
	}
	if err := rules.allow(req); err != nil {
		return nil, err
	}
	a, err := t.ask(req)
	if err != nil {
		return nil, err
	}
	to, err := h.location(a)
	if err != nil {
		return nil, err
	}
	if to == "" {
		t.keep(a)
	}
	return forColly(req, a, to), nil
}

// ask sends a request and archives what came back.
func (t *transport) ask(req *http.Request) (*answer, error) {
	sent, err := sentBody(req)
	if err != nil {
		return nil, err
	}
	got, err := t.wire.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	defer got.Body.Close()
	body, err := readAll(got.Body, got.ContentLength) // bounded and in memory already
	if err != nil {
		return nil, err
	}
	a := &answer{Exchange: archive.Exchange{
		Method: req.Method, URL: req.URL.String(), RequestHeader: req.Header, RequestBody: sent,
		Time: t.config.Now(), Status: got.StatusCode, Header: got.Header, Body: body,
	}, digest: archive.Digest(body)}
	if !worthKeeping(a.Status) {
		return a, nil
	}
	if a.unchanged, err = t.config.Archive.Add(a.Exchange); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrArchive, err)
	}
	return a, nil
}

// worthKeeping reports whether an answer says something of the source rather
// than of a bad hour of its server. What is as it was is kept by whoever knows
// how it was, see [run.confirm].
func worthKeeping(status int) bool {
	return status < 500 && status != http.StatusTooManyRequests && status != http.StatusNotModified
}

// sentBody reads what a request will send and makes it readable again.
func sentBody(req *http.Request) ([]byte, error) {
	if req.Body == nil || req.Body == http.NoBody {
		return nil, nil
	}
	sent, err := io.ReadAll(req.Body)
	if err := errors.Join(err, req.Body.Close()); err != nil {
		return nil, fmt.Errorf("request body: %w", err)
	}
	req.Body = io.NopCloser(bytes.NewReader(sent))
	return sent, nil
}

// forColly is an answer with the little that colly has to know of it. Its body
// is not among that: colly would copy it and convert it by its type. That it is
// unpacked keeps colly from trying to, where an address ends like a packed
// file's.
func forColly(req *http.Request, a *answer, location string) *http.Response {
	header := http.Header{}
	if location != "" {
		header.Set("Location", location)
	}
	return &http.Response{
		Status: fmt.Sprintf("%d %s", a.Status, http.StatusText(a.Status)), StatusCode: a.Status,
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: header, Body: http.NoBody, Uncompressed: true, Request: req,
	}
}
