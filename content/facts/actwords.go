package facts

// The classes of words by which an act is told, whoever suffers it.
const (
	// punished are verbs that are the act itself, in what was done.
	punished = `(?:fined|reprimanded|prosecuted|penali[sz]ed|sanctioned|censured|rebuked|admonished|chastised|punished|disciplined|sentenced|convicted|told off|ticked off|rapped|carpeted|taken to task|brought to book|found guilty|jailed)`

	// dealt are verbs that become the act by what is dealt.
	dealt = `(?:hit|hits|hitting|hand(?:s|ed|ing)|gives?|given|gave|giving|serv(?:es?|ed|ing)|issu(?:es?|ed|ing)|impos(?:es?|ed|ing)|lev(?:y|ies|ied|ying)|slap(?:s|ped|ping)?|wallop(?:s|ed)|clobber(?:s|ed)|stung|hammer(?:s|ed)|whack(?:s|ed)|thump(?:s|ed)|smack(?:s|ed)|spank(?:s|ed)|slam(?:s|med)|land(?:s|ed)|saddled|lumbered|struck|burdened|received?|receives|receiving|gets?|got|pays?|paid|faces?|faced|facing|coughs up|coughed up|earn(?:s|ed)|picks? up|picked up|incur(?:s|red)|attract(?:s|ed)|set|dish(?:es|ed) out|mete[sd]? out|dol(?:es|ed) out|fork(?:s|ed) out|sign(?:s|ed)|accept(?:s|ed)|takes?|took|was|were|is)`

	// measure is what is dealt.
	measure = `(?:fines?|(?:monetary |civil |financial )?penalt(?:y|ies)|MPNs?|reprimands?|enforcement (?:notice|order)s?|stop notices?|undertakings?|sanctions?|telling[- ]off|notices? of intent|formal warnings?|punishments?)`
)

// An actPhrase is a way of telling of an act and how much it says that the
// document is about one.
type actPhrase struct {
	words  *phrase
	weight float64
}

// oursIn is the regulator where one of the looser ways needs it near.
const oursIn = `\b(?:ICO|information commission|commissioner|watchdog|regulator)`

// costs are the ways to speak of a sum that has to be paid.
const costs = `(?:to pay|must pay|pays?|paid|paying|on the hook for|liable for|(?:must|has to|have to|had to|will) find|hand(?:s|ed|ing)? over|cough(?:s|ed)? up|fork(?:s|ed)? out|stump(?:s|ed)? up|shell(?:s|ed)? out|stung for|hit for|charged|cost(?:s|ing)?|bill (?:for|of)|sting of|landed (?:it |them |him |her )?with|out of pocket|relieved of|docked|set (?:it|them) back|part with)`

// billed is a party that pays because of the regulator.
var billed = pattern(`(?i)` + oursIn + `[^.;£]{0,120}\b` + costs + ` [^.;£]{0,30}£|\b` + costs + ` [^.;£]{0,30}£[^;]{0,90}` + oursIn + `|\b` + costs + ` (?:[a-z]+ ){0,2}£[\d.,]+(?:m|k| million)? for (?:[a-z-]+ing|its|their|breach|leak|nuisance|spam)`)

