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

// literals returns lower-case ASCII words of which at least one stands, in
// either case, in whatever a regular expression matches; none where no such
// words are to be had. Letters beyond ASCII that fold to ASCII ones (the sign
// of kelvin, the long s) are not taken for them.
func literals(expression string) []string {
	tree, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		return nil // compiling it says so
	}
	all := needed(tree)
	slices.Sort(all)
	return slices.Compact(all)
}

// needed is literals for a part of an expression.
func needed(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		return longestWord(re.Rune)
	case syntax.OpCapture, syntax.OpPlus:
		return needed(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return needed(re.Sub[0])
		}
	case syntax.OpConcat:
		var best []string
		for _, sub := range re.Sub {
			if words := needed(sub); rarer(words, best) {
				best = words
			}
		}
		return best
	case syntax.OpAlternate:
		var all []string
		for _, sub := range re.Sub {
			words := needed(sub)
			if len(words) == 0 {
				return nil
			}
			all = append(all, words...)
		}
		return all
	}
	return nil
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

// longestWord is the longest run of ASCII in a literal, as a set of one.
func longestWord(runes []rune) []string {
	isOther := func(r rune) bool { return r >= utf8.RuneSelf || r == ' ' }
	best := ""
	for _, word := range strings.FieldsFunc(string(runes), isOther) {
		if len(word) > len(best) {
			best = word
		}
	}
	if len(best) < shortest {
		return nil
	}
	return []string{strings.ToLower(best)}
}
