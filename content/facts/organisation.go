package facts

import (
	"slices"
	"strings"

	"casebook/content"
)

// parties finds the party that was acted against, or the several of a joint
// notice. A document that only speaks of "the controller" names none.
//
// What the document's form tells goes first: the headline of the regulator's
// page, the lines "TO:" and "OF:" of a notice, the heading of a judgment, the
// entry of a list of sanctions. Else
// every name is weighed by what its sentences say of it (naming.go) and under
// all its spellings (party.go).
func (d *document) parties() []content.Fact[content.Party] {
	if facts := d.titleParties(); len(facts) > 0 {
		return facts
	}
	if d.sheet != nil && len(d.sheet.parties) > 0 {
		return d.sheet.parties
	}
	if facts := d.addressedParties(); len(facts) > 0 {
		return facts
	}
	if facts := d.writtenTo(); len(facts) > 0 {
		return facts
	}
	if facts := d.peopleOf(); len(facts) > 0 {
		return facts
	}
	all := d.namings()
	found := candidates(all)
	if listed := d.severalParties(found, all); len(listed) > 1 {
		return listed
	}
	if len(found) == 0 {
		return nil
	}
	best := found[0]
	if !best.sure() {
		c, ok := d.central(found, all)
		if !ok || c.best == nil {
			return nil
		}
		best = c
	}
	if joint := d.jointParties(best, all); len(joint) > 1 {
		return joint
	}
	return []content.Fact[content.Party]{d.partyFact(best, all, content.Money{})}
}

// sure reports whether a name is the party: its best sentence and all of them
// together say enough. A whole legal name needs less, since few stand by chance.
func (c candidate) sure() bool {
	if hasForm(c.name) {
		return c.score >= .9 && c.best.score >= .6
	}
	return c.score >= 1.2 && c.best.score >= .8
}

// partyFact is a party with the sentence that names it.
func (d *document) partyFact(c candidate, all []naming, own content.Money) content.Fact[content.Party] {
	name := fullest(c, all)
	quoted := d.sentenceWith(name, *c.best.in)
	name = wholeCouncil(name)
	p := content.Party{Name: name, Aliases: otherSpellings(c, name, all), Amount: own}
	p.Person = person.in(name) && !company.in(name) || d.individual(name)
	return content.Fact[content.Party]{Value: p, Score: min(c.score/3, 1), Quotes: []content.Quote{d.quote(quoted)}}
}

var (
	councilShort = exactly(` (?:CC|BC|DC|MBC)$`)
	county       = exactly(`(?:shire|^Essex|^Kent|^Surrey|Sussex|^Devon|^Norfolk|^Suffolk|^Cumbria|^Durham|^Dorset|^Somerset|^Cornwall) CC$`)
)

// wholeCouncil spells out how the trade press shortens the names of councils.
func wholeCouncil(name string) string {
	short := councilShort.find(name)
	if short == nil {
		return name
	}
	place := name[:short[0]]
	switch name[short[0]+1:] {
	case "BC":
		return place + " Borough Council"
	case "DC":
		return place + " District Council"
	case "MBC":
		return place + " Metropolitan Borough Council"
	}
	if county.in(name) {
		return place + " County Council"
	}
	return place + " City Council"
}

// fullest is the legal name where a document gives it anywhere, else the
// longest spelling of a body, else the name as it is.
func fullest(c candidate, all []naming) string {
	aliases := aliasesOf(c.name, all)
	var same, form, longer []string
	for i := range all {
		n := &all[i]
		switch {
		case !meansSame(naming{mention: mention{name: c.name}, folded: c.folded, form: hasForm(c.name)}, n, aliases):
		case n.beside && n.name != c.name && c.best != nil && !c.best.beside && n.form && !c.best.form:
		case n.folded == c.folded:
			same = append(same, n.name)
		case n.form && !hasForm(c.name) && (startsWith(n.folded, c.folded) || gives(n, c.folded)):
			form = append(form, n.name)
		case startsWith(n.folded, c.folded) && n.in.zone == lead || gives(n, c.folded) || abbreviates(c.name, n.name):
			longer = append(longer, n.name)
		}
	}
	for _, loud := range []bool{false, true} {
		for _, s := range same {
			if hasForm(s) && capitals(s) == loud {
				return s
			}
		}
	}
	if len(form) > 0 && oneName(form) {
		return form[0]
	}
	if len(longer) > 0 && oneName(longer) && !institutionLast(c.name) {
		return longestOf(longer)
	}
	return c.name
}

// capitals reports whether a name of several words is written in capitals, as
// headings write it.
func capitals(s string) bool { return strings.Contains(s, " ") && s == strings.ToUpper(s) }

// gives reports whether brackets after a mention give the name as its alias.
func gives(n *naming, folded string) bool {
	return slices.ContainsFunc(n.as, func(a string) bool { return foldName(a) == folded })
}

// oneName reports whether all names may be spellings of one.
func oneName(names []string) bool {
	for _, n := range names[1:] {
		if !sameName(names[0], n) {
			return false
		}
	}
	return true
}

func longestOf(names []string) string {
	best := names[0]
	for _, n := range names {
		if len(n) > len(best) {
			best = n
		}
	}
	return best
}

// otherSpellings are the other names of a party, sorted.
func otherSpellings(c candidate, name string, all []naming) []string {
	var names []string
	add := func(s string) {
		if s != name && s != "" && !nobody(s) && len(names) < 12 {
			names = append(names, s)
		}
	}
	for i := range all {
		n := &all[i]
		if !sameName(name, n.name) && !sameName(c.name, n.name) {
			continue
		}
		add(n.name)
		for _, a := range n.as {
			add(a)
		}
	}
	slices.Sort(names)
	names = slices.Compact(names)
	return names[:min(len(names), 6)]
}

// sentenceWith is the first sentence that spells the name, or else the given
// one.
func (d *document) sentenceWith(name string, otherwise sentence) sentence {
	if strings.Contains(strings.Join(strings.Fields(otherwise.text), " "), name) {
		return otherwise
	}
	for _, s := range d.sentences {
		if strings.Contains(s.text, name) || strings.Contains(strings.Join(strings.Fields(s.text), " "), name) {
			return s
		}
	}
	return otherwise
}

// individual reports whether the name is of a person: one whom a criminal court
// dealt with, and who is no body by any word of the name.
func (d *document) individual(name string) bool {
	words := strings.Fields(name)
	return len(words) > 1 && len(words) < 5 && !hasForm(name) && !institutionWord(words) && !places.in(name) && d.inCriminalCourt()
}

var (
	person  = exactly(`(?i)\b(?:former|ex-|employee|owner|director|manager|individuals?|sole trader|eight|mr|mrs|ms)\b`)
	company = exactly(`\b(?:Ltd|Limited|PLC|plc|LLP|Inc)\b`)
)
