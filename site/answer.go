package site

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"casebook/content"
)

// answer says in two sentences who was acted against, what for, how much, how
// many people and which control.
func answer(c *content.Case) string {
	s, again := headline(c)
	if cause := because(c); cause != "" {
		s += again + cause
	}
	return clean(capital(s) + "." + failed(c))
}

// failed names the controls, as said and not as settled while nothing is
// decided or where the decision fell.
func failed(c *content.Case) string {
	if len(c.Controls) == 0 {
		return ""
	}
	titles := make([]string, len(c.Controls))
	for i, control := range c.Controls {
		titles[i] = lower(control.Title())
	}
	return " " + failedLabel(c) + ": " + list(titles) + "."
}

// failedLabel is what heads the controls.
func failedLabel(c *content.Case) string {
	if c.Provisional() || c.Status == content.Overturned {
		return "Said to have failed"
	}
	return "What failed"
}

// headline is the act, its sum and its day; again is what must stand between
// it and the cause, where that is a sentence of its own.
func headline(c *content.Case) (s, again string) {
	who, sum := inSentence(c), c.AmountQualifier.Of(c.Amount.String())
	by := " by the " + regulator(c) + atDate(actDate(c))
	switch {
	case c.Provisional() && sum != "":
		return "The " + regulator(c) + " proposed" + atDate(c.Date) + " to fine " + who + " " + sum, ""
	case c.Provisional():
		return "The " + regulator(c) + " told " + who + atDate(c.Date) + " what action it intends to take", ""
	case c.Status == content.Overturned:
		return overturned(c, who)
	case reduction(c) != nil && sum != "":
		return reduced(c, who, sum), ". It had been imposed"
	case c.Status == content.UpheldOnAppeal && c.Action == content.MonetaryPenalty && sum != "" && actDate(c) == c.Date:
		return "A fine of " + sum + " that the " + regulator(c) + " imposed on " + who + " was upheld on appeal" + atDate(c.Date), ". It had been imposed"
	case c.Action == content.MonetaryPenalty && sum != "":
		return who + " was fined " + sum + by, ""
	case c.Action == content.Prosecution && sum != "":
		return who + " was prosecuted" + by + " and ordered to pay " + sum, ""
	}
	if c.Action == content.Undertaking {
		return who + " gave the " + regulator(c) + " an undertaking" + atDate(actDate(c)), ""
	}
	verb, ok := verbs[c.Action]
	if !ok {
		verb = "was acted against"
	}
	if sum != "" {
		verb += " with a sum of " + sum
	}
	return who + " " + verb + by, ""
}

// reduction is the event that cut the fine to the sum that stands; nil for none.
func reduction(c *content.Case) *content.Event {
	if c.Status != content.ReducedOnAppeal && c.Status != content.UpheldOnAppeal {
		return nil
	}
	return lastSum(c, func(e content.Event) bool { return e.Status == content.ReducedOnAppeal && e.Amount == c.Amount })
}

// reduced tells the sum that stands from the one that was imposed.
func reduced(c *content.Case, who, sum string) string {
	s := "A fine on " + who
	imposed := lastSum(c, func(e content.Event) bool { return !proposed(e) && e.Amount.Minor > c.Amount.Minor })
	if imposed != nil {
		s = "A fine of " + imposed.Amount.String() + " that the " + regulator(c) + " imposed on " + who + atDate(imposed.Date)
	}
	s += " was reduced on appeal to " + sum + atDate(reduction(c).Date)
	if c.Status == content.UpheldOnAppeal {
		s += ", which was upheld" + atDate(c.Date)
	}
	return s
}

var verbs = map[content.Action]string{
	content.MonetaryPenalty:   "was given a monetary penalty",
	content.EnforcementNotice: "was served with an enforcement notice",
	content.Reprimand:         "was reprimanded",
	content.Prosecution:       "was prosecuted",
	content.Warning:           "was warned",
	content.InformationNotice: "was served with an information notice",
	content.DecisionNotice:    "was the subject of a decision notice issued",
}

// overturned says what no longer stands, with the sum that was imposed.
func overturned(c *content.Case, who string) (s, again string) {
	if e := lastSum(c, func(e content.Event) bool { return !proposed(e) }); e != nil {
		return "A fine of " + e.Amount.String() + " on " + who + " was overturned" + atDate(c.Date) + ", so that no fine stands", ". It had been imposed"
	}
	what := "action"
	if c.Action != "" && c.Action != content.OtherAction {
		what = lower(c.Action.Label())
	}
	article := "A "
	if strings.ContainsRune("aeiou", rune(what[0])) {
		article = "An "
	}
	return article + what + " against " + who + " was overturned" + atDate(c.Date), ". It had been taken"
}

