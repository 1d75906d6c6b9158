package site

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"casebook/content"
)

// casePages are, for each case, its page, its JSON and a page at each earlier
// id that leads to it.
func (b *builder) casePages() []output {
	var outs []output
	for _, c := range b.book.Cases {
		outs = append(outs, b.casePage(c), caseJSON(c))
		for _, old := range c.Formerly {
			if other := b.book.Case(old); other == c && content.IsSlug(old) && old != c.ID {
				outs = append(outs, b.movedPage(old, c))
			}
		}
	}
	return outs
}

func (b *builder) casePage(c *content.Case) output {
	at := casePath(c) + "index.html"
	return b.page(at, "case.html", func() any {
		text := answer(c)
		p := CasePage{
			Page: b.frame(at, caseTitle(c), text), Kicker: kicker(c), Heading: caseTitle(c),
			Answer: text, Aftermath: aftermath(c), Status: statusOf(c.Status), Standing: standing(c),
			Figures: caseFigures(c), Events: timeline(c), Documents: documentRows(c),
		}
		p.NoIndex = c.Organisation.Person
		p.Facts = b.facts(c, p.Root)
		p.Related = b.relatedCases(c, p.Root)
		p.Text, p.TextNote = decisionText(c)
		p.Citation = b.cite(c)
		p.JSON = p.Root + "cases/" + c.ID + ".json"
		p.Report = b.report(c)
		return p
	})
}

func kicker(c *content.Case) string {
	parts := []string{regulator(c)}
	if c.Sector != "" {
		parts = append(parts, c.Sector.Label())
	}
	return strings.Join(parts, " · ")
}

// caseFigures are the numbers that most readers come for, each leading to its
// evidence below.
func caseFigures(c *content.Case) Figures {
	var items []Figure
	if c.Amount.Stated() {
		kind, label := amountKind(c)
		items = append(items, Figure{c.AmountQualifier.Of(c.Amount.String()), label, "#fact-amount", kind})
	}
	if c.Affected > 0 {
		items = append(items, Figure{c.AffectedQualifier.Of(number(c.Affected)), nounFor(c.Affected, "person") + " affected", "#fact-affected", ""})
	}
	if n := c.Communications; n.Count > 0 {
		items = append(items, Figure{n.Qualifier.Of(number(n.Count)), cmp.Or(clean(n.Unit), "messages"), "#fact-communications", ""})
	}
	if n := len(c.Controls); n > 0 {
		items = append(items, Figure{number(n), nounFor(n, "control") + " " + strings.TrimPrefix(lower(failedLabel(c)), "what "), "#fact-controls", ""})
	}
	return Figures{items}
}

// amountKind says what the case's amount is, for CSS and in words.
func amountKind(c *content.Case) (kind, label string) {
	switch {
	case c.Provisional():
		return "provisional", "proposed, not a fine"
	case c.Status == content.Appealed && c.Fine().Stated():
		return "final", "fine, under appeal"
	case c.Fine().Stated():
		return "final", "final fine"
	case c.Action == content.Prosecution:
		return "", "ordered by a court"
	}
	return "", "in the decision"
}

// relatedCases are the cases beside this one.
func (b *builder) relatedCases(c *content.Case, root string) []RelatedCases {
	var out []RelatedCases
	add := func(heading string, cases []*content.Case, more *Link) {
		if len(cases) == 0 {
			return
		}
		if len(cases) <= maxRelated {
			more = nil
		}
		out = append(out, RelatedCases{heading, b.caseList(root, head(cases, maxRelated)), more})
	}
	add("Perhaps the same matter", b.related.sameMatter(c), nil)
	key := c.Organisation.Key()
	add("Other cases of this organisation", b.related.sameOrganisation(c), &Link{root + "organisations/" + key + "/", "All cases of this organisation"})
	if control, cases := b.related.alike(c); len(cases) > 0 {
		add(control.Title()+" elsewhere in "+c.Sector.Label(), cases, nil)
		last := &out[len(out)-1]
		last.More = &Link{root + "controls/" + string(control) + "/", "All cases of " + lower(control.Title())}
	}
	return out
}

