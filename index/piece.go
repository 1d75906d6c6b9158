package index

import (
	"regexp"
	"strings"
)

// A piece is what a query is made of: a word or phrase with what stands
// before it.
type piece struct {
	minus bool
	field string // what stands before the colon, in lower case
	value string
	bare  bool // the value stood without quotation marks
	or    bool // the piece is the word OR
}

// The bounds of the work that a query can ask for: one piece can hold as many
// words as it has characters.
const (
	maxLength = 1000 // characters
	maxPieces = 64
)

// pattern is -?(field:)?("phrase"|word). Blanks are listed, since languages
// differ in what \s means.
var pattern = regexp.MustCompile(`(-?)(?:([A-Za-z]+):)?(?:"([^"]*)"|([^"\x{9}-\x{d}\x{20}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]+))`)

var straight = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`)

// pieces takes a query apart.
func pieces(s string) []piece {
	var all []piece
	for _, m := range pattern.FindAllStringSubmatch(straight.Replace(s), -1) {
		all = append(all, piece{m[1] != "", strings.ToLower(m[2]), m[3] + m[4], m[4] != "", m[0] == "OR"})
	}
	return all
}

// rejoined puts together what belongs to one range though blanks part it, as
// in "amount:>£1.5 million" and "affected:> 1000".
func rejoined(all []piece) []piece {
	var out []piece
	for _, p := range all {
		last := len(out) - 1
		if last < 0 || !out[last].isOpen(p) {
			out = append(out, p)
			continue
		}
		out[last].value += " " + p.value
	}
	return out
}

// isOpen reports whether the next piece is the rest of a range: a number after
// nothing but its sign, "million" after a number, "people" after either.
func (p piece) isOpen(next piece) bool {
	if rangeUnits[p.field] == "" || !p.bare || next.minus || next.field != "" {
		return false
	}
	number := lower(strings.TrimLeft(p.value, "<>= "))
	if number == "" {
		return true
	}
	if i := strings.LastIndex(number, ".."); i >= 0 {
		number = number[i+len(".."):]
	}
	m, word := figure.FindStringSubmatch(number), lower(next.value)
	if m == nil || p.field == "date" || !next.bare {
		return false
	}
	return m[3] == "" && (m[2] == "" && multiples[word] > 1 || units[p.field] == word)
}

// isAddress reports whether a colon that follows no field's name is part of
// the text: in an address, a path, or a number with several colons.
func (p piece) isAddress() bool {
	return p.bare && (len(p.field) == 1 || strings.ContainsAny(p.value, `:/\`))
}
