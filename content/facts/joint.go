package facts

import (
	"casebook/content"
)

// jointParties are the names that stand in one list with the party where the
// regulator acts against it: "fined A plc and its parent B plc". So are those
// that a headline about several fines names together.
func (d *document) jointParties(best candidate, all []naming) []content.Fact[content.Party] {
	var members []naming
	for _, group := range best.groups {
		var these []naming
		for _, n := range all {
			if n.group == group && d.oneOfJoint(n) && !listsName(these, n) {
				these = append(these, n)
			}
		}
		if len(these) > len(members) {
			members = these
		}
	}
	if len(members) < 2 {
		return nil
	}
	var facts []content.Fact[content.Party]
	for _, n := range members {
		c := gather(n, all)
		facts = append(facts, d.partyFact(c, all, d.share(c.name)))
	}
	return distinct(facts)
}

func listsName(list []naming, n naming) bool {
	for _, have := range list {
		if have.folded == n.folded {
			return true
		}
	}
	return false
}

// distinct leaves out a party that is named twice.
func distinct(facts []content.Fact[content.Party]) []content.Fact[content.Party] {
	var kept []content.Fact[content.Party]
	seen := map[string]bool{}
	for _, f := range facts {
		if folded := foldName(f.Value.Name); !seen[folded] {
			seen[folded] = true
			kept = append(kept, f)
		}
	}
	return kept
}

var (
	// severally says that a document is about more than one action.
	severally = pattern(`(?i)\b(?:fines\b(?: of| totalling| worth| for| against)?|penalties|notices|(?:two|three|four|five|six|seven|eight|nine|ten|several|both|pair of|trio of) (?:[a-z-]+ ){0,4}(?:firms|companies|organisations|charities|councils|businesses|trusts|forces|police forces|authorities|bodies|solicitors|retailers|brands|airlines|fines|penalties|reprimands)|combined|between them|in all|in total|a total of|respectively|GDPR fines)\b`)

	// eachOf says that what is told was done to each of several.
	eachOf = pattern(`(?i)\b(?:each of (?:them|the)|to each|each (?:was|were|has|have|been)|both (?:was|were|has|have|been|firms|companies|forces|councils|trusts|bodies|organisations)|the (?:two|three|four) (?:firms|companies|forces|councils|trusts|bodies|organisations|businesses)|two (?:[a-z]+ ){0,3}(?:firms|companies|forces|councils|trusts|bodies|organisations|businesses))\b`)

	// ownSumAfter is a sum that a name has to pay.
	ownSumAfter = pattern(`^(?: (?:of|in|from) [A-Z][\w-]+(?: [A-Z][\w-]+)?,?)?(?:, [^£.;:,]{3,60},)?(?: ?:| -| –|,)?(?: gets? the [a-z]+ (?:penalty|fine|sum|one)(?:,| of| at)? ?| ?\((?:[^()£]{0,40})?|(?: (?:has|have|had|was|were|been|must|will|now|also|to|and|be|is|received|receives|got|gets|with|a|an|the|penalty|fine|fined|monetary|of|pay|notice|faces|facing|intended|proposed|issued|served|handed|ordered|hit|find|share|owes|cover|liable|for|over|just|about|around|more|than|nearly|almost|up)){0,8},? ?)(£[\d.,]+(?: ?(?:million|m|k|bn)\b)?)`)

	// ownSumBefore is a sum that stands before a name.
	ownSumBefore = pattern(`(£[\d.,]+(?: ?(?:million|m|k)\b)?)(?: (?:fine|penalty|notice|monetary|was|imposed|issued|levied|MPN|against|on|for|to)){1,5} (?:the )?$`)

	// bracketedSum belongs to the one name before it.
	bracketedSum = pattern(`^ ?\(£`)

	// sumsInOrder gives the names of a list their sums in the order of the names.
	sumsInOrder = pattern(`^[^£.;]{0,60}?((?:£[\d.,]+(?: ?(?:million|m|k)\b)?(?:,? and |, )?){2,})`)
)

// An owed is a sum that one of several parties has to pay.
type owed struct {
	n   naming
	sum content.Money
}

// severalParties reads a document about several actions at once: names each
// with a sum of its own, in one list or in sentences of their own.
func (d *document) severalParties(found []candidate, all []naming) []content.Fact[content.Party] {
	debts := d.debts(all)
	if len(debts) < 2 {
		return nil
	}
	plural := false
	for i := range d.sentences {
		s := &d.sentences[i]
		plural = plural || s.zone == lead && s.paragraph < 3 && s.says(severally)
	}
	if !plural && !inOneSentence(debts) {
		return nil
	}
	var facts []content.Fact[content.Party]
	for _, o := range debts {
		c := gather(o.n, all)
		if c.best == nil || len(found) > 0 && c.score < found[0].score*.15 {
			continue
		}
		facts = append(facts, d.partyFact(c, all, o.sum))
	}
	return distinct(facts)
}

