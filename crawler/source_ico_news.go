package crawler

import (
	"strings"

	"casebook/content"
)

const newsPath = "/about-the-ico/media-centre/news-and-blogs/"

// ICONews is the ICO's press releases, which carry amounts and people that an
// item page may lack, and decisions of tribunals.
//
// Licence: Open Government Licence v3.0. Quirks: the listing's stamps disagree
// with the dates on the pages; "Notes to editors" cite old fines and maxima.
// History: 2026-11 new.
func ICONews(home string) Source {
	s := Source{Name: "ico-news", Publisher: "ICO", Home: home, Licence: "OGL-3.0", Delay: delayFor(home), AtLeast: 10}
	s.Start = s.listingStart(nodeNews)
	s.Follow = func(p Page) ([]Link, []string, error) {
		if strings.HasSuffix(p.URL, "/api/search") {
			return s.followListing(p, newsPath)
		}
		_, err := s.parseICO(p)
		return nil, nil, err
	}
	s.Reconcile = func(pages []Page) []string { return s.reconcileListing(pages, newsPath) }
	s.Read = func(p Page, _ *Files) (Reading, bool, error) { return s.readNews(p) }
	return s
}

func (s Source) readNews(p Page) (Reading, bool, error) {
	if path := strings.TrimPrefix(p.URL, s.Home); !strings.HasPrefix(path, newsPath) || path == newsPath {
		return Reading{}, false, nil
	}
	page, err := s.parseICO(p)
	if err != nil {
		return Reading{}, false, err
	}
	date, _ := icoDate(page.fact("Date"))
	return Reading{
		Document: content.Document{
			URL: p.URL, Title: page.Title, Publisher: s.Publisher, Kind: content.News, Published: date,
			Licence: s.Licence, Basis: page.Basis, Language: language(page.Lang),
		},
		Text:    page.text(),
		Related: page.Related,
	}, true, nil
}
