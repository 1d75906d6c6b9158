package content

import (
	"cmp"
	"slices"
	"strings"
)

// A Book is every case, newest first.
type Book struct {
	Cases []*Case
}

// Sort puts the cases newest first by date, and by id where they share one.
func (b *Book) Sort() {
	slices.SortStableFunc(b.Cases, func(x, y *Case) int {
		return cmp.Or(y.Date.Compare(x.Date), strings.Compare(x.ID, y.ID))
	})
}

// Case returns the case with this id, or the case that formerly had it, or
// nil.
func (b *Book) Case(id string) *Case {
	var former *Case
	for _, c := range b.Cases {
		if c.ID == id {
			return c
		}
		if former == nil && slices.Contains(c.Formerly, id) {
			former = c
		}
	}
	return former
}
