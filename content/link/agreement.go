package link

import "casebook/content"

// sumsAgree reports whether a sum ties two accounts of one party: the sum
// imposed, the sum that one gives as proposed or standing before and the other
// as its own, or one and the same sum before.
func sumsAgree(a, b *account) bool {
	for i := range a.steps {
		for j := range b.steps {
			if oneSum(&a.steps[i], &b.steps[j]) && sumTies(a, b, &a.steps[i], &b.steps[j]) {
				return true
			}
		}
	}
	return false
}

// oneSum reports whether two steps may give one sum.
func oneSum(x, y *step) bool {
	p, q := x.amount.Value, y.amount.Value
	return p.Stated() && p.Minor > 0 && p.Currency == q.Currency &&
		(agree(p.Minor, q.Minor, x.amount.Qualifier, y.amount.Qualifier) || misprint(p.Minor, q.Minor))
}

// sumTies reports whether a sum that two steps share is a sign, given when it
// was imposed: round sums come again, so one may not be far from the other
// unless an appeal or a penalty follows from it.
func sumTies(a, b *account, x, y *step) bool {
	gap, known := apartBy(a.date(), b.date())
	if !known {
		return true
	}
	s, t := stage(x.status.Value), stage(y.status.Value)
	odd := digits(x.amount.Value.Minor) >= 4 && x.amount.Value == y.amount.Value
	switch {
	case s == t && s != contested && a.own() == x && b.own() == y:
		return gap <= sameSeason || odd && gap <= neverRepeat
	case s == contested || t == contested:
		return gap <= toJudgment && follows(a, b)
	case a.own() == x && b.own() == y:
		return follows(a, b)
	}
	return gap <= toPenalty || follows(a, b)
}

// countsAgree reports whether two accounts give the same odd count of people or
// of messages: nobody is twice found to have lost 79,404 people's data.
func countsAgree(a, b *account) bool {
	gap, known := apartBy(a.date(), b.date())
	far := known && gap > neverRepeat
	for i := range a.steps {
		for j := range b.steps {
			x, y := &a.steps[i], &b.steps[j]
			people := x.affected.Known() && x.affected.Value == y.affected.Value && recognisable(int64(x.affected.Value))
			messages := x.communications.Known() && x.communications.Value.Count == y.communications.Value.Count &&
				digits(int64(x.communications.Value.Count)) >= 2
			if (people || messages) && (!far || follows(a, b)) {
				return true
			}
		}
	}
	return false
}

// sameMessages reports whether two counts of messages can be one.
func sameMessages(x, y *step) bool {
	c, d := x.communications.Value, y.communications.Value
	return c.Unit != d.Unit || agree(int64(c.Count), int64(d.Count), c.Qualifier, d.Qualifier)
}

// sameIncidentDays reports whether both accounts date the incident to one day.
func sameIncidentDays(a, b *account) bool {
	return oneDay(a.facts.IncidentFrom, b.facts.IncidentFrom) || oneDay(a.facts.IncidentTo, b.facts.IncidentTo)
}

func oneDay(d, e content.Fact[content.Date]) bool {
	return d.Known() && d.Value.Day != 0 && d.Value == e.Value
}
