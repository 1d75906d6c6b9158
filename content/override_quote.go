package content

import (
	"fmt"
	"math/big"
	"regexp"
	"strconv"
	"strings"
)

// states reports with an error that the quote of an override does not hold the
// value that it is to prove. Sums, counts, days, names and articles must stand
// in it; that a word of the vocabulary is what the quote means is for a person
// to judge.
func (o *Override) states() error {
	quote, holds := foldSpace(o.Quote), true
	switch o.Field {
	case "amount", "previous_amount", "affected":
		holds = statesNumber(quote, o.Correct)
	case "communications":
		count, _, _ := strings.Cut(o.Correct, " ")
		holds = statesNumber(quote, count)
	case "date", "incident.from", "incident.to":
		holds = statesDay(quote, o.Correct)
	case "organisation":
		holds = strings.Contains(strings.ToLower(quote), strings.ToLower(foldSpace(o.Correct)))
	case "provisions":
		fields := strings.Fields(o.Correct)
		holds = len(fields) > 0 && numbersIn(quote)[leadingDigits(fields[len(fields)-1])]
	}
	if holds {
		return nil
	}
	return fmt.Errorf("quote: %q does not state %s", clip(o.Quote, 60), o.Correct)
}

var (
	figures = regexp.MustCompile(`(?i)([0-9][0-9,]*(?:\.[0-9]+)?)(?:\s*(k|thousand|m|mn|million|bn|billion)\b)?`)
	scales  = map[string]int64{"": 1, "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
	small   = []string{"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
)

// statesNumber reports whether a quote has a number, in figures or, up to
// twelve, as a word.
func statesNumber(quote, value string) bool {
	want, ok := new(big.Rat).SetString(value)
	if !ok {
		return true // that it is no number is said when it is read
	}
	for _, m := range figures.FindAllStringSubmatch(quote, -1) {
		got, ok := new(big.Rat).SetString(strings.ReplaceAll(m[1], ",", ""))
		if ok && got.Mul(got, new(big.Rat).SetInt64(scales[strings.ToLower(m[2])])).Cmp(want) == 0 {
			return true
		}
	}
	n, err := strconv.Atoi(value)
	return err == nil && n > 0 && n < len(small) && regexp.MustCompile(`(?i)\b`+small[n]+`\b`).MatchString(quote)
}

// statesDay reports whether a quote has the year and the day of a date; months
// are spelt in too many ways.
func statesDay(quote, value string) bool {
	d, err := ParseDate(value)
	if err != nil {
		return true // that it is no date is said when it is read
	}
	numbers := numbersIn(quote)
	return numbers[strconv.Itoa(d.Year)] && (d.Day == 0 || numbers[strconv.Itoa(d.Day)])
}

var digits = regexp.MustCompile(`[0-9]+`)

// numbersIn are the whole numbers in a text, without zeros before them.
func numbersIn(s string) map[string]bool {
	found := map[string]bool{}
	for _, n := range digits.FindAllString(s, -1) {
		found[strings.TrimLeft(n, "0")] = true
	}
	return found
}

func leadingDigits(s string) string { return digits.FindString(s) }
