package link

import (
	"slices"

	"casebook/content"
)

// Withdraw returns the book in which what its publisher no longer offers is
// marked as withdrawn since a day: the documents at the addresses, the notices
// of their items, and each event of which every regulator's document has gone.
// It is what [Link] does with readings that say so, for documents that were not
// read again. The book is not modified.
func Withdraw(book *content.Book, addresses []string, day content.Date) *content.Book {
	gone := map[string]bool{}
	for _, address := range addresses {
		for _, mark := range marks(content.Document{URL: address}) {
			gone[mark] = true
		}
	}
	next := &content.Book{Cases: slices.Clone(book.Cases)}
	for i, c := range next.Cases {
		if isGone := func(d content.Document) bool { return goneBy(d, gone) }; slices.ContainsFunc(c.Documents, isGone) {
			next.Cases[i] = withdrawn(c, isGone, day)
		}
	}
	return next
}

// goneBy reports whether one of a document's marks is among those given.
func goneBy(d content.Document, gone map[string]bool) bool {
	return slices.ContainsFunc(marks(d), func(mark string) bool { return gone[mark] })
}

// withdrawn is a case of which some pages have gone.
func withdrawn(c *content.Case, isGone func(content.Document) bool, day content.Date) *content.Case {
	c = c.Clone()
	items := map[string]bool{}
	for _, d := range c.Documents {
		if isGone(d) && d.Kind == content.Item && d.Item != "" {
			items[d.Item] = true
		}
	}
	for i, d := range c.Documents {
		if isGone(d) || d.Kind == content.Notice && items[d.Item] {
			c.Documents[i].Withdrawn = earliest(d.Withdrawn, day)
		}
	}
	if locks(c, "events") {
		return c
	}
	for i := range c.Events {
		if since := goneEvent(c, i); !since.IsZero() {
			c.Events[i].Withdrawn = since
		}
	}
	return c
}

// goneEvent is when the last of a regulator's documents about an event went,
// absent while one still stands or where there was none. Where no document is
// about the event, those count that cite it.
func goneEvent(c *content.Case, event int) content.Date {
	tellers := slices.DeleteFunc(slices.Clone(c.Documents), func(d content.Document) bool { return about(c, d) != event })
	if len(tellers) == 0 {
		tellers = slices.DeleteFunc(slices.Clone(c.Documents), func(d content.Document) bool { return !slices.Contains(c.Events[event].Documents, d.ID) })
	}
	return lastGone(tellers)
}

// lastGone is when the last of a regulator's documents among those that tell of
// an event went, absent while one still stands or where there was none.
func lastGone(tellers []content.Document) content.Date {
	var last content.Date
	for _, d := range tellers {
		if !regulators(d.Kind) {
			continue
		}
		if d.Withdrawn.IsZero() {
			return content.Date{}
		}
		if d.Withdrawn.Compare(last) > 0 {
			last = d.Withdrawn
		}
	}
	return last
}

// about is the event that a document of a case is about: the last of those
// that cite it for which it proves the action, or the first that cites it; -1
// for none.
func about(c *content.Case, d content.Document) int {
	rows := proofs{&citation{c, d}}
	own := -1
	for i, e := range c.Events {
		if slices.Contains(e.Documents, d.ID) && (own < 0 || recallStep(rows, i, e).action.Known()) {
			own = i
		}
	}
	return own
}
