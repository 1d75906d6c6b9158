package site

import (
	"regexp"
	"slices"
	"strings"

	"casebook/content"
)

// withheld stands where the name of an individual stood.
const withheld = "[name withheld]"

// publishable returns the book as it may be shown: cases against individuals
// without their names, all others as they are. Whatever is made of a book is
// made of this one.
func publishable(book *content.Book) *content.Book {
	out := &content.Book{Cases: make([]*content.Case, len(book.Cases))}
	for i, c := range book.Cases {
		if c.Organisation.Person {
			c = withoutName(c)
		}
		out.Cases[i] = c
	}
	return out
}

// withoutName is a copy of a case in which the individual is known by the
// title, which gives a role, and the name is withheld wherever it stood.
func withoutName(c *content.Case) *content.Case {
	d := *c
	n := newNameless(append([]string{c.Organisation.Name}, c.Organisation.Also...))
	d.Title = n.text(c.Title)
	d.Organisation.Name, d.Organisation.Also = d.Title, nil
	d.Body = n.text(c.Body)
	d.Formerly = slices.DeleteFunc(slices.Clone(c.Formerly), n.address)
	d.Documents = slices.Clone(c.Documents)
	for i := range d.Documents {
		o := &d.Documents[i]
		o.Title, o.Item = n.text(o.Title), n.text(o.Item)
		if n.address(o.URL) {
			o.URL = ""
		}
		o.Basis = slices.DeleteFunc(slices.Clone(o.Basis), n.address)
	}
	d.Evidence = slices.Clone(c.Evidence)
	for i := range d.Evidence {
		e := &d.Evidence[i]
		e.Quote, e.Value = n.text(e.Quote), n.text(e.Value)
	}
	return &d
}

// A nameless takes the words of names out of text. Without names it changes
// nothing.
type nameless struct {
	names *regexp.Regexp // nil for none
	slugs []string       // of surnames, as addresses spell them
}

// newNameless reads the names of a person. What describes a role, "a former
// employee", is no name.
func newNameless(names []string) nameless {
	var n nameless
	var words []string
	for _, name := range names {
		parts := nameWords(name)
		if len(parts) > 0 {
			n.slugs = append(n.slugs, content.Slug(parts[len(parts)-1]))
		}
		for _, p := range parts {
			words = append(words, regexp.QuoteMeta(p))
		}
	}
	if len(words) == 0 {
		return n
	}
	slices.SortFunc(words, func(a, b string) int { return len(b) - len(a) })
	word := "(?:" + strings.Join(words, "|") + ")"
	n.names = regexp.MustCompile(`(?i)(^|[^\pL\pN])((?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?` + word + `(?:[\s.]+` + word + `)*)($|[^\pL\pN])`)
	return n
}

// roleWords are words that stand in the description of a role and in no name.
var roleWords = regexp.MustCompile(`(?i)^(an?|the|one|two|three|former|ex-\pL+|individuals?|persons?|employees?|workers?|directors?|officers?|managers?|owners?|traders?|defendants?|staff)$`)

var titlesOfCourtesy = []string{"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady"}

// nameWords returns the words of a personal name, and nothing for a role.
func nameWords(name string) []string {
	var words []string
	for _, w := range strings.Fields(name) {
		w = strings.Trim(w, ".,;:()\"'’")
		switch {
		case roleWords.MatchString(w):
			return nil
		case len(w) < 2 || slices.Contains(titlesOfCourtesy, strings.ToLower(w)):
		default:
			words = append(words, w)
		}
	}
	return words
}

// text is s without the names. It is asked twice, since two names in a row
// share the character between them.
func (n nameless) text(s string) string {
	if n.names == nil {
		return s
	}
	for range 2 {
		s = n.names.ReplaceAllString(s, "${1}"+withheld+"${3}")
	}
	return s
}

// address reports whether an address spells a surname.
func (n nameless) address(url string) bool {
	slug := "-" + content.Slug(url) + "-"
	if len(url) > 80 { // a slug is bounded, an address is not
		slug = "-" + strings.ToLower(regexpNotWord.ReplaceAllString(url, "-")) + "-"
	}
	return slices.ContainsFunc(n.slugs, func(s string) bool { return strings.Contains(slug, "-"+s+"-") })
}

var regexpNotWord = regexp.MustCompile(`[^\pL\pN]+`)
