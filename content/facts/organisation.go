package facts

import (
	"slices"
	"strings"

	"casebook/content"
)

// name is how a party is written: capitalised words with the small words that
// join them, and legal forms in brackets.
const name = `((?:[Tt]he )?(?:[A-Z][\w&’'.!+-]*|\d+[a-z]{2}\w*)(?:,? (?:Inc|Ltd|LLP|LLC|plc|Plc|PLC|Limited|Co)\b\.?| \((?:UK|GB|Holdings|Europe|International|[0-9]{4})\)|(?: (?:of|and|the|for|&|on|in|upon|de|to|at)){1,2} [A-Z][\w&’'.!+-]*| [A-Z&][\w&’'.!+-]*| plc\b)*)`

// described is what may stand before a name: "the genetic testing company",
// "a Manchester-based charity,".
const described = `(?:(?:the|a|an|two|its) )?(?:(?:Scottish|British|English|Welsh|Irish|US|UK|American|London|[A-Z][a-z]+-based|[a-z][\w'’-]*) ){0,7}?(?:[a-z]+, )?`

// cues are ways in which a party is named as the one acted against. Group 1
// is the party.
var cues = []struct {
	words *phrase
	score float64
}{
	{pattern(`(?:TO|To): ?` + name), 3},
	{pattern(`\b(?:has|have|had|was|were|is|been) (?:provisionally )?(?:today |now |also )*(?:decided to fine|fined|reprimanded|prosecuted) ` + name), 2.2},
	{pattern(`\b(?:fines?|fined|fining|reprimands|reprimanded|reprimanding|prosecutes|penalised) ` + name), 2},
	{pattern(`\b(?:fines|fined|fining|reprimanded|prosecuted|penalised|served|issued) ` + described + name), 1.5},
	{pattern(`\b(?:ordered|orders) ` + name + ` (?:to|,)`), 1.8},
	{pattern(`\b(?:[Cc]ontroller|[Cc]ompany|[Pp]arties|[Ee]ntities|[Oo]rganisation)(?: is|:| was) ` + name), 1.6},
	{pattern(`^` + name + `(?:,? \([^)]{2,60}\))? (?:is an?|is the|offers|advertises|operates|sells|provides|was an?|supplies) `), 1.2},
	{pattern(`^` + name + `,? (?:which|a company|an? [a-z]+ (?:company|firm|charity)) `), 1.2},
	{pattern(name + ` (?:has|have|had|was|were|is being|is|must|could|will|faces?|is facing|are facing) (?:today |now |also |provisionally |been |be |to )*(?:fined|reprimanded|ordered|issued|served|handed|hit with|given|told|pay|prosecuted|facing|faces?|signed|slapped|sanctioned|a (?:possible |provisional )?(?:fine|penalty))\b`), 2},
	{pattern(name + ` (?:fined|faces?|facing|reprimanded|must pay|appeals?|has appealed)\b`), 1.6},
	{pattern(`\b(?:issued|serves?|served|issues|hit|handed|given|issuing|issue) ` + name + ` (?:with|a|an)\b`), 2},
	{pattern(`\b(?:fines?|penalty|penalties|notices?|reprimands?|sanctions?|MPN|undertakings?)\b[^.]{0,60}? (?:on|to|against|for|upon) ` + described + name), 1.2},
	{pattern(`\b(?:imposed|imposes|served|levied) (?:on|upon) ` + name), 2},
	{pattern(`\brequires ` + name + ` to (?:pay|take)\b`), 3},
	{pattern(`\b(?:found|finding|concluded|decided|ruled|satisfied) that ` + name + ` (?:had|has|failed|did|was|infringed|contravened|breached|processed)\b`), 1.6},
	{pattern(name + ` (?:had |has )?(?:failed|infringed|contravened|breached)\b`), 1},
	{pattern(`\b(?:intends? to fine|intention to fine|decided to fine|decision to fine|proposes to fine) ` + name), 2.4},
	{pattern(`\b(?:appeal (?:of|by|brought by)|case of|investigation into|complaints? against) ` + name), 1},
	{pattern(`\b[Cc]ontroller,? \(?` + name), .8},
}

