package site

import (
	"slices"
	"strings"

	"casebook/content"
)

// facts are all fields of a case, in the order in which readers ask for them.
func (b *builder) facts(c *content.Case, root string) []FactRow {
	rows := []FactRow{
		b.organisationRow(c, root),
		alsoRow(c),
		roleRow(c),
		b.sectorRow(c, root),
		statusRow(c),
		b.actionRow(c, root),
		dateRow(c),
		amountRow(c),
		affectedRow(c),
		communicationsRow(c),
		b.controlsRow(c, root),
		provisionsRow(c),
		incidentRow(c),
		incidentDateRow(c, "incident.from", "Incident began", c.Incident.From),
		incidentDateRow(c, "incident.to", "Incident ended", c.Incident.To),
	}
	shown := rows[:0]
	for _, r := range rows {
		if len(r.Values) > 0 || r.Absent != "" {
			r.Anchor = "fact-" + strings.ReplaceAll(r.Anchor, ".", "-")
			shown = append(shown, r)
		}
	}
	return shown
}

// row is a field with one value, or with the reason for none.
func row(c *content.Case, field, label string, values ...Value) FactRow {
	r := FactRow{Anchor: field, Label: label, Values: values}
	if len(values) == 0 {
		r.Absent = absence(c, field)
	}
	return r
}

// optional is a field that many cases do not have: it is shown only where it
// has a value, or where it is known why not.
func optional(c *content.Case, field, label string, values ...Value) FactRow {
	r := row(c, field, label, values...)
	if _, known := c.Absent[field]; len(values) == 0 && !known {
		r.Absent = ""
	}
	return r
}

// absences say why a value is missing.
var absences = map[content.Absence]string{
	content.NotStated:     "Not stated in the documents read.",
	content.NotApplicable: "Not applicable to this case.",
	content.Unreadable:    "Unreadable in the documents: they may say it, the program cannot read it.",
	content.Disputed:      "Disputed: the documents contradict each other.",
}

func absence(c *content.Case, field string) string {
	if s, ok := absences[c.Absent[field]]; ok {
		return s
	}
	return absences[content.NotStated]
}

func (b *builder) organisationRow(c *content.Case, root string) FactRow {
	if c.Organisation.Anonymous() {
		v := Value{Text: partyName(c), Reason: "This individual is shown by role, so that no quote with the name is shown."}
		return row(c, "organisation", "Party", v)
	}
	if c.Organisation.Person {
		return row(c, "organisation", "Party", value(c, statement{field: "organisation", event: -1, text: clean(c.Organisation.Name)}))
	}
	if c.Organisation.Name == "" {
		return row(c, "organisation", "Organisation")
	}
	v := value(c, statement{field: "organisation", event: -1, text: clean(c.Organisation.Name)})
	v.More = &Link{root + "organisations/" + c.Organisation.Key() + "/", "All cases of this organisation"}
	return row(c, "organisation", "Organisation", v)
}

// aliasProofs is how many documents are quoted for one other name.
const aliasProofs = 2

// alsoRow are other names. A quote proves a name that it holds beside the
// legal one.
func alsoRow(c *content.Case) FactRow {
	var values []Value
	for _, name := range c.Organisation.Also {
		v := Value{Text: clean(name)}
		var rows []content.Evidence
		for _, e := range c.Evidence {
			rest := strings.ReplaceAll(e.Quote, c.Organisation.Name, "")
			known := slices.ContainsFunc(rows, func(r content.Evidence) bool { return r.Document == e.Document })
			if strings.Contains(rest, name) && !known {
				rows = append(rows, e)
			}
		}
		if v.Proofs = proofs(c, head(rows, aliasProofs)); len(v.Proofs) == 0 {
			v.Reason = "No quote is recorded for this name."
		}
		values = append(values, v)
	}
	return optional(c, "organisation.also", "Also named", values...)
}

func roleRow(c *content.Case) FactRow {
	if c.Organisation.Role == "" {
		return optional(c, "organisation.role", "Role")
	}
	v := value(c, statement{field: "organisation.role", event: -1, value: c.Organisation.Role, text: capital(clean(c.Organisation.Role))})
	return row(c, "organisation.role", "Role", v)
}

func (b *builder) sectorRow(c *content.Case, root string) FactRow {
	if c.Sector == "" {
		return row(c, "sector", "Sector")
	}
	v := value(c, statement{field: "sector", event: -1, value: string(c.Sector), text: c.Sector.Label()})
	if key := content.Slug(string(c.Sector)); c.Sector.Known() {
		v.More = &Link{root + "sectors/" + key + "/", "All cases in this sector"}
	}
	return row(c, "sector", "Sector", v)
}

