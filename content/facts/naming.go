package facts

import "strings"

// A naming is one mention of a possible party with what its sentence says of
// it.
type naming struct {
	mention
	folded string
	form   bool // carries a legal form
	in     *sentence
	score  float64
	acted  bool // the sentence says that the regulator acted against it
	beside bool // it is said to be an owner, a supplier… of somebody
	group  int  // names joined by "and" in one sentence share a number
}

// A cue is words before or after a name that make it the party. Where both
// are given both must stand.
type cue struct {
	left, right *phrase
	score       float64
	acted       bool
}

// cues are the ways in which a party is named. Words that only describe it
// ("the Manchester-based energy firm") are skipped before left is asked.
var cues = []cue{
	// The regulator does something to it.
	{pattern(`(?i)\b(?:fine[ds]?|fining|reprimand(?:s|ed|ing)?|prosecut(?:e[ds]?|ing)|penali[sz](?:e[ds]?|ing)|sanction(?:s|ed|ing)?|censured?|rebuke[ds]?|punishe[ds]) $`), nil, 2, true},
	{pattern(`(?i)\b(?:issue[ds]?|serve[ds]?|hits?|hand(?:s|ed)|gives?|gave|given|slap(?:s|ped)|issuing|serving|presented|punished|hitting|handing) $`), pattern(`(?i)^,? (?:with|an?|its|two|the|£|monetary|penalty|notice|reprimand|over|enforcement)\b`), 2, true},
	{pattern(`(?i)\b(?:impose[ds]?|imposing|lev(?:y|ied|ies)|serve[ds]?|issue[ds]?|issuing) (?:on|upon|against|to) $`), nil, 2, true},
	{pattern(`(?i)\b(?:fines?|penalt(?:y|ies)|notices?|reprimands?|sanctions?|MPNs?|orders?|action|undertakings?|warnings?|notices? of intent)\b[^.;]{0,90} (?:on|upon|to|against|with) $`), nil, 1.4, true},
	{pattern(`(?i)\b(?:fines?|penalt(?:y|ies)|reprimands?|notices? of intent|undertakings?)\b[^.;]{0,40} (?:for|from|by|at) $`), nil, .9, false},
	{pattern(`(?i)\brequire[ds]? $`), pattern(`(?i)^,? to (?:pay|take|cease|stop|delete|comply|notify|bring)\b`), 3, true},
	{pattern(`(?i)\b(?:order(?:s|ed|ing)?|told|instruct(?:s|ed)|direct(?:s|ed)|requires|required) $`), pattern(`(?i)^,? (?:to|must|that)\b`), 1.6, true},
	{pattern(`\b(?:TO|To) ?:\s*$`), nil, 3, true},
	// Something is done to it.
	{nil, pattern(`(?i)^,?(?: (?:has|have|had|was|were|is|are|being|be|been|will|must|could|may|today|now|also|provisionally|since|later|first|originally|jointly|both|all|each|itself))* (?:fined|reprimanded|prosecuted|penali[sz]ed|sanctioned|censured|convicted|sentenced|jailed|found guilty|rebuked|ordered to|issued with|served with|hit with|hit by|handed|slapped|rapped|told (?:that )?(?:it|they|to)|under investigation)\b`), 2, true},
	{nil, pattern(`(?i)^,?(?: (?:has|have|had|was|were|is|being|been|also|today|now|later|since|both|each))* (?:(?:was|were|been|being) issued|given|received?|receives|gets|got)\b[^.]{0,50}\b(?:fines?|penalt(?:y|ies)|reprimands?|notices?|sanctions?|warnings?|undertakings?)\b`), 2, true},
	{nil, pattern(`(?i)^,?(?: (?:must|will|has to|have to|had to|agreed to|agrees to|agree to|have|has|had|ordered to|told to|has been told to|to|is to|are to|should))+ (?:now |each |also )*pay\b`), 2, true},
	{nil, pattern(`(?i)^,?(?: (?:has|have|had|is|was|also|now|could|will|may|today))* (?:faces?|facing|face|faced|braced|escape[sd]?|avoid(?:s|ed)?|appeal(?:s|ed|ing)?|loses|lost|wins|won|challeng(?:es|ed|ing)|contest(?:s|ed|ing)?|slashes|seeks|signs?|signed|undert(?:ook|akes?|aken)|admitted|pleaded|pleads|landed)\b`), 1.3, true},
	{nil, pattern(`(?i)^,?(?: (?:now|also|still|has|had|have))* (?:expects?|expected|thinks|hopes|set aside|sets aside|put (?:aside|by)|made provision|provided)\b[^.;]{0,60}\b(?:fines?|penalty|£)`), 1.2, true},
	{nil, pattern(`(?i)^,? v\.? (?:the )?(?:ICO|Information Commission)`), 2, true},
	{pattern(`(?i)\b(?:ICO|Information Commissioner|Commissioner)(?:'s Office|’s Office)? v\.? $`), nil, 2, true},
	{nil, pattern(`(?i)^,? ?(?:\(company number[^)]*\) )?Appellants?\b`), 2, true},
	// It failed.
	{pattern(`(?i)\b(?:found|finds?|finding|conclude[sd]?|decide[sd]?|ruled?|satisfied|held|holds|determine[sd]?|considers?|considered|established|revealed|showed|discovered|view|said|says|states?) (?:provisionally )?that,? $|\bfound $`), pattern(`(?i)^,?(?: (?:has|have|had|was|were|also|did|does|to be|itself|knowingly))* (?:fail|infring|contraven|breach|violat|not\b|process|sen[dt]\b|ma[dk]e\b|broke|lack|instigat|use[ds]?\b|responsib|liable|unlawful|kept|allow|in breach|no )`), 1.6, false},
	{nil, pattern(`(?i)^,?(?: (?:has|have|had|also|therefore|then|itself|knowingly|repeatedly))* (?:fail(?:ed|s|ure)|infring(?:ed|es)|contraven(?:ed|es)|breach(?:ed|es)|violat(?:ed|es)|broke|flouted|did not|had not|could not (?:show|prove|demonstrate|provide|explain)|continued to|lacked|sent|made|instigated|ignored|was responsible|were responsible|released|disclosed|published)\b`), .9, false},
	{pattern(`(?i)\b(?:contraventions?|infringements?|breach(?:es)?|failings?|failures?|violations?|shortcomings|attack|hack|made|sent|instigated|committed|incident) (?:by|at|of|on|against|involving|affecting) $`), nil, .8, false},
	// It is looked into, or introduced.
	{pattern(`(?i)\b(?:investigations?|inquiry|enquiry|enquiries|probe|look) (?:in)?to $|\binvestigat(?:ed|ing|es) $|\b(?:complain(?:ts?|ed)|concerns|reports)\b[^.]{0,40} (?:about|against|regarding|concerning) $`), nil, .9, false},
	{pattern(`(?i)\b(?:appeals? (?:of|by|brought by|lodged by|made by)|case (?:of|against|involving)|in the matter of|judgment (?:for|in|about|on)|ruling (?:for|about|in|on)) $`), nil, 1, false},
	{pattern(`(?i)\b(?:called|named|controller|controllers|company|organisation|firm|charity|entity|appellant|respondent|defendant|parties)(?: is| was| are|:|,| in question is| concerned is| concerned was|,? called|,? named) (?:the )?$`), nil, 1.4, false},
	{nil, pattern(`(?i)^(?: \([^)]*\))?(?: (?:is|was|are|were) (?:an?|the|one of)\b|,? (?:which|who|whose|based in|located in|of [A-Z])|,? (?:an?|the) (?:\w|[a-z-])+ |,? (?:advertises|operates|sells|provides|supplies|runs|describes itself|offers|owns|trades|traded|uses|used|worked|works)\b)`), .7, false},
	{nil, pattern(`(?i)^(?:['’]s?)? (?:data |security |privacy |GDPR |PECR |£[\d.,]+ ?(?:m|million|k|bn)? |record |cyber |proposed |provisional |protection )*(?:fines?|penalty|penalties|reprimand|breach|hack|incident|case|ruling|appeal|judgment|leak|attack|contravention|undertaking)\b`), .9, false},
	{nil, pattern(`^(?: ?:| -| –|,)? ?\(?£ ?\d`), 1.2, true},
	{nil, pattern(`(?i)^(?: has| have| had| also)* (?:said|says|told|apologised|accept(?:s|ed)|disagree[sd]|den(?:y|ies|ied)|disput(?:es|ed)|notified|reported|informed|co-?operated|explained|claimed|argued|stated|confirmed|relied|bought|obtained)\b`), .4, false},
}

