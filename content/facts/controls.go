package facts

import (
	"math"
	"slices"
	"strings"

	"casebook/content"
)

var (
	// wanting says of what follows that it was not there or not good enough.
	wanting = pattern(`(?i)\b(?:fail(?:ed|ing|ures?|s|ings)?|lack(?:ed|ing|s)?|(?:did|does|had|has|have|was|were|is|are|could|would) (?:not|never|only|neither)|(?:did|does|had|has|have|was|were|is|are|could)n(?:'|’)t|not|without|absence of|no|nor|neither|never|none|nobody|no[- ]one|nothing|hardly|scarcely|barely|seldom|rarely|forgot(?:ten)?|overlooked|skipped|lax|sloppy|slapdash|patchy|scant|(?:should|would|wo|could|is|are)n(?:’|\')t|fewer than|too (?:broad|wide|long)|devoid of|bereft of|in place of|inadequa\w+|insufficien\w+|poor(?:ly)?|weak(?:ness(?:es)?)?|unable to|missing|omitted|neglect(?:ed|ing)?|too (?:little|few|slow|late)|should have|ought to have|should not|gaps? in|shortcomings? in|deficien\w+|flaws? in|limited|incomplete|ineffective|partial(?:ly)?|delay(?:ed|s)?|outdated|out[- ]of[- ]date|instead of|rather than|invalid|ignored|breach(?:ed)? of)\b`)

	// listing is what governs a list: "failed to implement a policy, a process and training".
	listing = pattern(`(?i)\b(?:fail(?:ed|ing|ures?|s)? to|could have (?:used|taken|put|had)|lack of|absence of|(?:did|had|has|have) not|without)\b`)

	// wantingAfter says it of what stands before: "training was not given".
	wantingAfter = pattern(`(?i)\b(?:(?:was|were|is|are|had|has|have|did|does|could|would|been|be)(?: only| also)? (?:not|never|nowhere|absent|lax|sloppy|patchy|scant|overdue|skipped|overlooked|forgotten|neglected|unheeded|unread|unused|non-?existent|lapsed|expired)|(?:was|were|had|did|is|are|has|could)n(?:'|’)t|(?:was|were|is|are|been|proved) .{0,25}(?:inadequa\w+|insufficien\w+|lacking|poor|weak|missing|absent|deficien\w+|ineffective|incomplete|limited|out(?:dated|[- ]of[- ]date)|invalid|ignored|too \w+)|failed|lacked|lacking|not (?:in place|applied|enabled|followed|provided|available|enforced|adequa\w+|suffic\w+|valid|required|used|available)|falls? short|fell short|only in part|missing)\b`)

	// loosely says that something was wanting, somewhere near.
	loosely = pattern(`(?i)\b(?:infring\w*|contraven\w*|breach(?:ed|ing)|cannot|wrong(?:ly)?|incorrect\w*|excess(?:ive)?|obsolete|vulnerab\w+|error|mistake\w*|inappropriate\w*|unlawful\w*|conceal\w*|shortcomings?|vulnerable|negligen\w+|expected|would have|could have)\b`)

	// advice is about everybody.
	advice = pattern(`(?i)\b(?:organisations?|companies|businesses|firms|everyone|controllers|all of us|people|you) (?:of (?:all|any|every) sizes? )?(?:should|must|need to|needs to|can|are (?:advised|encouraged|urged|expected|reminded)|have to|ought)\b|\b(?:we|I) (?:expect|urge|encourage|recommend|remind|advise|ask)\b|\b(?:recommend(?:s|ed|ation|ations)?|urg(?:es|ed)|advis(?:es|ed)|encourag(?:es|ed)|guidance (?:says|recommends|states))\b|\b(?:lessons?|tips?|reminder)\b|\b(?:all|other) organisations\b|\banyone who\b`)

	// advisedBefore is advice that the party had and did not take.
	advisedBefore = pattern(`(?i)\b(?:had|has|have) (?:been )?(?:also |already |repeatedly |twice )?(?:advised|urged|encouraged|recommended)\b[^.;]{0,120}\b(?:not|never|no|n(?:'|’)t|ignored)\b`)

	// remedy is what was done afterwards.
	remedy = pattern(`(?i)\b(?:has since|have since|had since|since then|subsequently (?:implement|introduc|improv|took|put)\w*|remedial|in response to (?:the|this) (?:incident|breach|attack|investigation)|has now|have now|improve(?:d|ments?)|taken steps|(?:then|later|now|since) (?:rolled out|introduced)|following the (?:incident|breach|attack)|after the (?:incident|breach|attack)|going forward|will (?:now )?(?:implement|introduce|ensure)|(?:must|ordered|obliged|orders|requires?|instructed) (?:\w+ ){0,5}(?:to )?(?:cease|destroy|delete|stop|erase) )\b`)

	// strongly says that something failed even in a sentence about a remedy.
	strongly = pattern(`(?i)\b(?:failed to|did not have|had not|lack of|failure to|until)\b`)

	// acquits says that nothing was found wanting, or that it is the party that speaks.
	acquits = pattern(`(?i)\b(?:(?:does|did|do) not (?:find|conclude|criticise|suggest|allege)|makes? no (?:finding|criticism)|no (?:criticism|finding|suggestion|evidence) (?:is|was|that|to suggest)|(?:submit(?:s|ted)|argu(?:es|ed)|contend(?:s|ed)|assert(?:s|ed)|claim(?:s|ed)|maintain(?:s|ed)|represent(?:s|ed)) that|(?:were|was) (?:found |considered |considered to be |held |held to be |regarded as |deemed )?(?:generally )?(?:adequate|satisfactory|appropriate|sufficient|robust|of a good standard)\b|generally satisfactory|(?:nor|neither) (?:is|was|were|does|do|did|has) (?:\w+ ){0,2}(?:find\w*|finding|consider\w*|criticis\w+|conclu\w+|suggest\w*)|(?:not|never) (?:\w+ )?suggested that|(?:considered|examined|consideration (?:was|is) given to|looked (?:at|into)|investigated|asked itself) whether|dismissed (?:the|a|an|any) (?:suggestion|allegation|complaint|argument|claim)|had (?:\w+ )?alleged|no longer (?:pursue[sd]?|relie[sd]|maintain\w*)|(?:was|were) (?:not (?:pursued|maintained|upheld)|(?:dropped|withdrawn))|not (?:at fault|to blame)|(?:was|were) (?:fully )?complied with|if an? (?:\w+ )?(?:person|controller|company|party|organisation|recipient) fails|the suggestion that|(?:found|saw|established|identified) no (?:infringement|contravention|violation|breach of|lack of|fault|failings?|shortcomings?)|no (?:infringement|contravention|violation|breach)(?: of [^.;]{0,40})? (?:was|were|has been|could be) (?:found|established|proved|made out)|did not (?:see|identify|establish) (?:an?|any) (?:lack|infringement|contravention|violation|breach|failing|failure|shortcoming)|had no concerns?)`)

	// text of the law, and the guidance of others, say what must be and not what was.
	lawText = pattern(`(?i)\bshall\b|accidental loss, destruction|\((?:‘|'|“)?integrity and confidentiality|which (?:states|provides)|\bISO ?27|\bNIST\b|\bNCSC\b|published (?:\w+ ){0,3}guidance|guidance (?:also |that |which )?(?:states|says|recommends|suggests|makes clear|provides)\b|\brecital\b|processing systems and services;|pseudonymisation and encryption of personal data;|(?:controllers?|organisations?|processors?) (?:is|are) required|as defined (?:by|in)`)
)

