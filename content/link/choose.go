package link

import (
	"cmp"
	"slices"

	"casebook/content"
)

// elect returns the word that most documents use for a case, what the
// regulator and the courts write counting as much as several newspapers. A draw
// goes to the word of the more trusted document, and then to the lesser word.
func elect[W cmp.Ordered](accounts []*account, of func(content.Facts) content.Fact[W]) W {
	votes, best := map[W]int{}, map[W]int{}
	for _, a := range accounts {
		if f := of(a.facts); f.Known() {
			t := trust(a.paper.kind)
			votes[f.Value] += t
			best[f.Value] = max(best[f.Value], t)
		}
	}
	var winner W
	for i, w := range sortedKeys(votes) {
		if i == 0 || votes[w] > votes[winner] || votes[w] == votes[winner] && best[w] > best[winner] {
			winner = w
		}
	}
	return winner
}

// sectorOf is the register's own label where one document has it; what others
// make of a party's name does not outvote it.
func sectorOf(accounts []*account) content.Sector {
	labelled := slices.ContainsFunc(accounts, func(a *account) bool { return a.facts.Sector.Score == 1 })
	return elect(accounts, func(f content.Facts) content.Fact[content.Sector] {
		if labelled && f.Sector.Score < 1 {
			return content.Fact[content.Sector]{}
		}
		return f.Sector
	})
}

// believe returns the value of the most trusted document that states one; of
// equally trusted documents the more precise date, then the earlier.
func believe(accounts []*account, of func(content.Facts) content.Fact[content.Date]) content.Date {
	var best content.Date
	from := 0
	for _, a := range accounts {
		f, t := of(a.facts), trust(a.paper.kind)
		switch {
		case !f.Known():
		case t > from, t == from && within(f.Value, best),
			t == from && !within(best, f.Value) && f.Value.Compare(best) < 0:
			best, from = f.Value, t
		}
	}
	return best
}

// decisiveAccounts are those that tell what was decided rather than proposed
// or appealed against, of the regulator and the courts where they say anything
// of what failed, and of the press otherwise. Where nothing was decided they
// are all.
func decisiveAccounts(accounts []*account, hs []*happening) []*account {
	decided := slices.ContainsFunc(hs, func(h *happening) bool { return h.event.Status != content.Provisional })
	var official, press []*account
	for _, a := range accounts {
		if len(a.steps) == 0 || decided && a.own().status.Value == content.Provisional {
			continue
		}
		switch {
		case len(a.facts.Controls) == 0 && len(a.facts.Provisions) == 0:
		case a.paper.kind == content.Article:
			press = append(press, a)
		default:
			official = append(official, a)
		}
	}
	if len(official) > 0 {
		return official
	}
	if len(press) > 0 {
		return press
	}
	return accounts
}

// union returns every value that one of the accounts gives, each once.
func union[W comparable](accounts []*account, of func(content.Facts) []content.Fact[W]) []W {
	var out []W
	for _, a := range accounts {
		for _, f := range of(a.facts) {
			if f.Known() && !slices.Contains(out, f.Value) {
				out = append(out, f.Value)
			}
		}
	}
	return out
}

// settleNumber chooses among the numbers that an event's documents give. The
// most trusted kind of document decides; where it is of two minds, what more
// documents agree with, and where that is even, nothing: a disputed number is
// no number, and its evidence stands side by side. Of the numbers that agree
// with the choice the most precise is taken: 12,700,000 before "£12.7m".
func settleNumber[T any](h *happening, of func(*step) content.Fact[T], number func(T) int64) (value T, q content.Qualifier, ok bool) {
	var votes []telling
	for _, t := range h.everyone() {
		if of(t.step).Known() {
			votes = append(votes, t)
		}
	}
	if len(votes) == 0 {
		return value, "", true
	}
	agrees := func(x, y telling) bool {
		f, g := of(x.step), of(y.step)
		return agree(number(f.Value), number(g.Value), f.Qualifier, g.Qualifier)
	}
	slices.SortStableFunc(votes, func(x, y telling) int {
		return cmp.Or(
			cmp.Compare(trust(y.account.paper.kind), trust(x.account.paper.kind)),
			cmp.Compare(support(votes, y, agrees), support(votes, x, agrees)),
		)
	})
	best := votes[0]
	for _, rival := range votes[1:] {
		if trust(rival.account.paper.kind) == trust(best.account.paper.kind) && !agrees(best, rival) &&
			support(votes, rival, agrees) == support(votes, best, agrees) {
			return value, "", false
		}
	}
	chosen := best
	for _, t := range votes {
		if agrees(best, t) && digits(number(of(t.step).Value)) > digits(number(of(chosen.step).Value)) {
			chosen = t
		}
	}
	return of(chosen.step).Value, of(chosen.step).Qualifier, true
}

// support counts the tellings that agree with t.
func support(votes []telling, t telling, agrees func(x, y telling) bool) int {
	n := 0
	for _, v := range votes {
		if agrees(t, v) {
			n++
		}
	}
	return n
}
