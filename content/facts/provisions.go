package facts

import (
	"math"
	"strings"

	"casebook/content"
)

var (
	// infringing says that what follows was infringed.
	infringing = pattern(`(?i)\b(?:infring\w*|br(?:oke|oken|eaking|eaks)(?: \w+){0,2} $|(?:reprimand|notice|penalty|decision|fine) (?:cites|cited|rests on|rested on)|(?:no|without|lack\w*|neither) (?:an? |any |valid |lawful |legal |appropriate )*(?:exception|exemption|condition|basis|ground)s? (?:under|in|within)|contraven\w*|(?:in|of|for|by|serious|a|this) breach(?:es)? of|br(?:oke|oken|eaking|eaks) (?:\w+ ){0,2}(?:articles?|regulations?|sections?|principles?)|(?:neither|not) (?:\w+ )?(?:lawful|fair|transparent)(?:ly)?|rather than (?:\w+ ){0,6}(?:laid down|required|set) (?:in|by)|r(?:an|un) foul of|fell foul of|flout\w*|in contravention|disregard\w* of|breach(?:es)? of|breached|breaching|violat\w*|fail(?:ed|ing|ures?|s)? (?:\w+ ){0,3}(?:to|with|in) (?:\w+ )?(?:comply|satisfy|meet|fulfil|adhere|observe|obligations?|respect|discharge)|non-?compliance with|not (?:\w+ )?(?:compl(?:y|ied|iant|ying)|in (?:compliance|accordance)|satisf(?:y|ied)|met)|unable to satisfy|contrary to|offences? (?:under|of)|guilty .{0,80}\bunder|obtain\w* .{0,80}\bunder|inconsistent with|fell short of|in respect of the following|requirements? of|fail\w* to (?:\w+ ){0,8}in accordance with)\b`)

	// infringed says it of what stands before.
	infringed = pattern(`(?i)^.{0,70}?\b(?:(?:was|were|is|has|have|had) (?:\w+ )?(?:been )?(?:infringed|breached|contravened|violated|not (?:met|complied|satisfied))|infringements?|contraventions?|breach(?:es)?\b)`)

	// supposed says that an infringement is only spoken of: what would follow from one, what may be one.
	supposed = pattern(`(?i)\b(?:whether|in the event|maximum|up to|liable|subject to (?:a|an|administrative)|infringements? of the following provisions|where (?:a|an|there)|any (?:failure|infringement)|not forming|no (?:finding|infringement|contravention|breach)|(?:does|did|do) not (?:find|consider that)|power to|intended to|previous(?:ly)? (?:infring\w+|breach\w*)|for the purposes of|would (?:be|amount|constitute)|alleg(?:ed|ations) in the|type of failure)\b`)

	// merely names a rule that defines, empowers or lists, at the end of what stands before it.
	merely = pattern(`(?i)(?:\b(?:within the meaning of|by virtue of|as (?:defined|required|set out) (?:by|in|under|at)|defined (?:by|in|at)|definition (?:in|of|at)|referred to in|set out (?:in|at)|described in|listed in|having regard to|has regard to|notif\w+ (?:\w+ ){0,6}(?:under|as per)|(?:requests?|powers?|notices?|rights?|lists?|published|steps|exempt\w*|consent|penalt(?:y|ies)|fines?|factors|reprimand\w*|legal basis for \w+ \w+) (?:\w+ ){0,3}(?:under|in|at|by|to)|as per|conditions? (?:in|of|from|set out in)|category data (?:\w+ ){0,4}(?:of|by)) (?:the )?|\bconsidered .{0,60})$`)
)

