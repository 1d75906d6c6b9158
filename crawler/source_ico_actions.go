package crawler

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"casebook/content"
)

const (
	actionsPath = "/action-weve-taken/enforcement/"
	ogl         = "OGL-3.0"
	icoDelay    = 6 * time.Second // what its robots.txt is known to ask for
)

// ICOActions is the ICO's register of enforcement action at home
// ("https://ico.org.uk"): a listing by POST, item pages, and the notices as
// PDF, which are the substance.
//
// Licence: Open Government Licence v3.0, the text may be kept. Quirks: pages of
// the listing come back empty in one order; other headlines stand before the
// real one; the dates of the CMS are not the notice's; items leave after some
// years. History: 2026-11 new.
func ICOActions(home string) Source {
	s := icoSource(home, "ico-actions")
	s.AtLeast, s.AtMost = 50, 800
	s.Fill = FillBounds{Words: .7, Date: .9, Item: .9, Party: .7, Amount: .7}
	s.Start = append(s.registerStart(nodeActions), Link{URL: s.url(sitemapPath)})
	s.Role = s.actionsRole
	s.List = s.listActions
	s.Read = s.readAction
	return s
}

// icoSource is what the registers of the ICO have in common.
func icoSource(home, name string) Source {
	host := hostOf(home)
	return Source{
		Name: name, Publisher: "ICO", Licence: ogl, Delay: icoDelay,
		Hosts: []string{host}, Aliases: []string{"www." + host, "cy." + host},
	}
}

func (s Source) actionsRole(address string) Role {
	path := s.path(address)
	switch {
	case path == searchPath || path == sitemapPath:
		return Listing
	case isMedia(path):
		return File
	case isPageBelow(path, actionsPath):
		return Document
	}
	return ""
}

func (s Source) listActions(p Page) (Found, error) {
	switch s.path(p.URL) {
	case searchPath:
		return s.listRegister(p, actionsPath)
	case sitemapPath:
		return s.listSitemap(p, actionsPath)
	}
	if s.Role(p.URL) == File {
		return checkFile(p)
	}
	page, err := s.parseICO(p)
	if err != nil {
		return Found{}, err
	}
	return Found{Links: s.files(page), Signals: unknownFacts(p.URL, page, actionTypes)}, nil
}

// files are the files of a page that are worth reading: a Welsh twin repeats
// another one.
func (s Source) files(page icoPage) []Link {
	var links []Link
	for _, f := range page.Files {
		if !f.Welsh {
			links = append(links, Link{URL: f.URL, Title: f.Title, Key: itemKey(page.Node)})
		}
	}
	return links
}

// actionTypes are the labels of the register's Type that are known.
var actionTypes = []string{"Monetary penalties", "Enforcement notices", "Reprimands", "Prosecutions", "Undertakings",
	"Assessment notices", "Information notices", "Preliminary enforcement notices", "Warnings"}

// unknownFacts reports what a page's list of facts says that no rule knows.
func unknownFacts(address string, page icoPage, types []string) []string {
	var signals []string
	signal := func(what, value string) { signals = append(signals, fmt.Sprintf("%s: %s %q", address, what, value)) }
	if page.Node == "" {
		signal("no DC.PageID", page.Title)
	}
	if page.fact("Date") == "" {
		signal("no date", page.Title)
	}
	for _, f := range page.Facts {
		switch f.Label {
		case "Date":
			if _, err := icoDate(f.Value); err != nil {
				signal("date", f.Value)
			}
		case "Type":
			for label := range strings.SplitSeq(f.Value, ",") {
				if label = strings.TrimSpace(label); !slices.Contains(types, label) {
					signal("type", label)
				}
			}
		case "Sector":
		default:
			signal("label", f.Label)
		}
	}
	return signals
}

func (s Source) readAction(p Page) ([]Draft, error) { return s.readICO(p, content.Item) }

// readICO makes a draft of an item or news page.
func (s Source) readICO(p Page, kind content.DocumentKind) ([]Draft, error) {
	page, err := s.parseICO(p)
	if err != nil {
		return nil, err
	}
	date, _ := icoDate(page.fact("Date")) // List reports a form of date that is not known: the document has none then
	d := Draft{
		Document: content.Document{
			URL: p.URL, Title: page.Title, Publisher: s.Publisher, Kind: kind, Published: date,
			Language: language(page.Lang), Licence: s.Licence, Basis: page.Basis,
		},
		Key: itemKey(page.Node), Text: page.text(), Related: page.Related,
	}
	if kind == content.Item {
		d.Document.Item, d.Files = d.Key, s.files(page)
	}
	return []Draft{d}, nil
}

// language is "" for English, which needs no mark.
func language(lang string) string {
	if lang = strings.TrimSpace(lang); strings.HasPrefix(strings.ToLower(lang), "en") {
		return ""
	}
	return lang
}
