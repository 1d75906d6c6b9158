package text

import (
	"regexp"
	"strings"
	"unicode"
)

// A wordList holds the words that a document uses within its lines: they tell
// whether a hyphen at a line's end belongs to the word ("multi-factor") or to
// the line ("infor-mation").
type wordList map[string]bool

// lineHyphens maps the two ways in which versions of pdfium write a hyphen at
// the end of a line, which they then join with the next one, to one.
var lineHyphens = strings.NewReplacer("\ufffe", "\u0002")

var brokenWord = regexp.MustCompile("([\\p{L}\\p{N}]+)\u0002([\\p{L}\\p{N}]+)")

// vocabulary lists the words of pages, but for those that a line end broke.
func vocabulary(pages []page) wordList {
	words := wordList{}
	for _, p := range pages {
		for _, l := range p.lines {
			for word := range strings.FieldsSeq(lineHyphens.Replace(l.text)) {
				if !strings.Contains(word, "\u0002") {
					words[bare(word)] = true
				}
			}
		}
	}
	return words
}

// bare is a word in lower case without marks around it.
func bare(word string) string {
	return strings.ToLower(strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }))
}

// mend writes words that pdfium joined over a line end as they are spelled.
func (w wordList) mend(line string) string {
	line = brokenWord.ReplaceAllStringFunc(lineHyphens.Replace(line), func(broken string) string {
		head, tail, _ := strings.Cut(broken, "\u0002")
		if w.oneWord(head, tail) {
			return head + tail
		}
		return head + "-" + tail
	})
	return strings.ReplaceAll(line, "\u0002", "-")
}

// oneWord reports whether head and tail are one word that was broken: the
// document writes it so elsewhere, and nowhere with a hyphen. Where it says
// nothing the hyphen stays: office programs do not hyphenate unasked.
func (w wordList) oneWord(head, tail string) bool {
	head, tail = bare(head), bare(tail)
	return w[head+tail] && !w[head+"-"+tail]
}
