// Package text turns bytes into clean words: HTML and PDF in, a [Text] out.
//
// [Article] finds the main text of a page of the press and leaves out menus,
// related stories and boxes; [Render] writes chosen nodes of a page whose
// structure is known; [PDF] reads a document page by page. Paragraphs are
// separated by a blank line, lines that a page broke are joined, and what
// cannot be seen is gone: quotes are taken from this text byte for byte, so it
// must read as a person reads the page.
//
// The package refuses to guess: a page without main text, an encrypted or cut
// PDF and a scan without words are errors that say so.
package text

import (
	"regexp"
	"strings"
	"unicode"
)

// A Text is a document's words.
type Text struct {
	Title     string // headline; may be empty
	Body      string
	Pages     []int  // byte offset in Body where each page of a PDF starts; nil on the web
	Language  string // BCP 47 as the page says it; may be empty
	Published string // ISO 8601 day as the page says it; may be empty
}

var spaces = regexp.MustCompile(`[ \t]+`)

// clean maps what looks like a letter to that letter, drops what cannot be
// seen, and folds runs of blanks.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\u00a0' || r == '\u2007' || r == '\u202f' || unicode.Is(unicode.Zs, r) || r == '\t' || r == '\r' || r == '\f' || r == '\v':
			return ' '
		case r == '\u00ad' || r == '\ufeff' || r == '\ufffe' || unicode.Is(unicode.Cf, r) || unicode.IsControl(r):
			return -1
		}
		return r
	}, s)
	s = ligatures.Replace(s)
	return spaces.ReplaceAllString(s, " ")
}

var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st")

// paragraphs joins trimmed, non-empty blocks with blank lines.
func paragraphs(blocks []string) string {
	var kept []string
	for _, block := range blocks {
		if block = strings.TrimSpace(clean(block)); block != "" {
			kept = append(kept, block)
		}
	}
	return strings.Join(kept, "\n\n")
}
