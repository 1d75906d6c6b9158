package link_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/content"
	"casebook/content/link"
)

// row is a row of the table of what became of fines.
func row(name, item, day string, action content.Action, status content.Status) telling {
	return telling{life: name, kind: content.News, item: item, day: day, action: action, status: status,
		url: "https://ico.example/the-icos-work-to-recover-fines/#:~:text=" + content.Slug(name)}
}

// A row of the table of payments adds an event to the case of its item and
// changes nothing of where the case stands. Without an item it belongs to
// nobody, whatever name it has.
func TestPayments(t *testing.T) {
	fine := official("bakery", "Harbour Bakery Ltd", "", "2026-03-12", telling{action: content.MonetaryPenalty, amount: 64_000, what: "nuisance-calls"})
	const item = "ico:bakery-monetary-penalty"
	tests := []struct {
		name  string
		rows  []telling
		want  []string // events
		stand string
	}{
		{"paid", []telling{row("Harbour Bakery Ltd", item, "2026-10-01", content.Payment, content.Paid)},
			[]string{"2026-03-12 monetary-penalty final", "2026-10-01 payment paid"}, "final £64,000 2026-03-12"},
		{"in instalments, the day unknown", []telling{row("Harbour Bakery Ltd", item, "", content.Payment, content.PartPaid)},
			[]string{" payment part-paid", "2026-03-12 monetary-penalty final"}, "final £64,000 2026-03-12"},
		{"under appeal", []telling{row("Harbour Bakery Ltd", item, "2026-10-01", content.OtherAction, content.Appealed)},
			[]string{"2026-03-12 monetary-penalty final", "2026-10-01 other appealed"}, "appealed £64,000 2026-10-01"},
		{"of an item that nobody read", []telling{row("Harbour Bakery Ltd", "ico:gone", "2026-10-01", content.Payment, content.Paid)},
			[]string{"2026-03-12 monetary-penalty final"}, "final £64,000 2026-03-12"},
		{"of no item, and a row of another party", []telling{row("Harbour Bakery Ltd", "", "2026-10-01", content.Payment, content.Paid), row("Other Ltd", "", "2026-10-01", content.Payment, content.Unpaid)},
			[]string{"2026-03-12 monetary-penalty final"}, "final £64,000 2026-03-12"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			book := link.Link(nil, readings(slices.Concat(fine, test.rows)))
			if len(book.Cases) != 1 {
				t.Fatalf("cases %v, want one", ids(book))
			}
			c := book.Cases[0]
			var got []string
			for _, e := range c.Events {
				got = append(got, fmt.Sprintf("%s %s %s", e.Date, e.Action, e.Status))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("events (-want +got):\n%s", diff)
			}
			if stand := fmt.Sprintf("%s %s %s", c.Status, c.Fine(), c.Date); stand != test.stand || c.Organisation.Name != "Harbour Bakery Ltd" || len(c.Organisation.Also) > 0 {
				t.Errorf("stands at %s, organisation %+v; want %s", stand, c.Organisation, test.stand)
			}
		})
	}
}

// The table is dated anew whenever it is edited: a payment keeps the day on
// which it was first seen, and a new state has a day of its own.
func TestPaymentIsSeenOnce(t *testing.T) {
	fine := official("bakery", "Harbour Bakery Ltd", "", "2026-03-12", telling{action: content.MonetaryPenalty, amount: 64_000, what: "nuisance-calls"})
	const item = "ico:bakery-monetary-penalty"
	book := link.Link(nil, readings(append(slices.Clone(fine), row("Harbour Bakery Ltd", item, "2026-10-01", content.Payment, content.PartPaid))))
	again := link.Link(book, readings(append(slices.Clone(fine), row("Harbour Bakery Ltd", item, "2026-11-01", content.Payment, content.PartPaid))))
	if got := again.Cases[0].Events; len(got) != 2 || got[1].Date != date("2026-10-01") {
		t.Errorf("events %+v, want the payment of 2026-10-01", got)
	}
	paid := link.Link(again, readings(append(slices.Clone(fine), row("Harbour Bakery Ltd", item, "2026-12-01", content.Payment, content.Paid))))
	if got := paid.Cases[0].Events; len(got) != 2 || got[1].Status != content.Paid || got[1].Date != date("2026-12-01") {
		t.Errorf("events %+v, want that it was paid, first seen on 2026-12-01", got)
	}
}

// A page that moved keeps the addresses that it was read at.
func TestFormerAddresses(t *testing.T) {
	docs := official("moved", "Harbourside Ltd", "", "2025-10-15", telling{action: content.MonetaryPenalty, amount: 14_000, what: "hacking"})[:2]
	first := link.Link(nil, readings(docs))
	was := first.Cases[0].Documents[1].URL
	moved := readings(docs)
	moved[1].Document.URL = "https://ico.example/elsewhere/"
	second := link.Link(first, moved)
	again := link.Link(second, moved)
	for _, book := range []*content.Book{second, again} {
		if d := book.Cases[0].Documents[1]; d.URL != moved[1].Document.URL || !slices.Equal(d.Formerly, []string{was}) {
			t.Errorf("at %s, formerly %v; want formerly %s", d.URL, d.Formerly, was)
		}
	}
	if changes := content.Changes(second, again); len(changes) > 0 {
		t.Errorf("changes %v, want none", changes)
	}
}
