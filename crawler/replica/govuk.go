package replica

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// GovHome is where the replica's cases of a second regulator say they are.
const GovHome = "https://gov.example"

// A govCase is a case of the second regulator: firms that do not exist.
type govCase struct{ slug, title, kind, state, opened, closed, body string }

// addGovUK makes the cases as GOV.UK's content API gives them. Their sector and
// dates go round, so that a list of many has something of each.
func (s *Server) addGovUK() {
	for n, c := range govCases() {
		path := "/cma-cases/" + c.slug
		file := fmt.Sprintf("/media/%08x/%s-decision.pdf", hash(path), c.slug)
		attachments := []map[string]any{}
		if c.closed != "" {
			s.add("assets.gov.example", file, "application/pdf", pdf("Replica of a decision: all of it is invented", "DECISION", []string{c.title, c.body}), c.closed)
			attachments = append(attachments, map[string]any{"title": "Decision", "url": "https://assets.gov.example" + file, "content_type": "application/pdf"})
		}
		metadata := map[string]any{"case_type": c.kind, "case_state": c.state, "market_sector": []string{"retail-and-wholesale"}, "opened_date": c.opened}
		if c.closed != "" {
			metadata["closed_date"] = c.closed
		}
		body, err := json.Marshal(map[string]any{
			"content_id": fmt.Sprintf("0b1c2d3e-0000-4000-8000-%012d", n+1), "base_path": path, "document_type": "cma_case", "schema_name": "specialist_document",
			"locale": "en", "title": c.title, "description": c.title, "first_published_at": c.opened + "T10:00:00+00:00", "public_updated_at": "2026-08-05T10:06:30+00:00",
			"details": map[string]any{
				"body":        "<h2 id=\"case\">Case</h2><p>" + c.body + "</p><p>A replica made by casebook: all of it is invented.</p>",
				"attachments": attachments, "metadata": metadata,
				"change_history": []map[string]any{{"note": "First published.", "public_timestamp": c.opened + "T10:00:00+00:00"}},
			},
		})
		if err != nil {
			panic(fmt.Sprintf("replica: %s: %v", path, err)) // maps of words and numbers
		}
		s.add("gov.example", "/api/content"+path, "application/json; charset=utf-8", body, c.opened)
	}
	s.add("gov.example", "/robots.txt", "text/plain; charset=utf-8", []byte("User-agent: *\nDisallow: /*/print$\n"), "")
}

func govCases() []govCase {
	cases := []govCase{
		{"scaffolding-hire", "Scaffolding hire: suspected anti-competitive conduct", "ca98-and-civil-cartels", "closed", "2024-02-01", "2026-05-12",
			"12 May 2026: The CMA has fined Quayside Scaffolding Limited £1,250,000 for sharing prices with a competitor."},
		{"northgate-harbour-merger-inquiry", "Northgate / Harbour merger inquiry", "mergers", "closed", "2025-03-03", "2025-06-03",
			"The merger was cleared."},
		{"online-vouchers", "Online vouchers: consumer law compliance review", "consumer-enforcement", "open", "2026-01-15", "",
			"15 January 2026: The CMA has opened a review of how vouchers are sold."},
	}
	for n := range 30 {
		cases = append(cases, govCase{fmt.Sprintf("sign-makers-%d", n), fmt.Sprintf("Sign makers of region %d: information exchange", n), "ca98-and-civil-cartels", "open", fmt.Sprintf("2023-%02d-%02d", 1+n%12, 1+n%28), "",
			"The CMA is investigating whether sign makers exchanged what they were going to charge."})
	}
	return cases
}

// searchGovUK answers the search API: fewer rows than are asked for, and the
// types of a case in one of several forms.
func (s *Server) searchGovUK(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	count, _ := strconv.Atoi(query.Get("count")) // as the API takes what is no number: for none
	start, _ := strconv.Atoi(query.Get("start"))
	cases := govCases()
	slices.SortStableFunc(cases, func(a, b govCase) int { return strings.Compare(a.opened, b.opened) })
	rows := []map[string]any{}
	for n, c := range cases[min(start, len(cases)):min(start+min(count, 10), len(cases))] {
		row := map[string]any{"title": c.title, "link": "/cma-cases/" + c.slug, "_id": "/cma-cases/" + c.slug, "es_score": nil}
		switch n % 3 {
		case 0:
			row["case_type"] = []map[string]string{{"value": c.kind, "label": "Some label"}}
		case 1:
			row["case_type"] = []string{c.kind}
		}
		rows = append(rows, row)
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	json.NewEncoder(w).Encode(map[string]any{"results": rows, "total": len(cases), "start": start, "aggregates": map[string]any{}})
}
