package facts

import (
	"strings"

	"casebook/content"
)

// A form is a legal form of action and how it is spoken of.
type form struct {
	action content.Action
	words  *phrase
	score  float64
}

// forms are tried on every sentence of the story.
var forms = []form{
	{content.NoticeOfIntent, pattern(`(?i)\b(?:provisionally (?:decided|intends?) to (?:fine|impose|issue)|provisional (?:decision to (?:fine|impose)|fine|penalty)|provisional decision|intend(?:s|ed)? to (?:fine|impose a (?:fine|penalty)|issue .{0,40}(?:fine|penalty))|intention to (?:fine|impose|issue)|notices? of intent(?:ion)? (?:to|of)|told (?:that )?(?:it|they) may be fined|(?:faces?|facing) (?:an? )?(?:possible |provisional |potential |proposed |record |ico |just )*(?:.{0,20})(?:fine|penalty))\b`), 1},
	{content.MonetaryPenalty, pattern(`(?i)\b(?:(?:has|have|had|was|were|is|been|being) (?:today |been |also |now )*(?:fined|ordered to pay)|fined (?:£|by|an?|the|almost|over|more|just|nearly|[A-Z0-9])|fines [A-Z0-9]|penalised|agreed to pay|fine notice|monetary penalt(?:y|ies)|penalty notice|civil penalty|(?:issued|imposed|imposes|served|levied|handed|hit|given|slapped)\b.{0,80}\b(?:fines?|penalt(?:y|ies))|(?:fines?|penalty) (?:of|totalling|was|were|imposed|issued|is)|must pay (?:a )?(?:fine|penalty|£)|penalty (?:of|for) £|(?:tribunal|court of appeal)\b.{0,220}\b(?:penalty|fine)\b|£[\d.,]+ ?(?:m|k|million)? (?:fine|penalty))`), 1},
	{content.Reprimand, pattern(`(?i)\breprimand(?:s|ed|ing)?\b`), 1},
	{content.EnforcementNotice, pattern(`(?i)\b(?:enforcement notices?|(?:ordered|orders) .{0,80}to (?:stop|delete|cease))\b`), .9},
	{content.Prosecution, pattern(`(?i)\b(?:prosecut(?:ed|ion|es)|pleaded guilty|pleads guilty|sentenced|(?:magistrates|crown) court|convicted)\b`), .8},
	{content.Undertaking, pattern(`(?i)\b(?:signed an undertaking|undertaking (?:to|has been|was) |agreed to sign an undertaking|asked to sign an undertaking)`), .9},
}

var (
	regulator = pattern(`(?:\bICO\b|Information Commissioner|Information Commission\b|\bthe Commissioner\b|\bthe Commission\b|UK(?:'s|’s)? (?:data protection |privacy |data |information )?(?:watchdog|regulator|DPA)|\bthe DPA\b|data protection watchdog|privacy watchdog)`)

	// elsewhere are other regulators: a document that is about theirs and hardly of ours is not for us.
	elsewhere = pattern(`(?:\bFCA\b|Financial Conduct Authority|\bPRA\b|Ofcom|\bCMA\b|Competition and Markets|\bCNIL\b|Data Protection Commission|\bDPC\b|\bIrish\b|Gambling Commission|\bFTC\b)`)

	freedom = pattern(`(?i)(?:freedom of information act|\bFOIA?\b|environmental information regulations|\bEIR\b)`)

	decisionNotice = pattern(`(?i)(?:decision notice|public authority|complainant|withh[eo]ld|section 50\b|exempt(?:ion|ed)?\b|request(?:ed|er)?\b)`)

	civil = pattern(`(?i)(?:\bclaimants?\b|\bclass action|\bgroup litigation|high court (?:judgment|of justice)|EWHC|king(?:'|’)?s bench|queen(?:'|’)?s bench|struck out)`)

	noticeHead = pattern(`(?i)(?:monetary )?penalty notice|enforcement notice|\breprimand\b`)
)

