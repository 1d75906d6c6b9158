package crawler

import (
	"errors"
	"fmt"
	"slices"
)

// A Report says what a crawl did, source by source in their order.
type Report struct {
	Sources []SourceReport
}

// A SourceReport counts one source's addresses.
type SourceReport struct {
	Source    string
	Listed    int       // documents that the listings name
	Fetched   int       // answers that were good, listings included
	Unchanged int       // of them, those whose body was the archive's already
	Failed    []Failure // addresses that could not be read, in order
	Signals   []string  // what a person should look at: unknown labels, counts that disagree; sorted
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
	// ErrUnreachable says that a source could not be asked at all: no such
	// name, no connection, no answer.
	ErrUnreachable = errors.New("the source could not be reached")
	// ErrRefused says that a source does not want to be read: its robots.txt,
	// or 401, 403, 429 or 503 again and again.
	ErrRefused = errors.New("the source refused")
	// ErrTooFew says that a source listed fewer documents than a healthy run
	// finds: nothing should be published from it before that is explained.
	ErrTooFew = errors.New("fewer documents than a healthy run finds")
	// ErrArchive says that the archive could not be written.
	ErrArchive = errors.New("the archive could not be written")
)

var severity = []error{ErrPartial, ErrUnreachable, ErrRefused, ErrTooFew, ErrArchive}

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
