package crawler

import (
	"bytes"
	"strings"

	"casebook/content"
	"casebook/crawler/text"

	"github.com/PuerkitoBio/goquery"
	"github.com/mmcdole/gofeed"
)

// Press is a newspaper that offers a feed of its articles.
//
// Licence: all rights reserved; facts, short quotes and the link are kept,
// never the article. History: 2026-11 new.
func Press(name, publisher, home, feed string) Source {
	s := Source{Name: name, Publisher: publisher, Home: home, Licence: "all-rights-reserved", Delay: delayFor(home), AtLeast: 1}
	s.Start = []Link{{URL: feed}}
	s.Follow = func(p Page) ([]Link, []string, error) {
		if p.URL == feed {
			return s.followFeed(p)
		}
		return nil, nil, nil
	}
	s.Read = func(p Page, _ *Files) (Reading, bool, error) {
		if p.URL == feed || p.URL == home+"/robots.txt" {
			return Reading{}, false, nil
		}
		return s.readArticle(p)
	}
	return s
}

func (s Source) followFeed(p Page) ([]Link, []string, error) {
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(p.Bytes))
	if err != nil {
		return nil, nil, unexpected(p, "feed: %v", err)
	}
	var links []Link
	for _, item := range feed.Items {
		if address := s.absolute(item.Link); address != "" {
			links = append(links, Link{URL: address, Item: true})
		}
	}
	return links, nil, nil
}

func (s Source) readArticle(p Page) (Reading, bool, error) {
	article, err := text.Article(p.Bytes, p.ContentType, p.URL)
	if err != nil {
		return Reading{}, false, unexpected(p, "%v", err)
	}
	published, err := content.ParseDate(article.Published)
	if err != nil {
		published = content.Date{} // the page does not say
	}
	return Reading{
		Document: content.Document{
			URL: p.URL, Title: article.Title, Publisher: s.Publisher, Kind: content.Article, Published: published,
			Licence: s.Licence, Language: language(article.Language), Basis: basis(p),
		},
		Text: content.Text{Title: article.Title, Body: article.Body},
	}, true, nil
}

// basis are the public sources that a replica page names.
func basis(p Page) []string {
	doc, err := goquery.NewDocumentFromReader(bytes.NewReader(p.Bytes))
	if err != nil {
		return nil
	}
	var found []string
	doc.Find(`head meta[name="casebook:basis"]`).Each(func(_ int, m *goquery.Selection) {
		found = append(found, strings.TrimSpace(m.AttrOr("content", "")))
	})
	return found
}