// controls are those that the document presents as failing, in taxonomy
// order. Each passage counts by how closely it ties the control to a word of
// failing and by the part in which it stands; a long document, in which nearly
// every control is spoken of somewhere, has to say more than a short one.
func (d *document) controls() []content.Fact[content.Control] {
	tallies := map[content.Control]*tally{}
	all := signs
	if d.marketing() {
		all = append(all[:len(all):len(all)], marketingSigns...)
		all = append(append(all, plainMarketing...), plainToldMarketing...)
	} else {
		all = append(all[:len(all):len(all)], privacySigns...)
		all = append(all, plainPrivacy...)
	}
	var in *passage
	weight := 0.0
	for _, said := range d.said(all) {
		if said.in != in {
			in, weight = said.in, said.in.weight()
		}
		control := said.by.control
		if tallies[control] == nil {
			tallies[control] = &tally{}
		}
		tallies[control].add(said.how, weight, in)
	}
	return d.failed(tallies)
}

// A saying is a sign that stands in a passage.
type saying struct {
	in  *passage
	by  *sign
	how relation
}

// said are the signs that stand in the passages, in the order of the passages.
// One sign after the other is looked for, through all of them: its automaton
// stays in the processor's cache.
func (d *document) said(all []sign) []saying {
	found := make([][]saying, len(d.passages()))
	for k := range all {
		for i := range d.passed {
			p := &d.passed[i]
			if p.part == statute || p.part == counsel || p.part == remedied {
				continue
			}
			if how := all[k].in(p); how != unsaid {
				found[i] = append(found[i], saying{p, &all[k], how})
			}
		}
	}
	return slices.Concat(found...)
}

