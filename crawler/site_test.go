package crawler_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"casebook/crawler"
	"casebook/crawler/archive"
)

// A site is a server on loopback that writes down how it is treated.
type site struct {
	at    string                      // its address
	pages map[string]http.HandlerFunc // by path; /robots.txt is 404 unless given

	mu    sync.Mutex
	log   []visit
	open  int
	first func(http.ResponseWriter) // before each answer
	other http.HandlerFunc          // for paths without a page; 404 unless given
}

// A visit is one request as the server saw it.
type visit struct {
	path, agent, cookie string
	at                  time.Time
	open                int // requests under way, this one included
}

func newSite(t *testing.T, pages map[string]http.HandlerFunc) *site {
	t.Helper()
	s := &site{pages: pages}
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	s.at = server.Listener.Addr().String()
	return s
}

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.open++
	s.log = append(s.log, visit{r.URL.Path, r.UserAgent(), r.Header.Get("Cookie"), time.Now(), s.open})
	first, other := s.first, s.other
	page, ok := s.pages[r.URL.Path]
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.open--
	}()
	if first != nil {
		first(w)
	}
	switch {
	case ok && page != nil:
		page(w, r)
	case other != nil:
		other(w, r)
	default:
		http.NotFound(w, r)
	}
}

// visits are the requests so far, without those for robots.txt.
func (s *site) visits() []visit {
	s.mu.Lock()
	defer s.mu.Unlock()
	var all []visit
	for _, v := range s.log {
		if v.path != "/robots.txt" {
			all = append(all, v)
		}
	}
	return all
}

// set has a path answered otherwise from now on.
func (s *site) set(path string, h http.HandlerFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pages[path] = h
}

// before has something done before each answer.
func (s *site) before(do func(http.ResponseWriter)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.first = do
}

// forget empties the log.
func (s *site) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.log = nil
}

// paths are the paths of the visits.
func (s *site) paths() string {
	var all []string
	for _, v := range s.visits() {
		all = append(all, v.path)
	}
	return strings.Join(all, " ")
}

// says answers with a body.
func says(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, body) }
}

// answers answers with a status.
func answers(status int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { http.Error(w, http.StatusText(status), status) }
}

func redirects(to string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Location", to)
		w.WriteHeader(http.StatusFound)
	}
}

// plainSource reads a listing of one path a line at /list.
func plainSource(host string) crawler.Source {
	home := "https://" + host
	return crawler.Source{
		Name: host, Publisher: host, Hosts: []string{host}, Delay: time.Hour, // of no effect on a host in Reach
		Start: []crawler.Link{{URL: home + "/list"}},
		Role: func(address string) crawler.Role {
			if address == home+"/list" {
				return crawler.Listing
			}
			return crawler.Document
		},
		List: func(p crawler.Page) (crawler.Found, error) {
			var found crawler.Found
			if p.URL == home+"/list" {
				for path := range strings.FieldsSeq(string(p.Bytes)) {
					found.Links = append(found.Links, crawler.Link{URL: home + path})
				}
			}
			return found, nil
		},
	}
}

const plainHost = "site.example"

// crawl reads a site by its plain source and returns what was archived.
func (s *site) crawl(t *testing.T) (crawler.SourceReport, []archive.Entry, error) {
	t.Helper()
	report, entries, err := crawlSources(t, map[string]string{plainHost: s.at}, plainSource(plainHost))
	return report.Sources[0], entries, err
}

// backoff is the wait of tests before a retry.
const backoff = 50 * time.Millisecond

func crawlSources(t *testing.T, reach map[string]string, sources ...crawler.Source) (crawler.Report, []archive.Entry, error) {
	t.Helper()
	dir := t.TempDir()
	w, err := archive.Create(dir, "crawler test")
	if err != nil {
		t.Fatal(err)
	}
	report, failure := crawler.Crawl(t.Context(), crawler.Config{
		Sources: sources, Archive: w, Reach: reach, Contact: "https://casebook.example/about", Version: "1.2",
	}.WithBackoff(backoff))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := archive.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return report, r.Entries(), failure
}
