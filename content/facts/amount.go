package facts

import (
	"strings"

	"casebook/content"
)

// A role is what a sum is.
type role int

const (
	unclear  role = iota
	imposed       // the penalty that the document is about
	previous      // what was proposed or stood before
	foreign       // a maximum, a turnover, a discount, somebody else's
)

var (
	penaltyWords = pattern(`(?i)\b(?:fine[ds]?|fining|penalt(?:y|ies)|monetary|sanction(?:ed)?|pay|imposed?|MPN)\b`)
	maximum      = pattern(`(?i)\b(?:maximum|max\.|whichever|statutory|highest possible|upper limit|capped|cap of|higher of|power to|can (?:impose|fine|issue)|could (?:have )?(?:impose|fine|been|face)|fines? (?:can be |could be |are )?(?:of )?up to|penalt(?:y|ies) of up to|as much as) ?`)
	mostPossible = pattern(`(?i)\b(?:the most that (?:can|could|may) be|can (?:be )?(?:impose|fine)[sd]?|may impose|(?:has|have|had) (?:the )?power to (?:fine|impose)|powers? to (?:fine|impose)|maximum (?:fine|penalty|amount|that|possible)[^.]{0,40}(?:is|are|would|could|of up to|under the))\b`)
	shareOf      = pattern(`(?i)(?:per cent|percent|%) of`)
	discount     = pattern(`(?i)\b(?:early payment|20 ?(?:%|per cent)|if (?:full )?payment|payment (?:of the monetary penalty )?is received|reduced? (?:the monetary penalty )?by|discount|sum to pay|pays? promptly)\b`)
	turnover     = pattern(`(?i)\b(?:turnover|revenues?|profits?|sales|income|earn(?:ed|ings)?|worth|costs?|costing|spent|spend|invest(?:ed|ment|ing)?|compensation|damages|loss(?:es)?|refund(?:s|ed)?|donations?|salary|budget|assets|valued|savings|charged|deal|contracts?|victim surcharge|settlement|loans?|raised|balance|debts?|sold|bought|purchase)\b`)
	cutFrom      = pattern(`(?i)(?:reduced|cut|slashed|lowered|reduction|down|dropped|fell|decreased|reduce)\b[^£.;]{0,110}\bfrom (?:the |an? |its )?(?:original(?:ly)? |initial(?:ly)? |proposed |provisional )*(?:(?:penalty|fine|sum|amount|figure)(?: notice)? (?:of )?)?(?:about |around |over |just over |some )?$`)
	cutTo        = pattern(`(?i)(?:reduced|cut|slashed|lowered|reduction|down|reduce|brought|substituted|replaced)\b.{0,120}\b(?:to|with|for) (?:just |only |a |one of |a (?:fine|penalty) of )*(?:(?:fine|penalty) (?:notice )?(?:of )?)?$`)
	proposedNear = pattern(`(?i)(?:\boriginally\b|\binitial(?:ly)?\b|\bproposed?\b|\bprovisional(?:ly)?\b|\bnotices? of intent\b|\bintention to (?:fine|impose|issue)\b|\bintend(?:ed|s)? to (?:fine|impose|issue)\b|\binstead of\b|\brather than\b|\bless than the\b|\bhad (?:been )?(?:faced|facing|threatened)\b)[^£]{0,70}$`)
	proposedPast = pattern(`(?i)^[^£.;]{0,25}\b(?:(?:that )?(?:had been |was |were |it had |the ico had )?(?:originally|initially|first|previously|provisionally)? ?(?:proposed|intended|announced|suggested|threatened)|in (?:the|its) notice of intent|(?:notice of intent)|(?:proposed|provisional) (?:fine|penalty))\b`)
	wasFine      = pattern(`(?i)\b(?:in (?:19|20)\d\d|last year|years? (?:ago|earlier)|previous(?:ly)?|separate(?:ly)?|other (?:companies|firms|fines)|also fined|record|biggest|largest|compared|followed|similar)\b`)
)

// judged is a sum with its role.
type judged struct {
	sum
	in    sentence
	role  role
	score float64
}

