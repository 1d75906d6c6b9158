package facts

import (
	"casebook/content"
)

// An outcome is what becomes of an action that is appealed against.
type outcome struct {
	status content.Status
	words  *phrase
}

// outcomes are tried in order on each sentence, the more settled first.
var outcomes = []outcome{
	{content.Overturned, pattern(`(?i)\b(?:(?:tribunal|court|judges?)\b.{0,120}\b(?:overturn(?:ed|s|ing)?|quash(?:ed|es|ing)?|allow(?:ed|s|ing) (?:the |its |their |an |his |her )?appeal|set(?:s|ting)? aside (?:the|its|an?|that) (?:monetary |£[\d.,]+ ?(?:m|k|million)? )*(?:penalty|fine|notice|MPN)|cancel(?:led|s|ed)?|struck down|throws? out (?:the |a |an |ICO )*(?:£[\d.,]+ ?(?:m|k|million)? )?(?:fine|penalty)|threw out (?:the |a |an |ICO )*(?:£[\d.,]+ ?(?:m|k|million)? )?(?:fine|penalty)|rul(?:ed|es|ing) (?:in favour of|against the (?:ICO|information commissioner|regulator|watchdog)))|(?:fines?|penalt(?:y|ies)|notice|MPN)\b.{0,80}\b(?:overturned|quashed|cancel(?:l)?ed|struck down|set aside|thrown out|annulled|withdrawn|scrapped|dropped)|(?:wins?|won|successful|succeed(?:s|ed) (?:in|with)) (?:its |their |an |his |her |the |in )*(?:appeal|challenge)|appeal (?:is |was |has been |be )?(?:allowed|upheld|successful|succeed(?:s|ed))|ICO loses|(?:overturned|quashed|cancelled|set aside|struck down|annulled) (?:on appeal|by (?:the|a) (?:[a-z-]+ ){0,3}(?:tribunal|court|judge))|(?:withdr(?:aws?|ew|awn|awing)|drop(?:s|ped)|abandon(?:s|ed)|cancel(?:s|led)|rescind(?:s|ed)|revok(?:es|ed)|scrap(?:s|ped)) (?:the |its |a |an |that |their |£[\d.,]+ ?(?:m|k|million)? |monetary |data |whole |entire |most of )*(?:penalty|fine|MPN|enforcement notice|reprimand)|(?:ICO|regulator|watchdog) (?:lost|loses|defeated))\b`)},
	{content.ReducedOnAppeal, pattern(`(?i)(?:(?:tribunal|appeal|court|judge)\b.{0,160}\b(?:reduc(?:ed?|es|tion|ing)|cuts?|cutting|slash(?:ed|es)?|lower(?:ed|s)?|halv(?:ed|es)|substitut(?:ed|es|ing))\b|agree(?:d|ment|s)?\b.{0,120}\b(?:to reduce|reduc(?:ed|tion|ing)|lower|cut)\b.{0,120}\b(?:appeal|tribunal|fine|penalty)|(?:reduc(?:ed|tion)|cut|slash(?:ed|es)|lowered|halved)\b.{0,140}\b(?:on appeal|after (?:an |its |the )?appeal|by (?:the |a )?(?:first-tier |upper |information rights )?(?:tribunal|judge|court)|ended the appeal|following (?:an |its |the )?appeal)|appeal (?:is |was )?allowed in part|\ballow(?:ed|s)? (?:the |this )?appeal in part)`)},
	{content.UpheldOnAppeal, pattern(`(?i)(?:(?:tribunal|court|judges?)\b.{0,120}\b(?:upheld|upholds|uphold|upholding|dismiss(?:ed|es|ing)|rejected|rejects|confirmed|confirms|affirmed|backs|backed|sided with (?:the )?(?:ico|information commissioner|regulator|watchdog)|in favour of the (?:ico|information commissioner|regulator|watchdog)|refused permission|(?:throws?|threw|thrown|throwing|turn(?:s|ed)?|knock(?:s|ed)|bat(?:s|ted)) (?:out|down|back|away) (?:the |an |its |their |his |her |that )?(?:[a-z]+ )?(?:appeal|challenge)|found for (?:the )?(?:ico|information commissioner))|(?:appeal|challenge)\b.{0,60}\b(?:dismissed|rejected|refused|fail(?:s|ed)|struck out|withdrawn|unsuccessful|thrown out)|(?:fine|penalty|notice)\b.{0,60}\b(?:is |was |were |has been )?(?:upheld|confirmed)|(?:loses?|lost|fails? in|failed in) (?:its |their |an |his |her |the |final |latest )*(?:appeal|challenge|bid|fight|battle))\b`)},
	{content.Appealed, pattern(`(?i)\b(?:will|to) (?:appeal|fight|contest|challenge) £|\b(?:ha(?:s|ve) appealed|(?:is|are) appealing|appeal(?:s|ed|ing)? (?:against|the (?:fine|penalty|decision|notice|ruling))|lodged (?:an |its )?appeal|filed (?:an |its )?appeal|launch(?:ed|es) (?:an |its )?appeal|seeks? (?:permission to )?(?:an )?appeal|permission to appeal|(?:will|to|plans to|intends to|vows to|set to) (?:appeal|challenge) (?:against|the|this)?|(?:will|intends to|plans to|vows to|to|is to|has vowed to|has promised to) (?:fight|contest|challenge|appeal|dispute) (?:against )?(?:the|its|this|that|an?|their|ICO(?:['’]s)?) (?:[a-z£\d.,-]+ ){0,3}(?:fine|penalty|notice|decision|ruling)|(?:will|intends to|plans to|vows to) appeal|(?:takes?|took|taken|taking) (?:the |its |their |an? )?(?:[a-z£\d.,-]+ ){0,4}(?:fine|penalty|notice|decision|case) to (?:the |a )?(?:[a-z-]+ ){0,4}(?:tribunal|court)|court of appeal|upper tribunal|under appeal|pending (?:an )?appeal|appeal (?:is |was )?(?:pending|heard|lodged|hearing|before))\b`)},
}

