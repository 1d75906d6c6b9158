package content

import "slices"

// People says how individuals are published. The zero People publishes them
// by role alone.
type People struct {
	Show   string // "role", or "name": then the name is published for some time
	Months int    // for how long a name is published, counted from the latest decisive event
}

// ShowName is the Show under which names are published.
const ShowName = "name"

// Publish returns the book as it may be shown on a day: names of individuals
// stand only where the policy has them published and their time is not over.
// The book itself does not change. Whatever is written of a book, its case
// files included, is written of a published one.
func (p People) Publish(b *Book, today Date) *Book {
	out := &Book{Cases: make([]*Case, len(b.Cases))}
	for i, c := range b.Cases {
		if c.Organisation.Person && p.names(c, today) {
			c = c.copied()
			c.Organisation.named = true
		}
		out.Cases[i] = c.Publishable()
	}
	return out
}

// names reports whether a name is published on a day. Of a date that is not
// precise the first day counts, and a case without a date has had its time.
func (p People) names(c *Case, today Date) bool {
	if p.Show != ShowName || c.Date.IsZero() || today.IsZero() {
		return false
	}
	months := c.Date.Year*12 + max(c.Date.Month, 1) - 1 + p.Months
	end := Date{Year: months / 12, Month: months%12 + 1, Day: max(c.Date.Day, 1)}
	return today.Compare(end) < 0
}

// Anonymous reports whether the organisation is an individual who is shown by
// role.
func (o Organisation) Anonymous() bool { return o.Person && !o.named }

// Publishable returns the book as it may be shown: names of individuals stand
// only where [People.Publish] let them stand.
func (b *Book) Publishable() *Book {
	out := &Book{Cases: make([]*Case, len(b.Cases))}
	for i, c := range b.Cases {
		out.Cases[i] = c.Publishable()
	}
	return out
}

// Publishable returns the case as it may be shown, which for most cases is the
// case itself.
func (c *Case) Publishable() *Case {
	if !c.Organisation.Anonymous() {
		return c
	}
	names := append([]string{c.Organisation.Name}, c.Organisation.Also...)
	for _, e := range c.Proofs("organisation", -1) {
		names = append(names, e.Value)
	}
	d := c.WithoutNames(names...)
	d.Organisation.Also = nil
	if isName(c.Organisation.Name) {
		d.Organisation.Name = d.Title
	}
	for i, e := range d.Evidence {
		if e.Field == "organisation" {
			d.Evidence[i].Value = d.Organisation.Name
		}
	}
	SortEvidence(d.Evidence)
	d.Evidence = slices.CompactFunc(d.Evidence, func(x, y Evidence) bool { return x.extra == nil && y.extra == nil && x.Same(y) && x.Page == y.Page })
	return d
}

// IDSpellsName reports whether the id of a case against an individual, and so
// its file and its address, spells the name.
func (c *Case) IDSpellsName() bool {
	return c.Organisation.Person && newNames(append([]string{c.Organisation.Name}, c.Organisation.Also...)).spelt(c.ID)
}
