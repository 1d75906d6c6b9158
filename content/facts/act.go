package facts

import "slices"

// patient are the nouns by which a report calls the one acted against before,
// or without, naming it.
const patient = `(?:compan(?:y|ies)|firms?|charit(?:y|ies)|councils?|business(?:es)?|controllers?|processors?|organisations?|organizations?|trusts?|hospitals?|schools?|colleges?|universit(?:y|ies)|employees?|workers?|nurses?|secretary|receptionist|owners?|directors?|m[ae]n|wom[ae]n|individuals?|landlords?|solicitors|retailers?|providers?|group|department|forces?|banks?|agenc(?:y|ies)|practices?|surger(?:y|ies)|authorit(?:y|ies)|part(?:y|ies)|airlines?|service|operators?|brokers?|officers?|councillors?|suppliers?|chains?|institutions?|union|association|platforms?|app|giant|insurer|lender|website|manager|builder|developers?|bod(?:y|ies)|pharmac(?:y|ies)|clinics?|dentists?|doctors?|clubs?|shops?|stores?|supermarkets?|publishers?|newspapers?|sellers?|gyms?|hotels?|restaurants?|pubs?|casinos?|recruiters?|marketers?|telemarketers?|spammers?|callers?|consultanc(?:y|ies)|start-?ups?|societ(?:y|ies)|museums?|MPs?|teachers?|drivers?|barristers?|paralegals?|students?|brothers|couple|pair|trio|ministr(?:y|ies)|utilit(?:y|ies)|carriers?|grocers?|ombudsman|generators?|traders?|merchants?|agents?)`

