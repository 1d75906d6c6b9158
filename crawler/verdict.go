package crawler

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
)

// A statusError is an answer other than 200.
type statusError struct {
	status     int
	retryAfter string // as the server says it
}

func (e *statusError) Error() string {
	s := strings.TrimSpace(fmt.Sprintf("status %d %s", e.status, http.StatusText(e.status)))
	if e.retryAfter != "" {
		s += fmt.Sprintf(", retry after %q", e.retryAfter)
	}
	if e.status == http.StatusNotModified {
		s += ", of an address of which nothing is known"
	}
	return s
}

// patienceWithRefusals is how many addresses in a row may be refused.
const patienceWithRefusals = 3

// fatal decides whether a failure ends the source's run: what nobody wants us
// to read is not asked for again and again.
func (r *run) fatal(link Link, err error) error {
	if errors.Is(err, ErrArchive) || errors.Is(err, ErrState) {
		return err
	}
	var status *statusError
	answered := errors.As(err, &status)
	switch {
	case errors.Is(err, errNoRobots) && !answered:
		return fmt.Errorf("%w: %w", ErrUnreachable, err)
	case errors.Is(err, errChallenge):
		return fmt.Errorf("%s: %w: %w", link.URL, ErrRefused, err)
	case errors.Is(err, errRobots), errors.Is(err, errNoRobots),
		answered && slices.Contains([]int{401, 403, 429, 503}, status.status):
		r.refused++
	default:
		r.refused = 0
		return nil
	}
	tried := answered && status.status == http.StatusTooManyRequests // again and again already, by the transport
	nothingElse := r.report.Fetched == 0 && len(r.listings) == 0 && len(r.documents) == 0
	if r.refused >= patienceWithRefusals || tried || nothingElse {
		return fmt.Errorf("%s: %w: %w", link.URL, ErrRefused, err)
	}
	return nil
}

// reconcile compares what the lists name and count with one another and with
// the source's bounds.
func (r *run) reconcile() {
	r.report.Differ = r.lists.differences()
	if signal, _ := r.source.checkListed(r.report.Listed); signal != "" {
		r.report.Differ = append(r.report.Differ, signal)
	}
	for _, line := range r.report.Differ {
		r.signals[line] = true
	}
}

// verdict says whether and why the source counts as failed.
func (r *run) verdict(ctx context.Context, stopped error) error {
	_, few := r.source.checkListed(r.report.Listed)
	var first string
	if len(r.report.Failed) > 0 {
		first = "; first of them " + r.report.Failed[0].String()
	}
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case stopped != nil:
		return stopped
	case few != nil:
		return fmt.Errorf("%w%s", few, first)
	case r.broken != nil && !r.lists.whole(): // else another order makes up for it
		return fmt.Errorf("%w: %w", ErrListing, r.broken)
	case r.shrunk() != nil:
		return r.shrunk()
	case r.failing():
		return fmt.Errorf("%d of %d: %w%s", len(r.report.Failed), r.report.Listed, ErrFailing, first)
	case first != "":
		return fmt.Errorf("%d of %d: %w%s", len(r.report.Failed), len(r.seen), ErrPartial, first)
	}
	return nil
}

// A few documents may fail in a night: more than both of these is an error.
const (
	fewFailed   = 4
	shareFailed = 5 // a fifth of those that are listed
)

// failing reports whether so many of the documents listed could not be read
// that their form must have changed.
func (r *run) failing() bool {
	failed := 0
	for _, f := range r.report.Failed {
		if r.source.Role(f.URL) == Document {
			failed++
		}
	}
	return failed > fewFailed && failed*shareFailed > r.report.Listed
}

// A listing may lose a few documents in a night: more than both of these is an
// error.
const (
	fewLost   = 5
	shareLost = 20 // a twentieth
)

// shrunk reports a listing that counts documents and names none of them, or
// many fewer than on the day before.
func (r *run) shrunk() error {
	total, named := r.lists.counted()
	if total > 0 && named == 0 {
		return fmt.Errorf("%w: it counts %d documents and names none", ErrListing, total)
	}
	before := 0
	for url, k := range r.state.known {
		if k.Unlisted == "" && r.source.Role(url) == Document && k.First < r.today() {
			before++
		}
	}
	lost := before - r.report.Listed
	if total == 0 || r.config.AcceptShrink || lost <= fewLost || lost <= before/shareLost {
		return nil
	}
	return fmt.Errorf("%w: it fell from %d documents to %d", ErrListing, before, r.report.Listed)
}
