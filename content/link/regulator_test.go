package link_test

import (
	"testing"

	"casebook/content"
	"casebook/content/link"
)

// One organisation that two regulators fine on a day, for one sum, has two
// cases; what the press writes belongs to the regulator at home.
func TestTwoRegulators(t *testing.T) {
	rs := readings(append(
		official("one", "Harbourside Ltd", "", "2025-10-15", telling{action: content.MonetaryPenalty, amount: 14_000, what: "hacking"}),
		official("two", "Harbourside Ltd", "", "2025-10-15", telling{action: content.MonetaryPenalty, amount: 14_000, what: "hacking"})[:2]...))
	for i := range rs[3:] {
		rs[3+i].Document.Publisher = "CMA"
		rs[3+i].Document.Item = "cma:7"
	}
	book := link.Link(nil, rs)
	got := map[string][]string{}
	for _, c := range book.Cases {
		for _, d := range c.Documents {
			got[c.Regulator] = append(got[c.Regulator], d.ID)
		}
	}
	if len(book.Cases) != 2 || len(got["ICO"]) != 3 || len(got["CMA"]) != 2 || got["CMA"][0] != "cma-1" {
		t.Errorf("got %d cases, documents by regulator %v; want two cases, the press with the ICO's", len(book.Cases), got)
	}
	again := link.Link(book, rs)
	if changes := content.Changes(book, again); len(again.Cases) != 2 || len(changes) > 0 {
		t.Errorf("read again: %d cases, changes %v; want none", len(again.Cases), changes)
	}
}
