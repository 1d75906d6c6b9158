package replica

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// ask sends a request to a replica under one of its host names.
func ask(t *testing.T, s *Server, method, address, body string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, address, strings.NewReader(body))
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Result()
}

func bodyOf(t *testing.T, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestMattersCoverTheField holds the table of facts to what the demo is to
// show.
func TestMattersCoverTheField(t *testing.T) {
	matters := Matters()
	if len(matters) < 60 {
		t.Errorf("%d matters, want at least 60", len(matters))
	}
	kinds, years := map[string]int{}, map[string]int{}
	for _, m := range matters {
		for _, e := range m.Events {
			kinds[e.Kind]++
			years[e.Date[:4]]++
			if len(e.Sources) == 0 {
				t.Errorf("%s: %s has no source", m.Key, e.Kind)
			}
			for _, control := range e.Controls {
				if len(failure[control]) == 0 {
					t.Errorf("%s: no wording for control %q", m.Key, control)
				}
			}
			if _, ok := happened[e.Incident]; !ok {
				t.Errorf("%s: no wording for incident %q", m.Key, e.Incident)
			}
		}
	}
	for _, kind := range []string{"monetary-penalty", "enforcement-notice", "reprimand", "prosecution", "undertaking", "notice-of-intent", "appeal", "tribunal-decision", "variation"} {
		if kinds[kind] == 0 {
			t.Errorf("no %s", kind)
		}
	}
	for year := 2012; year <= 2026; year++ {
		if years[fmt.Sprint(year)] == 0 {
			t.Errorf("nothing of %d", year)
		}
	}
}

var printedSum = regexp.MustCompile(`£[\d,.]*\d(?: million|m\b)?`)

// TestNoSumIsInvented proves that each sum on a page of the register, the news
// or the newspaper stands in the table, or is one of the law's maxima or of the
// headlines about nobody.
func TestNoSumIsInvented(t *testing.T) {
	s := New(Options{})
	allowed := map[string]bool{"£17.5 million": true, "£500,000": true, "£250,000": true, "£1.2 million": true}
	for _, m := range Matters() {
		for _, e := range m.Events {
			for _, p := range append([]Party{{Amount: e.Amount}}, m.Parties...) {
				for key := range 40 { // every way of writing it
					allowed[amount(fmt.Sprint(key), p.Amount)] = true
				}
				allowed["£"+grouped(p.Amount)] = true
			}
		}
	}
	for host, pages := range s.pages {
		for path, p := range pages {
			if !strings.HasPrefix(p.mime, "text/html") {
				continue
			}
			for _, found := range printedSum.FindAllString(string(p.body), -1) {
				if !allowed[found] {
					t.Errorf("%s%s prints %s, which no source states", host, path, found)
				}
			}
		}
	}
	// £0 would come from an event without a sum.
	for path, p := range s.pages["ico.example"] {
		if bytes.Contains(p.body, []byte("£0 ")) || bytes.Contains(p.body, []byte("£0.")) {
			t.Errorf("%s prints £0", path)
		}
	}
}

// TestListingLosesNothing proves that the two orders together name every item,
// though one of them has a hole.
func TestListingLosesNothing(t *testing.T) {
	s := New(Options{})
	named, holes := map[string]bool{}, 0
	for _, order := range []string{"newest", "oldest"} {
		for page, pages := 1, 1; page <= pages; page++ {
			body, err := json.Marshal(map[string]any{"filters": []string{}, "pageNumber": page, "order": order, "rootPageId": 17222})
			if err != nil {
				t.Fatal(err)
			}
			var answer struct {
				Results    []struct{ URL string }
				Pagination struct{ TotalResults, TotalPages int }
			}
			if err := json.Unmarshal([]byte(bodyOf(t, ask(t, s, "POST", ICOHome+"/api/search", string(body)))), &answer); err != nil {
				t.Fatal(err)
			}
			pages = answer.Pagination.TotalPages
			if len(answer.Results) == 0 {
				holes++
			}
			for _, row := range answer.Results {
				if strings.HasPrefix(row.URL, "/action-weve-taken/enforcement/") {
					named[row.URL] = true
				}
			}
		}
	}
	if len(named) != len(s.actions) || holes == 0 {
		t.Errorf("%d items named of %d, %d holes; want all, and a hole", len(named), len(s.actions), holes)
	}
}

func TestEveryPageNamesItsSources(t *testing.T) {
	s := New(Options{})
	for _, l := range slices.Concat(s.actions, s.news) {
		page := bodyOf(t, ask(t, s, "GET", ICOHome+l.path, ""))
		for _, want := range []string{`name="casebook:basis"`, "Facts on this page are restated from", "A replica made by casebook", `<main id="main-content">`} {
			if !strings.Contains(page, want) {
				t.Errorf("%s lacks %q", l.path, want)
			}
		}
	}
}

func TestNoticesAreTheSameTwice(t *testing.T) {
	one, two := restated(), restated()
	notices := 0
	for path, p := range one.pages["ico.example"] {
		if p.mime != "application/pdf" {
			continue
		}
		notices++
		if !bytes.HasPrefix(p.body, []byte("%PDF-")) || !bytes.Equal(p.body, two.pages["ico.example"][path].body) {
			t.Errorf("%s is no PDF, or another one the second time", path)
		}
	}
	if notices < 60 {
		t.Errorf("%d notices", notices)
	}
}

// TestProtocol asks for what a crawler meets.
func TestProtocol(t *testing.T) {
	s := New(Options{CrawlDelay: 6})
	for _, test := range []struct {
		name, method, address, body string
		status                      int
		holds                       string
	}{
		{"robots of the register", "GET", ICOHome + "/robots.txt", "", 200, "Crawl-delay: 6"},
		{"a search term is forbidden", "POST", ICOHome + "/api/search", `{"term":"fine","pageNumber":1,"rootPageId":17222}`, 403, ""},
		{"the listing wants a POST", "GET", ICOHome + "/api/search", "", 405, ""},
		{"the listing wants JSON", "POST", ICOHome + "/api/search", "pageNumber=1", 400, ""},
		{"no such page", "GET", ICOHome + "/nowhere/", "", 404, `content="1408"`},
		{"the listing page has no links", "GET", ICOHome + "/action-weve-taken/enforcement/", "", 200, "Loading..."},
		{"the sitemap names items", "GET", ICOHome + "/sitemap.xml", "", 200, "/action-weve-taken/enforcement/2025/"},
		{"the newspaper's feed", "GET", CourierHome + "/feed.xml", "", 200, "<item>"},
		{"another host", "GET", "https://other.example/", "", 421, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := ask(t, s, test.method, test.address, test.body)
			if r.StatusCode != test.status || !strings.Contains(bodyOf(t, r), test.holds) {
				t.Errorf("status %d, want %d and %q", r.StatusCode, test.status, test.holds)
			}
		})
	}
}