var (
	// nobody are capitalised words that are no party.
	nobody = exactly(`^(?:[Tt]he )?(?:ICO|Information Commission\w*\b.*|Commissioner.*|Commission|Office|Court.*|(?:First-tier |Upper )?Tribunal.*|Upper Tribunal.*|First.*|GDPR|UK|EU|UK GDPR|DPA.*|PECR|Data Protection.*|Privacy and.*|Regulations?.*|Article.*|Section.*|Parliament|Government|ICO’s|ICO's|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|He|She|It|They|We|You|I|This|That|These|Those|There|In|On|At|By|A|An|If|As|But|And|For|After|When|While|However|Although|Following|Under|Its|Their|His|Her|Who|What|Which|Why|How|Where|Both|Each|All|Any|Some|No|Not|England|Wales|Scotland|Northern Ireland|Britain|British|London|Europe|European.*|Notice.*|Penalty.*|Monetary.*|Enforcement.*|Reprimand.*|Decision.*|NHS|MPN|FTT|CNIL|DPC|FCA|Treasury|Secretary.*|Mr|Mrs|Ms|Dr|John Edwards|Elizabeth Denham|Head of.*|Director.*|Deputy.*|TPS|Consolidated.*|Companies House|Telephone Preference Service|PSL|AND|OF|TO|Fine|Fines|Company|Companies|Firm|Watchdog|Regulator|Police|Council|Trust|Hospital|Charity|Controller|The|Scottish|British|\d[\d.,]*|[A-Z])$|^the$`)

	legalForm = exactly(`\b(?:Ltd|Limited|PLC|plc|Plc|LLP|LLC|Inc|Incorporated|Trust|Council|Police|University|School|Company|CIC|Corporation|Commission|Department|Ministry|Office|Board|Association)\b`)

	alias = pattern(`^,? ?\((?:the )?(?:“|"|‘|')?([A-Z][\w&’'. -]{1,40}?)(?:”|"|’|')?\)`)

	trailing = exactly(`(?i)(?:[\s,]+(?:over|after|for|in|on|and|of|the|to|with|by|at|from|following|under|Ltd’s|said|has|was|ICO|Information|Commissioner)|[’']s?|[.,;:&-])+$`)
)

// calendar tells a date from a name.
var calendar = exactly(`\b(?:January|February|March|April|May|June|July|August|September|October|November|December) ?\d|^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|GBP|^[A-Z][a-z]+ \d{4}$`)

// A naming is one way in which a sentence names the party.
type naming struct {
	name, as string // as spelled; the alias given in brackets
	score    float64
	in       sentence
}

// parties finds the party that was acted against, or the several of a joint
// notice. A document that only speaks of "the controller" names none.
func (d *document) parties() []content.Fact[content.Party] {
	if facts := d.titleParties(); len(facts) > 0 {
		return facts
	}
	var all []naming
	for _, s := range d.told() {
		for _, cue := range cues {
			for _, m := range s.findAll(cue.words) {
				all = d.appendNaming(all, s, m[2], m[3], cue.score)
			}
		}
	}
	if listed := d.listedParties(); len(listed) > 1 {
		return listed
	}
	best := d.bestName(all)
	if best == nil {
		return nil
	}
	party := content.Party{Name: d.fullest(best.name, all), Aliases: aliases(best, all)}
	party.Person = person.in(party.Name) && !company.in(party.Name)
	return []content.Fact[content.Party]{{Value: party, Score: min(best.score/3, 1), Quotes: []content.Quote{d.quote(d.sentenceWith(party.Name, best.in))}}}
}

// appendNaming adds a candidate with what the place in the document tells.
func (d *document) appendNaming(all []naming, s sentence, start, end int, score float64) []naming {
	found := strings.TrimSpace(s.text[start:end])
	for trimmed := trailing.replace(found, ""); trimmed != found; trimmed = trailing.replace(found, "") {
		found = trimmed
	}
	found = strings.TrimPrefix(found, "the ")
	if nobody.in(found) || calendar.in(found) || len(found) < 3 || len(found) > 90 || regulator.in(found) {
		return all
	}
	if s.paragraph == 0 {
		score *= 1.4
	} else if s.zone == lead {
		score *= 1.2
	} else {
		score *= .5
	}
	n := naming{name: strings.Join(strings.Fields(found), " "), score: score, in: s}
	if m := alias.words(s.text[end:]); m != nil && !nobody.in(m[1]) {
		n.as = m[1]
	}
	return append(all, n)
}

var listed = pattern(name + ` \((£[\d,.]+ ?(?:million|m|k)?)\)`)

// listedParties reads a round-up: names with their sums in brackets, two or
// more in one sentence.
func (d *document) listedParties() []content.Fact[content.Party] {
	for _, s := range d.told() {
		found := listed.allWords(s.text)
		if len(found) < 2 {
			continue
		}
		var facts []content.Fact[content.Party]
		for _, m := range found {
			who, own := strings.TrimPrefix(strings.TrimPrefix(m[1], "the "), "and "), sums(m[2])
			if len(own) != 1 || nobody.in(who) {
				return nil
			}
			facts = append(facts, content.Fact[content.Party]{Value: content.Party{Name: who, Amount: own[0].money}, Score: .9, Quotes: []content.Quote{d.quote(s)}})
		}
		return facts
	}
	return nil
}

// bestName adds up what is said of each name; names of which one begins with
// the other are one.
func (d *document) bestName(all []naming) *naming {
	var best *naming
	top := 0.0
	for i := range all {
		total := 0.0
		for j := range all {
			if sameName(all[i].name, all[j].name) || all[j].as != "" && sameName(all[i].name, all[j].as) {
				total += all[j].score
			}
		}
		if legalForm.in(all[i].name) {
			total *= 1.15
		}
		if total > top {
			top = total
			n := all[i]
			n.score = total
			best = &n
		}
	}
	if best == nil || best.score < 1 {
		return nil
	}
	return best
}

