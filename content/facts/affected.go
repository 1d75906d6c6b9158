package facts

import (
	"cmp"
	"strings"

	"casebook/content"
)

// The words that say that people were affected.
var (
	// concerned are words anywhere in the sentence that say that data was hit.
	concerned = pattern(`(?i)\b(?:affect(?:ed|ing|s)?|impact(?:ed|ing)?|personal (?:data|information|details)|data|information|details|records|email addresses|addresses|names|exposed|expos(?:es|ing)|accessed|stolen|compromised|disclosed|leaked|published|breach|lost|revealed|put at risk|belonging to|relating to|concerned?|hit|took|taken|copied|obtained|identified|destroyed|images|photographs|file on)\b`)
	// dataOf stands right before the number: "the personal data of", "a file on".
	dataOf = pattern(`(?i)\b(?:data|datasets?|information|details|records|names|addresses|profiles?|identities|histories|files?|lists?|images|photographs|documents|accounts|credentials|passwords|numbers|content|spreadsheets?|databases?|registers?|ledgers?|notebooks?|binders?|folders?|letters?|rolls?|notes|dossiers?|health|troubles|lives|cases|circumstances|conditions|backgrounds|movements|secrets|messages|passports?|archives?|backups?|back-ups?|forms?|CVs|pay ?slips?|statements|certificates|recordings?|footage|biometrics?|fingerprints|samples|scans|copies|entries|contacts?|diar(?:y|ies)|whereabouts|locations?|diagnos[ei]s|results|salaries|particulars|privacy)\b[^.;]{0,70}\b(?:of|about|for|belonging to|relat(?:ing|ed) to|on|concerning|from|covering|identifying|pertaining to|naming)` + leadIn + `$`)
	// affecting stands right before the number: "which affected", "corresponding to".
	affecting = pattern(`(?i)\b(?:identif(?:y|ies|ied|ying)|correspond(?:ed|s|ing)? to|relat(?:ed|es|ing) to|belong(?:ed|s|ing)? to|affect(?:ed|s|ing)?|impact(?:ed|s|ing)?|hit|expos(?:ed|es|ing)|compromis(?:ed|es|ing)|concern(?:ed|s|ing)|involv(?:ed|es|ing)|left|put(?:ting)?|list(?:s|ed|ing)?|nam(?:es|ed|ing)|profil(?:es|ed|ing)|track(?:s|ed|ing)?|monitor(?:s|ed|ing)?|scann(?:ed|ing)|photograph(?:ed|ing)|film(?:ed|ing)|record(?:ed|ing)|harm(?:ed|ing)|endanger(?:ed|ing)|out(?:ed|ing)|betray(?:ed|ing)|implicat(?:ed|es|ing)|cover(?:ed|s|ing)|victims?:?|featur(?:ed|es|ing)|reveal(?:ed|s|ing)|disclos(?:ed|es|ing)|leak(?:ed|s|ing)|harvest(?:ed|ing)|snoop(?:ed|ing) on|spied on|spying on)` + leadIn + `$`)
	// affectedSoon stands soon after it: "people were affected", "people whose data".
	affectedSoon = pattern(`(?i)\b(?:affected|impacted|compromised|exposed|stolen|accessed|at risk|hit|had their|whose|(?:was|were|been|being) (?:disclosed|visible|revealed|published|leaked|identified|identifiable|taken|lost|destroyed|put|copied|shared|sent|named|listed|seen|caught|swept|downloaded|harvested|scraped|extracted|exfiltrated|viewed|tracked|monitored|profiled|recorded|filmed|photographed|scanned|outed)|involved|concerned|implicated|in the (?:file|spreadsheet|database|breach|leak)|on the (?:list|database|register|spreadsheet|laptop|disc|disk|stick|drive|system)|had used|signed up|(?:was|were|been|being) (?:enrolled|fingerprinted|photocopied|logged|uploaded|profiled|catalogued|listened to|watched|followed|breached|hacked|broken into))\b`)
	// wereHit stands right after those of whom a text says in so many words that they were.
	wereHit = pattern(`(?i)^ (?:were|was|are|have been|had been|has been) (?:directly |potentially |also )?(?:affected|impacted)\b`)
	// elsewhereToo is a look at what happened to others.
	elsewhereToo = pattern(`(?i)\b(?:(?:similar|same|like) (?:action|fines?|cases?|penalt(?:y|ies)|incident|breach|blunder)|last year (?:it|the (?:ICO|watchdog|regulator|commissioner))|follow(?:ed|s) (?:the|an?) (?:[a-z]+ )?(?:disaster|breach|incident|leak|blunder|attack|fiasco|debacle) (?:at|in|by)|recently fined|also fined|(?:an )?earlier (?:case|fine|incident) (?:at|of|involving))\b`)
	// inTotal says that a number is the whole.
	inTotal      = pattern(`(?i)\b(?:in total,?|a total of|altogether,?|in all,?|overall,?|combined)(?: about| around| some| over| more than)* $`)
	inTotalAfter = pattern(`(?i)^[^.;,]{0,40} (?:in total|altogether|in all|overall|combined)\b`)
	// owned ends or follows the noun of those who own something: "customers’ data".
	owned      = exactly(`(?:'|’)s?$`)
	ownedAfter = exactly(`^(?:'|’)`)
)