var (
	// commissionersAppeal is an appeal of the regulator's that it won: the
	// action stands again, or is looked at again.
	commissionersAppeal = pattern(`(?i)(?:allow(?:ed|s) the appeal (?:of|by|brought by|from) (?:the )?(?:information commissioner|ico|regulator)|(?:ico|information commissioner|regulator)(?:'s|’s)?(?: office)?(?: \(ico\))? (?:wins|won)|(?:ico|information commissioner|commissioner|regulator)(?:'s|’s) appeal|set(?:s|ting)? aside the (?:ruling|decision|judgment)|had jurisdiction|has jurisdiction|found for the (?:ico|information commissioner)|(?:ico|commissioner|regulator)(?:'s|’s) way|appeal(?:s|ed)? (?:by|of) the (?:ico|information commissioner|regulator))`)

	// lookedAtAgain is a matter that goes on after it.
	lookedAtAgain = pattern(`(?i)\b(?:remit(?:ted|s)?|sen[dt] back|reconsider(?:ed)?|must now (?:hear|decide|determine|consider)|will now (?:hear|decide|determine|consider|be (?:heard|decided|considered))|back to the (?:first-tier )?tribunal|fresh hearing|re-?heard|still to be (?:heard|decided)|upper tribunal (?:ruling|judgment|decision)|court of appeal)\b`)

	// noAppeal is one that does not come.
	noAppeal = pattern(`(?i)\b(?:(?:will|would|does|did|do|has|have|had|is|was|were) not (?:been )?(?:to )?(?:be )?(?:appeal(?:ed|ing)?|challenge|challenging)|not appeal(?:ed|ing)?|no (?:intention|plans?) (?:of|to) appeal(?:ing)?|without (?:an )?appeal|waived? (?:its |the )?right|in exchange for not|never appealed|not (?:mean|intend|plan|expect|propose|wish|want|seek|going|minded|inclined|intending|planning)(?: to)? (?:an )?(?:appeal(?:ing)?|challenge|contest|fight|dispute)|(?:rul(?:ed|es|ing) out|decided against|decides against) (?:any |an |its |making an |lodging an )?(?:appeal(?:ing)?|challenge|challenging)|not to (?:appeal|contest|challenge|fight))\b`)

	// rights is what one may do, not what was done.
	rights = pattern(`(?i)\b(?:rights? (?:of|to) appeal|(?:can|may|could|might) (?:still |now |also )?(?:be )?appeal(?:ed)?|days to appeal|within (?:28|twenty[- ]eight) (?:calendar )?days|(?:consider(?:ing|s)?|weighing|whether to|mulling|reviewing) (?:whether to |an |its )?appeal)`)
)

