package link

import "casebook/content"

// A step is one dated act as one document tells it. A final notice tells two:
// its penalty, and the sum that had been proposed.
type step struct {
	action         content.Fact[content.Action]
	status         content.Fact[content.Status]
	date           content.Fact[content.Date] // without quotes where only the day of publication is known
	amount         content.Fact[content.Money]
	affected       content.Fact[int]
	communications content.Fact[content.Communications]
	before         bool // told only as what was before the document's own step
}

// stepsOf returns the steps that a document tells, oldest first. One that says
// neither what the regulator did nor a sum tells none. The one sum in a report
// of an appeal, or of its failure or success, is the penalty's, unless the
// tribunal set it: what stands may be known more precisely from elsewhere.
func stepsOf(f content.Facts, d content.Document) []step {
	own, ok := ownStep(f, d)
	if !ok {
		return nil
	}
	previous := f.PreviousAmount
	if stage(own.status.Value) == contested && own.status.Value != content.ReducedOnAppeal && !previous.Known() {
		previous, own.amount = own.amount, content.Fact[content.Money]{}
	}
	if own.status.Value == content.Overturned {
		own.amount = content.Fact[content.Money]{}
	}
	if before, ok := stepBefore(own, previous); ok {
		return []step{before, own}
	}
	return []step{own}
}

// ownStep is the step that the document is about. A sum imposed is a monetary
// penalty, and what is only proposed is a notice of intent, by whichever word
// the document calls it.
func ownStep(f content.Facts, d content.Document) (step, bool) {
	s := step{action: f.Action, status: f.Status, date: f.Decided,
		amount: f.Amount, affected: f.Affected, communications: f.Communications}
	if !s.action.Known() {
		if !s.amount.Known() {
			return step{}, false
		}
		s.action = content.Fact[content.Action]{Value: content.MonetaryPenalty, Quotes: s.amount.Quotes}
	}
	switch {
	case s.status.Value == content.Provisional && s.action.Value == content.MonetaryPenalty:
		s.action.Value = content.NoticeOfIntent
	case s.action.Value == content.NoticeOfIntent && s.status.Value != content.Provisional:
		s.status = content.Fact[content.Status]{Value: content.Provisional, Quotes: s.action.Quotes}
	case !s.status.Known():
		s.status = content.Fact[content.Status]{Value: content.Final, Quotes: s.action.Quotes}
	}
	if !s.date.Known() {
		s.date = content.Fact[content.Date]{Value: d.Published}
	}
	return s, true
}

// stepBefore is the act whose sum the document gives as what it was before: the
// proposal before a penalty, the penalty before an appeal. Its day is unknown.
func stepBefore(own step, previous content.Fact[content.Money]) (step, bool) {
	if !previous.Known() {
		return step{}, false
	}
	proved := previous.Quotes
	before := step{before: true, amount: previous, action: content.Fact[content.Action]{Value: own.action.Value, Quotes: proved},
		status: content.Fact[content.Status]{Value: content.Final, Quotes: proved}}
	switch stage(own.status.Value) {
	case proposed:
		return step{}, false
	case imposed:
		before.action.Value, before.status.Value = content.NoticeOfIntent, content.Provisional
	}
	return before, true
}

// The stages of a matter. A case moves through them in this order.
const (
	proposed = iota + 1
	imposed
	contested
)

func stage(s content.Status) int {
	switch s {
	case content.Provisional:
		return proposed
	case content.Final:
		return imposed
	}
	return contested
}
