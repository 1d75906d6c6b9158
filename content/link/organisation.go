package link

import (
	"cmp"
	"slices"
	"strings"

	"casebook/content"
)

// leading returns a cluster's accounts, the one to be believed first: what the
// regulator or a court signed, and of equals what is about several parties,
// then the latest.
func leading(accounts []*account) []*account {
	out := slices.Clone(accounts)
	slices.SortStableFunc(out, func(a, b *account) int {
		return cmp.Or(
			cmp.Compare(trust(b.paper.kind), trust(a.paper.kind)),
			cmp.Compare(len(b.parties), len(a.parties)),
			b.date().Compare(a.date()),
		)
	})
	return out
}

// organisationOf names the party of a case: as fully as a document does, with
// the other names that the documents use. A person's name is no name of an
// organisation; only where nobody else was acted against does it stand, marked.
func organisationOf(accounts []*account, d *directory) content.Organisation {
	ranked := leading(accounts)
	first := firstParty(ranked)
	var o content.Organisation
	o.Name, o.Person = fullName(ranked, first, d), first.person
	if !o.Person {
		o.Also = otherNames(ranked, o.Name)
	}
	for _, a := range ranked {
		if a.facts.Role.Known() {
			o.Role = a.facts.Role.Value
			break
		}
	}
	return o
}

// firstParty returns the first organisation that the leading account names, or
// the first person.
func firstParty(ranked []*account) identity {
	var person identity
	for _, a := range ranked {
		for _, id := range a.known {
			if !id.person {
				return id
			}
			if person.base == "" {
				person = id
			}
		}
	}
	return person
}

// fullName returns the name of a party as the documents write it, with its
// legal form where one does.
func fullName(ranked []*account, first identity, d *directory) string {
	best, bestForm := "", ""
	for _, a := range ranked {
		for i, id := range a.known {
			same := id.person == first.person && d.organisation(id.base) == d.organisation(first.base)
			if same && (best == "" || bestForm == "" && id.form != "") {
				best, _ = spellings(a.parties[i].Name)
				bestForm = id.form
			}
		}
	}
	return best
}

// otherNames returns the other parties and the short names, sorted, without
// those that are only another spelling of one already there.
func otherNames(ranked []*account, of string) []string {
	var parties, short []string
	for _, a := range ranked {
		for i, p := range a.parties {
			if p.Person {
				continue
			}
			name, _ := spellings(p.Name)
			if a.known[i].form != "" {
				parties = append(parties, name)
			} else {
				short = append(short, name)
			}
			short = append(short, aliases(p)...)
		}
	}
	slices.Sort(short)
	out := []string{of}
	for _, n := range append(parties, short...) {
		if !slices.ContainsFunc(out, func(have string) bool { return fold(have).same(fold(n)) }) {
			out = append(out, n)
		}
	}
	out = out[1:]
	slices.Sort(out)
	return out
}

// titleOf names a case for people: its joint parties, without legal forms, and
// a person by what happened, never by name.
func titleOf(accounts []*account, o content.Organisation, t content.IncidentType) string {
	if o.Person {
		return content.RoleTitle(t)
	}
	var titles []string
	for i, p := range leading(accounts)[0].parties {
		first, _ := spellings(p.Name)
		title := withoutForm(first)
		if !p.Person && !slices.ContainsFunc(titles, func(have string) bool { return fold(have).base == fold(title).base }) {
			titles = append(titles, title)
		}
		if i == maxTitleParties && len(titles) > 1 {
			return titles[0] + " and others"
		}
	}
	if len(titles) < 2 {
		return withoutForm(o.Name)
	}
	last := len(titles) - 1
	return strings.Join(titles[:last], ", ") + " and " + titles[last]
}

// maxTitleParties is how many joint parties a title names.
const maxTitleParties = 3

// baseID is what a new case is called by in its id, before the year: its first
// party, or "individual".
func baseID(o content.Organisation) string {
	if o.Person {
		return "individual"
	}
	return content.Slug(withoutForm(o.Name))
}
