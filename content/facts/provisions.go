package facts

import (
	"strings"

	"casebook/content"
)

var (
	article    = exactly(`\b(?:[Aa]rticles?|[Aa]rts?\.?) *(\d{1,2}(?: *\(\w{1,3}\))*)((?:(?:,| and| or|, and| &)? *(?:[Aa]rticles? |[Aa]rt\.? )?\d{1,2}(?: *\(\w{1,3}\))+|(?:,| and| or|, and) *(?:[Aa]rticles? |[Aa]rt\.? )?\d{1,2}\b(?: *\(\w{1,3}\))*)*)`)
	oneArticle = exactly(`\d{1,2}(?: *\(\w{1,3}\))*`)
	pecr       = exactly(`\b(?:[Rr]egulations?|[Rr]egs?\.?) +(19|2[0-4][ABC]?)\b(?: *\(\d\))?(?:(?:,| and| or) *(?:[Rr]egulations? )?(19|2[0-4][ABC]?)\b)?(?:(?:,| and| or) *(?:[Rr]egulations? )?(19|2[0-4][ABC]?)\b)?`)
	section    = exactly(`\b[Ss](?:ection|\.)? *(155|149|55A|55|47|40)\b(?: *\(\d\))*`)
	principle  = exactly(`(?i)\b(?:(seventh|first|third|fourth|fifth|sixth) data protection principle|data protection principle (\d)|principle (\d)|DPP ?(\d))\b`)

	infringes = pattern(`(?i)\b(?:infring\w*|contraven\w*|breach(?:ed|es|ing)?|violat\w*|fail(?:ed|ing|ure)?|compl(?:y|ied|iance)|unlawful\w*|pursuant to|under|in accordance with|required? by|set out in|powers?)\b`)
	breaks    = pattern(`(?i)\b(?:infring\w*|contraven\w*|breach(?:ed|es|ing)?|violat\w*|fail(?:ed|ing|ure)s?|non-compliance|not compl\w+|unlawful\w*)\b`)
	ukGDPR    = pattern(`(?i)\bUK ?GDPR\b|UK General Data Protection Regulation`)
	ordinals  = map[string]string{"first": "1", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7"}
)

// provisions are the rules that the document says were infringed, and the
// power under which a notice was issued.
func (d *document) provisions() []content.Fact[content.Provision] {
	gdpr := "GDPR"
	if ukGDPR.in(flatten(d.text.Body)) {
		gdpr = "UK GDPR"
	}
	law := "DPA 2018"
	if old, new := strings.Count(d.text.Body, "Data Protection Act 1998"), strings.Count(d.text.Body, "Data Protection Act 2018"); old > new {
		law = "DPA 1998"
	}
	found := map[content.Provision]*content.Fact[content.Provision]{}
	for _, s := range d.told() {
		if !s.says(infringes) {
			continue
		}
		for _, name := range provisionsIn(s.text, gdpr, law) {
			p, err := content.ParseProvision(name)
			if err != nil {
				continue // not a rule of any instrument that casebook knows
			}
			d.countProvision(found, p, s)
		}
	}
	var all []content.Fact[content.Provision]
	for _, fact := range found {
		if fact.Score >= threshold {
			fact.Score = min(fact.Score, 1)
			all = append(all, *fact)
		}
	}
	return narrowest(all)
}

// countProvision adds what a sentence says for a provision.
func (d *document) countProvision(found map[content.Provision]*content.Fact[content.Provision], p content.Provision, s sentence) {
	weight := .1
	if s.says(breaks) {
		weight = .5
	}
	power := strings.HasSuffix(string(p), "s 155") || strings.HasSuffix(string(p), "s 55A") || strings.HasSuffix(string(p), "s 149")
	if power && s.zone == lead {
		weight = .5
	}
	fact := found[p]
	if fact == nil {
		fact = &content.Fact[content.Provision]{Value: p}
		found[p] = fact
	}
	if weight >= .5 && fact.Score < threshold {
		fact.Quotes = []content.Quote{d.quote(s)} // the sentence that says infringed
	}
	if len(fact.Quotes) == 0 {
		fact.Quotes = []content.Quote{d.quote(s)}
	}
	fact.Score += weight
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

// provisionsIn returns the rules that a sentence names, in canonical form.
func provisionsIn(s, gdpr, law string) []string {
	var all []string
	tight := func(number string) string { return strings.ReplaceAll(number, " ", "") }
	for _, m := range article.allWords(s) {
		for _, number := range oneArticle.allWords(m[0]) {
			all = append(all, gdpr+" Art "+tight(number[0]))
		}
	}
	for _, m := range pecr.allWords(s) {
		for _, number := range m[1:] {
			if number != "" {
				all = append(all, "PECR reg "+number)
			}
		}
	}
	for _, m := range section.allWords(s) {
		all = append(all, sectionLaw(m[1], law)+" s "+m[1])
	}
	for _, m := range principle.allWords(s) {
		number := ordinals[strings.ToLower(m[1])] + m[2] + m[3] + m[4]
		all = append(all, "DPA 1998 Principle "+number)
	}
	return all
}

// sectionLaw is the Act that a section's number belongs to.
func sectionLaw(number, law string) string {
	switch number {
	case "155", "149":
		return "DPA 2018"
	case "55A", "55", "47", "40":
		return "DPA 1998"
	}
	return law
}
