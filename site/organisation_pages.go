package site

import (
	"slices"
	"strings"

	"casebook/content"
)

// allOrganisations is how many organisations may stand on one page; more are
// parted by letter.
const allOrganisations = 400

// organisationPages are the organisations' own pages and the lists of them.
func (b *builder) organisationPages() []output {
	outs := b.organisationLists()
	for _, g := range b.groups.organisations {
		for _, l := range listings("organisations/"+g.Key+"/", g.Cases) {
			outs = append(outs, b.organisationPage(g, l))
		}
	}
	return outs
}

func (b *builder) organisationPage(g content.Group, l listing) output {
	return b.page(l.at, "organisation.html", func() any {
		lead := tallyOf(g.Cases).sentence()
		p := OrganisationPage{Page: b.frame(l.at, l.title(g.Title), lead), Heading: clean(g.Title), Lead: lead, Also: otherNames(g)}
		p.List, p.Pager = b.caseList(p.Root, l.cases), l.pager(p.Root)
		return p
	})
}

// otherNames are the names that the documents of an organisation's cases use
// for it, besides the one that heads its page.
func otherNames(g content.Group) []string {
	var names []string
	for _, c := range g.Cases {
		for _, n := range append([]string{c.Organisation.Name}, c.Organisation.Also...) {
			if n = clean(n); n != "" && n != clean(g.Title) {
				names = append(names, n)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// organisationLists are the list of all organisations, or where they are many a
// list for each letter.
func (b *builder) organisationLists() []output {
	sections := b.letterSections()
	links := make([]Link, len(sections))
	whole := len(b.groups.organisations) <= allOrganisations
	for i, s := range sections {
		links[i] = Link{"#" + s.Anchor, s.Heading}
		if !whole {
			links[i].URL = s.Anchor + ".html"
		}
	}
	lead := count(len(b.groups.organisations), "organisation") + ". Individuals are not listed."
	list := func(at, title string, shown []EntrySection, current int) output {
		return b.page(at, "groups.html", func() any {
			p := GroupsPage{Page: b.frame(at, title, lead), Heading: title, Lead: lead}
			for i, l := range links {
				p.Letters = append(p.Letters, LetterLink{l, i == current})
			}
			for _, s := range shown {
				s.List.Root = p.Root
				p.Sections = append(p.Sections, s)
			}
			return p
		})
	}
	const at = "organisations/index.html"
	if whole {
		return []output{list(at, "Organisations", sections, -1)}
	}
	outs := []output{list(at, "Organisations", nil, -1)}
	for i, s := range sections {
		outs = append(outs, list("organisations/"+s.Anchor+".html", "Organisations, "+s.Heading, sections[i:i+1], i))
	}
	return outs
}

// letterSections are the organisations under their letters.
func (b *builder) letterSections() []EntrySection {
	byLetter := map[string][]Entry{}
	for _, g := range b.groups.organisations {
		l := letter(g.Title)
		byLetter[l] = append(byLetter[l], entry("organisations", g))
	}
	var out []EntrySection
	for _, l := range append([]string{"0–9"}, strings.Split("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "")...) {
		if len(byLetter[l]) > 0 {
			anchor := "letter-" + strings.ToLower(l)
			if l == "0–9" {
				anchor = "letter-0"
			}
			out = append(out, EntrySection{anchor, l, EntryList{Entries: byLetter[l]}})
		}
	}
	return out
}
