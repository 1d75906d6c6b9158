package facts

import (
	"strings"

	"casebook/content"
)

// The words that make a sum the one that stood before, by what they say.
const (
	// proposing are words of a fine that is not yet one; supposing those that
	// are so only of what was said before.
	proposing = `(?:propos(?:ed|al|es|ing)|intend(?:ed|s|ing)?|intention|plann(?:ed|ing)|threaten(?:ed|ing)?|mooted|floated|minded|earmarked|contemplated|touted|envisaged|pencilled in|provisional(?:ly)?|tentative(?:ly)?|preliminar(?:y|ily)|prospective|in prospect|in mind|toyed|meant|hoping to|set on)`
	supposing = `(?:announced|suggested|considered|sought|signalled|indicated|flagged|expected|recommended|set out|put forward|said|stated|told|wanted|looked|named|mentioned|spoken of|talked of|aired|quoted|pitched|tabled|aimed for|gone for|asked for|demanded|called for|reckoned on)`
	// earlier are words right before a sum that stood before; sumWord what it
	// may be called, cutting the verbs of its reduction.
	earlier = `(?:original(?:ly)?|initial(?:ly)?|first|previous(?:ly)?|provisional(?:ly)?|proposed|intended|planned|threatened|preliminary|indicative|earlier|expected|potential|draft|prospective|tentative|opening|mooted|floated|anticipated|prior|former|higher|steeper|heftier|larger|bigger|suggested)`
	sumWord = `(?:penalt(?:y|ies)|fines?|sum|amount|figure|total|level|notice|sanction|one|number|proposal|bill|estimate|plan)`
	// raising is the verb with what is raised: the penalty, or "it" in a sentence about one.
	raising = `(?:rais(?:ed|es|ing)|increas(?:ed|es|ing)|uplift(?:ed|s|ing)|hik(?:ed|es|ing)|lift(?:ed|s|ing)|upped|put(?:s|ting)? up|push(?:ed|es|ing) up|doubl(?:ed|es|ing)|bump(?:ed|s|ing) up) (?:it|them|(?:the|its|that|this|his|their) (?:\w+ )?(?:penalt(?:y|ies)|fines?))`
	cutting = `(?:reduc(?:ed?|es|ing|tion)|cut(?:s|ting)?|slash(?:ed|es|ing)?|lower(?:ed|ing)|trimm(?:ed|ing)|drop(?:ped|s|ping)?|halv(?:ed|es|ing)|brought down|bring(?:s|ing)? down|down|scaled (?:back|down)|pared (?:back|down)|fell|decreas(?:ed|es|e|ing)|revised|shaved|negotiated|discounted|knocked down|chopped|whittled|watered down|downgraded|more than halved|axed|softened|eased|rowed back|climbed down|backed down|took down|taken down|came down|come down|comes down|went down|revis(?:ed|ing) down)`
)

