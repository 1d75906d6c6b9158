package facts

import (
	"strings"

	"casebook/content"
)

// A role is what a sum is.
type role int

const (
	foreign  role = iota // a maximum, a turnover, a discount, somebody else's
	imposed              // the penalty that the document is about
	previous             // what was proposed or stood before
)

// threshold is the score below which a value is left out.
const threshold = .45

// judged is a sum with its role.
type judged struct {
	sum
	in    sentence
	role  role
	score float64
	cut   bool // the words say that it was reduced to this
}

// amounts fills in the sum that the document imposes, or proposes while it is
// provisional, and the one before it.
func (d *document) amounts(f *content.Facts) {
	if f.Action.Value == content.Reprimand || f.Action.Value == content.Undertaking || f.Action.Value == content.EnforcementNotice {
		return
	}
	provisional := f.Status.Value == content.Provisional
	var all []judged
	for _, s := range d.told {
		all = append(all, d.judge(s, provisional, f.Parties)...)
	}
	chosen, score := d.choose(all, imposed)
	if chosen == nil {
		return // a sum that was only proposed is no penalty
	}
	f.Amount = d.moneyFact(*chosen, score)
	if !provisional {
		f.PreviousAmount = d.previousAmount(all, *chosen)
	}
}

// judge gives the sums of a sentence their roles.
func (d *document) judge(s sentence, provisional bool, parties []content.Fact[content.Party]) []judged {
	var all []judged
	from := 0 // where the words about a sum begin: after the sum before it
	found := sums(s.text)
	for i, m := range found {
		to := len(s.text)
		if i+1 < len(found) {
			to = found[i+1].start
		}
		c := clauseOf(s, m, from, to)
		j := judged{sum: m, in: s}
		switch {
		case c.foreign(provisional):
		case !provisional && c.before():
			j.role, j.score = previous, c.previousScore()
		default:
			j.role, j.score = imposed, c.penaltyScore(parties)
			j.cut = c.cutTo()
			if j.cut {
				j.score = max(j.score, .3) + .6
				all = dropCut(all) // cut again: the one before was a step
			}
		}
		all = append(all, j)
		from = m.end
	}
	return all
}

// dropCut makes the last sum a step where it was cut to, too.
func dropCut(all []judged) []judged {
	if n := len(all); n > 0 && all[n-1].cut {
		all[n-1].role, all[n-1].score = foreign, 0
	}
	return all
}

// A clause is a sum with the words around it.
type clause struct {
	sum
	in          *sentence
	left, right string // up to 160 bytes of the sentence
	near        string // what stands before it and after the sum before it, at most 90 bytes
	beside      string // what stands after it and before the next sum, at most 160 bytes
	after       string // the first 60 bytes of that
}

func clauseOf(s sentence, m sum, from, to int) clause {
	left, right := around(s.text, m.start, m.end, 160)
	beside := right[:min(len(right), max(to-m.end, 0))]
	return clause{sum: m, in: &s, left: left, right: right, near: s.text[max(from, m.start-90, 0):m.start],
		beside: beside, after: beside[:min(len(beside), 60)]}
}

// says reports whether a part of the clause holds the phrase.
func (c clause) says(part string, p *phrase) bool { return c.in.saysIn(part, p) }

