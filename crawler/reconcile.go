package crawler

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// An inventory is what the lists of a source say that it has: the same
// documents counted in several ways, since each way loses some. A list that
// counts its documents is the listing; another one, such as a sitemap, fills
// its gaps.
type inventory struct {
	lists  map[string]map[string]bool // list to the addresses that it names
	counts map[string]bool            // lists that count their documents
	totals map[int]bool               // what they counted
	left   map[string]map[string]bool // list to what is counted and left out, by page and number
	keys   map[string][]string        // the publisher's key to the addresses under which lists name it
	pages  map[string][][]string      // list to the addresses on each of its pages
}

func newInventory() *inventory {
	return &inventory{lists: map[string]map[string]bool{}, counts: map[string]bool{}, totals: map[int]bool{},
		left: map[string]map[string]bool{}, keys: map[string][]string{}, pages: map[string][][]string{}}
}

// add takes what one page of a list names. Again reports that another page of
// the list named the same: whoever asks for the next one gets it once more.
func (v *inventory) add(page string, found Found, documents []Link) (again bool) {
	v.count(page, found)
	addresses := make([]string, len(documents))
	for i, link := range documents {
		addresses[i] = link.URL
		v.lists[found.List][link.URL] = true
		if link.Key != "" && !slices.Contains(v.keys[link.Key], link.URL) {
			v.keys[link.Key] = append(v.keys[link.Key], link.URL)
		}
	}
	again = len(addresses) > 0 && slices.ContainsFunc(v.pages[found.List], func(other []string) bool { return slices.Equal(other, addresses) })
	v.pages[found.List] = append(v.pages[found.List], addresses)
	return again
}

// count takes what one page of a list says of its length.
func (v *inventory) count(page string, found Found) {
	if v.lists[found.List] == nil {
		v.lists[found.List], v.left[found.List] = map[string]bool{}, map[string]bool{}
	}
	if found.Total > 0 {
		v.counts[found.List], v.totals[found.Total] = true, true
	}
	for n := range found.Left {
		v.left[found.List][fmt.Sprint(page, n)] = true
	}
}

// moved reports whether the listing changed under its reader, so that what
// slid from a page not yet read to one that was may have been missed: its count
// changed, or pages overlap and not all that is counted is named.
func (v *inventory) moved() bool {
	return len(v.totals) > 1 || len(v.totals) > 0 && v.overlap() && !v.whole()
}

// overlap reports whether two pages of one list name the same document.
func (v *inventory) overlap() bool {
	for list := range v.counts {
		on := 0
		for _, page := range v.pages[list] {
			on += len(page)
		}
		if on > len(v.lists[list]) {
			return true
		}
	}
	return false
}

// size is how many documents all lists together name.
func (v *inventory) size() int { return len(v.all()) }

// all are the addresses that any list names.
func (v *inventory) all() map[string]bool {
	all := map[string]bool{}
	for _, addresses := range v.lists {
		maps.Copy(all, addresses)
	}
	return all
}

// listing are the addresses in the lists that count their documents.
func (v *inventory) listing() map[string]bool {
	all := map[string]bool{}
	for list := range v.counts {
		maps.Copy(all, v.lists[list])
	}
	return all
}

// counted is how many documents the listing says it has, 0 where nothing
// counts, and how many of them its pages name or leave out on purpose.
func (v *inventory) counted() (total, named int) {
	for n := range v.totals {
		total = max(total, n)
	}
	left := 0
	for _, some := range v.left {
		left = max(left, len(some))
	}
	return total, len(v.listing()) + left
}

// whole reports whether the listing names all that it counts.
func (v *inventory) whole() bool {
	total, named := v.counted()
	return total > 0 && named >= total
}

// differences says where the lists disagree, a line for each kind of
// difference and list, or address.
func (v *inventory) differences() []string {
	if len(v.totals) == 0 {
		return nil // nothing counts
	}
	total, named := v.counted()
	listing := v.listing()
	var lines []string
	if len(v.totals) > 1 {
		lines = append(lines, fmt.Sprintf("the listing's count changed while it was read: %v", slices.Sorted(maps.Keys(v.totals))))
	}
	if named != total {
		lines = append(lines, fmt.Sprintf("the listing counts %d documents and its pages name %d", total, named))
	}
	lines = append(lines, v.holes(listing)...)
	lines = append(lines, v.otherLists(listing)...)
	for _, key := range slices.Sorted(maps.Keys(v.keys)) {
		if addresses := v.keys[key]; len(addresses) > 1 {
			lines = append(lines, fmt.Sprintf("%s is listed at several addresses: %s", key, strings.Join(addresses, " ")))
		}
	}
	return lines
}

// holes says which orders of the listing lack what another order names.
func (v *inventory) holes(listing map[string]bool) []string {
	var lines []string
	for _, list := range slices.Sorted(maps.Keys(v.counts)) {
		if missing := len(listing) - len(v.lists[list]); missing > 0 {
			lines = append(lines, fmt.Sprintf("the listing by %q lacks %d of %d documents, which another order names", list, missing, len(listing)))
		}
	}
	return lines
}

// mostLines is how many addresses of one kind of difference are named one by
// one.
const mostLines = 20

// otherLists compares the listing with the lists that count nothing.
func (v *inventory) otherLists(listing map[string]bool) []string {
	var lines []string
	for _, list := range slices.Sorted(maps.Keys(v.lists)) {
		if v.counts[list] {
			continue
		}
		lines = append(lines, lacking(v.lists[list], listing, "in the "+list+", not in the listing")...)
		lines = append(lines, lacking(listing, v.lists[list], "in the listing, not in the "+list)...)
	}
	return lines
}

// lacking names what has and lacks differ in.
func lacking(has, lacks map[string]bool, what string) []string {
	var lines []string
	for _, address := range slices.Sorted(maps.Keys(has)) {
		if !lacks[address] {
			lines = append(lines, fmt.Sprintf("%s: %s", address, what))
		}
	}
	if more := len(lines) - mostLines; more > 0 {
		lines = append(lines[:mostLines], fmt.Sprintf("%d more documents are %s", more, what))
	}
	return lines
}
