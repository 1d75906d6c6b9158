package link_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/content"
	"casebook/content/link"
)

// What is withdrawn without being read again is marked as if it had been: each
// item of the lives in turn, with its notice, and then all of them.
func TestWithdraw(t *testing.T) {
	all := readings(lives)
	book := link.Link(nil, all)
	since := date("2027-10-15")
	check := func(which func(content.Document) bool) {
		t.Helper()
		var gone []string
		again := readings(lives)
		for i := range again {
			if d := &again[i].Document; which(*d) {
				d.Withdrawn = since
				gone = append(gone, d.URL)
			}
		}
		want, got := link.Link(book, again), link.Withdraw(book, gone, since)
		if diff := cmp.Diff(written(want), written(got)); diff != "" {
			t.Errorf("%v withdrawn (-read again +marked):\n%s", gone, diff)
		}
		kept, changes := linked(got, nil)
		if diff := cmp.Diff(written(got), written(kept)); diff != "" || len(changes) > 0 {
			t.Errorf("%v withdrawn, then nothing read: changes %v\n%s", gone, changes, diff)
		}
	}
	var items []string
	for _, r := range all {
		if r.Document.Kind == content.Item && !slices.Contains(items, r.Document.Item) {
			items = append(items, r.Document.Item)
		}
	}
	for _, item := range items {
		check(func(d content.Document) bool { return d.Item == item })
	}
	check(func(d content.Document) bool { return d.Item != "" })
	if got := link.Withdraw(book, []string{"https://ico.example/nothing/"}, since); !cmp.Equal(written(got), written(book)) {
		t.Error("an address that no case cites changed the book")
	}
}