// The words that make a sum something else than the penalty, by what they say.
var (
	// the law's maxima, and what is only possible
	maximum      = pattern(`(?i)\b(?:maximum|max\.|whichever|statutory|highest possible|upper limit|ceiling|capped|cap of|limit of|higher of|greater of|power ?to|(?:can|could|may|might) (?:now |also |only |even )?(?:have )?(?:impose|fine|issue|been|be|face|levy|reach|rise|go)|fines? (?:can be |could be )?(?:of )?(?:anything )?up to|(?:penalt(?:y|ies)|notices?|sums?|fines?|amounts?) (?:of )?(?:anything )?up to|(?:not|never|cannot) exceed|as much as)`)
	maximumAfter = pattern(`(?i)^[,)]? ?(?:\(?(?:or|and) )?(?:(?:per cent|percent|%) of|(?:was|is|being|the|a) ?(?:the )?(?:maximum|most|highest|statutory|upper)|maximum|cap\b|limit\b|or,? (?:in the case of|if higher)|or (?:\d+(?:\.\d+)?|two|four) ?(?:%|per ?cent)|whichever)`)
	mostPossible = pattern(`(?i)\b(?:the most that (?:can|could|may) be|can (?:be )?(?:impose|fine)[sd]?|may impose|(?:has|have|had) (?:the )?power to (?:fine|impose)|powers? to (?:fine|impose)|maximum (?:fine|penalty|amount|that|possible)[^.]{0,40}(?:is|are|would|could|of up to|under the))\b`)

	// less for those who pay early
	discount      = pattern(`(?i)\b(?:early payment|prompt payment|discount\w*|20 ?per ?cent|twenty per ?cent|one[- ]fifth|if (?:it |they |the \w+ )?(?:full )?(?:payment|pays?|paid|settles?|stumps? up|coughs? up|hands? (?:it |the money )?over|acts)|payment (?:of the monetary penalty )?is received|pays? (?:promptly|early|by|within)|sum to pay)\b|\b20 ?%`)
	discountAfter = pattern(`(?i)^[,)]?[^.;]{0,40}\b(?:if (?:it is |it |they |he |she |the \w+ )?(?:paid|pays?|settled|early)|(?:for|with) (?:early|prompt) payment|if paid|when paid early|provided (?:that )?(?:it is|payment))\b`)

	// money that is no fine
	turnover = pattern(`(?i)\b(?:turnover|revenues?|profits?|sales|incomes?|earn(?:s|ed|ings|ing)?|worth|valued?|costs?|costing|invest(?:ed|ment|ing)?|compensation|damages|loss(?:es)?|lost|refund(?:s|ed)?|donat(?:ed|ions?)|salar(?:y|ies)|budget|assets|savings|deal|contracts?|surcharge|loans?|balance|debts?|price[ds]?|fees?|funding|grants?|stole|stolen|defrauded|scammed|generat(?:ed|ing)|commission of|confiscation|ransom|set aside|provision of|made off with|liabilities|dividends?|payouts?|benefit|proceeds|takings|what (?:it|they|he|she) (?:had )?made)\b[^.;]{0,30}$`)
	// what money was given or taken for, the sum being the verb's own
	traded        = pattern(`(?i)\b(?:spent|spend(?:s|ing)?|charged|charging|raised|raising|sold|selling|sells|bought|buying|paid for|purchas(?:ed?|ing)|netted|netting|pocket(?:ed|ing)|gained|brought in|bringing in|raked in|made(?: off)?(?: with)?|won|borrowed|lent|owed?s?|handed (?:him|her)) (?:(?:[\w’'-]+ ){0,4}(?:for|at) )?(?:up to |about |around |nearly |almost |some |just |over |more than |an? |estimated |total |of )*$`)
	paidSomebody  = pattern(`(?i)\b(?:pa(?:id|ys?|ying)|gave|given|giving) (?:him|her|them|the \w+|(?-i:[A-Z])\w+) (?:up to |about |around |nearly |almost |some |just |over |more than |between )*$`)
	turnoverAfter = pattern(`(?i)^\)? ?(?:in |of |as |a |an |the |towards |worth of |prosecution |court |legal |annual |global |victim )*(?:turnover|revenues?|profits?|sales|income|costs?|surcharge|compensation|damages|losses|donations|ransom|deal|contract|investment|funding|grant|budget|loans?|a (?:month|year|week|time|day|record|message|call|text|head|name|person)\b|(?:for )?(?:per|each|every) (?:\w+)|business\b|company\b|firm\b|prize|salary|debts?|assets)`)

	// other regulators' and earlier fines
	byOthers = pattern(`(?:Financial Conduct Authority|\bFCA\b|Prudential Regulation|\bPRA\b|Electoral Commission|Gambling Commission|Charity Commission|\bOfcom\b|\bOfgem\b|\bOfwat\b|\bCMA\b|Competition and Markets|\bCNIL\b|Data Protection Commission|\bDPC\b|\bAEPD\b|\bGarante\b|\bFTC\b|Federal Trade|Solicitors Regulation|Trading Standards|European Commission|\b(?:Irish|French|German|Dutch|Italian|Spanish|Norwegian) (?:regulator|watchdog|authorit))`)
	wasFine  = pattern(`(?i)\b(?:in (?:19|20)\d\d|last year|years? (?:ago|earlier)|previous(?:ly)?|separate(?:ly)?|(?:other|more|two|three|several|similar) (?:companies|firms|fines|penalties)|also fined|(?:previous|earlier|former|prior|last|old|until (?:now|then)|hitherto)[^.;]{0,20} record|record (?:was|had been|stood|is)|biggest|largest|highest|compared|contrasts?|dwarf\w*|eclips\w*|follow(?:s|ed|ing)|similar|since (?:then|april|may|the)|bring(?:s|ing)? the total|so far this year|in the past|after (?:a |an |the )?(?:fines? of )?$)`)

	// how a penalty is spoken of: at all, right before its sum, right after it
	ordinary  = pattern(`(?i)\b(?:fine[ds]?|fining|penalt(?:y|ies)|penali[sz](?:ed?|es|ing)|monetary|sanction(?:ed|s)?|pay(?:ing|s)?|paid|impos(?:ed?|es|ing)|MPNs?|levied|order(?:ed)? to pay|cough(?:s|ed|ing)? up|fork(?:s|ed|ing)? (?:out|over)|shell(?:s|ed|ing)? out|stump(?:s|ed|ing)? up|hand(?:s|ed|ing)? over|punish(?:ed|es|ment)|stung|walloped|clobbered|whacked|slapped|hammered|hit (?:with|by|for)|landed with|on the hook|liable|dinged|docked|bill)\b`)
	amountIs  = pattern(`(?i)(?:(?:the|its|a|this) (?:fine|penalty) (?:is|shall be|will be|is set at|is fixed at|at)|there (?:is|was) substituted (?:the |a )?(?:sum|penalty|fine|amount) of|amount of (?:the|a|that) (?:monetary |financial )?(?:penalty|fine)(?: \w+){0,4}? (?:is|at|as|be|of|was)|(?:penalty|fine) (?:notice )?in the (?:sum|amount) of|(?:pay|paying|imposing?|imposed|impose|issued?|issuing)(?: \w+){0,6}? (?:penalty|fine)(?: \w+){0,3}? (?:of|for|in the sum of|totalling)|requires? [^£]{0,80}to pay[^£]{0,40}|fine[ds]|fined [^£.;]{2,60}|(?:on the hook|liable|billed|bill) (?:for|of)|settled (?:on|for)|(?:must|to|will|should|agreed to|ordered to|has to|have to|had to) (?:pay|find|cough up|fork out|shell out|stump up|hand over|part with)(?: the| a| an|\w+ million)*(?: (?:fine|penalty|sum|total) of)?)(?: (?:a |the )?(?:total|combined|record|sum|of|just|approximately|about|around|over|under|more|than|nearly|almost|some|up|to|a|an|€[\d.,]+(?: ?(?:million|m))?))* ?\(?$`)
	fineAfter = exactly(`(?i)^\)?(?:[ -](?:\(?[€$][\d.,]+ ?(?:million|m|k|bn)?\)?|data|privacy|record|nuisance|monetary|civil|combined|total|ICO|UK|GDPR|PECR|breach|protection|pounds?|[a-z]+-?[a-z]*))?(?:[ -](?:[a-z-]+))?[ -](?:fines?|penalt(?:y|ies)|sanction|monetary)\b`)
)

