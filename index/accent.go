package index

import (
	"strings"
	"sync"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/analysis/token/lowercase"
	"github.com/blevesearch/bleve/v2/analysis/token/porter"
	"github.com/blevesearch/bleve/v2/analysis/tokenizer/unicode"
	"github.com/blevesearch/bleve/v2/registry"
	"golang.org/x/text/unicode/norm"
)

// accents is the filter that takes them off.
type accents struct{}

const accentsName = "accents"

// registerAnalyzer makes our chain known to bleve, which takes it by name.
var registerAnalyzer = sync.OnceFunc(func() {
	err := registry.RegisterTokenFilter(accentsName, func(map[string]any, *registry.Cache) (analysis.TokenFilter, error) { return accents{}, nil })
	if err == nil {
		err = registry.RegisterAnalyzer(analyzer, newAnalyzer)
	}
	if err != nil {
		panic(err) // the names are part of the program
	}
})

func newAnalyzer(_ map[string]any, cache *registry.Cache) (analysis.Analyzer, error) {
	tokenizer, err := cache.TokenizerNamed(unicode.Name)
	if err != nil {
		return nil, err
	}
	chain := &analysis.DefaultAnalyzer{Tokenizer: tokenizer}
	for _, name := range []string{en.PossessiveName, lowercase.Name, accentsName, en.StopName, porter.Name} {
		filter, err := cache.TokenFilterNamed(name)
		if err != nil {
			return nil, err
		}
		chain.TokenFilters = append(chain.TokenFilters, filter)
	}
	return chain, nil
}

// Filter takes the accents off every word, as people leave them out who type.
func (accents) Filter(words analysis.TokenStream) analysis.TokenStream {
	for _, word := range words {
		word.Term = []byte(unaccented(string(word.Term)))
	}
	return words
}

// standing are letters whose accent is no sign of its own, and ligatures.
var standing = strings.NewReplacer("ł", "l", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "ı", "i", "ß", "ss", "æ", "ae", "œ", "oe")

// unaccented writes a word in lower case without the accents of Latin, Greek
// and Cyrillic letters.
func unaccented(word string) string {
	if !strings.ContainsFunc(word, func(r rune) bool { return r >= 0x80 }) {
		return word
	}
	parts := strings.Map(func(r rune) rune {
		if r >= 0x300 && r <= 0x36f {
			return -1
		}
		return r
	}, norm.NFD.String(word))
	return standing.Replace(norm.NFC.String(parts))
}