// related is what makes a name that of somebody beside the party.
var related = pattern(`(?i)\b(?:parent|owners?|subsidiar(?:y|ies)|employees?|directors?|workers?|nurses?|secretary|secretaries|receptionists?|administrators?|advisers?|officers?|assistants?|boss(?:es)?|managers?|partners?|m[ae]n|wom[ae]n|staff|doctors?|teachers?|executives?|supplier|suppliers|customers?|clients?|contractor|arm|brand|owned|part|acquired|bought|formerly|rival|behalf|department|unit|spokes\w+|team|users|members|servers|accounts?|sold|passed|lists?|data|advised|provided|represented|hosted|worked|working|works|operated|overseen|like|such as|including|in|near|outside|across)(?: company| firm| group)? (?:of|by|to|for|from|at|as|with)?,? ?$`)

// otherCase is a sentence that looks at another action than the one told.
var otherCase = pattern(`(?i)\b(?:recently (?:fined|issued|imposed)|previous(?:ly)? (?:fine|issued|imposed)|last year\b|also fined|was also|by contrast|in comparison|compared (?:to|with)|(?:largest|biggest|highest|record)\b[^.]{0,60}\b(?:since|to date|was|after|imposed|against|on)|since (?:the )?(?:£|fine|penalty)|, after (?:£|fines|the|a )|along with an?|along(?:side| with) (?:fines?|penalt)|similar (?:fines?|penalt|case|action)|other (?:fines|cases)|(?:third|fourth|fifth|second) (?:prominent |such |largest )?(?:fine|penalty)|CNIL|Electoral Commission|Financial Conduct|\bFCA\b|Ofcom|Data Protection Commission\b|not long before|earlier,|separately,|meanwhile,|months? (?:ago|earlier)|follows? (?:fines?|a fine|the|similar|penalt|action)|comes? (?:after|weeks|days|months|just)|far (?:above|below|more|less)|more than the|in (?:another|a separate|an unrelated) )`)

