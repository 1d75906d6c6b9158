package crawler_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"casebook/crawler"
)

// A source can be read from any server that speaks its protocol, by that
// server's own name; the archive keeps the source's addresses.
func TestBase(t *testing.T) {
	var hosts []string
	seen := func(next http.HandlerFunc) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) { hosts = append(hosts, r.Host); next(w, r) }
	}
	register := "/action-weve-taken/enforcement/"
	s := newSite(t, nil)
	self := "http://" + s.at
	listing := fmt.Sprintf(`{"results":[{"id":1,"title":"A","url":%q},{"id":2,"title":"B","url":%q}],"pagination":{"totalResults":2,"totalPages":1}}`,
		self+register+"a/", register+"b/")
	s.pages = map[string]http.HandlerFunc{
		"/api/search":     seen(says(strings.ReplaceAll(listing, "/", `\/`))),
		"/sitemap.xml":    seen(says("<urlset><url><loc>" + self + register + "a/</loc></url></urlset>")),
		register + "a/":   seen(redirects(self + register + "a2/")),
		register + "a2/":  seen(says(itemPage("1", "A", "1 May 2026", further(self+"/media2/x/a.pdf", "notice")))),
		register + "b/":   seen(says(itemPage("2", "B", "2 May 2026", further("https://ico.example/media2/x/b.pdf", "notice")))),
		"/media2/x/a.pdf": seen(says("%PDF-1.4\n%%EOF\n")),
		"/media2/x/b.pdf": seen(says("%PDF-1.4\n%%EOF\n")),
	}
	source, err := crawler.ICOActions("https://ico.example").At(self)
	if err != nil {
		t.Fatal(err)
	}
	source.AtLeast = 2
	report, entries, err := crawlSources(t, nil, source)
	if err != nil {
		t.Fatalf("got %v, failures %v", err, report.Sources[0].Failed)
	}
	if got := s.paths(); strings.Count(got, ".pdf") != 2 || strings.Count(got, "/a2/") != 1 {
		t.Errorf("got visits %q, want both items and both files", got)
	}
	for _, host := range hosts {
		if host != s.at {
			t.Errorf("asked for host %q, want the server's own name %q", host, s.at)
		}
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.URL, "https://ico.example/") {
			t.Errorf("archived %q, want an address of the source", e.URL)
		}
	}
}

// What was read at another server is understood without being told where.
func TestReadOfBase(t *testing.T) {
	page := itemPage("1", "A", "1 May 2026", further("http://127.0.0.1:9100/media2/x/a.pdf", "notice"))
	s := store(t)
	s.add("/action-weve-taken/enforcement/a/", 200, page)
	s.add("/media2/x/a.pdf", 200, pdf(t, "Words of A."))
	if err := s.w.Note(home, s.at, "source: ico-actions\r\nbase: http://127.0.0.1:9100\r\n"); err != nil {
		t.Fatal(err)
	}
	got := strings.Join(s.read(), "\n")
	if strings.Count(got, "ico:1") != 2 {
		t.Errorf("got %s\nwant the item and its notice with one key", got)
	}
}

// The other names of this machine stay closed: only the base is connected to.
func TestBaseOpensNothingElse(t *testing.T) {
	other := newSite(t, map[string]http.HandlerFunc{"/a": says("a")})
	s := newSite(t, map[string]http.HandlerFunc{"/list": says("/a"), "/a": redirects("http://" + other.at + "/a")})
	source, err := plainSource(plainHost).At("http://" + s.at)
	if err != nil {
		t.Fatal(err)
	}
	report, _, _ := crawlSources(t, nil, source)
	if len(report.Sources[0].Failed) != 1 || other.paths() != "" {
		t.Errorf("got failures %v and visits %q to another port", report.Sources[0].Failed, other.paths())
	}
}

func TestOneHostInTwoPlaces(t *testing.T) {
	one, err := crawler.ICOActions("https://ico.example").At("http://127.0.0.1:1")
	if err != nil {
		t.Fatal(err)
	}
	_, err = crawler.Crawl(t.Context(), crawler.Config{Sources: []crawler.Source{one, crawler.ICONews("https://ico.example")}})
	if err == nil || !strings.Contains(err.Error(), "both on ico.example") {
		t.Errorf("got %v, want an error that names the host", err)
	}
}
