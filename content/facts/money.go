package facts

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"casebook/content"
)

// A sum is a candidate for an amount: pounds with a place in a sentence.
type sum struct {
	money      content.Money
	qualifier  content.Qualifier
	start, end int // in the sentence
}

// figureDigits and figureScale are how figures are written: "3,076,320", "150 000",
// "6.09", as a page breaks them ("96,0 00"), and "million", "m", "k" after them.
const (
	figureDigits = `(\d{1,3}(?:(?:, ?| )\d{3}\b|, ?\d +\d\d\b|, ?\d\d +\d\b)+|\d+)((?:\.\d+)?)`
	figureScale  = `(?:[ -]?((?i:million|billion|thousand|mln|mn|bn|m|k))\b)?`
)

var (
	// poundsBefore is a figure after the sign or the code: "£6.09m", "GBP 98,000".
	poundsBefore = exactly(`(?:£|\bGBP|\bUKP) *` + figureDigits + figureScale)
	// poundsAfter is a figure before the name or the code: "12.7 million pounds", "80,000 GBP".
	poundsAfter = exactly(`\b` + figureDigits + figureScale + `[ -]*(?i:GBP|pounds?(?: sterling)?|sterling)\b`)
	// afterWords follow a sum that is in words alone: "half a million pounds".
	afterWords = exactly(`^[ -]*(?i:pounds?|GBP|quid)\b`)
	// bracketed words repeat the figure: "£130,000 (one hundred and thirty thousand pounds)".
	inBrackets = exactly(`^[^()£]{0,14}\( *([A-Za-z][A-Za-z ,-]{2,120}?) *(?i:pounds?)\b[^()]{0,40}\)?`)
)

// lostDigits follow a figure of which a digit was lost: "£110,00".
var lostDigits = exactly(`^,\d{1,2}(?:[^\d]|$)`)

var factor = map[string]float64{"": 1, "thousand": 1e3, "k": 1e3, "million": 1e6, "mln": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9}

// sums returns the sums of pounds in a sentence, in order. Sums in other
// currencies are none.
func sums(text string) []sum {
	if !strings.Contains(text, "£") && !strings.Contains(text, "GBP") && !strings.Contains(text, "UKP") &&
		!strings.Contains(text, "pound") && !strings.Contains(text, "Pound") && !strings.Contains(text, "sterling") {
		return nil
	}
	var all []sum
	for _, m := range poundsBefore.findAll(text) {
		all = appendSum(all, text, figure(text, m), m[0], m[1])
	}
	for _, m := range poundsAfter.findAll(text) {
		if !followsSign(text, m[0]) {
			all = appendSum(all, text, figure(text, m), m[0], m[1])
		}
	}
	for _, n := range spelledNumbers(text) {
		if m := afterWords.find(text[n.end:]); m != nil && n.value >= 100 {
			all = appendSum(all, text, n.value, n.start, n.end+m[1])
		}
	}
	slices.SortStableFunc(all, func(a, b sum) int { return cmp.Compare(a.start, b.start) })
	for i := range all {
		all[i].takeForeign(text)
	}
	return all
}

// foreignMoney is a sum in another currency.
const foreignMoney = `(?:(?:[A-Z]{0,3}[€$¥]|\b(?:EUR|USD|CHF) ?) *\d[\d.,]*(?:[ -]?(?:million|thousand|billion|mln|mn|bn|m|k)\b)?|\b\d[\d.,]*(?:[ -]?(?:million|thousand|billion|mln|mn|bn|m|k))? ?(?:euros?|EUR|USD|(?:US )?dollars)\b)`

var (
	// foreignBefore and foreignAfter are the same sum in another currency
	// beside it: "€409,080 (GBP 350,000)", "£2.1 million (approximately €2.45 million)".
	foreignBefore = exactly(foreignMoney + `,? *(?:\( *(?:[a-z.]+ ){0,3}|/ *)$`)
	foreignAfter  = exactly(`^,? *(?:\((?:[a-z’'.]+ ){0,4}|/ *)` + foreignMoney + `[^()]{0,25}\)?`)
)

