package content

import "go.yaml.in/yaml/v3"

// The front matter, key by key, in the order in which it is written.
// FORMAT.md describes each key.
var caseSchema = schema[Case]{
	extra: func(c *Case) *extras { return &c.extra },
	fields: []field[Case]{
		{"id", func(r *reader, n *yaml.Node, c *Case) { c.ID = r.slug(n) }, func(w *writer, c *Case) { w.text(c.ID) }},
		slugs("formerly", func(c *Case) *[]string { return &c.Formerly }),
		text("title", func(c *Case) *string { return &c.Title }),
		text("regulator", func(c *Case) *string { return &c.Regulator }),
		record("organisation", organisationSchema, func(c *Case) *Organisation { return &c.Organisation }),
		word("sector", func(c *Case) *Sector { return &c.Sector }, func(t *taxonomy) []Sector { return t.Sectors }),
		word("status", func(c *Case) *Status { return &c.Status }, func(t *taxonomy) []Status { return t.Statuses }),
		word("action", func(c *Case) *Action { return &c.Action }, func(t *taxonomy) []Action { return t.Actions }),
		date("date", func(c *Case) *Date { return &c.Date }),
		sum("amount", func(c *Case) *Money { return &c.Amount }),
		qualifier("amount_qualifier", func(c *Case) *Qualifier { return &c.AmountQualifier }),
		currency(func(w *writer, _ *Case) string { return w.currency }),
		count("affected", func(c *Case) *int { return &c.Affected }),
		qualifier("affected_qualifier", func(c *Case) *Qualifier { return &c.AffectedQualifier }),
		record("communications", communicationsSchema, func(c *Case) *Communications { return &c.Communications }),
		list("controls", func(c *Case) *[]Control { return &c.Controls }, (*reader).control),
		list("provisions", func(c *Case) *[]Provision { return &c.Provisions }, (*reader).provision),
		record("incident", incidentSchema, func(c *Case) *Incident { return &c.Incident }),
		records("events", eventSchema, func(c *Case) *[]Event { return &c.Events }),
		records("documents", documentSchema, func(c *Case) *[]Document { return &c.Documents }),
		records("evidence", evidenceSchema, func(c *Case) *[]Evidence { return &c.Evidence }),
		absences("absent", func(c *Case) *map[string]Absence { return &c.Absent }),
		slugs("related", func(c *Case) *[]string { return &c.Related }),
		texts("locked", func(c *Case) *[]string { return &c.Locked }),
	},
}

var organisationSchema = schema[Organisation]{
	extra: func(o *Organisation) *extras { return &o.extra },
	fields: []field[Organisation]{
		text("name", func(o *Organisation) *string { return &o.Name }),
		texts("also", func(o *Organisation) *[]string { return &o.Also }),
		word("role", func(o *Organisation) *string { return &o.Role }, func(t *taxonomy) []string { return t.Roles }),
		boolean("person", func(o *Organisation) *bool { return &o.Person }),
	},
}

var communicationsSchema = schema[Communications]{
	extra: func(c *Communications) *extras { return &c.extra },
	fields: []field[Communications]{
		count("count", func(c *Communications) *int { return &c.Count }),
		word("unit", func(c *Communications) *string { return &c.Unit }, func(t *taxonomy) []string { return t.Units }),
		qualifier("qualifier", func(c *Communications) *Qualifier { return &c.Qualifier }),
	},
}

var incidentSchema = schema[Incident]{
	extra: func(i *Incident) *extras { return &i.extra },
	fields: []field[Incident]{
		word("type", func(i *Incident) *IncidentType { return &i.Type }, func(t *taxonomy) []IncidentType { return t.Incidents }),
		date("from", func(i *Incident) *Date { return &i.From }),
		date("to", func(i *Incident) *Date { return &i.To }),
	},
}

var eventSchema = schema[Event]{
	extra: func(e *Event) *extras { return &e.extra },
	fields: []field[Event]{
		date("date", func(e *Event) *Date { return &e.Date }),
		word("action", func(e *Event) *Action { return &e.Action }, func(t *taxonomy) []Action { return t.Actions }),
		word("status", func(e *Event) *Status { return &e.Status }, func(t *taxonomy) []Status { return t.Statuses }),
		sum("amount", func(e *Event) *Money { return &e.Amount }),
		qualifier("amount_qualifier", func(e *Event) *Qualifier { return &e.AmountQualifier }),
		currency(func(w *writer, e *Event) string {
			if e.Amount.Currency == w.currency {
				return ""
			}
			return e.Amount.Currency
		}),
		count("affected", func(e *Event) *int { return &e.Affected }),
		qualifier("affected_qualifier", func(e *Event) *Qualifier { return &e.AffectedQualifier }),
		record("communications", communicationsSchema, func(e *Event) *Communications { return &e.Communications }),
		texts("documents", func(e *Event) *[]string { return &e.Documents }),
		date("withdrawn", func(e *Event) *Date { return &e.Withdrawn }),
	},
}

var documentSchema = schema[Document]{
	extra: func(d *Document) *extras { return &d.extra },
	fields: []field[Document]{
		text("id", func(d *Document) *string { return &d.ID }),
		text("url", func(d *Document) *string { return &d.URL }),
		text("title", func(d *Document) *string { return &d.Title }),
		text("publisher", func(d *Document) *string { return &d.Publisher }),
		word("kind", func(d *Document) *DocumentKind { return &d.Kind }, func(t *taxonomy) []DocumentKind { return t.Kinds }),
		date("published", func(d *Document) *Date { return &d.Published }),
		texts("formerly", func(d *Document) *[]string { return &d.Formerly }),
		text("item", func(d *Document) *string { return &d.Item }),
		text("language", func(d *Document) *string { return &d.Language }),
		text("sha256", func(d *Document) *string { return &d.SHA256 }),
		text("licence", func(d *Document) *string { return &d.Licence }),
		date("withdrawn", func(d *Document) *Date { return &d.Withdrawn }),
		texts("basis", func(d *Document) *[]string { return &d.Basis }),
	},
}

// Evidence of no event leaves `event` out, since 0 is the first event; on the
// web there is no page, so `page` is left out as well.
var evidenceSchema = schema[Evidence]{
	extra: func(e *Evidence) *extras { return &e.extra },
	blank: Evidence{Event: -1},
	fields: []field[Evidence]{
		text("field", func(e *Evidence) *string { return &e.Field }),
		{"event", func(r *reader, n *yaml.Node, e *Evidence) { e.Event = r.number(n) }, func(w *writer, e *Evidence) {
			if e.Event >= 0 {
				w.number(e.Event)
			}
		}},
		{"value", func(r *reader, n *yaml.Node, e *Evidence) { e.Value = r.text(n) }, func(w *writer, e *Evidence) { w.value(e.Value) }},
		{"quote", func(r *reader, n *yaml.Node, e *Evidence) { e.Quote = r.text(n) }, func(w *writer, e *Evidence) { w.quoted(e.Quote) }},
		text("document", func(e *Evidence) *string { return &e.Document }),
		count("page", func(e *Evidence) *int { return &e.Page }),
	},
}
