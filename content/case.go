package content

import (
	"maps"
	"slices"
)

// A Case is one regulator's action, or chain of actions, against one party
// about one matter. Its events run oldest first; the scalars on top say where
// the case stands today, which is what its latest decisive event says unless a
// person locked the field.
type Case struct {
	ID           string   // "advanced-computer-software-group-2024": given once, never recomputed
	Formerly     []string // earlier ids, which redirect to this one
	Title        string
	Regulator    string // "ICO"
	Organisation Organisation
	Sector       Sector

	Status            Status
	Action            Action
	Date              Date  // of the latest decisive event
	Amount            Money // imposed, or proposed while Status is provisional
	AmountQualifier   Qualifier
	Affected          int // people, never records or calls; 0 when not stated
	AffectedQualifier Qualifier
	Communications    Communications

	Controls   []Control   // what failed, in taxonomy order
	Provisions []Provision // what was infringed, in citation order
	Incident   Incident

	Events    []Event    // oldest first
	Documents []Document // everything cited, oldest first
	Evidence  []Evidence // in order of event, field, document

	Absent  map[string]Absence // why a field has no value, where that is known
	Related []string           // ids of cases that may be about the same matter
	Locked  []string           // fields that a person set: extraction never overwrites them

	Body string // the notice as clean markdown, only where its licence allows

	extra extras // keys that casebook does not know, kept as they were
}

// Clone copies a case so that its own lists can be changed without the
// original. What the members of a list hold in turn is shared.
func (c *Case) Clone() *Case {
	d := *c
	d.Formerly, d.Related, d.Locked = slices.Clone(c.Formerly), slices.Clone(c.Related), slices.Clone(c.Locked)
	d.Controls, d.Provisions = slices.Clone(c.Controls), slices.Clone(c.Provisions)
	d.Events, d.Documents, d.Evidence = slices.Clone(c.Events), slices.Clone(c.Documents), slices.Clone(c.Evidence)
	d.Organisation.Also, d.Absent = slices.Clone(c.Organisation.Also), maps.Clone(c.Absent)
	return &d
}

// An Organisation is the party acted against.
type Organisation struct {
	Name   string   // legal name where a document states it
	Also   []string // other names that the documents use for it
	Role   string   // "controller", "processor" or "" when not stated
	Person bool     // a named individual: shown by role unless a [People] has the name published
	named  bool     // a person whose name is published
	extra  extras
}

// Communications are calls, texts or emails sent unlawfully, which are not people.
type Communications struct {
	Count     int
	Unit      string // "calls", "texts", "emails", "faxes", "messages"
	Qualifier Qualifier
	extra     extras
}

// An Incident is what happened before the regulator acted.
type Incident struct {
	Type  IncidentType
	From  Date
	To    Date
	extra extras
}

// An Event is one dated step in the life of a case.
type Event struct {
	Date              Date
	Action            Action
	Status            Status
	Amount            Money
	AmountQualifier   Qualifier
	Affected          int
	AffectedQualifier Qualifier
	Communications    Communications
	Documents         []string // ids of the documents that report this event
	Withdrawn         Date     // when the regulator took the item down
	extra             extras
}

// A Document is one thing that was read: a notice, an item page, an article.
type Document struct {
	ID        string       // unique in its case: "ico-1", "press-2"
	URL       string       // where it was published
	Title     string       // as its publisher wrote it
	Publisher string       // "ICO", "The Courier"
	Kind      DocumentKind // notice, item, news, article, judgment
	Published Date
	Formerly  []string // earlier addresses of the same page
	Item      string   // the publisher's own key of the matter ("ico:120121"); notices and item pages share it
	Language  string   // BCP 47, "" for English
	SHA256    string   // of the archived bytes
	Licence   string   // "OGL-3.0", "all-rights-reserved"
	Withdrawn Date     // when its publisher was first seen without it
	Basis     []string // a replica page only: public sources of the facts that it restates
	extra     extras
}

// Evidence is a quote, byte for byte as package text made it, that proves one value.
type Evidence struct {
	Field    string // front matter key: "amount", "controls", …
	Event    int    // index into Events; -1 where the field is not of one event
	Value    string // the value it proves, as the front matter spells it
	Quote    string
	Document string // id in Documents
	Page     int    // from 1 in a PDF; 0 on the web
	extra    extras
}
