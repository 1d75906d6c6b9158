package index

import (
	"sync"

	"github.com/blevesearch/bleve/v2/analysis"
)

// A placed is a term and where it stands in a text, from 1. Stop words take a
// place though they are no terms.
type placed struct {
	term     string
	position int
}

// english is the analyzer. It keeps no state between texts.
var english = sync.OnceValue(func() analysis.Analyzer { return newMapping().AnalyzerNamed(analyzer) })

// folded returns the words of a text as typed, but for case and accents: stop
// words are among them, and none is stemmed.
func folded(text string) []placed {
	chain := *english().(*analysis.DefaultAnalyzer)
	chain.TokenFilters = chain.TokenFilters[:len(chain.TokenFilters)-2]
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
