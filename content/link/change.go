package link

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"casebook/content"
)

// A Change is one thing that became different in a case.
type Change struct {
	Case  string `json:"case"`           // id
	Field string `json:"field"`          // front matter key; "case" for a case that is new, or that became part of another
	From  string `json:"from,omitempty"` // what it was, as people read it; "" where there was nothing
	To    string `json:"to,omitempty"`
	Why   string `json:"why,omitempty"` // the documents that prove the new value: "ico-1, press-2"
}

// String writes the change as a line of news:
//
//	capita-2025: amount 45,000,000 → 14,000,000 (ico-1)
func (c Change) String() string {
	var what string
	switch {
	case c.From == "":
		what = "+ " + c.To
	case c.To == "":
		what = "− " + c.From
	default:
		what = c.From + " → " + c.To
	}
	if c.Why != "" {
		what += " (" + c.Why + ")"
	}
	return fmt.Sprintf("%s: %s %s", c.Case, c.Field, what)
}

// diff returns what the second book has that the first had not, sorted by case,
// each case in the order of its front matter.
func diff(was, now *content.Book) []Change {
	var out []Change
	before := map[string]*content.Case{}
	for _, c := range was.Cases {
		before[c.ID] = c
	}
	for _, c := range now.Cases {
		if old := before[c.ID]; old != nil {
			out = append(out, diffCase(old, c)...)
		} else {
			out = append(out, Change{Case: c.ID, Field: "case", To: headline(c), Why: strings.Join(documentIDs(c), ", ")})
		}
		delete(before, c.ID)
	}
	for id := range before {
		to := ""
		if c := now.Case(id); c != nil {
			to = c.ID
		}
		out = append(out, Change{Case: id, Field: "case", From: "a case of its own", To: "part of " + to})
	}
	slices.SortStableFunc(out, func(x, y Change) int { return cmp.Compare(x.Case, y.Case) })
	return out
}

// headline says in a few words what a case is.
func headline(c *content.Case) string {
	words := []string{c.Title + ":", c.Status.Label(), strings.ToLower(c.Action.Label())}
	if c.Amount.Stated() {
		words = append(words, c.Amount.String())
	}
	return strings.Join(words, " ")
}

func documentIDs(c *content.Case) []string {
	var out []string
	for _, d := range c.Documents {
		out = append(out, d.ID)
	}
	return out
}

// diffCase compares two states of one case.
func diffCase(was, now *content.Case) []Change {
	var out []Change
	old := values(was)
	for i, v := range values(now) {
		if old[i].text != v.text {
			out = append(out, Change{Case: now.ID, Field: v.field, From: old[i].text, To: v.text, Why: proofOf(now, v)})
		}
	}
	out = append(out, diffLines(now.ID, "events", eventLines(was), eventLines(now))...)
	return append(out, diffLines(now.ID, "documents", documentLines(was), documentLines(now))...)
}

// A line describes one member of a list, and names the documents behind it.
type line struct{ text, why string }

// diffLines returns what a list gained, and then what it lost.
func diffLines(id, field string, was, now []line) []Change {
	has := func(lines []line, l line) bool {
		return slices.ContainsFunc(lines, func(other line) bool { return other.text == l.text })
	}
	var out []Change
	for _, l := range now {
		if !has(was, l) {
			out = append(out, Change{Case: id, Field: field, To: l.text, Why: l.why})
		}
	}
	for _, l := range was {
		if !has(now, l) {
			out = append(out, Change{Case: id, Field: field, From: l.text})
		}
	}
	return out
}

// A value is a field of a case as people read it.
type value struct {
	field string
	text  string
	event int // where its evidence stands; -1 for none in particular
}

// values lists the fields of a case whose change is news, always in one order.
func values(c *content.Case) []value {
	number := func(n int) string {
		if n == 0 {
			return ""
		}
		return content.Thousands(fmt.Sprint(n))
	}
	amount := strings.TrimPrefix(c.Amount.String(), "£")
	return []value{
		{"formerly", list(c.Formerly), -1}, {"title", c.Title, -1}, {"organisation", c.Organisation.Name, -1},
		{"sector", string(c.Sector), -1}, {"status", string(c.Status), c.Origin("status")}, {"action", string(c.Action), c.Origin("action")},
		{"date", c.Date.String(), c.Origin("date")}, {"amount", amount, c.Origin("amount")}, {"affected", number(c.Affected), c.Origin("affected")},
		{"communications", strings.TrimSpace(number(c.Communications.Count) + " " + c.Communications.Unit), c.Origin("communications")},
		{"controls", list(c.Controls), -1}, {"provisions", list(c.Provisions), -1},
		{"incident.type", string(c.Incident.Type), -1}, {"incident.from", c.Incident.From.String(), -1}, {"incident.to", c.Incident.To.String(), -1},
		{"related", list(c.Related), -1},
	}
}

func list[S ~string](words []S) string {
	var out []string
	for _, w := range words {
		out = append(out, string(w))
	}
	return strings.Join(out, ", ")
}

// proofOf names the documents that prove a value.
func proofOf(c *content.Case, v value) string {
	var out []string
	for _, row := range c.Proofs(v.field, v.event) {
		if !slices.Contains(out, row.Document) {
			out = append(out, row.Document)
		}
	}
	return strings.Join(out, ", ")
}

func eventLines(c *content.Case) []line {
	var out []line
	for _, e := range c.Events {
		words := []string{e.Date.String(), string(e.Action), string(e.Status)}
		if e.Amount.Stated() {
			words = append(words, e.Amount.String())
		}
		if !e.Withdrawn.IsZero() {
			words = append(words, "withdrawn", e.Withdrawn.String())
		}
		out = append(out, line{strings.TrimSpace(strings.Join(words, " ")), strings.Join(e.Documents, ", ")})
	}
	return out
}

func documentLines(c *content.Case) []line {
	var out []line
	for _, d := range c.Documents {
		text := strings.TrimSpace(d.ID + " " + d.Title)
		if !d.Withdrawn.IsZero() {
			text += ", withdrawn " + d.Withdrawn.String()
		}
		out = append(out, line{text: text})
	}
	return out
}
