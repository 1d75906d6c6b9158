package link

import (
	"slices"
	"strings"

	"casebook/content"
)

// An account is what one document says of one action against one party, or
// against several parties jointly. It is the unit that cases are made of: a
// newspaper's round-up of five fines is five accounts of one paper.
type account struct {
	paper   *paper
	home    *citation // where the book keeps this account, if it was not read again
	parties []content.Party
	named   []content.Fact[content.Party] // parties with their quotes
	facts   content.Facts                 // what concerns these parties; sums of a whole round-up left out
	steps   []step                        // oldest first: the last is what the document is about
	known   []identity                    // parties as the matcher sees them
	regime  regime
}

// settle works out what comparisons ask for again and again.
func (a *account) settle() *account {
	for _, p := range a.named {
		a.parties = append(a.parties, p.Value)
		a.known = append(a.known, identify(p.Value))
	}
	a.regime = regimeOf(a.facts)
	return a
}

// own returns the step that the document is about.
func (a *account) own() *step {
	if len(a.steps) == 0 {
		return &step{}
	}
	return &a.steps[len(a.steps)-1]
}

// date returns the day of the account's own step.
func (a *account) date() content.Date { return a.own().date.Value }

// accountsOf splits papers into accounts, in the order of the papers.
func accountsOf(papers []*paper) []*account {
	var out []*account
	for _, p := range papers {
		if p.read {
			out = append(out, readAccounts(p)...)
			continue
		}
		for _, c := range p.cited {
			out = append(out, remember(p, c))
		}
	}
	return out
}

// readAccounts returns the accounts of a paper that was read in this run. A
// document without enforcement has none, but for one that the book cites: a
// case does not lose a document because an extractor no longer sees the point.
func readAccounts(p *paper) []*account {
	f := p.reading.Facts
	if p.unreadable() && p.reading.Document.Item != "" {
		return []*account{newAccount(p, nil, content.Facts{})} // a scan says nothing, and is its item's notice all the same
	}
	if !f.Enforcement || len(f.Parties) == 0 && (p.reading.Document.Item == "" || !instrument(p.kind) && !p.row()) {
		var out []*account
		for _, c := range p.cited {
			out = append(out, remember(p, c))
		}
		return out
	}
	if len(f.Parties) == 0 {
		return []*account{newAccount(p, nil, f)}
	}
	groups := jointParties(p)
	var out []*account
	for _, parties := range groups {
		out = append(out, newAccount(p, parties, share(f, parties, len(groups) > 1)))
	}
	return out
}

// regulator is who acted: the publisher of an act or of a release. What the
// press and the courts write is read for the regulator at home alone.
func (a *account) regulator() string {
	if d := a.paper.reading.Document; regulators(d.Kind) && d.Publisher != "" {
		return d.Publisher
	}
	return atHome
}

const atHome = "ICO"

// row reports whether a paper is a row of the regulator's table of what became
// of its fines: it names no party and is tied to an item alone.
func (p *paper) row() bool {
	return p.kind == content.News && strings.Contains(p.reading.Document.URL, textFragment)
}

func (a *account) row() bool { return a.paper.row() }

func newAccount(p *paper, parties []content.Fact[content.Party], f content.Facts) *account {
	a := &account{paper: p, named: parties, facts: f, steps: stepsOf(f, p.reading.Document)}
	return a.settle()
}

// jointParties divides the parties of a document into those acted against
// together. A notice, the regulator's page of it and a judgment are one act: all
// their parties are joint, however the sum is split. In the press and in press
// releases several parties are several cases, unless something ties them: one
// sum whose sentence names them all and spells no shares, or, where no party has a
// sum of its own, one name that begins with the other. A round-up that is split too far is mended by the
// notice, which joins its parts; one that is merged wrongly is not.
func jointParties(p *paper) [][]content.Fact[content.Party] {
	parties := p.reading.Facts.Parties
	if instrument(p.kind) {
		return [][]content.Fact[content.Party]{parties}
	}
	together := newPartition(len(parties))
	for i := range parties {
		for j := range i {
			if tied(p.reading.Facts, parties[i].Value, parties[j].Value) {
				together.join(i, j)
			}
		}
	}
	var out [][]content.Fact[content.Party]
	for _, set := range together.sets() {
		var group []content.Fact[content.Party]
		for _, i := range set {
			group = append(group, parties[i])
		}
		out = append(out, group)
	}
	return out
}

