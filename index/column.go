package index

import "casebook/content"

// A row is what cases are filtered, counted and sorted by.
type row struct {
	id       string
	facets   [][]string // by facet number
	values   []int      // the same, as places in Index.values
	date     content.Date
	amount   int // pence of the fine that stands; 0 for none
	proposed int // pence that the latest proposal named; 0 for none
	affected int // people; 0 where not stated
	length   int // words, weighted by field
}

// numbers are the columns that a row can be bounded and sorted by.
var numbers = map[string]func(*row) int{
	"amount":   func(r *row) int { return r.amount },
	"proposed": func(r *row) int { return r.proposed },
	"affected": func(r *row) int { return r.affected },
	"date":     func(r *row) int { return packDate(r.date) },
}

// The units of a packed date: bounds compare as much of one as was typed.
const (
	yearUnit  = 512
	monthUnit = 32
)

// packDate makes a number of a date, in the order of Date.Compare; 0 is none.
func packDate(d content.Date) int { return d.Year*yearUnit + d.Month*monthUnit + d.Day }

// newRow reads the columns of a case. Its length is measured in bleve.
func newRow(c *content.Case) row {
	r := row{id: c.ID, date: c.Date, affected: c.Affected}
	for _, facet := range Facets {
		r.facets = append(r.facets, facetValues(c, facet))
	}
	if fine := c.Fine(); fine.Currency == "GBP" { // sums in other currencies cannot be compared
		r.amount = int(max(fine.Minor, 0))
	}
	if sum := c.Proposal(); sum.Currency == "GBP" {
		r.proposed = int(max(sum.Minor, 0))
	}
	return r
}
