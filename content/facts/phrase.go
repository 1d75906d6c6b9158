package facts

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"sync"
)

// A phrase is a pattern of words, compiled when it is first needed: most
// commands need none.
//
// Some thousand sentences are asked for some hundreds of phrases, and nearly
// always the answer is no. So each phrase has literals that must stand in
// whatever it matches (need.go), the document is searched for the literals of
// all phrases at once (lexicon.go), and [sentence.says] asks the phrases whose
// literals were found, by an automaton that reads each byte once
// (automaton.go). Only where that says yes, and a place or a group is wanted,
// the regular expression is asked. None of it changes an answer, which a test
// holds.
type phrase struct {
	source    string
	needs     []need    // all of them, once the lexicon is made
	ways      []*phrase // of which it is any; then it has no expression of its own
	automaton func() *automaton
	regexp    func() *regexp.Regexp
}

// phrases are all of them, for the lexicon.
var phrases []*phrase

// pattern makes a phrase of a regular expression in which a blank stands for
// any run of blanks, and a blank with a question mark for any run or none. The
// full stop that [^.] keeps out is not that of a number.
func pattern(p string) *phrase { return exactly(shorthand.Replace(p)) }

var shorthand = strings.NewReplacer(" ?", " *", " ", " +", "[^.;]", `(?:[^.;]|\.\d)`, "[^.;:]", `(?:[^.;:]|\.\d)`, "[^.]", `(?:[^.]|\.\d)`)

// exactly makes a phrase of a regular expression as it stands.
func exactly(expression string) *phrase {
	p := &phrase{source: expression}
	p.automaton = sync.OnceValue(func() *automaton { return newAutomaton(p.tree()) })
	p.regexp = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
	phrases = append(phrases, p)
	return p
}

// anyOf makes a phrase of several ways to say something, each of which begins a
// word. Each is asked by itself, where its own literals stand.
func anyOf(ways ...string) *phrase {
	p := &phrase{}
	for _, way := range ways {
		p.ways = append(p.ways, pattern(`(?i)\b(?:`+way+`)`))
	}
	return p
}

func (p *phrase) tree() *syntax.Regexp {
	tree, err := syntax.Parse(p.source, syntax.Perl)
	if err != nil {
		panic(err) // an expression of this package
	}
	return tree
}

// in reports whether a text holds the phrase.
func (p *phrase) in(text string) bool {
	if p.ways != nil {
		return slices.ContainsFunc(p.ways, func(way *phrase) bool { return way.in(text) })
	}
	return p.automaton().in(text)
}

// find returns where a text holds the phrase and its groups first, nil for
// nowhere.
func (p *phrase) find(text string) []int {
	if !p.in(text) {
		return nil
	}
	return p.regexp().FindStringSubmatchIndex(text)
}

// findAll returns every place of the phrase and its groups in a text.
func (p *phrase) findAll(text string) [][]int {
	if !p.in(text) {
		return nil
	}
	return p.regexp().FindAllStringSubmatchIndex(text, -1)
}

// words returns the text of the first place and of its groups, nil for none.
func (p *phrase) words(text string) []string {
	if !p.in(text) {
		return nil
	}
	return p.regexp().FindStringSubmatch(text)
}

// allWords returns the text of every place and of its groups.
func (p *phrase) allWords(text string) [][]string {
	if !p.in(text) {
		return nil
	}
	return p.regexp().FindAllStringSubmatch(text, -1)
}

// replace puts other words in every place of the phrase.
func (p *phrase) replace(text, by string) string { return p.regexp().ReplaceAllString(text, by) }

// split returns what stands between the places of the phrase.
func (p *phrase) split(text string) []string { return p.regexp().Split(text, -1) }

// says reports whether the sentence holds the phrase.
func (s *sentence) says(p *phrase) bool { return s.saysIn(s.text, p) }

// saysIn reports whether a part of the sentence holds the phrase.
func (s *sentence) saysIn(part string, p *phrase) bool {
	if p.ways != nil {
		return slices.ContainsFunc(p.ways, func(way *phrase) bool { return s.saysIn(part, way) })
	}
	return s.may(p) && p.in(part)
}

// find returns where the sentence holds the phrase first, nil for nowhere.
func (s *sentence) find(p *phrase) []int {
	if p.ways == nil {
		if !s.says(p) {
			return nil
		}
		return p.regexp().FindStringSubmatchIndex(s.text)
	}
	var first []int
	for _, way := range p.ways {
		if m := s.find(way); m != nil && (first == nil || m[0] < first[0]) {
			first = m
		}
	}
	return first
}

// findAll returns every place of the phrase and its groups in the sentence.
func (s *sentence) findAll(p *phrase) [][]int {
	if p.ways != nil {
		var all [][]int
		for _, way := range p.ways {
			all = append(all, s.findAll(way)...)
		}
		return all
	}
	if !s.says(p) {
		return nil
	}
	return p.regexp().FindAllStringSubmatchIndex(s.text, -1)
}

// may reports whether the sentence or a part of it can hold the phrase.
func (s *sentence) may(p *phrase) bool {
	if p.ways != nil {
		return slices.ContainsFunc(p.ways, s.may)
	}
	if s.found == nil {
		return true
	}
	for _, n := range p.needs {
		if !n.in(s.found) {
			return false
		}
	}
	return true
}
