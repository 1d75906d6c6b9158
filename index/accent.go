package index

import (
	"strings"

	"github.com/blevesearch/bleve/v2/analysis"
	"golang.org/x/text/unicode/norm"
)

// accents is the filter that takes them off.
type accents struct{}

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
