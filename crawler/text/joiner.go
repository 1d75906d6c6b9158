package text

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// numbered is the start of a paragraph or point of a notice: "12.", "4.2",
// "(a)", "•".
var numbered = regexp.MustCompile(`^(\d{1,3}\.(\d{1,3}\.?)*|#\.|\([a-z]\)|\([ivx]{1,5}\)|[•▪●◦–—-])\s`)

// A joiner puts lines together again.
type joiner struct {
	b       []byte
	words   wordList
	leading float64
	last    line
	margin  float64 // of the last line's column

	paragraph int    // where the last one starts
	notes     []byte // of the last page, held
	pageStart int    // where that page starts
}

// add appends a line and returns the offset at which it starts. Top says that
// it is the first of a page.
func (j *joiner) add(l line, margin float64, top bool) int {
	text := l.text
	begins := j.last.text == "" || j.breaks(l, top)
	j.release(begins)
	switch {
	case !begins:
		text = j.glue(text)
	case len(j.b) > 0:
		j.b = append(j.b, "\n\n"...)
	}
	at := len(j.b)
	if begins {
		j.paragraph = at
	}
	j.b = append(j.b, text...)
	j.last, j.margin = l, margin
	return at
}

// glue prepares for a line that goes on where the last one ended, and returns
// what is to be written of it.
func (j *joiner) glue(next string) string {
	head, hyphen := strings.CutSuffix(j.last.text, "-")
	first, _ := utf8.DecodeRuneInString(next)
	if !hyphen || head == "" || strings.HasSuffix(head, " ") || !unicode.IsLetter(first) {
		j.b = append(j.b, ' ')
		return next
	}
	if j.words.oneWord(lastWord(head), firstWord(next)) {
		j.b = j.b[:len(j.b)-1]
	}
	return next
}

// breaks reports whether next begins a paragraph.
func (j *joiner) breaks(next line, top bool) bool {
	last := j.last
	first, _ := utf8.DecodeRuneInString(next.text)
	goesOn := unicode.IsLower(first) && !endsSentence(last.text)
	switch gap := last.base - next.base; {
	case numbered.MatchString(next.text):
		return true
	case top || gap <= 0:
		return endsSentence(last.text) || !goesOn && j.short(next)
	case next.size < last.size*0.9 || next.size > last.size*1.1:
		return !goesOn
	case gap > 1.3*j.leading*next.size:
		return !goesOn || gap > 2.5*j.leading*next.size
	}
	return !unicode.IsLower(first) && j.short(next)
}

// short reports whether the first word of next would still have found room in
// the last line: then its paragraph ended there.
func (j *joiner) short(next line) bool {
	const wide = 0.55 // of a letter, in sizes of the type, generously
	word := utf8.RuneCountInString(firstWord(next.text))
	return j.last.right+float64(word+1)*wide*j.last.size < j.margin
}

func endsSentence(s string) bool {
	return strings.ContainsAny(s[len(s)-1:], ".:;?!") || strings.HasSuffix(s, "”") || strings.HasSuffix(s, ".)")
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }
