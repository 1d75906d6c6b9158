package crawler

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// The ICO's listing is a search that a page asks by POST. Each register is a
// node of the site's CMS.
const (
	nodeActions = 17222
	nodeNews    = 2816
	rowsPerPage = 25
)

// listingQuery is the body of a request for one page of a register. A search
// term is never sent: the site answers those with 403.
type listingQuery struct {
	Filters    []string `json:"filters"`
	PageNumber int      `json:"pageNumber"`
	Order      string   `json:"order"`
	RootPageID int      `json:"rootPageId"`
}

// listingAnswer is what comes back. Keys that are not listed here are a signal.
type listingAnswer struct {
	Results    []listingRow `json:"results"`
	Pagination *struct {
		TotalResults int `json:"totalResults"`
		TotalPages   int `json:"totalPages"`
	} `json:"pagination"`
}

type listingRow struct {
	ID    int    `json:"id"`
	Title string `json:"title"`
	URL   string `json:"url"`
	Meta  string `json:"filterItemMetaData"`
}

func (s Source) listingLink(query listingQuery) Link {
	body, err := json.Marshal(query)
	if err != nil {
		panic(err) // a struct of strings and numbers
	}
	return Link{URL: s.Home + "/api/search", Body: string(body)}
}

// listingStart asks for the first page in both orders: with one order alone
// some pages come back empty, which is not the end.
func (s Source) listingStart(node int) []Link {
	var links []Link
	for _, order := range []string{"newest", "oldest"} {
		links = append(links, s.listingLink(listingQuery{Filters: []string{}, PageNumber: 1, Order: order, RootPageID: node}))
	}
	return links
}

func parseListing(p Page) (listingQuery, listingAnswer, error) {
	var query listingQuery
	var answer listingAnswer
	if err := json.Unmarshal([]byte(p.RequestBody), &query); err != nil {
		return query, answer, unexpected(p, "request body: %v", err)
	}
	if err := json.Unmarshal(p.Bytes, &answer); err != nil {
		return query, answer, unexpected(p, "listing page %d: not the JSON that it should be: %v", query.PageNumber, err)
	}
	if answer.Results == nil || answer.Pagination == nil {
		return query, answer, unexpected(p, "listing page %d: no results or pagination: has its shape changed?", query.PageNumber)
	}
	return query, answer, nil
}

// followListing returns the items of one listing page and, after the first,
// all other pages of its order.
func (s Source) followListing(p Page, prefix string) (links []Link, signals []string, err error) {
	query, answer, err := parseListing(p)
	if err != nil {
		return nil, nil, err
	}
	for _, row := range answer.Results {
		switch address := s.absolute(row.URL); {
		case row.URL == "" || address == "":
			signals = append(signals, fmt.Sprintf("listing row %d %q has no address", row.ID, row.Title))
		case strings.HasPrefix(strings.TrimPrefix(address, s.Home), prefix): // else a promoted row of another register
			links = append(links, Link{URL: slashed(address), Item: true})
		}
	}
	pages := answer.Pagination.TotalPages
	if pages == 0 && len(answer.Results) == rowsPerPage {
		signals = append(signals, fmt.Sprintf("listing in order %s does not say how many pages it has", query.Order))
	}
	if query.PageNumber == 1 {
		for n := 2; n <= min(pages, 2000); n++ {
			next := query
			next.PageNumber = n
			links = append(links, s.listingLink(next))
		}
	}
	return links, signals, nil
}

// reconcileListing compares how many items the listing says it has with how
// many its pages named, both orders together.
func (s Source) reconcileListing(pages []Page, prefix string) []string {
	named, total := map[string]bool{}, 0
	for _, p := range pages {
		_, answer, err := parseListing(p)
		if err != nil {
			continue // reported when it was read
		}
		total = max(total, answer.Pagination.TotalResults)
		for _, row := range answer.Results {
			if address := s.absolute(row.URL); row.URL != "" && strings.HasPrefix(strings.TrimPrefix(address, s.Home), prefix) {
				named[slashed(address)] = true
			}
		}
	}
	if len(named) == total {
		return nil
	}
	return []string{fmt.Sprintf("the listing counts %d items and names %d", total, len(named))}
}

// slashed is the address without query and with the slash at its end.
func slashed(address string) string {
	address, _, _ = strings.Cut(address, "?")
	if !strings.HasSuffix(address, "/") {
		address += "/"
	}
	return address
}

// actionTypes are the labels of the register's Type that are known. Another
// one is kept and reported.
var actionTypes = []string{"Monetary penalties", "Enforcement notices", "Reprimands", "Prosecutions", "Undertakings",
	"Assessment notices", "Information notices", "Preliminary enforcement notices", "Warnings"}

func knownType(label string) bool { return slices.Contains(actionTypes, label) }
