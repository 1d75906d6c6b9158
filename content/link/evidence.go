package link

import (
	"slices"
	"strconv"
	"strings"

	"casebook/content"
)

// maxQuote bounds a quote, in bytes: a long sentence of a notice. What is kept
// of a longer one is a run of whole words of it, so that it still stands
// verbatim in its document.
const maxQuote = 400

// A ledger gathers the evidence of one case.
type ledger struct {
	rows []content.Evidence
	ids  map[*paper]string
}

// add enters the proof of one value by one document: of a document read in
// this run its first quote, of a remembered one all that the case kept.
func (l *ledger) add(a *account, field string, event int, value string, quotes []content.Quote) {
	if a.home == nil && len(quotes) > 1 {
		quotes = quotes[:1]
	}
	for _, q := range quotes {
		row := content.Evidence{Field: field, Event: event, Value: value,
			Quote: bounded(q.Text, value), Document: l.ids[a.paper], Page: q.Page}
		if row.Quote != "" && !slices.ContainsFunc(l.rows, func(have content.Evidence) bool { return have.Same(row) }) {
			l.rows = append(l.rows, row)
		}
	}
}

// move enters the rows that a case of the book has for its event was, as rows
// of event now.
func (l *ledger) move(old *content.Case, was, now int) {
	for _, row := range old.Evidence {
		if row.Event == was {
			row.Event = now
			l.rows = append(l.rows, row)
		}
	}
}

// addEvent enters what every telling of an event proves.
func (l *ledger) addEvent(i int, h *happening) {
	for _, t := range h.tellings {
		l.add(t.account, "date", i, t.date.Value.String(), t.date.Quotes)
		l.add(t.account, "action", i, string(t.action.Value), t.action.Quotes)
		l.add(t.account, "status", i, string(t.status.Value), t.status.Quotes)
		l.add(t.account, "amount", i, t.amount.Value.Decimal(), t.amount.Quotes)
		l.add(t.account, "affected", i, strconv.Itoa(t.affected.Value), t.affected.Quotes)
		l.add(t.account, "communications", i, t.communications.Value.Spell(), t.communications.Quotes)
	}
	for _, t := range h.heard {
		l.add(t.account, "amount", i, t.amount.Value.Decimal(), t.amount.Quotes)
	}
}

// addCase enters what the accounts prove of the case as a whole. A source that
// judges the sector, the incident or the controls differently proves nothing of
// this case; one that dates the incident differently is heard.
func (l *ledger) addCase(c *content.Case, accounts []*account) {
	for _, a := range accounts {
		f := a.facts
		for _, p := range a.named {
			if p.Value.Person == c.Organisation.Person {
				l.add(a, "organisation", -1, p.Value.Name, p.Quotes)
			}
		}
		if f.Role.Value == c.Organisation.Role {
			l.add(a, "organisation.role", -1, f.Role.Value, f.Role.Quotes)
		}
		if f.Sector.Value == c.Sector {
			l.add(a, "sector", -1, string(f.Sector.Value), f.Sector.Quotes)
		}
		for _, control := range f.Controls {
			if slices.Contains(c.Controls, control.Value) {
				l.add(a, "controls", -1, string(control.Value), control.Quotes)
			}
		}
		for _, p := range f.Provisions {
			if slices.Contains(c.Provisions, p.Value) {
				l.add(a, "provisions", -1, string(p.Value), p.Quotes)
			}
		}
		if f.Incident.Value == c.Incident.Type {
			l.add(a, "incident.type", -1, string(f.Incident.Value), f.Incident.Quotes)
		}
		l.add(a, "incident.from", -1, f.IncidentFrom.Value.String(), f.IncidentFrom.Quotes)
		l.add(a, "incident.to", -1, f.IncidentTo.Value.String(), f.IncidentTo.Quotes)
	}
}

// bounded cuts a long quote to a run of whole words, round the value where the
// quote spells it and from its beginning otherwise.
func bounded(quote, value string) string {
	if len(quote) <= maxQuote {
		return quote
	}
	from := 0
	spelt := []string{value}
	if strings.Trim(value, "0123456789") == "" {
		spelt = append(spelt, content.Thousands(value))
	}
	for _, s := range spelt {
		if at := strings.Index(quote, s); at >= maxQuote/2 {
			from = min(at-maxQuote/2, len(quote)-maxQuote)
			break
		}
	}
	if blank := strings.IndexByte(quote[from:], ' '); from > 0 && blank >= 0 {
		from += blank + 1
	}
	to := min(from+maxQuote, len(quote))
	if blank := strings.LastIndexByte(quote[from:to], ' '); to < len(quote) && blank > 0 {
		to = from + blank
	}
	return strings.ToValidUTF8(strings.TrimSpace(quote[from:to]), "")
}