// provisions are the rules that the document says were infringed, and the
// power under which its notice was issued.
func (d *document) provisions() []content.Fact[content.Provision] {
	in := d.instruments()
	heard := map[content.Provision]*tally{}
	count := func(rule content.Provision, weight float64, p *passage) {
		if heard[rule] == nil {
			heard[rule] = &tally{}
		}
		heard[rule].add(governed, weight, p)
	}
	for i := range d.passages() {
		p := &d.passed[i]
		said := p.says(infringing) || p.says(asRequired) || p.lead != nil && infringing.in(p.stem()) || p.says(infringed)
		power := p.says(empowered)
		if !said && !power {
			continue
		}
		all := in.citations(p.text)
		for k, c := range all {
			if weight := p.infringement(all, k); said && weight > 0 {
				count(c.rule, weight, p)
			} else if power && d.isPower(c, p) {
				count(c.rule, 3, p)
			}
		}
	}
	return d.infringedRules(heard)
}

// instruments are the laws that this document means.
func (d *document) instruments() instruments {
	in := instruments{articles: "GDPR", sections: "DPA 2018", marketing: d.marketing()}
	uk, any, old, new := 0, 0, 0, 0
	for i := range d.sentences {
		s := &d.sentences[i]
		uk += len(s.findAll(ukGDPR))
		any += len(s.findAll(anyGDPR))
		old += len(s.findAll(actOf1998))
		new += len(s.findAll(actOf2018))
		in.marketing = in.marketing || s.says(pecr)
	}
	if uk > 0 && uk >= (any-uk)/4 {
		in.articles = "UK GDPR"
	}
	if old > new {
		in.sections = "DPA 1998"
	}
	return in
}

var (
	ukGDPR    = pattern(`(?i)\bUK ?\)? ?GDPR\b|UK General Data Protection Regulation`)
	anyGDPR   = pattern(`(?i)\bGDPR\b|General Data Protection Regulation`)
	actOf1998 = pattern(`Protection Act 1998|DPA ?1998`)
	actOf2018 = pattern(`Protection Act 2018|DPA ?2018`)
	pecr      = pattern(`PECR|Privacy and Electronic Communications`)
)

// infringement is how surely a passage says that the kth of its citations was
// infringed. The members of a list are governed by what stands before it.
func (p *passage) infringement(all []citation, k int) float64 {
	if p.part == statute || p.part == counsel || unbreakable.in(string(all[k].rule)) {
		return 0
	}
	start := all[k].start
	for i := k; i > 0 && all[i-1].end <= all[i].start && joins.in(p.text[all[i-1].end:all[i].start]); i-- {
		start = all[i-1].start
	}
	left := tail(p.stem()+" "+p.text[:start], 150)
	if merely.in(left) && !notAsRequired.in(left) || supposed.in(tail(left, 110)) || p.says(clearedOfRule) {
		return 0
	}
	switch {
	case infringing.in(left), notAsRequired.in(left):
	case infringed.in(head(p.text[all[k].end:], 90)):
	default:
		return 0
	}
	switch {
	case p.says(decides):
		return 1.5
	case p.part == background || p.part == remedied:
		return .5
	}
	return 1
}

// asRequired is what a rule wants, notAsRequired that it was not done.
var (
	asRequired    = pattern(`(?i)\b(?:required|demanded|laid down|prescribed|called for) (?:by|in|under)\b`)
	notAsRequired = pattern(`(?i)\b(?:(?:did|does|had|was|were|is|has|have) (?:not|never)|fail(?:ed|s|ing|ure)|neither|nor|without|lacked)\b[^.;]{0,90}\b(?:required|demanded|laid down|prescribed|called for) (?:by|in|under)\W+(?:the )?$`)
)

// clearedOfRule is said of what was looked into and not found, or given up.
var clearedOfRule = pattern(`(?i)\b(?:no (?:infringement|contravention|violation|breach)(?: of [^.;]{0,50})? (?:was|were|has been|could be) (?:found|established|proved|made out)|(?:found|established|saw) no (?:infringement|contravention|violation|breach) of|provisional findings?\b.{0,100}\b(?:dropped|withdrawn|abandoned|not (?:pursued|upheld|maintained|confirmed)))\b`)

// decides is the sentence in which a notice says what it is for.
var decides = pattern(`(?i)\b(?:decided to (?:issue|impose|give|serve|fine)|(?:is being|is|has been) (?:issued|imposed) (?:because|in respect|in relation))\b`)

