package crawler

import (
	"errors"
	"io/fs"
	"slices"
	"time"

	"casebook/content"
	"casebook/crawler/archive"
)

// A round is one reading of all lists of a source, as the archive holds it.
type round struct {
	at      time.Time
	entries []archive.Entry
}

// rounds divides the answers that are lists of a source into rounds, oldest
// first. Each begins where the first list is asked for anew.
func (s *arranged) rounds(source Source) []round {
	first := archive.Key(method(source.Start[0]), source.Start[0].URL, []byte(source.Start[0].Body))
	var all []round
	for _, e := range s.archive.Entries() {
		if source.Role(e.URL) != Listing {
			continue
		}
		if e.Key == first || len(all) == 0 {
			all = append(all, round{at: e.Time})
		}
		last := &all[len(all)-1]
		last.entries = append(last.entries, e)
	}
	return all
}

// names replays a round: the lists lead from one to the next as they do in a
// crawl. It is whole only if every list that the source begins with was read
// and the listing names as many documents as it counts: of another one, nothing
// can be said about what is missing in it.
func (s *arranged) names(source Source, r round) (named map[string]bool, lists *inventory, whole bool) {
	answers := map[string]archive.Entry{}
	for _, e := range r.entries {
		if e.Status == 200 {
			answers[e.Key] = e
		}
	}
	named, lists, whole = map[string]bool{}, newInventory(), true
	queue, asked := slices.Clone(source.Start), map[string]bool{}
	for len(queue) > 0 {
		link := queue[0]
		queue = queue[1:]
		key := archive.Key(method(link), link.URL, []byte(link.Body))
		if asked[key] {
			continue
		}
		asked[key] = true
		found, err := s.replay(source, link, answers[key])
		if err != nil {
			whole = whole && !slices.ContainsFunc(source.Start, func(l Link) bool { return l == link })
			continue
		}
		var documents []Link
		for _, next := range found.Links {
			switch source.Role(next.URL) {
			case Listing:
				queue = append(queue, next)
			case Document:
				documents = append(documents, next)
				named[next.URL], named[next.Key] = true, true
			}
		}
		lists.add(key, found, documents)
	}
	return named, lists, whole && lists.whole()
}

// replay reads the archived answer to a request for a list.
func (s *arranged) replay(source Source, link Link, e archive.Entry) (Found, error) {
	if e.Key == "" {
		return Found{}, errors.New("not in the archive")
	}
	body, err := s.archive.Body(e, maxBody)
	if err != nil {
		if _, disk := errors.AsType[*fs.PathError](err); disk { // else it is damage, and the round is not whole
			s.problems = append(s.problems, Problem{source.Name, e.URL, err})
		}
		return Found{}, err
	}
	return source.List(Page{URL: e.URL, Sent: link.Body, ContentType: e.Header.Get("Content-Type"), Bytes: body})
}

// withdraw marks pages that the source's lists no longer name with the day of
// the first round that was whole and without them.
func (s *arranged) withdraw(sources []Source, pages []*draft) {
	for _, source := range sources {
		gone := slices.DeleteFunc(slices.Clone(pages), func(d *draft) bool { return d.source != source.Name })
		since := map[*draft]time.Time{}
		for _, r := range slices.Backward(s.rounds(source)) {
			if len(gone) == 0 {
				break
			}
			named, lists, whole := s.names(source, r)
			if len(lists.counts) == 0 {
				break // nothing counts: what a feed no longer names is only older
			}
			gone = slices.DeleteFunc(gone, func(d *draft) bool {
				return named[d.at] || d.Key != "" && named[d.Key]
			})
			if !whole {
				continue
			}
			for _, d := range gone {
				since[d] = r.at
			}
		}
		for d, at := range since {
			d.Document.Withdrawn = content.Date{Year: at.Year(), Month: int(at.Month()), Day: at.Day()}
		}
	}
}
