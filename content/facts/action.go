package facts

import (
	"slices"
	"strings"

	"casebook/content"
)

// A form is a legal form of action and how it is spoken of.
type form struct {
	action content.Action
	words  *phrase
	score  float64
}

// The forms by their place in the table.
const (
	intent = iota
	penalty
	reprimand
	enforcement
	prosecution
	undertaking
	warning
)

// forms are tried on every sentence of the story.
var forms = []form{
	intent:      {content.NoticeOfIntent, pattern(`(?i)\b(?:provisionally (?:decided|intends?|proposed|minded) to (?:fine|impose|issue)|provisional(?:ly)? (?:decision|fine|penalty|notice|intention|view)|(?:intend(?:s|ed)?|plan(?:s|ned)|propos(?:es|ed|ing)|minded|looking|wants?|threaten(?:s|ed)) to (?:fine|impose an?|reprimand|issue .{0,40}(?:fine|penalty|notice))|intention to (?:fine|impose|issue)|notices? of intent(?:ion)?\b|told (?:that )?(?:it|they) (?:may|could|might|will|face)\b.{0,20}(?:fined?|penalt)|(?:faces?|facing|braced for|could face|may face) (?:an? )?(?:possible |provisional |potential |proposed |record |ico |just |up to |over )*(?:.{0,20})(?:fine|penalty)|(?:first|originally|initially) (?:proposed|intended|threatened)|(?:proposed|possible|potential|threatened|looming) (?:£[\d.,]+ ?(?:m|k|million)? )?(?:fine|penalty)|preliminary (?:enforcement )?notice)\b|£[\d.,]+(?:m|k| million)? (?:fine )?threat`), 1},
	penalty:     {content.MonetaryPenalty, pattern(`(?i)\b(?:(?:has|have|had|was|were|is|been|being|get|gets|got) (?:today |been |also |now |jointly |each )*(?:fined|ordered to pay)|(?:must|to) pay (?:a )?(?:fine|penalty|£|nearly|over|more|just|half)|fined (?:£|by|an?|the|almost|over|more|just|nearly|up|[A-Z0-9])|fines [A-Z0-9]|fining|penali[sz](?:ed|es|ing)|agreed to pay|accept(?:s|ed|ing) (?:a|the|its) (?:[\w£.,-]+ ){0,3}(?:fine|penalty)|fine notice|monetary penalt(?:y|ies)|penalty notice|civil penalty|(?:issue[ds]?|impose[ds]?|serve[ds]?|levie[ds]|hand(?:s|ed)|hits?|gives|gave|given|slap(?:s|ped)|land(?:s|ed)|receive[ds]?)\b.{0,80}\b(?:fines?|penalt(?:y|ies))|(?:fines?|penalt(?:y|ies)) (?:of|totalling|was|were|imposed|issued|is|are|from|against|on|for)|must pay (?:a )?(?:fine|penalty|£)|penalty (?:of|for) £|(?:tribunal|court of appeal)\b.{0,220}\b(?:penalty|fine)\b)|£[\d.,]+ ?(?:m|k|million)? (?:[A-Za-z-]+ ){0,2}(?:fine|penalty)\b`), 1},
	reprimand:   {content.Reprimand, pattern(`(?i)\b(?:reprimand(?:s|ed|ing)?|formal telling[- ]off|rapped over the knuckles)\b`), 1},
	enforcement: {content.EnforcementNotice, pattern(`(?i)\b(?:enforcement notices?|(?:ordered|orders|ordering|told|tells|required|requires|instructed|compelled|compelling|directed) .{0,80}to (?:stop|delete|cease|erase|destroy|notify|bring|comply|remove|halt|end|inform|switch off|respond|change|put|take steps)|(?:stop|cease)[- ]now order|banned .{0,40}from (?:using|processing|sending|making))\b`), .9},
	prosecution: {content.Prosecution, pattern(`(?i)\b(?:prosecut(?:ed|ion|es|ing)|pleaded guilty|pleads guilty|admitted (?:unlawfully|illegally|an offence|offences|breaching|failing|\w+ (?:counts?|charges?))|sentenced|(?:magistrates['’]?|crown) court|sheriff court|convicted|found guilty|suspended sentence|community (?:order|service)|jailed|imprisoned|victim surcharge|conditional discharge|confiscation order|criminal (?:offence|record|conviction))`), .8},
	undertaking: {content.Undertaking, pattern(`(?i)\b(?:(?:signed|signs|sign|gave|given|giving|entered into) (?:a |an |the |formal )*undertakings?|undertakings? (?:to|has been|was|by|signed|from|given|issued|requiring|committing)|undert(?:ook|akes|aken) to)`), .9},
	warning:     {content.Warning, pattern(`(?i)\b(?:(?:issued?|issues|gave|given|received?|handed) (?:with )?(?:a |an |its |formal |official )*warnings? (?:to|under|against|notice|letter)|formally warned|formal warning)`), .8},
}

