package content

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

var htmlTag = regexp.MustCompile(`<(?:!--|!\[CDATA\[|!DOCTYPE|\?|/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*|/)?>)`)

// ukPeople is more than the people of the United Kingdom: a larger number
// counts records, or the whole world.
const ukPeople = 70_000_000

// firstPenalties is the day from which the regulator could fine.
var firstPenalties = Date{2010, 4, 6}

// plausible reports what cannot be, or hardly.
func (k *checker) plausible() {
	c := k.c
	if c.Affected > ukPeople {
		k.warn("affected", "are these records, or people of other countries too?", "%s people are more than live in the United Kingdom", number(c.Affected))
	}
	if c.Incident.To.known() && c.Incident.From.known() && c.Incident.To.last().Compare(c.Incident.From) < 0 {
		k.error("incident.to", "", "%s is before the incident began, %s", c.Incident.To, c.Incident.From)
	}
	for i, e := range c.Events {
		if c.Incident.From.known() && e.Date.known() && e.Date.last().Compare(c.Incident.From) < 0 {
			k.error("incident.from", "", "%s is after event %d, %s", c.Incident.From, i, e.Date)
		}
		if e.Action == MonetaryPenalty && e.Date.known() && e.Date.last().Compare(firstPenalties) < 0 {
			k.warn(at("events", i, "date"), "", "%s is before the regulator could fine, %s", e.Date, firstPenalties)
		}
		k.futureDated(i, e)
	}
}

// hidden reports names with characters that a page would obey or hide, such as
// marks that turn the direction of text.
func (k *checker) hidden() {
	for _, f := range []struct{ field, value string }{
		{"title", k.c.Title},
		{"organisation.name", k.c.Organisation.Name},
		{"organisation.also", strings.Join(k.c.Organisation.Also, " ")},
	} {
		if i := strings.IndexFunc(f.value, unsafeRune); i >= 0 {
			r, _ := utf8.DecodeRuneInString(f.value[i:])
			k.warn(f.field, "leave it out; evidence may keep it", "holds the hidden character %U", r)
		}
	}
}

// futureDated reports an event later than the documents that report it.
func (k *checker) futureDated(i int, e Event) {
	for _, id := range e.Documents {
		d := k.c.document(id)
		if d == nil || !d.Published.known() || !e.Date.known() {
			continue
		}
		if e.Date.Compare(d.Published.last()) > 0 {
			k.warn(at("events", i, "date"), "", "%s is later than document %q, which was published %s", e.Date, id, d.Published)
		}
	}
}

// Maxima that a penalty could not pass whatever the party's turnover. Under
// the GDPR and the DPA 2018 the maximum depends on turnover; PECR took it over
// by the Data (Use and Access) Act 2025.
var (
	oldMaximum  = Pounds(500_000)
	newPECRFrom = Date{2025, 6, 19}
)

// statutoryMaximum reports a penalty that every law it cites forbids.
func (k *checker) statutoryMaximum() {
	if len(k.c.Provisions) == 0 {
		return
	}
	for _, p := range k.c.Provisions {
		law := p.Instrument()
		if law != "DPA 1998" && (law != "PECR" || k.c.Date.Compare(newPECRFrom) >= 0) {
			return
		}
	}
	for i, e := range k.c.Events {
		if e.Amount.Currency == oldMaximum.Currency && e.Amount.Minor > oldMaximum.Minor {
			k.warn(at("events", i, "amount"), "is a provision missing?", "%s is over the %s that %s allows", e.Amount, oldMaximum, k.c.Provisions[0].Instrument())
		}
	}
}

// String writes the communications for people: "1,345,732 calls".
func (c Communications) String() string {
	if c.Count == 0 {
		return ""
	}
	return describe(number(c.Count)+" "+c.Unit, c.Qualifier)
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return Thousands(strconv.Itoa(n))
}

func describe(value string, q Qualifier) string {
	if q == "" || value == "" {
		return value
	}
	return fmt.Sprintf("%s (%s)", value, q)
}

func orNothing(s string) string {
	if s == "" {
		return "nothing"
	}
	return s
}

func (d Date) known() bool { return !d.IsZero() }

// last returns the last day that a date may mean: 31 December of a year alone.
func (d Date) last() Date {
	switch {
	case d.IsZero() || d.Day > 0:
		return d
	case d.Month == 0:
		return Date{d.Year, 12, 31}
	}
	return Date{d.Year, d.Month, 31}
}
