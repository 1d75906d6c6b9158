package crawler_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/crawler"
)

// register is a site that lists items one a page, with what goes wrong there.
func register(t *testing.T, total, pages int, rows func(order string, page int) string, sitemap ...string) *site {
	t.Helper()
	handlers := map[string]http.HandlerFunc{
		"/api/search": func(w http.ResponseWriter, r *http.Request) {
			order, page := askedFor(t, r)
			fmt.Fprintf(w, `{"results":[%s],"pagination":{"totalResults":%d,"totalPages":%d}}`, rows(order, page), total, pages)
		},
	}
	urls := ""
	for _, name := range sitemap {
		urls += "<url><loc>https://ico.example/action-weve-taken/enforcement/" + name + "/</loc></url>"
	}
	handlers["/sitemap.xml"] = says("<urlset>" + urls + "</urlset>")
	for i, name := range []string{"a", "b", "c", "d"} {
		handlers["/action-weve-taken/enforcement/"+name+"/"] = says(itemPage(fmt.Sprint(i), name, "1 May 2026", ""))
	}
	return newSite(t, handlers)
}

// askedFor is what a request for a page of a listing asks for.
func askedFor(t *testing.T, r *http.Request) (order string, page int) {
	t.Helper()
	var query struct {
		PageNumber int
		Order      string
	}
	if err := json.NewDecoder(r.Body).Decode(&query); err != nil {
		t.Error(err)
	}
	return query.Order, query.PageNumber
}

func row(name string) string {
	return fmt.Sprintf(`{"id":%d,"title":%q,"url":"/action-weve-taken/enforcement/%s/"}`, name[0], name, name)
}

// inOrder gives page n of a, b, c in the order asked for, but for holes.
func inOrder(holes ...string) func(string, int) string {
	return func(order string, page int) string {
		names := []string{"a", "b", "c"}
		if order == "oldest" {
			slices.Reverse(names)
		}
		if slices.Contains(holes, fmt.Sprint(order, page)) || page > len(names) {
			return ""
		}
		return row(names[page-1])
	}
}

func TestRegister(t *testing.T) {
	tests := []struct {
		name    string
		site    func(*testing.T) *site
		items   string // that were read
		signals []string
	}{
		{"a hole in one order is filled by the other", func(t *testing.T) *site {
			return register(t, 3, 3, inOrder("newest2"), "a", "b", "c")
		}, "a b c", []string{`the listing by "newest" lacks 1 of 3 documents, which another order names`}},
		{"a hole in both is filled by the sitemap, and said", func(t *testing.T) *site {
			return register(t, 3, 3, inOrder("newest2", "oldest2"), "a", "b", "c")
		}, "a b c", []string{
			"https://ico.example/action-weve-taken/enforcement/b/: in the sitemap, not in the listing",
			"the listing counts 3 documents and its pages name 2",
		}},
		{"what neither names is said", func(t *testing.T) *site {
			return register(t, 4, 3, inOrder(), "a", "b", "c")
		}, "a b c", []string{"the listing counts 4 documents and its pages name 3"}},
		{"an item of the sitemap alone is read", func(t *testing.T) *site {
			return register(t, 3, 3, inOrder(), "a", "b", "c", "d")
		}, "a b c d", []string{"https://ico.example/action-weve-taken/enforcement/d/: in the sitemap, not in the listing"}},
		{"an empty first page is not the end", func(t *testing.T) *site {
			return register(t, 3, 3, inOrder("newest1", "oldest1"), "a", "b", "c")
		}, "a b c", []string{
			`the listing by "newest" lacks 1 of 3 documents, which another order names`,
			`the listing by "oldest" lacks 1 of 3 documents, which another order names`,
		}},
		{"an item that the sitemap lacks is said", func(t *testing.T) *site {
			return register(t, 3, 3, inOrder(), "a", "b")
		}, "a b c", []string{"https://ico.example/action-weve-taken/enforcement/c/: in the listing, not in the sitemap"}},
		{"a listing that does not say how many pages it has, with a hole", func(t *testing.T) *site {
			return register(t, 60, 0, func(order string, page int) string {
				return inOrder("newest1", "newest2")(order, page)
			}, "a", "b", "c")
		}, "a b c", []string{
			`the listing by "newest" lacks 2 of 3 documents, which another order names`,
			"the listing counts 60 documents and its pages name 3",
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			s := test.site(t)
			source := crawler.ICOActions("https://ico.example")
			source.AtLeast = 1
			report, _, err := crawlSources(t, map[string]string{"ico.example": s.at}, source)
			if err != nil {
				t.Fatal(err)
			}
			var items []string
			for _, v := range s.visits() {
				if name, ok := strings.CutPrefix(v.path, "/action-weve-taken/enforcement/"); ok {
					items = append(items, strings.TrimSuffix(name, "/"))
				}
			}
			slices.Sort(items)
			if got := strings.Join(items, " "); got != test.items {
				t.Errorf("got items %q, want %q", got, test.items)
			}
			signals := slices.DeleteFunc(report.Sources[0].Signals, func(s string) bool { return strings.Contains(s, `type "`) })
			if diff := cmp.Diff(test.signals, signals); len(test.signals)+len(signals) > 0 && diff != "" {
				t.Errorf("signals (-want +got):\n%s", diff)
			}
		})
	}
}

// A listing that answers with a page and status 200 is a broken source, not
// one without news.
func TestBrokenListing(t *testing.T) {
	s := newSite(t, map[string]http.HandlerFunc{"/api/search": says("<!DOCTYPE html><title>Service unavailable</title>"), "/sitemap.xml": says("<urlset/>")})
	report, _, err := crawlSources(t, map[string]string{"ico.example": s.at}, crawler.ICOActions("https://ico.example"))
	if !errors.Is(err, crawler.ErrTooFew) || !strings.Contains(err.Error(), "not the JSON that it should be") {
		t.Errorf("got %v, want %v with its reason", err, crawler.ErrTooFew)
	}
	if n := len(report.Sources[0].Failed); n != 3 {
		t.Errorf("got %d failures, want those of both orders and of the sitemap", n)
	}
}

func TestBadHome(t *testing.T) {
	for _, home := range []string{"", "ico.org.uk", "not a home"} {
		if _, err := crawler.Crawl(t.Context(), crawler.Config{Sources: crawler.Sources(home)}); err == nil || !strings.Contains(err.Error(), "home") {
			t.Errorf("home %q: got %v, want an error that names it", home, err)
		}
	}
}