// sameName reports whether two spellings are of one party.
func sameName(a, b string) bool {
	x, y := foldName(a), foldName(b)
	return x == y || x != "" && y != "" && (strings.HasPrefix(x, y+" ") || strings.HasPrefix(y, x+" "))
}

var legalSuffix = exactly(`\b(?:ltd|limited|plc|llp|inc|llc|incorporated|the)\b`)

func foldName(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		case r == '\'' || r == '’' || r == '.':
			return -1
		}
		return ' '
	}, strings.ToLower(strings.ReplaceAll(s, "&", " and ")))
	return strings.Join(strings.Fields(legalSuffix.replace(s, " ")), " ")
}

// fullest is the longest spelling of a name that the candidates hold: the
// legal name, where it is given anywhere.
func (d *document) fullest(name string, all []naming) string {
	full := name
	for _, n := range all {
		if sameName(n.name, name) && legalForm.in(n.name) && len(n.name) > len(full) && len(n.name) < len(full)+40 {
			full = n.name
		}
	}
	return full
}

func aliases(best *naming, all []naming) []string {
	var names []string
	for _, n := range all {
		if !sameName(n.name, best.name) {
			continue
		}
		for _, other := range []string{n.as, n.name} {
			if other != "" && other != best.name && len(names) < 6 {
				names = append(names, other)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// sentenceWith is the first sentence that spells the name, or else the given
// one.
func (d *document) sentenceWith(name string, otherwise sentence) sentence {
	if strings.Contains(otherwise.text, name) {
		return otherwise
	}
	for _, s := range d.sentences {
		if strings.Contains(strings.Join(strings.Fields(s.text), " "), name) {
			return s
		}
	}
	return otherwise
}

var (
	person  = exactly(`(?i)\b(?:former|ex-|employee|owner|director|manager|individuals?|sole trader|eight|mr|mrs|ms)\b`)
	company = exactly(`\b(?:Ltd|Limited|PLC|plc|LLP|Inc)\b`)
	joined  = exactly(`,? and |, `)
)

// titleParties reads the headline of the regulator's item page, which is the
// party's name, or those of several.
func (d *document) titleParties() []content.Fact[content.Party] {
	if d.hint.Kind != content.Item && d.hint.Kind != content.Notice || len(d.sentences) == 0 {
		return nil
	}
	s := d.sentences[0]
	if d.hint.Kind == content.Notice {
		var ok bool
		if s, ok = d.addressed(); !ok {
			return nil
		}
	}
	title := strings.TrimSpace(strings.TrimPrefix(s.text, "TO:"))
	if s.start+len(s.text) < len(d.text.Body) && len(title) > 120 {
		return nil
	}
	var facts []content.Fact[content.Party]
	for _, one := range splitParties(title) {
		one, also := nameAndAlias(one)
		p := content.Party{Name: one, Aliases: also, Person: person.in(one) && !company.in(one), Amount: d.share(one)}
		facts = append(facts, content.Fact[content.Party]{Value: p, Score: 1, Quotes: []content.Quote{d.quote(s)}})
	}
	return facts
}

var bracketed = exactly(`^(.+?) \((?:“|")?([A-Z][\w&’' -]{1,30})(?:”|")?\)$`)

// nameAndAlias divides "Police Service of a Region (PSR)"; a bracket such as
// "(UK)" that belongs to the legal name is left.
func nameAndAlias(s string) (string, []string) {
	if m := bracketed.words(s); m != nil && len(m[2]) > 2 {
		return m[1], []string{m[2]}
	}
	return s, nil
}

// addressed is the line "TO: …" of a notice.
func (d *document) addressed() (sentence, bool) {
	for _, s := range d.sentences[:min(len(d.sentences), 20)] {
		if strings.HasPrefix(s.text, "TO: ") && len(s.text) < 160 {
			return s, true
		}
	}
	return sentence{}, false
}

// splitParties divides "A Ltd, B Ltd and C Ltd": only where every piece has a
// legal form is "and" between two parties.
func splitParties(title string) []string {
	pieces := joined.split(title)
	if strings.Contains(title, ", Inc") || len(pieces) < 2 {
		return []string{title}
	}
	for _, p := range pieces {
		if !company.in(p) {
			return []string{title}
		}
	}
	return pieces
}

// share is the sum that a sentence says one of several parties must pay.
func (d *document) share(party string) content.Money {
	for _, s := range d.told() {
		if !strings.Contains(s.text, "must pay") {
			continue
		}
		at := strings.Index(s.text, party)
		if at < 0 {
			continue
		}
		for _, m := range sums(s.text) {
			if m.start > at+len(party) && m.start-at-len(party) < 30 {
				return m.money
			}
		}
	}
	return content.Money{}
}
