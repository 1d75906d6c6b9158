package site

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"

	"casebook/content"
)

// inFeed is how many of the newest cases the feed carries.
const inFeed = 50

// atomFeed is an Atom feed, as RFC 4287 has it.
type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string      `xml:"xml:lang,attr"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	Updated  string      `xml:"updated"`
	Author   atomAuthor  `xml:"author"`
	Links    []atomLink  `xml:"link"`
	Entries  []atomEntry `xml:"entry"`
}

type atomAuthor struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID      string     `xml:"id"`
	Title   string     `xml:"title"`
	Updated string     `xml:"updated"`
	Link    atomLink   `xml:"link"`
	Summary string     `xml:"summary"`
	Terms   []atomTerm `xml:"category"`
}

type atomTerm struct {
	Term  string `xml:"term,attr"`
	Label string `xml:"label,attr"`
}

// feed carries the newest cases. Where the site's address is not known, its
// links are relative to it.
func (b *builder) feed() output {
	return output{path: "feed.xml", make: func(to *bytes.Buffer) error {
		f := atomFeed{
			Lang: "en-GB", Title: b.name + ": newest cases", Author: atomAuthor{b.name},
			ID: cmp.Or(b.absolute(""), "urn:casebook:"+content.Slug(b.name)), Links: []atomLink{{Href: cmp.Or(b.absolute(""), "./")}},
		}
		if day := b.site.Crawled; day != nil {
			f.Subtitle = "Last successful crawl: " + day.ISO
		}
		if self := b.absolute("feed.xml"); self != "" {
			f.Links = append(f.Links, atomLink{"self", self})
		}
		for _, c := range head(b.book.Cases, inFeed) {
			f.Entries = append(f.Entries, b.feedEntry(c))
		}
		f.Updated = instant(content.Date{})
		if len(f.Entries) > 0 {
			f.Updated = f.Entries[0].Updated
		}
		return writeXML(to, f)
	}}
}

func (b *builder) feedEntry(c *content.Case) atomEntry {
	page := b.absolute(casePath(c))
	e := atomEntry{
		ID: cmp.Or(page, "urn:casebook:case:"+c.ID), Title: caseTitle(c) + ": " + lower(statusOf(c.Status).Word) + " " + lower(clean(c.Action.Label())),
		Updated: instant(c.Date), Link: atomLink{Href: cmp.Or(page, casePath(c))}, Summary: answer(c),
	}
	for _, control := range c.Controls {
		e.Terms = append(e.Terms, atomTerm{clean(string(control)), clean(control.Title())})
	}
	return e
}

// instant is the beginning of a day as Atom wants it. There is no clock here: a
// case is as new as its latest decision.
func instant(d content.Date) string {
	return fmt.Sprintf("%04d-%02d-%02dT00:00:00Z", max(d.Year, 1970), max(d.Month, 1), max(d.Day, 1))
}

func writeXML(to *bytes.Buffer, v any) error {
	to.WriteString(xml.Header)
	e := xml.NewEncoder(to)
	e.Indent("", " ")
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("site: %w", err)
	}
	return to.WriteByte('\n')
}
