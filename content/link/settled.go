package link

import (
	"slices"

	"casebook/content"
)

// What the book has settled about two accounts.
type settlement int

const (
	unsettled settlement = iota
	keptTogether
	keptApart
)

// settled asks the book. Cases are taken apart, or become one, only when all
// their documents were read again: what was not stays where it stands, and holds
// what was. And where a person locked the documents of a case, exactly those are
// the case's.
func (m *matcher) settled(a, b *account) settlement {
	if a.home != nil && b.home != nil {
		if a.home.book == b.home.book {
			return keptTogether
		}
		return keptApart
	}
	for _, pair := range [][2]*account{{a, b}, {b, a}} {
		one, other := pair[0], pair[1]
		if one.home != nil && cites(other, one.home.book) && m.likelyOf(one.home.book, other) {
			return keptTogether
		}
		for _, c := range one.paper.cited {
			switch {
			case !locks(c.book, "documents"):
			case cites(other, c.book):
				return keptTogether
			default:
				return keptApart
			}
		}
	}
	return unsettled
}

// likelyOf reports whether an account of a document that a case cites is of
// that case: by its party, or where the case does not name it, because no other
// case cites the document.
func (m *matcher) likelyOf(was *content.Case, a *account) bool {
	return likeParty(was, a, m.names) > 0 || byRole(was, a) && len(a.paper.cited) == 1
}

// cites reports whether case c of the book cites the account's document.
func cites(a *account, c *content.Case) bool {
	return slices.ContainsFunc(a.paper.cited, func(x *citation) bool { return x.book == c })
}
