package crawler

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"casebook/content"
)

const actionsPath = "/action-weve-taken/enforcement/"

// ICOActions is the ICO's register of enforcement action: a listing by POST,
// item pages, and the notices as PDF, which are the substance.
//
// Licence: Open Government Licence v3.0, the text may be kept. Quirks: pages of
// the listing come back empty in one order; other headlines stand before the
// real one; the dates of the CMS are not the notice's. History: 2026-11 new.
func ICOActions(home string) Source {
	s := Source{
		Name: "ico-actions", Publisher: "ICO", Home: home, Licence: "OGL-3.0",
		Delay: delayFor(home), AtLeast: 50,
	}
	s.Start = append(s.listingStart(nodeActions), Link{URL: home + "/sitemap.xml"})
	s.Follow = func(p Page) ([]Link, []string, error) { return s.followActions(p) }
	s.Reconcile = func(pages []Page) []string { return s.reconcileListing(pages, actionsPath) }
	s.Read = func(p Page, files *Files) (Reading, bool, error) { return s.readAction(p, files) }
	return s
}

// delayFor is the delay that the live site is known to ask for; robots.txt
// has the last word. A host name that cannot exist needs none.
func delayFor(home string) time.Duration {
	if strings.HasSuffix(home, ".example") {
		return 0
	}
	return 6 * time.Second
}

func (s Source) followActions(p Page) ([]Link, []string, error) {
	path := strings.TrimPrefix(p.URL, s.Home)
	switch {
	case path == "/api/search":
		return s.followListing(p, actionsPath)
	case path == "/sitemap.xml":
		return s.followSitemap(p, actionsPath)
	case strings.HasPrefix(path, "/media"):
		if !bytes.HasPrefix(p.Bytes, []byte("%PDF-")) {
			return nil, nil, unexpected(p, "no PDF came back")
		}
		return nil, nil, nil
	}
	page, err := s.parseICO(p)
	if err != nil {
		return nil, nil, err
	}
	var links []Link
	for _, file := range page.Files {
		if !file.Welsh {
			links = append(links, Link{URL: file.URL})
		}
	}
	return links, s.unknownFacts(p, page), nil
}

// unknownFacts reports what a page says that no rule of ours knows.
func (s Source) unknownFacts(p Page, page icoPage) []string {
	var signals []string
	for _, f := range page.Facts {
		switch f.Label {
		case "Date":
			if _, ok := icoDate(f.Value); !ok {
				signals = append(signals, fmt.Sprintf("%s: date %q", p.URL, f.Value))
			}
		case "Type":
			for _, label := range strings.Split(f.Value, ",") {
				if label = strings.TrimSpace(label); !knownType(label) {
					signals = append(signals, fmt.Sprintf("%s: type %q", p.URL, label))
				}
			}
		case "Sector":
		default:
			signals = append(signals, fmt.Sprintf("%s: label %q", p.URL, f.Label))
		}
	}
	return signals
}

func (s Source) readAction(p Page, files *Files) (Reading, bool, error) {
	path := strings.TrimPrefix(p.URL, s.Home)
	switch {
	case strings.HasPrefix(path, "/media"):
		return s.readNotice(p, files)
	case !strings.HasPrefix(path, actionsPath) || path == actionsPath:
		return Reading{}, false, nil
	}
	page, err := s.parseICO(p)
	if err != nil {
		return Reading{}, false, err
	}
	date, _ := icoDate(page.fact("Date"))
	read := Reading{
		Document: content.Document{
			URL: p.URL, Title: page.Title, Publisher: s.Publisher, Kind: content.Item, Published: date,
			Item: itemKey(page.Node), Licence: s.Licence, Basis: page.Basis, Language: language(page.Lang),
		},
		Text:    page.text(),
		Related: page.Related,
	}
	for _, file := range page.Files {
		if !file.Welsh {
			read.Files = append(read.Files, file.URL)
		}
	}
	return read, true, nil
}

// readNotice reads a PDF; which item it belongs to is known from the item.
func (s Source) readNotice(p Page, files *Files) (Reading, bool, error) {
	read, err := files.PDF.Read(p.Bytes)
	if err != nil {
		return Reading{}, false, unexpected(p, "%v", err)
	}
	return Reading{
		Document: content.Document{URL: p.URL, Publisher: s.Publisher, Kind: content.Notice, Licence: s.Licence},
		Text:     content.Text{Body: read.Body, Pages: read.Pages},
	}, true, nil
}

func itemKey(node string) string {
	if node == "" {
		return ""
	}
	return "ico:" + node
}

// language is empty for English, which needs no mark.
func language(lang string) string {
	if strings.HasPrefix(strings.ToLower(lang), "en") {
		return ""
	}
	return lang
}