// statusRow has a quote, or else says which event it follows from.
func statusRow(c *content.Case) FactRow {
	v := value(c, statement{field: "status", event: c.Origin("status"), value: string(c.Status), text: statusOf(c.Status).Word})
	v.explain(c, "status")
	return row(c, "status", "Status", v)
}

func (b *builder) actionRow(c *content.Case, root string) FactRow {
	if c.Action == "" {
		return row(c, "action", "Action")
	}
	v := value(c, statement{field: "action", event: c.Origin("action"), value: string(c.Action), text: c.Action.Label()})
	v.explain(c, "action")
	if c.Action.Known() {
		v.More = &Link{root + "actions/" + string(c.Action) + "/", "All cases with this action"}
	}
	return row(c, "action", "Action", v)
}

// explain says of a value without a quote which step of the timeline it
// follows from.
func (v *Value) explain(c *content.Case, field string) {
	if i := c.Origin(field); i >= 0 && len(v.Proofs) == 0 && len(v.Dispute) == 0 && !c.IsLocked(field) {
		e := c.Events[i]
		v.Reason = "It follows from the step of the timeline" + atDate(e.Date) + ", " + lower(stepName(e)) + ", and the documents that tell of it."
	}
}

func dateRow(c *content.Case) FactRow {
	if c.Date.IsZero() {
		return row(c, "date", "Date")
	}
	return row(c, "date", "Date", dateValue(c, c.Origin("date"), c.Date))
}

// amountRow names the amount for what it is: a fine only where one stands.
func amountRow(c *content.Case) FactRow {
	if !c.Amount.Stated() {
		r := row(c, "amount", "Fine")
		if _, known := c.Absent["amount"]; !known {
			r.Absent = noSum(c)
		}
		return r
	}
	v := value(c, amountStatement(c.Origin("amount"), c.Amount, c.AmountQualifier))
	v.Kind = "Sum"
	label := "Sum"
	switch {
	case c.Provisional():
		label, v.Word, v.Kind = "Proposed sum", "proposed, not final", "Sum Sum--provisional"
	case c.Fine().Stated():
		label = "Fine"
	}
	return row(c, "amount", label, v)
}

// noSum says why no amount stands.
func noSum(c *content.Case) string {
	switch {
	case c.Status == content.Overturned:
		return "None stands: the decision was overturned."
	case c.Provisional(), c.Action == content.MonetaryPenalty, c.Action == content.Prosecution, c.Action == content.OtherAction, c.Action == "":
		return absences[content.NotStated]
	}
	return "None: the documents tell of no fine, only of this action: " + lower(c.Action.Label()) + "."
}

func affectedRow(c *content.Case) FactRow {
	if c.Affected == 0 {
		return row(c, "affected", "People affected")
	}
	return row(c, "affected", "People affected", value(c, affectedStatement(c.Origin("affected"), c.Affected, c.AffectedQualifier)))
}

func communicationsRow(c *content.Case) FactRow {
	if c.Communications.Count == 0 {
		return optional(c, "communications", "Unlawful communications")
	}
	return row(c, "communications", "Unlawful communications", value(c, communicationsStatement(c.Origin("communications"), c.Communications)))
}

func (b *builder) controlsRow(c *content.Case, root string) FactRow {
	var values []Value
	for _, control := range c.Controls {
		v := value(c, statement{field: "controls", event: -1, value: string(control), text: clean(control.Title())})
		if control.Known() {
			v.More = &Link{root + "controls/" + string(control) + "/", "What it is, and all cases in which it failed"}
		}
		values = append(values, v)
	}
	return row(c, "controls", failedLabel(c), values...)
}

func provisionsRow(c *content.Case) FactRow {
	var values []Value
	for _, p := range c.Provisions {
		values = append(values, value(c, statement{field: "provisions", event: -1, value: string(p), text: clean(string(p))}))
	}
	return row(c, "provisions", "Infringed", values...)
}

func incidentRow(c *content.Case) FactRow {
	if c.Incident.Type == "" {
		return row(c, "incident", "Incident")
	}
	return row(c, "incident", "Incident", value(c, statement{field: "incident.type", event: -1, value: string(c.Incident.Type), text: c.Incident.Type.Label()}))
}

func incidentDateRow(c *content.Case, field, label string, d content.Date) FactRow {
	if d.IsZero() {
		return optional(c, field, label)
	}
	return row(c, field, label, value(c, statement{field, -1, d.String(), d.Long(), spellDate}))
}
