package replica

import (
	"cmp"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"net/http"
	"slices"
	"strings"
)

// search answers POST /api/search: 25 rows a page, by date in either order.
// With the order "newest" page 2 is a hole, as happens on the real site.
func (s *Server) search(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
		return
	}
	if s.options.Faults.ListingHTML {
		serveUnavailable(w)
		return
	}
	var query struct {
		PageNumber, RootPageID int
		Order, Term            string
	}
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<16)).Decode(&query); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if query.Term != "" {
		http.Error(w, "forbidden", http.StatusForbidden)
		return
	}
	all := map[int][]listed{17222: s.actions, 2816: s.news, 13635: s.decisions}[query.RootPageID]
	if s.options.Faults.ListingEmpty {
		all = nil
	}
	if s.has(PageForListing) && query.RootPageID == 17222 && query.Order == "oldest" && query.PageNumber == 3 {
		serveUnavailable(w)
		return
	}
	if s.has(SamePageForEver) && query.RootPageID == 2816 && query.Order == "oldest" {
		query.PageNumber = 1
	}
	answer := listing(all, query.PageNumber, query.Order)
	if s.has(PagesUnsaid) && query.RootPageID == 2816 {
		delete(answer["pagination"].(map[string]any), "totalPages")
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	json.NewEncoder(w).Encode(answer)
}

// serveUnavailable answers as a server in trouble does: with a page for people
// and status 200.
func serveUnavailable(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "text/html")
	fmt.Fprint(w, "<!DOCTYPE html><title>Service unavailable</title><p>Please come back later.")
}

// rowsPerPage is the length of a page of a register.
const rowsPerPage = 25

// sortRegisters puts the newest first, as a listing has them.
func (s *Server) sortRegisters() {
	for _, register := range [][]listed{s.actions, s.news, s.decisions} {
		slices.SortStableFunc(register, func(a, b listed) int { return cmp.Or(strings.Compare(b.date, a.date), strings.Compare(a.path, b.path)) })
	}
}

// listing is one page of a register as JSON.
func listing(all []listed, number int, order string) map[string]any {
	from, to := min(max(number-1, 0)*rowsPerPage, len(all)), min(max(number, 0)*rowsPerPage, len(all))
	rows := []map[string]any{}
	for i := from; i < to && !(order == "newest" && number == 2); i++ {
		if order == "oldest" {
			rows = append(rows, all[len(all)-1-i].row())
		} else {
			rows = append(rows, all[i].row())
		}
	}
	if number == 1 { // a promoted card of another register, and a row without address
		rows = append(rows, map[string]any{"id": 90001, "title": "Guidance on replicas", "url": "/for-organisations/replicas/", "description": "", "filterItemMetaData": "", "createdDateTime": "2026-01-05T09:00:00.000Z"},
			map[string]any{"id": 90002, "title": "A page that is being prepared", "description": "", "filterItemMetaData": "", "createdDateTime": "2026-01-06T09:00:00.000Z"})
	}
	return map[string]any{"results": rows, "pagination": map[string]any{"totalResults": len(all), "totalPages": (len(all) + rowsPerPage - 1) / rowsPerPage}}
}

func (l listed) row() map[string]any {
	meta := longDate(l.date) + ", " + l.types
	if l.sector != "" {
		meta += ", " + strings.ReplaceAll(l.sector, ",", "")
	}
	return map[string]any{
		"id": l.id, "title": " " + strings.ReplaceAll(l.title, " ", "  "), "url": l.path, "description": l.description + "\n",
		"filterItemMetaData": meta, "createdDateTime": cmp.Or(l.changed, stamp(l.date).AddDate(0, 1, 9).Format("2006-01-02T15:04:05.000Z")),
	}
}

// addICOFrame makes the pages around the registers.
func (s *Server) addICOFrame() {
	robots := "User-agent: *\nDisallow: /umbraco/\n"
	if s.options.CrawlDelay > 0 {
		robots += fmt.Sprintf("Crawl-delay: %d\n", s.options.CrawlDelay)
	}
	s.add("ico.example", "/robots.txt", "text/plain; charset=utf-8", []byte(robots), "")
	s.add("courier.example", "/robots.txt", "text/plain; charset=utf-8", []byte("User-agent: *\nDisallow: /account/\n"), "")
	s.render("ico.example", "/global/page-not-found/", "ico.html", icoPage{Node: 1408, Title: "Page not found", Section: "Home", SectionPath: "/", Paragraphs: []string{"There is no page here."}}, "")
	for _, host := range s.Hosts() {
		s.pages[host]["/global/page-not-found/"] = s.pages["ico.example"]["/global/page-not-found/"]
	}
	s.add("ico.example", "/action-weve-taken/enforcement/", "text/html; charset=utf-8", []byte(`<!DOCTYPE html><title>Enforcement action | ICO</title><div id="filter-page-container" data-node-id="17222">Loading...</div>`), "")
	s.addSitemap()
	s.addRecovery()
}

func (s *Server) addSitemap() {
	type entry struct {
		Loc     string `xml:"loc"`
		LastMod string `xml:"lastmod"`
	}
	var sitemap struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		URLs    []entry  `xml:"url"`
	}
	for _, l := range slices.Concat(s.actions, s.news) {
		sitemap.URLs = append(sitemap.URLs, entry{s.sitemapHome(l) + l.path, "2026-08-05T10:06:30+00:00"})
	}
	body, err := xml.MarshalIndent(sitemap, "", " ")
	if err != nil {
		panic(fmt.Sprintf("replica: sitemap: %v", err))
	}
	s.add("ico.example", "/sitemap.xml", "application/xml", append([]byte(xml.Header), body...), "")
}
