package crawler

import (
	"fmt"

	"casebook/content"
)

const decisionsPath = "/action-weve-taken/decision-notices/"

// ICODecisions is the ICO's register of decision notices at home
// ("https://ico.org.uk"): what it decided on complaints about requests for
// information. They are no enforcement and make no case; who asks for them has
// them in the archive and as documents. There are some 26,000, which at the
// delay of the site take days, so they are read only when asked for by name.
//
// Licence: Open Government Licence v3.0, the text may be kept. Quirks: rows have
// a sector and no type; months in addresses are sometimes unpadded; the sitemap
// is not asked, since the register counts itself. History: 2026-11 new.
func ICODecisions(home string) Source {
	s := icoSource(home, "ico-decisions")
	s.AtLeast, s.AtMost = 10_000, 60_000
	s.Fill = FillBounds{Words: .7, Date: .9, Item: .9}
	s.Start = s.registerStart(nodeDecisions)
	s.Role = s.decisionsRole
	s.List = s.listDecisions
	s.Read = func(p Page) ([]Draft, error) { return s.readICO(p, content.Item) }
	return s
}

func (s Source) decisionsRole(address string) Role {
	path := s.path(address)
	switch {
	case path == searchPath:
		return Listing
	case isMedia(path):
		return File
	case isPageBelow(path, decisionsPath):
		return Document
	}
	return ""
}

func (s Source) listDecisions(p Page) (Found, error) {
	switch {
	case s.path(p.URL) == searchPath:
		return s.listRegister(p, decisionsPath)
	case s.Role(p.URL) == File:
		return checkFile(p)
	}
	page, err := s.parseICO(p)
	if err != nil {
		return Found{}, err
	}
	found := Found{Links: s.files(page)}
	if page.Node == "" {
		found.Signals = append(found.Signals, fmt.Sprintf("%s: no DC.PageID %q", p.URL, page.Title))
	}
	return found, nil
}
