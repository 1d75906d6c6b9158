package facts

import (
	"math"
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

var (
	poundSign = exactly(`(?:£|GBP ?) ?(\d{1,3}(?:[, ]\d{3})+|\d+)(\.\d+)?[ -]?((?i:million|billion|thousand|mln|bn|m|k)\b)?`)
	inWords   = pattern(`(?i)\b(half a|a|one|two|three|four|five|six|seven|eight|nine|ten) million pounds\b`)
	namedSum  = pattern(`(?i)\b(\d+(?:\.\d+)?) ?(million|m|k)? pounds\b`)
)

var factor = map[string]float64{"": 1, "thousand": 1e3, "k": 1e3, "million": 1e6, "mln": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9}

var wordNumber = map[string]float64{"half a": .5, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}

// sums returns the sums of pounds in a sentence. Sums in other currencies are
// none.
func sums(text string) []sum {
	if !strings.Contains(text, "£") && !strings.Contains(text, "GBP") && !strings.Contains(text, "pounds") {
		return nil
	}
	var all []sum
	for _, m := range poundSign.findAll(text) {
		digits := strings.NewReplacer(",", "", " ", "").Replace(text[m[2]:m[3]])
		fraction, unit := "", ""
		if m[4] >= 0 {
			fraction = text[m[4]:m[5]]
		}
		if m[6] >= 0 {
			unit = strings.ToLower(text[m[6]:m[7]])
		}
		all = appendSum(all, text, digits+fraction, unit, m[0], m[1])
	}
	for _, m := range inWords.findAll(text) {
		n := wordNumber[strings.Join(strings.Fields(strings.ToLower(text[m[2]:m[3]])), " ")]
		all = appendSum(all, text, strconv.FormatFloat(n, 'f', -1, 64), "million", m[0], m[1])
	}
	for _, m := range namedSum.findAll(text) {
		if m[4] >= 0 {
			all = appendSum(all, text, text[m[2]:m[3]], strings.ToLower(text[m[4]:m[5]]), m[0], m[1])
		}
	}
	return all
}

func appendSum(all []sum, text, number, unit string, start, end int) []sum {
	value, err := strconv.ParseFloat(number, 64)
	if err != nil || value*factor[unit] > 1e13 {
		return all
	}
	minor := int64(math.Round(value * factor[unit] * 100))
	left, _ := around(text, start, end, 30)
	return append(all, sum{content.Money{Minor: minor, Currency: "GBP"}, qualifier(left), start, end})
}

var qualifiers = []struct {
	meant content.Qualifier
	words *phrase
}{
	{content.Over, pattern(`(?i)\b(?:just over|more than|over|in excess of|upwards of|at least|exceeding|a little over|well over)(?: a)? $`)},
	{content.UpTo, pattern(`(?i)\b(?:up to|as many as|no more than|at most|a maximum of|as much as)(?: an estimated)? $`)},
	{content.Approx, pattern(`(?i)\b(?:about|around|approximately|approx\.?|nearly|almost|some|roughly|an estimated|estimated|close to|just under|circa|c\.)(?: the)? $`)},
}

// qualifier is how a number is meant, by the words before it.
func qualifier(left string) content.Qualifier {
	for _, q := range qualifiers {
		if q.words.in(left) {
			return q.meant
		}
	}
	return content.Exact
}