// action says whether the document is about an enforcement action of the
// regulator, and of which form.
func (d *document) action() (content.Fact[content.Action], bool) {
	if fact, ok := d.freedomOfInformation(); ok {
		return fact, false
	}
	if fact, ok := d.labelled(); ok {
		return fact, true
	}
	if d.notOurs() {
		return content.Fact[content.Action]{}, false
	}
	type tally struct {
		score float64
		first sentence
	}
	found := make([]tally, len(forms))
	for _, s := range d.told() {
		for i, form := range forms {
			if !s.says(form.words) || general(s.text) {
				continue
			}
			if found[i].score == 0 {
				found[i].first = s
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
		return content.Fact[content.Action]{}, false
	}
	best = d.settleForm(best, func(i int) float64 { return found[i].score })
	return content.Fact[content.Action]{Value: forms[best].action, Score: min(found[best].score, 1), Quotes: []content.Quote{d.quote(found[best].first)}}, true
}

// formWeight is how much a sentence says for a form: the headline most.
func (d *document) formWeight(f form, s sentence) float64 {
	switch {
	case s.paragraph == 0:
		return 3 * f.score
	case s.zone == lead:
		return f.score
	}
	return .25 * f.score
}

// settleForm lets the graver form win where a document speaks of two: a
// penalty that came with a notice or a reprimand is a penalty, and what is
// only intended is no penalty yet.
func (d *document) settleForm(best int, score func(int) float64) int {
	const intent, penalty, reprimand, enforcement = 0, 1, 2, 3
	switch {
	case best == penalty && score(intent) >= score(penalty)*.6 && !d.imposedInLead():
		return intent
	case best == intent && d.imposedInLead():
		return penalty
	case (best == enforcement || best == reprimand) && d.imposedInLead() && score(penalty) > .5*score(best):
		return penalty
	case best == penalty && score(reprimand) > 2 && !d.imposedInLead():
		return reprimand
	}
	return best
}

var imposes = pattern(`(?i)\b(?:(?:has|have|was|were|been|is) (?:today |been |also |now )*fined|fined £|fined (?:a total of|over|more than|just|nearly|almost) £|(?:has|have) (?:today |now |also )*(?:fined|imposed|issued|served|levied|handed)\b[^.]{0,90}(?:£|fine|penalt)|to pay (?:a |the Commissioner a )?(?:monetary )?penalty|(?:fine|penalty) (?:of £[\d.,]+ ?(?:million|m)? )?(?:was|has been|had been) (?:imposed|issued|served|reduced|upheld)|imposes on)`)

// imposedInLead reports whether the first part says that a sum was imposed.
func (d *document) imposedInLead() bool {
	for _, s := range d.sentences {
		if s.zone == lead && s.says(imposes) && !s.says(intends) {
			return true
		}
	}
	return false
}

var intends = pattern(`(?i)(?:provisional|intends? to|intention to|notice of intent|proposes to|faces?\b|facing\b|could be fined|may be fined)`)

// we is the regulator speaking of itself.
var we = pattern(`\b[Ww]e (?:have |had |also )?(?:fined|reprimanded|issued|imposed|served|prosecuted)\b`)

var mightOnly = pattern(`(?i)\b(?:can|could|may|might|power to|powers to|up to) (?:be |issue |impose |also )*(?:fine|fined|fines|penalt)`)

// general reports whether a sentence is about the law and not about anybody.
func general(s string) bool { return mightOnly.in(s) && !strings.Contains(s, "has been") }

// labelled reads the register's own label, a line "Type: Monetary penalties".
func (d *document) labelled() (content.Fact[content.Action], bool) {
	for _, s := range d.sentences[:min(len(d.sentences), 6)] {
		value, ok := strings.CutPrefix(s.text, "Type: ")
		if !ok {
			continue
		}
		for _, l := range labels {
			if strings.HasPrefix(value, l.label) {
				return content.Fact[content.Action]{Value: l.action, Score: 1, Quotes: []content.Quote{d.quote(s)}}, true
			}
		}
	}
	return content.Fact[content.Action]{}, false
}

// labels are the ICO's register's names of actions, the graver first.
var labels = []struct {
	label  string
	action content.Action
}{
	{"Monetary penalties", content.MonetaryPenalty}, {"Enforcement notices", content.EnforcementNotice}, {"Reprimands", content.Reprimand},
	{"Prosecutions", content.Prosecution}, {"Undertakings", content.Undertaking}, {"Warnings", content.Warning},
	{"Information notices", content.InformationNotice}, {"Preliminary enforcement notices", content.NoticeOfIntent},
}

// freedomOfInformation recognises decisions on requests for information,
// which are no enforcement.
func (d *document) freedomOfInformation() (content.Fact[content.Action], bool) {
	n := freedom.count(d.head)
	if n == 0 || decisionNotice.count(d.head) < 4 || noticeHead.in(d.head[:min(len(d.head), 300)]) || imposes.in(d.head) {
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
	if d.hint.Kind != "" && d.hint.Kind != content.Article {
		return false // it is the regulator's own
	}
	ours := we.count(d.head) + regulator.count(d.head)
	if ours == 0 {
		return true
	}
	theirs := elsewhere.count(d.head)
	first := d.head[:min(len(d.head), 600)]
	if theirs > ours && elsewhere.in(first) {
		return true
	}
	return civil.count(d.head) >= 4
}
