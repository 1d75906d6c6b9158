package link

import "casebook/content"

// A bond is what ties two accounts, or keeps them apart.
type bond int

const (
	apart      bond = iota - 1 // they exclude each other: never in one case, by no way round
	free                       // nothing ties them
	doubtful                   // one matter perhaps: two cases, related
	byShort                    // a shortened name, with a number to match
	bySequence                 // a step that follows another in one matter
	byMonth                    // one party, one kind of incident, some weeks apart
	byWeek                     // the same within days
	byNumber                   // one party, and a sum or count that agrees
	byItem                     // the regulator's own key of the matter
	byBook                     // the book keeps both in one case and neither was read again
)

// Windows of time, in days. A notice is announced within weeks, a proposal
// becomes a penalty within two years or three, and appeals may take many.
const (
	sameWeek    = 7
	sameWeeks   = 14 // where a document does not say what happened
	sameMonth   = 45
	sameSeason  = 120
	sameYear    = 400
	toPenalty   = 3 * 365
	toJudgment  = 10 * 365
	neverRepeat = 3 * 365 // within which a telling number does not come twice by chance
)

// A matcher compares accounts.
type matcher struct {
	names *directory
	joint map[string][]*account // acts of the regulator against several parties, by each of them
}

func newMatcher(accounts []*account) *matcher {
	m := &matcher{names: newDirectory(accounts), joint: map[string][]*account{}}
	for _, a := range accounts {
		if len(a.known) < 2 || !instrument(a.paper.kind) {
			continue
		}
		for _, p := range a.known {
			org := m.names.organisation(p.base)
			m.joint[org] = append(m.joint[org], a)
		}
	}
	return m
}

// bond compares two accounts. It is symmetric.
func (m *matcher) bond(a, b *account) bond {
	switch m.settled(a, b) {
	case keptTogether:
		return byBook
	case keptApart:
		return apart
	}
	if a.paper == b.paper {
		return m.onePaper(a, b)
	}
	if a.regulator() != b.regulator() {
		return apart
	}
	if sameItem(a, b) {
		return byItem
	}
	if a.row() || b.row() {
		return free // a row of a table is its item's and nobody else's
	}
	kin := m.names.kin(a, b)
	if kin == strangers {
		if m.actedOnTogether(a, b) {
			return free
		}
		return apart
	}
	if kin == nameless {
		return free
	}
	if excludes(a, b) {
		return apart
	}
	if kin == perhaps {
		return shortBond(a, b)
	}
	return matterBond(a, b)
}

// onePaper compares two accounts of one document, which told them apart for a
// reason; they meet only where the regulator acted against both together.
func (m *matcher) onePaper(a, b *account) bond {
	if m.actedOnTogether(a, b) {
		return free
	}
	return apart
}

// sameItem reports whether the regulator gives both documents the same key.
func sameItem(a, b *account) bool {
	item := a.paper.reading.Document.Item
	return item != "" && item == b.paper.reading.Document.Item && a.keyed() && b.keyed()
}

// keyed reports whether an account belongs to the regulator's key of the matter
// without a doubt: that of an act, and of a row in its table of payments.
func (a *account) keyed() bool { return instrument(a.paper.kind) || a.row() }

// actedOnTogether reports whether one act of the regulator names the parties
// of both accounts, near both in time. One of the two names may be a short one.
func (m *matcher) actedOnTogether(a, b *account) bool {
	return m.namedWith(a, b) || m.namedWith(b, a)
}

// namedWith reports whether an act against the party of a is perhaps also one
// against that of b.
func (m *matcher) namedWith(a, b *account) bool {
	for _, p := range a.known {
		for _, j := range m.joint[m.names.organisation(p.base)] {
			if m.names.kin(j, a) == identical && m.names.kin(j, b) >= perhaps && nearby(j, a, sameSeason) && nearby(j, b, sameSeason) {
				return true
			}
		}
	}
	return false
}

// matterBond compares two accounts of one party that do not exclude each other.
func matterBond(a, b *account) bond {
	alike := compareIncidents(a, b)
	switch {
	case countsAgree(a, b) || sumsAgree(a, b) || sameIncidentDays(a, b):
		return byNumber
	case nearby(a, b, sameWeek):
		return byWeek
	case nearby(a, b, sameWeeks), alike == similar && nearby(a, b, sameMonth):
		return byMonth
	case (alike == similar || bothOther(a, b)) && follows(a, b), appeals(a, b), appeals(b, a):
		return bySequence
	case follows(a, b), nearby(a, b, sameYear):
		return doubtful
	}
	return free
}

// shortBond compares accounts whose names only begin alike: a number must
// agree, soon after.
func shortBond(a, b *account) bond {
	switch {
	case (countsAgree(a, b) || sumsAgree(a, b)) && nearby(a, b, sameSeason):
		return byShort
	case follows(a, b) && sumsAgree(a, b):
		return byShort
	case nearby(a, b, sameMonth):
		return doubtful
	}
	return free
}

// follows reports whether one account's step may come after the other's in the
// life of one matter: a penalty after its proposal, an appeal after either.
func follows(a, b *account) bool {
	if b.date().Compare(a.date()) < 0 {
		a, b = b, a
	}
	gap, known := apartBy(a.date(), b.date())
	if !known {
		return true
	}
	first, then := stage(a.own().status.Value), stage(b.own().status.Value)
	switch {
	case then == contested:
		return gap <= toJudgment
	case first == proposed && then == imposed:
		return gap <= toPenalty
	case a.own().action.Value == content.EnforcementNotice && b.own().action.Value == content.Prosecution:
		return gap <= toPenalty
	}
	return false
}

// appeals reports whether a tells that an appeal was lodged, within the time in
// which that is done and reported, against an act such as b tells.
func appeals(a, b *account) bool {
	x, y := a.own(), b.own()
	return x.status.Value == content.Appealed && stage(y.status.Value) == imposed && x.action.Value == y.action.Value &&
		a.date().Compare(b.date()) >= 0 && nearby(a, b, sameSeason)
}

// nearby reports whether two accounts are at most some days apart. An account
// without a day is near to none.
func nearby(a, b *account, days int) bool {
	gap, known := apartBy(a.date(), b.date())
	return known && gap <= days
}