var (
	// doneTo is the regulator acting against a party that it does not name
	// here.
	doneTo = pattern(`(?i)\b(?:fine[sd]?|fining|reprimand(?:s|ed|ing)|prosecut(?:es|ed|ing)|penali[sz](?:es|ed|ing)|sanction(?:s|ed|ing)|(?:issued?|serve[ds]?|handed|hits?|gave|imposed?)(?: an? [a-z -]{0,40} (?:on|to|against|upon))?|(?:fine|penalty|notice|reprimand)s?\b[^.;]{0,60} (?:on|to|against|upon)|ordered|orders) (?:the |an? |two |three |four |five |six |seven |eight |nine |ten |\d+ |its |both )?(?:[\w’'-]+,? ){0,7}?` + patient + `\b`)

	// hasActed is the regulator having acted, or somebody having suffered it, in
	// the plainest words.
	hasActed = pattern(`(?i)\b(?:ICO|commissioner|watchdog|regulator|office|DPA|we)\b[^.;]{0,60}? (?:has|have) (?:today |also |now )*(?:fined|reprimanded|prosecuted|penalised)\b|\b(?:has|was|have|were) (?:today |also |now )*(?:been )?(?:today |also |now )*fined £`)

	// doneBy is the regulator acting, whoever is acted against.
	doneBy = pattern(`(?i)\b(?:ICO|commissioner|DPA|watchdog|regulator|information commissioner['’]s office|we)(?: \([^)]{2,20}\))? (?:has |have |also |today |now |then |therefore |decided to |announced that it had )*(?:issue[ds]?|impose[ds]?|serve[ds]?|levied|gave) (?:an?|its|the|two|three)\b[^.;]{0,60}\b(?:fines?|penalt(?:y|ies)|reprimands?|enforcement notices?)\b`)

	// aPatient is a party without a name and what follows in its clause.
	aPatient = pattern(`(?i)\b(?:the |an? |two |three |four |five |six |seven |eight |nine |ten |\d+ |both |this |former )(?:[\w’'-]+,? ){0,7}?` + patient + `\b[^.;]*$`)

	// patientWord is no more than the noun and what follows.
	patientWord = pattern(`(?i)` + patient + `\b[^.;]*$`)

	// suffers is that something was done to whom the words before it name.
	suffers = pattern(`(?i) (?:has|have|had|was|were|been|is|are|being|must|will|gets?|got) (?:today |been |also |now |each |both )*(?:fined|whacked|walloped|clobbered|slapped|stung|hammered|reprimanded|prosecuted|penali[sz]ed|sanctioned|served|issued|hit|handed|ordered|sentenced|convicted|censured|pay\b|been told|a fine|a penalty)`)

	// isTold is the same of an order, which is said of many others too.
	isTold = pattern(`(?i) (?:was|were|been|is|are|being|must|will|gets?|got) (?:today |been |also |now |each |both )*told\b`)

	// headlined is the same in the clipped words of a headline.
	headlined = pattern(`(?i)\b` + patient + `(?: [\w’'-]+){0,3}? (?:fined|faces?|facing|hit (?:with|for|by (?:(?:an?|the) )?(?:[a-z-]+ ){0,2}(?:£|\d|fine|penalty|ICO|watchdog|regulator))|hit £|reprimanded|ordered|must pay|told|prosecuted|penalised|handed|sentenced|sanctioned|rapped|slapped)\b|\b(?:fine|penalty|reprimand|£[\d.,]+ ?(?:m|k|million)?) (?:for|on|against) (?:[\w’'-]+ ){0,5}` + patient + `\b`)

	// hitByIntruders is one whom intruders hit, and no regulator.
	hitByIntruders = pattern(`(?i)\b(?:hackers?|attackers?|crooks?|criminals?|thieves|fraudsters?|gangs?|crew|hacktivists?|cyber-?(?:attacks?|criminals?|gangs?)|cyber attacks?|ransomware|malware|virus|worm|outage|data breach|phishing)(?: [\w-]+){0,2} hits?\b`)

	// appealed is a court or tribunal that looks at an action of the regulator.
	appealed = pattern(`(?i)\b(?:tribunal|court of appeal|supreme court|appeal(?:s|ed|ing)?)\b[^.;]{0,200}\b(?:penalty|fines?|notices?|ICO|information commissioner|ruling|decision)\b|\b(?:penalty|fines?|notices?|ICO|information commissioner)\b[^.;]{0,200}\b(?:tribunal|court of appeal|supreme court|appeals?|appealed)\b`)

	// ofOldDays is a past action that a report looks back at.
	ofOldDays = pattern(`(?i)\b(?:(?:back )?in (?:19|20)\d\d\b|in (?:January|February|March|April|May|June|July|August|September|October|November|December) (?:19|20)\d\d|last year|years? (?:ago|earlier)|previously|has (?:already|before)|on \d{1,2} [A-Z][a-z]+ (?:19|20)\d\d, and)\b`)

	// byTheWay is an act told of somebody in whom the story takes another
	// interest.
	byTheWay = pattern(`(?i)\b(?:which|who|that) (?:was|were|had been|has been) (?:previously |already |also |once )*(?:fined|reprimanded|prosecuted|penalised|hit|handed|issued)\b`)

	// manyUnnamed is what the regulator did to many, which is no one act.
	manyUnnamed = pattern(`(?i)\b(?:several|many|some|various|numerous|a number of|dozens of|hundreds of|other|most|all|both large and small|lots of|plenty of|countless|scores of|\d{2,}) (?:[a-z-]+ ){0,3}(?:companies|firms|organisations|businesses|charities|councils|bodies|controllers|fines|penalties|reprimands|notices)\b`)

	// ofTheRegulator is a text about the regulator, the law or a debate: its
	// reports, plans, figures and advice, and what people think of them.
	ofTheRegulator = pattern(`(?i)\b(?:annual report|corporate plan|(?:\w+|\d+)[- ]year plan|business plan|strategic plan|strategy|seeks? views|wants? views|consult(?:s|ing|ation)\b|call for (?:views|evidence)|guidance (?:on|for|to|has|is|about)|(?:new|draft|updated|published|publishes|publish) (?:[\w-]+ ){0,3}(?:guidance|code|guide|toolkit|blog|figures|statistics|report)|code of practice|webinars?|conference|annual figures|last (?:twelve|12|six|6) months|crunched the numbers|by (?:the )?numbers|fewer fines|more fines|(?:enforcement|fining) (?:trends?|statistics|figures|record|activity|data)|check against delivery|as minister|the minister|select committee|MPs|Lords|white paper|green paper|bill (?:would|will|is)|speech|keynote|opinion piece|in my view|how to (?:avoid|comply|keep|protect|respond|prepare|handle|deal)|what (?:does|do|you need|businesses|should|is)|top tips|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|top|key|some|more) (?:key |top |big |simple |practical )?(?:lessons|tips|takeaways|myths|reasons|questions|misconceptions)\b|understanding \w+ fines|(?:short |quick |practical |simple |our )guide (?:to|for)|: an? guide (?:to|for)|explainer|explained:|here we (?:set out|look)|we (?:look at|explain|set out) (?:what|how|why)|in this (?:article|blog|post|guide|briefing|note|edition|issue)|checklist|survey (?:of|by|finds|found|shows)|research (?:by|from|shows|finds|found)|freedom of information request|FOI request|(?:received|handled|dealt with) [\d,]+ (?:reports|complaints|concerns|calls)|appoint(?:s|ed|ment)|job vacancy|new commissioner|trends?\b|round-?up of|year in review|quarterly)`)
)

