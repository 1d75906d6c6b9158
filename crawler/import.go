package crawler

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"slices"

	"casebook/crawler/archive"
	"casebook/crawler/text"
)

// errNothing says that files hold nothing of the sources.
var errNothing = errors.New("no document of the sources in these files")

// Import takes the sources' documents and files from WARC files of others into
// the archive, each version at the time at which it was read, so that what a
// publisher has removed can be read. A page has to be what its role promises,
// as if it came from the network; listings of the past are left out.
func Import(ctx context.Context, config Config, from *archive.Reader) (Report, error) {
	if err := config.Check(); err != nil {
		return Report{}, err
	}
	config = config.complete()
	report := Report{Damage: from.Damage()}
	read := 0
	for _, source := range config.Sources {
		r := newRun(source, config, nil, &progress{})
		r.take(ctx, from)
		read += r.report.Fetched
		report.Sources = append(report.Sources, r.report)
	}
	switch {
	case ctx.Err() != nil:
		return report, ctx.Err()
	case report.worst() != nil:
		return report, report.worst()
	case len(report.Damage) > 0:
		return report, fmt.Errorf("crawler: %w: %s", ErrPartial, report.Damage[0])
	case read == 0:
		return report, fmt.Errorf("crawler: %w", errNothing)
	}
	return report, nil
}

// take reads what an archive holds of the source.
func (r *run) take(ctx context.Context, from *archive.Reader) {
	documents := map[string]bool{}
	for _, e := range from.Entries() {
		address := r.source.absolute(e.URL)
		if ctx.Err() != nil || address == "" || e.Status != http.StatusOK || e.Method != http.MethodGet || e.Sent != "" {
			continue
		}
		role := r.source.Role(address)
		if role != Document && role != File {
			continue
		}
		r.progress.next(address)
		if err := r.takeEntry(from, e, address); err != nil {
			r.report.Failed = append(r.report.Failed, Failure{address, err})
			if errors.Is(err, ErrArchive) {
				r.report.Err = err
				return
			}
		} else if role == Document {
			documents[address] = true
		}
	}
	r.report.Listed = len(documents)
	r.report.Signals = slices.Sorted(maps.Keys(r.signals))
	if len(r.report.Failed) > 0 {
		r.report.Err = fmt.Errorf("%w; first of them %s", ErrPartial, r.report.Failed[0])
	}
}

// takeEntry reads one answer.
func (r *run) takeEntry(from *archive.Reader, e archive.Entry, address string) error {
	body, err := from.Body(e, maxBody)
	if err != nil {
		return err
	}
	if _, err := r.understand(Page{URL: address, ContentType: e.Header.Get("Content-Type"), Bytes: body}); err != nil && !errors.Is(err, text.ErrDamaged) { // of the past there is no better one
		return err
	}
	unchanged, err := r.config.Archive.Add(archive.Exchange{URL: address, Time: e.Time, Status: e.Status, Header: e.Header, Body: body})
	if err != nil {
		return fmt.Errorf("%w: %w", ErrArchive, err)
	}
	r.report.Fetched++
	if unchanged {
		r.report.Unchanged++
	}
	return nil
}
