package text

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// fewLetters is the number of letters a page below which a PDF is a scan.
const fewLetters = 8

// layout makes one text of a PDF's pages: running headers and page numbers
// go, lines that the page broke are joined, and each paragraph stands between
// blank lines. A paragraph that a page end cuts in two is joined too, so a
// page may start inside one.
func layout(pages []page) (Text, error) {
	letters := 0
	words := vocabulary(pages)
	for i := range pages {
		p := &pages[i]
		for k := range p.lines {
			p.lines[k].text = strings.TrimSpace(Clean(words.mend(p.lines[k].text)))
			letters += utf8.RuneCountInString(p.lines[k].text)
		}
		p.lines = slices.DeleteFunc(p.lines, func(l line) bool { return l.text == "" })
	}
	if letters < fewLetters*max(len(pages), 1) {
		return Text{}, fmt.Errorf("text: %d letters on %d pages: %w", letters, len(pages), ErrNoText)
	}
	running := runningLines(pages)
	j := joiner{words: words, leading: leading(pages)}
	margin := margin(pages)
	var starts []int
	for _, p := range pages {
		starts = append(starts, -1)
		for i, c := range columns(running.story(p), margin) {
			for k, l := range c.lines {
				at := j.add(l, c.margin, i == 0 && k == 0)
				if starts[len(starts)-1] < 0 {
					starts[len(starts)-1] = at
				}
			}
		}
	}
	body := string(j.b)
	for i := len(starts) - 1; i >= 0; i-- { // an empty page starts where the next one does
		if starts[i] < 0 {
			starts[i] = len(body)
			if i+1 < len(starts) {
				starts[i] = starts[i+1]
			}
		}
	}
	return Text{Body: body, Pages: starts}, nil
}

// A column is a run of lines down a page, and where its lines end on the right.
type column struct {
	lines  []line
	margin float64
}

// columns splits lines where print jumps up again.
func columns(lines []line, margin float64) []column {
	var all []column
	for i, l := range lines {
		if i == 0 || l.base > lines[i-1].base+4*l.size {
			all = append(all, column{})
		}
		c := &all[len(all)-1]
		c.lines = append(c.lines, l)
		c.margin = max(c.margin, l.right)
	}
	if len(all) == 1 {
		all[0].margin = margin
	}
	return all
}

// margin is where nineteen lines in twenty end, at most.
func margin(pages []page) float64 {
	var rights []float64
	for _, p := range pages {
		for _, l := range p.lines {
			rights = append(rights, l.right)
		}
	}
	slices.Sort(rights)
	if len(rights) == 0 {
		return 0
	}
	return rights[len(rights)*19/20]
}

// leading is the usual distance from line to line, in sizes of the type.
func leading(pages []page) float64 {
	var gaps []float64
	for _, p := range pages {
		for i := 1; i < len(p.lines); i++ {
			a, b := p.lines[i-1], p.lines[i]
			if gap := a.base - b.base; b.size > 0 && a.size == b.size && gap > b.size/2 && gap < 4*b.size {
				gaps = append(gaps, gap/b.size)
			}
		}
	}
	if len(gaps) == 0 {
		return 1.2
	}
	slices.SortFunc(gaps, cmp.Compare[float64])
	return gaps[len(gaps)/2]
}

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
}

// add appends a line and returns the offset at which it starts. Top says that
// it is the first of a page.
func (j *joiner) add(l line, margin float64, top bool) int {
	text := l.text
	switch {
	case j.last.text == "":
	case j.breaks(l, top):
		j.b = append(j.b, "\n\n"...)
	default:
		text = j.glue(text)
	}
	at := len(j.b)
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
