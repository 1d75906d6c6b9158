package crawler

import "time"

// WithBackoff sets the wait before a retry that no server asked for.
func (c Config) WithBackoff(d time.Duration) Config {
	c.backoff = d
	return c
}