const leadIn = `(?: (?:at least|up to|as many as|over|more than|around|about|approximately|nearly|almost|some|an estimated|estimated|just over|just under|all|roughly|the|a total of|an additional|potentially|fewer than|less than|in excess of|its|their|a|c\.))* `

// The words that say that a number of people is of others, or of a part.
var (
	// complainants, viewers, workforces, claimants
	others      = pattern(`(?i)(?:\b(?:complain(?:ts?|ed|ing|ants?)|reports?|calls?|e-?mails received|claims?|claim brought|petition|signed|survey(?:ed)?|sampl(?:e|ed)|respon\w+|homes)\b[^.;,]{0,25} (?:from|by|of|on behalf of)` + leadIn + `|\b(?:seen|viewed|read|opened|watched|downloaded|accessed|visited|visible|shared|available|open|circulated) (?:\w+ )?(?:to|with)` + leadIn + `|\bby` + leadIn + `|\b(?:sold|resold|traded|marketed|offered|licensed)(?: on)?(?: \w+)? to` + leadIn + `|\b(?:employ(?:s|ed|ing)|workforce of|staff of|team of|headcount of|population of|TPS)` + leadIn + `|\b(?:signed|joined|surveyed|sampled) (?:up )?(?:by)?` + leadIn + `)$`)
	othersAfter = pattern(`(?i)^[^.;,]{0,25}\b(?:complain\w*|signed|responded|voted|viewed|saw|watched|joined (?:a|the)|reported|contacted (?:the )?(?:ICO|police|regulator)|work(?:s|ed|ing)? (?:for|at|in)|employed|forwarded|flagged|objected|(?:had|have|has|with) (?:unrestricted |full |remote )?access|could (?:also )?(?:see|access|open|search|read|view|look)|(?:was|were) able to|clicked|opened|unsubscribed|opted out|belonged to (?:a|an|the)|were (?:members of|in) (?:a|an|the)|attended|wrote|rang|phoned|asked|demanded|sued|brought|claimed|(?:been |were )?trained|completed|read)\b`)
	// what was done to them, whatever verb it is: "had their accounts opened"
	hadTheirs = pattern(`(?i)^ (?:(?:have|has|had|found|saw) their|whose) [^.;,]{0,40}(?:ed|en|read|seen|sold|lost|taken|stolen|put|hit)\b`)
	// what a party has or does, not what happened
	describes = pattern(`(?i)\b(?:has|have|had|with|serv(?:es|ed|ing)|cater(?:s|ed|ing)? (?:for|to)|provid\w+(?: \w+){0,6} (?:to|for)|suppl\w+(?: \w+){0,6} to|offer\w*(?: \w+){0,4} to|boasts|home to|represent(?:s|ing)?|look(?:s|ing)? after|insur(?:es|ing)|teach(?:es|ing)|hous(?:es|ing)|support(?:s|ing)?|manag(?:es|ing)|(?:school|college|academy|university|institution|nursery|hospital|practice|trust|charity|union|club|association|prison|home|provider|company|firm|group) (?:for|with|of))` + leadIn + `$`)
	// elsewhere in the world
	abroad = pattern(`(?i)\b(?:worldwide|globally|around the world|across the (?:world|globe)|global (?:customers|users)|in the (?:US|USA|United States|EU)|American|US-based|internationally)\b`)
	// a part of the whole
	partOf    = pattern(`(?i)(?:\b(?:includ(?:es|ed|ing)|among(?:st)? (?:them|these|those|whom)|of (?:whom|which|these|those|them),?|as well as|plus|in particular|especially|particularly|a further|another)` + leadIn + `|\d (?:out )?of ?(?:the|its|their|his|her|some|about|a total of|these|those)? )$`)
	partAfter = pattern(`(?i)^[^.;,]{0,30}\b(?:in particular|of them|of whom|among them)\b`)
	// what was thought before, or what the attackers say
	firstSaid = pattern(`(?i)\b(?:initially|originally|at first|first (?:thought|reported|said|estimated)|earlier|previously|claim(?:ed|s|ing)?|alleg\w+|boast\w*|had (?:thought|believed|estimated))\b[^.;]{0,50}$`)
)

