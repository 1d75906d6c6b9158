package facts

import (
	"slices"
	"sync"
)

// A lexicon finds all literals of all phrases in one pass over a text: the
// automaton of Aho and Corasick (Efficient string matching, 1975) over the
// bytes of lower-case ASCII words.
type lexicon struct {
	class  [256]uint8 // of a byte, upper case folded; 0 for one that no literal has
	width  int        // classes
	next   []int32    // state × class → state
	ends   [][]int32  // by state: the literals that end there
	number int        // of literals
}

// theLexicon holds the literals of all phrases.
var theLexicon = sync.OnceValue(func() *lexicon {
	b := &lexiconBuilder{number: map[string]int{}}
	for _, p := range phrases {
		b.addPhrase(p)
	}
	return newLexicon(b.all)
})

// A lexiconBuilder numbers literals in the order in which they are met, so
// that those of one phrase share few words of bits.
type lexiconBuilder struct {
	number map[string]int
	all    []string
}

func (b *lexiconBuilder) addPhrase(p *phrase) {
	for _, set := range requirements(p.tree()) {
		p.needs = append(p.needs, b.need(set))
	}
}

// need numbers the literals of a set.
func (b *lexiconBuilder) need(set []string) need {
	var n need
	for _, literal := range set {
		k, ok := b.number[literal]
		if !ok {
			k = len(b.all)
			b.number[literal] = k
			b.all = append(b.all, literal)
		}
		n = n.merge(k>>6, 1<<(k&63))
	}
	return n
}

func newLexicon(literals []string) *lexicon {
	l := &lexicon{width: 1, number: len(literals)}
	for _, literal := range literals {
		for i := range len(literal) {
			if c := literal[i]; l.class[c] == 0 {
				l.class[c] = uint8(l.width)
				l.width++
			}
		}
	}
	for c := byte('A'); c <= 'Z'; c++ {
		l.class[c] = l.class[c+'a'-'A']
	}
	l.grow()
	for n, literal := range literals {
		l.add(n, literal)
	}
	l.link()
	return l
}

// grow adds a state.
func (l *lexicon) grow() int32 {
	l.next = append(l.next, make([]int32, l.width)...)
	l.ends = append(l.ends, nil)
	return int32(len(l.ends) - 1)
}

// add makes the states that spell a literal.
func (l *lexicon) add(n int, literal string) {
	var state int32
	for i := range len(literal) {
		at := int(state)*l.width + int(l.class[literal[i]])
		if l.next[at] == 0 {
			l.next[at] = l.grow()
		}
		state = l.next[at]
	}
	l.ends[state] = append(l.ends[state], int32(n))
}

// link fills in, for each state, where a byte leads that does not go on with
// its literal: to the longest end of what was read that begins another one.
func (l *lexicon) link() {
	fall := make([]int32, len(l.ends))
	var queue []int32
	for _, state := range l.next[:l.width] {
		if state != 0 {
			queue = append(queue, state)
		}
	}
	for len(queue) > 0 {
		state := queue[0]
		queue = queue[1:]
		l.ends[state] = slices.Concat(l.ends[state], l.ends[fall[state]])
		for c := range l.width {
			at := int(state)*l.width + c
			instead := l.next[int(fall[state])*l.width+c]
			if child := l.next[at]; child != 0 {
				fall[child] = instead
				queue = append(queue, child)
			} else {
				l.next[at] = instead
			}
		}
	}
}

// mark notes in each sentence which literals it has.
func (l *lexicon) mark(sentences []sentence) {
	size := (l.number + 63) / 64
	slab := make([]uint64, size*len(sentences))
	for i := range sentences {
		s := &sentences[i]
		s.found, slab = slab[:size:size], slab[size:]
		state := 0
		for k := range len(s.text) {
			state = int(l.next[state*l.width+int(l.class[s.text[k]])])
			for _, n := range l.ends[state] {
				s.found[n>>6] |= 1 << (n & 63)
			}
		}
	}
}
