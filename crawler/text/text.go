// Package text turns bytes into clean words: HTML and PDF in, a [Text] out.
//
// [Article] finds the main text of a page of the press and leaves out menus,
// related stories and boxes; [Parse] and [Render] write chosen parts of a page
// whose structure is known; a [PDFReader] reads documents page by page.
// Paragraphs are separated by a blank line, lines that a page broke are joined
// again, and what cannot be seen is gone: quotes are taken from this text byte
// for byte, so it must read as a person reads the page.
//
// The package refuses to guess: a page without main text, an encrypted or
// unfinished PDF and a scan without words are errors that say so, and a day of
// publication that the page does not state is absent. It is safe on any input:
// time and memory are bounded, and no page or PDF spoils the reading of another.
package text

import (
	"regexp"
	"strings"
	"unicode"
)

// A Text is a document's words. Offsets refer to Body.
type Text struct {
	Title     string // headline; may be empty
	Body      string
	Pages     []int  // byte offset in Body where each page of a PDF starts; nil on the web
	Language  string // BCP 47 as the page says it; may be empty
	Published string // ISO 8601 day as the page says it; may be empty
}

var blanks = regexp.MustCompile(` {2,}`)

// Clean maps what only looks like a letter or a blank to that letter or blank,
// drops what cannot be seen, and folds runs of blanks. Line ends stay.
func Clean(s string) string {
	s = ligatures.Replace(strings.Map(visible, strings.ToValidUTF8(s, "\uFFFD")))
	return blanks.ReplaceAllString(s, " ")
}

func visible(r rune) rune {
	switch {
	case r == '\n':
		return r
	case r == '\t' || r == '\r' || r == '\f' || r == '\v' || r == '\u2028' || r == '\u2029' || unicode.Is(unicode.Zs, r):
		return ' '
	case r == '\u2010' || r == '\u2011': // the hyphen and the one that does not break
		return '-'
	case r == '\ufffe' || unicode.IsControl(r) || unicode.Is(unicode.Cf, r): // soft hyphens, joiners, direction marks
		return -1
	}
	return r
}

var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st")

// paragraph cleans a block and trims its lines; empty when nothing is left.
func paragraph(s string) string {
	var lines []string
	for line := range strings.Lines(Clean(s)) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}
