package facts

import "strings"

// A naming is one mention of a possible party with what its sentence says of
// it.
type naming struct {
	mention
	folded string
	form   bool // carries a legal form
	in     *sentence
	score  float64
	acted  bool // the sentence says that the regulator acted against it
	beside bool // it is said to be an owner, a supplier… of somebody
	group  int  // names joined by "and" in one sentence share a number
}

// farEnough is how far into a document a party that matters is named.
const farEnough = 40_000

// namings finds every mention of a possible party and weighs it.
func (d *document) namings() []naming {
	if d.named {
		return d.names
	}
	var all []naming
	group := 0
	for i := range d.sentences {
		s := &d.sentences[i]
		if s.zone > lead || s.start > farEnough {
			continue
		}
		found := mentions(s.text)
		for k := 0; k < len(found); {
			n := k + 1
			for n < len(found) && listedWith(s.text[found[n-1].after:found[n].start]) && !seatOf(found[n-1], found[n], s.text) {
				n++
			}
			group++
			all = d.appendGroup(all, s, found[k:n], group)
			k = n
		}
	}
	d.names, d.named = d.plausible(all), true
	return d.names
}

// betweenNames is what joins names of a list.
var betweenNames = pattern(`(?i)^(?: \(£[^()]{1,30}\)|,? (?:aged )?\d\d,?| \(\d\d\),?)?(?:,? (?:and|&|as well as|together with|plus)|,|,? and|/) (?:(?:also|both|then|on|against|to|upon|for|with) )?(?:(?:its|the|their) (?:(?:parent|subsidiar(?:y|ies)|sister|holding|trading|group|associated|affiliate[d]?|ultimate|US|UK|operating)\b[a-z -]{0,30},?|(?:company|director|owner),?),? ?)?(?:the )?$`)

func listedWith(gap string) bool { return len(gap) < 60 && betweenNames.in(gap) }

// seatOf reports whether a name is the place of the one before it and no other
// of a list: "Example Ltd, Fenbridge –".
func seatOf(of, seat mention, text string) bool {
	return hasForm(of.name) && !strings.Contains(seat.name, " ") && text[of.after:seat.start] == ", " && seatEnds.in(text[seat.after:])
}

var seatEnds = exactly(`^(?: *[–—:(-]|, (?:made|sent|was|has|for|which|who|\d)| (?:made|sent|was|has)\b|$)`)

// appendGroup weighs names that are joined to a list: what stands before the
// first and after the last is said of all, what stands at one of them of it.
func (d *document) appendGroup(all []naming, s *sentence, found []mention, group int) []naming {
	first, last := found[0], found[len(found)-1]
	shared, acted := d.weighName(s, first.start, last.after)
	for i, m := range found {
		n := naming{mention: m, folded: foldName(m.name), form: hasForm(m.name), beside: s.may(related) && related.in(s.text[max(0, m.start-60):m.start]) && !namedByTrade(s.text[max(0, m.start-150):m.start]), in: s, score: shared, acted: acted, group: group}
		if len(found) > 1 {
			own, did := d.weighName(s, m.start, m.after)
			if i > 0 && i < len(found)-1 || own > shared {
				n.score, n.acted = max(own, shared), acted || did
			}
		}
		if places.in(n.name) && (!n.acted || describesNext(s.text[m.after:]) || located.in(s.text[max(0, m.start-12):m.start])) {
			continue
		}
		n.score = max(n.score, d.topic(s, &n, first.start, last.after))
		n.score = (n.score + .1) * d.place(s)
		all = append(all, n)
	}
	return all
}

var (
	// located stands before the place where a party is.
	located = pattern(`(?i)\b(?:of|in|from|near|at|to|around|across|outside) $`)

	// unnamedMembers end a list of names: "and seven community trusts".
	unnamedMembers = pattern(`(?i)^,? (?:and|as well as|together with|along with|plus) (?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|some|its|other|another|an?) [a-z][a-z -]{2,60}?()(?: (?:has|have|to|was|were|must|will|had|for|over)\b)`)

	// underPreposition ends what stands before a name that is no subject.
	underPreposition = pattern(`(?i)\b(?:to|in|at|of|for|from|with|by|on|near|via|into|through|using|between|before|after|during|since|until|like) (?:the |its |an? )?$`)
)

// place is how much the place of a sentence counts.
func (d *document) place(s *sentence) float64 {
	switch {
	case s.paragraph == 0:
		return 1.5
	case s.zone == lead && s.paragraph < 4:
		return 1.2
	case s.zone == lead:
		return 1
	}
	return .4
}