func TestConditionalRequest(t *testing.T) {
	s := New(Options{})
	first := ask(t, s, "GET", CourierHome+"/feed.xml", "")
	r := httptest.NewRequest("GET", CourierHome+"/feed.xml", nil)
	r.Header.Set("If-None-Match", first.Header.Get("ETag"))
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if w.Code != http.StatusNotModified {
		t.Errorf("status %d, want 304", w.Code)
	}
}

func TestFaults(t *testing.T) {
	s := New(Options{Faults: Faults{ListingHTML: true, Status: map[string]int{"/sitemap.xml": 503}}})
	if got := bodyOf(t, ask(t, s, "POST", ICOHome+"/api/search", "{}")); !strings.Contains(got, "<!DOCTYPE") {
		t.Errorf("the listing answers %q", got)
	}
	if r := ask(t, s, "GET", ICOHome+"/sitemap.xml", ""); r.StatusCode != 503 {
		t.Errorf("status %d, want 503", r.StatusCode)
	}
	s = New(Options{Faults: Faults{ListingEmpty: true}})
	if got := bodyOf(t, ask(t, s, "POST", ICOHome+"/api/search", `{"pageNumber":2,"rootPageId":2816}`)); !strings.Contains(got, `"results":[]`) {
		t.Errorf("the emptied listing answers %s", got)
	}
}

