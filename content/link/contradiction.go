package link

import (
	"slices"
	"strings"

	"casebook/content"
)

// A Contradiction is a number or a day that the documents of a case give
// differently, beyond rounding. The values stand side by side in the order of
// their evidence; which of them the case took, if any, its own fields say.
type Contradiction struct {
	Field string // "amount", "affected", "communications", "date", "incident.from" or "incident.to"
	Event int    // index into the case's events; -1 where the field is not of one event
	Rows  []content.Evidence
}

// Contradictions lists where the sources of a case disagree, in order of its
// evidence. It reads the case alone, so that it can be asked at any time.
func Contradictions(c *content.Case) []Contradiction {
	var out []Contradiction
	for _, row := range c.Evidence {
		if !slices.Contains([]string{"amount", "affected", "communications", "date", "incident.from", "incident.to"}, row.Field) ||
			slices.ContainsFunc(out, func(o Contradiction) bool { return o.Field == row.Field && o.Event == row.Event }) {
			continue
		}
		rows := c.Proofs(row.Field, row.Event)
		if disagree(rows) {
			out = append(out, Contradiction{row.Field, row.Event, rows})
		}
	}
	return out
}

// disagree reports whether any two of the rows contradict each other.
func disagree(rows []content.Evidence) bool {
	for i, x := range rows {
		for _, y := range rows[:i] {
			if !compatible(x, y) {
				return true
			}
		}
	}
	return false
}

// compatible reports whether two rows of one field can both be right. Either
// number may be meant roughly.
func compatible(x, y content.Evidence) bool {
	if x.Value == y.Value {
		return true
	}
	switch x.Field {
	case "date", "incident.from", "incident.to":
		d, err1 := content.ParseDate(x.Value)
		e, err2 := content.ParseDate(y.Value)
		return err1 == nil && err2 == nil && (within(d, e) || within(e, d))
	}
	n, ok1 := leadingNumber(x.Value)
	m, ok2 := leadingNumber(y.Value)
	return ok1 && ok2 && agree(n, m, content.Approx, content.Approx)
}

// leadingNumber reads "3076320", "130000.50" or "1345732 calls", in hundredths.
func leadingNumber(s string) (int64, bool) {
	number, _, _ := strings.Cut(s, " ")
	m, err := content.ParseDecimal(number, "GBP")
	return m.Minor, err == nil
}
