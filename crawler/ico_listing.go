package crawler

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"casebook/content"
)

// The ICO lists each register by a search that its page asks by POST; a
// register is a node of the site's CMS.
const (
	nodeActions   = 17222
	nodeDecisions = 13635
	nodeNews      = 2816

	searchPath  = "/api/search"
	rowsPerPage = 25
	maxListing  = 2000 // pages of one register
)

// icoQuery is the body of a request for one page of a register. A search term
// is never sent: the site answers those with 403.
type icoQuery struct {
	Filters    []string `json:"filters"`
	PageNumber int      `json:"pageNumber"`
	Order      string   `json:"order"`
	RootPageID int      `json:"rootPageId"`
}

// icoAnswer is what comes back. The lists are kept raw so that their absence
// can be told from their being empty.
type icoAnswer struct {
	Results    *[]icoRow `json:"results"`
	Pagination *struct {
		TotalResults *int `json:"totalResults"`
		TotalPages   int  `json:"totalPages"` // may be missing
	} `json:"pagination"`
}

type icoRow struct {
	ID    int    `json:"id"`
	Title string `json:"title"`
	URL   string `json:"url"`
	Meta  string `json:"filterItemMetaData"`
	Stamp string `json:"createdDateTime"`

	unknown []string // keys that no rule knows
}

// rowKeys are the known keys of a row. Those that are not read are the
// description, which the page has in full; the stamp of the CMS, which is the
// date of nothing; and what was decided, which the page says as well.
var rowKeys = []string{"id", "title", "url", "filterItemMetaData", "description", "createdDateTime", "filterItemDecisions"}

// UnmarshalJSON reads a row and notes the keys that no rule knows.
func (r *icoRow) UnmarshalJSON(b []byte) error {
	type plain icoRow
	var keys map[string]json.RawMessage
	if err := errors.Join(json.Unmarshal(b, (*plain)(r)), json.Unmarshal(b, &keys)); err != nil {
		return err
	}
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		if !slices.Contains(rowKeys, key) {
			r.unknown = append(r.unknown, key)
		}
	}
	return nil
}

// registerStart asks for the first page of a register in both orders: with one
// alone some pages come back empty.
func (s Source) registerStart(node int) []Link {
	var links []Link
	for _, order := range []string{"newest", "oldest"} {
		links = append(links, s.searchLink(icoQuery{Filters: []string{}, PageNumber: 1, Order: order, RootPageID: node}))
	}
	return links
}

func (s Source) searchLink(query icoQuery) Link {
	body, err := json.Marshal(query)
	if err != nil {
		panic(err) // a struct of strings and numbers
	}
	return Link{URL: s.url(searchPath), Body: string(body)}
}

// listRegister returns the documents of one page of a register and the pages
// that its order still has after it.
func (s Source) listRegister(p Page, prefix string) (Found, error) {
	var query icoQuery
	if p.Sent != "" { // an archived page only says what is on it
		if err := json.Unmarshal([]byte(p.Sent), &query); err != nil {
			return Found{}, fmt.Errorf("listing: request %q: %w", p.Sent, err)
		}
	}
	var answer icoAnswer
	if err := json.Unmarshal(p.Bytes, &answer); err != nil {
		return Found{}, fmt.Errorf("listing page %d: not the JSON that it should be: %.40q: %w", query.PageNumber, p.Bytes, err)
	}
	if answer.Results == nil || answer.Pagination == nil || answer.Pagination.TotalResults == nil {
		return Found{}, fmt.Errorf("listing page %d: no results, pagination or totalResults: has its shape changed?", query.PageNumber)
	}
	found := Found{List: query.Order, Total: *answer.Pagination.TotalResults}
	for _, row := range *answer.Results {
		s.listRow(&found, row, prefix)
	}
	if p.Sent == "" {
		return found, nil
	}
	for n := query.PageNumber + 1; n <= min(answer.pages(), maxListing); n++ { // whatever led here led to those before
		next := query
		next.PageNumber = n
		found.Links = append(found.Links, s.searchLink(next))
	}
	return found, nil
}

// pages is how many pages the register has. Where that is not said it follows
// from the number of documents: neither an empty page, which may be a hole, nor
// a full one, which may be the same page again, says anything of the end.
func (a icoAnswer) pages() int {
	if a.Pagination.TotalPages > 0 {
		return a.Pagination.TotalPages
	}
	return (*a.Pagination.TotalResults + rowsPerPage - 1) / rowsPerPage
}

// listRow adds one row. Rows of other registers are promoted cards.
func (s Source) listRow(found *Found, row icoRow, prefix string) {
	for _, key := range row.unknown {
		if signal := fmt.Sprintf("listing: rows have a key %q that no rule knows", key); !slices.Contains(found.Signals, signal) {
			found.Signals = append(found.Signals, signal)
		}
	}
	if strings.TrimSpace(row.URL) == "" {
		found.Signals = append(found.Signals, fmt.Sprintf("listing: row %d %q has no address", row.ID, squash(row.Title)))
		return
	}
	address := s.pageAddress(row.URL)
	if !isPageBelow(s.path(address), prefix) {
		return
	}
	link := Link{URL: address, Title: squash(row.Title), Date: rowDate(row.Meta), Stamp: row.Stamp}
	if row.ID > 0 {
		link.Key = itemKey(strconv.Itoa(row.ID))
	}
	found.Links = append(found.Links, link)
}

// rowDate is the date with which a row's line of labels begins; the rest of the
// line is ambiguous, since types and sectors may hold commas.
func rowDate(meta string) content.Date {
	first, _, _ := strings.Cut(meta, ",")
	date, _ := icoDate(squash(first)) // absent where the row has none: its page is asked first
	return date
}

// pageAddress is the address of a page of the site: without query and with the
// slash at its end. "" for one elsewhere.
func (s Source) pageAddress(ref string) string {
	address, _, _ := strings.Cut(s.absolute(ref), "?")
	if address != "" && !strings.HasSuffix(address, "/") {
		address += "/"
	}
	return address
}

// isPageBelow reports whether a path is that of a page in a part of the site,
// and neither the part itself nor the folder of a year or month.
func isPageBelow(path, part string) bool {
	rest, ok := strings.CutPrefix(path, part)
	return ok && strings.Trim(rest, "0123456789/") != ""
}

// itemKey is the key of a matter, from the node of its item page, which stays
// when the page moves.
func itemKey(node string) string {
	if node == "" {
		return ""
	}
	return "ico:" + node
}
