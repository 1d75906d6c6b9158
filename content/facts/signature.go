package facts

import (
	"slices"
	"strings"

	"casebook/content"
)

var (
	// formal is how a notice or a reprimand begins.
	formal = exactly(`DATA +PROTECTION +ACT|POWERS +OF +THE +INFORMATION|(?:^|\n) *TO: `)
	// titled is a line that is a notice's name.
	titled = exactly(`^(?:[A-Z]+ )?(?:PENAL ?TY NOTICE|ENFORCEMENT NOTICE|INFORMATION NOTICE|REPRIMAND|NOTICE OF INTENT)$`)

	// dayOfMonth is the form that only a signature has: "the 15th day of October 2025".
	dayOfMonth = exactly(`(?i)(?:\b|\d)dated *(?:this|the)? *\d{1,2} ?[a-z]{0,3} *day *of\b`)
	// datedLine begins a line with which a notice is dated, maybe after the number of the page.
	datedLine = exactly(`^(?:\d{1,3} ?)?(?:[Dd]ated?|DATED?|[Ii]ssued|[Ss]igned|[Dd]ate of (?:notice|issue|decision)|[Gg]iven)\b[ :]*(?:this|the|on|at)?`)
	// signed are the words of a signature block, beside which a date is the notice's own.
	signed = exactly(`(?i)\b(?:commissioner|officer|director|head of|manager|investigations?|signed|yours (?:sincerely|faithfully)|on behalf of|deputy|group manager|enforcement|executive)\b`)
	// deadline are words that make a date in the last part no date of the notice.
	deadline = exactly(`(?i)\b(?:by|until|before|no later than|within|version|updated|response|report|letter|representations?|email)\b`)

	// squeezed is a date without its blanks, as a page that glues or breaks words leaves it.
	squeezed = exactly(`dated?:?(?:this|the)?(\d{1,2})(?:st|nd|rd|th|t|h|"|'|”|’)*(?:day|d|ay)?(?:of)?,?([a-z0-9]{3,10}?),?((?:19|20)\d{2})`)
)

// isNotice reports whether the document is the regulator's own notice.
func (d *document) isNotice() bool {
	if d.hint.Kind == content.Notice || formal.in(d.text.Body[:min(len(d.text.Body), 900)]) {
		return true
	}
	return slices.ContainsFunc(d.sentences[:min(len(d.sentences), 12)], func(s sentence) bool { return titled.in(s.text) })
}

// noticeDate reads the date of a notice: the line that dates it, in the form
// that only a signature has, else at the beginning of a short line, the last
// one first, since covers and annexes repeat others; else a date beside the
// signature; else one alone on a line of the cover.
func (d *document) noticeDate() (content.Date, []sentence, float64) {
	if !d.isNotice() {
		return content.Date{}, nil, 0
	}
	for _, find := range []func(sentence) (content.Date, float64){fullForm, shortForm} {
		for i := len(d.sentences) - 1; i >= 0; i-- {
			if date, score := find(d.sentences[i]); score > 0 {
				return date, d.sentences[i : i+1], score
			}
		}
	}
	if date, s, score := d.beside(); score > 0 {
		return date, s, score
	}
	for i, s := range d.sentences[:min(len(d.sentences), 14)] {
		if found := days(s.text); alone(s.text, found) && !deadline.in(s.text) {
			return found[0].date, d.sentences[i : i+1], .7
		}
	}
	return content.Date{}, nil, 0
}

// fullForm reads "Dated the 15th day of October 2025", wherever it stands.
func fullForm(s sentence) (content.Date, float64) {
	at := dayOfMonth.find(s.text)
	if at == nil {
		return content.Date{}, 0
	}
	if found := days(s.text[at[0]:]); len(found) > 0 {
		return found[0].date, .95
	}
	return unsqueeze(s.text[at[0]:min(len(s.text), at[0]+60)])
}

// shortForm reads "Dated: 5 June 2025" and the same with its words glued or
// broken.
func shortForm(s sentence) (content.Date, float64) {
	at := datedLine.find(s.text)
	if at == nil || len(s.text) > 160 {
		return content.Date{}, 0
	}
	rest := s.text[at[1]:]
	if found := days(rest); len(found) > 0 && found[0].start < 25 {
		return found[0].date, .95
	}
	if date, ok := monthOrYear(strings.TrimSpace(rest)); ok && len(rest) < 20 {
		return date, .8
	}
	return unsqueeze(s.text[:min(len(s.text), 60)])
}

// unsqueeze reads a date from which blanks were lost or into which they came,
// and of whose month a letter may be wrong.
func unsqueeze(text string) (content.Date, float64) {
	m := squeezed.words(strings.ToLower(strings.Join(strings.Fields(text), "")))
	if m == nil {
		return content.Date{}, 0
	}
	name := strings.NewReplacer("1", "l", "0", "o", "5", "s").Replace(m[2])
	for _, month := range []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"} {
		if month == name || len(month) == len(name) && oneLetterOff(month, name) {
			if date, ok := makeDate(m[3], month, m[1]); ok {
				return date, .85
			}
		}
	}
	return content.Date{}, 0
}

func oneLetterOff(a, b string) bool {
	off := 0
	for i := range len(a) {
		if a[i] != b[i] {
			off++
		}
	}
	return off == 1 && len(a) > 4
}

// beside finds a date alone on a line of the last part, beside the words of a
// signature.
func (d *document) beside() (content.Date, []sentence, float64) {
	for i := len(d.sentences) - 1; i >= max(0, len(d.sentences)-25); i-- {
		s := d.sentences[i]
		found := days(s.text)
		if len(found) != 1 || len(s.text) > 90 || deadline.in(s.text) {
			continue
		}
		alone := alone(s.text, found)
		if !alone && (strings.HasSuffix(s.text, ".") || item.in(s.text)) {
			continue
		}
		near := d.sentences[max(0, i-3):min(len(d.sentences), i+4)]
		for _, n := range near {
			if signed.in(n.text) && len(n.text) < 90 && (alone || n.start == s.start) {
				return found[0].date, d.sentences[i : i+1], .85
			}
		}
	}
	return content.Date{}, nil, 0
}