func inOneSentence(debts []owed) bool {
	for _, o := range debts[1:] {
		if o.n.in != debts[0].n.in {
			return false
		}
	}
	return true
}

// debts are the names of the lead with the sum that stands at them, each name
// once.
func (d *document) debts(all []naming) []owed {
	var debts []owed
	for i := 0; i < len(all); i++ {
		n := all[i]
		if n.beside || n.in.zone > lead || n.in.zone != lead && !n.acted || n.in.says(otherCase) {
			continue
		}
		if listed := sumsOfGroup(all[i:]); len(listed) > 1 {
			debts = append(debts, listed...)
			i += len(listed) - 1
			continue
		}
		own, ok := ownSum(n)
		if i > 0 && all[i-1].group == n.group || i+1 < len(all) && all[i+1].group == n.group {
			ok = ok && bracketedSum.in(n.in.text[n.after:]) // else the sum is that of the whole list
		}
		if !ok || knows(debts, n, own) {
			continue
		}
		debts = append(debts, owed{n, own})
	}
	return debts
}

// sumsOfGroup reads "A and B: £150,000 and £75,000" at the first of the names.
func sumsOfGroup(all []naming) []owed {
	size := 1
	for size < len(all) && all[size].group == all[0].group {
		size++
	}
	last := all[size-1]
	text := last.in.text[last.after:min(len(last.in.text), last.after+160)]
	m := sumsInOrder.find(text)
	if size < 2 || m == nil {
		return nil
	}
	own := sums(text[m[2]:m[3]])
	if len(own) != size {
		return nil
	}
	debts := make([]owed, size)
	for i := range debts {
		debts[i] = owed{all[i], own[i].money}
	}
	return debts
}

// knows reports whether a name or its sum is among the debts already: one sum
// at two names is what they owe together.
func knows(debts []owed, n naming, own content.Money) bool {
	for _, o := range debts {
		if sameFolded(o.n, &n) || o.n.in != n.in && oneSum(o.sum, own) {
			return true
		}
	}
	return false
}

// oneSum reports whether two sums may be one, once rounded.
func oneSum(a, b content.Money) bool {
	return max(a.Minor, b.Minor)-min(a.Minor, b.Minor) <= max(a.Minor, b.Minor)/50
}

// finedIn is a sum imposed further on in a sentence.
var finedIn = pattern(`(?:\b(?:fined|penalty of|fine of|to pay|must pay|penalised) (?:[a-z]+ ){0,3}|\b(?:given|handed|issued with|received|hit with|served with) (?:a |the )?)(£[\d.,]+(?: ?(?:million|m|k|bn)\b)?)`)

// soleSum is the sum that a sentence of its own gives to the name with which it
// begins: "Example Ltd made 1,402,511 calls and has been fined £200,000".
func soleSum(n naming) (content.Money, bool) {
	s := n.in
	if !s.opens || n.start > 6 || s.paragraph == 0 {
		return content.Money{}, false
	}
	found := finedIn.findAll(s.text[n.after:])
	if len(found) != 1 {
		return content.Money{}, false
	}
	own := sums(s.text[n.after+found[0][2] : n.after+found[0][3]])
	if len(own) != 1 {
		return content.Money{}, false
	}
	return own[0].money, true
}

// ownSum is the sum that stands at a name.
func ownSum(n naming) (content.Money, bool) {
	text := n.in.text
	if m := ownSumAfter.find(text[n.after:min(len(text), n.after+120)]); m != nil {
		if own := sums(text[n.after+m[2] : n.after+m[3]]); len(own) == 1 {
			return own[0].money, true
		}
	}
	left := undescribed(text[max(0, n.start-120):n.start])
	if own, ok := soleSum(n); ok {
		return own, true
	}
	if m := ownSumBefore.find(left); m != nil {
		if own := sums(left[m[2]:m[3]]); len(own) == 1 {
			return own[0].money, true
		}
	}
	return content.Money{}, false
}

// oneOfJoint reports whether a name of a list is one of those acted against:
// the sentence says so, or the document does of each of them.
func (d *document) oneOfJoint(n naming) bool {
	switch {
	case n.score <= 1:
		return false
	case n.score > 1.2 && (n.acted || n.in.paragraph == 0 && n.in.says(severally)):
		return true
	}
	return d.leadSays(eachOf)
}
