package crawler

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/failsafehttp"
)

const (
	maxBody    = 64 << 20         // bytes of one answer, decoded
	maxHeader  = 1 << 20          // bytes of one answer's header
	maxRobots  = 512 << 10        // bytes of a robots.txt
	oneRequest = time.Minute      // for one answer, longer for one that is long and comes
	longest    = 10 * time.Minute // that a Retry-After may ask for
	retries    = 2
)

// errTooLarge says that an answer was given up because of its size.
var errTooLarge = errors.New("answer too large")

// newNetwork is the bare transport. It goes through no proxy, whose address
// would be the one that the guard sees, and asks for no encoding of its own,
// so that net/http decodes and the limit holds for what is decoded.
func newNetwork(config Config) *http.Transport {
	return &http.Transport{
		DialContext:            dialer(config.given()),
		TLSHandshakeTimeout:    dialTime,
		ResponseHeaderTimeout:  oneRequest,
		MaxResponseHeaderBytes: maxHeader,
		IdleConnTimeout:        time.Minute,
		MaxIdleConnsPerHost:    1,
		ForceAttemptHTTP2:      true,
	}
}

// retrying repeats a request after what may pass: a broken connection, 429 and
// most 5xx, each time waiting as long as the server asks, else longer and
// longer. A server that asks for more than is reasonable gets no second
// request in this run, and a run that is to stop makes none.
func retrying(stop context.Context, next http.RoundTripper, backoff time.Duration) http.RoundTripper {
	policy := failsafehttp.NewRetryPolicyBuilder().
		WithMaxRetries(retries).
		WithBackoff(backoff, 15*backoff).
		WithDelayFunc(func(attempt failsafe.ExecutionAttempt[*http.Response]) time.Duration {
			if wait, ok := retryAfter(attempt.LastResult()); ok {
				return wait
			}
			return -1 // as the backoff says
		}).
		AbortOnErrors(context.Canceled, context.DeadlineExceeded, errPrivate, errTooLarge, ErrBudget).
		AbortIf(func(answer *http.Response, err error) bool {
			wait, ok := retryAfter(answer)
			return ok && wait > longest || stop.Err() != nil || noSuchName(err)
		}).
		ReturnLastFailure().
		Build()
	return failsafehttp.NewRoundTripper(next, policy)
}

// noSuchName reports whether a name does not exist, which no second question
// will change.
func noSuchName(err error) bool {
	var lookup *net.DNSError
	return errors.As(err, &lookup) && lookup.IsNotFound
}

// beyond is a number of seconds that is longer than anybody waits and no
// trouble to count with.
const beyond = 1 << 31

// retryAfter is how long an answer asks to wait, in either form that HTTP has.
func retryAfter(answer *http.Response) (time.Duration, bool) {
	if answer == nil || answer.StatusCode != http.StatusTooManyRequests && answer.StatusCode != http.StatusServiceUnavailable {
		return 0, false
	}
	said := answer.Header.Get("Retry-After")
	if seconds, err := strconv.ParseUint(said, 10, 64); err == nil || errors.Is(err, strconv.ErrRange) {
		return time.Duration(min(seconds, beyond)) * time.Second, true
	}
	if at, err := http.ParseTime(said); err == nil {
		return max(0, time.Until(at)), true
	}
	return 0, false
}

// politely does one attempt: it waits for the host's turn, asks, and reads the
// answer whole, see [whole], so that one that breaks off is an error of the
// attempt.
type politely struct {
	transport *transport
	network   http.RoundTripper
}

func (p politely) RoundTrip(req *http.Request) (*http.Response, error) {
	h := p.transport.named(req.URL.Hostname()) // whoever asks has had the address read
	if err := h.take(p.transport.ctx); err != nil {
		return nil, err
	}
	defer h.release()
	if err := p.transport.budget.spend(); err != nil {
		return nil, err
	}
	wire, err := p.transport.onTheWire(req, h)
	if err != nil {
		return nil, err
	}
	got, err := whole(p.network, wire, p.transport.config.oneRequest)
	if err != nil {
		return nil, err
	}
	p.transport.budget.read(got.ContentLength)
	return got, nil
}

// onTheWire is a request as it is sent: to the server that stands in for the
// host, where there is one. One in reach is asked by the host's own name.
func (t *transport) onTheWire(req *http.Request, h *host) (*http.Request, error) {
	_, reached := t.config.Reach[req.URL.Hostname()]
	if !reached && h.base == "" {
		return req, nil
	}
	wire := req.Clone(req.Context())
	if h.base == "" {
		wire.URL.Scheme, wire.Host = "http", req.URL.Host
		return wire, nil
	}
	base, err := url.Parse(h.base)
	if err != nil {
		return nil, err
	}
	wire.URL.Scheme, wire.URL.Host, wire.Host = base.Scheme, base.Host, base.Host
	return wire, nil
}
