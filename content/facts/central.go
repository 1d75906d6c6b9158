package facts

import "slices"
import "strings"

// bodyKinds are kinds of bodies as a headline calls them, with the words by which the names
// of such bodies can be told.
var bodyKinds = []struct {
	called *phrase
	named  map[string]bool
}{
	{pattern(`(?i)\b(?:force|police|constabulary)\b`), set(`Police Constabulary`)},
	{pattern(`(?i)\b(?:trust|hospitals?|infirmary|NHS|health board)\b`), set(`Trust Hospital Hospitals Board Infirmary NHS`)},
	{pattern(`(?i)\b(?:council|local authority|town hall|borough)\b`), set(`Council Borough Authority`)},
	{pattern(`(?i)\b(?:university|college|students?)\b`), set(`University College`)},
	{pattern(`(?i)\b(?:school|academy|pupils?|college)\b`), set(`School Academy College Trust`)},
	{pattern(`(?i)\b(?:ministry|government department|department|whitehall)\b`), set(`Ministry Department Office Agency`)},
	{pattern(`(?i)\b(?:housing association|landlord)\b`), set(`Housing Association Homes`)},
	{pattern(`(?i)\b(?:political party|party|campaign)\b`), set(`Party Assembly Campaign Democrats Alliance Movement Union`)},
	{pattern(`(?i)\b(?:surgery|practice|clinic|pharmacy|dentist)\b`), set(`Surgery Practice Clinic Pharmacy Dental Medical`)},
	{pattern(`(?i)\b(?:law firm|solicitors?)\b`), set(`Solicitors LLP Law Legal`)},
	{pattern(`(?i)\b(?:charity|refuge|hospice)\b`), set(`Trust Foundation Society Association Refuge Hospice Charity Fund Aid Rescue`)},
	{pattern(`(?i)\b(?:bank|lender|insurer)\b`), set(`Bank Insurance Credit Loans Finance`)},
}

// agrees reports whether a name is of the kind of body of which the first
// paragraphs speak.
func (d *document) agrees(name string) bool {
	words := strings.Fields(name)
	for i := range d.sentences {
		s := &d.sentences[i]
		if s.paragraph > 1 {
			break
		}
		for _, k := range bodyKinds {
			if s.says(k.called) && slices.ContainsFunc(words, func(w string) bool { return k.named[w] }) {
				return true
			}
		}
	}
	return false
}

// central is the name on which the story turns, where no sentence says in any
// known words that something was done to it: "A charity has been fined. The
// Refuge, of Fenbridge, …". It must stand out from every other name.
func (d *document) central(found []candidate, all []naming) (candidate, bool) {
	if d.inCriminalCourt() {
		return candidate{}, false
	}
	var best candidate
	top, second := 0.0, 0.0
	for _, c := range found {
		weight := d.centrality(c, all)
		switch {
		case weight > top && !sameName(c.name, best.name):
			best, top, second = c, weight, top
		case weight > top:
			best, top = c, weight
		case weight > second && !sameName(c.name, best.name):
			second = weight
		}
	}
	return best, top >= 1.6 && top >= 1.25*second
}

// centrality is how much the mentions of a name say that the story is about
// it: their number, their places, and the make of the name.
func (d *document) centrality(c candidate, all []naming) float64 {
	of := naming{mention: mention{name: c.name}, folded: c.folded, form: hasForm(c.name)}
	aliases := aliasesOf(c.name, all)
	weight, count := 0.0, 0
	whole := of.form || institutionWord(strings.Fields(c.name))
	for i := range all {
		n := &all[i]
		if !meansSame(of, n, aliases) || noSubject.in(n.in.text[n.after:]) {
			continue
		}
		own := mentionWeight(n, whole)
		if own > .5 {
			count++
		}
		weight += own + d.topic(n.in, n, n.start, n.after)
	}
	if letters(c.name) && c.acted == 0 {
		return 0 // "CC", "CCTV"
	}
	if count == 0 || count == 1 && !whole && !strings.Contains(c.name, " ") {
		return 0
	}
	if whole {
		weight += .8
	}
	if d.agrees(c.name) {
		weight++
	}
	return min(weight, 6) + c.score/2
}

// letters reports whether a name is a few capitals, as things have that are no
// bodies.
func letters(name string) bool {
	return len(name) < 6 && name == strings.ToUpper(name) && !strings.Contains(name, " ")
}

// mentionWeight is how much one mention counts by its place.
func mentionWeight(n *naming, whole bool) float64 {
	weight := .4
	if n.in.zone == lead {
		weight = 1
	}
	s := n.in
	switch {
	case s.paragraph > 0 && s.says(otherCase), ofThePage.in(s.text):
		weight *= .2
	case n.beside && !employs.in(s.text[max(0, n.start-60):n.start]):
		weight *= .4
	case !whole && located.in(s.text[max(0, n.start-12):n.start]):
		weight *= .3
	}
	return weight
}

// employs stands before the one whose people did something.
var employs = pattern(`(?i)\b(?:employees?|workers?|nurses?|staff|officers?|clerks?|teams?|members?|patients?|customers?|pupils?|nobody|counsellors?|doctors?|managers?)\b[^,.;]{0,15} (?:of|at|from|by|for) (?:the )?$`)