// foreign reports whether the words say that a sum is no penalty of the
// document's.
func (c clause) foreign(provisional bool) bool {
	tail := c.near[max(0, len(c.near)-60):]
	switch {
	case c.in.says(mostPossible) && !c.says(c.near, amountIs):
		return true
	case c.says(tail, maximum):
		return !c.says(tail, exemptFromMaximum) && !(provisional && c.says(c.near, faces))
	case c.says(c.after, maximumAfter):
		return !c.says(c.near, amountIs)
	case c.in.paragraph > 3 && c.another():
		return true
	case c.says(tail, discount) || c.says(c.beside, discountAfter):
		return true
	case provisional && c.says(c.near, wouldHave):
		return true
	case c.says(c.near, step) || c.says(c.near, startedFrom) || c.says(c.near, cutBy) || isRange(c):
		return true
	case c.reckoned():
		return false // by whatever losses it was reckoned
	case (c.says(tail, turnover) || c.says(tail, traded)) && !c.says(tail[max(0, len(tail)-25):], ordinary) || c.says(c.after, turnoverAfter):
		return !c.in.headline() || !c.says(tail, costIt)
	case c.says(c.after, cutOff) || c.says(tail, paidSomebody) && !c.in.says(ofSum):
		return true
	}
	return false
}

// costIt is how a headline says whom a penalty cost how much.
var costIt = pattern(`(?i)\bcosts? (?:[\w’'&.-]+ ){1,4}$`)

// cutOff is said of what was taken from a penalty.
var cutOff = pattern(`(?i)^\)? (?:(?:was|were|had been|has been|being|then) )*(?:knocked|taken|shaved|lopped|sliced|chopped|struck|trimmed|deducted|docked|came) (?:off|away|from)\b|^\)? (?:was |were |had been )?(?:deducted|less\b|off (?:the|its|that|this)\b|lower than\b|(?:discount|reduction|cut)\b)`)

