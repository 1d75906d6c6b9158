package crawler

import "time"

// WithBackoff sets the wait before a retry that no server asked for.
func (c Config) WithBackoff(d time.Duration) Config {
	c.backoff = d
	return c
}

// WithOneRequest sets the time that an answer gets.
func (c Config) WithOneRequest(d time.Duration) Config {
	c.oneRequest = d
	return c
}