// farEnough is how far into a document a party that matters is named.
const farEnough = 40_000

// namings finds every mention of a possible party and weighs it.
func (d *document) namings() []naming {
	if d.named {
		return d.names
	}
	var all []naming
	group := 0
	for i := range d.sentences {
		s := &d.sentences[i]
		if s.zone > lead || s.start > farEnough {
			continue
		}
		found := mentions(s.text)
		for k := 0; k < len(found); {
			n := k + 1
			for n < len(found) && listedWith(s.text[found[n-1].after:found[n].start]) {
				n++
			}
			group++
			all = d.appendGroup(all, s, found[k:n], group)
			k = n
		}
	}
	d.names, d.named = d.plausible(all), true
	return d.names
}

// betweenNames is what joins names of a list.
var betweenNames = pattern(`(?i)^(?:,? (?:and|&|as well as|together with|plus)|,|,? and|/) (?:(?:also|both|then) )?(?:(?:its|the|their) (?:(?:parent|subsidiar(?:y|ies)|sister|holding|trading|group|associated|affiliate[d]?|ultimate|US|UK|operating)\b[a-z -]{0,30}|(?:company|director|owner),?) ?)?(?:the )?$`)

func listedWith(gap string) bool { return len(gap) < 60 && betweenNames.in(gap) }

// appendGroup weighs names that are joined to a list: what stands before the
// first and after the last is said of all, what stands at one of them of it.
func (d *document) appendGroup(all []naming, s *sentence, found []mention, group int) []naming {
	first, last := found[0], found[len(found)-1]
	shared, acted := d.weighName(s, first.start, last.after)
	for i, m := range found {
		n := naming{mention: m, folded: foldName(m.name), form: hasForm(m.name), beside: s.may(related) && related.in(s.text[max(0, m.start-60):m.start]), in: s, score: shared, acted: acted, group: group}
		if len(found) > 1 {
			own, did := d.weighName(s, m.start, m.after)
			if i > 0 && i < len(found)-1 || own > shared {
				n.score, n.acted = max(own, shared), acted || did
			}
		}
		if (tools[n.name] || places.in(n.name)) && (!n.acted || describesNext(s.text[m.after:])) {
			continue
		}
		n.score = (n.score + .1) * d.place(s)
		all = append(all, n)
	}
	return all
}