// tied reports whether a report of the press speaks of two parties as one.
func tied(f content.Facts, p, q content.Party) bool {
	n, m := identify(p), identify(q)
	if n.base == m.base {
		return n.same(m.name)
	}
	if p.Person || q.Person || !f.Amount.Known() {
		return false
	}
	both := mentions(f.Amount.Quotes, p) && mentions(f.Amount.Quotes, q)
	if p.Amount.Stated() || q.Amount.Stated() {
		return both && !spells(f.Amount.Quotes, p.Amount) && !spells(f.Amount.Quotes, q.Amount)
	}
	return both || n.begins(m.name) || m.begins(n.name)
}

// spells reports whether one of the quotes spells the sum in digits.
func spells(quotes []content.Quote, sum content.Money) bool {
	whole, _, _ := strings.Cut(sum.Decimal(), ".")
	return sum.Stated() && slices.ContainsFunc(quotes, func(q content.Quote) bool {
		return strings.Contains(q.Text, content.Thousands(whole)) || strings.Contains(q.Text, whole)
	})
}

// mentions reports whether one of the quotes names the party.
func mentions(quotes []content.Quote, p content.Party) bool {
	for _, q := range quotes {
		if strings.Contains(" "+foldWords(q.Text)+" ", " "+identify(p).base+" ") {
			return true
		}
	}
	return false
}

// share returns the facts that concern some of a document's parties. Where a
// document is about several cases, its totals of money, people and messages
// belong to none of them.
func share(f content.Facts, parties []content.Fact[content.Party], split bool) content.Facts {
	f.Parties = parties
	if !split {
		if !f.Amount.Known() {
			f.Amount = ownAmount(parties, f.Amount)
		}
		return f
	}
	f.Amount = ownAmount(parties, f.Amount)
	f.PreviousAmount = content.Fact[content.Money]{}
	f.Affected = content.Fact[int]{}
	f.Communications = content.Fact[content.Communications]{}
	return f
}

// ownAmount is the sum of what the parties are said to pay themselves, if it is
// said of each. Its quotes are those that spell the sums.
func ownAmount(parties []content.Fact[content.Party], stated content.Fact[content.Money]) content.Fact[content.Money] {
	var total content.Fact[content.Money]
	for _, p := range parties {
		own := p.Value.Amount
		if !own.Stated() || total.Value.Stated() && total.Value.Currency != own.Currency {
			return content.Fact[content.Money]{}
		}
		total.Value = content.Money{Minor: total.Value.Minor + own.Minor, Currency: own.Currency}
		total.Quotes = append(total.Quotes, saying(own, append(slices.Clone(p.Quotes), stated.Quotes...))...)
		total.Qualifier = content.Exact
	}
	return total
}

// saying returns the first of the quotes that spells the sum, or else the first.
func saying(sum content.Money, quotes []content.Quote) []content.Quote {
	for i := range quotes {
		if one := quotes[i : i+1]; spells(one, sum) {
			return one
		}
	}
	return quotes[:min(1, len(quotes))]
}

// organisations returns what an account may be found under: the organisations
// of its parties and of every name that the document uses for them.
func (a *account) organisations(d *directory) []string {
	var out []string
	for _, p := range a.known {
		for _, n := range append([]name{p.name}, p.also...) {
			if org := d.organisation(n.base); !slices.Contains(out, org) {
				out = append(out, org)
			}
		}
	}
	return out
}
