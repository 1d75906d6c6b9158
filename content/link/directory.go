package link

import (
	"slices"

	"casebook/content"
)

// A directory knows which names belong to one organisation, as far as the
// documents say so themselves: a notice that reads "Police Service of Northern
// Ireland (PSNI)" makes the two one, for every document. A short form that
// documents use for two organisations, as "Saga" for two Saga companies, makes
// nothing one.
type directory struct {
	root map[string]string // base of a name to the base that stands for its organisation
}

// newDirectory reads the aliases of all parties.
func newDirectory(accounts []*account) *directory {
	meant := map[string][]string{} // alias to the names that it is used for
	for _, a := range accounts {
		for _, p := range a.known {
			for _, alias := range p.also {
				if alias.form == "" && !slices.Contains(meant[alias.base], p.base) {
					meant[alias.base] = append(meant[alias.base], p.base)
				}
			}
		}
	}
	d := &directory{root: map[string]string{}}
	for _, alias := range sortedKeys(meant) {
		if len(meant[alias]) == 1 {
			d.join(alias, meant[alias][0])
		}
	}
	return d
}

// join makes two bases one; the lesser of their roots stands for both.
func (d *directory) join(a, b string) {
	ra, rb := d.organisation(a), d.organisation(b)
	if ra == rb {
		return
	}
	d.root[max(ra, rb)] = min(ra, rb)
}

// organisation returns the base that stands for the organisation of base.
func (d *directory) organisation(base string) string {
	for {
		next, ok := d.root[base]
		if !ok {
			return base
		}
		base = next
	}
}

// An identity is a party as it is compared: its folded name and aliases.
type identity struct {
	name
	person bool
	also   []name // of an organisation only: what a document calls a person is nobody's name
}

// identify folds the names of a party. A person and a company of one name are two.
func identify(p content.Party) identity {
	first, _ := spellings(p.Name)
	id := identity{name: fold(first), person: p.Person}
	if p.Person {
		id.base = "person " + id.base
		return id
	}
	for _, a := range aliases(p) {
		id.also = append(id.also, fold(a))
	}
	return id
}

// How the parties of two accounts relate to each other.
type kinship int

const (
	strangers kinship = iota // other names: never one case
	nameless                 // one of them names no party
	perhaps                  // one name may be short for the other, or the legal forms differ
	identical                // one name, as far as the documents say
)

// kin compares the parties of two accounts.
func (d *directory) kin(a, b *account) kinship {
	if len(a.known) == 0 || len(b.known) == 0 {
		return nameless
	}
	best := strangers
	for _, p := range a.known {
		for _, q := range b.known {
			best = max(best, d.compare(p, q))
		}
	}
	return best
}

// compare compares two parties.
func (d *directory) compare(p, q identity) kinship {
	switch {
	case p.same(q.name):
		return identical
	case p.base == q.base:
		return perhaps
	case d.organisation(p.base) == d.organisation(q.base):
		return identical
	case p.person || q.person:
		return strangers
	case p.shortens(q.name), q.shortens(p.name), p.uses(q.name), q.uses(p.name):
		return perhaps
	}
	return strangers
}

// uses reports whether a party is also called n.
func (p identity) uses(n name) bool {
	return slices.ContainsFunc(p.also, n.same)
}