var (
	// "reduced from an original £90,000", "down from the £99m"
	cutFrom = pattern(`(?i)\b` + cutting + `\b[^£.;]{0,110}\bfrom (?:the |an? |its |their |what (?:was|had been) )?(?:` + earlier + ` )*(?:` + sumWord + ` (?:of )?)?(?:about |around |over |just |nearly |almost |some |more than )*$`)
	// "raised it from £50,000 to £75,000", the sum before and the sum after
	raisedFrom = pattern(`(?i)\b` + raising + `\b[^£.;]{0,60}\bfrom (?:the |an? |its )?(?:` + earlier + ` )*(?:` + sumWord + ` (?:of )?)?$`)
	raisedTo   = pattern(`(?i)\b` + raising + `\b[^.;]{0,110}?\bto (?:a |an |the |` + sumWord + ` |total |of |just |about |around |over )*$`)
	// "substituted a penalty of £80,000 for the £200,000 that it had been"
	substitutedFor = pattern(`(?i)\b(?:substitut|swap|exchang)(?:ed|es|ing|ped|ping)\b[^.;]{0,140}\bfor (?:the|an?|its|his|their) (?:` + earlier + ` )*(?:` + sumWord + ` (?:of )?)?$`)
	// "40% below an original £1.6m", "less than the £120,000", "instead of the £99m", "only a tenth of the £183m"
	lessThan = pattern(`(?i)\b(?:(?:below|lower than|less than|smaller than|short of|fraction of|third of|half(?: of)?|quarter of|tenth of|(?:%|per ?cent) of|compared (?:with|to)|instead of|rather than|in place of|as opposed to|(?:as|set|measured) against|down on|off|replac(?:es|ing)) (?:the|an?|its) (?:` + earlier + ` |much larger |far larger |larger |whopping |record )*(?:` + sumWord + ` (?:of )?)?(?:about |around |over |just |nearly |almost )*|\b(?:rather than|instead of) )$`)
	// "the penalty that he proposed to impose was £45,000", "had planned a fine of £600,000", "the notice of intent had put the fine at £27m"
	proposedNear = pattern(`(?i)(?:\b(?:originally|initially|at first)\b|\b` + proposing + `\b|\bnotices? of intent(?:ion)?\b|\b(?:had|first|previously|earlier) ` + supposing + `\b|\b(?:had|was|were|been) (?:facing|faced|expecting|due|looking|hoping|going) (?:to|at|a|an)\b|\bhad been (?:told|warned)\b[^£;]{0,40}\b(?:faced|might|could|would))[^£;]{0,70}$`)
	// "would otherwise have been £784,800": said of a fine that nobody proposed
	wouldHave = pattern(`(?i)\bwould (?:otherwise |normally |originally |likely |have )*(?:have )?(?:been|fined|imposed|faced|issued|attracted|set|paid)\b[^£;]{0,70}$`)
	// "an original £1.6m", "the proposed £45m", "its initial £27m"
	earlierJust = pattern(`(?i)\b(?:an?|the|its|their|that|this|from)? ?(?:much larger |far larger )?` + earlier + ` (?:` + sumWord + `(?:,[^,£.;]{1,40},)? (?:was |of |had been |being |stood at |at |set at |given as |put at |came to |amounted to |totalled )*)?(?:about |around |over |just |nearly |almost )*$`)
	// "£90,000 had been proposed", "£1.5m was proposed", "the £99m the regulator first intended"
	proposedPast = pattern(`(?i)^\)?,?(?: ?\([€$][^)]{1,20}\),?)?[^£.;,]{0,45}?\b(?:originally|initially|provisionally|at first|(?:first|previously|earlier) (?:` + proposing + `|` + supposing + `)|(?:had been|had|was|were|that it|which it|he|she|that the \w+) ` + proposing + `|in (?:the|its|an?|our|his|her|their) (?:original |initial |earlier |provisional )*notice of intent)\b`)
	// "£183m proposed fine", "£99m provisional penalty"
	earlierAfter = pattern(`(?i)^\)?(?: ?\([€$][^)]{1,20}\))? (?:first |originally |initially |previously |at first |once )?(?:proposed|provisional|threatened|intended|planned|initial|original|mooted|floated|envisaged|suggested|signalled|pencilled)\b`)
	// "the Commissioner has decided to impose": a sum after such words is no proposal, whatever was proposed before
	settles = pattern(`(?i)\b(?:has been fined|(?:has|have) (?:now |today |finally )?(?:fined|decided (?:to impose|on|upon)|settled (?:on|upon|at)|fixed (?:on|upon)|determined|concluded)|hereby|is therefore|the amount of the (?:monetary )?penalty (?:is|will be|should be))\b[^£;]{0,70}$`)

	// "slashes £1.3m data fine by 80%", "cuts its £500,000 penalty"
	cutObject = pattern(`(?i)\b` + cutting + ` (?:the |its |an? |their |[\w’']+(?:'|’)?s? )?(?:original |initial |record |proposed |ICO )*$`)
	// "a reduced £78,400 fine" is what it was cut to
	reducedOne = pattern(`(?i)\b(?:an?|the|its|this|that) (?:much |newly |heavily |significantly )?(?:reduced|lowered|discounted|lower|smaller)(?: (?:fine|penalty|sum|amount) of)? $`)
	// "£1.3m fine …, cut by 80% to £250,000", "£600,000, lowered to £500,000"
	thenCut = pattern(`(?i)^\)?,?(?: ?\([€$][^)]{1,20}\),?)?[^£.;]{0,150}\b(?:` + cutting + `)\b[^£.;]{0,60}\b(?:to|by|in half)\b`)
	// ofSum is what a reduction must be of, fineWord the penalty by its name
	ofSum    = pattern(`(?i)\b(?:fine[ds]?|penalt(?:y|ies)|sum|amount|figure|sanction|bill)\b`)
	fineWord = pattern(`(?i)\b(?:fines?|penalt(?:y|ies)|fined|sanction)\b`)

	// "reduced to £250,000", "brought down to", "substituted a penalty of"
	cutToNear = pattern(`(?i)(?:\b` + cutting + `\b[^.;]{0,110}?\bto (?:just |only |a |an |one of |the |about |around |nearly |almost |over |` + sumWord + ` |total |of )*|\b(?:substitut(?:ed?|es|ing)|replac(?:ed|ing))\b[^.;£]{0,80}?\b(?:with|by|of|at|for) (?:a |an |the |one |` + sumWord + ` |of )*)$`)
	// "reduced by £150,000", "a reduction of £164m": the difference is no sum of the penalty
	cutBy = pattern(`(?i)\b(?:` + cutting + `\b[^.;£]{0,60}\bby|(?:reduction|decrease|difference|cut|discount|saving|increase) of) (?:about |around |over |just |nearly |almost |some |more than )*$`)
	// "a penalty of £80,000 is substituted"
	substituted = pattern(`(?i)^\)?,? (?:is|was|be|being|should be|were) (?:hereby |therefore )?substituted\b`)
	// "the penalty of £200,000 is set aside and …"
	setAside = pattern(`(?i)^\)?,?(?: [^£.;]{0,60})? (?:is|was|be|are|were) (?:hereby |therefore )?(?:set aside|quashed|cancelled)\b`)
	// "for the sum of £80,000 there is substituted"
	forSum = pattern(`(?i)\bfor (?:the|a) (?:sum|figure|amount|penalty|fine) of $`)
	// substituting is that another sum came in its place; one that is only set aside is what the matter is about
	substituting = pattern(`(?i)\bsubstitut`)
	// "£14m, down from £45m"
	cutAfter = pattern(`(?i)^\)?,?(?: ?\([€$][^)]{1,20}\),?)?[^£.;]{0,60}\b(?:down|reduced|cut|lowered|slashed|brought down|revised down|reduction) from\b`)
	// "£144,000, if it is paid early" is cut to by nobody
	early = pattern(`(?i)\b(?:if (?:it |they |the \w+ )?(?:is |are )?(?:pays?|paid)|early payment|prompt(?:ly)?|paid (?:by|early|within|in full by)|discount\w*|20 ?per ?cent)\b|\b20 ?%`)

	// "chose not to discount it", "the sum did not change": the fine is what was proposed
	unchanged = pattern(`(?i)\b(?:not to (?:discount|reduce|lower|change)|(?:did|does|was|were|has|have|had)(?: not|n(?:'|’)t) (?:been )?(?:discount|reduc|lower|chang|cut|alter)\w*|no (?:reduction|discount|change)|unchanged|without (?:reduction|discount)|same (?:sum|amount|figure|as)|maintain(?:ed|ing) (?:the|that|it|its))\b`)
)

