package index

import (
	bleveindex "github.com/blevesearch/bleve_index_api"

	"casebook/content"
)

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

// wordOptions say how bleve keeps a field in which words and phrases are
// found. Term vectors give the positions that phrases need. Nothing is stored,
// and nothing is kept in columns: what results show and what they are filtered,
// counted and sorted by comes from the cases themselves, which are at hand.
const wordOptions = bleveindex.IndexField | bleveindex.IncludeTermVectors
