package crawler

import (
	"errors"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"time"
)

// recheckDays is the age at which what is known is read whole again, unless
// the configuration says otherwise: the ETags of public bodies cannot be
// trusted, nor can the stamps of their listings.
const recheckDays = 7

// plan decides whether an address is asked for, and on what the request is
// conditional, nil for nothing. Listings are always read whole: a listing that
// wrongly says that it is unchanged would hide everything new.
func (r *run) plan(link Link) (known *Known, ask bool) {
	if done, ok := r.state.done[stepKey(link.URL, link.Body)]; ok && r.config.Now().Sub(done.At) < resumable {
		return nil, false
	}
	k, ok := r.state.known[link.URL]
	switch {
	case !ok || link.Body != "" || r.isListing(link) || k.Gone != "" || r.stale(k):
		return nil, true
	case r.unchanged(k):
		return nil, false
	case k.ETag == "" && k.Modified == "":
		return nil, true
	}
	return &k, true
}

// stale reports whether it is time to read an address whole again.
func (r *run) stale(k Known) bool {
	read, err := time.Parse(time.DateOnly, k.Read)
	if err != nil {
		return true
	}
	days := r.config.RecheckDays
	if days == 0 {
		days = recheckDays
	}
	return r.config.Now().UTC().Sub(read) >= time.Duration(days)*24*time.Hour
}

// unchanged reports whether the listings of this run say that a document is as
// it was. One of them may have a hole, so that those that speak count.
func (r *run) unchanged(k Known) bool {
	stamps := r.stamps[k.URL]
	for _, stamp := range stamps {
		if !slices.Contains(k.Stamps, stamp) {
			return false
		}
	}
	return len(stamps) > 0
}

// pass goes on without asking: from what an earlier run, or the part of this
// one before it was cut off, knows of the address. Files of a document that
// is as it was are as they were; those that nobody could read are asked for.
func (r *run) pass(link Link) error {
	done, resumed := r.state.done[stepKey(link.URL, link.Body)]
	if resumed && done.Listing {
		r.follow(link, Found{Links: done.Links, List: done.List, Total: done.Total, Left: done.Left})
		return nil
	}
	r.report.Known++
	var unread []Link
	for _, next := range r.state.known[link.URL].Links {
		if k, ok := r.state.known[next.URL]; !ok || k.Gone != "" {
			unread = append(unread, next)
		}
	}
	if resumed {
		unread = done.Links // that were not asked for before it was cut off
	}
	r.add(unread)
	return nil
}

// confirm takes in the answer that an address is as it was.
func (r *run) confirm(link Link, k Known, got *answer) error {
	if err := r.config.Archive.NotModified(got.Exchange, k.SHA256); err != nil {
		return fmt.Errorf("%w: %w", ErrArchive, err)
	}
	r.report.Fetched++
	r.report.Unchanged++
	r.config.Log.Info("unchanged", "source", r.source.Name, "url", got.URL)
	r.add(k.Links)
	k.Stamps, k.Key = r.stampsOf(k), keyOf(link, k)
	return r.state.note(step{Known: k, At: r.config.Now(), Unchanged: true})
}

// remember keeps what the next run should know of an answer. What came again
// as it was leaves all but the stamps as they are, so that an ETag that changes
// every night does not change the state.
func (r *run) remember(link Link, got *answer, found Found) error {
	k, again := r.state.known[link.URL]
	same := again && k.SHA256 == got.digest
	if same || got.unchanged {
		r.report.Unchanged++
	}
	if !again {
		k = Known{URL: link.URL, First: r.today()}
	}
	if !same || k.Gone != "" || r.stale(k) {
		k.ETag, k.Modified, k.SHA256, k.Read, k.Gone = got.Header.Get("ETag"), got.Header.Get("Last-Modified"), got.digest, r.today(), ""
	}
	k.Stamps, k.Key, k.Links = r.stampsOf(k), keyOf(link, k), found.Links
	return r.state.note(step{Known: k, At: r.config.Now(), Sent: link.Body, List: found.List, Total: found.Total, Left: found.Left, Listing: r.isListing(link)})
}

// stampsOf are the stamps of a document in this run; without any, as for a
// file, those that it had.
func (r *run) stampsOf(k Known) []string {
	if stamps := r.stamps[k.URL]; len(stamps) > 0 {
		return slices.Sorted(slices.Values(stamps))
	}
	return k.Stamps
}

func keyOf(link Link, k Known) string {
	if link.Key != "" {
		return link.Key
	}
	return k.Key
}

func (r *run) today() string { return r.config.Now().UTC().Format(time.DateOnly) }

// missing takes in that an address is not there. What was read of it stays:
// once more on another day, and it counts as gone.
func (r *run) missing(link Link) error {
	k, ok := r.state.known[link.URL]
	if !ok {
		return nil
	}
	if k.Gone == "" {
		k.Gone = r.today()
	} else if k.Gone < r.today() {
		r.report.Gone = append(r.report.Gone, k.URL)
	}
	return r.state.note(step{Known: k, At: time.Time{}, Unchanged: true})
}

// compare marks what the listing names no longer, when it was read whole.
func (r *run) compare() {
	slices.Sort(r.report.Gone)
	if !r.lists.whole() || r.report.Listed < r.source.AtLeast || errors.Is(r.report.Err, ErrListing) {
		return
	}
	listed := r.lists.all()
	for _, url := range slices.Sorted(maps.Keys(r.state.known)) {
		k := r.state.known[url]
		switch {
		case r.source.Role(url) != Document || listed[url] == (k.Unlisted == ""):
			continue
		case listed[url]:
			k.Unlisted = ""
		default:
			k.Unlisted = r.today()
			if len(r.lists.keys[k.Key]) == 0 { // else it is listed at another address: it moved
				r.report.Unlisted = append(r.report.Unlisted, url)
			}
		}
		r.state.known[url] = k
	}
}

// conditions asks only for what is not as it was.
func (k *Known) conditions(header http.Header) {
	if k == nil {
		return
	}
	if k.ETag != "" {
		header.Set("If-None-Match", k.ETag)
	}
	if k.Modified != "" {
		header.Set("If-Modified-Since", k.Modified)
	}
}
