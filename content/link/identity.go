package link

import (
	"cmp"
	"slices"
	"strconv"

	"casebook/content"
)

// A claim is how many documents a cluster shares with a case of the book.
type claim struct {
	entry int
	was   *content.Case
	share int
}

// continued finds which clusters continue which cases of the book: each case
// goes to the cluster that has most of its documents, and each cluster takes
// the case that it shares most with. A case whose cluster continues another
// one has merged with it; one that no cluster claims is returned as it stands.
func continued(book *content.Book, clusters []*cluster, names *directory) (entries []*entry, kept []*content.Case) {
	var claims []claim
	for i, c := range clusters {
		entries = append(entries, &entry{cluster: c})
		for _, was := range c.cited() {
			if n := shared(c, was, names); n > 0 {
				claims = append(claims, claim{i, was, n})
			}
		}
	}
	slices.SortStableFunc(claims, func(x, y claim) int {
		return cmp.Or(cmp.Compare(y.share, x.share), firstDay(x.was).Compare(firstDay(y.was)),
			cmp.Compare(x.was.ID, y.was.ID), cmp.Compare(x.entry, y.entry))
	})
	placed := map[*content.Case]bool{}
	for _, cl := range claims {
		if e := entries[cl.entry]; !placed[cl.was] && e.was == nil {
			e.was, placed[cl.was] = cl.was, true
		}
	}
	for _, cl := range claims {
		if !placed[cl.was] {
			e := entries[cl.entry]
			e.also = append(append(e.also, cl.was.ID), cl.was.Formerly...)
			placed[cl.was] = true
		}
	}
	for _, was := range book.Cases {
		if !placed[was] {
			kept = append(kept, was.Clone())
		}
	}
	return entries, kept
}

// cited returns the cases of the book that cite a document of the cluster.
func (c *cluster) cited() []*content.Case {
	var out []*content.Case
	for _, a := range c.accounts {
		for _, cited := range a.paper.cited {
			if !slices.Contains(out, cited.book) {
				out = append(out, cited.book)
			}
		}
	}
	return out
}

// shared weighs the documents of a cluster that a case of the book cites. In a
// round-up, which several cases cite, the party decides; and a document that was
// not read again counts double, since it belongs to that case.
func shared(c *cluster, was *content.Case, names *directory) int {
	n := 0
	for _, a := range c.accounts {
		if !cites(a, was) || a.home != nil && a.home.book != was {
			continue
		}
		weight := likeParty(was, a, names)
		if weight == 0 && byRole(was, a) {
			weight = likeSum(was, a)
		}
		if weight == 0 && len(a.paper.cited) > 1 {
			continue
		}
		n += 1 + weight
		if a.home != nil {
			n += 1 + weight
		}
	}
	return n
}

// likeParty weighs how surely the account is of the case's organisation.
func likeParty(was *content.Case, a *account, names *directory) int {
	o := was.Organisation
	id := identify(content.Party{Name: o.Name, Aliases: o.Also, Person: o.Person})
	best := 0
	for _, p := range a.known {
		switch kin := names.compare(id, p); {
		case kin == identical && p.base == id.base:
			best = max(best, 3)
		case kin == identical:
			best = max(best, 2)
		case kin == perhaps:
			best = max(best, 1)
		}
	}
	return best
}

// byRole reports whether a case of the book may be that of the account's
// individual, whose name it does not publish.
func byRole(was *content.Case, a *account) bool {
	return was.Organisation.Person && slices.ContainsFunc(a.known, func(p identity) bool { return p.person })
}

// likeSum weighs what tells the cases of two individuals apart who stand in one
// document: the sum.
func likeSum(was *content.Case, a *account) int {
	sum := a.own().amount.Value
	if slices.ContainsFunc(was.Events, func(e content.Event) bool { return e.Amount == sum }) {
		return 2
	}
	return 1
}

// firstDay returns the day of the first event that has one.
func firstDay(c *content.Case) content.Date {
	var first content.Date
	for _, e := range c.Events {
		first = earliest(first, e.Date)
	}
	return cmp.Or(first, c.Date)
}

// giveIDs gives new cases their ids: the organisation and the year of the first
// event. Where that is taken, by a case of the book, now or formerly, or by an
// earlier one of the new cases, a number follows; of one day the larger sum
// comes first.
func giveIDs(book *content.Book, entries []*entry) {
	taken := map[string]bool{}
	for _, c := range book.Cases {
		for _, id := range append([]string{c.ID}, c.Formerly...) {
			taken[id] = true
		}
	}
	var fresh []*entry
	for _, e := range entries {
		if e.was == nil {
			fresh = append(fresh, e)
		}
	}
	slices.SortStableFunc(fresh, func(x, y *entry) int {
		return cmp.Or(firstDay(x.now).Compare(firstDay(y.now)), cmp.Compare(y.now.Amount.Minor, x.now.Amount.Minor))
	})
	for _, e := range fresh {
		base := baseID(e.now.Organisation)
		if day := firstDay(e.now); !day.IsZero() {
			base += "-" + strconv.Itoa(day.Year)
		}
		id := base
		for n := 2; taken[id]; n++ {
			id = base + "-" + strconv.Itoa(n)
		}
		e.now.ID, taken[id] = id, true
	}
}
