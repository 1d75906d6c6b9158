package facts

import (
	"math"

	"casebook/content"
)

// A happening is a type of incident and how it is told.
type happening struct {
	incident content.IncidentType
	tells    *phrase
	hints    *phrase // says it less surely; may be nil
	trust    float64 // in its words, beside those of others
}

// happenings are what may have happened, apart from attacks and from marketing.
var happenings = []happening{
	{"misdirected-email", pattern(`(?i)(?:\bbcc\b|blind (?:carbon )?copy|\bcarbon copy\b|\b(?:e-?mail|fax|message)(?:s|es|ed)?\b.{0,80}(?:visible to (?:all|each|one)|(?:wrong|incorrect|unintended|mistaken) (?:people|persons?|recipients?|address(?:es)?|numbers?)|to one another|sent in error)|misdirected (?:e-?mail|fax)|(?:wrong|incorrect|unintended) (?:e-?mail|fax) ?(?:address|recipient|number)|(?:e-?mail(?:ed|ing)?|fax(?:ed|ing)) .{0,60}(?:to the wrong|by mistake|in error))`), nil, 1.1},
	{"misdirected-post", pattern(`(?i)\b(?:(?:letters?|post(?:ed)?|bundles?|documents?|packs?|correspondence|reports?|envelopes?|paperwork)\b.{0,60}(?:(?:wrong|incorrect|out[- ]of[- ]date|previous|former|old) (?:home |postal )?address|to the wrong (?:person|people|family|patient|recipient))|misdirected (?:post|letter|mail))`), nil, 1.1},
	{"accidental-publication", pattern(`(?i)(?:\b(?:publish(?:ed|ing)?|post(?:ed|ing)|upload(?:ed|ing)|releas(?:ed|ing)|ma(?:de|king) public|disclos(?:ed|ing))\b.{0,80}\b(?:by mistake|in error|accident\w*|mistakenly|inadvertent\w*|hidden|website|online|internet|freedom of information|FOI)|(?:accidental|mistaken|inadvertent)(?:ly)? (?:publication|publish\w*|releas\w*)|publishing by mistake|hidden (?:data|personal|tab|worksheet|columns?)|\bunredacted .{0,40}(?:website|online|published)|(?:publicly|freely) (?:available|accessible|viewable|visible)|(?:visible|viewable|searchable|accessible|available) (?:online|on the internet|to (?:all |any |other )*(?:residents|third parties|users|customers|tenants|anyone))|(?:left|was|were|been) .{0,20}exposed (?:on|to the|online)|exposed on the (?:internet|web)|set to public|public access|(?:accessed|viewed|found) by searching|searching online|unsecured (?:server|bucket|database)|able to view .{0,50}\bother (?:residents|users|customers|people))`), nil, 1},
	{"unauthorised-disclosure", pattern(`(?i)\b(?:(?:inappropriate(?:ly)?|unauthorised|unlawful(?:ly)?|improper(?:ly)?|wrong(?:ly)?) (?:disclos\w+|shar(?:ed|ing)|reveal\w*)|(?:disclosed|shared|shown|revealed|passed) .{0,60}(?:without (?:permission|authority|consent|redact)|inappropriately|to (?:a|an|his|her|their|another) (?:colleague|ex-?partner|abuser|perpetrator|neighbour)|to (?:an? )?(?:third[- ]part|alleged))|unredacted (?:cop(?:y|ies)|reports?|versions?|documents?|information)|disclos(?:ed|ing|ure)\b.{0,60}\bto (?:\w+ ){0,3}(?:former|ex|estranged|abus\w+|third|wrong|perpetrator|partner|colleague|neighbour|father|mother|famil\w+))`),
		pattern(`(?i)\b(?:disclos(?:ed|ing|ure)|leak(?:ed)?|shared|(?:wrong|incorrect|unintended) (?:recipient|person|people))\b`), .8},
	{"lost-or-stolen-device", pattern(`(?i)\b(?:(?:lost|stolen|missing|loss of|theft of|mislaid)\b.{0,40}\b(?:laptops?|devices?|USB|memory sticks?|hard drives?|(?:mobile )?phones?|discs?|discs|DVDs?|tablets?|cameras?|video)\b|(?:laptops?|USB sticks?|memory sticks?|hard drives?|discs?|DVDs?|tablets?)\b.{0,90}\b(?:lost|stolen|missing|left on|left in|mislaid)|(?:laptop|device|computer|USB) theft)`), nil, 1},
	{"lost-paper", pattern(`(?i)\b(?:(?:paper (?:records|files)|paperwork|papers|case files|briefcase|medical records)\b.{0,60}\b(?:lost|left (?:in|on|behind)|found|dumped|abandoned|recycl\w+|bins?|skip|insecure|stolen)|loss of paper|documents? (?:\w+ ){0,3}left (?:at|in|on|behind)|(?:lost|left|dumped|abandoned|mislaid|stolen)\b.{0,40}\b(?:paper (?:records|files)|paperwork|papers|briefcase|case files)|(?:documents|records) .{0,40}(?:insecure|unlocked) (?:container|place|premises|building))`), nil, 1},
	{"destruction-of-records", pattern(`(?i)\b(?:(?:destroy(?:ed|ing)|destruction|shredd(?:ed|ing)|erased|wiped)\b.{0,40}\b(?:records?|files?|letters?|documents?|photographs?)|(?:records?|files?|documents|photographs?)\b.{0,60}\b(?:were|was|been|being) (?:mistakenly |wrongly |accidentally |unlawfully )?(?:destroyed|shredded))`), nil, 1},
	{"insider-misuse", pattern(`(?i)\b(?:(?:former|ex-?) ?(?:employee|worker|member of staff|nurse|receptionist|officer|manager|adviser|constable)s?\b.{0,100}\b(?:prosecut\w+|fined|access\w*|obtain\w*|t(?:ook|aking)|s(?:old|elling)|stole|sent|unlawful\w*|guilty|snoop\w*)|insider|(?:employees?|staff|worker|nurse|officers?|constable)s?\b.{0,80}\b(?:without (?:permission|authority|authorisation|a (?:business|legitimate|valid)|consent)|unlawfully (?:access\w*|obtain\w*)|stole|sold)|unlawfully (?:obtain\w*|access\w*)|(?:unlawful|illegal)(?:ly)? (?:obtaining|accessing|accessed|obtained)|computer misuse act|blagg\w+|rogue (?:employee|staff|trader)|snoop\w*|section 170|for (?:his|her|their) own (?:purposes|use|gain)|offences? under section 55\b)`), nil, 1},
	{"rights-failure", pattern(`(?i)(?:\bsubject access\b|access requests?|\bD?SARs\b|requests? for (?:personal (?:data|information)|their (?:own )?(?:data|information|records))|requests? for access|right of access|(?:erasure|rectification) requests?|request(?:s|ed)? (?:for|to) .{0,30}(?:deleted|erased))`), nil, .9},
	{"inaccurate-records", pattern(`(?i)\b(?:inaccurate (?:records?|data|information|personal)|(?:records?|files|accounts|identities) .{0,60}(?:merged|mixed up|conflated|confused)|(?:merged|mix(?:ed|ing) up|conflated|confused)\b.{0,30}\b(?:records?|files|accounts|identities)|wrong(?:ly)? (?:recorded|merged|linked|criminal record))`), nil, 1},
	{"unlawful-processing", pattern(`(?i)\b(?:facial recognition|biometric|invisible processing|scrap(?:ed|ing)|(?:gather|harvest)(?:ed|ing) (?:pictures|images|photo\w*|data|details)|unlawful(?:ly)? (?:process\w*|us(?:e|ed|ing)\b|(?:collect|captur|record|gather|monitor|track|retain|stor|keep|kept)\w*)|recorded (?:phone |telephone )?(?:calls|conversations)|(?:no|without (?:any |a )?|clear )(?:lawful|legal) basis|special category data|children(?:'|’)s (?:data|personal information|privacy)|age (?:checks?|verification|assurance)|profil(?:ing|ed)|electronic tag\w*|live location|surveillance|lawfulness, fairness|not fair,? |data brok\w+|harvested|voice (?:ID|recogni\w+)|fingerprint\w*)`),
		pattern(`(?i)\b(?:special category data|children(?:'|’)s (?:data|personal information|privacy)|(?:data|information) of children|impact assessments?|DPIAs?|without (?:their )?(?:knowledge|consent)|use of personal data|CCTV|collect(?:ed|ing) .{0,40}(?:data|information)|legitimate interests?|lawful basis|transparen(?:t|cy)|tracking|shar(?:ed|ing) .{0,40}data)\b`), .7},
}