// actPhrases are the looser ways, of which more than one must stand.
var actPhrases = []actPhrase{
	// Somebody was punished: "became the fourth party to be fined".
	{pattern(`(?i)\b(?:is|are|was|were|been|being|gets?|got|to be|has|have)(?: [a-z]+){0,3}? ` + punished + `\b`), 1},
	// Something was dealt: "walloped with a £320,000 fine".
	{pattern(`(?i)\b` + dealt + `\b[^.;:]{0,70}? ` + measure + `\b`), 1},
	// The measure itself is the subject: "The £15,000 fine is for", "the undertaking, which".
	{pattern(`(?i)\b(?:the|this|its|their)(?: [a-z£\d.,'’-]+){0,3}? ` + measure + `,? (?:is|was|were|has|have|had|follows?|followed|relates?|related|comes?|came|sets?|requires?|required|gives?|gave|takes?|covers?|stands|issued|imposed|dated|served|published|which|that|reflects?|under|announced|against|on|for|after|over|must|of|commits?|bec[oa]me)\b`), .7},
	{pattern(`(?i)£[\d.,]+ ?(?:m|k|million|bn)? (?:[a-z-]+ ){0,3}(?:fine|penalty|sanction)s?\b|\b(?:fine|penalty|sanction)s? (?:of|totalling|worth) (?:[a-z]+ ){0,3}£`), .8},
	// The regulator acts.
	{pattern(`(?i)\b(?:ICO|commissioner|commission|watchdog|regulator|office|DPA|we|it)(?:['’]s office)?(?: \([^)]{2,20}\))? (?:(?:has|have|had|today|now|also|then|therefore|formally|yesterday|recently) )*(?:(?:fine[sd]?|reprimand(?:s|ed)|raps|rapped|prosecuted?|prosecutes|penalise[sd]|sanction(?:s|ed)|bans|banned) |(?:order(?:s|ed)|tells|told|instruct(?:s|ed)|direct(?:s|ed)|compel(?:s|led)|requires?|required|forces|forced) [^.;:]{0,140} to (?:stop|cease|delete|erase|destroy|pay|remove|comply|switch|halt|change|bring|inform|notify|take|improve|end|suspend|overhaul|dispose))`), .9},
	{pattern(`(?i)\b(?:issuing|imposing|levying|serving|handing down|handing out|announcing) (?:an? |the |its |two |three )?(?:[a-z£\d.,-]+ ){0,4}` + measure + `\b`), .9},
	// The sum by what it costs, in sight of the regulator.
	{billed, 1.6},
	{pattern(`(?i)` + oursIn + `[^.;]{0,120}\b(?:sign|gave|give|put|enter|secured|obtained|accepted)[a-z]* [^.;]{0,40}(?:commitment|pledge|promise|undertaking)s?\b|\b(?:sign|gave|given|giv|put|enter|offer)[a-z]* [^.;]{0,40}(?:commitment|pledge|promise|undertaking)s?\b[^.;]{0,60}` + oursIn), 1.6},
	{pattern(`(?i)\b(?:enforcement|regulatory|formal) action\b(?: has been| was)? (?:taken )?(?:against|over|after|of|on)|\b(?:takes?|took|taken|taking|announce[sd]?) (?:[a-z]+ ){0,2}(?:enforcement |regulatory )?action against\b`), 1},
	// What it found, which is half of an act.
	{pattern(`(?i)\b(?:ICO|commissioner|commission|watchdog|regulator|office|DPA|it|we)\b[^.;]{0,30} (?:found|finds|concluded?s?|ruled|rules|decided|held|determined|established|said|says) (?:that )?[^.;]{0,100}\b(?:fail|breach|infring|contraven|broke|violat|unlawful|illegal|lack)`), .6},
	// A criminal court.
	{pattern(`(?i)\b(?:pleaded guilty|pleads guilty|magistrates|crown court|sheriff court|convicted|victim surcharge|found guilty)`), .8},
	// What is only intended.
	{pattern(`(?i)\b(?:notices? of intent|(?:propos(?:es?|ed|ing)|intend(?:s|ed|ing)?|plan(?:s|ned|ning)?|minded|set|poised|about|decided|wants|likely|due) to (?:be )?(?:fined?|penalise[d]?|reprimand(?:ed)?|impose|issue|levy)|provisional(?:ly)? (?:[a-z]+ ){0,3}(?:fine|penalty|notice|decision|finding|view)|preliminary (?:view|finding|enforcement notice|notice))`), .9},
	// An appeal.
	{pattern(`(?i)\b(?:overturn|quash|challeng|appeal|contest|set aside|uphold|upheld|throw out|threw out|thrown out|scrap|cancel|strike down|struck down|dismiss|refus|backs?|backed|tribunal|court of appeal)[a-z]*\b[^.;:]{0,120}\b` + measure + `\b|\b` + measure + `\b[^.;:]{0,120}\b(?:overturn|quash|challeng|appeal|contest|set aside|uphold|upheld|tribunal|court of appeal)`), 1},
	// The regulator's own: "the ICO's 41-page penalty notice".
	{pattern(`(?i)\b(?:ICO|commissioner|commission|watchdog|regulator|office)['’]s (?:[a-z£\d.,-]+ ){0,3}` + measure + `\b`), .8},
	// The sum that it comes to, in words too, and the regulator elsewhere.
	{pattern(`(?i)\b` + costs + ` (?:[\w’'-]+ ){0,5}(?:£|[a-z-]+ (?:hundred |thousand |million )+pounds)`), .6},
	// What was agreed with the regulator, which counts as imposed.
	{pattern(`(?i)\b(?:settle[sd]?|settl(?:ing|ements?)|deal|agreement)\b[^.;]{0,60}` + oursIn + `|` + oursIn + `[^.;]{0,60}\b(?:settle[sd]?|settlements?)\b|\b(?:accept(?:s|ed|ing)?|agree[sd]? (?:to )?) (?:an? |the |its )(?:[\w£.,’'-]+ ){0,3}` + measure + `\b`), .8},
	// The measure by its full name, and the regulator's paper.
	{pattern(`(?i)\b(?:monetary penalty|penalty|enforcement) notice\b|` + oursIn + `(?:['’]s office)?['’]s (?:[\w-]+ ){0,2}(?:decision|ruling|notice|findings?|conclusions?)\b`), .5},
	// What it holds against the party.
	{pattern(`(?i)` + oursIn + ` (?:[a-z]+ ){0,3}(?:critici[sz]ed|faulted|took issue|was scathing|singled out|blamed|lambasted|pointed (?:to|out)|took (?:a )?dim)|\b(?:infringements?|contraventions?|breach(?:es)?|violations?) of (?:the )?(?:articles?|regulations?|sections?|(?:\w+ )?(?:data protection )?principles?)\b`), .5},
	// The measure is the whole sentence: "Reprimand."
	{pattern(`(?i)^\W*(?:reprimands?|enforcement notices?|undertakings?|monetary penalt(?:y|ies)|fines?)(?: (?:issued|served|imposed|signed|accepted|published))?(?: this \w+| in \w+(?: \d{4})?)?\W*$`), 1},
	// The lines of a register: "Action: Monetary penalty".
	{pattern(`(?i)^(?:(?:regulatory |enforcement )?action(?: taken)?|outcome|sanction|penalty|result|measure|decision|type|enforcement|fine) ?[:|–-] ?(?:£|an? )?(?:[a-z£\d.,]+ )?` + measure + `\b`), 2},
}

