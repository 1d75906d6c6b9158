package site

import (
	"slices"
	"strconv"

	"casebook/content"
)

// timeline is the case's events, oldest first.
func timeline(c *content.Case) []CaseEvent {
	events := make([]CaseEvent, len(c.Events))
	for i, e := range c.Events {
		v := CaseEvent{
			Anchor: "event-" + strconv.Itoa(i+1), Status: statusOf(e.Status),
			When: dateValue(c, i, e.Date), Step: stepValue(c, i), Values: eventValues(c, i),
		}
		if i > 0 {
			v.Gap = gap(c.Events[i-1].Date, e.Date)
		}
		if !e.Withdrawn.IsZero() {
			v.Withdrawn = "The regulator took this item down " + on(e.Withdrawn) + ". What it said stays here."
		}
		for _, id := range e.Documents {
			if d := document(c, id); d != nil {
				v.Documents = append(v.Documents, DocumentLink{documentAnchor(d), documentTitle(d) + " (" + clean(lower(d.Kind.Label())) + ")"})
			}
		}
		events[i] = v
	}
	return events
}

// dateValue is the day of an event: quoted, or else that on which a document
// was published.
func dateValue(c *content.Case, event int, d content.Date) Value {
	if d.IsZero() {
		return Value{Text: "Date not stated", Reason: "No document read states it."}
	}
	v := value(c, statement{"date", event, d.String(), d.Long(), spellDate})
	if len(v.Proofs) > 0 || len(v.Dispute) > 0 || event < 0 || c.IsLocked("date") {
		return v
	}
	for _, id := range c.Events[event].Documents {
		if p := document(c, id); p != nil && p.Published == d {
			v.Reason = "The day on which “" + documentTitle(p) + "” was published; no document read states the day of the act itself."
		}
	}
	return v
}

// stepValue is what happened in an event, with the quotes for its action and
// its status.
func stepValue(c *content.Case, i int) Value {
	e := c.Events[i]
	status := statusOf(e.Status)
	v := Value{Text: stepName(e), Status: &status, Kind: "Case-name"}
	var rows []content.Evidence
	for _, p := range append(c.Proofs("action", i), c.Proofs("status", i)...) {
		again := slices.ContainsFunc(rows, func(r content.Evidence) bool { return r.Quote == p.Quote && r.Document == p.Document })
		if (p.Value == string(e.Action) || p.Value == string(e.Status)) && !again {
			rows = append(rows, p)
		}
	}
	v.Proofs = proofs(c, rows)
	if len(v.Proofs) == 0 {
		v.Reason = "No single sentence is recorded for it: it follows from the documents that tell of this step."
	}
	return v
}

// stepName is the action, or what became of it on appeal.
func stepName(e content.Event) string {
	switch e.Status {
	case content.Appealed:
		return "Appeal"
	case content.ReducedOnAppeal, content.UpheldOnAppeal:
		return "Appeal decided"
	case content.Overturned:
		return "Decision overturned"
	}
	if e.Action == "" {
		return "Action not stated"
	}
	return clean(e.Action.Label())
}

// gap is the time between two days; "" where a month or year is all that is
// known.
func gap(from, to content.Date) string {
	if from.Day == 0 || to.Day == 0 {
		return ""
	}
	if n := from.Days(to); n > 0 {
		return count(n, "day") + " later"
	}
	return ""
}

// eventValues are what one event states, each with its evidence.
func eventValues(c *content.Case, i int) []LabelledValue {
	e := c.Events[i]
	var out []LabelledValue
	if e.Amount.Stated() {
		v := value(c, amountStatement(i, e.Amount, e.AmountQualifier))
		v.Kind = "Sum"
		label := "Sum"
		switch {
		case proposed(e):
			label, v.Word, v.Kind = "Proposed", "proposed, not final", "Sum Sum--provisional"
		case e.Action == content.MonetaryPenalty:
			label = "Fine"
		}
		out = append(out, LabelledValue{label, v})
	}
	if e.Affected > 0 {
		out = append(out, LabelledValue{"People", value(c, affectedStatement(i, e.Affected, e.AffectedQualifier))})
	}
	if e.Communications.Count > 0 {
		out = append(out, LabelledValue{"Sent", value(c, communicationsStatement(i, e.Communications))})
	}
	return out
}

func amountStatement(event int, m content.Money, q content.Qualifier) statement {
	return statement{"amount", event, m.Decimal(), q.Of(m.String()), spellSum(m.Currency)}
}

func affectedStatement(event, n int, q content.Qualifier) statement {
	return statement{"affected", event, strconv.Itoa(n), people(n, q), spellPeople}
}

func communicationsStatement(event int, n content.Communications) statement {
	return statement{"communications", event, strconv.Itoa(n.Count), communications(n), spellCommunications}
}
