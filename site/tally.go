package site

import (
	"cmp"
	"maps"
	"slices"

	"casebook/content"
)

// A tally counts the cases of a group. Only sums that stand as fines count.
type tally struct {
	cases       int
	provisional int
	fines       int
	sums        map[string]int64 // by currency, in minor units
	stating     int              // decided cases that state how many people
}

func tallyOf(cases []*content.Case) tally {
	t := tally{cases: len(cases), sums: map[string]int64{}}
	for _, c := range cases {
		if c.Provisional() {
			t.provisional++
			continue
		}
		if c.Affected > 0 {
			t.stating++
		}
		if fine := c.Fine(); fine.Stated() && fine.Minor > 0 {
			t.fines++
			t.sums[fine.Currency] += fine.Minor
		}
	}
	return t
}

// sum writes the total of the fines, sterling first: "£4,000,000 and EUR 500".
func (t tally) sum() string {
	currencies := slices.SortedFunc(maps.Keys(t.sums), func(a, b string) int {
		return cmp.Or(-cmp.Compare(sterling(a), sterling(b)), cmp.Compare(a, b))
	})
	var parts []string
	for _, currency := range currencies {
		parts = append(parts, content.Money{Minor: t.sums[currency], Currency: currency}.String())
	}
	return list(parts)
}

func sterling(currency string) int {
	if currency == "GBP" {
		return 1
	}
	return 0
}

// fined writes "£3,076,320 in 1 final fine"; "" where there is none.
func (t tally) fined() string {
	if t.fines == 0 {
		return ""
	}
	return t.sum() + " in " + count(t.fines, "final fine")
}

// sentence sums the group up: "3 cases, with £1 in 1 final fine; 1 still
// provisional and not counted. 1 decided case states how many people were
// affected." People are not added up: some are bounds, some live elsewhere, and
// many are the same.
func (t tally) sentence() string {
	s := count(t.cases, "case")
	if fined := t.fined(); fined != "" {
		s += ", with " + fined
	} else {
		s += ", no final fine"
	}
	if t.provisional > 0 {
		s += "; " + number(t.provisional) + " still provisional and not counted"
	}
	switch t.stating {
	case 0:
		return s + "."
	case 1:
		return s + ". 1 decided case states how many people were affected."
	}
	return s + ". " + number(t.stating) + " decided cases state how many people were affected."
}
