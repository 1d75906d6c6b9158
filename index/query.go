package index

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// A Query is what a person typed, understood.
type Query struct {
	Clauses  [][]Phrase          // of each clause one phrase must occur
	Excluded []Phrase            // must not occur
	Filters  map[string][]string // facet to values: one of them must hold
	Barred   map[string][]string // facet to values: none of them may
	Ranges   []Range             // each must hold
}

// A Phrase is words that follow one another; one word is a phrase too.
type Phrase struct {
	Text  string
	Field string // the field in which it must stand; "" for any
}

// maxPieces bounds the work that a query can ask for.
const maxPieces = 64

// A piece of a query is -?(field:)?("phrase"|word). Blanks are listed, since
// languages differ in what \s means.
var piece = regexp.MustCompile(`(-?)(?:([A-Za-z]+):)?(?:"([^"]*)"|([^"\x{9}-\x{d}\x{20}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]+))`)

var straight = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`)

// textFields are the fields that a word or phrase can be looked for in alone.
var textFields = map[string]string{
	"title": "title", "organisation": "organisation", "organization": "organisation", "provision": "provisions",
}

// ParseQuery reads what a person typed: words, "phrases", -exclusions,
// alternatives with OR, field:value for each of [Facets], organisation,
// provision and title, and ranges such as amount:>1m, affected:1000..50000
// and date:2022-01..2024. A colon after anything that is no field is part of
// the text. Errors say what a field takes.
func ParseQuery(s string) (Query, error) {
	p := parser{q: Query{Filters: map[string][]string{}, Barred: map[string][]string{}}, vocabularies: vocabularies()}
	pieces := piece.FindAllStringSubmatch(straight.Replace(s), -1)
	if len(pieces) > maxPieces {
		return p.q, fmt.Errorf("the query has %d words: want at most %d", len(pieces), maxPieces)
	}
	for i, m := range pieces {
		if m[0] == "OR" && i > 0 && i < len(pieces)-1 {
			if !p.lastIsText {
				return p.q, errOr
			}
			p.either = true
			continue
		}
		if err := p.add(m[1] != "", strings.ToLower(m[2]), m[3]+m[4], m[4] != ""); err != nil {
			return p.q, err
		}
	}
	return p.q, nil
}

var errOr = fmt.Errorf("OR stands between two words or phrases; values of one filter are alternatives without it")

// A parser collects a query piece by piece.
type parser struct {
	q            Query
	vocabularies map[string]vocabulary
	lastIsText   bool // the last piece was a word or phrase to be found
	either       bool // OR came after it
}

// add takes one piece: bare says that value stood without quotation marks.
func (p *parser) add(minus bool, field, value string, bare bool) error {
	if value == "" {
		return nil
	}
	in, isText := textFields[field]
	switch {
	case slices.Contains(Facets, field):
		return p.filter(minus, field, value)
	case rangeUnits[field] != "":
		return p.bound(minus, field, value)
	case bare && strings.HasSuffix(value, "*"):
		return fmt.Errorf("%s: words are found in all their endings, but not by their beginning: leave the * out", value)
	case field != "" && !isText: // a colon after what is no field parts two words
		if err := p.text(minus, Phrase{Text: field}); err != nil {
			return err
		}
	}
	return p.text(minus, Phrase{value, in})
}

func (p *parser) text(minus bool, phrase Phrase) error {
	last := len(p.q.Clauses) - 1
	switch {
	case minus && p.either:
		return errOr
	case minus:
		p.q.Excluded = append(p.q.Excluded, phrase)
	case p.either:
		p.q.Clauses[last] = append(p.q.Clauses[last], phrase)
	default:
		p.q.Clauses = append(p.q.Clauses, []Phrase{phrase})
	}
	p.lastIsText, p.either = !minus, false
	return nil
}

func (p *parser) filter(minus bool, facet, value string) error {
	known, err := p.vocabularies[facet].find(facet, value)
	if err != nil {
		return err
	}
	if p.either {
		return errOr
	}
	values := p.q.Filters
	if minus {
		values = p.q.Barred
	}
	values[facet] = append(values[facet], known)
	p.lastIsText = false
	return nil
}

func (p *parser) bound(minus bool, field, value string) error {
	r, err := parseRange(field, value)
	if err != nil {
		return err
	}
	if minus {
		return fmt.Errorf("-%s:%s: a range cannot be excluded: ask for the other side of it", field, value)
	}
	if p.either {
		return errOr
	}
	p.q.Ranges = append(p.q.Ranges, r)
	p.lastIsText = false
	return nil
}
