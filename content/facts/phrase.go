package facts

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// A phrase is a pattern of words, compiled when it is first needed: most
// commands need none.
//
// Some thousand sentences are asked for some hundreds of phrases, and nearly
// always the answer is no. So a phrase is taken apart into its variants, the
// ways in which it may be said, each with literals that must stand in whatever
// it matches (variant.go). The document is searched for the literals of all
// phrases at once (lexicon.go), and [sentence.says] asks the regular
// expressions only of those variants whose literals were found. That changes
// no answer, which a test holds.
type phrase struct {
	source   string
	once     sync.Once
	re       *regexp.Regexp
	variants []*variant // once the lexicon is made
	needs    need       // of one variant or another
	ways     []*phrase  // of which it is any; then it has no expression of its own
}

// phrases are all of them, for the lexicon.
var phrases []*phrase

// pattern makes a phrase of a regular expression in which a blank stands for
// any run of blanks, and a blank with a question mark for any run or none. The
// full stop that [^.] keeps out is not that of a number.
func pattern(p string) *phrase {
	return exactly(strings.NewReplacer(" ?", " *", " ", " +", "[^.;]", `(?:[^.;]|\.\d)`, "[^.;:]", `(?:[^.;:]|\.\d)`, "[^.]", `(?:[^.]|\.\d)`).Replace(p))
}

// exactly makes a phrase of a regular expression as it stands.
func exactly(expression string) *phrase {
	p := &phrase{source: expression}
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

func (p *phrase) regexp() *regexp.Regexp {
	p.once.Do(func() { p.re = regexp.MustCompile(p.source) })
	return p.re
}

// in reports whether a text holds the phrase.
func (p *phrase) in(text string) bool {
	if p.ways != nil {
		return slices.ContainsFunc(p.ways, func(way *phrase) bool { return way.in(text) })
	}
	return p.regexp().MatchString(text)
}

// find returns where a text holds the phrase and its groups first, nil for
// nowhere.
func (p *phrase) find(text string) []int { return p.regexp().FindStringSubmatchIndex(text) }

// findAll returns every place of the phrase and its groups in a text.
func (p *phrase) findAll(text string) [][]int {
	return p.regexp().FindAllStringSubmatchIndex(text, -1)
}

// words returns the text of the first place and of its groups, nil for none.
func (p *phrase) words(text string) []string { return p.regexp().FindStringSubmatch(text) }

// allWords returns the text of every place and of its groups.
func (p *phrase) allWords(text string) [][]string { return p.regexp().FindAllStringSubmatch(text, -1) }

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
	if s.found == nil {
		return p.in(part)
	}
	if !p.needs.in(s.found) {
		return false
	}
	for _, v := range p.variants {
		if v.may(s.found) && v.regexp().MatchString(part) {
			return true
		}
	}
	return false
}

// find returns where the sentence holds the phrase first, nil for nowhere.
func (s *sentence) find(p *phrase) []int {
	if p.ways == nil {
		if !s.says(p) {
			return nil
		}
		return p.find(s.text)
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
	return p.findAll(s.text)
}

// may reports whether the sentence or a part of it can hold the phrase.
func (s *sentence) may(p *phrase) bool {
	if p.ways != nil {
		return slices.ContainsFunc(p.ways, s.may)
	}
	if s.found == nil {
		return true
	}
	if !p.needs.in(s.found) {
		return false
	}
	for _, v := range p.variants {
		if v.may(s.found) {
			return true
		}
	}
	return false
}