var (
	// belonged stands after a number that has no noun: "of which 318,000 belonged to people in the UK".
	belonged = pattern(`(?i)^ (?:of (?:them|these|those|which) )?(?:(?:were|was|are|had) )?(?:belong(?:ed|ing|s)? to|relat(?:ed|ing|es) to|concern(?:ed|ing)?|identif(?:ied|ying)) ` + whichOwners + peopleNouns + `\b`)
	// ofThem makes a number a part: "191 of them".
	ofThem = pattern(`(?i)^ of (?:them|these|those|whom|which|the \d)\b`)
	// received stands before those who got what they should not have got.
	received = pattern(`(?i)\b(?:reach(?:ed|ing)?|(?:sent|e-?mailed|posted|mailed|circulated|forwarded|distributed|copied|delivered|went|handed|given|issued)(?: [\w’'-]+){0,4}? (?:out )?to|received by)` + leadIn + `$`)
	// holds is what a system does at all times, whatever was lost from it.
	holds = pattern(`(?i)\b(?:holds|contains|stores|keeps|processes|handles|maintains|looks after|has|comprises|runs to)\b[^.;]{0,60}$`)
	// staffNouns are those who handle data, and are seldom those whose it is.
	staffNouns = pattern(`(?i)\b(?:staff|employees|workers|officers|colleagues|personnel|nurses|doctors|teachers|consultants|clinicians)$`)
	// rate is what a number is per month or year.
	rate = pattern(`(?i)^[^.;,]{0,20}\b(?:an?|per|each|every) (?:month|day|week|year|annum|quarter|hour|night)\b`)
	// written stands before those to whom messages went, where those are the case.
	written = pattern(`(?i)\b(?:e-?mail(?:ed|ing)|text(?:ed|ing)|call(?:ed|ing)|rang|ring(?:ing)?|phon(?:ed|ing)|dial(?:led|ling)|messag(?:ed|ing)|contact(?:ed|ing)|spamm(?:ed|ing)|bombard(?:ed|ing)|pester(?:ed|ing)|bought|purchas(?:ed|ing)|acquir(?:ed|ing)|suppl(?:ied|ying))\b[^.;]{0,30}$`)
)

const whichOwners = `(?:(?:the|its|their|some|UK|UK-based|British|former|existing|current|living|identifiable|real) ){0,3}?`

// someone is a number of people with what is said for it.
type someone struct {
	number
	in    sentence
	score float64
}