// attacks come from outside; the more telling first: a ransomware attack may
// have begun with phishing, and is called ransomware.
var attacks = []happening{
	{"ransomware", pattern(`(?i)\bransom(?:ware)?\b`), nil, 1},
	{"credential-stuffing", pattern(`(?i)\b(?:credential[- ]stuff\w+|password[- ]spray\w*)`), nil, 1},
	{"phishing", pattern(`(?i)\b(?:spear[- ])?phish(?:ing|ed)\b`), nil, 1},
	{"hacking", pattern(`(?i)\b(?:cyber[- ]?(?:attack\w*|security (?:incident|attack|breach)|incident|criminals?|breach)|hack(?:ed|ers?|ing)?\b|malware|attackers?|intruders?|intrusion|malicious (?:actor|code|third part|software)|data theft|threat actor|SQL injection|brute[- ]force|skimm(?:ed|ing)|exfiltrat\w+)`),
		pattern(`(?i)\b(?:(?:massive|major|serious) data breach|vulnerabilit(?:y|ies)|compromised|card (?:details|data|numbers) .{0,20}(?:stolen|taken|leak))`), 1},
}

// campaigns are unlawful marketing, told apart by its medium.
var campaigns = []happening{
	{"nuisance-calls", pattern(`(?i)\b(?:robo-?calls?|cold[- ]call\w*|(?:nuisance|cold|unsolicited|unwanted|predatory|automated|illegal|unlawful|marketing|sales|spam|live)(?: direct| marketing| live| phone| telephone| automated| recorded)* calls?|nuisance callers?)\b`),
		pattern(`(?i)\b(?:calls?|callers?|calling|TPS|telephone preference)\b`), 1},
	{"spam-texts", pattern(`(?i)\b(?:text spam|(?:nuisance|unsolicited|unwanted|illegal|unlawful|marketing|spam)(?: direct| marketing)* (?:texts?|text[- ]messages?|SMS))\b`),
		pattern(`(?i)\b(?:texts?|text[- ]messages?|SMS|messages)\b`), 1},
	{"spam-emails", pattern(`(?i)\b(?:(?:nuisance|unsolicited|unwanted|illegal|unlawful|marketing|spam)(?: direct| marketing)* e-?mails?|email marketing)\b`),
		pattern(`(?i)\b(?:e-?mails?|spam)\b`), 1},
}