// before reports whether the words say that a sum is the one that stood
// before: what was proposed, or what an appeal reduced.
func (c clause) before() bool {
	switch {
	case c.says(c.left, cutFrom) || c.says(c.left, substitutedFor) || c.in.says(substituting) && (c.says(c.right, setAside) || c.says(c.near, forSum)) || c.says(c.left, raisedFrom) && c.in.says(ofSum):
		return true
	case c.says(c.near, settles) && !c.saidAfter(proposedPast):
		return false
	case c.says(c.near, lessThan) || c.says(c.near, earlierJust) || c.saidAfter(proposedPast) || c.says(c.beside, earlierAfter):
		return true
	case c.says(c.near, proposedNear) || c.says(c.near, wouldHave):
		return true
	case c.in.says(early) || c.says(c.near, reducedOne):
		return false
	case c.says(c.near, cutObject) && c.says(c.after, fineWord):
		return true
	}
	return c.says(c.right, thenCut) && (c.says(c.left, fineWord) || c.says(c.after, fineWord))
}

// saidAfter reports whether words after a sum are of it, and not of the sum
// that follows them at once: "£20m where it had proposed £183m".
func (c clause) saidAfter(p *phrase) bool {
	if !c.in.may(p) {
		return false
	}
	at := p.find(c.beside)
	last := len(c.beside) < len(c.right) && !strings.Contains(c.beside, ";") // another sum follows
	return at != nil && !(last && len(strings.Fields(c.beside[at[1]:])) < 6)
}