// faces is what is said of a fine that may come, as much as it may be.
var faces = pattern(`(?i)\b(?:fac(?:es?|ing)|told|warned|intends?|intention|provisional(?:ly)?)\b`)

// step is a sum on the way to the penalty, as notices reckon it.
var step = pattern(`(?i)(?:\bstarting (?:point|figure|amount)\b[^.;]{0,40}|[=×*]|\) ?x|\bstep \w{1,5}\b[^.;]{0,30}) ?$`)

// reckoned reports whether a sum is where a reckoning came out.
func (c clause) reckoned() bool { return c.says(c.near, endedAt) && c.says(c.left, startedHere) }

// startedFrom is a step in a story, endedAt where the reckoning came out,
// startedHere what must stand before it.
var (
	startedFrom = pattern(`(?i)\b(?:start(?:ed|s|ing)?(?: out| off)?|began|begin(?:s|ning)?|open(?:ed|s|ing)) (?:at|from|with)(?: (?:a|an|the|of|sum|figure|fine|penalty|base|baseline|about|around|some))* $`)
	startedHere = pattern(`(?i)\b(?:start(?:ed|s|ing)?|began|begin(?:s|ning)?|open(?:ed|s|ing)|Commissioner|ICO|regulator|watchdog)\b`)
	endedAt     = pattern(`(?i)\b(?:end(?:ed|s|ing)(?: up)?|settl(?:ed|es|ing)|arriv(?:ed|es|ing)|land(?:ed|s|ing)|finish(?:ed|es|ing)(?: up)?|wound up|came out|came to rest|fetched up|decided|alight(?:ed|ing)) (?:at|on|with)(?: (?:a|an|the|of|sum|figure|fine|penalty|final|just|about|around))* $`)
)

var (
	rangeBefore = exactly(`^ *(?:to|and|-|–) *$`)
	rangeAfter  = exactly(`^ *(?:to|and|-|–) *£`)
	rangeWords  = exactly(`(?i)\b(?:between|from|range[sd]?|band|brackets?|somewhere)\b[^.;]{0,60}$`)
)

// isRange reports whether a sum is an end of a range, which is not the way
// from a fine to the one that it was cut to.
func isRange(c clause) bool {
	if !c.says(c.near, rangeBefore) && !c.says(c.right, rangeAfter) || c.says(c.left, cutFrom) || c.says(c.left, cutToNear) || c.says(c.left, raisedFrom) || c.says(c.left, raisedTo) {
		return false
	}
	return c.says(c.left, rangeWords) || strings.ContainsAny(c.near+c.right[:min(len(c.right), 4)], "-–")
}

// exemptFromMaximum is what says that the maximum is what was imposed, or
// that a fine may still come.
var exemptFromMaximum = pattern(`(?i)\b(?:(?:fined|imposed|issued|given|handed|hit with|pay) (?:the |a |an )?(?:then )?(?:maximum|statutory)|(?:may|could|might) (?:now )?be fined|(?:could|may|might) face|(?:first|once|had) considered)\b`)

// penaltyScore says how surely a sum is the penalty.
func (c clause) penaltyScore(parties []content.Fact[content.Party]) float64 {
	score := 0.0
	switch {
	case c.says(c.near, amountIs) || c.says(c.after, fineAfter):
		score = .75
	case c.says(c.left, ordinary) || c.says(c.right[:min(len(c.right), 40)], ordinary) || c.reckoned() || c.spelledOut() && c.says(c.near, endedAt):
		score = .6
	case c.in.says(ordinary):
		score = .35
	default:
		return c.bareScore()
	}
	if c.in.leads() {
		score += .3
	}
	if c.in.headline() {
		score += .2
	}
	if c.says(c.near, wasFine) || c.says(c.after[:min(len(c.after), 30)], wasFine) {
		score -= .25
	}
	if c.says(c.near, byOthers) || c.says(c.after, byOthers) {
		score -= .5
	}
	if somebodyElse(c, parties) || c.another() {
		score -= .5
	}
	if c.spelledOut() {
		score += .3 // as the operative words of a notice have it
	}
	if c.money.Minor < 10_000 {
		score -= .4
	}
	if c.says(c.near, noFine) {
		score -= .5
	}
	return score
}

