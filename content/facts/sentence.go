package facts

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A sentence is the unit of proof.
type sentence struct {
	text       string // with white space as single bytes of blank: offsets hold
	start, end int    // in the document's body
	zone       zone
	paragraph  int      // counts from 0
	opens      bool     // begins its paragraph, or is an item of a list
	found      []uint64 // which literals of the lexicon it has, a bit each
}

// longest bounds a sentence: a table or a list without full stops is cut.
const longest = 1200

// sentences cuts a body into sentences, in order. flat is the body flattened.
func sentences(body, flat string) []sentence {
	var all []sentence
	for n, p := range paragraphSpans(body) {
		start := p[0]
		for _, end := range sentenceEnds(flat, body, p[0], p[1]) {
			all = appendSentence(all, flat, start, end, n)
			start = end
		}
		all = appendSentence(all, flat, start, p[1], n)
	}
	return all
}

// flatten makes every white space byte a blank, so that patterns need not
// know of line ends; offsets stay.
func flatten(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\v' {
			b[i] = ' '
		}
	}
	return strings.ReplaceAll(string(b), "\u00a0", "  ") // two bytes each
}

func appendSentence(all []sentence, flat string, start, end, paragraph int) []sentence {
	for start < end && flat[start] == ' ' {
		start++
	}
	for start < end && flat[end-1] == ' ' {
		end--
	}
	for end-start > longest {
		cut := start + longest
		for back := 0; back < utf8.UTFMax && !utf8.RuneStart(flat[cut]); back++ { // no rune is longer
			cut--
		}
		if blank := strings.LastIndexByte(flat[start:cut], ' '); blank > longest/2 {
			cut = start + blank
		}
		all = append(all, sentence{text: flat[start:cut], start: start, end: cut, paragraph: paragraph})
		start = cut
		for start < end && flat[start] == ' ' {
			start++
		}
	}
	if start < end {
		all = append(all, sentence{text: flat[start:end], start: start, end: end, paragraph: paragraph})
	}
	return all
}

var blankLine = exactly(`\n[ \t\r]*\n\s*`)

// paragraphSpans are the spans between blank lines, but not those that a page
// left inside a sentence.
func paragraphSpans(body string) [][2]int {
	var spans [][2]int
	start := 0
	for _, m := range blankLine.findAll(body) {
		if runsOn(body[start:m[0]], body[m[1]:]) {
			continue
		}
		spans = append(spans, [2]int{start, m[0]})
		start = m[1]
	}
	return append(spans, [2]int{start, len(body)})
}

// runsOn reports whether a sentence goes on beyond a blank line: its line is
// no short one and has not ended, and what follows is lower case or must
// follow.
func runsOn(before, after string) bool {
	line := strings.TrimSpace(before[strings.LastIndexByte(before, '\n')+1:])
	first, _ := utf8.DecodeRuneInString(after)
	last, _ := utf8.DecodeLastRuneInString(line)
	open := unicode.IsLower(last) || unicode.IsDigit(last) || last == ',' || last == '-'
	return len(line) > 40 && open && (unicode.IsLower(first) || unfinished.in(line) && !item.in(after))
}

var (
	// abbreviation is what a full stop belongs to without ending anything.
	abbreviation = exactly(`(?i)(?:^|[\s(“])(?:art|arts|para|paras|reg|regs|s|ss|sch|no|nos|v|mr|mrs|ms|dr|prof|st|ltd|inc|co|plc|corp|p|pp|cf|e\.g|i\.e|etc|al|approx|jan|feb|aug|sept|oct|nov|dec|[a-z])\.$`)

	listNumber = exactly(`(?:^|\n)\s*\(?\d{1,3}(?:\.\d{1,3})*[.)]$`)

	// item begins a numbered paragraph, a list item or a labelled line, such as
	// those of the register.
	item = exactly(`^\s*(?:\d{1,3}(?:\.\d{1,3})*[.)]\s|\([a-z]{1,3}\)\s|[•▪●-]\s|TO:|OF:|Dated|DATED|(?:Date|Type|Sector): )`)
)

var (
	// dateAlone is a line that holds a date and hardly more: a dateline, a signature.
	dateAlone = exactly(`(?i)^\s*(?:(?:(?:first |date )?published|posted|issued|date|(?:news|press) release)(?: on)?:? +)?(?:\w+day,? +)?(?:\d{1,2}(?:st|nd|rd|th)? +` + monthNames + `\.?,? +\d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{4}-\d{2}-\d{2})(?:[ ,|–-]+(?:\d{1,2}[:.]\d{2}[^\n]{0,12}|[a-z][\w ]{0,20}))?\s*(?:\n|$)`)
	// leadsOn ends a line whose sentence goes on with the date.
	leadsOn = exactly(`(?i)\b(?:on|of|dated|by|to|from|since|until|and|between|the|in|at|before|after|than)$`)
)

// sentenceEnds returns where sentences of body[start:end] end.
func sentenceEnds(flat, body string, start, end int) []int {
	var ends []int
	last := start
	for at, next := stop(body[:end], start); at >= 0; at, next = stop(body[:end], next) {
		if body[at] == '\n' {
			if lineEnds(body[last:at], body[next:end]) {
				ends, last = append(ends, next), next
			}
			continue
		}
		if sentenceStarts(body[next:end]) && !falseStop(flat[last:at+1], body[last:at+1], body[at]) {
			ends, last = append(ends, next), next
		}
	}
	return ends
}

// stop is the next place at which a sentence may end, and where the text goes
// on: a mark with the quotes and brackets that it closes, before white space,
// or a line end. It is at -1 where there is none.
func stop(body string, from int) (at, next int) {
	for at := from; at < len(body); at++ {
		switch body[at] {
		case '\n':
			return at, at + 1
		case '.', '?', '!':
			after := strings.TrimLeft(body[at+1:], `”’"')]`)
			if rest := strings.TrimLeft(after, " \t\n\f\r"); len(rest) < len(after) {
				return at, len(body) - len(rest)
			}
		}
	}
	return -1, 0
}

func falseStop(flat, body string, mark byte) bool {
	if mark == '!' && (strings.Count(strings.TrimSpace(flat), " ") < 3 || lastWordCapital(flat)) {
		return true // a name: "Yahoo! UK"
	}
	return mark == '.' && (abbreviation.in(flat[max(0, len(flat)-12):]) || listNumber.in(body))
}

func lastWordCapital(s string) bool { return startsUpper(s[strings.LastIndexByte(s, ' ')+1:]) }

// sentenceStarts reports whether a sentence can begin here: not with a lower
// case letter.
func sentenceStarts(rest string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " \n\r\t“‘\"'(["))
	return !unicode.IsLower(r)
}

// lineEnds reports whether a line end inside a paragraph ends a sentence: a
// heading or list item, not a line that the page broke.
func lineEnds(before, after string) bool {
	line := before[strings.LastIndexByte(before, '\n')+1:]
	trimmed := strings.TrimSpace(line)
	if item.in(after) || dateAlone.in(after) && !leadsOn.in(trimmed) {
		return true
	}
	if trimmed == "" || strings.ContainsAny(trimmed[len(trimmed)-1:], ",;:-–(") {
		return false
	}
	return utf8.RuneCountInString(trimmed) < 45 && sentenceStarts(after) && startsUpper(after)
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \t“‘\"'("))
	return unicode.IsUpper(r)
}
