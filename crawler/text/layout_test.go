package text

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// FuzzLayout: wherever lines stand, pages start one after the other inside the
// text, paragraphs are neither empty nor ragged, and no letter is made up.
// A form feed in words ends a page; the bytes of places are, in turn, each
// line's height on its page and the size of its type.
func FuzzLayout(f *testing.F) {
	f.Add("Reference 1\nOne line that goes on\nwith an-\nother.\n1 A note.\fReference 2\ngoes on here\n2 A note.\f\fEnd.", []byte("\xf0\x0b\x90\x0b\x80\x0b\x70\x0b\x10\x08\xf0\x0b\x90\x0b\x10\x08\x50\x0b"))
	f.Fuzz(func(t *testing.T, words string, places []byte) {
		if len(words) > fuzzWords {
			t.Skip("too long")
		}
		pages := printedPages(words, places)
		got, err := layout(pages)
		if err != nil {
			return
		}
		if !utf8.ValidString(got.Body) || len(got.Pages) != len(pages) {
			t.Errorf("got %d page starts for %d pages, and %q", len(got.Pages), len(pages), got.Body)
		}
		if !slices.IsSorted(got.Pages) || got.Pages[0] < 0 || got.Pages[len(pages)-1] > len(got.Body) {
			t.Errorf("page starts %v in %d bytes", got.Pages, len(got.Body))
		}
		for p := range strings.SplitSeq(got.Body, "\n\n") {
			if p == "" || p != strings.TrimSpace(p) {
				t.Errorf("paragraph %q", p)
			}
		}
		if made, from := lettersOf(got.Body), lettersOf(Clean(words)); made > from {
			t.Errorf("got %d letters from %d", made, from)
		}
	})
}

const fuzzWords = 16 << 10

func printedPages(words string, places []byte) []page {
	next := func() float64 {
		if len(places) == 0 {
			return 11
		}
		b := places[0]
		places = places[1:]
		return float64(b)
	}
	var pages []page
	for leaf := range strings.SplitSeq(words, "\f") {
		p := page{height: 255}
		for text := range strings.SplitSeq(leaf, "\n") {
			base := next()
			p.lines = append(p.lines, line{text: text, left: 10, right: 10 + 4*float64(len(text)), base: base, size: next()})
		}
		pages = append(pages, p)
	}
	return pages
}

func lettersOf(s string) int {
	count := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			count++
		}
	}
	return count
}
