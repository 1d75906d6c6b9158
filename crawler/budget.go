package crawler

import (
	"fmt"
	"sync"
	"time"
)

// A Budget bounds a run over all its sources; 0 is no bound. A run that
// reaches one ends with [ErrBudget], and the next goes on where it stopped.
type Budget struct {
	Time     time.Duration
	Requests int
	Bytes    int64 // of answers, decoded
}

// A budget is what of it is spent.
type budget struct {
	Budget
	start time.Time

	mu       sync.Mutex
	requests int
	bytes    int64
}

func newBudget(limits Budget) *budget { return &budget{Budget: limits, start: time.Now()} }

// spend accounts for a request that is about to be made.
func (b *budget) spend() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case b.Time > 0 && time.Since(b.start) >= b.Time:
		return fmt.Errorf("%w: %s", ErrBudget, b.Time)
	case b.Requests > 0 && b.requests >= b.Requests:
		return fmt.Errorf("%w: %d requests", ErrBudget, b.Requests)
	case b.Bytes > 0 && b.bytes >= b.Bytes:
		return fmt.Errorf("%w: %d bytes of %d", ErrBudget, b.bytes, b.Bytes)
	}
	b.requests++
	return nil
}

// read accounts for the bytes of an answer.
func (b *budget) read(n int64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.bytes += n
}