// action says whether the document is about an enforcement action of the
// regulator, and of which form.
func (d *document) action() (content.Fact[content.Action], bool) {
	if fact, ok := d.labelled(); ok {
		return fact, true
	}
	if fact, ok := d.headed(); ok {
		return fact, true
	}
	if e := d.sheet; e != nil {
		return content.Fact[content.Action]{Value: e.action, Score: .95, Quotes: []content.Quote{d.quote(e.in)}}, true
	}
	if fact, ok := d.freedomOfInformation(); ok {
		return fact, false
	}
	if d.notOurs() || !d.tellsOfAct() {
		return content.Fact[content.Action]{}, false
	}
	return d.spokenForm()
}

// A formTally is what the story says for a form.
type formTally struct {
	score float64
	first sentence
}

// spokenForm is the form that the story speaks of most.
func (d *document) spokenForm() (content.Fact[content.Action], bool) {
	found := make([]formTally, len(forms))
	for i := range d.sentences {
		s := &d.sentences[i]
		if s.zone > lead {
			continue
		}
		for i, form := range forms {
			if !s.says(form.words) || general(s.text) || i == penalty && s.says(onlyConsidered) && !s.says(accepts) {
				continue
			}
			if found[i].score == 0 {
				found[i].first = *s
			}
			found[i].score += d.formWeight(form, s)
		}
	}
	best := -1
	for i := range forms {
		if found[i].score > 0 && (best < 0 || found[i].score > found[best].score) {
			best = i
		}
	}
	if best < 0 || found[best].score < .8 {
		return d.plainForm()
	}
	best = d.settleForm(best, found)
	return content.Fact[content.Action]{Value: forms[best].action, Score: min(found[best].score, 1), Quotes: []content.Quote{d.quote(found[best].first)}}, true
}

// plainForm is the first measure that the lead speaks of in any way, where
// none of its sentences does so in the usual words; else the first of the
// story.
func (d *document) plainForm() (content.Fact[content.Action], bool) {
	for _, leads := range []bool{true, false} {
		for i := range d.sentences {
			s := &d.sentences[i]
			if s.zone > lead || leads && s.zone != lead || general(s.text) || s.says(otherCase) || s.says(onlyConsidered) && !s.says(imposes) {
				continue
			}
			for _, p := range plainForms {
				if s.says(p.words) {
					return content.Fact[content.Action]{Value: p.action, Score: .6, Quotes: []content.Quote{d.quote(*s)}}, true
				}
			}
		}
	}
	return content.Fact[content.Action]{}, false
}

// plainForms are the measures by their names alone.
var plainForms = []form{
	{content.NoticeOfIntent, pattern(`(?i)\b(?:notices? of intent|preliminary (?:enforcement )?notice)\b`), 1},
	{content.EnforcementNotice, pattern(`(?i)\benforcement (?:notice|order)s?\b`), 1},
	{content.Reprimand, pattern(`(?i)\breprimand|\b(?:raps|rapped|ticked off|told off|telling[- ]off|taken to task)\b`), 1},
	{content.Undertaking, pattern(`(?i)\bundertakings?\b`), 1},
	{content.MonetaryPenalty, pattern(`(?i)\b(?:fine[sd]?|monetary penalt(?:y|ies)|penalt(?:y|ies))\b`), 1},
	{content.MonetaryPenalty, billed, 1},
	{content.Undertaking, pattern(`(?i)\b(?:formal|signed|written) (?:commitment|pledge|promise)`), 1},
}

// formWeight is how much a sentence says for a form: the headline most, and
// little where it looks at another action.
func (d *document) formWeight(f form, s *sentence) float64 {
	switch {
	case s.paragraph == 0:
		return 3 * f.score
	case s.says(otherCase):
		return .2 * f.score
	case s.zone == lead:
		return f.score
	}
	return .25 * f.score
}

