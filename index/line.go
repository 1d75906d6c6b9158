package index

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/content"
)

// lineLength is the most bytes of a line: an excerpt is one line, and two rows
// of a phone hold about as much.
const lineLength = 320

// A line is a sentence of a case, or a part of a long one, as results show it.
type line struct {
	text  string
	field int // evidence or body, as a place in fields
	quote int // which quote, in the evidence
	start int // where it begins in its quote or in the plain body, in bytes
}

// lines are what a case says: its evidence, then the sentences of its body
// that the evidence does not have, in their order.
func lines(c *content.Case) []line {
	var all []line
	seen := map[string]bool{}
	add := func(text string, field, quote, start int) {
		for _, part := range cut(text) {
			said := strings.Join(strings.Fields(part.text), " ")
			if said == "" || seen[said] {
				continue
			}
			seen[said] = true
			all = append(all, line{said, field, quote, start + part.start})
		}
	}
	for i, quote := range quotes(c) {
		add(quote, fieldNumber("evidence"), i, 0)
	}
	body := plain(c.Body)
	for from, end := range sentences(body) {
		add(body[from:end], fieldNumber("body"), 0, from)
	}
	return all
}

// sentences gives where each sentence of a plain text begins and ends: after a
// full stop before a blank, and at empty lines. Headings and tables are none.
func sentences(text string) func(yield func(from, end int) bool) {
	return func(yield func(from, end int) bool) {
		for at := 0; at < len(text); {
			paragraph, _, _ := strings.Cut(text[at:], "\n\n")
			if trimmed := strings.TrimSpace(paragraph); !strings.HasPrefix(trimmed, "#") && !strings.HasPrefix(trimmed, "|") {
				from := at
				for sentence := range strings.SplitAfterSeq(paragraph, ". ") {
					if !yield(from, from+len(sentence)) {
						return
					}
					from += len(sentence)
				}
			}
			at += len(paragraph) + len("\n\n")
		}
	}
}

// A part is a piece of a sentence and where it begins in it.
type part struct {
	text  string
	start int
}

// cut parts a sentence between words, so that no part is longer than a line.
func cut(s string) []part {
	var parts []part
	at := 0
	for len(s)-at > lineLength {
		end := at + lineLength
		for end > at && !utf8.RuneStart(s[end]) {
			end--
		}
		if space := strings.LastIndexFunc(s[at:end], unicode.IsSpace); space > 0 {
			end = at + space
		}
		parts = append(parts, part{s[at:end], at})
		at = end
	}
	return append(parts, part{s[at:], at})
}
