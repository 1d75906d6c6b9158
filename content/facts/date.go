package facts

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"casebook/content"
)

const monthNames = `(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)`

var (
	longDate  = exactly(`(?i)\b(\d{1,2}) ?(?:st|nd|rd|th|t)?(?: ?day)?(?: of)? +` + monthNames + `\.?,? +(\d{4})\b`)
	usDate    = exactly(`(?i)\b` + monthNames + `\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})\b`)
	isoDate   = exactly(`\b(\d{4})-(\d{2})-(\d{2})\b`)
	shortDate = exactly(`\b(\d{1,2})([/.])(\d{1,2})[/.](\d{4})\b`)
	monthOf   = exactly(`(?i)\b` + monthNames + ` +(\d{4})\b`)
	dayMonth  = exactly(`(?i)\b(\d{1,2}) ?(?:st|nd|rd|th)?(?: of)? +` + monthNames + `\b`)
	monthDay  = exactly(`(?i)\b` + monthNames + `\.? +(\d{1,2})(?:st|nd|rd|th)?\b`)
)

// A day is a candidate for a date.
type day struct {
	date       content.Date
	start, end int
}

// days returns the full dates in a text, in order.
func days(text string) []day {
	var all []day
	add := func(year, month, dayOf string, m []int) {
		if d, ok := makeDate(year, month, dayOf); ok && !overlaps(all, m[0], m[1]) {
			all = append(all, day{d, m[0], m[1]})
		}
	}
	for _, m := range longDate.findAll(text) {
		add(text[m[6]:m[7]], text[m[4]:m[5]], text[m[2]:m[3]], m)
	}
	for _, m := range usDate.findAll(text) {
		add(text[m[6]:m[7]], text[m[2]:m[3]], text[m[4]:m[5]], m)
	}
	for _, m := range isoDate.findAll(text) {
		add(text[m[2]:m[3]], text[m[4]:m[5]], text[m[6]:m[7]], m)
	}
	for _, m := range shortDate.findAll(text) {
		first, second := text[m[2]:m[3]], text[m[6]:m[7]]
		if n, _ := strconv.Atoi(second); n > 12 {
			first, second = second, first // no British date: month first
		}
		add(text[m[8]:m[9]], second, first, m)
	}
	slices.SortFunc(all, func(a, b day) int { return cmp.Compare(a.start, b.start) })
	return all
}

func overlaps(all []day, start, end int) bool {
	return slices.ContainsFunc(all, func(d day) bool { return start < d.end && d.start < end })
}

// makeDate checks that the day exists. month is a number or a name.
func makeDate(year, month, dayOf string) (content.Date, bool) {
	y, _ := strconv.Atoi(year)
	n, err := strconv.Atoi(month)
	if err != nil {
		t, err := time.Parse("Jan", capitalised(month[:3]))
		if err != nil {
			return content.Date{}, false
		}
		n = int(t.Month())
	}
	d, _ := strconv.Atoi(dayOf)
	t := time.Date(y, time.Month(n), d, 0, 0, 0, 0, time.UTC)
	if t.Day() != d || int(t.Month()) != n || y < 1990 || y > 2100 {
		return content.Date{}, false
	}
	return content.Date{Year: y, Month: n, Day: d}, true
}

func capitalised(s string) string { return strings.ToUpper(s[:1]) + strings.ToLower(s[1:]) }

// monthOrYear reads a date that stops at the month or the year.
func monthOrYear(s string) (content.Date, bool) {
	if m := monthOf.words(s); m != nil {
		first, ok := makeDate(m[2], m[1], "1")
		return content.Date{Year: first.Year, Month: first.Month}, ok
	}
	year, err := strconv.Atoi(strings.TrimSpace(s))
	return content.Date{Year: year}, err == nil && year > 1990 && year < 2100
}

// yearless returns the days without a year in a text, as the last such day
// that is not after a given one.
func yearless(text string, latest content.Date) []day {
	var all []day
	add := func(month, dayOf string, start, end int) {
		for _, year := range []int{latest.Year, latest.Year - 1} {
			if d, ok := makeDate(strconv.Itoa(year), month, dayOf); ok && d.Compare(latest) <= 0 {
				all = append(all, day{d, start, end})
				return
			}
		}
	}
	full := days(text)
	for _, m := range dayMonth.findAll(text) {
		if !overlaps(full, m[0], m[1]) {
			add(text[m[4]:m[5]], text[m[2]:m[3]], m[0], m[1])
		}
	}
	for _, m := range monthDay.findAll(text) {
		if !overlaps(full, m[0], m[1]) && !overlaps(all, m[0], m[1]) {
			add(text[m[2]:m[3]], text[m[4]:m[5]], m[0], m[1])
		}
	}
	return all
}

var weekday = exactly(`\b(?:on )?(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b`)

var weekdays = map[string]time.Weekday{"Mon": time.Monday, "Tues": time.Tuesday, "Wednes": time.Wednesday, "Thurs": time.Thursday,
	"Fri": time.Friday, "Satur": time.Saturday, "Sun": time.Sunday}

// weekdayOn is the last such day of the week that is not after a given one.
func weekdayOn(name string, latest content.Date) content.Date {
	t := time.Date(latest.Year, time.Month(latest.Month), latest.Day, 0, 0, 0, 0, time.UTC)
	t = t.AddDate(0, 0, -(int(t.Weekday()-weekdays[name])+7)%7)
	return content.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

// dayBefore is yesterday.
func dayBefore(d content.Date) content.Date {
	t := time.Date(d.Year, time.Month(d.Month), d.Day-1, 0, 0, 0, 0, time.UTC)
	return content.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}
