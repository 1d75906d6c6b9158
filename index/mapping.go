package index

import (
	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"

	"casebook/content"
)

// analyzer is bleve's English chain with accents taken off: words by Unicode's
// rules, possessives off, lower case, accents off, stop words out, stems by
// Porter's algorithm of 1980. That algorithm, and not its successor Snowball,
// because it can be held equal word by word in the browser
// (site/static/search/analyze.js).
const analyzer = "english"

// A field is a part of a case in which words are looked for. A word there
// counts weight times as often as one in the body.
type field struct {
	name   string
	weight int
	text   func(*content.Case) []string // passages: no phrase reaches from one into the next
}

// fields are searched together. Positions run through them in this order,
// which is therefore part of the shards' format.
var fields = []field{
	{"title", 4, titles},           // what a case is called: who asks for a name wants that case
	{"organisation", 4, names},     // its legal and other names, for the same reason
	{"controls", 3, controls},      // what failed, in every usual spelling: a judgement, not a passing mention
	{"provisions", 2, provisions},  // what was infringed; laws are also cited in passing, in the body
	{"matter", 2, matter},          // sector, action, status, incident: the words of the facets, typed
	{"evidence", 2, quotes},        // the sentences that carry the facts
	{"body", 1, passagesOfTheBody}, // everything else
}

// newMapping says how bleve keeps a case. Nothing is guessed: what is not
// named here is not indexed.
func newMapping() mapping.IndexMapping {
	registerAnalyzer()
	doc := bleve.NewDocumentStaticMapping()
	for _, f := range fields {
		doc.AddFieldMappingsAt(f.name, words())
	}
	m := bleve.NewIndexMapping()
	m.DefaultMapping = doc
	m.DefaultAnalyzer = analyzer
	return m
}

// words is a text in which words and phrases are found. Term vectors give the
// positions that phrases need. Nothing is stored, and nothing is kept in
// columns: what results show and what they are filtered, counted and sorted by
// comes from the cases themselves, which are at hand.
func words() *mapping.FieldMapping {
	m := bleve.NewTextFieldMapping()
	m.Analyzer = analyzer
	m.Store, m.IncludeInAll, m.DocValues = false, false, false
	m.IncludeTermVectors = true
	return m
}
