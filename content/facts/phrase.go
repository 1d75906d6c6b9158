package facts

import (
	"regexp"
	"strings"
	"sync"
)

// A phrase is a pattern of words, compiled when it is first needed: most
// commands need none.
//
// Some thousand sentences are asked for some two hundred phrases, and nearly
// always the answer is no. So a phrase knows literals of which one must stand
// in whatever it matches ([literals]), the document is searched for the
// literals of all phrases at once ([lexicon]), and [sentence.says] asks the
// regular expression only where one of its literals was found. That changes
// no answer, which a test holds.
type phrase struct {
	source string
	once   sync.Once
	re     *regexp.Regexp
	needs  []int // numbers of literals in the lexicon; none where any text may match
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

func (p *phrase) regexp() *regexp.Regexp {
	p.once.Do(func() { p.re = regexp.MustCompile(p.source) })
	return p.re
}

// in reports whether a text holds the phrase.
func (p *phrase) in(text string) bool { return p.regexp().MatchString(text) }

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

// says reports whether the sentence holds the phrase.
func (s *sentence) says(p *phrase) bool { return s.may(p) && p.in(s.text) }

// saysIn reports whether a part of the sentence holds the phrase.
func (s *sentence) saysIn(part string, p *phrase) bool { return s.may(p) && p.in(part) }

// findAll returns every place of the phrase and its groups in the sentence.
func (s *sentence) findAll(p *phrase) [][]int {
	if !s.may(p) {
		return nil
	}
	return p.findAll(s.text)
}

// may reports whether the sentence has a literal of which the phrase needs
// one; a part of the sentence may hold the phrase only if it has.
func (s *sentence) may(p *phrase) bool {
	if s.found == nil || len(p.needs) == 0 {
		return true
	}
	for _, n := range p.needs {
		if s.found[n>>6]&(1<<(n&63)) != 0 {
			return true
		}
	}
	return false
}

// replace puts other words in every place of the phrase.
func (p *phrase) replace(text, by string) string { return p.regexp().ReplaceAllString(text, by) }

// split returns what stands between the places of the phrase.
func (p *phrase) split(text string) []string { return p.regexp().Split(text, -1) }
