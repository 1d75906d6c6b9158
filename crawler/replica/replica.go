// Package replica is a loopback twin of the ICO's site and of a newspaper, and of
// the part of GOV.UK that lists another regulator's cases.
//
// It serves the protocol and the markup of the real ones, with their quirks:
// a listing by POST whose pages have holes, banners with headlines of their
// own, notices as PDF, a newspaper with menus and a "More stories" list. The
// wording of every page is invented. What the pages say about organisations is
// restated from a table of public facts, facts.csv, and every page names the
// public sources of its facts; nothing about a real organisation is invented.
//
// The demo and the tests crawl it with the code that crawls the live sites.
package replica

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
)

// Where the replica's pages say they are. The hosts can never exist (RFC 2606).
const (
	ICOHome     = "https://ico.example"
	CourierHome = "https://courier.example"
	CourierName = "The Courier & Register"
)

// Options are what a test may switch on.
type Options struct {
	CrawlDelay int // seconds that robots.txt asks for
	Faults     Faults
	Traps      []Trap // beyond those that every replica has
	Later      bool   // the site as it stands some months after: see [Vanished], [Moved], [Edited]
}

// Faults are ways in which a source breaks.
type Faults struct {
	ListingHTML  bool            // the listing answers with a page and status 200
	ListingEmpty bool            // the listing has no rows
	Status       map[string]int  // path to status
	CutPDF       map[string]bool // path to a PDF that ends early
}

// A page is one address's answer.
type page struct {
	mime     string
	body     []byte
	modified time.Time
}

// A Server answers for all of the replica's hosts. It is safe for concurrent
// use.
type Server struct {
	options Options
	pages   map[string]map[string]page // host to path
	actions []listed
	news    []listed

	decisions []listed
	payments  []payment
	nodes     map[int]bool // of the CMS, that pages have
}

// New makes every page of the replica.
func New(options Options) *Server {
	base := untrapped()
	s := &Server{options: options, pages: map[string]map[string]page{}, actions: slices.Clone(base.actions), news: slices.Clone(base.news), nodes: maps.Clone(base.nodes)}
	for host, pages := range base.pages {
		s.pages[host] = maps.Clone(pages)
	}
	s.addTraps()
	s.addDecisions()
	s.addGovUK()
	s.addICOFrame()
	s.sortRegisters()
	return s
}

// untrapped has the pages of the table of facts, the same for every replica
// and made once: most of the time goes into its notices.
var untrapped = sync.OnceValue(restated)

// restated makes the pages that restate the table of facts.
func restated() *Server {
	s := &Server{pages: map[string]map[string]page{"ico.example": {}, "courier.example": {}, "gov.example": {}, "assets.gov.example": {}}, nodes: map[int]bool{}}
	matters := Matters()
	for _, m := range matters {
		s.addActions(m, nil)
		s.addNews(m)
	}
	s.addCourier(matters)
	return s
}

// Hosts are the names for which the server answers.
func (s *Server) Hosts() []string { return slices.Sorted(maps.Keys(s.pages)) }

// Documents are the addresses of everything that a complete reading of a host
// finds: items, news, decisions, articles, cases, and notices but for the Welsh
// twins. The table of payments is not among them.
func (s *Server) Documents(host string) []string {
	var all []string
	for path := range s.pages[host] {
		if documentPath.MatchString(path) && !strings.HasSuffix(path, "-cym.pdf") {
			all = append(all, "https://"+host+path)
		}
	}
	slices.Sort(all)
	return all
}

// documentPath matches the paths of documents on all hosts.
var documentPath = regexp.MustCompile(`^/(?:action-weve-taken/(?:enforcement|decision-notices)/.+/|about-the-ico/media-centre/news-and-blogs/.+/|.+\.pdf|news/.+|api/content/cma-cases/.+)$`)

func (s *Server) add(host, path, mime string, body []byte, date string) {
	s.pages[host][path] = page{mime, body, stamp(date)}
}

// stamp is a time for Last-Modified: the first day that a date can mean.
func stamp(date string) time.Time {
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if t, err := time.Parse(layout, date); err == nil {
			return t
		}
	}
	return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	host, _, _ := strings.Cut(r.Host, ":")
	pages, ok := s.pages[host]
	if !ok {
		http.Error(w, "no such host here", http.StatusMisdirectedRequest)
		return
	}
	if status := s.options.Faults.Status[r.URL.Path]; status != 0 {
		http.Error(w, http.StatusText(status), status)
		return
	}
	if host == "ico.example" && r.URL.Path == "/api/search" {
		s.search(w, r)
		return
	}
	if host == "gov.example" && r.URL.Path == "/api/search.json" {
		s.searchGovUK(w, r)
		return
	}
	p, ok := pages[r.URL.Path]
	if !ok {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusNotFound)
		w.Write(pages["/global/page-not-found/"].body)
		return
	}
	body := p.body
	if s.options.Faults.CutPDF[r.URL.Path] {
		body = body[:len(body)/2]
	}
	w.Header().Set("Content-Type", p.mime)
	w.Header().Set("ETag", fmt.Sprintf(`"%08x"`, hash(string(body))))
	http.ServeContent(w, r, "", p.modified, bytes.NewReader(body))
}

func hash(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	return h.Sum32()
}

// slug is a name as part of an address.
func slug(name string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(strings.NewReplacer("'", "", "’", "", "&", "and").Replace(name)) {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			b.WriteRune(r)
		} else if s := b.String(); s != "" && s[len(s)-1] != '-' {
			b.WriteByte('-')
		}
	}
	return strings.Trim(b.String(), "-")
}

// month is the part of an address that the ICO dates it with.
func month(date string) string {
	if len(date) < 7 {
		return date[:4] + "/01"
	}
	return date[:4] + "/" + date[5:7]
}

// sources are the public pages behind events, each once.
func sources(events ...Event) []string {
	var all []string
	for _, e := range events {
		for _, source := range e.Sources {
			if !slices.Contains(all, source) {
				all = append(all, source)
			}
		}
	}
	return all
}