// settleForm lets the graver form win where a document speaks of two: a
// penalty that came with a notice or a reprimand is a penalty, what a criminal
// court imposed is a prosecution, and what is only intended is no penalty yet.
func (d *document) settleForm(best int, found []formTally) int {
	score := func(i int) float64 { return found[i].score }
	imposed := d.imposedInLead() || d.settled()
	switch {
	case score(prosecution) >= .8 && d.inCriminalCourt() && !d.leadSays(monetaryPenalty):
		return prosecution
	case best == intent && score(reprimand) > 0 && d.leadSays(reprimanding):
		return reprimand
	case score(intent) > 0 && (best == penalty || best == intent) && !imposed && (best == intent || score(intent) >= score(penalty)*.35 || d.leadSays(notYet)):
		return intent
	case best == intent && imposed && score(penalty) > 0:
		return penalty
	case best == penalty && score(reprimand) >= 1 && !imposed:
		return reprimand
	case (best == enforcement || best == reprimand || best == warning) && imposed && score(penalty) >= .35*score(best):
		return penalty
	case best == enforcement && score(reprimand) >= 1 && !d.leadSays(enforcementNotice):
		return reprimand
	case best == penalty && score(undertaking) >= 2 && !imposed:
		return undertaking
	}
	return best
}

var (
	// reprimanding is a reprimand that was given.
	reprimanding = pattern(`(?i)\b(?:we|ICO|commissioner|office|regulator|watchdog) (?:has |have |had |then |also |today |publicly |formally )*(?:reprimanded|(?:issued|gave|given|served) [^.;]{0,60}reprimand)|\b(?:was|were|been) (?:\w+ly )?reprimanded`)

	// imposes is a sum that was imposed.
	imposes = pattern(`(?i)\b(?:(?:sets?|fixe[sd]|settled) (?:the|a|its) (?:monetary )?(?:penalty|fine)\b[^.;£]{0,60} at £|(?:has|have|was|were|been|is|got|gets) (?:today |been |also |now |jointly |each |since )*fined|fined (?:£|[^.;£]{0,70}£)|(?:ICO|watchdog|regulator|commissioner|office|DPA) fines [^.;:£]{0,70}£|fined (?:a total of|over|more than|just|nearly|almost) £|(?:has|have) (?:today |now |also )*(?:fined|imposed|issued|served|levied|handed)\b[^.]{0,90}(?:£|fine|penalt)|(?:issued|imposed|served|levied|handed|issues|imposes|serves)\b[^.;]{0,70}(?:£[\d.,]+ ?(?:m|k|million)? (?:fine|penalty)|(?:fine|penalty|penalties|fines|MPN)\b[^.;]{0,30}£)|to pay (?:a |the Commissioner a )?(?:monetary )?penalty|accept(?:s|ed) (?:a|the|its) (?:[a-z-]+ ){0,2}(?:fine|penalty) of £|must pay (?:a )?(?:£|fine|penalty|nearly|over|more than)|(?:agreed|agrees|ordered|told) to pay|(?:fine|penalty) (?:of £[\d.,]+ ?(?:million|m)? )?(?:was|has been|had been) (?:imposed|issued|served|reduced|upheld|cut|quashed|overturned)|imposes on|monetary penalty notices? (?:on|to|against|of|in|for|was|has)|penalised)`)

	// accepts is a sum agreed to, whatever it would have been without that.
	accepts = pattern(`(?i)\b(?:accept(?:s|ed)|agree[sd]? (?:to )?(?:pay )?) ?(?:a|the|its) (?:[a-z-]+ ){0,2}(?:fine|penalty|settlement) of £`)

	// onlyConsidered is a penalty that did not come.
	onlyConsidered = pattern(`(?i)(?:consider(?:ed|ing) (?:a |imposing |issuing |whether )*(?:fine|fining|monetary|penalty)|(?:instead of|rather than|in place of|without|in lieu of|stopped short of|short of|spared|escap(?:es?|ed|ing)|avoid(?:s|ed|ing)?|dodges?|no) (?:being |a |an |any |imposing |issuing |the |huge |large |hefty |£[\d.,]+ ?(?:m|k|million)? )*(?:fine[ds]?|fining|monetary|penalty|financial)|(?:would|could|might) (?:otherwise )?have (?:been |faced |received |resulted |attracted |issued |imposed |led )|not (?:to )?(?:impose|issue|fine|be fined)|(?:did|does|was|were|has|have) not (?:been )?(?:fined?|issued?|imposed?)|no (?:financial|monetary) penalty|decided against (?:a |imposing |issuing )*(?:fin|monetary|penalt))`)

	// notYet is an action that is still to be decided.
	notYet = pattern(`(?i)\b(?:representations? (?:before|to the ICO|will be)|before (?:a|any|making a|it makes a|taking a) final decision|final decision (?:(?:on|about|in) (?:\w+ ){1,5})?(?:has|is|will|was (?:due|expected))|no conclusion should|if confirmed|has (?:until|one month|21 days|28 days)|have one month|carefully consider any representations|may be (?:fined|changed)|yet to be (?:fined|decided)|set aside .{0,40}(?:for|against) (?:the|a) (?:fine|penalty))`)

	enforcementNotice = pattern(`(?i)\benforcement (?:notice|order)s?\b`)

	monetaryPenalty = pattern(`(?i)\b(?:monetary penalty|civil (?:fine|penalty)|penalty notice|enforcement notice (?:was|has been) (?:issued|served))`)

	criminalCourt = pattern(`(?i)\b(?:magistrates|crown court|sheriff court|prosecut(?:ed|es|ing)|pleaded guilty|pleads guilty|found guilty|convicted|sentenced|victim surcharge|jailed|section (?:55|170) )`)
)

