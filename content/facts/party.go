package facts

import (
	"cmp"
	"slices"
	"strings"
)

// plausible leaves out what is capitalised only because a sentence or a
// headline begins with it, and divides "A and B" where the document speaks of
// A and of B.
func (d *document) plausible(all []naming) []naming {
	alone := map[string]int{}  // names, by how often they stand inside a sentence
	prefix := map[string]int{} // first words of names
	for _, n := range all {
		if !n.initial || strings.Contains(n.name, " ") {
			alone[n.folded]++
			first, _, _ := strings.Cut(n.folded, " ")
			prefix[first]++
		}
	}
	joint := map[string]bool{} // names of two, as a sentence somewhere tells
	for _, n := range all {
		joint[n.folded] = joint[n.folded] || n.in.says(together)
	}
	publisher := d.publisher()
	var kept []naming
	for _, n := range all {
		if publisher != "" && !n.acted && sameName(n.name, publisher) {
			continue
		}
		single := n.initial && !strings.Contains(n.name, " ")
		if single && (aTrade.in(n.name) || prefix[n.folded] == 0 && !d.looksNamed(n)) {
			continue
		}
		kept = append(kept, divide(withoutTrade(n, alone), alone, joint[n.folded])...)
	}
	return kept
}

// publisher is whose page it is, as its line of copyright says; "" where none
// does.
func (d *document) publisher() string {
	for i := len(d.sentences) - 1; i >= 0; i-- {
		at := copyright.find(d.sentences[i].text)
		if at == nil {
			continue
		}
		if whose := mentions(d.sentences[i].text[at[1]:]); len(whose) > 0 {
			return whose[0].name
		}
	}
	return ""
}

// copyright is the sign, or the word or its letter in brackets before a year:
// the letter alone numbers the members of a list.
var copyright = exactly(`(?i)(?:©|(?:\(c\)|\bcopyright)(?: *(?:©|\(c\)))? *(?:19|20)\d\d) *(?:(?:19|20)\d\d)?(?: ?[-–] ?(?:19|20)?\d\d)? *`)

var aTrade = exactly(`(?i)^(?:` + patient + `|seller|maker|lender|telco|carrier|publisher|grocer|hotelier|supermarket|pharmacy|processor|marketer|caller|spammer|hospital)$`)

// partyTrades are people of a trade, who stand in the plural before the name of their firm.
var partyTrades = exactly(`^(?:Solicitors|Lawyers|Conveyancers|Accountants|Architects|Surveyors|Brokers|Insurers|Lenders|Bankers|Builders|Roofers|Plumbers|Removers|Recruiters|Marketers|Telemarketers|Publishers|Developers|Landlords|Retailers|Grocers|Jewellers|Opticians|Dentists|Chemists|Pharmacists|Barristers|Auctioneers|Hoteliers|Caterers|Hauliers|Couriers)$`)

// withoutTrade takes from the beginning of a sentence the word that says what
// the party is, where the rest is a name elsewhere: "Builder Example".
func withoutTrade(n naming, alone map[string]int) naming {
	trade, rest, ok := strings.Cut(n.name, " ")
	if !n.initial || !ok || !aTrade.in(trade) && !partyTrades.in(trade) {
		return n
	}
	folded := foldName(rest)
	whole := partyTrades.in(trade) && hasForm(rest) && strings.Count(rest, " ") > 1
	if !whole && alone[folded] == 0 && !standsAlone(folded, alone) {
		return n
	}
	n.start = max(n.start, n.end-len(rest))
	n.name, n.folded = rest, folded
	return n
}

// looksNamed reports whether a single word that begins a sentence is a name
// though it stands nowhere else: not a word, or something is done to it.
func (d *document) looksNamed(n naming) bool {
	if len(n.as) > 0 || strings.IndexFunc(n.name[1:], isUpper) >= 0 {
		return true
	}
	return n.acted
}

func isUpper(r rune) bool { return r >= 'A' && r <= 'Z' }

