package facts

import (
	"strings"

	"casebook/content"
)

// units are what is counted of messages, the more telling first. Between the
// number and its unit stand words that say what sort they are.
var units = []struct {
	unit  string
	words *phrase
}{
	{"calls", pattern(`(?i)^` + sorts + `(?:phone ?calls|calls|telephone calls|robo-?calls|voicemails|ringless voicemails|call attempts|dials|sales pitches|recorded messages)\b`)},
	{"texts", pattern(`(?i)^` + sorts + `(?:texts|text messages|SMS(?:es)?(?: messages)?|SMS texts|SMSs|texted messages|WhatsApp messages|WhatsApps)\b`)},
	{"emails", pattern(`(?i)^` + sorts + `(?:e-?mails|e-?mail messages|mailshots|mail-?outs|newsletters|mailings)\b`)},
	{"faxes", pattern(`(?i)^` + sorts + `faxes\b`)},
	{"messages", pattern(`(?i)^` + sorts + `(?:messages|communications|spams|DMs|direct messages|push notifications|notifications|missives|adverts|marketing contacts|contacts)\b`)},
}

const sorts = `(?: (?:[\w“”"’'-]+,?)){0,7}? `

var (
	// marketed are words of a document about marketing, in which messages are counted.
	marketed = pattern(`(?i)\b(?:PECR|Privacy and Electronic Communications|nuisance|unsolicited|spam\w*|direct marketing|marketing (?:calls?|e-?mails?|texts?|messages?|text messages|campaign)|cold[ -]call\w*|robo-?calls?|automated calls|predatory (?:marketing )?calls|Telephone Preference|TPS|(?:illegal|unlawful|unwanted|rogue|intrusive|aggressive|pestering|pesky|persistent|scam|misleading|promotional|sales|silent|unrequested|uninvited|unasked-for|junk) (?:marketing |automated |text |phone |sales |live )*(?:calls?|texts?|e-?mails?|messages?)|(?:bombard|plagu|pester|hound|inundat|flood|blitz|barrag|besieg|harass|hassl|swamp|delug|carpet-bomb|badger|blast)\w*\b[^.;]{0,60}\b(?:calls?|callers|texts?|SMS|e-?mails?|messages?|phones?|inbox(?:es)?)|(?:calls?|texts?|e-?mails?|messages?)\b[^.;]{0,60}\b(?:never asked|not asked|without (?:asking|permission|consent|their)|did(?: not|n(?:'|’)t) (?:want|ask|consent|agree|opt)|had(?: not|n(?:'|’)t) (?:asked|agreed|consented|opted|given)|permission|opt(?:ed)?[ -](?:in|out))|soft opt-in|marketeers?|telemarket\w+|telesales|do[- ]not[- ]call)\b`)
	// unlawful are words beside a number of messages that say that they are those of the case.
	unlawful = pattern(`(?i)\b(?:unsolicited|nuisance|unlawful(?:ly)?|illegal(?:ly)?|spam|unwanted|marketing|automated|predatory|without (?:their |valid |the necessary |the |proper )?consent|consent|registered|TPS|Preference Service|contraven\w*|breach\w*|infring\w*|in total|totall?ing|a total of|between them|together|altogether|never asked|never agreed|permission|opt(?:ed)?[ -](?:in|out)|confirmed|at the instigation|offending|intrusive|pestering|illicit|rogue|promotional|junk|bombard\w*|plagu\w*|pester\w*|inundat\w*|blitz\w*)\b`)
	// done are the words for sending them.
	done = pattern(`(?i)\b(?:sent|send(?:ing)?|made|making|makes|transmi\w+|instigat\w+|deliver\w*|receiv\w*|bombard\w*|plagu\w*|placed|placing|blast\w*|put out|fired|fir(?:ed|ing) off|churned out|pumped out|rattled off|spewed|unleashed|dispatch\w*|despatch\w*|distribut\w*|circulat\w*|launch\w*|inundat\w*|pester\w*|flood\w*|clocked up|racked up|dialled|went out|barrage|blitz|wave|issu\w+|behind|responsible|connected)\b`)
	// superset is what makes a number the whole of which the case is a part: "of the 726,853 calls which connected".
	superset = pattern(`(?i)\b(?:of|out of|from) (?:the|these|those|all|its|a total of|their|some|about|around|approximately|over|more than)? ?$`)
	ofWhich  = pattern(`(?i)^[^.;]{0,70}\b(?:of which|of these|of those|of them|some of which)\b|^[^.;]{0,60}\((?:of which )?\d[\d.,]* ?(?:m|k|million)? (?:were |was )?(?:successfully )?(?:delivered|connected|received)`)
	// allowed are messages that nobody minded.
	allowed     = pattern(`(?i)\b(?:internal|deleted|solicited|attempted|unsuccessful|unanswered|not connect\w*|did not connect|service|requested|legitimate|lawful(?:ly)?|test|opted in|other|planned|further|unrelated|complain\w*|report(?:ed|s)?|helpline|received by the ICO|each|per|a day|every)\b`)
	complaintOf = pattern(`(?i)\b(?:complain\w*|reported|reports? (?:of|about)|helpline)\b`)
	ofThese     = pattern(`(?i)^ (?:of (?:these|those|them|which|the \w+)(?: calls| messages| e-?mails| texts)? )?(?:were|was|had been|being) (?:made |sent |received |delivered )?(?:to|by) (?:\w+ ){0,3}(?:individuals|subscribers|people|numbers|persons|TPS|recipients|consumers)\b`)
)

