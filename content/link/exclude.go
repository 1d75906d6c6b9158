package link

import "casebook/content"

// excludes reports whether two accounts of one party cannot be one matter: they
// fall under different laws, or are acts of one kind that the regulator itself
// keeps apart; or, unless a number says otherwise, they tell different incidents
// or give sums for the same kind of act that contradict each other.
func excludes(a, b *account) bool {
	if a.regime != unsaid && b.regime != unsaid && a.regime != b.regime {
		return true
	}
	x, y := a.own(), b.own()
	repeated := x.action.Value == y.action.Value && x.status.Value == y.status.Value && stage(x.status.Value) != contested
	if repeated && twoActs(a, b) && !nearby(a, b, sameWeeks) {
		return true
	}
	if countsAgree(a, b) || sumsAgree(a, b) || sameIncidentDays(a, b) {
		return false
	}
	switch {
	case compareIncidents(a, b) == unlike:
		return true
	case !repeated:
		return false
	case x.amount.Known() && y.amount.Known() && !shareOf(a, b) && !shareOf(b, a):
		return true
	case x.communications.Known() && y.communications.Known() && !sameMessages(x, y):
		return true
	case !nearby(a, b, sameYear):
		return true
	}
	return twoActs(a, b)
}

// shareOf reports whether the sum of a may be one party's share of what b, an
// act against several, imposes on all of them.
func shareOf(a, b *account) bool {
	return instrument(b.paper.kind) && len(a.parties) < len(b.parties) && !instrument(a.paper.kind)
}

// twoActs reports whether the regulator itself keeps two acts of one kind under
// two keys, or dates two notices differently.
func twoActs(a, b *account) bool {
	if !regulators(a.paper.kind) || !regulators(b.paper.kind) || a.paper.kind == content.News || b.paper.kind == content.News {
		return false
	}
	i, j := a.paper.reading.Document.Item, b.paper.reading.Document.Item
	if i != "" && j != "" {
		return i != j
	}
	return !nearby(a, b, sameWeeks)
}
