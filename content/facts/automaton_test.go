package facts

import (
	"regexp"
	"regexp/syntax"
	"strings"
	"sync"
	"testing"
)

func parse(t *testing.T, expression string) *syntax.Regexp {
	t.Helper()
	tree, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

// An automaton answers as its regular expression does, at the edges of texts,
// words and lines too.
func TestAutomaton(t *testing.T) {
	expressions := []string{``, `fine`, `(?i)\bfine\b`, `^fine$`, `(?m)^fine$`, `\Afine\z`, `\Bfine`, `[^a-z]fine`, `.fine`, `(?s).fine`, `(?i)k`,
		`(?i)[s]`, `\d{2}`, `fin(?:e|ed){1,2}`, `(?:a|b)*\b`, `\bfine$`, `£\d`, `[^\x00-\x{10FFFF}]`, `^\s*(?:\n|$)`, `x|^$`}
	texts := []string{"", " ", "fine", "Fine.", "fined", "a fine\n", "refine", "£500 fine", "\xff\xfe", "naïve fine", "x\nfine", "\u212a", "k", "ſ", "s", "12", "_fine", "1fine"}
	for _, e := range expressions {
		re, a := regexp.MustCompile(e), newAutomaton(parse(t, e))
		for _, text := range texts {
			if got, want := a.in(text), re.MatchString(text); got != want {
				t.Errorf("%q in %q: got %v, want %v", e, text, got, want)
			}
		}
	}
}

// An expression that needs a state for each run of the letters before keeps no
// more than its share, and answers all the same.
func TestAutomatonForgets(t *testing.T) {
	const e = `a[ab]{14}c`
	a, re := newAutomaton(parse(t, e)), regexp.MustCompile(e)
	var b strings.Builder
	for n := uint32(1); b.Len() < 1<<16; n = n*1664525 + 1013904223 {
		b.WriteByte("ab"[n>>16&1])
	}
	for _, text := range []string{b.String(), b.String() + "c", "b" + b.String()[1:] + "aaaaaaaaaaaaaaac"} {
		if got, want := a.in(text), re.MatchString(text); got != want {
			t.Errorf("got %v, want %v", got, want)
		}
		if n := len(a.steps.Load().all); n > mostStates {
			t.Errorf("got %d states, want at most %d", n, mostStates)
		}
	}
}

// Goroutines that share an automaton get the same answers while it forgets.
func TestAutomatonShared(t *testing.T) {
	a := newAutomaton(parse(t, `a[ab]{14}c`))
	var all sync.WaitGroup
	for seed := range uint32(4) {
		all.Go(func() {
			var b strings.Builder
			for n := seed + 1; b.Len() < 1<<15; n = n*1664525 + 1013904223 {
				b.WriteByte("ab"[n>>16&1])
			}
			if a.in(b.String()) || !a.in(b.String()+"aaaaaaaaaaaaaaac") {
				t.Error("a wrong answer")
			}
		})
	}
	all.Wait()
}
