package facts

import (
	"cmp"
	"slices"

	"casebook/content"
)

var (
	// period is from one day to another; the first may leave out what it shares with the second.
	period = pattern(`(?i)\b(?:between|from) (\d{1,2})(?:st|nd|rd|th)?(?: (January|February|March|April|May|June|July|August|September|October|November|December))?(?: (\d{4}))? (?:and|to|until|till) (\d{1,2})(?:st|nd|rd|th)? (January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})\b`)

	// campaigned says that marketing went on, attacked that an attack did, and stayed that something could be seen.
	campaigned = pattern(`(?i)\b(?:made|sent|transmitted|instigated|called)\b`)
	attacked   = pattern(`(?i)\battack\b`)
	stayed     = pattern(`(?i)\b(?:stayed|remained|was|were) (?:up|online|visible|viewable|available|accessible|exposed|public\w*)\b`)

	// otherwise says that it was something else: complaints, inquiries, the time for which a failing is found.
	otherwise = pattern(`(?i)\b(?:complain\w*|investigat\w+|correspond\w*|enquir\w+|relevant period|infring\w+|contraven\w*|fail\w*|representations?|year ending|financial|turnover|respond\w*|requests?|sought|details of)\b`)
)

// lasts finds when an incident was: a period of full days in a sentence about
// what happened and about nothing else. Two periods leave it in doubt.
func (d *document) lasts(incident content.IncidentType) (from, to content.Fact[content.Date]) {
	for i := range d.passages() {
		p := &d.passed[i]
		if p.part > findings || !p.says(period) || !p.tellsOf(incident) || p.says(otherwise) {
			continue
		}
		m := period.words(p.text)
		first, okay := makeDate(cmp.Or(m[3], m[6]), cmp.Or(m[2], m[5]), m[1])
		last, known := makeDate(m[6], m[5], m[4])
		if !okay || !known || last.Compare(first) < 0 {
			continue
		}
		if from.Known() && (from.Value != first || to.Value != last) {
			return content.Fact[content.Date]{}, content.Fact[content.Date]{}
		}
		if !from.Known() {
			quotes := []content.Quote{d.quote(p.sentence)}
			from = content.Fact[content.Date]{Value: first, Qualifier: content.Exact, Score: .7, Quotes: quotes}
			to = content.Fact[content.Date]{Value: last, Qualifier: content.Exact, Score: .7, Quotes: quotes}
		}
	}
	return from, to
}

// tellsOf reports whether the passage is about what happened: an attack under
// any name, marketing by its medium, the rest by their own words.
func (p *passage) tellsOf(incident content.IncidentType) bool {
	for _, h := range attacks {
		if h.incident == incident {
			return p.says(attacked) || slices.ContainsFunc(attacks, func(h happening) bool { return p.says(h.tells) })
		}
	}
	for _, h := range campaigns {
		if h.incident == incident {
			return p.says(campaigned) && (p.says(h.tells) || p.says(h.hints))
		}
	}
	for _, h := range happenings {
		if h.incident == incident {
			return p.says(h.tells) || p.says(stayed)
		}
	}
	return false
}
