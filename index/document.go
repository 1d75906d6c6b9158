package index

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/blevesearch/bleve/v2/document"

	"casebook/content"
)

// newDocument is what bleve is given of a case: the words of its fields, as
// newMapping says; made here, because bleve makes one by reflection.
func newDocument(c *content.Case) *document.Document {
	doc := document.NewDocument(c.ID)
	for _, f := range fields {
		for i, passage := range f.text(c) {
			var at []uint64 // nothing for the first, as most fields are one passage
			if i > 0 {
				at = []uint64{uint64(i)}
			}
			doc.AddField(document.NewTextFieldCustom(f.name, at, []byte(passage), wordOptions, english()))
		}
	}
	return doc
}

// facetValues are the values that a case has of a facet, controls in the order
// of the taxonomy.
func facetValues(c *content.Case, facet string) []string {
	value := ""
	switch facet {
	case "control":
		sorted := slices.Clone(c.Controls)
		content.SortControls(sorted)
		return texts(sorted, func(c content.Control) string { return string(c) })
	case "sector":
		value = string(c.Sector)
	case "incident":
		value = string(c.Incident.Type)
	case "action":
		value = string(c.Action)
	case "status":
		value = string(c.Status)
	case "year":
		if c.Date.Year > 0 {
			value = strconv.Itoa(c.Date.Year)
		}
	}
	if value == "" {
		return nil
	}
	return []string{value}
}

func titles(c *content.Case) []string { return []string{c.Title} }

// names are those of the party, with the other way to write that it is a
// company of limited liability.
func names(c *content.Case) []string {
	if c.Organisation.Anonymous() {
		return nil
	}
	all := append([]string{c.Organisation.Name}, c.Organisation.Also...)
	switch name := c.Organisation.Name + " "; {
	case strings.Contains(name, " Ltd "):
		all = append(all, "Limited")
	case strings.Contains(name, " Limited "):
		all = append(all, "Ltd")
	}
	return all
}

func controls(c *content.Case) []string {
	var all []string
	for _, control := range c.Controls {
		all = append(append(all, control.Title()), spellings[control]...)
	}
	return all
}

// provisions are what was infringed, in the form of the vocabulary, and the
// number again after its word in full: "UK GDPR Art 32(1)", "Article 32(1)".
func provisions(c *content.Case) []string {
	var all []string
	for _, p := range c.Provisions {
		all = append(all, string(p))
		if m := shortNumber.FindStringSubmatch(string(p)); m != nil {
			all = append(all, inFull[m[1]]+" "+m[2])
		}
	}
	return all
}

var (
	shortNumber = regexp.MustCompile(`\b(Art|reg|s) (\d.*)$`)
	inFull      = map[string]string{"Art": "Article", "reg": "regulation", "s": "section"}
)

func matter(c *content.Case) []string {
	return []string{c.Sector.Label(), c.Action.Label(), c.Status.Label(), c.Incident.Type.Label()}
}

// quotes are the case's evidence, each sentence once.
func quotes(c *content.Case) []string {
	var all []string
	for _, e := range c.Evidence {
		if !slices.Contains(all, e.Quote) {
			all = append(all, e.Quote)
		}
	}
	return all
}

func passagesOfTheBody(c *content.Case) []string { return []string{plain(c.Body)} }

var (
	linkTarget = regexp.MustCompile(`\]\([^)\s]*\)`)
	markup     = strings.NewReplacer("*", "", "`", "", "[", "", "]", "")
)

// plain takes the marks out of markdown and leaves its words: the addresses
// of links are none.
func plain(markdown string) string { return markup.Replace(linkTarget.ReplaceAllString(markdown, "]")) }

// texts makes something of each item, in most places a string.
func texts[T, S any](list []T, text func(T) S) []S {
	all := make([]S, len(list))
	for i, item := range list {
		all[i] = text(item)
	}
	return all
}
