package content

import "slices"

// A standing is where a case stands after its events, read in order.
type standing struct {
	event           int // that decides the status and the date
	act             int // that gives the action: what was imposed, which appeals are about
	stated          int // that states the amount; -1 where no amount stands
	amount          Money
	amountQualifier Qualifier

	decided bool // something more than a proposal has happened
	penalty bool // a monetary penalty was imposed and not overturned
	cleared int  // the event that stated a penalty since overturned; -1 for none
}

// standing reads the events, which must be in order; there must be one.
func (c *Case) standing() standing {
	first := max(0, slices.IndexFunc(c.Events, func(e Event) bool { return !e.Payment() }))
	s := standing{event: first, act: first, stated: -1, cleared: -1}
	for i := range c.Events {
		s.apply(c.Events, i)
	}
	if s.stated >= 0 {
		s.amount, s.amountQualifier = c.Events[s.stated].Amount, c.Events[s.stated].AmountQualifier
	}
	return s
}

// apply moves the standing on by event i.
func (s *standing) apply(events []Event, i int) {
	e := &events[i]
	if e.Payment() {
		return
	}
	if e.proposed() {
		if !s.decided {
			s.impose(events, i)
		}
		return
	}
	switch e.Status {
	case Appealed, Overturned, ReducedOnAppeal, UpheldOnAppeal:
		s.review(events, i)
	default:
		s.decide(events, i)
	}
}

// impose makes event i the one that counts, in all respects.
func (s *standing) impose(events []Event, i int) {
	s.event, s.act, s.stated = i, i, -1
	if events[i].Amount.Stated() {
		s.stated = i
	}
}

// decide applies a final act. The first does away with what was proposed. Once
// a penalty stands, only another penalty changes the case; of lesser acts on
// one day the weightier leads.
func (s *standing) decide(events []Event, i int) {
	e := &events[i]
	switch isPenalty := e.Action == MonetaryPenalty; {
	case s.penalty && !isPenalty:
		return
	case s.penalty && !e.Amount.Stated():
		s.event, s.act = i, i // restated, or varied in another respect: the sum stands
	case s.decided && !isPenalty && e.Date == events[s.event].Date && events[s.act].Action.rank() < e.Action.rank():
		return
	default:
		s.impose(events, i)
		s.penalty = isPenalty
	}
	s.decided = true
}

// review applies what became of an act on appeal. The act keeps its name; an
// appeal that names a lesser act does not touch a standing penalty.
func (s *standing) review(events []Event, i int) {
	e := &events[i]
	if s.penalty && !e.concernsPenalty() {
		return
	}
	if !s.decided {
		s.act, s.stated = i, -1 // the act appealed against was never read
	}
	s.event, s.decided = i, true
	switch {
	case e.Status == Overturned:
		if s.stated >= 0 {
			s.cleared = s.stated
		}
		s.stated, s.penalty = -1, false
		return
	case e.Amount.Stated():
		s.stated = i
	case e.Status == UpheldOnAppeal && s.stated < 0 && s.cleared >= 0:
		s.stated = s.cleared
	}
	s.penalty = events[s.act].Action == MonetaryPenalty && s.stated >= 0
}

// proposed reports whether the event decides nothing: a notice of intent is
// provisional whatever its status says.
func (e *Event) proposed() bool { return e.Status == Provisional || e.Action == NoticeOfIntent }

// Payment reports whether the event tells what became of the money: whatever
// that is, the penalty stands as it stood.
func (e *Event) Payment() bool {
	return e.Action == Payment || paymentStatus(e.Status)
}

func paymentStatus(s Status) bool {
	return slices.Contains([]Status{Paid, PartPaid, Unpaid, Insolvent}, s)
}

// concernsPenalty reports whether an appeal may be about a penalty: decisions
// of tribunals are recorded under the act they are about, or as "other".
func (e *Event) concernsPenalty() bool {
	return e.Action == MonetaryPenalty || e.Action == OtherAction || e.Action == ""
}

func (a Action) rank() int { return rank(words().Actions, a) }