// imposedInLead reports whether the first part says that a sum was imposed.
func (d *document) imposedInLead() bool {
	for i := range d.sentences {
		s := &d.sentences[i]
		if s.zone == lead && !ofThePage.in(s.text) && !d.ofOtherRegulator(s) && s.says(imposes) && !s.says(intends) && !s.says(onlyConsidered) && (s.paragraph == 0 || !s.says(otherCase)) {
			return true
		}
	}
	return false
}

// inCriminalCourt reports whether the first part tells of a prosecution.
func (d *document) inCriminalCourt() bool { return d.leadSays(criminalCourt) }

// leadSays reports whether a sentence of the first part holds a phrase.
func (d *document) leadSays(p *phrase) bool {
	for i := range d.sentences {
		if s := &d.sentences[i]; s.zone == lead && s.says(p) {
			return true
		}
	}
	return false
}

// settled reports whether the story says at what sum the regulator came to rest,
// after whatever it had proposed.
func (d *document) settled() bool {
	return slices.ContainsFunc(d.told, func(s sentence) bool { return s.says(settledAt) && !s.says(otherCase) })
}

var settledAt = pattern(`(?i)\b(?:ICO|commissioner|regulator|watchdog|it|he|she) (?:has |had |then |finally )*(?:settled (?:at|on)|ended (?:up )?(?:at|on|with)|landed on) £`)

var intends = pattern(`(?i)(?:provisional|intends? to|intention to|notices? of intent|proposes to|plans to|faces?\b|facing\b|could be fined|may be fined|potential|(?:first|originally|initially) (?:proposed|intended))`)

// we is the regulator speaking of itself.
var we = pattern(`\b[Ww]e (?:have |had |also |today )*(?:fined|reprimanded|issued|imposed|served|prosecuted)\b`)

var (
	mightOnly = pattern(`(?i)\b(?:can|could|may|might|power to|powers to|up to) (?:be |issue |impose |also )*(?:fine|fined|fines|penalt)`)

	// mightFace is a fine that somebody thinks may come; with a sum of its own
	// it is one that was announced.
	mightFace = pattern(`(?i)\b(?:could|may|might|would|can|risks?|risking) (?:now |also |still |potentially |yet )*(?:fac(?:e|es|ing)|be hit with|be handed|incur|receive|get|attract|lead to|result in|see)\b[^.;]{0,60}\b(?:fines?|penalt)`)
	anyAmount = pattern(`(?i)(?:\bup to|as much as|maximum|per ?cent|%|turnover)|^[^£]*$`)
)

// general reports whether a sentence is about the law and not about anybody.
func general(s string) bool {
	if mightFace.in(s) && anyAmount.in(s) && !imposes.in(s) {
		return true
	}
	if newPowers.in(s) && !imposes.in(s) {
		return true
	}
	return mightOnly.in(s) && !strings.Contains(s, "has been") && !told.in(s)
}

// told is a warning to somebody that a fine may come, which is no statement
// about the law.
var told = pattern(`(?i)\b(?:been|was|were|is) told (?:that )?(?:it|they|he|she) `)