// divide makes two names of "A and B" where both stand alone elsewhere, or
// begin names that do.
func divide(n naming, alone map[string]int, joint bool) []naming {
	a, b, ok := strings.Cut(n.name, " and ")
	twoBodies := ok && partyWhole.in(a) && strings.Contains(b, " ") && (institutionLast(b) || hasForm(b))
	if !ok || institutionLast(n.name) && !twoBodies {
		return []naming{n}
	}
	joint = joint || twoBodies
	fa, fb := foldName(a), foldName(b)
	if !joint && (!standsAlone(fa, alone) || !standsAlone(fb, alone)) {
		return []naming{n}
	}
	x, y := n, n
	x.name, x.folded, x.as = a, fa, nil
	y.name, y.folded = b, fb
	x.end = n.start + len(a)
	y.start = n.end - len(b)
	return []naming{x, y}
}

// partyWhole ends the name of a body that is whole by itself, so that "and" after
// it begins another one.
var partyWhole = exactly(` (?:Council|Police|Constabulary|Trust|University|Board|Ltd|Limited|plc|PLC|LLP)$`)

// together tells that a sum is of more than one party.
var together = pattern(`(?i)\b(?:a (?:combined|joint) (?:total|fine|penalty|£)|combined £|a total of £|between them|both (?:been )?fined|each (?:been )?fined|respectively)`)

func standsAlone(folded string, alone map[string]int) bool {
	if folded == "" {
		return false
	}
	if alone[folded] > 0 {
		return true
	}
	for name := range alone {
		if strings.HasPrefix(name, folded+" ") && !strings.HasPrefix(name, folded+" and ") {
			return true
		}
	}
	return false
}

func institutionLast(name string) bool {
	return institutions[name[strings.LastIndexByte(name, ' ')+1:]]
}

// A candidate is a party with all that is said of it.
type candidate struct {
	name   string // its fullest spelling
	folded string
	score  float64
	acted  float64 // how much of it is acts of the regulator
	best   *naming // the naming that says most
	groups []int
}

// candidates adds up what is said of each name under all its spellings, the
// likeliest party first.
func candidates(all []naming) []candidate {
	var found []candidate
	for _, name := range spellingsIn(all) {
		found = append(found, gather(name, all))
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	return found
}

// spellingsIn are the different names, in the order of the document.
func spellingsIn(all []naming) []naming {
	var names []naming
	seen := map[string]bool{}
	for _, n := range all {
		if !seen[n.folded] && n.folded != "" {
			seen[n.folded] = true
			names = append(names, n)
		}
	}
	return names
}

func gather(of naming, all []naming) candidate {
	c := candidate{name: of.name, folded: of.folded}
	aliases := aliasesOf(of.name, all)
	top := 0.0
	for i := range all {
		n := &all[i]
		if !meansSame(of, n, aliases) {
			continue
		}
		weight := n.score
		if n.folded != of.folded {
			weight *= .95
		}
		c.score += weight
		if n.acted {
			c.acted += weight
		}
		c.groups = append(c.groups, n.group)
		if n.score > top {
			top, c.best = n.score, n
		}
	}
	if of.form || hasForm(of.name) {
		c.score *= 1.15
	}
	return c
}

// meansSame reports whether a mention is of the name: another spelling, one
// of its aliases or its initials.
func meansSame(of naming, n *naming, aliases []string) bool {
	if sameFolded(of, n) {
		return true
	}
	for _, a := range aliases {
		if n.folded == a {
			return true
		}
	}
	if abbreviates(n.name, of.name) || abbreviates(of.name, n.name) {
		return true
	}
	for _, a := range n.as {
		if foldName(a) == of.folded {
			return true
		}
	}
	return false
}

// abbreviates reports whether a name is the initials of another one.
func abbreviates(short, name string) bool {
	if len(short) < 2 || len(short) > 6 || short != strings.ToUpper(short) || !strings.Contains(name, " ") {
		return false
	}
	initials := initialsOf(name)
	return short == initials || len(short) > 2 && strings.HasSuffix(initials, short)
}

// aliasesOf are the folded other names that brackets give a name.
func aliasesOf(name string, all []naming) []string {
	var as []string
	for _, n := range all {
		if len(n.as) == 0 || !sameName(name, n.name) {
			continue
		}
		for _, a := range n.as {
			if f := foldName(a); f != "" && !nobody(a) {
				as = append(as, f)
			}
		}
	}
	return as
}
