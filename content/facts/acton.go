package facts

// acts are the verbs of sending and calling, by the unit that they make of
// what they number: "rang 1.7 million times", "texted 20,000 people".
var acts = []struct {
	unit  string
	words *phrase
}{
	{"calls", pattern(`(?i)\b(?:rang|rung|ring(?:ing|s)?|(?:cold[- ])?call(?:ed|ing|s)|(?:tele)?phon(?:ed|ing|es)|dial(?:l?ed|l?ing|s))\b`)},
	{"texts", pattern(`(?i)\btext(?:ed|ing|s)\b`)},
	{"emails", pattern(`(?i)\be-?mail(?:ed|ing|s)\b`)},
	{"faxes", pattern(`(?i)\bfax(?:ed|ing|es)\b`)},
	{"messages", pattern(`(?i)\b(?:messag(?:ed|ing)|spamm(?:ed|ing)|bombard(?:ed|ing|s)|pester(?:ed|ing|s)|hound(?:ed|ing|s)|plagu(?:ed|ing|es)|contact(?:ed|ing|s)|harass(?:ed|ing|es)|inundat(?:ed|ing|es))\b`)},
}

var (
	// manyTimes is how often.
	manyTimes = pattern(`(?i)^(?: (?:separate|different))? (?:times|occasions)\b`)
	// toWhom are those called or written to, one message each at least.
	toWhom = pattern(`(?i)^` + whichPeople + ` (?:` + peopleNouns + `|numbers|phones|mobiles|landlines|lines|inboxes|homes|addresses)\b`)
	// atOnce is hardly anything between the verb and the number.
	atOnce = pattern(`(?i)^(?: (?:the|an?|some|at least|over|more than|about|around|nearly|almost|up to|as many as|approximately|just|under|roughly|an estimated|in excess of|a total of|out|off|all))* $`)
)

// actOn is the unit of a number that has none beside it, but counts how often
// or whom somebody called or wrote to; "" for no such number.
func actOn(s *sentence, n number, left, right string) (string, float64) {
	times := s.saysIn(right, manyTimes)
	if !times && !s.saysIn(right, toWhom) {
		return "", 0
	}
	unit, last := "", -1
	for _, act := range acts {
		if !s.may(act.words) {
			continue
		}
		for _, at := range act.words.findAll(left) {
			if at[0] > last && (times || atOnce.in(left[at[1]:])) {
				unit, last = act.unit, at[0]
			}
		}
	}
	if unit == "" {
		return "", 0
	}
	if times {
		return unit, .6
	}
	return unit, .4
}
