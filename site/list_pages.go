package site

import (
	"slices"
	"strconv"

	"casebook/content"
)

// pageOf is how many cases a list shows on one page.
const pageOf = 100

// a listing is one page of a long list of cases.
type listing struct {
	at    string // path of its file
	cases []*content.Case
	page  int // from 1
	pages int
	base  string // folder of the list
}

// listings cuts a list into pages. The first is base's index; the others have
// a dot in their name, which no slug has.
func listings(base string, cases []*content.Case) []listing {
	pages := max(1, (len(cases)+pageOf-1)/pageOf)
	out := make([]listing, pages)
	for i := range out {
		out[i] = listing{at: listingAt(base, i+1), page: i + 1, pages: pages, base: base,
			cases: cases[i*pageOf : min((i+1)*pageOf, len(cases))]}
	}
	return out
}

func listingAt(base string, page int) string {
	if page == 1 {
		return base + "index.html"
	}
	return base + strconv.Itoa(page) + ".html"
}

// title tells the pages of one list apart.
func (l listing) title(s string) string {
	if l.page == 1 {
		return s
	}
	return s + ", page " + number(l.page)
}

func (l listing) pager(root string) Pager {
	p := Pager{Root: root}
	for i := 1; i <= l.pages && l.pages > 1; i++ {
		url := l.base
		if i > 1 {
			url = listingAt(l.base, i)
		}
		p.Pages = append(p.Pages, PagerLink{Link{url, strconv.Itoa(i)}, i == l.page})
	}
	return p
}

// A shelf is a kind of group that is browsed: its folder and its words.
type shelf struct {
	folder, title, lead string
	groups              []content.Group
	heading             func(g content.Group) string
}

func (b *builder) shelves() []shelf {
	plain := func(g content.Group) string { return g.Title }
	return []shelf{
		{"sectors", "Sectors", "The line of business of the party acted against, as the regulator names it.", b.groups.sectors, plain},
		{"years", "Years", "Cases by the year of their latest decision, or of the proposal while nothing is decided.", b.groups.years,
			func(g content.Group) string { return "Cases of " + g.Title }},
		{"actions", "Kinds of action", "The legal form of what the regulator did.", b.groups.actions, plain},
	}
}

// groupPages are the pages of sectors, years and actions.
func (b *builder) groupPages() []output {
	var outs []output
	for _, s := range b.shelves() {
		outs = append(outs, b.shelfPage(s))
		for i, g := range s.groups {
			for _, l := range listings(s.folder+"/"+g.Key+"/", g.Cases) {
				outs = append(outs, b.groupPage(s, i, l))
			}
		}
	}
	return outs
}

func (b *builder) shelfPage(s shelf) output {
	at := s.folder + "/index.html"
	return b.page(at, "groups.html", func() any {
		p := GroupsPage{Page: b.frame(at, s.title, s.lead), Heading: s.title, Lead: s.lead}
		p.Sections = []EntrySection{{List: EntryList{p.Root, entries(s.folder, s.groups)}}}
		return p
	})
}

func entries(folder string, groups []content.Group) []Entry {
	out := make([]Entry, len(groups))
	for i, g := range groups {
		out[i] = entry(folder, g)
	}
	return out
}

func (b *builder) groupPage(s shelf, i int, l listing) output {
	return b.page(l.at, "group.html", func() any {
		g := s.groups[i]
		lead := tallyOf(g.Cases).sentence()
		p := GroupPage{Page: b.frame(l.at, l.title(s.heading(g)), lead), Above: Link{s.folder + "/", s.title}, Heading: s.heading(g), Lead: lead}
		p.List, p.Pager = b.caseList(p.Root, l.cases), l.pager(p.Root)
		if s.folder == "years" {
			for _, j := range []int{i - 1, i + 1} {
				if j >= 0 && j < len(s.groups) {
					p.Near = append(p.Near, Link{"years/" + s.groups[j].Key + "/", s.groups[j].Title})
				}
			}
		}
		return p
	})
}

// atLeast is how many cases the list of cases shows before it sends a reader to
// the pages of the years.
const atLeast = 50

func (b *builder) casesPage() output {
	const at = "cases/index.html"
	return b.page(at, "cases.html", func() any {
		p := CasesPage{Page: b.frame(at, "Cases", "Every case by year, newest first."), Lead: tallyOf(b.book.Cases).sentence()}
		shown := 0
		for _, g := range b.groups.years {
			p.Years = append(p.Years, entry("years", g))
			if shown >= atLeast {
				continue
			}
			s := YearSection{Link: Link{"years/" + g.Key + "/", g.Title}, List: b.caseList(p.Root, g.Cases[:min(len(g.Cases), pageOf)])}
			if len(g.Cases) > pageOf {
				s.More = &Link{s.URL, "All " + count(len(g.Cases), "case") + " of " + g.Title}
			}
			shown += len(s.List.Rows)
			p.Sections = append(p.Sections, s)
		}
		undated := slices.Clone(b.book.Cases)
		undated = slices.DeleteFunc(undated, func(c *content.Case) bool { return !c.Date.IsZero() })
		if len(undated) > 0 {
			p.Sections = append(p.Sections, YearSection{Link: Link{"cases/", "Without a date"}, List: b.caseList(p.Root, undated)})
		}
		return p
	})
}
