package site

import (
	"strings"

	"casebook/content"
)

// controlGroups are the parts of the taxonomy of controls, for people.
var controlGroups = map[string]string{
	"identity":       "Identity and access",
	"technical":      "Technical",
	"organisational": "Organisational",
	"lawfulness":     "Lawfulness",
	"marketing":      "Marketing",
}

// controlPages are a page for every control of the taxonomy, whether a case
// names it or not, and the list of them.
func (b *builder) controlPages() []output {
	outs := []output{b.controlsPage()}
	for _, e := range content.Controls() {
		cases := casesOf(b.groups.controls, string(e.ID))
		for _, l := range listings("controls/"+string(e.ID)+"/", cases) {
			outs = append(outs, b.controlPage(e, cases, l))
		}
	}
	return outs
}

func (b *builder) controlPage(e content.ControlEntry, cases []*content.Case, l listing) output {
	return b.page(l.at, "control.html", func() any {
		p := ControlPage{
			Page: b.frame(l.at, l.title(e.Title), e.Title+": "+e.Means+"."), Heading: e.Title,
			Means: capital(e.Means) + ".", Lead: tallyOf(cases).sentence(),
			Text: prose(e.Page), Places: places(e),
		}
		p.List, p.Pager = b.caseList(p.Root, l.cases), l.pager(p.Root)
		return p
	})
}

// places are where a control stands in the standards and the law.
func places(e content.ControlEntry) []Place {
	var out []Place
	add := func(title string, items []string) {
		if len(items) > 0 {
			out = append(out, Place{title, items})
		}
	}
	add("CIS Controls v8.1", e.CIS)
	add("ISO/IEC 27002:2022", e.ISO)
	if e.CyberEssentials != "" {
		add("Cyber Essentials", []string{capital(strings.ReplaceAll(e.CyberEssentials, "-", " "))})
	}
	var law []string
	for _, p := range e.Law {
		law = append(law, string(p))
	}
	add("The law", law)
	return out
}

func (b *builder) controlsPage() output {
	const at = "controls/index.html"
	return b.page(at, "groups.html", func() any {
		lead := "A control is a safeguard that failed. Counts are of cases whose documents say so. A fine stands under every control that failed in its case, so that the sums of several controls must not be added up."
		p := GroupsPage{Page: b.frame(at, "Controls", lead), Heading: "Controls", Lead: lead}
		for _, e := range content.Controls() {
			if n := len(p.Sections); n == 0 || p.Sections[n-1].Anchor != e.Group {
				p.Sections = append(p.Sections, EntrySection{Anchor: e.Group, Heading: controlGroups[e.Group], List: EntryList{Root: p.Root}})
			}
			s := &p.Sections[len(p.Sections)-1]
			s.List.Entries = append(s.List.Entries, entry("controls", content.Group{Key: string(e.ID), Title: e.Title, Cases: casesOf(b.groups.controls, string(e.ID))}))
		}
		return p
	})
}
