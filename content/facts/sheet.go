package facts

import (
	"slices"
	"strings"

	"casebook/content"
)

// A sheet is an entry of a list of sanctions that says in cells what was done:
// "£90,000 | Information Commissioner's Office | 4 May 2021 | final | Fine",
// with the parties on a line of their own below or in the title above.
type sheet struct {
	cells   []string
	in      sentence
	action  content.Action
	status  content.Status
	parties []content.Fact[content.Party]
}

var (
	sheetRegulator = exactly(`(?i)^(?:the )?(?:ICO|(?:UK )?Information Commissioner(?:['’]s Office)?(?: \(ICO\))?)$`)
	sheetParties   = exactly(`(?i)^(?:entit(?:y|ies)|organi[sz]ations?|compan(?:y|ies)|controllers?(?:/processors?)?|part(?:y|ies)|respondents?|recipients?)(?: fined| concerned| involved)?: *(.+?)\.?$`)
	// beforeSum parts the name in a title from the sum after it.
	beforeSum = exactly(`^(.{3,80}?) [–—|-] [£€$]`)
)

// sheetActions and sheetStatuses are what the words of a cell mean.
var (
	sheetActions = map[string]content.Action{
		"fine": content.MonetaryPenalty, "monetary penalty": content.MonetaryPenalty, "penalty": content.MonetaryPenalty,
		"reprimand": content.Reprimand, "enforcement notice": content.EnforcementNotice, "order": content.EnforcementNotice,
		"notice of intent": content.NoticeOfIntent, "intention to fine": content.NoticeOfIntent, "prosecution": content.Prosecution,
		"undertaking": content.Undertaking, "warning": content.Warning,
	}
	sheetStatuses = map[string]content.Status{
		"final": content.Final, "in force": content.Final, "provisional": content.Provisional, "proposed": content.Provisional,
		"appealed": content.Appealed, "under appeal": content.Appealed,
	}
)

// readSheet reads the cells among the first lines of a document, nil for none:
// one names the regulator and one the action.
func (d *document) readSheet() *sheet {
	for _, l := range d.lines(8) {
		s, cells := l.in, strings.Split(l.text, " | ")
		if len(cells) < 4 || !slices.ContainsFunc(cells, func(c string) bool { return sheetRegulator.in(strings.TrimSpace(c)) }) {
			continue
		}
		e := &sheet{cells: cells, in: s, status: content.Final}
		for _, cell := range cells {
			word := strings.ToLower(strings.TrimSpace(cell))
			if action, ok := sheetActions[word]; ok {
				e.action = action
			}
			if status, ok := sheetStatuses[word]; ok {
				e.status = status
			}
		}
		if e.action == "" {
			continue
		}
		if e.status == content.Provisional && e.action == content.MonetaryPenalty {
			e.action = content.NoticeOfIntent
		}
		e.parties = d.sheetParties()
		return e
	}
	return nil
}

// sheetParties are those of the line that names them, else that of the title.
func (d *document) sheetParties() []content.Fact[content.Party] {
	for _, l := range d.lines(25) {
		m := sheetParties.words(l.text)
		if m == nil {
			continue
		}
		var all []content.Fact[content.Party]
		for _, name := range strings.Split(m[1], "; ") {
			all = append(all, d.partiesOf(name, l.in)...)
		}
		return all
	}
	if len(d.sentences) > 0 {
		if m := beforeSum.words(d.sentences[0].text); m != nil {
			return d.partiesOf(m[1], d.sentences[0])
		}
	}
	return nil
}

// A line is one of a document, and the sentence in which it stands.
type line struct {
	text string
	in   sentence
}

// lines are those of the first n sentences.
func (d *document) lines(n int) []line {
	var all []line
	for _, s := range d.sentences[:min(len(d.sentences), n)] {
		for text := range strings.Lines(d.text.Body[s.start:s.end]) {
			all = append(all, line{strings.TrimSpace(text), s})
		}
	}
	return all
}

// date is the day in a cell of its own.
func (e *sheet) date() (content.Date, []sentence, float64) {
	for _, cell := range e.cells {
		cell = strings.TrimSpace(cell)
		if found := days(cell); len(found) == 1 && len(cell) < 25 {
			return found[0].date, []sentence{e.in}, .95
		}
	}
	return content.Date{}, nil, 0
}
