package crawler

import (
	"context"
	"sync"
	"time"
)

// A host is what is known of one server: whose turn it is, how long it wants
// us to wait, and its robots.txt.
type host struct {
	base      string              // of the server that is asked instead, see [Source.At]
	canonical func([]byte) []byte // writes links to that server as links to the host

	turn  sync.Mutex // held while a request is under way
	delay time.Duration
	last  time.Time // end of the last request

	asking sync.Mutex // held while robots.txt is read
	rules  *rules
}

// slow sets the least time between two requests.
func (h *host) slow(delay time.Duration) {
	h.turn.Lock()
	defer h.turn.Unlock()
	h.delay = max(h.delay, delay)
}

// take waits for the host's turn: nobody else is asking it, and its delay has
// passed since somebody did.
func (h *host) take(ctx context.Context) error {
	h.turn.Lock()
	if err := sleep(ctx, time.Until(h.last.Add(h.delay))); err != nil {
		h.turn.Unlock()
		return err
	}
	return nil
}

// release ends the turn.
func (h *host) release() {
	h.last = time.Now()
	h.turn.Unlock()
}

// sleep waits for a time or until ctx ends.
func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
