package crawler

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// An icoFile is a document that a page offers.
type icoFile struct {
	URL, Title string
	Welsh      bool // a translation of another one
}

// furtherReading collects the files and the related pages of a page, which are
// one kind of element in no order that means anything, and those that its
// prose links. A file has the extension of one, or a size.
func (s Source) furtherReading(main *goquery.Selection, page *icoPage) {
	main.Find("further-reading").Each(func(_ int, f *goquery.Selection) {
		_, sized := f.Attr("x-size")
		s.offer(page, f.AttrOr("x-href", ""), f.AttrOr("x-title", ""), sized)
	})
	main.Find(".rich-text .prose a[href]").Each(func(_ int, a *goquery.Selection) {
		s.offer(page, a.AttrOr("href", ""), a.Text(), false)
	})
}

// offer adds one address that a page offers.
func (s Source) offer(page *icoPage, href, title string, sized bool) {
	address, _, _ := strings.Cut(s.absolute(href), "?")
	kind := strings.ToLower(path.Ext(s.path(address)))
	switch {
	case address == "":
	case kind == ".pdf" || sized && kind == "" && isMedia(s.path(address)):
		file := icoFile{address, squash(title), welsh(address, title)}
		if !slices.ContainsFunc(page.Files, func(f icoFile) bool { return f.URL == address }) {
			page.Files = append(page.Files, file)
		}
	case strings.HasPrefix(s.path(address), actionsPath) || strings.HasPrefix(s.path(address), newsPath):
		if address = s.pageAddress(address); !slices.Contains(page.Related, address) {
			page.Related = append(page.Related, address)
		}
	}
}

// isMedia reports whether a path is where the site keeps its files.
func isMedia(path string) bool {
	return strings.HasPrefix(path, "/media2/") || strings.HasPrefix(path, "/media/")
}

// welshName matches the ways in which the site names the Welsh twin of a file.
var welshName = regexp.MustCompile(`(?i)(^|[-_ (])(cym|cymraeg|cymru|welsh)([-_. )]|$)`)

func welsh(address, title string) bool {
	return welshName.MatchString(path.Base(address)) || welshName.MatchString(squash(title))
}
