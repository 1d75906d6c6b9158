package facts

import (
	"regexp/syntax"
	"slices"
	"sort"
	"unicode"
	"unicode/utf8"
)

// An alphabet sorts runes into classes: those of one class are alike to a
// program, so that its automaton has a step for each class and not for each
// rune.
type alphabet struct {
	runes []rune               // one of each class
	taken [][]uint64           // by class: the instructions that take its runes, a bit each
	ascii [utf8.RuneSelf]uint8 // class of a rune
	above []uint8              // the same of those beyond ASCII, by interval
	from  []rune               // where the intervals begin
}

func alphabetOf(program *syntax.Prog) alphabet {
	var a alphabet
	class := map[string]uint8{}
	for _, r := range intervals(program) {
		taken, key := taking(program, r)
		k, ok := class[key]
		if !ok {
			k = uint8(len(a.runes))
			class[key] = k
			a.runes, a.taken = append(a.runes, r), append(a.taken, taken)
		}
		a.from, a.above = append(a.from, r), append(a.above, k)
	}
	for c := range a.ascii {
		a.ascii[c] = a.class(rune(c))
	}
	return a
}

// class is that of a rune.
func (a *alphabet) class(r rune) uint8 {
	return a.above[sort.Search(len(a.from), func(i int) bool { return a.from[i] > r })-1]
}

// takes reports whether an instruction takes the runes of a class.
func (a *alphabet) takes(at uint32, class int) bool { return a.taken[class][at/64]&(1<<(at%64)) != 0 }

// taking returns the instructions that take a rune, and a key of all that a
// program knows of the rune.
func taking(program *syntax.Prog, r rune) (taken []uint64, key string) {
	taken = make([]uint64, len(program.Inst)/64+1)
	b := make([]byte, 0, len(program.Inst)/8+2)
	for at := range program.Inst {
		inst := &program.Inst[at]
		if isRune(inst) && inst.MatchRune(r) {
			taken[at/64] |= 1 << (at % 64)
			b = append(b, byte(at), byte(at>>8))
		}
	}
	return taken, string(append(b, byte(leaves(r))))
}

func isRune(inst *syntax.Inst) bool {
	switch inst.Op {
	case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
		return true
	}
	return false
}

// intervals are the runes with which a program may begin to think otherwise.
func intervals(program *syntax.Prog) []rune {
	starts := []rune{0, '\n', '\n' + 1, '0', '9' + 1, 'A', 'Z' + 1, '_', '_' + 1, 'a', 'z' + 1}
	for at := range program.Inst {
		inst := &program.Inst[at]
		switch {
		case !isRune(inst):
		case len(inst.Rune) == 1:
			starts = append(starts, inst.Rune[0], inst.Rune[0]+1)
			if syntax.Flags(inst.Arg)&syntax.FoldCase == 0 {
				break
			}
			for r := unicode.SimpleFold(inst.Rune[0]); r != inst.Rune[0]; r = unicode.SimpleFold(r) {
				starts = append(starts, r, r+1)
			}
		default:
			for k := 0; k+1 < len(inst.Rune); k += 2 {
				starts = append(starts, inst.Rune[k], inst.Rune[k+1]+1)
			}
		}
	}
	slices.Sort(starts)
	return slices.Compact(starts)
}

// leaves is what a program can ask of the rune before a place.
func leaves(r rune) syntax.EmptyOp {
	switch {
	case syntax.IsWordChar(r):
		return wordBehind
	case r == '\n':
		return syntax.EmptyBeginLine
	}
	return 0
}

// wordBehind says that a letter, a digit or a low line stands before; the
// package syntax has no name for it.
const wordBehind syntax.EmptyOp = 1 << 6