// A document shorter than short tells of little but the matter; in a longer one
// a word in passing is not enough, and from long on the need grows.
const (
	short = 12e3
	long  = 90e3
)

// failed are the controls of which enough was said.
func (d *document) failed(tallies map[content.Control]*tally) []content.Fact[content.Control] {
	need := .5
	if size := float64(len(d.text.Body)); size > short {
		need = math.Max(1, math.Sqrt(size/long))
	}
	var ids []content.Control
	for id, t := range tallies {
		if t.total() >= need {
			ids = append(ids, id)
		}
	}
	content.SortControls(ids)
	var facts []content.Fact[content.Control]
	for _, id := range ids {
		t := tallies[id]
		facts = append(facts, content.Fact[content.Control]{Value: id, Score: math.Min(1, .5+t.total()/need/4), Quotes: d.proof(t.best)})
	}
	return facts
}

// A tally is what a document says of one control.
type tally struct {
	clear, loose float64
	best         *passage // the clearest, the first of them
	most         float64
}

func (t *tally) add(how relation, weight float64, p *passage) {
	value := weight
	switch how {
	case governed:
		t.clear += value
	case loose:
		value *= .5
		t.loose += value
	case caused:
		value *= .2
		t.loose += value
	}
	if t.best == nil || value > t.most {
		t.best, t.most = p, value
	}
}

// total does not let many loose words make up for the want of a clear one.
func (t *tally) total() float64 { return t.clear + math.Min(t.loose, .6) }

// weight is how much a passage can say of what failed. A question says nothing.
func (p *passage) weight() float64 {
	if strings.HasSuffix(p.text, "?") || p.says(advice) && !p.says(advisedBefore) || p.says(lawText) || lawText.in(p.stem()) || p.says(acquits) {
		return 0
	}
	if p.says(remedy) && !p.says(strongly) {
		return 0
	}
	switch p.part {
	case findings:
		return 1.2
	case background:
		return .8
	}
	return 1
}

// A relation is how closely a passage ties a control to a word of failing.
type relation int

const (
	unsaid   relation = iota
	caused            // it is what happened, after which the regulator acted
	loose             // both stand near one another
	governed          // the word says it of the control
)

// after leads to what happened and only names it: "fined £80,000 after the loss of paper records".
var after = pattern(`(?i)\b(?:fined|penalty|fine|reprimand\w*|notice|undertaking|told|acted|£[\d.,]+\w*)\b.{0,80} after (?:an? |the |some |personal (?:data|information) (?:was|were) )?$`)

// in is the closest relation that a passage has for the sign.
func (s *sign) in(p *passage) relation {
	alone := s.alone != nil && p.says(s.alone)
	if !alone && (s.subject == nil || !p.wanting || !p.says(s.subject)) || s.unless != nil && p.says(s.unless) {
		return unsaid
	}
	if alone {
		if after.in(p.text[:p.find(s.alone)[0]]) {
			return caused
		}
		return governed
	}
	closest := unsaid
	for _, m := range p.findAll(s.subject) {
		closest = max(closest, p.relation(m[0], m[1]))
	}
	return closest
}

// saysWanting reports whether the words of failing stand anywhere in a passage.
func (p *passage) saysWanting() bool {
	return p.says(wanting) || p.says(wantingAfter) || p.says(listing) || p.says(loosely)
}

// relation is that of the words at a place to the words of failing around it.
func (p *passage) relation(start, end int) relation {
	before := p.text[:start]
	if p.lead != nil { // it governs the item, not the item's number
		before = strings.TrimRight(p.stem(), ".") + " " + listItem.replace(before, "")
	}
	left, right := clauseBefore(before), clauseAfter(p.text[end:])
	switch {
	case wanting.in(tail(left, 60) + p.text[start:end]), listing.in(listBefore(before)), wantingAfter.in(head(right, 60)):
		return governed
	case wanting.in(tail(left, 110)), loosely.in(tail(left, 60)), loosely.in(head(right, 60)), wantingAfter.in(head(right, 100)):
		return loose
	}
	return unsaid
}

