package crawler

import (
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"casebook/content"
	"casebook/crawler/text"
)

const (
	govUK         = "https://www.gov.uk"
	govFiles      = "assets.publishing.service.gov.uk"
	govDelay      = time.Second
	govSearchPath = "/api/search.json"
	govAPI        = "/api/content"
	cmaPath       = "/cma-cases/"
	cmaPerPage    = 500
)

// cmaTypes are the types of case that end in enforcement.
var cmaTypes = []string{"ca98-and-civil-cartels", "competition-disqualification", "consumer-enforcement", "criminal-cartels"}

// cmaOthers are the known types that do not.
var cmaOthers = []string{"markets", "mergers", "oim-project", "regulatory-references-and-appeals", "review-of-orders-and-undertakings", "sau-referral"}

// CMACases is the Competition and Markets Authority's register of cases at home
// ("https://www.gov.uk"): GOV.UK's search API lists them, its content API gives
// each as JSON. It is read only when asked for by name.
//
// Licence: Open Government Licence v3.0, the text may be kept. Quirks: a case is
// one page that grows for years, with the decision among its attachments; the
// body is HTML in JSON; files lie on a host of their own. History: 2026-11 new.
func CMACases(home string) Source {
	host := hostOf(home)
	s := Source{
		Name: "cma-cases", Publisher: "CMA", Licence: ogl, Delay: govDelay, AtLeast: 100, AtMost: 20_000,
		Hosts: []string{host}, Fill: FillBounds{Words: .7, Date: .9, Item: .9},
	}
	if bare, ok := strings.CutPrefix(host, "www."); ok {
		s.Hosts, s.Aliases = append(s.Hosts, govFiles), []string{bare}
	} else if host != "" {
		s.Hosts = append(s.Hosts, "assets."+host)
	}
	s.Start = []Link{s.cmaList(0)}
	s.Role = s.cmaRole
	s.List = s.listCMA
	s.Read = s.readCMA
	return s
}

func (s Source) cmaList(start int) Link {
	return Link{URL: s.url(fmt.Sprintf("%s?count=%d&fields=case_type,link,title&filter_format=cma_case&order=public_timestamp&start=%d", govSearchPath, cmaPerPage, start))}
}

// cmaRole takes the page for people for a document as well: it is the address
// under which a case is published, though it is read through the API.
func (s Source) cmaRole(address string) Role {
	where, _, _ := strings.Cut(s.path(address), "?")
	switch {
	case where == govSearchPath:
		return Listing
	case isPageBelow(strings.TrimPrefix(where, govAPI), cmaPath):
		return Document
	case s.path(address) == "" && strings.HasSuffix(address, ".pdf"):
		return File
	}
	return ""
}

// cmaAnswer is one page of the list. The rows are kept raw so that their absence
// can be told from their being empty.
type cmaAnswer struct {
	Results *[]struct {
		Link, Title string
		Types       govWords `json:"case_type"`
	}
	Total *int
	Start int
}

func (s Source) listCMA(p Page) (Found, error) {
	switch s.Role(p.URL) {
	case File:
		return checkFile(p)
	case Document:
		c, err := parseCMA(p)
		if err != nil {
			return Found{}, err
		}
		return Found{Links: s.cmaFiles(c), Signals: c.signals(p.URL)}, nil
	}
	var answer cmaAnswer
	if err := json.Unmarshal(p.Bytes, &answer); err != nil {
		return Found{}, fmt.Errorf("listing: not the JSON that it should be: %.40q: %w", p.Bytes, err)
	}
	if answer.Results == nil || answer.Total == nil {
		return Found{}, errors.New("listing: no results or total: has its shape changed?")
	}
	found := Found{List: "search", Total: *answer.Total}
	for _, row := range *answer.Results {
		switch address := s.absolute(row.Link); {
		case !isPageBelow(s.path(address), cmaPath):
			found.Signals = append(found.Signals, fmt.Sprintf("listing: %q leads to %q, which is no case", squash(row.Title), row.Link))
			found.Left++
		case len(row.Types) > 0 && !row.Types.any(cmaTypes):
			found.Left++
		default:
			found.Links = append(found.Links, Link{URL: s.url(govAPI + s.path(address)), Title: squash(row.Title)})
		}
	}
	step := len(*answer.Results) // the API gives no more than it likes, whatever is asked for
	for n := 1; answer.Start == 0 && step > 0 && n*step < *answer.Total && n < maxListing; n++ {
		found.Links = append(found.Links, s.cmaList(n*step))
	}
	return found, nil
}

// A cmaCase is what the content API says of a case.
type cmaCase struct {
	ID        string `json:"content_id"`
	Path      string `json:"base_path"`
	Kind      string `json:"document_type"`
	Title     string
	Locale    string
	First     string `json:"first_published_at"`
	Withdrawn struct {
		At string `json:"withdrawn_at"`
	} `json:"withdrawn_notice"`
	Details struct {
		Body        govHTML
		Attachments []struct {
			Title, URL string
			Type       string `json:"content_type"`
		}
		Metadata struct {
			Type   string   `json:"case_type"`
			State  string   `json:"case_state"`
			Sector govWords `json:"market_sector"`
			Opened string   `json:"opened_date"`
			Closed string   `json:"closed_date"`
		}
		History []struct {
			At string `json:"public_timestamp"`
		} `json:"change_history"`
	}
}

