package text

import (
	"regexp"
	"strings"
)

const (
	preamble = 12 // blocks that may stand before a story's first paragraph
	full     = 70 // bytes of a paragraph that needs no full stop to be one
	headRun  = 3  // links in a row that are a list of headlines
)

// front takes off what stands between a page's headline and its story: the
// headline again, dates, names, addresses, what buttons say.
func front(blocks []block, title string) []block {
	first := 0
	for first < len(blocks) && !blocks[first].paragraph() {
		first++
	}
	if first > preamble || first == len(blocks) {
		return blocks
	}
	var kept []block
	for _, b := range blocks[:first] {
		if b.text != title && !b.linked && (endsSentence(b.text) || labelled.MatchString(b.text) || isBlockOf(b, "li", "tr")) {
			kept = append(kept, b)
		}
	}
	return append(kept, blocks[first:]...)
}

// labelled are lines such as "Price: £5", but not "Updated: 9:30".
var labelled = regexp.MustCompile(`^\p{L}[\p{L} ]{2,30}: .*[\p{L}£€$]`)

// closing are lines below a story that are not of it.
var closing = regexp.MustCompile(`(?i)^(follow .* (on|at)\b|(reach|find) .* on (twitter|facebook|linkedin)\b|listen (to|back)\b|(write|email|contact) .*@|` +
	`more .{0,30}: ?https?:|\(?(additional )?(reporting|writing|editing|edited) by\b)|\b(contributed to this (report|story|article)|click here)\b`)

// back takes off what stands below a story: pointers elsewhere, and headings
// and links with nothing below them.
func back(blocks []block) []block {
	for n := len(blocks); n > 1; n-- {
		b := blocks[n-1]
		if !b.linked && !isHeadingElement(b.in) && (len(b.text) >= longPointer || !closing.MatchString(b.text)) {
			return blocks[:n]
		}
	}
	return blocks
}

// withoutLists takes out headlines of other stories, which stand in a row and
// lead there.
func withoutLists(blocks []block) []block {
	var kept []block
	for i := 0; i < len(blocks); {
		n := i
		for n < len(blocks) && blocks[n].linked && !isBlockOf(blocks[n], "li") {
			n++
		}
		if n-i < headRun {
			n = max(n, i+1)
			kept = append(kept, blocks[i:n]...)
		}
		i = n
	}
	return kept
}

// paragraph reports whether a block is one of a story's paragraphs.
func (b block) paragraph() bool {
	return len(b.text) >= full && !b.linked && !isHeadingElement(b.in) && strings.Contains(b.text, " ")
}

func isBlockOf(b block, names ...string) bool {
	for _, name := range names {
		if b.in.Data == name {
			return true
		}
	}
	return false
}