// affected is the number of people whose data was hit: of several the one
// that most is said for, of near equals the largest, since a part stands
// beside the whole. Calls, records, complaints and viewers are no people.
func (d *document) affected() content.Fact[int] {
	var all []someone
	marketing := d.isMarketing()
	for _, s := range d.told {
		if !s.says(anyPeople) {
			continue
		}
		for _, n := range numbers(s.text) {
			if marketing && s.saysIn(s.text[:n.start], written) || s.saysIn(s.text[n.end:], rate) {
				continue
			}
			if score := peopleScore(n, s); score > 0 {
				all = append(all, someone{n, s, score})
			}
		}
	}
	top := 0.0
	for i := range all {
		again := 0.0
		for j := range all {
			if i != j && all[i].value == all[j].value {
				again += .06
			}
		}
		all[i].score += min(again, .15)
		top = max(top, all[i].score)
	}
	var best *someone
	for i := range all {
		near := all[i].score >= top-.1
		if near && (best == nil || all[i].value > best.value || all[i].value == best.value && all[i].score > best.score) {
			best = &all[i]
		}
	}
	if best == nil || best.score < threshold {
		best = cmp.Or(d.accountHolders(), best)
	}
	if best == nil {
		return content.Fact[int]{}
	}
	return content.Fact[int]{Value: best.value, Qualifier: best.qualifier, Score: min(best.score, 1), Quotes: []content.Quote{d.quote(best.in)}}
}

// peopleScore says how surely a number is of the people affected; 0 where it
// is of nobody or of others.
func peopleScore(n number, s sentence) float64 {
	left, right := around(s.text, n.start, n.end, 110)
	left = left[strings.LastIndexByte(left, ';')+1:]
	noun, beyond := "", right
	if at := people.find(right); at != nil && !otherThings.in(beforeNoun(right[:at[1]])) {
		noun, beyond = right[:at[1]], right[at[1]:]
	}
	counted := s.saysIn(left, numbered)
	switch {
	case noun == "" && s.saysIn(right, belonged): // a part of things, the whole of people
		return .8
	case noun == "" && !counted && !(s.saysIn(right, wereAffected) && s.says(concerned)):
		return 0
	case s.saysIn(left, others) || s.saysIn(beyond, othersAfter) && !s.saysIn(beyond, hadTheirs):
		return 0
	}
	score := .3
	if counted || s.saysIn(left, dataOf) {
		score += .4
	}
	if s.saysIn(left, affecting) || s.saysIn(beyond[:min(len(beyond), 60)], affectedSoon) || s.saysIn(noun, owned) || s.saysIn(beyond, ownedAfter) {
		score += .35
	}
	if s.says(concerned) {
		score += .15
	}
	if s.leads() {
		score += .25
	}
	if s.saysIn(left, inTotal) || s.saysIn(right, inTotalAfter) {
		score += .15
	}
	if score < .6 && (s.saysIn(noun, staffNouns) || strings.HasPrefix(beyond, " of staff")) {
		score -= .25 // they did it, rather
	}
	return min(score, 1.1) - partScore(n, s, left, beyond)
}

// partScore is what is said against a number: that it is of a part, of the
// party's trade, of people elsewhere or only supposed.
func partScore(n number, s sentence, left, beyond string) float64 {
	near := left[max(0, len(left)-70):]
	score := 0.0
	if s.saysIn(near, partOf) || s.saysIn(beyond, partAfter) {
		score += .5
	}
	if s.saysIn(s.text[n.end:], ofThem) {
		score += .5
	}
	if s.saysIn(left, received) {
		score += .2
	}
	if s.saysIn(near, holds) {
		score += .4
	}
	if s.saysIn(near, firstSaid) {
		score += .3
	}
	if s.saysIn(left, describes) {
		score += .4
	}
	if s.saysIn(beyond[:min(len(beyond), 40)], abroad) || s.saysIn(near[max(0, len(near)-40):], abroad) {
		score += .4
	}
	switch {
	case n.value < 2:
		score += .9
	case n.value < 10 && s.saysIn(beyond[:min(len(beyond), 40)], wereHit):
		score += .2
	case n.value < 10:
		score += .45
	}
	if s.paragraph > 0 && s.says(elsewhereToo) {
		score += .4
	}
	return score
}

// beforeNoun is the words between a number and its noun.
func beforeNoun(words string) string { return words[:max(strings.LastIndexByte(words, ' '), 0)] }
