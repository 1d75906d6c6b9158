package index

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Query is what a person typed, understood.
type Query struct {
	Clauses  [][]Phrase          // of each clause one phrase must occur
	Excluded []Phrase            // must not occur
	Filters  map[string][]string // facet to values: one of them must hold
	Barred   map[string][]string // facet to values: none of them may
	Ranges   []Range             // each must hold

	open bool // it ends in a word without quotation marks or a blank
}

// A Phrase is words that follow one another; one word is a phrase too.
type Phrase struct {
	Text   string
	Field  string // the field in which it must stand; "" for any
	Begins bool   // its last word is the beginning of one
	Typing bool   // and may be one itself, which is still being typed

	ways [][]placed // the terms that it is looked for by, one row or several
}

// textFields are the fields that a word or phrase can be looked for in alone.
var textFields = map[string]string{
	"title": "title", "organisation": "organisation", "organization": "organisation", "provision": "provisions",
}

// QueryFields are what a query can name before a colon, each with an example
// and what it finds, in the order in which help lists them.
var QueryFields = []QueryField{
	{"organisation", "organisation:council", "words of a party's names"},
	{"title", "title:council", "words of what a case is called"},
	{"provision", `provision:"Art 32"`, "what was infringed"},
	{"control", "control:mfa", "a control that failed, in any usual spelling"},
	{"sector", "sector:health", "the party's sector"},
	{"incident", "incident:ransomware", "what happened"},
	{"action", "action:reprimand", "what the regulator did"},
	{"status", "status:provisional", "how settled it is"},
	{"year", "year:2024", "of the latest decision"},
	{"date", "date:2022-01..2024", "of the latest decision: a day, a month, a year, or from one to another"},
	{"amount", "amount:>1m", "pounds of the fine that stands; \"at least £1.5 million\" is understood too"},
	{"proposed", "proposed:>£6 million", "pounds that were proposed, whatever came of it"},
	{"affected", "affected:1000..50000", "people"},
}

// A QueryField is one of [QueryFields].
type QueryField struct{ Name, Example, Finds string }

func fieldNames() []string { return texts(QueryFields, func(f QueryField) string { return f.Name }) }

// ParseQuery reads what a person typed: words, "phrases", beginnings*,
// -exclusions, alternatives with OR, and field:value for each of [QueryFields]. A colon in
// an address or a time of day is part of the text. Errors say what a field
// takes, and which fields there are.
func ParseQuery(s string) (Query, error) {
	p := parser{q: Query{Filters: map[string][]string{}, Barred: map[string][]string{}}, vocabularies: vocabularies()}
	if n := utf8.RuneCountInString(s); n > maxLength {
		return p.q, fmt.Errorf("the query has %d characters: want at most %d", n, maxLength)
	}
	all := pieces(s)
	if len(all) > maxPieces {
		return p.q, fmt.Errorf("the query has %d words: want at most %d", len(all), maxPieces)
	}
	all = rejoined(all)
	for i, piece := range all {
		if piece.or && i > 0 && i < len(all)-1 {
			if !p.lastIsText {
				return p.q, errOr
			}
			p.either = true
			continue
		}
		if err := p.add(piece); err != nil {
			return p.q, err
		}
		p.q.open = p.lastIsText && piece.bare && strings.HasSuffix(s, piece.value)
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

// add takes one piece.
func (p *parser) add(of piece) error {
	in, isText := textFields[of.field]
	switch {
	case of.value == "":
		return nil
	case slices.Contains(Facets, of.field):
		return p.filter(of)
	case rangeUnits[of.field] != "":
		return p.bound(of)
	case of.field != "" && !isText && !of.isAddress():
		return fmt.Errorf("no field %s: want one of %s; in quotation marks it is looked for as words", of.field, strings.Join(fieldNames(), ", "))
	case of.field != "" && !isText: // what stands before the colon is a word too
		if err := p.text(of.minus, Phrase{Text: of.field}); err != nil {
			return err
		}
	}
	return p.text(of.minus, Phrase{Text: of.value, Field: in, Begins: of.bare && strings.HasSuffix(of.value, "*")})
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

func (p *parser) filter(of piece) error {
	known, err := p.vocabularies[of.field].find(of.field, of.value)
	if err != nil {
		return err
	}
	if p.either {
		return errOr
	}
	values := p.q.Filters
	if of.minus {
		values = p.q.Barred
	}
	values[of.field] = append(values[of.field], known)
	p.lastIsText = false
	return nil
}

func (p *parser) bound(of piece) error {
	r, err := parseRange(of.field, of.value)
	if err != nil {
		return err
	}
	if of.minus {
		return fmt.Errorf("-%s:%s: a range cannot be excluded: ask for the other side of it", of.field, of.value)
	}
	if p.either {
		return errOr
	}
	p.q.Ranges = append(p.q.Ranges, r)
	p.lastIsText = false
	return nil
}
