package index

import (
	"bytes"
	"sync"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/analysis/token/lowercase"
	"github.com/blevesearch/bleve/v2/analysis/token/porter"
	"github.com/blevesearch/bleve/v2/analysis/token/stop"
	"github.com/blevesearch/bleve/v2/analysis/tokenizer/unicode"
)

// A placed is a term and where it stands in a text, from 1. Stop words take a
// place though they are no terms.
type placed struct {
	term     string
	position int
}

// folded returns the words of a text as typed, but for case and accents: stop
// words are among them, and none is stemmed.
func folded(text string) []placed {
	all := english()
	chain := analysis.DefaultAnalyzer{Tokenizer: all.tokenizer, TokenFilters: all.filters[:len(all.filters)-2]}
	var words []placed
	for _, token := range chain.Analyze([]byte(text)) {
		words = append(words, placed{string(token.Term), token.Position})
	}
	return words
}

// analyse returns the terms of a text as they are indexed.
func analyse(text string) []placed {
	var terms []placed
	for _, token := range english().Analyze([]byte(text)) {
		terms = append(terms, placed{string(token.Term), token.Position})
	}
	return terms
}

// english is the analyzer: bleve's English chain with accents taken off. Words
// are by Unicode's rules, possessives off, lower case, accents off, stop words
// out, stems by Porter's algorithm of 1980. That algorithm, and not its
// successor Snowball, because it can be held equal word by word in the browser
// (site/static/search/analyze.js).
var english = sync.OnceValue(func() *wordwise {
	stopWords := analysis.NewTokenMap()
	if err := stopWords.LoadBytes(en.EnglishStopWords); err != nil {
		panic(err) // the list is part of bleve
	}
	return &wordwise{
		tokenizer: unicode.NewUnicodeTokenizer(),
		filters: []analysis.TokenFilter{
			en.NewPossessiveFilter(), lowercase.NewLowerCaseFilter(), accents{}, stop.NewStopTokensFilter(stopWords), porter.NewPorterStemmer(),
		},
	}
})

// A wordwise analyzer has filters that make of a word the same term wherever
// it stands, and remembers what they made: a book says the same words again
// and again.
type wordwise struct {
	tokenizer analysis.Tokenizer
	filters   []analysis.TokenFilter
	memories  sync.Pool // of map[string][]byte, one for whoever analyses
}

// remembered is how many words a memory has room for before it is emptied.
const remembered = 1 << 16

// Analyze returns the terms of a text. None may be written to.
func (a *wordwise) Analyze(text []byte) analysis.TokenStream {
	memory, _ := a.memories.Get().(map[string][]byte)
	if memory == nil || len(memory) >= remembered {
		memory = map[string][]byte{}
	}
	defer a.memories.Put(memory)
	words := a.tokenizer.Tokenize(text)
	terms := words[:0]
	for _, word := range words {
		term, known := memory[string(word.Term)]
		if !known {
			term = a.term(bytes.Clone(word.Term))
			memory[string(word.Term)] = term
		}
		if term != nil {
			word.Term = term
			terms = append(terms, word)
		}
	}
	return terms
}

// term is what the filters make of a word, nil if it is a stop word. They may
// write to it.
func (a *wordwise) term(word []byte) []byte {
	stream := analysis.TokenStream{{Term: word}}
	for _, filter := range a.filters {
		stream = filter.Filter(stream)
	}
	if len(stream) == 0 {
		return nil
	}
	return bytes.Clone(append([]byte{}, stream[0].Term...)) // never nil
}