var (
	// clauses end where another one begins.
	clauses = pattern(`(?i)[;:.] |\b(?:but|although|though|whilst|while|whereas|however|despite)\b`)

	// apart parts what no list joins.
	apart = pattern(`(?i)[a-z)]\. |\b(?:but|although|though|whilst|while|whereas|however|despite)\b`)

	// clausesAfter also end where the words that follow are about something else.
	clausesAfter = pattern(`(?i)[;:.] |, (?:who|and|so|the|this|these)\b|\b(?:but|although|though|whilst|while|whereas|however|despite|albeit|that)\b`)

	// marker is what stands before an item of a list.
	marker = exactly(`(?i)^\W{0,3}(?:and |or )?\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)] |^\W{1,3}$`)
)

// clauseBefore is the end of a text from where its last clause begins. What
// leads into a list governs its items, so they do not begin one.
func clauseBefore(text string) string {
	text = tail(text, 600)
	all := clauses.findAll(text)
	for i := len(all) - 1; i >= 0; i-- {
		switch rest := text[all[i][1]:]; {
		case marker.in(rest), text[all[i][0]] == ':', marker.in(text[max(0, all[i][0]-4):all[i][1]]):
			continue
		default:
			return rest
		}
	}
	return text
}

// listBefore is the end of a text from where its last sentence begins: the
// items of a list may be parted by semicolons.
func listBefore(text string) string {
	text = tail(text, 400)
	if all := apart.findAll(text); len(all) > 0 {
		return text[all[len(all)-1][1]:]
	}
	return text
}

func clauseAfter(text string) string {
	text = head(text, 120)
	if m := clausesAfter.find(text); m != nil {
		return text[:m[0]]
	}
	return text
}

func tail(text string, n int) string { return text[max(0, len(text)-n):] }
func head(text string, n int) string { return text[:min(n, len(text))] }

var (
	// aboutMarketing are the words of the rules on marketing.
	aboutMarketing = pattern(`(?i)\b(?:PECR|privacy and electronic communications|nuisance (?:calls?|texts?|messages|e-?mails?|marketing)|unsolicited|telephone preference|TPS|robo-?calls?|(?:automated|robot) (?:\w+ )?calls?|cold[- ]call\w*|spam (?:texts?|e-?mails?)|(?:direct )?marketing (?:phone )?(?:calls?|texts?|text messages|e-?mails?|messages|SMS)|(?:illegal|unlawful|unwanted|spam) (?:phone )?(?:calls?|texts?|text messages|e-?mails?|messages|SMS))\b`)

	// nearMarketing are words that matters of security use too.
	nearMarketing = pattern(`(?i)\b(?:direct marketing|nuisance|spam\w*|cold[- ]call\w*|texts|text messages|bombard\w*|sales calls|robot calls|inbox(?:es)?|lead[- ]generat\w+|marketing (?:list|campaign)s?|opt(?:ed)?[- ]?in|unsubscribe\w*)\b`)
)

// spamOfIntruders is sent from what was broken into: no marketing of the party.
var spamOfIntruders = pattern(`(?i)\b(?:spam|junk|phishing)\b.{0,80}\b(?:servers?|hacked|compromised|(?:hi)?jacked|mailbox(?:es)?|attackers?|hackers?|intruders?)\b|\b(?:hacked|compromised|hijacked|attackers?|hackers?|intruders?)\b.{0,80}\b(?:spam|junk|phishing)\b`)

// marketing reports whether the document is about marketing calls or messages.
func (d *document) marketing() bool {
	d.passages()
	return d.sells
}

// aboutSelling is marketing, worked out once.
func (d *document) aboutSelling() bool {
	count := 0
	for i := range d.passed {
		p := &d.passed[i]
		if p.start > 3000 || count > 1 {
			break
		}
		if p.says(spamOfIntruders) {
			continue
		}
		if p.says(aboutMarketing) {
			count += 2
		} else if p.says(nearMarketing) {
			count++
		}
	}
	return count > 1
}
