package content

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A Change is one thing that became different in a case, and what says so. Its
// values are spelt as the front matter spells them.
type Change struct {
	Day       Date     `json:"day,omitzero"`
	Case      string   `json:"case"`
	Field     string   `json:"field"`
	From      string   `json:"from,omitempty"`
	To        string   `json:"to,omitempty"`
	Documents []string `json:"documents,omitempty"`
}

// String writes the change as a line of news:
//
//	northgate-lending-2021: amount 200,000 → 130,000 (ico-1)
func (c Change) String() string {
	from, to := c.From, c.To
	if c.Field == "amount" || c.Field == "affected" {
		from, to = Thousands(from), Thousands(to)
	}
	what := from + " → " + to
	switch {
	case from == "":
		what = "+ " + to
	case to == "":
		what = "− " + from
	}
	if len(c.Documents) > 0 {
		what += " (" + strings.Join(c.Documents, ", ") + ")"
	}
	return fmt.Sprintf("%s: %s %s", c.Case, c.Field, what)
}

// Changes returns what the second book has that the first had not, and what it
// lost, sorted by case, each case in the order of its front matter. They carry
// no day, and they name no individual, whatever the books do: what is logged
// stays.
func Changes(was, now *Book) []Change {
	nobody := func(*Case) bool { return false }
	was, now = was.publish(nobody), now.publish(nobody)
	before := map[string]*Case{}
	for _, c := range was.Cases {
		before[c.ID] = c
	}
	var out []Change
	for _, c := range now.Cases {
		if old := before[c.ID]; old != nil {
			out = append(out, diffCase(old, c)...)
		} else {
			out = append(out, Change{Case: c.ID, Field: "case", To: c.headline(), Documents: documentIDs(c)})
		}
		delete(before, c.ID)
	}
	for _, id := range slices.Sorted(maps.Keys(before)) {
		gone := Change{Case: id, Field: "case", From: id}
		if c := now.Case(id); c != nil {
			gone.To = c.ID
		}
		out = append(out, gone)
	}
	slices.SortStableFunc(out, func(x, y Change) int { return cmp.Compare(x.Case, y.Case) })
	return out
}

// headline says in a few words what a case is.
func (c *Case) headline() string {
	return sumLine([]string{string(c.Status), string(c.Action)}, c.Amount)
}

// sumLine writes words and the sum that belongs to them.
func sumLine(words []string, sum Money) string {
	if sum.Stated() {
		words = append(words, sum.Decimal(), sum.Currency)
	}
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " ")
}

func documentIDs(c *Case) []string {
	var out []string
	for _, d := range c.Documents {
		out = append(out, d.ID)
	}
	return out
}

// diffCase compares two states of one case.
func diffCase(was, now *Case) []Change {
	var out []Change
	old := newsOf(was)
	for i, v := range newsOf(now) {
		if old[i].text == v.text {
			continue
		}
		proved := now.proving(v)
		if v.text == "" {
			proved = was.proving(old[i])
		}
		out = append(out, Change{Case: now.ID, Field: v.field, From: old[i].text, To: v.text, Documents: proved})
	}
	out = append(out, diffLines(now.ID, "events", eventLines(was), eventLines(now))...)
	return append(out, diffLines(now.ID, "documents", documentLines(was), documentLines(now))...)
}

// A line describes one member of a list, and names the documents behind it.
type line struct {
	text      string
	documents []string
}

// diffLines returns what a list gained, and then what it lost.
func diffLines(id, field string, was, now []line) []Change {
	has := func(lines []line, l line) bool {
		return slices.ContainsFunc(lines, func(other line) bool { return other.text == l.text })
	}
	var out []Change
	for _, l := range now {
		if !has(was, l) {
			out = append(out, Change{Case: id, Field: field, To: l.text, Documents: l.documents})
		}
	}
	for _, l := range was {
		if !has(now, l) {
			out = append(out, Change{Case: id, Field: field, From: l.text, Documents: l.documents})
		}
	}
	return out
}

// A newsValue is a field of a case whose change is news.
type newsValue struct {
	field string
	text  string
	event int // where its evidence stands; -1 for none in particular
}

// newsOf lists the fields of a case whose change is news, always in one order.
func newsOf(c *Case) []newsValue {
	count := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	amount := ""
	if c.Amount.Stated() {
		amount = c.Amount.Decimal()
	}
	return []newsValue{
		{"formerly", joinWords(c.Formerly), -1}, {"title", c.Title, -1}, {"organisation", c.Organisation.Name, -1},
		{"sector", string(c.Sector), -1}, {"status", string(c.Status), c.Origin("status")}, {"action", string(c.Action), c.Origin("action")},
		{"date", c.Date.String(), c.Origin("date")}, {"amount", amount, c.Origin("amount")}, {"affected", count(c.Affected), c.Origin("affected")},
		{"communications", c.Communications.Spell(), c.Origin("communications")},
		{"controls", joinWords(c.Controls), -1}, {"provisions", joinWords(c.Provisions), -1},
		{"incident.type", string(c.Incident.Type), -1}, {"incident.from", c.Incident.From.String(), -1}, {"incident.to", c.Incident.To.String(), -1},
		{"related", joinWords(c.Related), -1},
	}
}

func joinWords[S ~string](words []S) string {
	var out []string
	for _, w := range words {
		out = append(out, string(w))
	}
	return strings.Join(out, ", ")
}

// proving names the documents that prove a value.
func (c *Case) proving(v newsValue) []string {
	var out []string
	for _, row := range c.Proofs(v.field, v.event) {
		if !slices.Contains(out, row.Document) {
			out = append(out, row.Document)
		}
	}
	return out
}

func eventLines(c *Case) []line {
	var out []line
	for _, e := range c.Events {
		text := sumLine([]string{e.Date.String(), string(e.Action), string(e.Status)}, e.Amount)
		if !e.Withdrawn.IsZero() {
			text += ", withdrawn " + e.Withdrawn.String()
		}
		out = append(out, line{text, e.Documents})
	}
	return out
}

func documentLines(c *Case) []line {
	var out []line
	for _, d := range c.Documents {
		text := strings.TrimSpace(d.ID + " " + d.Title)
		if !d.Withdrawn.IsZero() {
			text += ", withdrawn " + d.Withdrawn.String()
		}
		out = append(out, line{text, []string{d.ID}})
	}
	return out
}