// amounts fills in the sum that the document imposes, or proposes while it is
// provisional, and the one before it.
func (d *document) amounts(f *content.Facts) {
	if f.Action.Value == content.Reprimand || f.Action.Value == content.Undertaking || f.Action.Value == content.EnforcementNotice {
		return
	}
	provisional := f.Status.Value == content.Provisional
	var all []judged
	for _, s := range d.told() {
		for _, m := range sums(s.text) {
			role, score := d.weigh(m, s, provisional)
			all = append(all, judged{m, s, role, score})
		}
	}
	f.Amount = d.chooseAmount(all, imposed)
	if provisional {
		return
	}
	f.PreviousAmount = d.chooseAmount(all, previous)
	if f.PreviousAmount.Value == f.Amount.Value && f.Amount.Value.Stated() {
		f.PreviousAmount = content.Fact[content.Money]{}
	}
}

// weigh says what a sum is, by the words around it, and how surely.
func (d *document) weigh(m sum, s sentence, provisional bool) (role, float64) {
	left, right := around(s.text, m.start, m.end, 160)
	near, _ := around(s.text, m.start, m.end, 60)
	after := right[:min(len(right), 60)]
	switch {
	case s.says(mostPossible):
		return foreign, 0
	case cutFrom.in(left):
		return previous, 1
	case maximum.in(near) || shareOf.in(after) || strings.Contains(after, "whichever"):
		return foreign, 0
	case discount.in(near) || discount.in(after[:min(len(after), 45)]):
		return foreign, 0
	case cutTo.in(left):
		return imposed, 1.2
	case !provisional && (proposedNear.in(near) && !strings.Contains(near, "has been fined") || proposedPast.in(right)):
		return previous, .8
	case turnover.in(left[max(0, len(left)-45):]) || turnover.in(after[:min(len(after), 20)]):
		return foreign, 0
	}
	return imposed, d.penaltyScore(m, s, left, right)
}

// penaltyScore says how surely a sum is the penalty.
func (d *document) penaltyScore(m sum, s sentence, left, right string) float64 {
	score := 0.0
	if penaltyWords.in(left) || penaltyWords.in(right[:min(len(right), 40)]) {
		score = .6
	} else if s.says(penaltyWords) {
		score = .35
	}
	if score == 0 {
		return 0
	}
	if s.zone == lead {
		score += .3
	}
	if s.paragraph == 0 {
		score += .2
	}
	if wasFine.in(left[max(0, len(left)-70):]) || wasFine.in(right[:min(len(right), 30)]) {
		score -= .25
	}
	if m.money.Minor < 10_000 {
		score -= .4
	}
	return score
}

// chooseAmount takes the sum of a role that has most behind it: its best
// sentence, and a little for each other one. A sum that is spelled exactly
// stands for its rounded form.
func (d *document) chooseAmount(all []judged, wanted role) content.Fact[content.Money] {
	best, score := -1, 0.0
	for i, a := range all {
		if a.role != wanted {
			continue
		}
		total := a.score
		for j, b := range all {
			if i != j && b.role == wanted && alike(a.money, b.money) {
				total += .08 * min(b.score, 1)
			}
		}
		if total > score {
			best, score = i, total
		}
	}
	if best < 0 || score < threshold {
		return content.Fact[content.Money]{}
	}
	chosen := all[best]
	for _, a := range all {
		if a.role == wanted && a.score > 0 && alike(a.money, chosen.money) && tellsMore(a.sum, chosen.sum) {
			chosen = a
		}
	}
	return content.Fact[content.Money]{Value: chosen.money, Qualifier: chosen.qualifier, Score: min(score, 1), Quotes: []content.Quote{d.quote(chosen.in)}}
}

// tellsMore reports whether a says what b says, and more: the exact figure
// for the rounded one, or how the rounded one is meant.
func tellsMore(a, b sum) bool {
	if rounded := b.money.Minor%1_000_000 == 0; rounded && a.money.Minor%1_000_000 != 0 {
		return true
	}
	return a.money == b.money && b.qualifier == content.Exact && a.qualifier != content.Exact
}

// threshold is the score below which a value is left out.
const threshold = .45

// alike reports whether two sums may be one, once rounded.
func alike(a, b content.Money) bool {
	diff := a.Minor - b.Minor
	if diff < 0 {
		diff = -diff
	}
	return diff*50 <= max(a.Minor, b.Minor)
}
