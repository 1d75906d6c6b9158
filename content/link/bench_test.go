package link_test

import (
	"fmt"
	"testing"

	"casebook/content"
	"casebook/content/link"
)

// BenchmarkLink links three documents of each case, with names that share
// their first words as those of councils and trusts do.
func BenchmarkLink(b *testing.B) {
	for _, n := range []int{200, 2000} {
		var ts []telling
		for i := range n {
			ts = append(ts, official(fmt.Sprintf("case-%d", i), fmt.Sprintf("Northmoor %d Council", i), "", fmt.Sprintf("20%02d-05-%02d", 10+i%15, 1+i%27),
				telling{action: content.Reprimand, what: "hacking", people: 1000 + i})...)
		}
		rs := readings(ts)
		book := link.Link(nil, rs)
		for _, again := range []struct {
			name string
			book *content.Book
		}{{"first", nil}, {"again", book}} {
			b.Run(fmt.Sprintf("cases=%d/run=%s", n, again.name), func(b *testing.B) {
				for b.Loop() {
					link.Link(again.book, rs)
				}
			})
		}
	}
}