// A count is a number of messages with what is said for it.
type count struct {
	number
	unit  string
	in    sentence
	score float64
}

// communications are the messages sent or calls made in breach: the number
// that is said most surely to be those of the case, not all that were sent,
// nor complaints about them.
func (d *document) communications() content.Fact[content.Communications] {
	if !d.isMarketing() {
		return content.Fact[content.Communications]{}
	}
	var all []count
	for _, s := range d.told {
		if !s.says(messages) {
			continue
		}
		for _, n := range numbers(s.text) {
			if c, ok := d.countOf(n, s); ok {
				all = append(all, c)
			}
		}
	}
	return d.mostCounted(all)
}

var messages = pattern(`(?i)(?:call|text|sms|mail|message|fax|communications|spams|voicemail|dial|rang|rung|ring|phon|contact|pester|bombard|spam|hound|plagu|harass|inundat|pitches|newsletters|mailing)`)

// isMarketing reports whether the document is about messages at all: its
// first part says so, or it says so often.
func (d *document) isMarketing() bool {
	said := 0
	for _, s := range d.told {
		if !s.says(marketed) {
			continue
		}
		if said++; s.leads() || said > 2 {
			return true
		}
	}
	return false
}

// countOf scores a number of messages; false where it counts none.
func (d *document) countOf(n number, s sentence) (count, bool) {
	left, right := around(s.text, n.start, n.end, 110)
	c := count{number: n, in: s, score: .45}
	left = left[strings.LastIndexByte(left, ';')+1:]
	unit, end := unitAfter(right)
	if unit != "" {
		c.unit, c.score, right = unit, c.score+sortScore(right[:end]), right[end:]
	}
	if c.unit == "" && s.saysIn(right, ofThese) {
		c.unit, c.score = "messages", .6
	}
	if c.unit == "" {
		c.unit, c.score = actOn(&s, n, left, right)
	}
	if c.unit == "" || n.value < 50 {
		return count{}, false
	}
	near := left[max(0, len(left)-45):]
	switch {
	case s.saysIn(left[max(0, len(left)-25):], complaintOf) || s.saysIn(right[:min(len(right), 25)], complaintOf):
		return count{}, false
	case s.saysIn(right, everyDay) || s.saysIn(near, kept):
		return count{}, false
	case s.saysIn(near, superset):
		c.score -= .4
	case s.saysIn(right, ofWhich):
		c.score -= .3
	}
	if s.says(finds) {
		c.score += .15
	}
	if s.saysIn(near, done) || s.saysIn(right[:min(len(right), 60)], done) {
		c.score += .15
	}
	if s.saysIn(near, unlawful) || s.saysIn(right[:min(len(right), 110)], unlawful) {
		c.score += .15
	}
	if s.leads() {
		c.score += .1
	}
	if s.headline() {
		c.score += .05
	}
	return c, true
}

