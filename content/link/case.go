package link

import (
	"cmp"
	"slices"

	"casebook/content"
)

// describe sets the fields that are not of one event, but for locked ones.
func describe(c *content.Case, accounts []*account, hs []*happening, names *directory) {
	o := organisationOf(accounts, names)
	set(c, "organisation.name", &c.Organisation.Name, o.Name)
	set(c, "organisation.also", &c.Organisation.Also, o.Also)
	set(c, "organisation.role", &c.Organisation.Role, o.Role)
	set(c, "organisation.person", &c.Organisation.Person, o.Person)
	set(c, "sector", &c.Sector, sectorOf(accounts))
	set(c, "incident.type", &c.Incident.Type, elect(accounts, func(f content.Facts) content.Fact[content.IncidentType] { return f.Incident }))
	set(c, "incident.from", &c.Incident.From, believe(accounts, func(f content.Facts) content.Fact[content.Date] { return f.IncidentFrom }))
	set(c, "incident.to", &c.Incident.To, believe(accounts, func(f content.Facts) content.Fact[content.Date] { return f.IncidentTo }))
	decisive := decisiveAccounts(accounts, hs)
	set(c, "controls", &c.Controls, union(decisive, func(f content.Facts) []content.Fact[content.Control] { return f.Controls }))
	content.SortControls(c.Controls)
	set(c, "provisions", &c.Provisions, union(decisive, func(f content.Facts) []content.Fact[content.Provision] { return f.Provisions }))
	content.SortProvisions(c.Provisions)
	set(c, "title", &c.Title, titleOf(accounts, c.Organisation, c.Incident.Type))
}

// set gives a field its value unless a person locked it.
func set[V any](c *content.Case, field string, to *V, value V) {
	if !locks(c, field) {
		*to = value
	}
}

// setEvents gives the case its events in order, each with its documents and
// proofs. An event of the book keeps the keys that casebook does not know; one
// that cites no document was written by a person and stays.
func setEvents(c, old *content.Case, hs []*happening, l *ledger) {
	if locks(c, "events") {
		for _, row := range old.Evidence {
			if row.Event >= 0 {
				l.rows = append(l.rows, row)
			}
		}
		return
	}
	c.Events = nil
	for i, e := range old.Events {
		if len(e.Documents) == 0 {
			hs = append(hs, &happening{event: e, byHand: i + 1})
		}
	}
	slices.SortStableFunc(hs, compareHappenings)
	for i, h := range hs {
		if h.byHand > 0 {
			l.move(old, h.byHand-1, i)
		}
		l.addEvent(i, h)
		c.Events = append(c.Events, eventOf(h, old, l.ids))
	}
}

// compareHappenings orders events by day, then by stage, then by weight of the
// act. Where one without a day belongs is settled with the case.
func compareHappenings(x, y *happening) int {
	return cmp.Or(
		x.event.Date.Compare(y.event.Date),
		cmp.Compare(stage(x.event.Status), stage(y.event.Status)),
		cmp.Compare(slices.Index(content.Actions(), x.event.Action), slices.Index(content.Actions(), y.event.Action)),
		cmp.Compare(x.event.Status, y.event.Status),
		cmp.Compare(x.event.Amount.Minor, y.event.Amount.Minor),
	)
}

// eventOf is the event of a happening, on top of the one that the book has.
func eventOf(h *happening, old *content.Case, ids map[*paper]string) content.Event {
	if h.byHand > 0 {
		return h.event
	}
	var e content.Event
	for _, t := range h.everyone() {
		if id := ids[t.account.paper]; !slices.Contains(e.Documents, id) {
			e.Documents = append(e.Documents, id)
		}
	}
	slices.SortFunc(e.Documents, content.CompareDocumentIDs)
	for _, was := range old.Events {
		if was.Action == h.event.Action && was.Status == h.event.Status && slices.ContainsFunc(e.Documents, func(id string) bool {
			return slices.Contains(was.Documents, id)
		}) {
			docs := e.Documents
			e = was
			e.Documents = docs
			break
		}
	}
	now := h.event
	if !e.Date.IsZero() && !slices.ContainsFunc(h.tellings, func(t telling) bool { return !t.account.row() }) {
		now.Date = e.Date // the day on which it was first seen: the table is dated anew with each edit
	}
	e.Date, e.Action, e.Status, e.Withdrawn = now.Date, now.Action, now.Status, now.Withdrawn
	e.Amount, e.AmountQualifier, e.Affected, e.AffectedQualifier = now.Amount, now.AmountQualifier, now.Affected, now.AffectedQualifier
	e.Communications.Count, e.Communications.Unit, e.Communications.Qualifier =
		now.Communications.Count, now.Communications.Unit, now.Communications.Qualifier
	return e
}
