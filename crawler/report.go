package crawler

import (
	"errors"
	"fmt"
	"slices"
)

// A Report says what a crawl did, source by source in their order.
type Report struct {
	Sources []SourceReport
	Damage  []string // of the files that were imported, a line each
}

// A SourceReport counts one source's addresses.
type SourceReport struct {
	Source    string
	Listed    int       // documents that the listings name
	Fetched   int       // answers that were good, listings included
	Unchanged int       // of them, those that are as they were when last read
	Known     int       // documents not asked for: their listing says that they are as they were
	Unlisted  []string  // documents that the listing names no longer, new since the last run; sorted
	Gone      []string  // addresses answered with 404 or 410 now and on an earlier day; sorted
	Failed    []Failure // addresses that could not be read, in order
	Signals   []string  // what a person should look at: unknown labels, counts that disagree; sorted
	Differ    []string  // of them, those that say where the lists of the source disagree
	News      bool      // something is known of the source that was not known before the run
	Err       error     // why the source counts as failed; nil when all is well
}

// A Failure is an address that could not be read, and why.
type Failure struct {
	URL string
	Err error
}

func (f Failure) String() string { return fmt.Sprintf("%s: %v", f.URL, f.Err) }

// The kinds of error in which a crawl may end, each worse than the one before.
var (
	// ErrPartial says that some addresses could not be read; the rest is
	// archived.
	ErrPartial = errors.New("some addresses could not be read")
	// ErrBudget says that a run stopped at a limit that was set for it; the
	// next one goes on where it stopped.
	ErrBudget = errors.New("the budget of the run is spent")
	// ErrUnreachable says that a source could not be asked at all: no such
	// name, no connection, no answer.
	ErrUnreachable = errors.New("the source could not be reached")
	// ErrRefused says that a source does not want to be read: its robots.txt,
	// or 401, 403, 429 or 503 again and again.
	ErrRefused = errors.New("the source refused")
	// ErrListing says that a listing is not what it should be, or has lost much
	// of what it had: nothing should be published from it before that is
	// explained.
	ErrListing = errors.New("the listing is not what it should be")
	// ErrFailing says that so many of the documents that a source lists could
	// not be read that their form must have changed: nothing should be
	// published from it before that is explained.
	ErrFailing = errors.New("too many documents could not be read")
	// ErrTooFew says that a source listed fewer documents than a healthy run
	// finds: nothing should be published from it before that is explained.
	ErrTooFew = errors.New("fewer documents than a healthy run finds")
	// ErrState says that the state of a source could not be read or written.
	ErrState = errors.New("the state could not be read or written")
	// ErrArchive says that the archive could not be written.
	ErrArchive = errors.New("the archive could not be written")
)

var severity = []error{ErrPartial, ErrBudget, ErrUnreachable, ErrRefused, ErrFailing, ErrListing, ErrTooFew, ErrState, ErrArchive}

// worst is the error of the source that is worst off, the first of several.
func (r Report) worst() error {
	var worst error
	rank := -1
	for _, s := range r.Sources {
		n := slices.IndexFunc(severity, func(kind error) bool { return errors.Is(s.Err, kind) })
		if s.Err != nil && n > rank {
			worst, rank = fmt.Errorf("crawler: %s: %w", s.Source, s.Err), n
		}
	}
	return worst
}
