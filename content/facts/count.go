package facts

import (
	"cmp"
	"math"
	"slices"
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
	numeral = exactly(`\b(\d{1,3}(?:[, ]\d{3}\b)+|\d+)((?:\.\d+)?)` + figureScale)
	// priced is what stands before a figure that counts nothing.
	priced = exactly(`(?:[./:#-]|(?:[£€$§]|\b(?:GBP|EUR|USD|No\.|[Pp]ara(?:graph)?s?\.?|[Pp]ages?|[Aa]rt(?:icle)?s?\.?|[Rr]eg(?:ulation)?s?\.?|[Ss]ections?|[Pp]rinciples?)) *)$`)
	// calendarYear is what makes a bare figure of four digits a year.
	calendarYear = exactly(`(?i)\b(?:in|since|of|during|by|until|till|from|to|and|before|after|for|the|early|late|mid|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|year|act) *$`)
	// monthAfter and monthBefore make a number the day of a date: "27 June", "June 27".
	monthAfter  = exactly(`^(?:st|nd|rd|th)?(?: of)? +` + monthNames + `\b`)
	monthBefore = exactly(`\b` + monthNames + `\.? +$`)
	// ageBefore and ageAfter make it an age.
	ageBefore = exactly(`(?i)\b(?:under|over|aged?|ages|age of|older than|younger than|below|above|turned|year|grade) $`)
	ageAfter  = exactly(`(?i)^(?:[ -]years?[ -](?:old|of age)|s\b|-?year-olds?)`)
	// shareBefore is what makes a number the second of a share: "one in ten".
	shareBefore = exactly(`(?i)\b(?:one|two|three|four|nine|\d+) (?:in|out of)(?: every)? $`)
	// shareOnly is what makes a number a part of a hundred or of anything.
	shareOnly = exactly(`^ *(?:%|per ?cent\b| in (?:\d|two|three|four|five|ten|every)| out of\b)`)
)

// numbers returns the numbers in a sentence that could count something, in
// order: not sums, years or parts of dates.
func numbers(text string) []number {
	var all []number
	for _, m := range numeral.findAll(text) {
		left := text[max(0, m[0]-24):m[0]]
		if isDated(text, m[0], m[1]) || isAge(text, m[0], m[1]) {
			continue
		}
		if priced.in(left) || shareBefore.in(left) || shareOnly.in(text[m[1]:]) || isYear(text[m[0]:m[1]]) && calendarYear.in(left) {
			continue
		}
		all = appendNumber(all, text, figure(text, m), m[0], m[1])
	}
	for _, n := range spelledNumbers(text) {
		if !shareOnly.in(text[n.end:]) && !shareBefore.in(text[max(0, n.start-24):n.start]) {
			all = appendNumber(all, text, n.value, n.start, n.end)
		}
	}
	slices.SortStableFunc(all, func(a, b number) int { return cmp.Compare(a.start, b.start) })
	return all
}

// isDated reports whether the number at a place is a day of a month.
func isDated(text string, start, end int) bool {
	if end-start > 2 {
		return false
	}
	left, right := around(text, start, end, 16)
	return monthAfter.in(right) || monthBefore.in(left)
}

// isAge reports whether it is how old somebody is.
func isAge(text string, start, end int) bool {
	if end-start > 2 {
		return false
	}
	left, right := around(text, start, end, 16)
	return ageAfter.in(right) || ageBefore.in(left) && !people.in(right)
}

func isYear(s string) bool {
	return len(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20"))
}

func appendNumber(all []number, text string, value float64, start, end int) []number {
	whole := math.Round(value)
	if value < 1 || value > 8e9 || value != whole && value < 1000 {
		return all
	}
	return append(all, number{int(whole), qualifier(text, start, end), start, end})
}
