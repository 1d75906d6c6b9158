package facts

import (
	"cmp"
	"regexp"
	"regexp/syntax"
	"slices"
	"sync"
)

// A variant is one of the ways in which a phrase may be said: an alternative
// of its regular expression, with what stands before and after it.
type variant struct {
	tree  *syntax.Regexp
	once  sync.Once
	re    *regexp.Regexp
	needs []need // all of them
}

func (v *variant) regexp() *regexp.Regexp {
	v.once.Do(func() { v.re = regexp.MustCompile(v.tree.String()) })
	return v.re
}

// may reports whether a sentence with those literals can hold the variant.
func (v *variant) may(found []uint64) bool {
	for _, n := range v.needs {
		if !n.in(found) {
			return false
		}
	}
	return true
}

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

// The bounds of taking an expression apart: beyond them it stays whole, which
// costs time and changes nothing.
const (
	mostVariants = 150 // of a phrase
	mostNeeds    = 4   // of a variant
)

// variantsOf takes a regular expression apart at its largest alternation. The
// variants match together what the expression matches.
func variantsOf(expression string) []*syntax.Regexp {
	tree, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		panic(err) // an expression of this package
	}
	if alternatives(tree) > mostVariants {
		return []*syntax.Regexp{tree}
	}
	return takeApart(tree)
}

// alternatives is how many variants takeApart returns.
func alternatives(re *syntax.Regexp) int {
	switch re.Op {
	case syntax.OpCapture:
		return alternatives(re.Sub[0])
	case syntax.OpAlternate:
		n := 0
		for _, sub := range re.Sub {
			n += alternatives(sub)
		}
		return n
	case syntax.OpConcat:
		_, most := largest(re)
		return most
	}
	return 1
}

// largest is the member of a sequence with the most alternatives.
func largest(re *syntax.Regexp) (at, most int) {
	for i, sub := range re.Sub {
		if n := alternatives(sub); n > most {
			at, most = i, n
		}
	}
	return at, most
}

// takeApart returns the alternatives of an expression.
func takeApart(re *syntax.Regexp) []*syntax.Regexp {
	switch re.Op {
	case syntax.OpCapture:
		return takeApart(re.Sub[0])
	case syntax.OpAlternate:
		var all []*syntax.Regexp
		for _, sub := range re.Sub {
			all = append(all, takeApart(sub)...)
		}
		return all
	case syntax.OpConcat:
		at, most := largest(re)
		if most < 2 {
			break
		}
		all := takeApart(re.Sub[at])
		for i, sub := range all {
			whole := *re
			whole.Sub = slices.Clone(re.Sub)
			whole.Sub[at] = sub
			all[i] = &whole
		}
		return all
	}
	return []*syntax.Regexp{re}
}

// requirements are sets of literals: whatever an expression matches holds, for
// each set, one of its literals, in either case. The rarest sets come first.
func requirements(re *syntax.Regexp) [][]string {
	all := required(re)
	slices.SortStableFunc(all, func(a, b []string) int {
		return cmp.Or(cmp.Compare(min(shortestOf(b), 6), min(shortestOf(a), 6)), cmp.Compare(len(a), len(b)))
	})
	return all[:min(len(all), mostNeeds)]
}
