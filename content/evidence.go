package content

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// SortEvidence puts evidence in the order of event, field and document.
func SortEvidence(rows []Evidence) {
	slices.SortStableFunc(rows, func(x, y Evidence) int {
		return cmp.Or(cmp.Compare(x.Event, y.Event), cmp.Compare(x.Field, y.Field),
			CompareDocumentIDs(x.Document, y.Document), cmp.Compare(x.Value, y.Value), cmp.Compare(x.Quote, y.Quote))
	})
}

// Same reports whether two pieces of evidence prove one value with one quote of
// one document.
func (e Evidence) Same(o Evidence) bool {
	return e.Field == o.Field && e.Event == o.Event && e.Value == o.Value && e.Quote == o.Quote && e.Document == o.Document
}

// SplitDocumentID divides "ico-12" into "ico" and 12.
func SplitDocumentID(id string) (prefix string, n int) {
	at := strings.LastIndexByte(id, '-')
	n, err := strconv.Atoi(id[at+1:])
	if at < 0 || err != nil {
		return id, 0
	}
	return id[:at], n
}

// CompareDocumentIDs orders document ids by kind and number: "ico-2" before
// "ico-10".
func CompareDocumentIDs(x, y string) int {
	p, n := SplitDocumentID(x)
	q, m := SplitDocumentID(y)
	return cmp.Or(cmp.Compare(p, q), cmp.Compare(n, m), cmp.Compare(x, y))
}
