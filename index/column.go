package index

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/numeric"
	bleveindex "github.com/blevesearch/bleve_index_api"

	"casebook/content"
)

// A row is what cases are filtered, counted and sorted by.
type row struct {
	id       string
	facets   [][]string // by facet number
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

// rows reads the columns of all cases and numbers them newest first.
func (r *reader) rows() ([]row, error) {
	columns := append([]string{dateField, amountField, proposedField, affectedField}, Facets...)
	values, err := r.DocValueReader(columns)
	if err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	type numbered struct {
		row
		internal string
	}
	var all []numbered
	err = r.everyID(func(internal bleveindex.IndexInternalID, id string) error {
		n := numbered{row{id: id, facets: make([][]string, len(Facets))}, string(internal)}
		if err := values.VisitDocValues(internal, n.set); err != nil {
			return err
		}
		n.sortControls()
		all = append(all, n)
		return nil
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(all, func(a, b numbered) int { return cmp.Or(b.date.Compare(a.date), strings.Compare(a.id, b.id)) })
	rows := make([]row, len(all))
	for i, n := range all {
		rows[i] = n.row
		r.numbers[n.internal] = i
		r.ids = append(r.ids, n.id)
	}
	return rows, nil
}

// set takes one value of a column, as bleve keeps it.
func (r *row) set(column string, value []byte) {
	switch column {
	case dateField:
		r.date, _ = content.ParseDate(string(value)) // document wrote it
	case amountField:
		if pounds, ok := decodeNumber(value); ok {
			r.amount = int(math.Round(pounds * 100))
		}
	case proposedField:
		if pounds, ok := decodeNumber(value); ok {
			r.proposed = int(math.Round(pounds * 100))
		}
	case affectedField:
		if people, ok := decodeNumber(value); ok {
			r.affected = int(people)
		}
	default:
		n := facetNumber(column)
		r.facets[n] = append(r.facets[n], string(value))
	}
}

// decodeNumber reads a number that bleve keeps in several precisions, of which
// only the whole one counts.
func decodeNumber(value []byte) (float64, bool) {
	coded := numeric.PrefixCoded(value)
	if shift, err := coded.Shift(); err != nil || shift != 0 {
		return 0, false
	}
	n, err := coded.Int64()
	return numeric.Int64ToFloat64(n), err == nil
}

// sortControls puts them in taxonomy order; bleve keeps them by name.
func (r *row) sortControls() {
	n := facetNumber("control")
	controls := make([]content.Control, len(r.facets[n]))
	for i, value := range r.facets[n] {
		controls[i] = content.Control(value)
	}
	content.SortControls(controls)
	r.facets[n] = texts(controls, func(c content.Control) string { return string(c) })
}
