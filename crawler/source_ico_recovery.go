package crawler

import (
	"errors"
	"net/url"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"casebook/content"
	"casebook/crawler/text"
)

const recoveryPath = "/action-weve-taken/the-icos-work-to-recover-fines/"

// ICORecovery is the ICO's table of what became of its fines at home
// ("https://ico.org.uk"): a row for each penalty, with a link to its item and
// what is known of its payment. Each row is a document of its own, reached by a
// text fragment, so that what it says belongs to one matter.
//
// Licence: Open Government Licence v3.0, the text may be kept. Quirks: the
// columns are known by their headings alone; the page says where a fine stands,
// never on which day it was paid. History: 2026-11 new.
func ICORecovery(home string) Source {
	s := icoSource(home, "ico-recovery")
	s.Start = []Link{{URL: s.url(recoveryPath)}}
	s.Role = func(address string) Role {
		if s.path(s.pageAddress(address)) == recoveryPath {
			return Document
		}
		return ""
	}
	s.List = func(p Page) (Found, error) {
		_, err := s.readRecovery(p)
		return Found{}, err
	}
	s.Read = s.readRecovery
	return s
}

// readRecovery makes a draft of each row. That there are none is an error: the
// page has been rebuilt, since fines do not vanish from it all at once.
func (s Source) readRecovery(p Page) ([]Draft, error) {
	root, err := text.Parse(p.Bytes, p.ContentType)
	if err != nil {
		return nil, err
	}
	doc := goquery.NewDocumentFromNode(root)
	main := doc.Find("main#main-content")
	heading := squash(text.Clean(main.Find("h1").First().Text()))
	published, _ := icoDate(factOf(facts(main), "Date")) // absent where the page does not date itself
	var rows []Draft
	main.Find("table").Each(func(_ int, table *goquery.Selection) {
		columns := cells(table.Find("tr").First())
		table.Find("tr").Each(func(_ int, tr *goquery.Selection) {
			if draft, ok := s.recoveryRow(p.URL, heading, columns, tr); ok {
				draft.Document.Published, draft.Document.Basis = published, basis(doc)
				rows = append(rows, draft)
			}
		})
	})
	if len(rows) == 0 {
		return nil, errors.New("no row of a fine in a table: has the page's shape changed?")
	}
	return rows, nil
}

// recoveryRow makes a draft of a row of cells under the headings of its columns.
// The text has a line for each cell: what the first column calls the party, the
// heading of the page, and each cell below its heading.
func (s Source) recoveryRow(address, heading string, columns []string, tr *goquery.Selection) (Draft, bool) {
	values := cells(tr)
	if tr.Find("td").Length() < 2 || values[0] == "" || len(values) != len(columns) {
		return Draft{}, false
	}
	var lines []string
	for i, value := range values {
		if value != "" {
			lines = append(lines, strings.TrimSuffix(columns[i], ":")+": "+value)
		}
	}
	d := Draft{
		Document: content.Document{
			URL: address + fragment(values[0], values[1]), Title: heading + ": " + values[0],
			Publisher: s.Publisher, Kind: content.News, Licence: s.Licence,
		},
		Text: content.Text{Title: values[0], Body: values[0] + "\n\n" + heading + "\n\n" + strings.Join(lines, "\n")},
	}
	tr.Find("a[href]").Each(func(_ int, a *goquery.Selection) {
		if to := s.pageAddress(a.AttrOr("href", "")); isPageBelow(s.path(to), actionsPath) {
			d.Related = append(d.Related, to)
		}
	})
	return d, true
}

// fragment leads a browser to the words of a page from some to others: a party
// that was fined twice has two rows, which differ in the next cell.
func fragment(from, to string) string {
	if to != "" {
		to = "," + inFragment.Replace(url.PathEscape(to))
	}
	return "#:~:text=" + inFragment.Replace(url.PathEscape(from)) + to
}

// inFragment escapes what separates the parts of a text fragment.
var inFragment = strings.NewReplacer("-", "%2D", ",", "%2C", "&", "%26")

// cells are the texts of a row's cells.
func cells(tr *goquery.Selection) []string {
	var all []string
	tr.ChildrenFiltered("th, td").Each(func(_ int, cell *goquery.Selection) {
		all = append(all, squash(text.Clean(cell.Text())))
	})
	return all
}
