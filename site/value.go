package site

import (
	"math"
	"strings"

	"casebook/content"
)

// A statement is a value of a case that is to be shown with its proof.
type statement struct {
	field string
	event int                       // -1 where the field is not of one event
	value string                    // as evidence spells it
	text  string                    // as it is shown
	spell func(value string) string // shows what another document says; nil where documents cannot disagree
}

// value shows a statement: with the quotes that say so, apart from those that
// say otherwise, or with the reason why there is no quote.
func value(c *content.Case, s statement) Value {
	v := Value{Text: clean(s.text)}
	var agree []content.Evidence
	sides := map[string][]content.Evidence{}
	var order []string
	for _, e := range evidenceFor(c, s.field, s.event) {
		switch {
		case agrees(s, e.Value):
			agree = append(agree, e)
		case s.spell != nil:
			if sides[e.Value] == nil {
				order = append(order, e.Value)
			}
			sides[e.Value] = append(sides[e.Value], e)
		}
	}
	v.Proofs = proofs(c, agree)
	if len(order) > 0 {
		if len(v.Proofs) > 0 {
			v.Dispute = append(v.Dispute, Side{s.text, v.Proofs})
			v.Proofs = nil
		}
		for _, other := range order {
			v.Dispute = append(v.Dispute, Side{s.spell(other), proofs(c, sides[other])})
		}
	}
	switch {
	case c.IsLocked(field(s.field)):
		v.Reason = "Set by a person. The program never overwrites it."
	case len(agree) == 0 && len(order) == 0:
		v.Reason = "No quote is recorded for this value."
	case len(agree) == 0:
		v.Reason = "No quote is recorded for the value shown."
	}
	return v
}

// field is the key on top of a nested one: "incident.type" is of "incident".
func field(name string) string {
	top, _, _ := strings.Cut(name, ".")
	return top
}

// evidenceFor returns what was quoted for a field: of the event, or where there
// is none of the case as a whole; of any event where the field is not of one.
func evidenceFor(c *content.Case, field string, event int) []content.Evidence {
	if event >= 0 {
		if rows := c.Proofs(field, event); len(rows) > 0 {
			return rows
		}
		return c.Proofs(field, -1)
	}
	var rows []content.Evidence
	for _, e := range c.Evidence {
		if e.Field == field {
			rows = append(rows, e)
		}
	}
	return rows
}

// agrees reports whether evidence of this value proves the statement.
func agrees(s statement, value string) bool {
	switch s.field {
	case "organisation":
		return true
	case "provisions":
		p, err := content.ParseProvision(value)
		return err == nil && string(p) == s.value
	case "amount", "affected", "communications":
		return value == s.value || rounds(value, s.value)
	case "date", "incident.from", "incident.to":
		return strings.HasPrefix(value, s.value) || value != "" && strings.HasPrefix(s.value, value)
	}
	return value == s.value
}

// rounds reports whether one number is the other as people round it: "£3.1m"
// for £3,076,320. Sums and counts may be followed by a unit.
func rounds(a, b string) bool {
	x, ok1 := leading(a)
	y, ok2 := leading(b)
	if !ok1 || !ok2 {
		return false
	}
	off := math.Abs(x - y)
	return off == 0 || off < 0.05*max(x, y) && off < max(grain(x), grain(y))/2
}

// leading reads the number that a value begins with.
func leading(s string) (float64, bool) {
	digits, _, _ := strings.Cut(s, " ")
	m, err := content.ParseDecimal(digits, "GBP")
	return float64(m.Minor) / 100, err == nil
}

// grain is the size of the last digit of n that is not nought.
func grain(n float64) float64 {
	g := 1.0
	for n >= 10 && math.Mod(n, 10) == 0 {
		n, g = n/10, g*10
	}
	return g
}

// spellers show what a document says of a field.
func spellSum(currency string) func(string) string {
	return func(value string) string {
		m, err := content.ParseDecimal(value, currency)
		if err != nil {
			return clean(value)
		}
		return m.String()
	}
}

func spellPeople(value string) string {
	if value == "1" {
		return "1 person"
	}
	return content.Thousands(clean(value)) + " people"
}

func spellCommunications(value string) string {
	n, unit, _ := strings.Cut(clean(value), " ")
	return strings.TrimSpace(content.Thousands(n) + " " + unit)
}

func spellDate(value string) string {
	d, err := content.ParseDate(value)
	if err != nil {
		return clean(value)
	}
	return d.Long()
}
