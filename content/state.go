package content

import (
	"cmp"
	"slices"
)

// Settle puts the events in order of date and recomputes the current state
// from them: status, action, date, amount, affected and communications, each
// with its qualifier, save those that a person locked. A case without events
// keeps what it has.
//
// What was only proposed never counts once something was decided. A penalty
// stands until something happens to the penalty itself: neither an
// enforcement notice of the same day nor a later reprimand hides it. An appeal
// leaves the sum standing, a variation replaces it, a decision that overturns
// the penalty clears it, and one that upholds it puts it back.
func (c *Case) Settle() {
	if len(c.Events) == 0 {
		return
	}
	c.sortEvents()
	s := c.standing()
	now := c.Events[s.event]
	assign(c, "status", &c.Status, now.Status)
	assign(c, "action", &c.Action, c.Events[s.act].Action)
	date := now.Date
	for i := s.event - 1; i >= 0 && date.IsZero(); i-- { // the day of a step without one is after the last that is known
		date = c.Events[i].Date
	}
	assign(c, "date", &c.Date, date)
	assign(c, "amount", &c.Amount, s.amount)
	assign(c, "amount", &c.AmountQualifier, s.amountQualifier)
	affected, communications := Event{}, Event{}
	if i := c.latest(func(e *Event) bool { return e.Affected > 0 }); i >= 0 {
		affected = c.Events[i]
	}
	if i := c.latest(func(e *Event) bool { return e.Communications.Count > 0 }); i >= 0 {
		communications = c.Events[i]
	}
	assign(c, "affected", &c.Affected, affected.Affected)
	assign(c, "affected", &c.AffectedQualifier, affected.AffectedQualifier)
	assign(c, "communications", &c.Communications, communications.Communications)
}

// assign sets a value of the current state unless a person locked its field.
func assign[V any](c *Case, field string, to *V, value V) {
	if !c.IsLocked(field) {
		*to = value
	}
}

// IsLocked reports whether a person set the field.
func (c *Case) IsLocked(field string) bool { return slices.Contains(c.Locked, field) }

// compareEvents orders two events by day, oldest first. One without a day comes
// first, as something before the rest; but an appeal comes after the last act
// that is dated, and what became of an appeal after everything.
func (c *Case) compareEvents(a, b int) int {
	x, after := c.place(a)
	y, later := c.place(b)
	return cmp.Or(x.Compare(y), cmp.Compare(after, later))
}

// place is the day by which an event is ordered, and 1 where it comes after
// what is of that day.
func (c *Case) place(i int) (day Date, after int) {
	e := &c.Events[i]
	appeal := e.Status == Appealed
	if !e.Date.IsZero() || !appeal && !e.Status.decidesAppeal() {
		return e.Date, 0
	}
	for k := range c.Events {
		other := &c.Events[k]
		if (!appeal || other.Status == Final && other.Action != Payment) && other.Date.Compare(day) > 0 {
			day = other.Date
		}
	}
	return day, 1
}

// decidesAppeal reports whether a status is what became of an appeal.
func (s Status) decidesAppeal() bool {
	return s == Overturned || s == ReducedOnAppeal || s == UpheldOnAppeal
}

// sortEvents orders the events by date, oldest first, those of one day as they
// stood, and lets the evidence follow its events.
func (c *Case) sortEvents() {
	order := make([]int, len(c.Events))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, c.compareEvents)
	if slices.IsSorted(order) {
		return
	}
	events, moved := make([]Event, len(order)), make([]int, len(order))
	for now, was := range order {
		events[now], moved[was] = c.Events[was], now
	}
	for i, e := range c.Evidence {
		if e.Event >= 0 && e.Event < len(moved) {
			c.Evidence[i].Event = moved[e.Event]
		}
	}
	c.Events = events
}

// Decisive returns the index of the event that decides the current state: the
// latest that is not provisional and that does not leave a standing penalty
// untouched. It is -1 while nothing is decided.
func (c *Case) Decisive() int {
	if len(c.Events) == 0 {
		return -1
	}
	if s := c.standing(); !c.Events[s.event].proposed() {
		return s.event
	}
	return -1
}

// Provisional reports whether nothing is decided yet: the amount is proposed.
func (c *Case) Provisional() bool { return c.Status == Provisional }

// Fine returns the monetary penalty that stands: imposed, and neither merely
// proposed nor overturned; a penalty under appeal stands until the appeal is
// decided. It is the zero Money otherwise. What a court imposed in a
// prosecution is not the regulator's penalty.
func (c *Case) Fine() Money {
	switch c.Status {
	case Final, Appealed, ReducedOnAppeal, UpheldOnAppeal:
		if c.Action == MonetaryPenalty {
			return c.Amount
		}
	}
	return Money{}
}

// Proposal returns the sum that the latest proposal named, whatever became of
// it; the zero Money where none was.
func (c *Case) Proposal() Money {
	for i := len(c.Events) - 1; i >= 0; i-- {
		if e := &c.Events[i]; e.proposed() && e.Amount.Stated() {
			return e.Amount
		}
	}
	if len(c.Events) == 0 && (c.Provisional() || c.Action == NoticeOfIntent) {
		return c.Amount
	}
	return Money{}
}

// Proofs returns the evidence for a field of one event, or for a field of no
// event in particular where event is -1.
func (c *Case) Proofs(field string, event int) []Evidence {
	var proofs []Evidence
	for _, e := range c.Evidence {
		if e.Field == field && e.Event == event {
			proofs = append(proofs, e)
		}
	}
	return proofs
}

// Origin returns the index of the event that the current value of a field was
// taken from, where its evidence is; -1 where no event states it. Fields of
// the current state are status, action, date, amount, affected and
// communications.
func (c *Case) Origin(field string) int {
	if len(c.Events) == 0 {
		return -1
	}
	s := c.standing()
	switch field {
	case "status", "date":
		return s.event
	case "action":
		return s.act
	case "amount":
		return s.stated
	case "affected":
		return c.latest(func(e *Event) bool { return e.Affected > 0 })
	case "communications":
		return c.latest(func(e *Event) bool { return e.Communications.Count > 0 })
	}
	return -1
}

// latest returns the last decided event that has a value, or else the last
// event of all that has one, or -1.
func (c *Case) latest(has func(*Event) bool) int {
	any := -1
	for i := len(c.Events) - 1; i >= 0; i-- {
		e := &c.Events[i]
		if !has(e) {
			continue
		}
		if !e.proposed() {
			return i
		}
		any = max(any, i)
	}
	return any
}
