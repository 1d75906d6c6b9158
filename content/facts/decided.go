package facts

import (
	"strings"

	"casebook/content"
)

// decided finds the day of the action: the register's label, a notice's own
// date, the day that the story gives the act, the dateline of an article.
func (d *document) decided(status content.Status) content.Fact[content.Date] {
	find := []func() (content.Date, []sentence, float64){d.noticeDate, d.labelledDate}
	if d.sheet != nil {
		find = append(find, d.sheet.date)
	}
	if !d.isNotice() {
		find = append(find, func() (content.Date, []sentence, float64) { return d.announced(status) })
	}
	for _, f := range find {
		if date, in, score := f(); score > 0 {
			fact := content.Fact[content.Date]{Value: date, Qualifier: content.Exact, Score: score}
			for _, s := range in {
				fact.Quotes = append(fact.Quotes, d.quote(s))
			}
			return fact
		}
	}
	return content.Fact[content.Date]{}
}

var dateLabel = exactly(`^(?:Date|Date (?:issued|of issue|of (?:this )?notice|of decision|given|served)|Decision date): *`)

// promulgated stands right before the day of a tribunal's decision.
var promulgated = pattern(`(?i)\b(?:decision|judge?ment|ruling) (?:promulgated|given|handed down|issued)(?: on)?:? `)

// labelledDate reads a line "Date: 26 March 2025" below the headline; it may
// stop at the month or the year.
func (d *document) labelledDate() (content.Date, []sentence, float64) {
	for i, s := range d.sentences[:min(len(d.sentences), 8)] {
		if at := promulgated.find(s.text); at != nil {
			if found := days(s.text[at[1]:]); len(found) > 0 && found[0].start < 3 {
				return found[0].date, d.sentences[i : i+1], .9
			}
		}
		at := dateLabel.find(s.text)
		if at == nil {
			continue
		}
		value := s.text[at[1]:]
		if found := days(value); len(found) > 0 && found[0].start < 25 {
			return found[0].date, d.sentences[i : i+1], 1
		}
		if date, ok := monthOrYear(value); ok && len(value) < 20 {
			return date, d.sentences[i : i+1], .9
		}
	}
	return d.whenLine()
}

var (
	whenLabel = exactly(`^(?:When|Action date|Date of (?:action|penalty|fine|enforcement)|Fined|Issued|Served): *`)
	// decidedLabel needs no such line beside it.
	decidedLabel = exactly(`^(?:Decided|Decided on|Date decided|Date of (?:the )?decision|Decision date): *`)
	// actionLabel is a line of the same list that names the action.
	actionLabel = exactly(`^(?:Regulatory action|Enforcement action|Action(?: taken)?|Regulator|Penalty|Fine|Sanction)\b`)
)

// whenLine reads a line "When: 4 May 2021" of a list about the action; a list
// about the breach may have one, too.
func (d *document) whenLine() (content.Date, []sentence, float64) {
	for i, s := range d.sentences {
		at, alone := whenLabel.find(s.text), false
		if at == nil {
			at, alone = decidedLabel.find(s.text), true
		}
		if at == nil || s.zone > lead {
			continue
		}
		found := days(s.text[at[1]:])
		if len(found) == 0 || found[0].start > 12 {
			continue
		}
		for _, before := range d.sentences[max(0, i-5) : i+1] {
			if alone || before.paragraph == s.paragraph && actionLabel.in(before.text) {
				return found[0].date, d.sentences[i : i+1], .85
			}
		}
	}
	return content.Date{}, nil, 0
}

// announced is the day that an article gives the act, else the day that its
// dateline and its words give, else the dateline.
func (d *document) announced(status content.Status) (content.Date, []sentence, float64) {
	acts := actsOf(status)
	for i, s := range d.sentences {
		settled := status == content.Final && s.says(namesPaper) && (s.says(sentenced) || !s.says(courtroom))
		if !d.mayDate(s) || !settled && !s.says(acts) {
			continue
		}
		for _, found := range days(s.text) {
			if settled && decisionOf.in(s.text[:found.start]) || isDayOf(acts, status, s.text, found) {
				return found.date, d.sentences[i : i+1], .85
			}
		}
	}
	line, in, score := d.dateline()
	if line.Day == 0 {
		return line, in, score
	}
	return d.relative(line, in, score, status)
}

// mayDate reports whether a sentence may tell of the act itself: one of the
// first part, or one below it that speaks of the party by its part in the case.
func (d *document) mayDate(s sentence) bool {
	return s.leads() && s.paragraph <= 8 || s.zone == story && (s.says(theParty) || s.says(thePaper) || s.says(imposes))
}

// decisionOf stands right before the day of the document's own decision or
// sentence, that namesPaper speaks of.
var (
	namesPaper = pattern(`(?i)\b(?:decision|penalty notice|ruling|reprimand|(?:crown|magistrates(?:'|’)?|sheriff) court)\b`)
	decisionOf = exactly(`(?i)\b(?:(?:in|by|with) (?:its|the|his|a) (?:\w+ )?(?:decision|penalty notice|ruling|reprimand) (?:of|dated|made on|issued on|from)|(?:crown|magistrates(?:'|’)?|sheriff) court,? (?:sitting )?on(?: \w+day)?,?) $`)
	courtroom  = pattern(`(?i)\bcourt\b`)
	sentenced  = pattern(`(?i)\b(?:given|sentenced|fined|jailed|imprisoned|ordered to (?:pay|do|carry out)|convicted|handed|received)\b`)
)

