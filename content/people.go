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
	return b.publish(func(c *Case) bool { return p.names(c, today) })
}

// Publishable returns the book as it may be shown: names of individuals stand
// only where [People.Publish] let them stand.
func (b *Book) Publishable() *Book {
	return b.publish(func(c *Case) bool { return c.Organisation.named })
}

// publish withholds the names of the individuals that are not to be named, in
// their own cases and in all others that cite a document of theirs: a report of
// two convictions is quoted in both cases.
func (b *Book) publish(named func(*Case) bool) *Book {
	hidden := map[string][]string{}
	for _, c := range b.Cases {
		if c.Organisation.Person && !named(c) {
			for _, key := range c.documentKeys() {
				hidden[key] = append(hidden[key], c.personNames()...)
			}
		}
	}
	out := &Book{Cases: make([]*Case, len(b.Cases))}
	for i, c := range b.Cases {
		var names []string
		if c.Organisation.Person && !named(c) {
			names = c.personNames()
		}
		for _, key := range c.documentKeys() {
			names = append(names, hidden[key]...)
		}
		if len(names) > 0 {
			c = c.WithoutNames(names...)
		}
		if c.Organisation.Person {
			c = c.asPerson(named(c))
		}
		out.Cases[i] = c
	}
	return out
}

// documentKeys are by what the documents of a case are known in another.
func (c *Case) documentKeys() []string {
	var out []string
	for _, d := range c.Documents {
		if d.URL != "" {
			out = append(out, d.URL)
		}
		if d.SHA256 != "" {
			out = append(out, d.SHA256)
		}
	}
	return out
}

// personNames are the names that a case against an individual has for them.
func (c *Case) personNames() []string {
	names := append([]string{c.Organisation.Name}, c.Organisation.Also...)
	for _, e := range c.Proofs("organisation", -1) {
		names = append(names, e.Value)
	}
	return names
}

// asPerson is a case against an individual, who is published by name or by
// role.
func (c *Case) asPerson(named bool) *Case {
	d := c.Clone()
	d.Organisation.named = named
	if named {
		return d
	}
	if isName(d.Organisation.Name) {
		d.Organisation.Name = c.Title
	}
	d.Organisation.Also = nil
	for i, e := range d.Evidence {
		if e.Field == "organisation" {
			d.Evidence[i].Value = d.Organisation.Name
		}
	}
	SortEvidence(d.Evidence)
	d.Evidence = slices.CompactFunc(d.Evidence, func(x, y Evidence) bool { return x.extra == nil && y.extra == nil && x.Same(y) && x.Page == y.Page })
	return d
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

// IDSpellsName reports whether the id of a case against an individual, and so
// its file and its address, spells the name.
func (c *Case) IDSpellsName() bool {
	return c.Organisation.Person && newNames(append([]string{c.Organisation.Name}, c.Organisation.Also...)).spelt(c.ID)
}
