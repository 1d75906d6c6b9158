package facts

import (
	"strings"

	"casebook/content"
)

var (
	joined       = exactly(`,? and |, `)
	innerComma   = exactly(`, (Inc|LLC|Ltd|Limited|LP)\b`)
	memberNumber = exactly(`^ *\(?[0-9a-z]{1,2}[).] +`)
)

// titleParties reads the headline of the regulator's item page, which is the
// party's name, or those of several.
func (d *document) titleParties() []content.Fact[content.Party] {
	if d.hint.Kind != content.Item || len(d.sentences) == 0 {
		return nil
	}
	s := d.sentences[0]
	title := strings.TrimSpace(s.text)
	if s.start+len(s.text) < len(d.text.Body) && len(title) > 120 {
		return nil
	}
	return d.partiesOf(title, s)
}

// addressedParties reads to whom a notice is addressed: "TO: A Limited", with
// the line "OF:" of its address after it.
func (d *document) addressedParties() []content.Fact[content.Party] {
	s, ok := d.addressed()
	if !ok {
		return nil
	}
	line := addressee.replace(s.text, "")
	if at := ofAddress.find(line); at != nil {
		line = line[:at[0]]
	}
	line = strings.Join(strings.Fields(besideName.replace(line, "")), " ")
	if !hasForm(line) {
		line = strings.TrimPrefix(strings.TrimPrefix(line, "The "), "the ")
	}
	if at := pastForm.find(line); at != nil && !hasForm(line[at[2]:]) {
		line = line[:at[2]]
	}
	if line == "" || len(line) > 200 {
		return nil
	}
	return d.ordered(d.partiesOf(line, s))
}

// pastForm is a legal form and the comma before an address.
var pastForm = exactly(`\b(?:Ltd|Limited|LTD|LIMITED|PLC|plc|LLP|CIC)\b\.?((?:,| +(?:of )?\d)).`)

// ordered leaves out an addressee whom the notice orders nothing, where it
// orders something from another: a parent that is only told.
func (d *document) ordered(facts []content.Fact[content.Party]) []content.Fact[content.Party] {
	if len(facts) < 2 {
		return facts
	}
	var kept []content.Fact[content.Party]
	for _, f := range facts {
		folded := foldName(f.Value.Name)
		for _, n := range d.namings() {
			if n.acted && !addressee.in(n.in.text) && n.folded == folded {
				kept = append(kept, f)
				break
			}
		}
	}
	if len(kept) == 0 {
		return facts
	}
	return kept
}

var (
	addressee = exactly(`^ *(?:TO|To|FAO|Defendant|DEFENDANT|Organisation name|Name of (?:the )?(?:organisation|company|controller|data controller)|Person to whom this notice is given) ?: *`)
	// besideName is what brackets say of an addressee that is none of its names.
	besideName = exactly(`(?i) *\((?:in (?:administration|(?:\w+ )?liquidation|receivership|(?:creditors|members)['’]? voluntary liquidation)|(?:now )?dissolved|(?:company|companies house|charity|registered|registration) (?:number|no\b)[^)]*|\d{7,8}|d\.? ?o\.? ?b\b[^)]*|date of birth[^)]*|born [^)]*|aged? \d+|address [^)]*)\)`)
	ofAddress  = exactly(` +(?:OF|Of|FAO) ?:| +(?:of|OF)[:,]? +\d| +(?:Court|Date|Address|Judge|Reference|Case|Offences?|Company number|Plea|Hearing|Trading as|Sector|Type|Amount|Status)(?: [\w ]{1,20})?:`)
)

// addressed is the line "TO: …" of a notice.
func (d *document) addressed() (sentence, bool) {
	within := 60
	if d.instrument {
		within = 400 // past a table of contents
	}
	for i, s := range d.sentences[:min(len(d.sentences), within)] {
		if len(s.text) < 260 && addressee.in(s.text) {
			return d.wholeAddressee(i), true
		}
	}
	return sentence{}, false
}

// wholeAddressee joins to the line of the addressee the lines after it over
// which its name is broken.
func (d *document) wholeAddressee(i int) sentence {
	s := d.sentences[i]
	for _, next := range d.sentences[i+1 : min(len(d.sentences), i+3)] {
		if next.paragraph != s.paragraph || len(next.text) > 60 || hasForm(s.text) || institutionWord(strings.Fields(s.text)) || notName.in(next.text) {
			break
		}
		s.text, s.end = s.text+" "+next.text, next.end
	}
	return s
}

// notName begins a line after the addressee that is not of its name.
var notName = exactly(`^ *(?:OF|Of|of|FAO|C/O|c/o|Address|Dated|Date|\(?\d|[IVX]+\.|[A-Z][\w ]{2,30}:(?: |$))`)

// partiesOf reads the names of a line that holds nothing else.
func (d *document) partiesOf(line string, s sentence) []content.Fact[content.Party] {
	var facts []content.Fact[content.Party]
	for _, one := range splitParties(line) {
		one, also := nameAndAlias(one)
		p := content.Party{Name: one, Aliases: also, Person: person.in(one) && !hasForm(one), Amount: d.share(one)}
		facts = append(facts, content.Fact[content.Party]{Value: p, Score: 1, Quotes: []content.Quote{d.quote(s)}})
	}
	return facts
}

var bracketed = exactly(`^(.+?) \((?:“|")?([A-Z][\w&’' -]{1,30})(?:”|")?\)$`)

// nameAndAlias divides "Police Service of a Region (PSR)" and "A Limited
// trading as B"; a bracket such as "(UK)" that belongs to the legal name is
// left.
func nameAndAlias(s string) (string, []string) {
	s = strings.Trim(s, " ,;")
	if m := tradingAs.find(s); m == nil {
		for _, w := range []string{" trading as ", " t/a ", " (trading as ", " (t/a "} {
			if at := strings.Index(s, w); at > 0 {
				return s[:at], []string{strings.Trim(s[at+len(w):], `)“”"'’‘ `)}
			}
		}
	}
	if m := bracketed.words(s); m != nil && len(m[2]) > 2 {
		return m[1], []string{m[2]}
	}
	return s, nil
}

// splitParties divides "A Ltd, B Ltd and C Ltd": only where every piece has a
// legal form is "and" between two parties.
func splitParties(title string) []string {
	title = innerComma.replace(title, "\x00 $1") // the comma of "A, Inc" divides nothing
	pieces := joined.split(title)
	for i, p := range pieces {
		if len(pieces) > 1 && !hasForm(p) {
			return []string{strings.ReplaceAll(title, "\x00", ",")}
		}
		pieces[i] = strings.ReplaceAll(strings.TrimSpace(memberNumber.replace(p, "")), "\x00", ",")
	}
	return pieces
}

// share is the sum that a sentence says one of several parties must pay.
func (d *document) share(party string) content.Money {
	for _, s := range d.told {
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