// parseCMA reads a case. It must prove itself as one.
func parseCMA(p Page) (cmaCase, error) {
	var c cmaCase
	if err := json.Unmarshal(p.Bytes, &c); err != nil {
		return cmaCase{}, fmt.Errorf("case: not the JSON that it should be: %.40q: %w", p.Bytes, err)
	}
	if c.Kind != "cma_case" || c.Title == "" || c.ID == "" {
		return cmaCase{}, fmt.Errorf("case: document type %q, title %q: has its shape changed?", c.Kind, c.Title)
	}
	return c, nil
}

// signals reports words that no rule knows.
func (c cmaCase) signals(address string) []string {
	var lines []string
	if t := c.Details.Metadata.Type; !slices.Contains(cmaTypes, t) && !slices.Contains(cmaOthers, t) {
		lines = append(lines, fmt.Sprintf("%s: type %q", address, c.Details.Metadata.Type))
	}
	if state := c.Details.Metadata.State; state != "open" && state != "closed" {
		lines = append(lines, fmt.Sprintf("%s: state %q", address, state))
	}
	return lines
}

func (s Source) cmaFiles(c cmaCase) []Link {
	var links []Link
	for _, a := range c.Details.Attachments {
		if address := s.absolute(a.URL); s.Role(address) == File && (a.Type == "" || a.Type == "application/pdf") && strings.EqualFold(path.Ext(address), ".pdf") {
			links = append(links, Link{URL: address, Title: squash(a.Title), Key: c.key()})
		}
	}
	return links
}

func (c cmaCase) key() string { return "cma:" + c.ID }

// published is when a case was first published; the day of its last edit is not
// that of anything decided.
func (c cmaCase) published() content.Date {
	first := c.First
	for _, change := range c.Details.History {
		if first == "" || change.At < first {
			first = change.At
		}
	}
	date, _ := content.ParseDate(first[:min(10, len(first))]) // absent where it does not say
	return date
}

func (s Source) readCMA(p Page) ([]Draft, error) {
	c, err := parseCMA(p)
	if err != nil {
		return nil, err
	}
	root, err := text.Parse([]byte(c.Details.Body), "text/html; charset=utf-8")
	if err != nil {
		return nil, err
	}
	title := squash(c.Title)
	var lines []string
	for _, f := range []labelled{{"Case type", c.Details.Metadata.Type}, {"Case state", c.Details.Metadata.State},
		{"Market sector", strings.Join(c.Details.Metadata.Sector, ", ")}, {"Opened", c.Details.Metadata.Opened}, {"Closed", c.Details.Metadata.Closed}} {
		if f.Value != "" {
			lines = append(lines, f.Label+": "+f.Value)
		}
	}
	d := Draft{
		Document: content.Document{
			URL: s.url(c.Path), Title: title, Publisher: s.Publisher, Kind: content.Item, Published: c.published(),
			Item: c.key(), Language: language(c.Locale), Licence: s.Licence,
		},
		Key: c.key(), Files: s.cmaFiles(c),
		Text: content.Text{Title: title, Body: title + "\n\n" + strings.Join(lines, "\n") + "\n\n" + strings.TrimSpace(text.Render(root))},
	}
	if at := c.Withdrawn.At; len(at) >= 10 {
		d.Document.Withdrawn, _ = content.ParseDate(at[:10]) // absent where the form is another
	}
	return []Draft{d}, nil
}

// govWords is one word or a list of words or of words with labels.
type govWords []string

// UnmarshalJSON takes each of the forms.
func (w *govWords) UnmarshalJSON(b []byte) error {
	var one string
	if json.Unmarshal(b, &one) == nil {
		*w = govWords{one}
		return nil
	}
	var many []json.RawMessage
	if err := json.Unmarshal(b, &many); err != nil {
		return err
	}
	for _, raw := range many {
		var labelled struct{ Value string }
		if json.Unmarshal(raw, &one) != nil {
			if err := json.Unmarshal(raw, &labelled); err != nil {
				return err
			}
			one = labelled.Value
		}
		*w = append(*w, one)
	}
	return nil
}

func (w govWords) any(of []string) bool {
	return slices.ContainsFunc(w, func(s string) bool { return slices.Contains(of, s) })
}

// govHTML is HTML, or a list of the same text in several types of which one is.
type govHTML string

// UnmarshalJSON takes both forms.
func (h *govHTML) UnmarshalJSON(b []byte) error {
	var one string
	if json.Unmarshal(b, &one) == nil {
		*h = govHTML(one)
		return nil
	}
	var many []struct {
		Type    string `json:"content_type"`
		Content string
	}
	if err := json.Unmarshal(b, &many); err != nil {
		return err
	}
	for _, m := range many {
		if m.Type == "text/html" {
			*h = govHTML(m.Content)
		}
	}
	return nil
}