// answers is everything that a replica serves, as one text.
func answers(t *testing.T, s *Server) string {
	t.Helper()
	var b strings.Builder
	for _, host := range s.Hosts() {
		for _, path := range slices.Sorted(maps.Keys(s.pages[host])) {
			fmt.Fprintf(&b, "%s%s %x\n", host, path, hash(string(s.pages[host][path].body)))
		}
	}
	for _, root := range []int{17222, 2816, 13635} {
		for _, order := range []string{"newest", "oldest"} {
			for page := 1; page <= 4; page++ {
				b.WriteString(bodyOf(t, ask(t, s, "POST", ICOHome+"/api/search", fmt.Sprintf(`{"pageNumber":%d,"order":%q,"rootPageId":%d}`, page, order, root))))
			}
		}
	}
	return b.String()
}

// TestTraps proves that each trap is set when it is switched on, and only then.
func TestTraps(t *testing.T) {
	plain := answers(t, New(Options{}))
	if answers(t, New(Options{Later: true})) != plain {
		t.Error("without traps the site changes with time")
	}
	for _, trap := range Traps {
		before, later := answers(t, New(Options{Traps: []Trap{trap}})), answers(t, New(Options{Traps: []Trap{trap}, Later: true}))
		if before == plain {
			t.Errorf("%s: nothing happens", trap)
		}
		changes := trap == Vanished || trap == Moved || trap == Edited
		if (before != later) != changes {
			t.Errorf("%s: changed with time %v, want %v", trap, before != later, changes)
		}
	}
	s := New(Options{})
	for _, trap := range AlwaysSet {
		if slices.Contains(Traps, trap) {
			t.Errorf("%s: is set always and has a switch", trap)
		}
	}
	first := bodyOf(t, ask(t, s, "POST", ICOHome+"/api/search", `{"pageNumber":1,"order":"newest","rootPageId":17222}`))
	hole := bodyOf(t, ask(t, s, "POST", ICOHome+"/api/search", `{"pageNumber":2,"order":"newest","rootPageId":17222}`))
	page := bodyOf(t, ask(t, s, "GET", ICOHome+s.actions[0].path, ""))
	var sized, unsized, welsh bool
	for _, l := range s.actions {
		p := bodyOf(t, ask(t, s, "GET", ICOHome+l.path, ""))
		sized, unsized = sized || strings.Contains(p, "x-size"), unsized || strings.Contains(p, `x-title="Notice"></further`)
		welsh = welsh || strings.Contains(p, "-cym.pdf")
	}
	for trap, set := range map[Trap]bool{
		HoleInOneOrder: strings.Contains(hole, `"results":[]`), PromotedRow: strings.Contains(first, "/for-organisations/"),
		RowWithoutAddress: strings.Contains(first, `"title":"A page that is being prepared"}`), StampOfTheCMS: strings.Contains(page, `"Wednesday, July 08, 2026"`),
		SearchTerm:     ask(t, s, "POST", ICOHome+"/api/search", `{"term":"x"}`).StatusCode == 403,
		SurveyHeadline: strings.Contains(page, "<h1>Tell us") && strings.Index(page, "<h1>Tell us") < strings.Index(page, "<main"),
		SiteNotice:     strings.Contains(page, "Searching by date"), SizeMissing: sized && unsized, WelshTwin: welsh,
	} {
		if !set {
			t.Errorf("%s: not set", trap)
		}
	}
}

// TestGovUK asks for the second regulator's list as its crawler does.
func TestGovUK(t *testing.T) {
	s := New(Options{})
	var answer struct {
		Results []struct{ Link string }
		Total   int
	}
	if err := json.Unmarshal([]byte(bodyOf(t, ask(t, s, "GET", GovHome+"/api/search.json?count=500&start=30", ""))), &answer); err != nil {
		t.Fatal(err)
	}
	if answer.Total != len(govCases()) || len(answer.Results) != answer.Total-30 {
		t.Errorf("%d rows of %d", len(answer.Results), answer.Total)
	}
	for _, row := range answer.Results {
		if r := ask(t, s, "GET", GovHome+"/api/content"+row.Link, ""); r.StatusCode != 200 {
			t.Errorf("%s: status %d", row.Link, r.StatusCode)
		}
	}
}
