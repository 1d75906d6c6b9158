package content

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// A Group is the cases that share one value, in the order of the book.
type Group struct {
	Key   string // a slug, for the URL
	Title string // for people
	Cases []*Case
}

// ByControl groups the cases by each control that failed, in taxonomy order.
// A case stands in several groups; controls without a case have none.
func (b *Book) ByControl() []Group {
	return groups(b, words().Controls, func(e ControlEntry) (string, string) { return string(e.ID), e.Title },
		func(c *Case, e ControlEntry) bool { return slices.Contains(c.Controls, e.ID) })
}

// BySector groups the cases by sector, in taxonomy order.
func (b *Book) BySector() []Group {
	return groups(b, words().Sectors, func(s Sector) (string, string) { return Slug(string(s)), s.Label() },
		func(c *Case, s Sector) bool { return c.Sector == s })
}

// ByAction groups the cases by action, in taxonomy order.
func (b *Book) ByAction() []Group {
	return groups(b, words().Actions, func(a Action) (string, string) { return string(a), a.Label() },
		func(c *Case, a Action) bool { return c.Action == a })
}

// groups makes a group of each word in list that some case has.
func groups[W any](b *Book, list []W, name func(W) (key, title string), has func(*Case, W) bool) []Group {
	var out []Group
	for _, w := range list {
		g := Group{}
		g.Key, g.Title = name(w)
		for _, c := range b.Cases {
			if has(c, w) {
				g.Cases = append(g.Cases, c)
			}
		}
		if len(g.Cases) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// ByYear groups the cases by the year of their date, newest first. Cases
// without a date are in no group.
func (b *Book) ByYear() []Group {
	out := collect(b, func(c *Case) (key, title string) {
		if c.Date.IsZero() {
			return "", ""
		}
		year := strconv.Itoa(c.Date.Year)
		return year, year
	})
	slices.SortStableFunc(out, func(a, b Group) int { return strings.Compare(b.Key, a.Key) })
	return out
}

// ByOrganisation groups the cases by the party acted against, sorted by name.
// "Ltd", "Limited" and no legal form at all are one organisation; "Group" and
// "Holdings" are names of their own. The newest case gives the title. Named
// individuals are in no group.
func (b *Book) ByOrganisation() []Group {
	out := collect(b, func(c *Case) (key, title string) { return c.Organisation.Key(), c.Organisation.Name })
	slices.SortStableFunc(out, func(a, b Group) int {
		return cmp.Or(strings.Compare(asciiWords(a.Title), asciiWords(b.Title)), strings.Compare(a.Key, b.Key))
	})
	return out
}

// collect groups the cases by key, in order of first appearance. A case
// without a key is in no group.
func collect(b *Book, name func(*Case) (key, title string)) []Group {
	var out []Group
	at := map[string]int{}
	for _, c := range b.Cases {
		key, title := name(c)
		if key == "" {
			continue
		}
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, Group{Key: key, Title: title})
		}
		out[i].Cases = append(out[i].Cases, c)
	}
	return out
}

// legalForms are the endings of names that say how a company is registered,
// not which one it is.
var legalForms = []string{"-public-limited-company", "-incorporated", "-limited", "-ltd", "-plc", "-p-l-c", "-llp", "-llc", "-inc", "-lp"}

// Key returns the slug under which the organisation's cases are grouped: its
// name without the legal form. It is empty for a named individual, whose name
// belongs in no URL, and where there is no name.
func (o Organisation) Key() string {
	if o.Person || o.Name == "" {
		return ""
	}
	key := asciiWords(o.Name)
	for _, form := range legalForms {
		if rest, ok := strings.CutSuffix(key, form); ok && rest != "" {
			return Slug(rest)
		}
	}
	return Slug(o.Name)
}
