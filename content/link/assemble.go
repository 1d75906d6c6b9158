package link

import (
	"slices"

	"casebook/content"
)

// An entry is a cluster on its way to being a case.
type entry struct {
	*cluster
	was  *content.Case // the case of the book that it continues; nil for a new one
	also []string      // ids of other cases of the book that turned out to be the same
	now  *content.Case
}

// assemble makes the book of the clusters. A case of the book that no cluster
// continues stays as it stood: what was published is never deleted here.
func assemble(book *content.Book, clusters []*cluster) *content.Book {
	names := newDirectory(accountsIn(clusters))
	entries, kept := continued(book, makesCase(clusters), names)
	for _, e := range entries {
		if e.was != nil && e.unread() {
			e.now = e.was.Clone()
			continue
		}
		e.now = build(e, names)
	}
	giveIDs(book, entries)
	relate(entries)
	next := &content.Book{Cases: kept}
	for _, e := range entries {
		next.Cases = append(next.Cases, e.now)
	}
	next.Sort()
	return next
}

// makesCase leaves out clusters that are no case: where no document names a
// party, or none says what was done.
func makesCase(clusters []*cluster) []*cluster {
	return slices.DeleteFunc(slices.Clone(clusters), func(c *cluster) bool {
		kept, party, act := false, false, false
		for _, a := range c.accounts {
			kept = kept || a.home != nil
			party = party || len(a.parties) > 0
			act = act || len(a.steps) > 0
		}
		return !kept && (!party || !act)
	})
}

func accountsIn(clusters []*cluster) []*account {
	var out []*account
	for _, c := range clusters {
		out = append(out, c.accounts...)
	}
	return out
}

// unread reports whether nothing of a continued case was read again, nothing
// joined it, and no other case became one with it.
func (e *entry) unread() bool {
	for _, a := range e.accounts {
		if a.home == nil || a.home.book != e.was {
			return false
		}
	}
	return len(e.also) == 0
}

// build makes the case of an entry, keeping what the book has of it that is
// locked, unknown to casebook, or given once.
func build(e *entry, names *directory) *content.Case {
	c := &content.Case{Regulator: e.accounts[0].regulator()}
	if e.was != nil {
		c = e.was.Clone()
	}
	old := c.Clone()
	l := &ledger{}
	c.Documents, l.ids = documentsOf(e.accounts, old)
	hs := happenings(e.accounts)
	describe(c, e.accounts, hs, names)
	setEvents(c, old, hs, l)
	l.addCase(c, e.accounts)
	keepLocked(c, old, l)
	content.SortEvidence(l.rows)
	c.Evidence = withOld(l.rows, old.Evidence)
	c.Formerly = append(c.Formerly, e.also...)
	c.Settle()
	content.SortEvidence(c.Evidence)
	setAbsent(c, e.accounts, hs)
	if !locks(c, "body") {
		c.Body = bodyOf(c, e.accounts, l.ids)
	}
	if !c.Organisation.Person {
		return c.WithoutNames(individuals(e.accounts)...)
	}
	return c
}

// individuals are the names of persons who were acted against beside an
// organisation, which alone names the case.
func individuals(accounts []*account) []string {
	var out []string
	for _, a := range accounts {
		for _, p := range a.parties {
			if p.Person {
				out = append(out, p.Name)
			}
		}
	}
	return out
}
