package facts

import (
	"strings"

	"casebook/content"
)

var noticeHead = pattern(`(?i)(?:monetary )?penalty notice|enforcement notice|\breprimand\b`)

// noticeHeadings are the titles of the regulator's legal instruments, as the first
// page has them in capitals; PDFs lose and gain blanks in them.
var noticeHeadings = []struct {
	action content.Action
	words  *phrase
}{
	{content.NoticeOfIntent, exactly(`\b(?:NOTICE +OF +INTENT|PRELIMINARY +ENFORCEMENT +NOTICE)\b|^Notice of Intent\b`)},
	{content.MonetaryPenalty, exactly(`\bPENAL *T *Y +NOTICE\b|^(?:Monetary )?Penalty Notice$`)},
	{content.EnforcementNotice, exactly(`\bENFORCEMENT +NOTICE\b|^Enforcement Notice$`)},
	{content.InformationNotice, exactly(`\bINFORMATION +NOTICE\b`)},
	{content.Undertaking, exactly(`\bUNDERTAKING\b`)},
	{content.Warning, exactly(`^[^a-z]{0,100}\b(?:FORMAL +)?WARNING[^a-z]{0,60}$`)},
	{content.Reprimand, exactly(`\bREPRIMAND\b|^Reprimand$`)},
}

// ofTheLaw stands on the first page of the regulator's instruments.
var ofTheLaw = pattern(`(?i)(?:data protection act|privacy and electronic communications|(?:enforcement|supervisory) powers of|\bTO ?:|issues? a reprimand|(?:has|have) decided ?to|requires .{0,80}to pay|\b(?:the )?Commissioner["”]?\))`)

// headed reads the form of action from the heading of a notice. A notice is
// known by a heading in capitals and what such a page says of its law.
func (d *document) headed() (content.Fact[content.Action], bool) {
	if d.hint.Kind == content.Item || d.hint.Kind == content.Judgment {
		return content.Fact[content.Action]{}, false
	}
	for i := range d.sentences[:min(len(d.sentences), 25)] {
		s := &d.sentences[i]
		if len(s.text) > 240 || s.start > 1500 {
			continue
		}
		line := strings.Join(strings.Fields(s.text), " ")
		for _, h := range noticeHeadings {
			if h.words.in(line) && d.underTheLaw() {
				d.instrument = true
				return content.Fact[content.Action]{Value: h.action, Score: 1, Quotes: []content.Quote{d.quote(*s)}}, true
			}
		}
	}
	return content.Fact[content.Action]{}, false
}

// underTheLaw reports whether the first pages speak as an instrument does; a
// table of contents may stand before that.
func (d *document) underTheLaw() bool {
	for i := range d.sentences[:min(len(d.sentences), 300)] {
		if d.sentences[i].says(ofTheLaw) {
			return true
		}
	}
	return false
}

// labelled reads the register's own label, a line "Type: Monetary penalties".
func (d *document) labelled() (content.Fact[content.Action], bool) {
	for _, s := range d.sentences[:min(len(d.sentences), 6)] {
		value, ok := strings.CutPrefix(s.text, "Type: ")
		if !ok {
			continue
		}
		for _, l := range labels {
			if strings.HasPrefix(value, l.label) {
				return content.Fact[content.Action]{Value: l.action, Score: 1, Quotes: []content.Quote{d.quote(s)}}, true
			}
		}
	}
	return content.Fact[content.Action]{}, false
}

// labels are the ICO's register's names of actions, the graver first.
var labels = []struct {
	label  string
	action content.Action
}{
	{"Monetary penalties", content.MonetaryPenalty}, {"Enforcement notices", content.EnforcementNotice}, {"Reprimands", content.Reprimand},
	{"Prosecutions", content.Prosecution}, {"Undertakings", content.Undertaking}, {"Warnings", content.Warning},
	{"Information notices", content.InformationNotice}, {"Preliminary enforcement notices", content.NoticeOfIntent},
}
