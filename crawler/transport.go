package crawler

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"sync"
	"syscall"
	"time"

	"github.com/failsafe-go/failsafe-go/failsafehttp"
	"github.com/temoto/robotstxt"

	"casebook/crawler/archive"
)

const (
	maxBody   = 40 << 20 // of one response, decoded
	maxHeader = 1 << 20
	maxWait   = 5 * time.Minute // that a Retry-After may ask for
)

// errRobots says that robots.txt does not allow an address.
var errRobots = errors.New("robots.txt does not allow it")

// A transport is what colly's requests go through: it waits its turn, asks
// robots.txt, guards the address, bounds the body and keeps the response.
type transport struct {
	config Config
	next   http.RoundTripper // network with Retry-After

	mu    sync.Mutex
	hosts map[string]*host
}

// A host is what is known of one server.
type host struct {
	mu     sync.Mutex
	delay  time.Duration
	last   time.Time // end of the last request
	robots *robotstxt.Group
	file   *archive.Exchange // robots.txt as it came
}

func newTransport(config Config) *transport {
	dialer := &net.Dialer{Timeout: 20 * time.Second}
	guarded := &net.Dialer{Timeout: 20 * time.Second, Control: publicOnly}
	network := &http.Transport{
		Proxy: nil,
		DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
			name, _, err := net.SplitHostPort(address)
			if err != nil {
				return nil, err
			}
			if loopback, ok := config.Reach[name]; ok {
				return dialer.DialContext(ctx, network, loopback)
			}
			return guarded.DialContext(ctx, network, address)
		},
		ResponseHeaderTimeout:  time.Minute,
		MaxResponseHeaderBytes: maxHeader,
		IdleConnTimeout:        30 * time.Second,
		MaxIdleConnsPerHost:    1,
		ForceAttemptHTTP2:      true,
	}
	retry := failsafehttp.NewRetryPolicyBuilder().
		WithMaxRetries(2).
		WithBackoff(2*time.Second, 30*time.Second).
		WithMaxDuration(maxWait).
		ReturnLastFailure().
		Build()
	return &transport{config: config, next: failsafehttp.NewRoundTripper(network, retry), hosts: map[string]*host{}}
}

// publicOnly refuses to connect to an address that is not on the public
// internet, whatever name led to it.
func publicOnly(_, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return err
	}
	ip := at.Addr().Unmap()
	if !ip.IsGlobalUnicast() || ip.IsPrivate() || special(ip) || at.Port() != 80 && at.Port() != 443 {
		return fmt.Errorf("address %s is not on the public web", address)
	}
	return nil
}

// special are ranges of the IANA special-purpose registries that
// netip.Addr's own methods do not know.
func special(ip netip.Addr) bool {
	for _, prefix := range specialRanges {
		if prefix.Contains(ip) {
			return true
		}
	}
	return false
}

var specialRanges = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.0.2.0/24"), netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("198.51.100.0/24"),
	netip.MustParsePrefix("203.0.113.0/24"), netip.MustParsePrefix("240.0.0.0/4"), netip.MustParsePrefix("64:ff9b::/96"),
	netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("100::/64"), netip.MustParsePrefix("2001::/23"),
	netip.MustParsePrefix("2001:db8::/32"), netip.MustParsePrefix("2002::/16"), netip.MustParsePrefix("fec0::/10"),
}

func (t *transport) host(name string) *host {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.hosts[name] == nil {
		t.hosts[name] = &host{}
	}
	return t.hosts[name]
}

// slow sets the least delay between two requests to a host.
func (t *transport) slow(name string, delay time.Duration) {
	h := t.host(name)
	h.mu.Lock()
	defer h.mu.Unlock()
	h.delay = max(h.delay, delay)
}

// RoundTrip does one request, or one hop of a redirect.
func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	h := t.host(req.URL.Hostname())
	h.mu.Lock()
	defer h.mu.Unlock()
	if err := t.askRobots(req, h); err != nil {
		return nil, err
	}
	if req.URL.Path == "/robots.txt" {
		return response(req, h.file), nil
	}
	if h.robots != nil && !h.robots.Test(req.URL.RequestURI()) {
		return nil, fmt.Errorf("%s: %w", req.URL, errRobots)
	}
	exchange, err := t.fetch(req, h)
	if err != nil {
		return nil, err
	}
	return response(req, exchange), nil
}

// askRobots reads the host's robots.txt once and takes its delay.
func (t *transport) askRobots(req *http.Request, h *host) error {
	if h.file != nil {
		return nil
	}
	ask, err := http.NewRequestWithContext(req.Context(), http.MethodGet, req.URL.Scheme+"://"+req.URL.Host+"/robots.txt", nil)
	if err != nil {
		return err
	}
	ask.Header.Set("User-Agent", t.config.agent())
	file, err := t.fetch(ask, h)
	if err != nil {
		return err
	}
	h.file = file
	rules, err := robotstxt.FromStatusAndBytes(file.Status, file.Body)
	if err != nil {
		return fmt.Errorf("%s: %w", ask.URL, err)
	}
	h.robots = rules.FindGroup("casebook")
	h.delay = max(h.delay, h.robots.CrawlDelay)
	return nil
}

// fetch waits its turn, does the request and keeps what came back.
func (t *transport) fetch(req *http.Request, h *host) (*archive.Exchange, error) {
	if err := wait(req.Context(), h.last.Add(h.delay)); err != nil {
		return nil, err
	}
	defer func() { h.last = time.Now() }()
	var sent []byte
	if req.Body != nil {
		var err error
		if sent, err = io.ReadAll(req.Body); err != nil {
			return nil, err
		}
	}
	got, err := t.next.RoundTrip(t.reachable(req, sent))
	if err != nil {
		return nil, err
	}
	defer got.Body.Close()
	body, err := io.ReadAll(io.LimitReader(got.Body, maxBody+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", req.URL, err)
	}
	if len(body) > maxBody {
		return nil, fmt.Errorf("%s: more than %d bytes", req.URL, maxBody)
	}
	e := archive.Exchange{
		URL: req.URL.String(), Method: req.Method, RequestBody: sent, Time: t.config.Now(),
		Status: got.StatusCode, Header: got.Header, Body: body,
	}
	return &e, t.config.Archive.Add(e)
}

// reachable is the request as it goes on the wire: a host that is to be
// reached on loopback is asked over plain HTTP, under its own name.
func (t *transport) reachable(req *http.Request, body []byte) *http.Request {
	wire := req.Clone(req.Context())
	if body != nil {
		wire.Body = io.NopCloser(bytes.NewReader(body))
		wire.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(body)), nil }
		wire.ContentLength = int64(len(body))
	}
	if _, ok := t.config.Reach[req.URL.Hostname()]; ok {
		wire.URL.Scheme = "http"
		wire.Host = req.URL.Host
	}
	return wire
}

// response is a stored exchange as net/http wants it.
func response(req *http.Request, e *archive.Exchange) *http.Response {
	header := e.Header.Clone()
	header.Del("Content-Encoding")
	return &http.Response{
		Status: http.StatusText(e.Status), StatusCode: e.Status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: header, Body: io.NopCloser(bytes.NewReader(e.Body)), ContentLength: int64(len(e.Body)), Request: req,
	}
}

// wait sleeps until a moment or until ctx ends.
func wait(ctx context.Context, until time.Time) error {
	left := time.Until(until)
	if left <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(left)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
