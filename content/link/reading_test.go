package link_test

import (
	"crypto/sha256"
	"fmt"
	"strconv"
	"strings"

	"casebook/content"
	"casebook/content/link"
)

// A telling is a document of a test: what it is and what it states. Its text
// and quotes are made from that, in words of our own.
type telling struct {
	life  string // which case it belongs to; for tests only
	kind  content.DocumentKind
	item  string
	url   string
	day   string // of publication
	dated string // what it says the day of the act was; "" for nothing

	party   []content.Party
	action  content.Action
	status  content.Status
	amount  int64 // pounds
	about   content.Qualifier
	before  int64
	people  int
	count   int
	unit    string
	control []content.Control
	law     []content.Provision
	what    content.IncidentType
	from    string
	sector  content.Sector
}

// reading makes the reading of a telling.
func (t telling) reading() content.Reading {
	w := &writer{}
	f := content.Facts{Enforcement: true}
	for _, p := range t.party {
		s := "The action concerns " + p.Name
		if p.Amount.Stated() {
			s += ", which pays " + p.Amount.String()
		}
		f.Parties = append(f.Parties, said(w, p, s+"."))
	}
	f.Action = known(w, t.action, t.action != "", "It takes the form of a %s.", t.action)
	f.Status = known(w, t.status, t.status != "", "The matter is %s.", t.status)
	f.Amount = known(w, content.Pounds(t.amount), t.amount != 0, "The sum is %s.", content.Pounds(t.amount))
	if f.Amount.Known() {
		f.Amount.Qualifier = content.Exact
		if t.about != "" {
			f.Amount.Qualifier = t.about
		}
	}
	f.PreviousAmount = known(w, content.Pounds(t.before), t.before != 0, "Before that it was %s.", content.Pounds(t.before))
	if f.PreviousAmount.Known() {
		f.PreviousAmount.Qualifier = content.Exact
	}
	f.Affected = known(w, t.people, t.people != 0, "It reached %s people.", content.Thousands(strconv.Itoa(t.people)))
	f.Communications = known(w, content.Communications{Count: t.count, Unit: t.unit, Qualifier: content.Exact}, t.count != 0,
		"There were %d %s.", t.count, t.unit)
	for _, c := range t.control {
		f.Controls = append(f.Controls, known(w, c, true, "What failed was %s.", c))
	}
	for _, p := range t.law {
		f.Provisions = append(f.Provisions, known(w, p, true, "It infringed %s.", p))
	}
	f.Decided = known(w, date(t.dated), t.dated != "", "Dated %s.", t.dated)
	f.Incident = known(w, t.what, t.what != "", "What happened was %s.", t.what)
	f.IncidentFrom = known(w, date(t.from), t.from != "", "It began on %s.", t.from)
	f.Sector = known(w, t.sector, t.sector != "", "The sector is %s.", t.sector)
	return content.Reading{Document: t.document(), Text: content.Text{Title: "About " + t.life, Body: w.String()}, Facts: f}
}

func (t telling) document() content.Document {
	d := content.Document{URL: t.url, Title: "About " + t.life, Publisher: "ICO", Kind: t.kind, Item: t.item,
		Published: date(t.day), Licence: "OGL-3.0"}
	if d.URL == "" {
		d.URL = fmt.Sprintf("https://ico.example/%s/%s/%s/%s/%d", t.kind, content.Slug(t.life), t.action, t.status, t.amount) + t.day
	}
	d.SHA256 = fmt.Sprintf("%x", sha256.Sum256([]byte(d.URL)))
	if t.kind == content.Article || t.kind == content.Judgment {
		d.Publisher, d.Licence = "The Courier", "all-rights-reserved"
	}
	return d
}

// A writer makes a text sentence by sentence.
type writer struct{ strings.Builder }

func (w *writer) say(s string) content.Quote {
	start := w.Len()
	w.WriteString(s)
	q := content.Quote{Text: s, Start: start, End: w.Len()}
	w.WriteString("\n\n")
	return q
}

func said[T any](w *writer, v T, s string) content.Fact[T] {
	return content.Fact[T]{Value: v, Score: 1, Quotes: []content.Quote{w.say(s)}}
}

func known[T any](w *writer, v T, is bool, format string, args ...any) content.Fact[T] {
	if !is {
		return content.Fact[T]{}
	}
	return said(w, v, fmt.Sprintf(format, args...))
}

func date(s string) content.Date {
	if s == "" {
		return content.Date{}
	}
	d, err := content.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func parties(names ...string) []content.Party {
	var out []content.Party
	for _, n := range names {
		out = append(out, content.Party{Name: n})
	}
	return out
}

func readings(ts []telling) []content.Reading {
	var out []content.Reading
	for _, t := range ts {
		out = append(out, t.reading())
	}
	return out
}

// linked is the book after some readings, and what became different in it.
func linked(book *content.Book, rs []content.Reading) (*content.Book, []content.Change) {
	if book == nil {
		book = &content.Book{}
	}
	next := link.Link(book, rs)
	return next, content.Changes(book, next)
}
