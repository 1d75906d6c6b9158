package facts

import (
	"strings"

	"casebook/content"
)

var (
	// peopleFined are those of a body that were acted against themselves, as
	// object and as subject. Group 1 is how they are called, up to the body.
	peopleFined = pattern(`(?i)\b(?:fine[ds]?|fining|prosecut(?:e[ds]?|ing)|reprimand(?:s|ed)|sentenced|convicted|penalty (?:on|against)|fines? (?:on|against)) (?:the |an? )?((?:(?:two|three|four|five|six|seven|eight|former|ex-|joint|company|managing) ?)*(?:owners?|directors?|employees?|workers?|managers?|partners?|nurses?|secretary|receptionist|administrator|adviser|officer|assistant|bosses|boss) (?:of|at|from|with) )$`)
	peopleActed = pattern(`(?i)^(?:The |An? )?((?:(?:two|three|four|five|six|seven|eight|former|ex-|joint|company|managing) ?)*(?:owners?|directors?|employees?|workers?|managers?|partners?|nurses?|secretary|receptionist|administrator|adviser|officer|assistant|bosses|boss) (?:of|at|from|with) )$`)
	afterPeople = pattern(`(?i)^,?(?: who [^,.;]{2,80},?)?(?: (?:has|have|was|were|is|are|been))* (?:fined|prosecuted|sentenced|convicted|ordered to pay|must pay|pleaded guilty|admitted|found guilty)\b`)
)

// peopleOf reads the people of a body, called by what they are and not by
// name: "the two owners of A Ltd", "a former employee of B Council".
func (d *document) peopleOf() []content.Fact[content.Party] {
	for _, n := range d.namings() {
		s := n.in
		if s.zone != lead || s.paragraph > 4 || !s.may(peopleFined) && !s.may(peopleActed) {
			continue
		}
		left := s.text[max(0, n.start-120):n.start]
		m := peopleFined.find(left)
		if m == nil && afterPeople.in(s.text[n.after:]) {
			m = peopleActed.find(left)
		}
		if m == nil {
			continue
		}
		called := strings.Join(strings.Fields(left[m[2]:]), " ") + " " + n.name
		p := content.Party{Name: called, Person: true}
		return []content.Fact[content.Party]{{Value: p, Score: .9, Quotes: []content.Quote{d.quote(*s)}}}
	}
	return nil
}