var (
	theParty = pattern(`(?i)\bthe (?:controller|processor|data controller)\b`)
	// thePaper is the document's own decision, that is given its day.
	thePaper = pattern(`(?i)\b(?:the|this) (?:[a-z]+ )?(?:notice|penalty|fine|reprimand|decision|judge?ment|ruling|undertaking) (?:itself )?(?:(?:is|was|were|has been) )(?:dated|issued|served|imposed|handed down|promulgated|published|given|signed|delivered|made|announced)\b`)
)

// relative is the day that an article means by "on Thursday", "yesterday" or
// "on 24 November", reckoned from its dateline; the dateline itself where it
// says nothing of the kind, and less surely where it says that the act lies
// back.
func (d *document) relative(line content.Date, in []sentence, score float64, status content.Status) (content.Date, []sentence, float64) {
	acts, back, news := actsOf(status), false, false
	for _, s := range d.sentences {
		if !s.leads() || s.paragraph > 8 || !s.says(acts) || s.start == in[0].start {
			continue
		}
		if date, ok := dayMeant(s.text, line, acts, status); ok {
			return date, append(in[:1:1], s), .75
		}
		news = news || !back && s.says(justDone)
		back = back || s.says(liesBack) && isWhen(s.text, acts, status)
	}
	if back && !news {
		score = .4
	}
	return line, in, score
}

var (
	// justDone is how news tells of an act, liesBack how a later report does.
	justDone = pattern(`(?i)\b(?:has|have) (?:today |now |also |just |finally )*(?:been )?(?:fined|imposed|issued|served|reprimanded|penali[sz]ed|announced|ordered|ruled|decided|provisionally|upheld|dismissed|hit|handed|slapped|agreed)\b`)
	liesBack = pattern(`(?i)\b(?:last (?:week|month|year|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)|earlier (?:this|in|that)|recently|(?:weeks|months|years) ago|in (?:january|february|march|april|may|june|july|august|september|october|november|december)\b)`)
	sameDay  = pattern(`(?i)\b(?:today|this (?:morning|afternoon|evening))\b`)
	dayAgo   = pattern(`(?i)\b(?:yesterday|last night)\b`)
)

// isWhen reports whether a word such as "last month" belongs to the act.
func isWhen(text string, acts *phrase, status content.Status) bool {
	at := liesBack.find(text)
	return isDayOf(acts, status, text, day{start: at[0], end: at[1]})
}

// dayMeant reads a day that only the dateline makes whole.
func dayMeant(text string, line content.Date, acts *phrase, status content.Status) (content.Date, bool) {
	for _, found := range yearless(text, line) {
		if isDayOf(acts, status, text, found) {
			return found.date, true
		}
	}
	for _, word := range []struct {
		words *phrase
		date  func(string) content.Date
	}{
		{sameDay, func(string) content.Date { return line }},
		{dayAgo, func(string) content.Date { return dayBefore(line) }},
		{weekday, func(name string) content.Date { return weekdayOn(name, line) }},
	} {
		m := word.words.find(text)
		if m == nil || !isDayOf(acts, status, text, day{start: m[0], end: m[1]}) {
			continue
		}
		name := ""
		if len(m) > 2 {
			name = text[m[2]:m[3]]
		}
		return word.date(name), true
	}
	return content.Date{}, false
}

var (
	byline   = pattern(`(?i)^(?:embargo(?:ed)? until|published|posted|first published|press release|news release|issued|date)\b`)
	agency   = exactly(`^ ?(?:\([A-Z][\w ./-]{1,20}\))? ?(?:[-–—:|]|\. )`)
	noByline = pattern(`(?i)\b(?:updated|first:|copyright|©|deadline|closes|since|until|before|between|breach(?:ed)?|attack)\b`)
)

// dateline is a date on a short line above the story, or at its beginning, or
// on the line below it that says when it was published.
func (d *document) dateline() (content.Date, []sentence, float64) {
	for i, s := range d.sentences[:min(len(d.sentences), 10)] {
		found := days(s.text)
		if len(found) == 1 && found[0].start < 40 && agency.in(s.text[found[0].end:]) && !onDayStart.in(s.text) {
			return found[0].date, d.sentences[i : i+1], .75
		}
		if len(found) == 1 && len(s.text) < 140 && barred.in(s.text) {
			return found[0].date, d.sentences[i : i+1], .75
		}
		if len(s.text) > 60 && strings.HasSuffix(s.text, ".") {
			break // the story began
		}
		if len(found) > 0 && len(s.text) < 90 && byline.in(s.text) {
			return found[0].date, d.sentences[i : i+1], .75
		}
		if len(s.text) >= 70 || noByline.in(s.text) || !alone(s.text, found) && tells.in(s.text) {
			continue
		}
		if len(found) == 1 {
			return found[0].date, d.sentences[i : i+1], .75
		}
		if date, ok := monthOrYear(s.text); ok && len(s.text) < 20 {
			return date, d.sentences[i : i+1], .6
		}
	}
	for i := max(0, len(d.sentences)-4); i < len(d.sentences); i++ {
		s := d.sentences[i]
		if found := days(s.text); len(found) == 1 && len(s.text) < 70 && byline.in(s.text) {
			return found[0].date, d.sentences[i : i+1], .7
		}
	}
	return content.Date{}, nil, 0
}

// barred is a line of the page above a story, of parts with bars between.
var barred = exactly(` [|•·] `)

// tells is what makes a short line a sentence of the story.
var tells = exactly(`(?i)\.$|\b(?:fine[ds]?|was|were|has|had|the|its)\b`)

// alone reports whether a line is hardly more than its one date.
func alone(line string, found []day) bool {
	return len(found) == 1 && len(line)-(found[0].end-found[0].start) < 12 && !onDayStart.in(line)
}

var onDayStart = exactly(`^(?:On|In|By|Since|From|Between) `)
