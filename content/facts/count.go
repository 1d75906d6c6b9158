package facts

import (
	"strconv"
	"strings"

	"casebook/content"
)

// A number is a candidate for people or messages.
type number struct {
	value      int
	qualifier  content.Qualifier
	start, end int // in the sentence
}

var (
	numeral   = exactly(`\b(\d{1,3}(?:[, ]\d{3})+|\d+)(\.\d+)?(?:[ -]?((?i:million|billion|thousand|mln|bn|m|k)\b))?`)
	priced    = exactly(`(?:[£€$] ?|[./:-]|GBP ?|EUR ?)$`)
	wordCount = pattern(`(?i)\b(half a|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (million|thousand|hundred)\b`)
	onePerson = pattern(`(?i)\bone (person|individual|patient|customer|man|woman)\b`)
)

// numbers returns the numbers in a sentence that could count something: not
// sums, years or parts of dates.
func numbers(text string) []number {
	var all []number
	for _, m := range numeral.findAll(text) {
		if priced.in(text[max(0, m[0]-6):m[0]]) {
			continue
		}
		digits := strings.NewReplacer(",", "", " ", "").Replace(text[m[2]:m[3]])
		if m[4] >= 0 {
			digits += text[m[4]:m[5]]
		}
		value, err := strconv.ParseFloat(digits, 64)
		if err != nil {
			continue
		}
		if m[6] >= 0 {
			value *= factor[strings.ToLower(text[m[6]:m[7]])]
		}
		all = appendNumber(all, text, value, m[0], m[1])
	}
	for _, m := range wordCount.findAll(text) {
		scale := map[string]float64{"million": 1e6, "thousand": 1e3, "hundred": 100}[strings.ToLower(text[m[4]:m[5]])]
		n := wordNumber[strings.Join(strings.Fields(strings.ToLower(text[m[2]:m[3]])), " ")]
		all = appendNumber(all, text, n*scale, m[0], m[1])
	}
	for _, m := range onePerson.findAll(text) {
		all = appendNumber(all, text, 1, m[0], m[2])
	}
	return all
}

func appendNumber(all []number, text string, value float64, start, end int) []number {
	if value < 1 || value > 8e9 || value != float64(int(value+.5)) && value < 1000 {
		return all
	}
	left, _ := around(text, start, end, 30)
	return append(all, number{int(value + .5), qualifier(left), start, end})
}