// status says how settled the action is, as the document tells it.
func (d *document) status(action content.Fact[content.Action]) content.Fact[content.Status] {
	if action.Value == content.NoticeOfIntent {
		return content.Fact[content.Status]{Value: content.Provisional, Score: action.Score, Quotes: action.Quotes}
	}
	if d.sheet != nil {
		return content.Fact[content.Status]{Value: d.sheet.status, Score: action.Score, Quotes: action.Quotes}
	}
	if d.hint.Kind != content.Notice && d.hint.Kind != content.Item && !d.instrument {
		if fact, ok := d.appeal(); ok {
			return fact
		}
	}
	return content.Fact[content.Status]{Value: content.Final, Score: action.Score, Quotes: action.Quotes}
}

// appeal looks for what became of an appeal, in the headline and the first
// paragraphs only: a report of a fine that mentions that one may appeal is a
// report of a fine.
func (d *document) appeal() (content.Fact[content.Status], bool) {
	for i := range d.sentences {
		s := &d.sentences[i]
		if s.zone != lead || s.paragraph > 4 {
			continue
		}
		status, ok := d.outcomeIn(s)
		if ok && status == content.Appealed && d.judgment() {
			status, s = d.ruling(status, s)
		}
		if ok {
			return content.Fact[content.Status]{Value: status, Score: .8, Quotes: []content.Quote{d.quote(*s)}}, true
		}
	}
	return content.Fact[content.Status]{}, false
}

// judgment reports whether the document is a tribunal's own decision.
func (d *document) judgment() bool {
	return appellantLine.in(d.head) && respondentLine.in(d.head)
}

var (
	appellantLine  = exactly(`(?i)\bappellants?\b`)
	respondentLine = exactly(`(?i)\brespondents?\b`)
	rules          = pattern(`(?i)\b(?:we|I) (?:therefore |accordingly |hereby |would )*(?:allow|dismiss|substitute|uphold|quash|set aside|reduce)\b`)
)

// ruling is how a tribunal decides further on in its decision, which begins with
// the appeal that it is about.
func (d *document) ruling(status content.Status, s *sentence) (content.Status, *sentence) {
	for i := range d.sentences {
		t := &d.sentences[i]
		if !t.says(rules) {
			continue
		}
		if decided, ok := d.outcomeIn(t); ok && decided != content.Appealed {
			return decided, t
		}
	}
	return status, s
}

// outcomeIn is the outcome that a sentence tells.
func (d *document) outcomeIn(s *sentence) (content.Status, bool) {
	if s.says(rights) || s.says(noAppeal) || s.paragraph > 0 && s.says(otherCase) {
		return "", false
	}
	for _, o := range outcomes {
		if !s.says(o.words) {
			continue
		}
		if o.status != content.Appealed && s.says(commissionersAppeal) {
			return d.regulatorWon(), true
		}
		return o.status, true
	}
	return "", false
}

// regulatorWon is the status after an appeal that the regulator won: the
// action stands, unless a tribunal has to look at it again.
func (d *document) regulatorWon() content.Status {
	if d.leadSays(lookedAtAgain) {
		return content.Appealed
	}
	return content.UpheldOnAppeal
}
