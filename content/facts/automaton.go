package facts

import (
	"regexp/syntax"
	"slices"
	"sync"
	"sync/atomic"
	"unicode/utf8"
)

// An automaton answers whether a text holds what a regular expression
// describes, reading each byte once: the expression's deterministic automaton,
// of which only the states that a text has led to are made (the lazy
// construction of Aho, Sethi and Ullman's Compilers, 1986, 3.9, as grep and RE2
// have it). Where a match begins and ends it does not know: that is asked of
// the regular expression, of the few texts that hold one.
//
// It may be used by several goroutines: a step that was made is read without a
// lock, a new one is made under it.
type automaton struct {
	program *syntax.Prog
	alphabet
	asks     syntax.EmptyOp // what its assertions ask of the rune before
	anchored bool           // it can only hold at the beginning of a text
	steps    atomic.Pointer[steps]
	making   sync.Mutex
	closed   closure
}

// steps say where each state leads, so far as texts have gone.
type steps struct {
	next []atomic.Int32 // state × class of the next rune → state; the last class is the end
	*states
}

// states are sets of places in the program, reached by one text or another.
type states struct {
	all    []state
	number map[string]int32 // by what tells them apart
}

// A state is one of them.
type state struct {
	places []uint32 // instructions to go on with, beside the first one
	before syntax.EmptyOp
}

// The states that every automaton has.
const (
	unmade    int32 = iota
	held            // the text holds the expression
	lost            // it cannot hold it any more
	beginning       // nothing was read
)

// mostStates is how many states an automaton keeps. It forgets them and begins
// anew beyond that, so that no text makes it grow.
const mostStates = 4000

func newAutomaton(tree *syntax.Regexp) *automaton {
	program, err := syntax.Compile(tree.Simplify())
	if err != nil {
		panic(err) // an expression of this package
	}
	a := &automaton{program: program, alphabet: alphabetOf(program), closed: newClosure(program)}
	for _, inst := range program.Inst {
		if inst.Op == syntax.InstEmptyWidth {
			a.asks |= syntax.EmptyOp(inst.Arg)
		}
	}
	if a.asks&(syntax.EmptyWordBoundary|syntax.EmptyNoWordBoundary) != 0 {
		a.asks |= wordBehind
	}
	elsewhere, matched := a.closed.of(nil, ^syntax.EmptyBeginText)
	a.anchored = len(elsewhere) == 0 && !matched
	a.forget()
	return a
}

// forget begins anew.
func (a *automaton) forget() {
	const few = 16
	t := &steps{make([]atomic.Int32, few*a.width()), &states{make([]state, beginning, few), map[string]int32{}}}
	a.steps.Store(t)
	a.state(nil, (syntax.EmptyBeginText|syntax.EmptyBeginLine)&a.asks)
}

// width is the number of classes, the end being one.
func (a *automaton) width() int { return len(a.runes) + 1 }

// in reports whether a text holds the expression.
func (a *automaton) in(text string) bool {
	t, s, width := a.steps.Load(), beginning, a.width()
	for i := 0; i < len(text); {
		var class uint8
		if c := text[i]; c < utf8.RuneSelf {
			class = a.ascii[c]
			i++
		} else {
			r, size := utf8.DecodeRuneInString(text[i:])
			class = a.class(r)
			i += size
		}
		next := t.next[int(s)*width+int(class)].Load()
		if next == unmade {
			t, next = a.step(t, s, int(class))
		}
		if next <= lost {
			return next == held
		}
		s = next
	}
	end := t.next[int(s)*width+width-1].Load()
	if end == unmade {
		_, end = a.step(t, s, width-1)
	}
	return end == held
}

// step makes the state that a rune of a class leads to, or the end. What it
// returns says where that state leads.
func (a *automaton) step(t *steps, s int32, class int) (*steps, int32) {
	a.making.Lock()
	defer a.making.Unlock()
	next := a.after(t.all[s], class)
	now := a.steps.Load()
	if now.states == t.states { // else s is of those that were forgotten
		now.next[int(s)*a.width()+class].Store(next)
	}
	return now, next
}

func (a *automaton) after(s state, class int) int32 {
	end := class == len(a.runes)
	between, before := s.before&^wordBehind, syntax.EmptyOp(0)
	switch {
	case end:
		between |= syntax.EmptyEndText | syntax.EmptyEndLine
	case a.runes[class] == '\n':
		between |= syntax.EmptyEndLine
		fallthrough
	default:
		before = leaves(a.runes[class])
	}
	if (s.before^before)&wordBehind != 0 {
		between |= syntax.EmptyWordBoundary
	} else {
		between |= syntax.EmptyNoWordBoundary
	}
	places, matched := a.closed.of(s.places, between)
	switch {
	case matched:
		return held
	case end:
		return lost
	}
	var next []uint32
	for _, at := range places {
		if a.takes(at, class) {
			next = append(next, a.program.Inst[at].Out)
		}
	}
	if a.anchored && len(next) == 0 {
		return lost
	}
	if len(a.steps.Load().all) >= mostStates {
		a.forget()
	}
	return a.state(next, before&a.asks)
}

// state is the one of some places and what stands before them.
func (a *automaton) state(places []uint32, before syntax.EmptyOp) int32 {
	slices.Sort(places)
	places = slices.Compact(places)
	key := []byte{byte(before)}
	for _, at := range places {
		key = append(key, byte(at), byte(at>>8), byte(at>>16))
	}
	t := a.steps.Load()
	n, ok := t.number[string(key)]
	if !ok {
		n = int32(len(t.all))
		t.all = append(t.all, state{places, before})
		t.number[string(key)] = n
		if len(t.all)*a.width() > len(t.next) {
			a.steps.Store(t.grown())
		}
	}
	return n
}

// grown has room for as many states again.
func (t *steps) grown() *steps {
	g := &steps{make([]atomic.Int32, 2*len(t.next)), t.states}
	for i := range t.next {
		g.next[i].Store(t.next[i].Load())
	}
	return g
}

// A closure finds where a program can be without reading on.
type closure struct {
	program *syntax.Prog
	seen    []uint32 // by instruction: the round in which it was met
	round   uint32
	places  []uint32
}

func newClosure(program *syntax.Prog) closure {
	return closure{program: program, seen: make([]uint32, len(program.Inst))}
}

// of returns the instructions that want a rune, and whether the program can be
// at its end: from some places or its first one, between two runes of which
// those assertions hold.
func (c *closure) of(from []uint32, between syntax.EmptyOp) (places []uint32, matched bool) {
	c.round++
	c.places = c.places[:0]
	for _, at := range from {
		if c.walk(at, between) {
			return nil, true
		}
	}
	return c.places, c.walk(uint32(c.program.Start), between)
}

// walk goes on from an instruction and reports whether it came to the end.
func (c *closure) walk(at uint32, between syntax.EmptyOp) bool {
	for c.seen[at] != c.round {
		c.seen[at] = c.round
		inst := &c.program.Inst[at]
		switch inst.Op {
		case syntax.InstMatch:
			return true
		case syntax.InstFail:
			return false
		case syntax.InstAlt, syntax.InstAltMatch:
			if c.walk(inst.Out, between) {
				return true
			}
			at = inst.Arg
		case syntax.InstEmptyWidth:
			if syntax.EmptyOp(inst.Arg)&^between != 0 {
				return false
			}
			at = inst.Out
		case syntax.InstNop, syntax.InstCapture:
			at = inst.Out
		default:
			c.places = append(c.places, at)
			return false
		}
	}
	return false
}
