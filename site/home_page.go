package site

import (
	"cmp"
	"slices"
	"strconv"

	"casebook/content"
)

// How many entries the home page shows of each kind.
const (
	newestShown      = 6
	biggestShown     = 5
	provisionalShown = 5
	groupsShown      = 6
)

func (b *builder) homePage() output {
	const at = "index.html"
	return b.page(at, "home.html", func() any {
		p := HomePage{
			Page:    b.frame(at, "Regulatory enforcement, with the evidence", "Who was fined or reprimanded, how much, how many people were affected and which control failed, each value with the sentence that proves it."),
			Heading: "Who was fined, for what, and the sentence that says so",
			Lead:    "An open record of regulatory enforcement: each case with its sums, its people, the control that failed and where it stands today. Every value opens the quote that proves it.",
		}
		decided, provisional := b.parted()
		p.Figures = b.homeFigures(p.Root, len(provisional))
		p.Newest = b.caseList(p.Root, head(decided, newestShown))
		p.Biggest = b.caseList(p.Root, head(biggestFines(b.book.Cases), biggestShown))
		p.Provisional = b.caseList(p.Root, head(provisional, provisionalShown))
		p.ProvisionalLead = provisionalLead(len(provisional))
		p.Controls = EntryList{p.Root, busiest("controls", b.groups.controls)}
		p.Sectors = EntryList{p.Root, busiest("sectors", b.groups.sectors)}
		return p
	})
}

// parted are the cases in which something is decided, and those in which a
// decision is only proposed.
func (b *builder) parted() (decided, provisional []*content.Case) {
	for _, c := range b.book.Cases {
		if c.Provisional() {
			provisional = append(provisional, c)
		} else {
			decided = append(decided, c)
		}
	}
	return decided, provisional
}

func provisionalLead(n int) string {
	if n == 0 {
		return "No decision in this book is provisional today."
	}
	if n == 1 {
		return "1 case in which the regulator has announced what it proposes and not yet decided. Its sum is not a fine and is in no total."
	}
	return count(n, "case") + " in which the regulator has announced what it proposes and not yet decided. These sums are not fines and are in no total."
}

func (b *builder) homeFigures(root string, provisional int) Figures {
	all := tallyOf(b.book.Cases)
	figures := []Figure{{number(all.cases), nounFor(all.cases, "case"), root + "cases/", ""}}
	if all.fines > 0 {
		label := "in " + count(all.fines, "final fine")
		figures = append(figures, Figure{all.sum(), label, root + "actions/" + string(content.MonetaryPenalty) + "/", "final"})
	}
	if n := len(b.groups.organisations); n > 0 {
		figures = append(figures, Figure{number(n), nounFor(n, "organisation"), root + "organisations/", ""})
	}
	if provisional > 0 {
		figures = append(figures, Figure{number(provisional), "proposed, not decided", "#provisional", "provisional"})
	}
	return Figures{figures}
}

func nounFor(n int, noun string) string {
	if n == 1 {
		return noun
	}
	return plural(noun)
}

// biggestFines are the cases with a final fine in sterling, the largest first.
// Sums in other currencies cannot be ranked with them.
func biggestFines(cases []*content.Case) []*content.Case {
	fined := slices.DeleteFunc(slices.Clone(cases), func(c *content.Case) bool {
		fine := c.Fine()
		return fine.Currency != "GBP" || fine.Minor == 0
	})
	slices.SortStableFunc(fined, func(x, y *content.Case) int { return cmp.Compare(y.Fine().Minor, x.Fine().Minor) })
	return fined
}

// busiest are the groups with most cases, each with a bar beside the largest.
func busiest(folder string, groups []content.Group) []Entry {
	sorted := slices.Clone(groups)
	slices.SortStableFunc(sorted, func(x, y content.Group) int { return len(y.Cases) - len(x.Cases) })
	var out []Entry
	for _, g := range head(sorted, groupsShown) {
		e := entry(folder, g)
		e.Bar = strconv.Itoa(max(1, 100*len(g.Cases)/len(sorted[0].Cases)))
		out = append(out, e)
	}
	return out
}

// head is the first n of a list, or all.
func head[T any](all []T, n int) []T { return all[:min(n, len(all))] }