// unitAfter is the unit that stands first after a number and where it ends;
// "" where the number counts something else.
func unitAfter(right string) (string, int) {
	unit, end := "", len(right)+1
	for _, u := range units {
		if at := u.words.find(right); at != nil && at[1] < end {
			unit, end = u.unit, at[1]
		}
	}
	if unit == "" || broken.in(right[:end]) {
		return "", 0
	}
	return unit, end
}

var (
	// finds is the regulator finding what was done.
	finds = pattern(`(?i)\b(?:Commissioner|ICO|regulator|watchdog|investigation|investigators|inquiry|DPA)\b[^.;]{0,30}\b(?:finds|found|concluded|established|satisfied|determined|confirmed|ruled|held)\b`)
	// kept are messages that were looked at or thrown away.
	kept = pattern(`(?i)\b(?:delet\w+|review\w*|examin\w+|sampl\w+|contain\w*|search\w*|seiz\w+|stor\w+|archiv\w+|read|destroyed) (?:the |its |some |about |around |over |more than |all )*$`)
)

var everyDay = pattern(`(?i)^ (?:a|per|each|every) (?:day|week|month|hour|minute|second|year)\b`)

// broken are words after which a unit is not what the number counts.
var broken = pattern(`(?i)\b(?:complain\w*|reports?|concerns?|cases|queries|minutes|hours|people|individuals|customers|subscribers|users|recipients|companies|firms|days|months|years|times|pages|by|in|from|for|and|or|who|which|that|were|was|after|with)\b`)

// sortScore is what the words between a number and its unit say.
func sortScore(words string) float64 {
	switch {
	case unlawful.in(words):
		return .3
	case allowed.in(words):
		return -.4
	}
	return 0
}

// mostCounted takes the number with most behind it, and a little for each
// other sentence that gives it; of equals the larger, since parts stand
// beside the whole.
func (d *document) mostCounted(all []count) content.Fact[content.Communications] {
	var best *count
	top := 0.0
	for i := range all {
		again := 0.0
		for j := range all {
			if i != j && all[i].value == all[j].value {
				again += .1
			}
		}
		total := all[i].score + min(again, .3)
		if best == nil || total > top+1e-9 || total > top-1e-9 && all[i].value > best.value {
			best, top = &all[i], total
		}
	}
	if best == nil {
		return content.Fact[content.Communications]{}
	}
	best = exactCount(best, all)
	value := content.Communications{Count: best.value, Unit: d.unitOf(*best, all), Qualifier: best.qualifier}
	return content.Fact[content.Communications]{Value: value, Qualifier: best.qualifier, Score: max(0, min(top, 1)), Quotes: []content.Quote{d.quote(best.in)}}
}

// exactCount is the exact number for which a rounded one stands: "more than
// 400,000" in the first paragraph for the 412,377 below.
func exactCount(best *count, all []count) *count {
	for i := range all {
		c := &all[i]
		below, above := best.value-best.value/25, best.value+best.value/20
		if roundNumber(best.value) && !roundNumber(c.value) && c.qualifier == content.Exact && c.score >= threshold && below <= c.value && c.value <= above {
			return c
		}
	}
	return best
}

// roundNumber reports whether a number has at most two digits before its zeros.
func roundNumber(n int) bool {
	for n >= 100 && n%10 == 0 {
		n /= 10
	}
	return n < 100
}

// unitOf is what the number counts. Messages are what the document else calls
// them, where it speaks of one kind only.
func (d *document) unitOf(c count, all []count) string {
	for _, other := range all {
		if other.value == c.value && other.unit != "messages" {
			return other.unit
		}
	}
	if c.unit != "messages" {
		return c.unit
	}
	said := map[string]int{}
	for _, s := range d.told {
		for _, k := range kinds {
			if s.leads() && s.says(k.words) {
				said[k.unit]++
			}
		}
	}
	for _, k := range kinds {
		if said[k.unit] > 0 && len(said) == 1 {
			return k.unit
		}
	}
	return c.unit
}

var kinds = []struct {
	unit  string
	words *phrase
}{
	{"calls", pattern(`(?i)\b(?:phone )?calls\b`)},
	{"texts", pattern(`(?i)\b(?:texts|text messages?|SMS)\b`)},
	{"emails", pattern(`(?i)\be-?mails?\b`)},
}
