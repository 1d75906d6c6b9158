package facts

import (
	"regexp/syntax"
	"slices"
	"strings"
	"unicode/utf8"
)

// shortest is the length of the shortest literal that is worth looking for:
// shorter ones stand in every sentence.
const shortest = 2

// required returns sets of lower-case ASCII literals for a part of a regular
// expression: of each set at least one stands, in either case, in whatever the
// part matches. Letters beyond ASCII that fold to ASCII ones (the sign of
// kelvin, the long s) are not taken for them.
func required(re *syntax.Regexp) [][]string {
	switch re.Op {
	case syntax.OpLiteral:
		return literalWords(re.Rune)
	case syntax.OpCapture, syntax.OpPlus:
		return required(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return required(re.Sub[0])
		}
	case syntax.OpConcat:
		return requiredOfAll(re)
	case syntax.OpAlternate:
		return requiredOfEither(re.Sub)
	}
	return nil
}

// requiredOfAll are the sets of every member of a sequence, a sequence within
// it being part of it.
func requiredOfAll(re *syntax.Regexp) [][]string {
	var all [][]string
	var run []rune // of literals that follow one another
	var walk func(re *syntax.Regexp)
	walk = func(re *syntax.Regexp) {
		for _, sub := range re.Sub {
			switch sub.Op {
			case syntax.OpLiteral:
				run = append(run, sub.Rune...)
			case syntax.OpConcat:
				walk(sub)
			case syntax.OpEmptyMatch, syntax.OpWordBoundary:
			default:
				all = append(all, literalWords(run)...)
				all = append(all, required(sub)...)
				run = nil
			}
		}
	}
	walk(re)
	return append(all, literalWords(run)...)
}

// requiredOfEither is one set for several alternatives: the rarest of each.
func requiredOfEither(alternatives []*syntax.Regexp) [][]string {
	var union []string
	for _, sub := range alternatives {
		var best []string
		for _, words := range required(sub) {
			if rarer(words, best) {
				best = words
			}
		}
		if best == nil {
			return nil
		}
		union = append(union, best...)
	}
	slices.Sort(union)
	return [][]string{slices.Compact(union)}
}

// rarer reports whether a set of words is likely to stand in fewer sentences
// than another: what counts is its shortest word, and then their number.
func rarer(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return len(a) > len(b)
	}
	x, y := min(shortestOf(a), 5), min(shortestOf(b), 5)
	return x > y || x == y && len(a) < len(b)
}

func shortestOf(words []string) int {
	least := len(words[0])
	for _, w := range words {
		least = min(least, len(w))
	}
	return least
}

// literalWords are the runs of ASCII without blanks in a literal, each a set of
// its own.
func literalWords(runes []rune) [][]string {
	isOther := func(r rune) bool { return r >= utf8.RuneSelf || r == ' ' }
	var all [][]string
	for _, word := range strings.FieldsFunc(string(runes), isOther) {
		if len(word) >= shortest {
			all = append(all, []string{strings.ToLower(word)})
		}
	}
	return all
}