// weighName adds up the cues around a name, and whether one of them is an act
// of the regulator.
func (d *document) weighName(s *sentence, start, after int) (score float64, acted bool) {
	left, right := s.text[max(0, start-150):start], s.text[after:min(len(s.text), after+110)]
	plain, apart := undescribed(left), afterApposition(s.text[after:])
	if m := unnamedMembers.find(right); m != nil {
		right = right[m[2]:]
	}
	governed := underPreposition.in(plain) && !strings.HasPrefix(right, "'s") && !strings.HasPrefix(right, "’s")
	for i := range cues {
		c := &cues[i]
		if c.left != nil && (!s.may(c.left) || !c.left.in(plain) && !c.left.in(left)) {
			continue
		}
		if c.right != nil && (!s.may(c.right) || !c.right.in(right) && !c.right.in(apart)) {
			continue
		}
		if c.left == nil && governed {
			continue // "a trust in Kent has been fined": what has been fined stands before
		}
		if c.score > score {
			score = c.score
		}
		acted = acted || c.acted
	}
	if s.may(related) && related.in(left) && !namedByTrade(left) {
		return score * .2, false
	}
	if s.paragraph > 0 && s.says(otherCase) {
		return score * .25, false
	}
	if s.may(officerBefore) && officerBefore.in(left) || s.may(officerAfter) && officerAfter.in(s.text[after:]) {
		return score * .2, false
	}
	if !acted && introduced.in(left) {
		return score * .4, false
	}
	return score, acted
}

var (
	namingTrade = pattern(`(?i)\b(?:suppliers?|contractors?|administrators?|managers?|advisers?|partners|owners?|department|brand|team) $`)
	namingActed = pattern(`(?i)\b(?:fine[ds]?|fining|reprimand(?:s|ed|ing)?|prosecut(?:es|ed)|penali[sz]e[ds]|sanction(?:s|ed)) $`)
)

// namedByTrade reports whether the word before a name is what it does and not
// whose it is: "fined software supplier Example".
func namedByTrade(left string) bool { return namingTrade.in(left) && namingActed.in(undescribed(left)) }

// introduced is somebody whom the story meets on the way: "let a screening
// firm, Example, keep".
var introduced = pattern(`(?i)\b[a-z]+ an? (?:[\w-]+ ){0,4}` + patient + `(?:,|,? called|,? named|:) $`)

// apposition is what may stand between a name and its verb: ", a firm in
// Leeds,".
var apposition = exactly(`^,? *(?:\([^)]{1,60}\) *,?)?(?:, *[^.;:£()]{2,70}|, [^.;:£]{2,170}),( +(?:has|have|had|was|were|is|are|must|will|faces?|broke|failed|sent|made|did|continued|infringed|breached|contravened)\b)`)

// afterApposition is the sentence from the verb on, where words between commas
// stand between a name and its verb.
func afterApposition(rest string) string {
	m := apposition.find(rest[:min(len(rest), 240)])
	if m == nil {
		return ""
	}
	return rest[m[2]:min(len(rest), m[2]+110)]
}

// undescribed takes from the end of a text the words that only describe the
// name after them: "fined the Leeds-based energy firm " → "fined ".
func undescribed(left string) string {
	end := len(left)
	for range 9 {
		trimmed := strings.TrimRight(left[:end], " ")
		at := strings.LastIndexByte(trimmed, ' ') + 1
		w := trimmed[at:]
		if w == "" || !describesName(w) {
			break
		}
		end = at
	}
	return left[:end]
}

// describesNext reports whether a name only describes what follows it: "Leeds
// energy firm".
func describesNext(after string) bool {
	next, _, _ := strings.Cut(strings.TrimPrefix(after, " "), " ")
	return strings.HasPrefix(after, " ") && next != "" && describesName(next)
}

// describesName reports whether a word may stand between a verb and the name of
// the one that it is done to.
func describesName(w string) bool {
	w = strings.TrimSuffix(w, ",")
	lower := strings.ToLower(w)
	if nationality[w] || places.in(w) || strings.HasSuffix(w, "-based") || w == "The" {
		return true
	}
	return w == lower && !notDescribing[lower] && strings.Trim(w, "abcdefghijklmnopqrstuvwxyz-'’") == ""
}

var notDescribing = set(`fined fines fining fine reprimanded reprimands reprimanding reprimand prosecuted prosecutes prosecuting prosecute
	penalised penalises penalising penalise penalized sanctioned sanctions sanction censured rebuked punished issued issues issue issuing
	served serves serve serving hit hits handed hands gives gave given slapped slaps imposed imposes impose levied on upon to against for from by
	with of in at into about that which who whose and or but as than over after before under has have had was were is are be been will must may
	could would should requires required require ordered orders order told instructed directed found finds notice notices penalty penalties
	investigated investigating investigates investigation v regarding concerning involving affecting said says owned`)