// previousScore is how surely a sum stood before.
func (c clause) previousScore() float64 {
	score := .8
	if c.says(c.left, cutFrom) || c.says(c.right, thenCut) || c.says(c.near, lessThan) {
		score = 1
	}
	if c.says(c.near, wouldHave) {
		score = .4 // a doubt
	}
	if c.says(c.after, wasFine) {
		score -= .2
	}
	if c.says(c.near, byOthers) || c.says(c.after, byOthers) {
		score -= .5
	}
	return score
}

// cutTo reports whether the words say that the penalty was reduced to a sum.
func (c clause) cutTo() bool {
	return !c.in.says(early) && (c.in.says(ofSum) || c.says(c.beside, cutFrom)) && (c.says(c.left, cutToNear) || c.says(c.left, raisedTo) || c.says(c.right, cutAfter) || c.says(c.after, substituted) || c.says(c.near, reducedOne))
}

// previousAmount is the best sum that stood before. Where the document only
// says that the penalty was reduced to what it is, it is the larger fine that
// it tells of. One that equals the penalty counts where a sentence says that
// nothing changed.
func (d *document) previousAmount(all []judged, now judged) content.Fact[content.Money] {
	var same, others []judged
	for _, j := range all {
		switch {
		case j.role == previous && j.money == now.money && d.saysNear(unchanged, j.in):
			same = append(same, j)
		case j.role == previous && j.money != now.money:
			others = append(others, j)
		}
	}
	best, score := d.choose(others, previous)
	if best == nil && now.cut {
		best, score = d.choose(larger(all, now), imposed)
	}
	if best == nil {
		best, score = d.choose(same, previous)
	}
	if best == nil {
		return content.Fact[content.Money]{}
	}
	return d.moneyFact(*best, score)
}

// larger are the sums above the penalty of which a sentence says surely that
// they were imposed.
func larger(all []judged, now judged) []judged {
	var more []judged
	for _, j := range all {
		if j.role == imposed && j.score >= .75 && !alike(j.sum, now.sum) && j.money.Minor > now.money.Minor {
			more = append(more, j)
		}
	}
	return more
}

// saysNear reports whether a sentence or the one after it says a phrase.
func (d *document) saysNear(p *phrase, s sentence) bool {
	for i := range d.sentences {
		if d.sentences[i].start == s.start {
			return s.says(p) || i+1 < len(d.sentences) && d.sentences[i+1].says(p)
		}
	}
	return false
}