// noFine says that a fine did not come.
var noFine = pattern(`(?i)\b(?:not|neither|nor|nobody|no one|never|no|without|rather than|instead of|wasn(?:'|’)t|weren(?:'|’)t)\b[^.;£]{0,25}\b(?:fine[ds]?|fining|penalt(?:y|ies)|penali[sz]ed)\b`)

// bareScore scores a sum beside which no word says that it is a penalty: one
// in the headline is likely to be it, a line of a table or a list of parties
// in the first part may be.
func (c clause) bareScore() float64 {
	s := c.in
	switch {
	case s.headline() && len(s.text) < 160 && c.money.Minor >= 50_000:
		return .5
	case s.leads() && listedSum.in(s.text[:c.start]):
		return .4
	}
	return 0
}

var listedSum = exactly(`(?i)(?:^|\b)(?:amount|sum|total)(?: \w+)?: *$`)

// whoElse is who is fined in the words around a sum.
var (
	whoElseBefore = exactly(`\b(?:[Ff]ined|[Pp]enali[sz]ed|(?:[Ff]ines?|[Pp]enalt(?:y|ies)) (?:on|for|against|to)) +(?:the +)?([A-Z][\w&’'-]+(?: +[A-Z][\w&’'-]+){0,4})[^£.;]{0,40}$`)
	whoElseAfter  = exactly(`^\)?(?: +(?:fines?|penalt(?:y|ies)|monetary penalt(?:y|ies)))?(?: +(?:imposed|issued|levied|handed|given|served))? +(?:on|for|against|to) +(?:the +)?([A-Z][\w&’'-]+(?: +[A-Z][\w&’'-]+){0,4})`)
)

var (
	// anotherBefore and anotherAfter say that a sum was somebody else's whom
	// the document does not name, or names as a precedent.
	anotherBefore = pattern(`(?i)\b(?:another|an (?:unrelated|earlier)|a (?:different|similar|second|rival|fellow|comparable|larger|smaller|competing)) (?:[\w-]+ ){0,3}?` + patient + `\b[^.;£]{0,120}$|\b(?:in|with) (?:(?-i:[A-Z])[\w&’'-]+ ){1,5}\((?:19|20)\d\d\)[^.;£]{0,120}$|\b(?:comparable|similar|other) (?:cases|penalties|fines)\b[^.;£]{0,80}$`)
	anotherAfter  = pattern(`(?i)^[^.;£]{0,50}\b(?:on|against|to|for) (?:another|an? (?:unrelated|different|similar|second|rival|fellow|comparable)) |^[^.;£]{0,60}\bin (?:the )?(?:similar|comparable|like) (?:circumstances|cases?)\b`)
)

// another reports whether the words say that a sum was another one's.
func (c clause) another() bool {
	return c.says(c.left, anotherBefore) || c.says(c.beside, anotherAfter)
}

// spelledOut reports whether a sum stands in words in brackets after its
// figures, as in the operative words of a notice.
func (c clause) spelledOut() bool {
	return strings.HasSuffix(strings.TrimSuffix(strings.ToLower(c.in.text[c.start:c.end]), ")"), "pounds")
}

// somebodyElse reports whether the words around a sum fine somebody whose name
// shares no word with any party's.
func somebodyElse(c clause, parties []content.Fact[content.Party]) bool {
	if len(parties) == 0 {
		return false
	}
	who := whoElseAfter.words(c.right)
	if who == nil {
		who = whoElseBefore.words(c.near)
	}
	if who == nil || calendar.in(who[1]) || regulator.in(who[1]) {
		return false
	}
	for _, p := range parties {
		for _, known := range append([]string{p.Value.Name}, p.Value.Aliases...) {
			if sharesWord(who[1], known) {
				return false
			}
		}
	}
	return true
}

// sharesWord reports whether two names have a word in common, or one is made
// of the other's initials.
func sharesWord(a, b string) bool {
	x, y := strings.Fields(foldName(a)), strings.Fields(foldName(b))
	for _, v := range x {
		for _, w := range y {
			if v == w && len(v) > 1 {
				return true
			}
		}
	}
	return initials(x) == strings.Join(y, "") || initials(y) == strings.Join(x, "")
}

func initials(words []string) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteByte(w[0])
	}
	return b.String()
}

// leads reports whether a sentence is of the first part of a document. One
// without blank lines is a single paragraph, and its first part is short.
func (s sentence) leads() bool { return s.zone == lead && s.start < 4000 }

// headline reports whether a sentence is at the top.
func (s sentence) headline() bool { return s.paragraph == 0 && s.start < 300 }