// unbreakable are rules that define or empower.
var unbreakable = exactly(`GDPR Art (?:[1-4]|5[0-9]|6[0-9]|7[0-9]|8[0-9]|9[0-9])\b|DPA 2018 s 1(?:49|55|60)\b|DPA 1998 s (?:55A|40|1)\b`)

// joins is all that stands between two members of a list.
var joins = exactly(`(?i)^\W*(?:(?:and|or|as well as|both|also|of|the|UK|GDPR|PECR|,|;|/|&|DPA|2018|1998)\W*)*$`)

var (
	// empowered speaks of the act for which a power is used.
	empowered = pattern(`(?i)(?:penalty|notice|reprimand|\bfine|powers?|conditions?)`)

	// acting is that act before the rule that gives the power.
	acting = pattern(`(?i)(?:(?:issu|impos|giv|serv)\w+ .{0,120}(?:penalty|notice|reprimand|fine)|reprimand(?:s|ed)?|\w*powers?|conditions?|penalty|fine|enforcement notice)\b.{0,120}?\b(?:under|pursuant to|in accordance with|by|of|set out (?:in|under)|from|in terms of)\W+(?:the )?$`)
)

// isPower reports whether a citation is of the power that this document uses:
// to impose a penalty, to give an enforcement notice, to reprimand.
func (d *document) isPower(c citation, p *passage) bool {
	if p.part == statute || p.part == counsel || supposed.in(p.text[:c.start]) && p.zone != lead {
		return false
	}
	rule, left := string(c.rule), tail(p.text[:c.start], 200)
	enforcing := strings.Contains(strings.ToLower(d.head), "enforcement notice") && !strings.Contains(strings.ToLower(d.head), "penalty notice")
	switch {
	case strings.Contains(rule, "DPA 2018 s 155"):
		return p.zone == lead || acting.in(left)
	case strings.Contains(rule, "DPA 1998 s 55A"):
		return p.zone == lead && acting.in(left) || acting.in(left)
	case strings.Contains(rule, "DPA 2018 s 149"), strings.Contains(rule, "DPA 1998 s 40"):
		return enforcing && (p.zone == lead || acting.in(left))
	case strings.Contains(rule, "Art 58(2)(b)"), strings.Contains(rule, "Art 58(2)(i)"), strings.HasSuffix(rule, "GDPR Art 83"):
		return acting.in(left)
	}
	return false
}

// infringedRules are those of which enough was said: of the article or section
// in all, and of each of its parts beside the others.
func (d *document) infringedRules(heard map[content.Provision]*tally) []content.Fact[content.Provision] {
	need := 1.0
	if size := float64(len(d.text.Body)); size > long {
		need = 1.5 * math.Sqrt(size/long)
	} else if size < short {
		need = .5
	}
	whole := map[string]float64{}
	for rule, t := range heard {
		whole[ruleOf(rule)] += t.total()
	}
	var all []content.Fact[content.Provision]
	for rule, t := range heard {
		if of := whole[ruleOf(rule)]; of >= need && t.total() >= of/8 {
			all = append(all, content.Fact[content.Provision]{Value: rule, Score: math.Min(1, .5+t.total()/need/4), Quotes: d.proof(t.best)})
		}
	}
	return narrowest(all)
}

// ruleOf is the article, regulation or section of which a rule is a part.
func ruleOf(rule content.Provision) string {
	whole, _, _ := strings.Cut(string(rule), "(")
	return whole
}

// narrowest drops a rule of which a part is there too, and sorts.
func narrowest(all []content.Fact[content.Provision]) []content.Fact[content.Provision] {
	var names []content.Provision
	byName := map[content.Provision]content.Fact[content.Provision]{}
	for _, f := range all {
		parent := false
		for _, g := range all {
			parent = parent || g.Value != f.Value && strings.HasPrefix(string(g.Value), string(f.Value)+"(")
		}
		if !parent {
			names = append(names, f.Value)
			byName[f.Value] = f
		}
	}
	content.SortProvisions(names)
	var sorted []content.Fact[content.Provision]
	for _, name := range names {
		sorted = append(sorted, byName[name])
	}
	return sorted
}
