package facts

import (
	"cmp"
	"regexp/syntax"
	"slices"
)

// A need is a set of literals of which one must be found. The empty need is
// met by every sentence.
type need []mask

// A mask is some of the bits of a sentence.
type mask struct {
	word int
	bits uint64
}

// in reports whether one of the literals was found.
func (n need) in(found []uint64) bool {
	for _, m := range n {
		if found[m.word]&m.bits != 0 {
			return true
		}
	}
	return len(n) == 0
}

// merge adds literals by their place in the bits of a sentence.
func (n need) merge(word int, bits uint64) need {
	for i := range n {
		if n[i].word == word {
			n[i].bits |= bits
			return n
		}
	}
	return append(n, mask{word, bits})
}

// mostNeeds is how many needs of a phrase are looked at: more of them part few
// more sentences.
const mostNeeds = 4

// requirements are sets of literals: whatever an expression matches holds, for
// each set, one of its literals, in either case. The rarest sets come first.
func requirements(re *syntax.Regexp) [][]string {
	all := required(re)
	slices.SortStableFunc(all, func(a, b []string) int {
		return cmp.Or(cmp.Compare(min(shortestOf(b), 6), min(shortestOf(a), 6)), cmp.Compare(len(a), len(b)))
	})
	return all[:min(len(all), mostNeeds)]
}
