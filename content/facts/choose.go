package facts

import (
	"casebook/content"
)

// choose takes the sum of a role that has most behind it, and how much that
// is: its best sentence, and a little for each other one. A sum that is
// spelled exactly stands for its rounded form.
func (d *document) choose(all []judged, wanted role) (*judged, float64) {
	best, score := -1, 0.0
	for i, a := range all {
		if a.role != wanted || a.score <= 0 {
			continue
		}
		again := 0.0
		for j, b := range all {
			if i != j && b.role == wanted && alike(a.sum, b.sum) {
				again += .08 * max(min(b.score, 1), 0)
			}
		}
		if total := a.score + min(again, .5); total > score {
			best, score = i, total
		}
	}
	if best < 0 {
		return nil, 0
	}
	chosen := all[best]
	for _, a := range all {
		if a.role == wanted && a.score > 0 && alike(a.sum, chosen.sum) && tellsMore(a.sum, chosen.sum) {
			chosen = a
		}
	}
	return &chosen, score
}

func (d *document) moneyFact(j judged, score float64) content.Fact[content.Money] {
	return content.Fact[content.Money]{Value: j.money, Qualifier: j.qualifier, Score: min(score, 1), Quotes: []content.Quote{d.quote(j.in)}}
}

// tellsMore reports whether a says what b says, and more: the exact figure
// for the rounded one, or how the rounded one is meant.
func tellsMore(a, b sum) bool {
	if a.money == b.money {
		return b.qualifier == content.Exact && a.qualifier != content.Exact && a.qualifier != content.UpTo
	}
	return significant(a.money) > significant(b.money)
}

// alike reports whether two sums may be one, once rounded: within 2 %, or 6 %
// where one of them says that it is rounded.
func alike(a, b sum) bool {
	diff := a.money.Minor - b.money.Minor
	if diff < 0 {
		diff = -diff
	}
	slack := int64(50)
	if rounded(a) || rounded(b) {
		slack = 16
	}
	return diff*slack <= max(a.money.Minor, b.money.Minor)
}

// rounded reports whether a sum says itself that it is not exact, or is a bare
// number of millions.
func rounded(s sum) bool {
	digits := significant(s.money)
	return s.qualifier != content.Exact && digits <= 2 || digits == 1 && s.money.Minor >= 100_000_000
}

// significant is the number of digits of a sum before its zeros.
func significant(m content.Money) int {
	n := 0
	for v := m.Minor; v > 0; v /= 10 {
		if n > 0 || v%10 != 0 {
			n++
		}
	}
	return n
}