// caseJSON is the case with the keys of its front matter. Characters that turn
// the direction of text are escaped, so that nobody who looks at it is misled.
func caseJSON(c *content.Case) output {
	return output{path: "cases/" + c.ID + ".json", make: func(to *bytes.Buffer) error {
		src, err := json.Marshal(c)
		if err != nil {
			return fmt.Errorf("site: case %q: %w", c.ID, err)
		}
		for rest := string(src); ; {
			at := hiddenAt(rest)
			if at < 0 {
				to.WriteString(rest + "\n")
				return nil
			}
			r, size := utf8.DecodeRuneInString(rest[at:])
			to.WriteString(rest[:at])
			for _, unit := range utf16.AppendRune(nil, r) {
				fmt.Fprintf(to, `\u%04x`, unit)
			}
			rest = rest[at+size:]
		}
	}}
}

func (b *builder) movedPage(old string, c *content.Case) output {
	at := "cases/" + old + "/index.html"
	return b.page(at, "moved.html", func() any {
		p := MovedPage{Page: b.frame(at, caseTitle(c), ""), Heading: caseTitle(c)}
		p.Target, p.Canonical, p.NoIndex = p.Root+casePath(c), b.absolute(casePath(c)), true
		return p
	})
}

// documentRows are what was read, in the order of the case.
func documentRows(c *content.Case) []DocumentRow {
	rows := make([]DocumentRow, len(c.Documents))
	for i := range c.Documents {
		d := &c.Documents[i]
		rows[i] = DocumentRow{
			Anchor: documentAnchor(d), URL: webURL(d.URL), Title: documentTitle(d),
			Facts: documentFacts(d), Licence: licence(d.Licence), SHA256: clean(d.SHA256),
		}
		if !d.Withdrawn.IsZero() {
			rows[i].Withdrawn = "Withdrawn by its publisher: first missed " + on(d.Withdrawn) + ". The archived copy stays."
		}
		for _, basis := range d.Basis {
			if u := webURL(basis); u != "" {
				rows[i].Basis = append(rows[i].Basis, Link{u, host(u)})
			}
		}
	}
	return rows
}

func documentFacts(d *content.Document) string {
	var parts []string
	if p := clean(d.Publisher); p != "" {
		parts = append(parts, p)
	}
	if d.Kind != "" {
		parts = append(parts, d.Kind.Label())
	}
	if !d.Published.IsZero() {
		parts = append(parts, "published "+d.Published.Long())
	}
	if d.Language != "" {
		parts = append(parts, "in language "+clean(d.Language))
	}
	if webURL(d.URL) == "" {
		parts = append(parts, "address withheld or not linkable")
	}
	return clean(strings.Join(parts, " · "))
}

// host is the part of an address that people recognise.
func host(u string) string {
	_, rest, _ := strings.Cut(u, "://")
	name, _, _ := strings.Cut(rest, "/")
	return strings.TrimPrefix(name, "www.")
}

var licences = map[string]Link{
	"OGL-3.0":             {"https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/", "Open Government Licence v3.0"},
	"all-rights-reserved": {"", "All rights reserved: only facts and short quotes are kept"},
	"":                    {"", "Licence not known: only facts and short quotes are kept"},
}

func licence(id string) Link {
	if l, ok := licences[id]; ok {
		return l
	}
	return Link{"", "Licence: " + clean(id)}
}

// publishers of a case's documents, each once.
func publishers(c *content.Case) []string {
	var names []string
	for _, d := range c.Documents {
		if p := clean(d.Publisher); p != "" && !slices.Contains(names, p) {
			names = append(names, p)
		}
	}
	return names
}