// causes say what happened before the regulator acted.
var causes = map[content.IncidentType]string{
	"ransomware":              "after a ransomware attack",
	"hacking":                 "after a hacking attack",
	"phishing":                "after a phishing attack",
	"credential-stuffing":     "after a credential-stuffing attack",
	"misdirected-email":       "after misdirected email",
	"misdirected-post":        "after misdirected post",
	"accidental-publication":  "after an accidental publication",
	"unauthorised-disclosure": "after an unauthorised disclosure",
	"lost-or-stolen-device":   "after the loss or theft of a device",
	"lost-paper":              "after the loss of papers",
	"insider-misuse":          "for misuse of data by an insider",
	"destruction-of-records":  "after the destruction of records",
	"inaccurate-records":      "for inaccurate records",
	"nuisance-calls":          "for nuisance calls",
	"spam-texts":              "for spam texts",
	"spam-emails":             "for spam emails",
	"unlawful-processing":     "for unlawful processing of personal data",
	"rights-failure":          "for not answering people's requests about their data",
}

// because says what happened and to how many.
func because(c *content.Case) string {
	var parts []string
	if cause := causes[c.Incident.Type]; cause != "" {
		parts = append(parts, cause)
	}
	if n := communications(c.Communications); n != "" {
		parts = append(parts, "("+n+")")
	}
	if n := people(c.Affected, c.AffectedQualifier); n != "" {
		if len(parts) == 0 {
			parts = append(parts, "in a matter")
		}
		parts = append(parts, "affecting "+n)
	}
	if len(parts) == 0 {
		return ""
	}
	return " " + strings.Join(parts, " ")
}

// aftermath says how the sum compares with what was proposed.
func aftermath(c *content.Case) string {
	fine := c.Fine()
	e := lastSum(c, proposed)
	if e == nil || c.Provisional() {
		return ""
	}
	s := "The " + regulator(c) + " had first proposed " + e.AmountQualifier.Of(e.Amount.String()) + atDate(e.Date)
	if !fine.Stated() || fine.Currency != e.Amount.Currency || e.Amount.Minor <= 0 {
		return s + "."
	}
	return s + "; " + change(e.Amount.Minor, fine.Minor, e.AmountQualifier) + "."
}

// change compares a final sum with the one proposed.
func change(proposed, final int64, q content.Qualifier) string {
	percent := int(math.Round(100 * math.Abs(float64(final-proposed)) / float64(proposed)))
	about := ""
	if q != "" && q != content.Exact {
		about = "about "
	}
	switch {
	case final == proposed && about == "":
		return "the final fine is the same"
	case percent == 0:
		return "the final fine is nearly the same"
	case final < proposed:
		return "the final fine is " + about + strconv.Itoa(percent) + "% lower"
	}
	return "the final fine is " + about + strconv.Itoa(percent) + "% higher"
}

// lastSum returns the last event that states a sum and is of the kind asked.
func lastSum(c *content.Case, is func(content.Event) bool) *content.Event {
	for i := len(c.Events) - 1; i >= 0; i-- {
		if c.Events[i].Amount.Stated() && is(c.Events[i]) {
			return &c.Events[i]
		}
	}
	return nil
}

func proposed(e content.Event) bool {
	return e.Status == content.Provisional || e.Action == content.NoticeOfIntent
}

// standing says where the case stands today.
func standing(c *content.Case) string {
	switch c.Status {
	case content.Provisional:
		if c.Amount.Stated() {
			return "The sum is proposed. No document read tells of a decision."
		}
		return "Proposed. No document read tells of a decision."
	case content.Final:
		if slices.ContainsFunc(c.Events, func(e content.Event) bool { return e.Status == content.Appealed }) {
			return "Decided, and appealed against before."
		}
		return "Decided. No document read tells of an appeal."
	case content.Appealed:
		if slices.ContainsFunc(c.Events, func(e content.Event) bool { return e.Status == content.Overturned && e.Action == c.Action }) {
			return "Overturned, and appealed again. The matter is not settled."
		}
		return "Appealed. The decision stands until the appeal is decided."
	case content.Overturned:
		return "Nothing of the decision stands."
	case content.ReducedOnAppeal:
		return "The sum shown is the one that stands after the appeal."
	case content.UpheldOnAppeal:
		return "The decision stands after an appeal."
	}
	return "No document read says how settled this is."
}

// partyName is who was acted against: the legal name, or for an individual
// what the case is called.
func partyName(c *content.Case) string {
	if n := clean(c.Organisation.Name); n != "" {
		return n
	}
	return caseTitle(c)
}

// inSentence is the party within a sentence.
func inSentence(c *content.Case) string {
	if c.Organisation.Anonymous() {
		return "an individual"
	}
	return partyName(c)
}

func regulator(c *content.Case) string {
	if r := clean(c.Regulator); r != "" {
		return r
	}
	return "regulator"
}

// actDate is the day of the act that stands, which an appeal does not move.
func actDate(c *content.Case) content.Date {
	if i := c.Origin("action"); i >= 0 && !c.Events[i].Date.IsZero() {
		return c.Events[i].Date
	}
	return c.Date
}

// atDate is " on 26 March 2025", " in March 2025" or nothing.
func atDate(d content.Date) string {
	if d.IsZero() {
		return ""
	}
	return " " + on(d)
}

func on(d content.Date) string {
	if d.Day == 0 {
		return "in " + d.Long()
	}
	return "on " + d.Long()
}
