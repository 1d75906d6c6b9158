package crawler

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"

	"casebook/content"
	"casebook/crawler/text"
)

// An icoPage is an item or news page of the ICO's site as its markup has it.
type icoPage struct {
	Node    string // the CMS's id of the page: stable when its address changes
	Title   string
	Facts   []labelled // the list below the headline: Date, Type, Sector
	Files   []icoFile
	Related []string
	Basis   []string
	Lang    string

	main *goquery.Selection // the part that is the page's own
}

type labelled struct{ Label, Value string }

// notFoundNode is the CMS's id of its not-found page, which comes with any status.
const notFoundNode = "1408"

// errNotFound says that an address answered with the site's not-found page.
var errNotFound = errors.New("the site's not-found page")

// parseICO reads a page of the ICO's site. A page must prove itself: without
// its main part, a headline and the list of facts it is something else.
func (s Source) parseICO(p Page) (icoPage, error) {
	root, err := text.Parse(p.Bytes, p.ContentType)
	if err != nil {
		return icoPage{}, err
	}
	doc := goquery.NewDocumentFromNode(root)
	page := icoPage{
		Node: strings.TrimSpace(doc.Find(`head meta[name="DC.PageID"]`).AttrOr("content", "")),
		Lang: doc.Find("html").AttrOr("lang", ""), Basis: basis(doc),
	}
	if page.Node == notFoundNode || strings.HasPrefix(squash(doc.Find("head title").Text()), "Page not found") {
		return icoPage{}, errNotFound
	}
	main := doc.Find("main#main-content") // survey banners stand before it, with headlines of their own
	page.Title = squash(text.Clean(main.Find("h1").First().Text()))
	if page.Title == "" {
		return icoPage{}, errors.New("no headline in the main part: has the page's shape changed?")
	}
	page.Facts = facts(main)
	if page.fact("Date") == "" && page.fact("Type") == "" {
		return icoPage{}, fmt.Errorf("%q: neither a date nor a type below the headline: has the page's shape changed?", page.Title)
	}
	s.furtherReading(main, &page)
	page.main = main
	return page, nil
}

// facts reads the list that follows the headline.
func facts(main *goquery.Selection) []labelled {
	var all []labelled
	main.Find("ul").EachWithBreak(func(_ int, list *goquery.Selection) bool {
		list.ChildrenFiltered("li").Each(func(_ int, li *goquery.Selection) {
			label := squash(li.ChildrenFiltered("span").First().Text())
			value := squash(text.Clean(li.ChildrenFiltered("strong").First().Text()))
			if label != "" && value != "" {
				all = append(all, labelled{strings.TrimSpace(strings.TrimSuffix(label, ":")), value})
			}
		})
		return len(all) == 0
	})
	return all
}

// siteNotice matches paragraphs that stand on many pages for a time and are
// about none of them.
var siteNotice = regexp.MustCompile(`^(Due to changes made by the Data \(Use and Access\) Act\b|` +
	`.{0,80}\b(searching|sorting|filtering) by date\b|.{0,120}\berrors? with the dates of some documents\b|` +
	`Skip to main content|Back to top|Print this page|Click to toggle details|Share this page)`)

// chrome is what stands among the prose without being it.
const chrome = `script, style, form, noscript, nav, header, footer, further-reading, dataset-download, .print\:hidden, ` +
	`[data-area-alias="right"], [data-content-element-type-alias="relatedDocumentsBlock"]`

// prose is the page's own text without chrome and site notices.
func prose(main *goquery.Selection) string {
	zones := main.Find(".rich-text .prose")
	if zones.Length() == 0 {
		zones = main.Find(".prose")
	}
	zones = zones.FilterFunction(func(_ int, zone *goquery.Selection) bool {
		return zone.ParentsFiltered(".prose").Length() == 0 && zone.Closest(`[role="alert"]`).Length() == 0
	})
	zones = zones.Clone()
	zones.Find(chrome).Remove()
	var kept []string
	for block := range strings.SplitSeq(text.Render(zones.Nodes...), "\n\n") {
		if !siteNotice.MatchString(block) {
			kept = append(kept, block)
		}
	}
	return strings.Join(kept, "\n\n")
}

// text is the page as clean text: the headline, the facts with their labels,
// a line each, and the prose. The "Notes to editors" of a news page follow
// their own headline, so that a reader of the text can tell the two zones.
func (p icoPage) text() content.Text {
	var lines []string
	for _, f := range p.Facts {
		lines = append(lines, f.Label+": "+f.Value)
	}
	body := p.Title + "\n\n" + strings.Join(lines, "\n")
	if prose := prose(p.main); prose != "" {
		body += "\n\n" + prose
	}
	return content.Text{Title: p.Title, Body: body}
}

// fact returns the value of a label, "" where the page has none.
func (p icoPage) fact(label string) string { return factOf(p.Facts, label) }

func factOf(facts []labelled, label string) string {
	i := slices.IndexFunc(facts, func(f labelled) bool { return f.Label == label })
	if i < 0 {
		return ""
	}
	return facts[i].Value
}

// icoDate reads "26 March 2025", the form that the site shows, or a month or a
// year alone.
func icoDate(s string) (content.Date, error) {
	if t, err := time.Parse("2 January 2006", s); err == nil {
		return content.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}, nil
	}
	if t, err := time.Parse("January 2006", s); err == nil {
		return content.Date{Year: t.Year(), Month: int(t.Month())}, nil
	}
	if t, err := time.Parse("2006", s); err == nil {
		return content.Date{Year: t.Year()}, nil
	}
	return content.Date{}, fmt.Errorf("date %q: want a day such as 26 March 2025", s)
}

// monthInAddress is the month that the site puts in the address of a page,
// "/2026/05/": a day is not known from it.
func monthInAddress(address string) content.Date {
	m := addressMonth.FindStringSubmatch(address)
	if m == nil {
		return content.Date{}
	}
	date, _ := content.ParseDate(m[1] + "-" + ("0" + m[2])[len(m[2])-1:]) // absent where it is no month
	return date
}

var addressMonth = regexp.MustCompile(`/((?:19|20)\d\d)/(\d{1,2})/`)

// squash folds white space.
func squash(s string) string { return strings.Join(strings.Fields(s), " ") }
