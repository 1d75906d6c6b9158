package crawler

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/mmcdole/gofeed"

	"casebook/content"
	"casebook/crawler/text"
)

// pressDelay is the time between two requests to a newspaper that asks for none.
const pressDelay = 2 * time.Second

// Press is a newspaper at home that offers its articles in an RSS or Atom
// feed. Name is what its readers call it.
//
// Licence: all rights reserved; facts, short quotes and the link are kept,
// never the article. Quirks: pages carry menus, boxes and headlines of other
// stories; an article without a date of its own has that of the feed, if it is
// in it, or none. An article that states no enforcement action is read and makes
// no case. History: 2026-11 new.
func Press(name, home, feed string) Source {
	host := hostOf(home)
	s := Source{
		Name: "press-" + content.Slug(name), Publisher: name, Licence: "all-rights-reserved",
		Hosts: []string{host}, Aliases: []string{"www." + host}, Delay: pressDelay, AtLeast: 1,
		Start: []Link{{URL: feed}},
	}
	if bare, ok := strings.CutPrefix(host, "www."); ok {
		s.Aliases = []string{bare}
	}
	if other := hostOf(feed); !slices.Contains(s.Hosts, other) && !slices.Contains(s.Aliases, other) {
		s.Hosts = append(s.Hosts, other)
	}
	s.Role = func(address string) Role { return s.pressRole(address, feed) }
	s.List = s.listFeed
	s.Read = s.readArticle
	return s
}

func (s Source) pressRole(address, feed string) Role {
	switch path := s.path(address); {
	case address == feed:
		return Listing
	case path == "" || path == "/" || path == robotsPath:
		return ""
	}
	return Document
}

// listFeed returns the articles of a feed; an article leads nowhere, but must
// be one.
func (s Source) listFeed(p Page) (Found, error) {
	if s.Role(p.URL) == Document {
		_, err := text.Article(p.Bytes, p.ContentType, p.URL)
		return Found{}, err
	}
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(p.Bytes))
	if err != nil {
		return Found{}, fmt.Errorf("feed: %w", err)
	}
	found := Found{}
	for _, item := range feed.Items {
		address := s.absolute(item.Link)
		if address == "" {
			found.Signals = append(found.Signals, fmt.Sprintf("feed: %q leads to %q, which is not on the paper's site", squash(item.Title), item.Link))
			continue
		}
		link := Link{URL: address, Title: squash(item.Title), Stamp: cmp.Or(item.Updated, item.Published)}
		if at := item.PublishedParsed; at != nil {
			link.Date = content.Date{Year: at.Year(), Month: int(at.Month()), Day: at.Day()}
		}
		found.Links = append(found.Links, link)
	}
	return found, nil
}

func (s Source) readArticle(p Page) ([]Draft, error) {
	article, err := text.Article(p.Bytes, p.ContentType, p.URL)
	if err != nil {
		return nil, err
	}
	root, err := text.Parse(p.Bytes, p.ContentType)
	if err != nil {
		return nil, err
	}
	var published content.Date // absent where the page does not say
	if article.Published != "" {
		if published, err = content.ParseDate(article.Published); err != nil {
			return nil, err
		}
	}
	return []Draft{{
		Document: content.Document{
			URL: p.URL, Title: article.Title, Publisher: s.Publisher, Kind: content.Article, Published: published,
			Language: language(article.Language), Licence: s.Licence, Basis: basis(goquery.NewDocumentFromNode(root)),
		},
		Text: content.Text{Title: article.Title, Body: article.Body},
	}}, nil
}

// basis are the public sources that a page of the replica names for its facts.
func basis(doc *goquery.Document) []string {
	var found []string
	add := func(address string) {
		if address = strings.TrimSpace(address); address != "" && !slices.Contains(found, address) {
			found = append(found, address)
		}
	}
	doc.Find(`head meta[name="casebook:basis"]`).Each(func(_ int, m *goquery.Selection) { add(m.AttrOr("content", "")) })
	doc.Find(`head link[rel="cite-as"]`).Each(func(_ int, l *goquery.Selection) { add(l.AttrOr("href", "")) })
	return found
}