// incident is what happened, as the document tells it: an attack under its
// most telling name, marketing under its most used medium, else the type of
// which it says most.
func (d *document) incident() content.Fact[content.IncidentType] {
	best := d.most(happenings)
	if attack := d.attack(); attack.weight > best.weight {
		best = attack
	}
	if d.marketing() {
		if campaign := d.most(campaigns); campaign.weight > best.weight {
			best = campaign
		}
	}
	if best.said == nil {
		return content.Fact[content.IncidentType]{}
	}
	return content.Fact[content.IncidentType]{Value: best.incident, Score: math.Min(.4+best.weight/10, 1), Quotes: []content.Quote{d.quote(best.said.sentence)}}
}

// A telling is how much a document says of one type of incident.
type telling struct {
	incident content.IncidentType
	weight   float64
	said     *passage // where it says it first and most surely
	top      float64
}

// most is the type of which the document says most, the first among equals.
func (d *document) most(of []happening) telling {
	var best telling
	for _, h := range of {
		if t := d.tell(h); t.said != nil && t.weight > best.weight {
			best = t
		}
	}
	return best
}

// attack counts all that is said of an attack for its most telling name. A
// name that is only dropped gives way to a less telling one.
func (d *document) attack() telling {
	all, total := make([]telling, len(attacks)), 0.0
	for i, h := range attacks {
		all[i] = d.tell(h)
		total += all[i].weight
	}
	for _, t := range all {
		if t.said != nil && t.weight >= total/8 {
			t.weight = total
			return t
		}
	}
	return telling{}
}

// tell weighs what the document says of a type: the headline and the first
// paragraphs tell what the matter is, and what follows is capped.
func (d *document) tell(h happening) telling {
	t := telling{incident: h.incident}
	early, later, plain := 0.0, 0.0, plainly[h.incident]
	for i := range d.passages() {
		p := &d.passed[i]
		weight := .0
		switch {
		case p.says(h.tells):
			weight = 1
		case plain != nil && p.says(plain):
			weight = .8
		case h.hints != nil && p.says(h.hints):
			weight = .35
		}
		if weight == 0 || p.part == statute || p.part == counsel || p.part == remedied || p.says(lawText) || i > 0 && p.says(advice) {
			continue
		}
		weight *= h.trust
		if place := p.place(i); place > 1 {
			early += weight * place
		} else {
			later += weight * place
		}
		if value := weight * p.place(i); value > t.top {
			t.said, t.top = p, value
		}
	}
	t.weight = early + math.Min(later, 5)
	return t
}

// place is how much the nth passage says of what the matter is.
func (p *passage) place(n int) float64 {
	switch {
	case n == 0 || p.zone == lead && p.paragraph == 0:
		return 3
	case p.zone == lead && p.paragraph < 3:
		return 2
	case p.zone == lead:
		return 1.5
	case p.part == weighing:
		return .5
	}
	return 1
}