// place is how much the place of a sentence counts.
func (d *document) place(s *sentence) float64 {
	switch {
	case s.paragraph == 0:
		return 1.5
	case s.zone == lead && s.paragraph < 4:
		return 1.2
	case s.zone == lead:
		return 1
	}
	return .4
}

// weighName adds up the cues around a name, and whether one of them is an act
// of the regulator.
func (d *document) weighName(s *sentence, start, after int) (score float64, acted bool) {
	left, right := s.text[max(0, start-150):start], s.text[after:min(len(s.text), after+110)]
	plain, apart := undescribed(left), afterApposition(s.text[after:])
	for i := range cues {
		c := &cues[i]
		if c.left != nil && (!s.may(c.left) || !c.left.in(plain) && !c.left.in(left)) {
			continue
		}
		if c.right != nil && (!s.may(c.right) || !c.right.in(right) && !c.right.in(apart)) {
			continue
		}
		if c.score > score {
			score = c.score
		}
		acted = acted || c.acted
	}
	if s.may(related) && related.in(left) {
		return score * .2, false
	}
	if s.paragraph > 0 && s.says(otherCase) {
		return score * .25, false
	}
	return score, acted
}

// apposition is what may stand between a name and its verb: ", a firm in
// Leeds,".
var apposition = exactly(`^,? *(?:\([^)]{1,60}\) *,?)?(?:, *[^.;:£()]{2,70}|, [^.;:£]{2,170}),( +(?:has|have|had|was|were|is|are|must|will|faces?|broke|failed|sent|made|did|continued|infringed|breached|contravened)\b)`)

// afterApposition is the sentence from the verb on, where words between commas
// stand between a name and its verb.
func afterApposition(rest string) string {
	m := apposition.find(rest[:min(len(rest), 240)])
	if m == nil {
		return ""
	}
	return rest[m[2]:min(len(rest), m[2]+110)]
}

// undescribed takes from the end of a text the words that only describe the
// name after them: "fined the Leeds-based energy firm " → "fined ".
func undescribed(left string) string {
	end := len(left)
	for range 9 {
		trimmed := strings.TrimRight(left[:end], " ")
		at := strings.LastIndexByte(trimmed, ' ') + 1
		w := trimmed[at:]
		if w == "" || !describesName(w) {
			break
		}
		end = at
	}
	return left[:end]
}

// describesNext reports whether a name only describes what follows it: "Leeds
// energy firm".
func describesNext(after string) bool {
	next, _, _ := strings.Cut(strings.TrimPrefix(after, " "), " ")
	return strings.HasPrefix(after, " ") && next != "" && describesName(next)
}

// describesName reports whether a word may stand between a verb and the name of
// the one that it is done to.
func describesName(w string) bool {
	w = strings.TrimSuffix(w, ",")
	lower := strings.ToLower(w)
	if nationality[w] || places.in(w) || strings.HasSuffix(w, "-based") || w == "The" {
		return true
	}
	return w == lower && !notDescribing[lower] && strings.Trim(w, "abcdefghijklmnopqrstuvwxyz-'’") == ""
}

var notDescribing = set(`fined fines fining fine reprimanded reprimands reprimanding reprimand prosecuted prosecutes prosecuting prosecute
	penalised penalises penalising penalise penalized sanctioned sanctions sanction censured rebuked punished issued issues issue issuing
	served serves serve serving hit hits handed hands gives gave given slapped slaps imposed imposes impose levied on upon to against for from by
	with of in at into about that which who whose and or but as than over after before under has have had was were is are be been will must may
	could would should requires required require ordered orders order told instructed directed found finds notice notices penalty penalties
	investigated investigating investigates investigation v regarding concerning involving affecting said says owned`)