// sumOrMeasure is what the regulator did to one of those whom its report names.
var sumOrMeasure = pattern(`(?i)\b(?:fined|reprimanded|penali[sz]ed|prosecuted)\b[^.;]{0,90}(?:£|\b(?:for|after|over)\b)|\b(?:issued|served|imposed)\b[^.;]{0,60}\b(?:reprimand|notice|penalty)\b`)

// tellsOfAct reports whether the document tells of something that the
// regulator did to somebody: near its beginning, or more than once, and not
// only long ago. A text about the regulator itself must begin with it.
func (d *document) tellsOfAct() bool {
	acted, aboutRegulator := d.actedNames(), d.aboutRegulator()
	several := d.severalActed() // a speech or a review that looks back at them
	count, early, fresh := 0, false, false
	for i := range d.sentences {
		s := &d.sentences[i]
		if s.zone != lead {
			break
		}
		if aboutRegulator && i > 0 && (several || !acted[s] || !s.says(sumOrMeasure)) {
			continue
		}
		if d.ofOthers(s) || !acted[s] && !unnamedAct(s) {
			continue
		}
		count++
		early = early || s.paragraph <= 3
		fresh = fresh || s.paragraph <= 1 && !s.says(byTheWay) || s.says(appealed) || !s.says(ofOldDays)
		if fresh && (early || count > 1) {
			return true
		}
	}
	return !aboutRegulator && d.tellsLoosely()
}

// ofOthers reports whether a sentence is about another case or the act of
// another regulator.
func (d *document) ofOthers(s *sentence) bool {
	return d.ofOtherRegulator(s) || s.paragraph > 0 && s.says(otherCase) && !s.says(appealed)
}

// ofOtherRegulator reports whether a sentence speaks of another regulator and
// not of this one.
func (d *document) ofOtherRegulator(s *sentence) bool {
	return !d.official() && s.says(elsewhere) && !s.says(regulator) && !s.says(we)
}

// unnamedAct reports whether a sentence tells of an act against one whom it
// does not name, or of an appeal.
func unnamedAct(s *sentence) bool {
	if general(s.text) || s.says(manyUnnamed) || s.says(hitByIntruders) {
		return false
	}
	return s.says(hasActed) || s.says(doneTo) || s.says(doneBy) || s.suffered() || s.paragraph == 0 && s.says(headlined) || s.says(appealed) && !s.says(rights)
}

// suffered reports whether something was done to a party without a name: not
// more than a clause before the verb.
func (s *sentence) suffered() bool {
	return s.subjectOf(suffers, aPatient, 240) || s.subjectOf(isTold, patientWord, 100)
}

// subjectOf reports whether the words before a verb, at most so many bytes,
// hold a phrase.
func (s *sentence) subjectOf(verb, phrase *phrase, far int) bool {
	return slices.ContainsFunc(s.findAll(verb), func(m []int) bool {
		return s.saysIn(s.text[max(0, m[0]-far):m[0]], phrase)
	})
}

// actedNames are the sentences that say that the regulator acted against a
// name.
func (d *document) actedNames() map[*sentence]bool {
	sentences := map[*sentence]bool{}
	for _, n := range d.namings() {
		if n.acted {
			sentences[n.in] = true
		}
	}
	return sentences
}

// severalActed reports whether the document tells of acts against more than
// one name.
func (d *document) severalActed() bool {
	first := ""
	for _, n := range d.namings() {
		switch {
		case !n.acted || n.folded == first:
		case first == "":
			first = n.folded
		default:
			return true
		}
	}
	return false
}

// aboutRegulator reports whether the first paragraphs are about the regulator
// or the law.
func (d *document) aboutRegulator() bool {
	for i := range d.sentences {
		s := &d.sentences[i]
		if s.paragraph > 1 || i > 1 {
			break
		}
		if s.says(ofTheRegulator) || i == 0 && opinionHead.in(s.text) {
			return true
		}
	}
	return false
}

// opinionHead is the heading of what somebody thinks.
var opinionHead = exactly(`^(?:COMMENT|Comment|OPINION|Opinion|VIEWPOINT|Viewpoint|LETTERS?|EDITORIAL|Editorial|LEADER|COLUMN)\b`)
