package crawler

import "casebook/content"

const newsPath = "/about-the-ico/media-centre/news-and-blogs/"

// ICONews is the ICO's news and blogs at home ("https://ico.org.uk"): they
// carry sums and numbers of people that an item page may lack, decisions that
// are not in the register yet, and those of tribunals.
//
// Licence: Open Government Licence v3.0, the text may be kept. Quirks: the
// stamps of the listing disagree with the dates on the pages; "Notes to
// editors" cite old fines and statutory maxima. History: 2026-11 new.
func ICONews(home string) Source {
	s := icoSource(home, "ico-news")
	s.AtLeast, s.AtMost = 10, 5000
	s.Fill = FillBounds{Date: .9}
	s.Start = append(s.registerStart(nodeNews), Link{URL: s.url(sitemapPath)})
	s.Role = s.newsRole
	s.List = s.listNews
	s.Read = func(p Page) ([]Draft, error) { return s.readICO(p, content.News) }
	return s
}

func (s Source) newsRole(address string) Role {
	path := s.path(address)
	switch {
	case path == searchPath || path == sitemapPath:
		return Listing
	case isPageBelow(path, newsPath):
		return Document
	}
	return ""
}

// newsTypes are the labels of the news pages' Type that are known.
var newsTypes = []string{"News", "Blog", "Speech", "Statement"}

func (s Source) listNews(p Page) (Found, error) {
	switch s.path(p.URL) {
	case searchPath:
		return s.listRegister(p, newsPath)
	case sitemapPath:
		return s.listSitemap(p, newsPath)
	}
	page, err := s.parseICO(p)
	if err != nil {
		return Found{}, err
	}
	return Found{Signals: unknownFacts(p.URL, page, newsTypes)}, nil
}
