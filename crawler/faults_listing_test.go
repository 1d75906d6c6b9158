package crawler_test

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"casebook/crawler"
)

// A shifting register has one item on each page of its listing, and changes
// after some of its pages were asked for. One order of it is empty, and its
// sitemap lags behind and names one item only: nothing else makes up for what a
// reader misses.
type shifting struct {
	names []string // newest first
	after int      // pages of the listing, after which
	then  []string // it lists these
	asked int
}

func (s *shifting) serve(t *testing.T) *site {
	t.Helper()
	site := register(t, 0, 0, inOrder(), "d")
	site.pages[search] = func(w http.ResponseWriter, r *http.Request) {
		if s.asked++; s.asked > s.after {
			s.names = s.then
		}
		rows := ""
		if order, page := askedFor(t, r); order == "newest" && page <= len(s.names) {
			rows = row(s.names[page-1])
		}
		fmt.Fprintf(w, `{"results":[%s],"pagination":{"totalResults":%d,"totalPages":%[2]d}}`, rows, len(s.names))
	}
	return site
}

// F47: a listing that changes between two of its pages, so that an item slides
// from one not yet read to one that was. No item is missed, none is read twice.
func TestFaultShiftingListing(t *testing.T) {
	for _, test := range []struct{ name, before, now string }{
		{"an item comes", "b c d", "a b c d"},
		{"an item goes", "a b c d", "b c d"},
		{"one comes and one goes", "b c d", "a b d"},
		{"nothing changes", "a b c d", "a b c d"},
	} {
		for after := range 3 {
			t.Run(fmt.Sprintf("%s after %d pages", test.name, after), func(t *testing.T) {
				t.Parallel()
				s := (&shifting{names: strings.Fields(test.before), after: after, then: strings.Fields(test.now)}).serve(t)
				source := crawler.ICOActions(home)
				source.AtLeast = 1
				report, _, err := crawlSources(t, map[string]string{"ico.example": s.at}, source)
				if err != nil {
					t.Fatalf("got %v, failures %v", err, report.Sources[0].Failed)
				}
				for _, name := range strings.Fields(test.now) {
					if n := strings.Count(s.paths(), "/enforcement/"+name+"/"); n != 1 {
						t.Errorf("item %s was read %d times; signals %q", name, n, report.Sources[0].Signals)
					}
				}
				if said := fmt.Sprint(report.Sources[0].Signals); test.before == test.now && strings.Contains(said, "second time") {
					t.Errorf("got signals %s of a listing that stood still", said)
				}
			})
		}
	}
}

// F36: a listing that gives its first page for ever is left at the first that
// comes again, once more after a second attempt; what it counts and what it names
// is said, and no item is read twice.
func TestFaultSamePageForEver(t *testing.T) {
	const pages = 40
	first := row("a") + "," + row("b")
	s := register(t, 80, pages, func(string, int) string { return first }, "a", "b", "c")
	source := crawler.ICOActions(home)
	source.AtLeast = 1
	report, _, err := crawlSources(t, map[string]string{"ico.example": s.at}, source)
	if err != nil {
		t.Fatal(err)
	}
	got := s.paths()
	if n := strings.Count(got, search); n != 8 {
		t.Errorf("got %d pages of the listing, want the first two of either order, twice", n)
	}
	for _, name := range []string{"a", "b", "c"} {
		if n := strings.Count(got, "/enforcement/"+name+"/"); n != 1 {
			t.Errorf("item %s was read %d times", name, n)
		}
	}
	said := strings.Join(report.Sources[0].Signals, "\n")
	for _, want := range []string{`the listing by "newest" gives a page again`, `the listing by "oldest" gives a page again`, "the listing counts 80 documents and its pages name 2"} {
		if !strings.Contains(said, want) {
			t.Errorf("got signals %s, want %q", said, want)
		}
	}
}

// A run that is cut off in the second reading of a listing goes on to its end.
func TestShiftingListingCutOff(t *testing.T) {
	for requests := 9; requests < 20; requests += 3 {
		listing := &shifting{names: strings.Fields("b c d"), after: 3, then: strings.Fields("a b c d")}
		n := nightly(t, listing.serve(t))
		n.config.Budget.Requests = requests
		if _, _, err := n.run(0); err != nil && !errors.Is(err, crawler.ErrBudget) {
			t.Fatal(err)
		}
		n.config.Budget.Requests = 0
		if _, report, err := n.run(0); err != nil {
			t.Errorf("cut off after %d requests: got %v, failures %v", requests, err, report.Failed)
		}
		for _, name := range strings.Fields("a b c d") {
			if !strings.Contains(n.stateFile(), "/enforcement/"+name+"/") {
				t.Errorf("cut off after %d requests: item %s was not read", requests, name)
			}
		}
	}
}
