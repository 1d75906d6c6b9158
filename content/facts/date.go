package facts

import (
	"strconv"
	"strings"
	"time"

	"casebook/content"
)

var (
	longDate = exactly(`(?i)\b(\d{1,2}) ?(?:st|nd|rd|th|t)?(?: ?day)?(?: of)? +(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?,? +(\d{4})\b`)
	usDate   = exactly(`(?i)\b(January|February|March|April|May|June|July|August|September|October|November|December) +(\d{1,2})(?:st|nd|rd|th)?, +(\d{4})\b`)
	isoDate  = exactly(`\b(\d{4})-(\d{2})-(\d{2})\b`)
	monthOf  = exactly(`(?i)\b(January|February|March|April|May|June|July|August|September|October|November|December) +(\d{4})\b`)

	dated    = pattern(`(?i)^ ?(?:\S{1,4} )?(?:dated|date of (?:notice|issue|decision))\b`)
	dayOfAct = pattern(`(?i)\b(?:fined|imposed|issued|announced|served|reprimanded|penalty|fine|notice of intent|intention|appeal(?:ed)?|tribunal|reduced|agreed)\b`)
)

// A day is a candidate for a date.
type day struct {
	date       content.Date
	start, end int
}

// days returns the full dates in a text, in order.
func days(text string) []day {
	var all []day
	add := func(year, month, dayOf string, start, end int) {
		if d, ok := makeDate(year, month, dayOf); ok {
			all = append(all, day{d, start, end})
		}
	}
	for _, m := range longDate.findAll(text) {
		add(text[m[6]:m[7]], text[m[4]:m[5]], text[m[2]:m[3]], m[0], m[1])
	}
	for _, m := range usDate.findAll(text) {
		add(text[m[6]:m[7]], text[m[2]:m[3]], text[m[4]:m[5]], m[0], m[1])
	}
	for _, m := range isoDate.findAll(text) {
		add(text[m[2]:m[3]], text[m[4]:m[5]], text[m[6]:m[7]], m[0], m[1])
	}
	return all
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

// decided finds the day of the action: a notice's own date, the register's
// label, the day that the story gives the action, the dateline of an article.
func (d *document) decided() content.Fact[content.Date] {
	for _, find := range []func() (content.Date, sentence, float64){d.labelledDate, d.noticeDate, d.dateline, d.actDate} {
		if date, s, score := find(); score > 0 {
			return content.Fact[content.Date]{Value: date, Qualifier: content.Exact, Score: score, Quotes: []content.Quote{d.quote(s)}}
		}
	}
	return content.Fact[content.Date]{}
}

// labelledDate reads a line "Date: 26 March 2025" below the headline; it may
// stop at the month or the year.
func (d *document) labelledDate() (content.Date, sentence, float64) {
	for _, s := range d.sentences[:min(len(d.sentences), 6)] {
		value, ok := strings.CutPrefix(s.text, "Date: ")
		if !ok {
			continue
		}
		if found := days(value); len(found) > 0 {
			return found[0].date, s, 1
		}
		if date, ok := monthOrYear(value); ok {
			return date, s, .9
		}
	}
	return content.Date{}, sentence{}, 0
}

func monthOrYear(s string) (content.Date, bool) {
	if m := monthOf.words(s); m != nil {
		first, ok := makeDate(m[2], m[1], "1")
		return content.Date{Year: first.Year, Month: first.Month}, ok
	}
	year, err := strconv.Atoi(strings.TrimSpace(s))
	return content.Date{Year: year}, err == nil && year > 1990 && year < 2100
}

// noticeDate reads the line with which a notice is dated: the last one, since
// annexes and covers repeat others; else a date alone on a line of the cover.
func (d *document) noticeDate() (content.Date, sentence, float64) {
	for i := len(d.sentences) - 1; i >= 0; i-- {
		s := d.sentences[i]
		at := dated.find(s.text)
		if at == nil && !strings.Contains(strings.ToLower(s.text), " dated the ") && !strings.Contains(s.text, " Dated: ") {
			continue
		}
		if len(s.text) > 200 {
			continue
		}
		if found := days(s.text); len(found) > 0 {
			return found[0].date, s, .95
		}
		if date, ok := monthOrYear(strings.TrimPrefix(s.text, "Dated: ")); ok && at != nil {
			return date, s, .8
		}
	}
	if !noticeHead.in(d.head[:min(len(d.head), 400)]) {
		return content.Date{}, sentence{}, 0
	}
	for _, s := range d.sentences[:min(len(d.sentences), 12)] {
		if found := days(s.text); len(found) == 1 && len(s.text) < 40 {
			return found[0].date, s, .7
		}
	}
	return content.Date{}, sentence{}, 0
}

// dateline is a date on a line of its own above the story.
func (d *document) dateline() (content.Date, sentence, float64) {
	for _, s := range d.sentences[:min(len(d.sentences), 8)] {
		if len(s.text) >= 60 || s.paragraph >= 6 {
			continue
		}
		if found := days(s.text); len(found) == 1 {
			return found[0].date, s, .75
		}
		if date, ok := monthOrYear(s.text); ok && len(s.text) < 20 {
			return date, s, .6
		}
	}
	return content.Date{}, sentence{}, 0
}

// actDate is a date that the first sentences give the act itself.
func (d *document) actDate() (content.Date, sentence, float64) {
	for _, s := range d.sentences {
		if s.zone != lead || s.paragraph > 3 {
			continue
		}
		for _, found := range days(s.text) {
			left, right := around(s.text, found.start, found.end, 90)
			if dayOfAct.in(right) || dayOfAct.in(left) {
				return found.date, s, .6
			}
		}
	}
	return content.Date{}, sentence{}, 0
}
