package link

import (
	"slices"
	"strconv"

	"casebook/content"
)

// remember makes an account of a document that was not read again, from what
// its case keeps of it: the evidence rows that cite it.
func remember(p *paper, c *citation) *account {
	rows := proofs{c}
	a := &account{paper: p, home: c, named: recallParties(rows), steps: recallSteps(rows)}
	a.facts = content.Facts{
		Enforcement:  true,
		Parties:      a.named,
		Sector:       one(recalled(rows, -1, "sector", asWord[content.Sector])),
		Role:         one(recalled(rows, -1, "organisation.role", asText)),
		Controls:     recalled(rows, -1, "controls", asWord[content.Control]),
		Provisions:   recalled(rows, -1, "provisions", asWord[content.Provision]),
		Incident:     one(recalled(rows, -1, "incident.type", asWord[content.IncidentType])),
		IncidentFrom: one(recalled(rows, -1, "incident.from", content.ParseDate)),
		IncidentTo:   one(recalled(rows, -1, "incident.to", content.ParseDate)),
	}
	return a.settle()
}

// recallParties returns the parties that the document names, each with the
// other names that the case has for an organisation.
func recallParties(rows proofs) []content.Fact[content.Party] {
	var out []content.Fact[content.Party]
	o := rows.c.book.Organisation
	for _, fact := range recalled(rows, -1, "organisation", asText) {
		party := content.Party{Name: fact.Value, Person: o.Person}
		if !party.Person {
			party.Aliases = ownNames(rows.c.book, fact.Value)
		}
		out = append(out, content.Fact[content.Party]{Value: party, Quotes: fact.Quotes})
	}
	return out
}

// recallSteps rebuilds what the document says of each event that cites it. What
// the document is about, the last of them for which it proves the action, comes
// last; the rest it gave as what was before.
func recallSteps(rows proofs) []step {
	var steps []step
	own := -1
	for i, e := range rows.c.book.Events {
		if !slices.Contains(e.Documents, rows.c.doc.ID) {
			continue
		}
		s := recallStep(rows, i, e)
		if s.action.Known() || own < 0 {
			own = len(steps)
		}
		s.before = true
		steps = append(steps, s)
	}
	if own < 0 {
		return nil
	}
	last := steps[own]
	last.before = false
	if !last.date.Known() {
		last.date.Value = rows.c.doc.Published
	}
	return append(slices.Delete(steps, own, own+1), last)
}

// ownNames returns the other names of a case's organisation, as far as they
// are not another party's.
func ownNames(c *content.Case, stated string) []string {
	names := append([]string{c.Organisation.Name}, c.Organisation.Also...)
	return slices.DeleteFunc(names, func(n string) bool { return n == stated || fold(n).form != "" })
}

// recallStep rebuilds what the document says of event i. A value without a row
// of this document is not this document's.
func recallStep(rows proofs, i int, e content.Event) step {
	s := step{
		action: one(recalled(rows, i, "action", asWord[content.Action])),
		status: one(recalled(rows, i, "status", asWord[content.Status])),
		date:   one(recalled(rows, i, "date", content.ParseDate)),
		amount: one(recalled(rows, i, "amount", func(v string) (content.Money, error) {
			return content.ParseDecimal(v, currencyOf(e.Amount))
		})),
		affected:       one(recalled(rows, i, "affected", strconv.Atoi)),
		communications: one(recalled(rows, i, "communications", content.ParseCommunications)),
	}
	s.action.Value, s.status.Value = e.Action, e.Status
	if s.amount.Value == e.Amount {
		s.amount.Qualifier = e.AmountQualifier
	}
	if s.affected.Value == e.Affected {
		s.affected.Qualifier = e.AffectedQualifier
	}
	if s.communications.Value.Count == e.Communications.Count {
		s.communications.Value = e.Communications
	}
	return s
}

// proofs are the evidence rows of a case that cite one document.
type proofs struct{ c *citation }

// recalled returns the values that the document proves for a field of an event,
// or of the case where event is -1, each once with all its quotes. A row whose
// value does not parse is left to `casebook check`.
func recalled[T any](p proofs, event int, field string, parse func(string) (T, error)) []content.Fact[T] {
	var out []content.Fact[T]
	var spelt []string // the values of out
	for _, row := range p.c.book.Evidence {
		if row.Document != p.c.doc.ID || row.Field != field || row.Event != event {
			continue
		}
		v, err := parse(row.Value)
		if err != nil {
			continue
		}
		i := slices.Index(spelt, row.Value)
		if i < 0 {
			i, spelt, out = len(out), append(spelt, row.Value), append(out, content.Fact[T]{Value: v})
		}
		out[i].Quotes = append(out[i].Quotes, content.Quote{Text: row.Quote, Page: row.Page})
	}
	return out
}

// one returns the first of several values.
func one[T any](facts []content.Fact[T]) content.Fact[T] {
	if len(facts) == 0 {
		return content.Fact[T]{}
	}
	return facts[0]
}

func asText(s string) (string, error) { return s, nil }

func asWord[W ~string](s string) (W, error) { return W(s), nil }

// currencyOf returns the currency that a sum of the same event is in.
func currencyOf(m content.Money) string {
	if m.Stated() {
		return m.Currency
	}
	return "GBP"
}
