package facts

import (
	"casebook/content"
)

var (
	regulator = pattern(`(?:\bICO\b|Information Commissioner|INFORMATION COMMISSIONER|Information Commission\b|\b[Tt]he [Cc]ommissioner\b|\b[Tt]he Commission\b|(?:UK(?:'s|’s)?|Britain(?:'s|’s)) (?:data protection |privacy |data |information )*(?:watchdog|regulator|DPA|commissioner)|\b[Tt]he DPA\b|(?:UK(?:'s|’s)?|Britain(?:'s|’s)|British|country(?:'s|’s)|[Nn]ational) (?:data protection|privacy|information|information rights|data) (?:authority|agency|enforcer|supervisor|ombudsman|body)|data protection (?:watchdog|regulator)|privacy (?:watchdog|regulator)|information (?:watchdog|regulator)|data (?:watchdog|regulator))`)

	// elsewhere are other regulators: a document that is about theirs and hardly of ours is not for us.
	elsewhere = pattern(`(?:\bFCA\b|Financial Conduct Authority|\bPRA\b|Ofcom|OFCOM|Ofgem|Ofwat|\bCMA\b|Competition and Markets|\bCNIL\b|Data Protection Commission\b|\bDPC\b|\bIrish\b|Gambling Commission|\bFTC\b|\bSEC\b|\bAEPD\b|\bGarante\b|Datatilsynet|\bBfDI\b|Autoriteit Persoonsgegevens|\bIMY\b|\bOAIC\b|\bEDPS\b|(?:French|Spanish|Italian|Dutch|German|Norwegian|Swedish|Danish|Polish|Greek|Austrian|Belgian|Finnish|Romanian|Hungarian|Portuguese|Luxembourg|Australian|Canadian|California) (?:DPA|SA|data|privacy|regulator|watchdog|authority|supervisory)|Charity Commission|Solicitors Regulation Authority|\bSRA\b|Care Quality Commission|\bCQC\b|Advertising Standards|Phone-paid|Fundraising Regulator|Pensions Regulator|Electoral Commission|attorney general|Attorney General)`)

	// measures and ourLaw together stand for the regulator where nothing names it, as in a list of its acts.
	measures = pattern(`(?i)\b(?:convicted|pleaded guilty|reprimands?|enforcement notices?|undertakings?|monetary penalt(?:y|ies))\b`)
	ourLaw   = pattern(`(?i)\b(?:UK GDPR|PECR|privacy and electronic communications|data protection act|data protection principles?|DPA 2018)\b`)

	freedom = pattern(`(?i)(?:freedom of information act|\bFOIA?\b|environmental information regulations|\bEIR\b)`)

	decisionNotice = pattern(`(?i)(?:decision notice|public authority|complainant|withh[eo]ld|section 50\b|exempt(?:ion|ed)?\b|request(?:ed|er)?\b)`)

	civil = pattern(`(?i)(?:\bclaimants?\b|\bclass action|\bgroup (?:litigation|action)|high court (?:judgment|of justice)|EWHC|king(?:'|’)?s bench|queen(?:'|’)?s bench|struck out|(?:damages|compensation) claim|\bsued\b|\bsuing\b|\bjudicial review|representative action)`)
)

// freedomOfInformation recognises decisions on requests for information,
// which are no enforcement.
func (d *document) freedomOfInformation() (content.Fact[content.Action], bool) {
	if d.countInHead(freedom) == 0 || d.countInHead(decisionNotice) < 4 || noticeHead.in(d.head[:min(len(d.head), 300)]) || imposes.in(d.head) {
		return content.Fact[content.Action]{}, false
	}
	for _, s := range d.sentences {
		if s.says(freedom) || s.says(decisionNotice) {
			return content.Fact[content.Action]{Value: content.DecisionNotice, Score: .9, Quotes: []content.Quote{d.quote(s)}}, true
		}
	}
	return content.Fact[content.Action]{}, false
}

// notOurs reports whether the document is about another regulator, a civil
// claim, or names no regulator at all.
func (d *document) notOurs() bool {
	if d.official() {
		return false
	}
	ours := d.countInHead(we) + d.countInHead(regulator)
	if ours == 0 {
		return d.countInHead(measures) == 0 || d.countInHead(ourLaw) == 0
	}
	if d.actsElsewhere() || onComplaint.in(d.opening()) {
		return true
	}
	theirs := d.countInHead(elsewhere)
	first := d.head[:min(len(d.head), 600)]
	if theirs > ours && elsewhere.in(first) {
		return true
	}
	if begin := d.opening(); elsewhere.in(begin) && !regulator.in(begin) && !we.in(begin) {
		return true
	}
	return d.countInHead(civil) >= 4
}

// actsElsewhere reports whether the first paragraphs tell of the act of another
// regulator, or of ours that there was none, and of no act of ours.
func (d *document) actsElsewhere() bool {
	theirs, spoken := false, false
	for i := range d.sentences {
		s := &d.sentences[i]
		if s.zone != lead {
			break
		}
		if s.says(oursActs) {
			return false
		}
		theirs = theirs || !spoken && s.says(theirsActs) || s.says(noAction)
		spoken = spoken || s.says(regulator) || s.says(we)
	}
	return theirs
}

const regulatorsAct = `(?: \([^)]{2,12}\))?,? (?:(?:has|have|had|today|also|now) )*(?:fine[sd]|impose[sd]|issue[sd]|reprimand(?:s|ed)|censure[sd]|serve[sd]|order(?:s|ed)|prosecut(?:es|ed))\b`

var (
	theirsActs = pattern(`(?:FCA|Financial Conduct Authority|PRA|Ofcom|Ofgem|Ofwat|CMA|CNIL|Data Protection Commission|DPC|Gambling Commission|FTC|AEPD|Garante|Charity Commission|SRA|Solicitors Regulation Authority|CQC|Care Quality Commission|Pensions Regulator)` + regulatorsAct)
	oursActs   = pattern(`(?i)(?:\bICO|information commissioner(?:['’]s office)?|\bthe commissioner|data (?:protection )?watchdog|privacy watchdog)` + regulatorsAct)

	// noAction is a regulator that looked and left it at that.
	noAction = pattern(`(?i)\b(?:ICO|information commissioner\S*|commissioner|watchdog|regulator|it)\b[^.]{0,80}\bno (?:further|formal|regulatory|enforcement)(?: regulatory| enforcement)? action\b`)

	// onComplaint are proceedings about how the regulator dealt with a complaint.
	onComplaint = pattern(`(?i)\b(?:section|s\.?) ?166\b`)
)

// official reports whether the document comes from a regulator itself: then
// it is about that regulator's act, whichever it is.
func (d *document) official() bool { return d.hint.Kind != "" && d.hint.Kind != content.Article }

// opening is the first paragraph.
func (d *document) opening() string {
	end := 0
	for _, s := range d.sentences {
		if s.paragraph > 0 {
			break
		}
		end = s.end
	}
	return d.head[:min(end, len(d.head))]
}

// countInHead is how often the first part holds a phrase.
func (d *document) countInHead(p *phrase) int {
	n := 0
	for i := range d.sentences {
		s := &d.sentences[i]
		if s.start >= len(d.head) {
			break
		}
		n += len(s.findAll(p))
	}
	return n
}