var (
	// headlineAct is an act in the clipped words of a headline, whoever it is
	// done to.
	headlineAct = pattern(`(?i)\b` + punished + `(?: £| by| for| over| after| in| amid| following| as|$|,)|\b(?:ICO|watchdog|regulator|commissioner)(?:['’]s)? (?:£[\d.,]+(?:m|k| million)? )?(?:fine|penalty|reprimand|settlement)\b|\b(?:settle[sd]?|settlement) with (?:the )?(?:ICO|watchdog|regulator)\b|\b(?:ordered|told|forced|made|agrees?|agreed) to (?:pay|stop|delete|cease|erase|destroy|switch off|halt)|\b(?:must|to) (?:stop|pay|delete|cease|end|halt)\b|\b(?:ICO|watchdog|regulator|commissioner) (?:fines|raps|slaps|reprimands|orders|prosecutes|penali[sz]es|sanctions|bans|punishes|rebukes|hits|issues)\b|\b` + dealt + `\b[^.;:]{0,50} ` + measure + `\b|£[\d.,]+ ?(?:m|k|million|bn)? (?:[a-z-]+ ){0,2}(?:fine|penalty)|\b(?:pays?|coughs? up|forks? out|stumps? up|must find|hit for|faces?|owes?|stung for|charged|shells? out|hands? over) (?:[a-z]+ ){0,2}£|\baction (?:taken )?against\b|\b` + measure + ` (?:for|over|after|on|against|issued|upheld|quashed|cut|overturned)\b`)

	// headedAct is a headline made of a measure and a name.
	headedAct = pattern(`(?i)^(?:ICO |data protection )?` + measure + ` ?(?::|–|-) |(?::|–|-) ?(?:ICO |data protection |£[\d.,]+ ?(?:m|k|million)? )*` + measure + `$`)

	// mayBe is an act that only may come or did not.
	mayBe = pattern(`(?i)\b(?:can|could|may|might|would|should|not|never|n[’']t|cannot|if|whether|risks?|risking|without) (?:[a-z]+ ){0,2}?(?:be |being |been |have been )?(?:` + punished + `|fine\b|issued?\b|impose|levy|face)`)

	// justNow tells the act as the news.
	justNow = pattern(`(?i)\b(?:today|yesterday|this (?:week|morning|afternoon|month)|has (?:now |just |today |also )*(?:been )?(?:now |just |today )*(?:issued|fined|reprimanded|imposed|served|given|ordered|penali[sz]ed|handed|hit|told)|have (?:now |just |today |both |each |also )*(?:been )?(?:now |just |today |both |each )*(?:issued|fined|reprimanded|imposed|served|given|ordered|penali[sz]ed|handed|hit|told))\b`)

	// newPowers is what the regulator may come to do.
	newPowers = pattern(`(?i)\b(?:(?:to |will |would |could |may )?(?:let|allow|enable|empower|permit)(?:s|ed|ing)?|powers?|able|ability|right) (?:[a-zA-Z]+ ){0,4}?(?:to )?(?:fine|impose|issue|penalise|levy|prosecute)\b`)

	// oldAct is an act with its old day beside it: "in 2021 a retailer was fined".
	oldAct = pattern(`(?i)\b(?:in (?:19|20)\d\d|last year|years? (?:ago|earlier)|previously)\b,? [^.;]{0,60}\b(?:was|were|had been) ` + punished + `\b`)

	// onRequest stands in reports of decisions on requests for information.
	onRequest = pattern(`(?i)\b(?:decision notices?|public interest|exempt(?:ion|ions|ed)?|complainants?|requesters?|vexatious|requests? for information|information requests?|FOI requests?|must (?:release|disclose|publish|hand over|answer|respond))\b`)

	// ofThePage is a line of the page around a story.
	ofThePage = exactly(`\||^(?i:(?:more|other|related|latest|top|read|popular|recent) (?:stories|news|headlines|articles|posts|reading|on this|from)\b)|^(?:By |Published|Posted|Updated|Home\b|News\b|Share|\d{4}-\d\d-\d\d\.?$)|^[^a-z]*$`)
)

