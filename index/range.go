package index

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"casebook/content"
)

// A Range bounds a column, both ends included.
type Range struct {
	Field    string // "amount" or "proposed" (pence), "affected" (people) or "date" (packed)
	From, To Bound
}

// A Bound is one end of a range. A value is compared with it in its unit: a
// date with as much of a date as was typed, so that 2024 holds all its days.
type Bound struct{ At, Unit int }

// largest is the greatest number that a browser counts exactly.
const largest = 1<<53 - 1

// rangeUnits says what the ends of each range are.
var rangeUnits = map[string]string{
	"amount":   "pounds, as in amount:>1m or amount:50k..2m",
	"proposed": "pounds, as in proposed:>1m or proposed:50k..2m",
	"affected": "people, as in affected:>1000 or affected:1000..50000",
	"date":     "dates, as in date:2024, date:>2023-06 or date:2022-01..2024",
}

// inWords are the signs as people say them. Longer ones come first where one
// begins like another.
var inWords = []struct{ words, sign string }{
	{"no more than ", "<="}, {"not more than ", "<="}, {"at most ", "<="}, {"up to ", "<="}, {"until ", "<="},
	{"at least ", ">="}, {"since ", ">="}, {"from ", ">="},
	{"more than ", ">"}, {"over ", ">"}, {"above ", ">"}, {"after ", ">"},
	{"less than ", "<"}, {"fewer than ", "<"}, {"under ", "<"}, {"below ", "<"}, {"before ", "<"},
}

// signed writes a range in signs: "more than 1 million" is ">1 million",
// "between 1m and 2m" is "1m..2m".
func signed(value string) string {
	value = lower(strings.Join(strings.Fields(value), " "))
	for _, w := range inWords {
		if rest, ok := strings.CutPrefix(value, w.words); ok {
			return w.sign + rest
		}
	}
	if rest, ok := strings.CutPrefix(value, "between "); ok {
		return strings.Replace(rest, " and ", "..", 1)
	}
	return value
}

// parseRange reads "50k", ">1m", "<=£1.5 million", "1000..50000", "2022-01..",
// "more than 1 million" and the like.
func parseRange(field, typed string) (Range, error) {
	r := Range{field, Bound{0, 1}, Bound{largest, 1}}
	wrong := fmt.Errorf("%s:%s: want %s", field, typed, rangeUnits[field])
	value := signed(typed)
	from, to, isRange := strings.Cut(value, "..")
	sign := value[:len(value)-len(strings.TrimLeft(value, "<>="))]
	if !isRange {
		from, to = value[len(sign):], value[len(sign):]
		switch sign {
		case "", "=":
		case ">", ">=":
			to = ""
		case "<", "<=":
			from = ""
		default:
			return r, wrong
		}
	}
	from, to = strings.Trim(from, " "), strings.Trim(to, " ")
	if from == "" && to == "" || !setBound(&r.From, field, from) || !setBound(&r.To, field, to) {
		return r, wrong
	}
	switch sign {
	case ">":
		r.From.At += r.From.Unit
	case "<":
		r.To.At -= r.To.Unit
	}
	if r.From.At > r.To.At+r.To.Unit-1 && r.To.At >= 0 && sign == "" {
		return r, fmt.Errorf("%s:%s: the first is after the last", field, typed)
	}
	return r, nil
}

// setBound reads one end, and reports whether it can be read. An empty end
// stays open.
func setBound(b *Bound, field, s string) bool {
	if s == "" {
		return true
	}
	ok := false
	if field == "date" {
		*b, ok = dateBound(s)
	} else {
		*b, ok = numberBound(field, s)
	}
	return ok
}

func dateBound(s string) (Bound, bool) {
	d, err := content.ParseDate(s)
	unit := 1
	switch {
	case d.Month == 0:
		unit = yearUnit
	case d.Day == 0:
		unit = monthUnit
	}
	return Bound{packDate(d), unit}, err == nil
}

// multiples are what a number can be followed by.
var multiples = map[string]float64{
	"": 1, "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9,
}

// units are what is counted.
var units = map[string]string{"amount": "pounds", "proposed": "pounds", "affected": "people"}

var figure = regexp.MustCompile(`^£? ?(\d[\d,]*(?:\.\d+)?) ?(k|thousand|m|mn|million|bn|billion)?(?: (pounds|people))?$`)

func numberBound(field, s string) (Bound, bool) {
	m := figure.FindStringSubmatch(s)
	if m == nil || m[3] != "" && m[3] != units[field] {
		return Bound{}, false
	}
	n, _ := strconv.ParseFloat(strings.ReplaceAll(m[1], ",", ""), 64) // infinite where it is too large
	n *= multiples[m[2]]
	if field != "affected" {
		n *= 100
	}
	return Bound{int(math.Round(min(n, largest))), 1}, true
}

// holds reports whether a column's value lies in the range; 0 is no value.
func (r Range) holds(value int) bool {
	return value > 0 && value-value%r.From.Unit >= r.From.At && value-value%r.To.Unit <= r.To.At
}
