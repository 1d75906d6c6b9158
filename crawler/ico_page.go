package crawler

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"casebook/content"
	"casebook/crawler/text"

	"github.com/PuerkitoBio/goquery"
)

// An icoPage is an item or news page of the ICO's site as its markup states it.
type icoPage struct {
	Node    string // the CMS's id of the page: stable when its address changes
	Title   string
	Facts   []labelled // the list below the headline: Date, Type, Sector
	Body    string
	Files   []icoFile
	Related []string
	Basis   []string
	Lang    string
}

type labelled struct{ Label, Value string }

// An icoFile is a document that a page offers.
type icoFile struct {
	URL, Title string
	Welsh      bool
}

// notFoundNode is the CMS's id of its not-found page, which comes with any status.
const notFoundNode = "1408"

// siteNotice matches paragraphs that stand on every page of a time and are not about its matter.
var siteNotice = regexp.MustCompile(`^(Due to changes made by the Data \(Use and Access\) Act|Skip to main content|Back to top|Print this page|Click to toggle)`)

// parseICO reads a page of the ICO's site.
func (s Source) parseICO(p Page) (icoPage, error) {
	root, err := text.Parse(p.Bytes, p.ContentType)
	if err != nil {
		return icoPage{}, unexpected(p, "%v", err)
	}
	doc := goquery.NewDocumentFromNode(root)
	meta := func(name string) string {
		return strings.TrimSpace(doc.Find(`head meta[name="`+name+`"]`).AttrOr("content", ""))
	}
	page := icoPage{Node: meta("DC.PageID"), Lang: doc.Find("html").AttrOr("lang", "")}
	if page.Node == notFoundNode || strings.HasPrefix(doc.Find("title").Text(), "Page not found") {
		return icoPage{}, unexpected(p, "the site's not-found page")
	}
	main := doc.Find("main#main-content")
	page.Title = squash(main.Find("h1").First().Text())
	if page.Title == "" {
		return icoPage{}, unexpected(p, "no headline in the main part: has the page's shape changed?")
	}
	main.Find("ul li").Each(func(_ int, li *goquery.Selection) {
		label, value := squash(li.ChildrenFiltered("span").First().Text()), squash(li.ChildrenFiltered("strong").First().Text())
		if label != "" && value != "" {
			page.Facts = append(page.Facts, labelled{strings.TrimSuffix(label, ":"), value})
		}
	})
	doc.Find(`head meta[name="casebook:basis"]`).Each(func(_ int, m *goquery.Selection) {
		page.Basis = append(page.Basis, m.AttrOr("content", ""))
	})
	s.furtherReading(main, &page)
	page.Body = prose(main)
	return page, nil
}

// furtherReading collects files and related pages, which are one kind of
// element: a file has a document's extension or a size.
func (s Source) furtherReading(main *goquery.Selection, page *icoPage) {
	main.Find("further-reading").Each(func(_ int, f *goquery.Selection) {
		address := s.absolute(f.AttrOr("x-href", ""))
		title := squash(f.AttrOr("x-title", ""))
		_, sized := f.Attr("x-size")
		switch {
		case address == "":
		case strings.EqualFold(path.Ext(address), ".pdf") || sized && strings.Contains(address, "/media"):
			page.Files = append(page.Files, icoFile{address, title, welsh(address, title)})
		default:
			page.Related = append(page.Related, address)
		}
	})
	main.Find(".rich-text .prose a[href]").Each(func(_ int, a *goquery.Selection) {
		address := s.absolute(a.AttrOr("href", ""))
		if strings.EqualFold(path.Ext(address), ".pdf") {
			page.Files = append(page.Files, icoFile{address, squash(a.Text()), welsh(address, a.Text())})
		} else if address != "" && strings.Contains(address, "/enforcement/") {
			page.Related = append(page.Related, address)
		}
	})
	page.Related = unique(page.Related)
	seen := map[string]bool{}
	page.Files = slices.DeleteFunc(page.Files, func(f icoFile) bool {
		was := seen[f.URL]
		seen[f.URL] = true
		return was
	})
}

var welshName = regexp.MustCompile(`(?i)[-_]cym(raeg)?[-_.]|[-_ ]welsh\b`)

func welsh(address, title string) bool {
	return welshName.MatchString(address) || welshName.MatchString("-"+title+" ") ||
		strings.Contains(title, "Cymr") || strings.Contains(title, "Welsh")
}

// prose is the text of the page without chrome and site notices.
func prose(main *goquery.Selection) string {
	body := main.Find(".rich-text .prose")
	if body.Length() == 0 {
		body = main.Find(".prose")
	}
	body = body.Clone()
	body.Find(`script, style, form, noscript, nav, header, footer, further-reading, .print\:hidden`).Remove()
	var kept []string
	for block := range strings.SplitSeq(text.Render(body.Nodes...), "\n\n") {
		if !siteNotice.MatchString(block) {
			kept = append(kept, block)
		}
	}
	return strings.Join(kept, "\n\n")
}

// text is the page as clean text: the headline, the labelled facts, the prose.
func (p icoPage) text() content.Text {
	lines := []string{p.Title}
	for _, f := range p.Facts {
		lines = append(lines, f.Label+": "+f.Value)
	}
	return content.Text{Title: p.Title, Body: strings.Join(append(lines, p.Body), "\n\n")}
}

// fact returns the value of a label.
func (p icoPage) fact(label string) string {
	for _, f := range p.Facts {
		if f.Label == label {
			return f.Value
		}
	}
	return ""
}

// icoDate reads "26 March 2025", the only form that the site shows.
func icoDate(s string) (content.Date, bool) {
	if t, err := time.Parse("2 January 2006", s); err == nil {
		return content.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}, true
	}
	if t, err := time.Parse("January 2006", s); err == nil {
		return content.Date{Year: t.Year(), Month: int(t.Month())}, true
	}
	year, err := strconv.Atoi(s)
	return content.Date{Year: year}, err == nil && year > 1990 && year < 2200
}

func squash(s string) string { return strings.Join(strings.Fields(s), " ") }

func unique(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}
