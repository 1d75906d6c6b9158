package link

import (
	"cmp"
	"slices"

	"casebook/content"
)

// A telling is a step as one account tells it.
type telling struct {
	account *account
	*step
}

// A happening is one event of a case with everybody who tells it.
type happening struct {
	event    content.Event
	tellings []telling
	heard    []telling // documents that give its sum as what was before
	disputed []string  // fields left without a value because the sources are at odds
	byHand   int       // where the book has it among its events, from 1, if a person wrote it
}

// happenings merges the steps of a cluster into events, in no order yet. A sum
// that a document gives as what was before belongs to the event that had it;
// only where no other document tells of that event does it make one.
func happenings(accounts []*account) []*happening {
	var told, before []telling
	for _, a := range accounts {
		for i := range a.steps {
			if a.steps[i].before {
				before = append(before, telling{a, &a.steps[i]})
			} else {
				told = append(told, telling{a, &a.steps[i]})
			}
		}
	}
	out := merge(told)
	var rest []telling
	for _, t := range before {
		if h := eventWith(out, t); h != nil {
			h.heard = append(h.heard, t)
		} else {
			rest = append(rest, t)
		}
	}
	out = append(out, merge(rest)...)
	for _, h := range out {
		h.dropShares()
		h.decide()
	}
	return out
}

// dropShares takes the sums of single parties out of an event that a document
// tells as one act against several, and that has a sum there.
func (h *happening) dropShares() {
	joint := slices.ContainsFunc(h.tellings, func(t telling) bool {
		return instrument(t.account.paper.kind) && len(t.account.parties) > 1 && t.amount.Known()
	})
	for i, t := range h.tellings {
		if joint && len(t.account.parties) == 1 && !instrument(t.account.paper.kind) && len(t.account.paper.reading.Facts.Parties) > 1 {
			whole := *t.step
			whole.amount = content.Fact[content.Money]{}
			h.tellings[i].step = &whole
		}
	}
}

// merge groups tellings by event.
func merge(all []telling) []*happening {
	together := newPartition(len(all))
	for j := range all {
		for i := range j {
			if sameEvent(all[i], all[j]) {
				together.join(i, j)
			}
		}
	}
	var out []*happening
	for _, set := range together.sets() {
		h := &happening{}
		for _, i := range set {
			h.tellings = append(h.tellings, all[i])
		}
		out = append(out, h)
	}
	return out
}

// sameEvent reports whether two tellings of one matter are of one event. A
// penalty of one sum is one penalty, however late somebody reports it; an
// appeal has stages, and only the day tells them apart.
func sameEvent(x, y telling) bool {
	if x.action.Value != y.action.Value || x.status.Value != y.status.Value {
		return false
	}
	gap, dated := apartBy(x.date.Value, y.date.Value)
	switch {
	case stage(x.status.Value) == contested:
		return !dated || gap <= sameMonth
	case sameItem(x.account, y.account):
		return true // a page and its notice, though one of them has the wrong date
	case x.amount.Known() && y.amount.Known():
		return oneSum(x.step, y.step) || dated && gap <= sameMonth
	}
	return !dated || gap <= sameSeason
}

// eventWith finds the event that a sum told as what was before belongs to: of
// the same stage if one has that sum, or has none, and for what stood before an
// appeal also an earlier decision with that sum. Of several it is the first.
func eventWith(events []*happening, t telling) *happening {
	var best *happening
	rank := 0
	for _, h := range events {
		n := fits(h, t)
		if n > rank || n == rank && n > 0 && h.day().Compare(best.day()) < 0 {
			best, rank = h, n
		}
	}
	return best
}

// fits ranks how well a sum told as what was before suits an event.
func fits(h *happening, t telling) int {
	first := h.tellings[0]
	same := first.action.Value == t.action.Value && first.status.Value == t.status.Value
	has := slices.ContainsFunc(h.tellings, func(x telling) bool { return oneSum(x.step, t.step) })
	silent := !slices.ContainsFunc(h.tellings, func(x telling) bool { return x.amount.Known() })
	switch {
	case same && has:
		return 3
	case has && stage(t.status.Value) != proposed && stage(first.status.Value) == contested && first.account != t.account:
		return 2
	case same && silent:
		return 1
	}
	return 0
}

// decide works out what the event is from those who tell it.
func (h *happening) decide() {
	h.event.Action, h.event.Status = h.tellings[0].action.Value, h.tellings[0].status.Value
	h.event.Date = h.day()
	e := &h.event
	var ok bool
	if e.Amount, e.AmountQualifier, ok = settleNumber(h, func(s *step) content.Fact[content.Money] { return s.amount },
		func(m content.Money) int64 { return m.Minor }); !ok {
		h.disputed = append(h.disputed, "amount")
	}
	if e.Affected, e.AffectedQualifier, ok = settleNumber(h, func(s *step) content.Fact[int] { return s.affected },
		func(n int) int64 { return int64(n) }); !ok {
		h.disputed = append(h.disputed, "affected")
	}
	var q content.Qualifier
	if e.Communications, q, ok = settleNumber(h, func(s *step) content.Fact[content.Communications] { return s.communications },
		func(c content.Communications) int64 { return int64(c.Count) }); !ok {
		h.disputed = append(h.disputed, "communications")
	}
	e.Communications.Qualifier = cmp.Or(e.Communications.Qualifier, q)
	e.Withdrawn = h.withdrawn()
}

// everyone returns all who tell anything of the event.
func (h *happening) everyone() []telling { return append(slices.Clone(h.tellings), h.heard...) }

// day returns the date of the event: that of the notice, before that of the
// regulator's page, before a press release, before the day of an article. A more
// precise date in the same month or year is preferred to a vague one.
func (h *happening) day() content.Date {
	ranked := slices.Clone(h.tellings)
	slices.SortStableFunc(ranked, func(x, y telling) int {
		return cmp.Or(cmp.Compare(dateTrust(y), dateTrust(x)), x.date.Value.Compare(y.date.Value))
	})
	var best content.Date
	for _, t := range ranked {
		if d := t.date.Value; best.IsZero() || within(d, best) {
			best = d
		}
	}
	return best
}

// dateTrust ranks the day that a document states above the day on which it
// was published, which for a notice says little.
func dateTrust(t telling) int {
	rank := trust(t.account.paper.kind)
	if t.date.Known() {
		return 2*rank + 1
	}
	return 2 * min(rank, trust(content.News))
}

// withdrawn returns when the regulator took down the last of its documents
// about the event; absent while one still stands.
func (h *happening) withdrawn() content.Date {
	var tellers []content.Document
	for _, t := range h.tellings {
		tellers = append(tellers, t.account.paper.reading.Document)
	}
	return lastGone(tellers)
}