// takeForeign widens a sum over what repeats it in another currency, so that
// the words beside the pair are the words beside the sum.
func (s *sum) takeForeign(text string) {
	if at := foreignBefore.find(text[:s.start]); at != nil {
		s.start = at[0]
		if strings.HasPrefix(text[s.end:], ")") {
			s.end++
		}
	}
	if at := foreignAfter.find(text[s.end:]); at != nil {
		s.end += at[1]
	}
}

// followsSign reports whether the figure at a place was read already, after
// its sign, or is in another currency.
func followsSign(text string, at int) bool {
	left := strings.TrimRight(text[max(0, at-6):at], " ")
	for _, sign := range []string{"£", "GBP", "UKP", "€", "$", ".", ","} {
		if strings.HasSuffix(left, sign) {
			return true
		}
	}
	return false
}

// figure is the value of a match of digits and scale, of which the groups are
// the whole part, the fraction and the scale.
func figure(text string, m []int) float64 {
	whole := strings.NewReplacer(",", "", " ", "").Replace(text[m[2]:m[3]])
	fraction, unit := text[m[4]:m[5]], ""
	if m[6] >= 0 {
		unit = strings.ToLower(text[m[6]:m[7]])
	}
	if len(fraction) == 4 && unit == "" { // "£130.000", as it is written elsewhere
		whole, fraction = whole+fraction[1:], ""
	}
	value, err := strconv.ParseFloat(whole+fraction, 64)
	if err != nil {
		return -1
	}
	return value * factor[unit]
}

// appendSum adds a sum, unless the words of one that is there already hold
// it. Where words in brackets say something else than the figure before them,
// the figure was damaged and the words hold; one that was damaged without
// words is no sum.
func appendSum(all []sum, text string, value float64, start, end int) []sum {
	for _, s := range all {
		if start < s.end && s.start < end {
			return all
		}
	}
	if m := inBrackets.find(text[end:]); m != nil {
		if n := spelledNumbers(text[end+m[2] : end+m[3]]); len(n) == 1 {
			value, end = n[0].value, end+m[1]
		}
	} else if lostDigits.in(text[end:]) {
		return all
	}
	if value < 0 || value > 1e13 {
		return all
	}
	money := content.Money{Minor: int64(math.Round(value * 100)), Currency: "GBP"}
	return append(all, sum{money, qualifier(text, start, end), start, end})
}

// qualifiers are words before a number that say how it is meant. What stands
// between them and the number belongs to either: "up to an estimated". "Less
// than the £120,000" compares with an exact sum.
var qualifiers = []struct {
	meant content.Qualifier
	words *phrase
}{
	{content.Approx, pattern(`(?i)\b(?:just (?:under|short of|shy of)|(?:a )?(?:little|shade|fraction) (?:under|less than))` + beforeNumber)},
	{content.Over, pattern(`(?i)\b(?:more than|over|in excess of|excess of|upwards? of|at least|exceed(?:ing|s|ed)|greater than|above|north of|a minimum of|no (?:fewer|less) than|not less than|topp(?:ed|ing))` + beforeNumber)},
	{content.UpTo, pattern(`(?i)\b(?:up to|as many as|no more than|not more than|at most|a maximum of|as much as|fewer than|less than|under|below)` + beforeNumber)},
	{content.Approx, pattern(`(?i)(?:\b(?:about|around|approx(?:imately)?\.?|nearly|almost|some|roughly|(?:an )?estimated|estimated (?:at|to be)|estimates?(?: it)? (?:at|of)|estimate of|close to|circa|c\.|ca\.|in the (?:region|order) of|something like|more or less)(?: the)?|~)` + beforeNumber)},
}

const beforeNumber = `(?: (?:a|an|another|further|total of|total|combined|estimated|potential|whopping|record|some|about|around))* ?$`

var (
	orMore = exactly(`^(?:\+|[ -]plus\b| or more\b| and more\b)`)
	orSo   = exactly(`^ or (?:so|thereabouts)\b`)
)

// qualifier is how the number at a place is meant, by the words around it.
func qualifier(text string, start, end int) content.Qualifier {
	left, right := around(text, start, end, 40)
	for _, q := range qualifiers {
		if q.words.in(left) {
			return q.meant
		}
	}
	switch {
	case orMore.in(right):
		return content.Over
	case orSo.in(right):
		return content.Approx
	}
	return content.Exact
}
