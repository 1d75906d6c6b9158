package crawler

import (
	"bytes"
	"errors"
	"fmt"
)

// errChallenge says that a page wants to know whether a person reads it.
var errChallenge = errors.New("the page is a test for robots")

// challenges are words, in small letters, of pages that test for robots.
var challenges = []string{
	"just a moment...", "checking your browser", "verify you are human", "verify that you are human",
	"attention required!", "cf-challenge", "g-recaptcha", "h-captcha", "are you a robot",
}

// challenged adds to the reason for which a page is not what it should be that
// it is such a test. A page that is what it should be may say what it likes.
func challenged(page []byte, err error) error {
	if err == nil {
		return nil
	}
	small := bytes.ToLower(page[:min(len(page), 50_000)])
	for _, words := range challenges {
		if bytes.Contains(small, []byte(words)) {
			return fmt.Errorf("%w: %w", errChallenge, err)
		}
	}
	return err
}
