package facts

import (
	"strings"

	"casebook/content"
)

var (
	dear = exactly(`^(?i:dear )\S`)

	// office is the line of an address that names a person by an office.
	office = exactly(`(?i)^(?:the )?(?:chief|director|data protection officer|head|company secretary|managing|principal|head ?teacher|chair|secretary|senior|information governance|vice[- ]chancellor|town clerk|governor|our ref|your ref|by e?-?mail|ref|mr|mrs|ms|dr)\b|(?i:information commission|wycliffe house|headquarters|house$|street|road|lane)`)
)

// writtenTo reads to whom a notice is written that has the form of a letter:
// the line of the address, above "Dear …", that names a body.
func (d *document) writtenTo() []content.Fact[content.Party] {
	if !d.instrument {
		return nil
	}
	for i, s := range d.sentences[:min(len(d.sentences), 40)] {
		if !dear.in(s.text) {
			continue
		}
		for _, line := range d.sentences[max(0, i-12):i] {
			if name, ok := bodyLine(line.text); ok {
				return d.partiesOf(name, line)
			}
		}
		return nil
	}
	return nil
}

// bodyLine is the name of a body that is all of a line.
func bodyLine(line string) (string, bool) {
	name := strings.Trim(strings.Join(strings.Fields(line), " "), " ,.")
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 10 || office.in(name) || !hasForm(name) && !institutionWord(words) {
		return "", false
	}
	found := mentions(name)
	return name, len(found) == 1 && len(found[0].name) >= len(name)-4
}