// actWeight is how much a sentence says, in the looser ways, that the document
// is about an act of the regulator.
func (d *document) actWeight(s *sentence, headline bool) float64 {
	weight := 0.0
	for i := range actPhrases {
		if a := &actPhrases[i]; a.weight > weight && s.says(a.words) {
			weight = a.weight
		}
	}
	switch {
	case headline && s.says(headedAct):
		weight = 1.6
	case headline && s.says(headlineAct):
		weight = 1.5
	case weight >= 1 && s.paragraph <= 2 && s.says(regulator) && !s.says(ofOldDays):
		weight = 1.6
	}
	if weight > 0 && (s.says(mayBe) && !s.says(imposes) || s.says(newPowers) || general(s.text)) && !s.says(intends) {
		return 0
	}
	return weight
}

// finedOutright is the regulator fining somebody a sum, in so many words.
var finedOutright = pattern(`(?i)\b(?:ICO|Information Commissioner(?:['’]s Office)?|regulator|watchdog|commissioner|we) (?:has |have |then |also |duly |eventually |finally |today )*(?:fined (?:[\w’'&.-]+ ){1,8}£|reprimanded (?-i:[A-Z]))`)

// tellsLoosely reports whether several sentences of the first part together
// tell of an act, where none does so in the strict words.
func (d *document) tellsLoosely() bool {
	if d.countInHead(freedom) > 0 && d.countInHead(onRequest) > 1 {
		return false
	}
	acted := d.actedNames()
	total, early, headlines := 0.0, 0.0, 0
	for i := range d.sentences {
		s := &d.sentences[i]
		if s.zone > lead {
			break
		}
		headline := headlines == 0 && s.paragraph < 3 && !ofThePage.in(s.text)
		if headline {
			headlines++
		}
		if d.ofOthers(s) || s.says(manyUnnamed) || (s.paragraph > 2 || s.says(byTheWay) || s.paragraph > 0 && s.says(oldAct)) && s.says(ofOldDays) && !s.says(appealed) && !s.says(justNow) {
			continue
		}
		weight := d.actWeight(s, headline)
		if acted[s] && s.says(finedOutright) && !s.says(ofOldDays) {
			weight = max(weight, 2.4) // whatever stands before it: a feature comes to its point late
		}
		if acted[s] || unnamedAct(s) {
			weight = max(weight, 1.2)
		}
		if weight > 0 && s.says(justNow) {
			weight += .5
		}
		total += weight
		if s.paragraph <= 3 {
			early += weight
		}
	}
	return early >= .9 && total >= 1.6 || total >= 2.4
}
