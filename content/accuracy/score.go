package accuracy

import (
	"math"
	"slices"
	"strings"

	"casebook/content/facts"
)

// A Scorer compares labels with what was read, document after document. The
// zero Scorer is ready.
type Scorer struct {
	result Result // but for what [Scorer.Result] sums up
	counts map[string]*counts
	kinds  map[string]int
	misses []Miss
}

// counts are the right, the surplus and the missing values of a field.
type counts struct{ right, surplus, missing int }

// Add scores one document: its label, what was read from it (nil where it
// could not be read) and its text, in which the quotes must stand.
func (s *Scorer) Add(l *Label, r *facts.Report, text string) {
	if s.counts == nil {
		s.counts, s.kinds = map[string]*counts{}, map[string]int{}
	}
	s.result.Documents++
	s.kinds[l.Kind]++
	if r == nil {
		s.result.WithoutPrediction++
		r = &facts.Report{}
	}
	s.addOrganisations(l, r)
	for _, f := range numberFields {
		s.addNumber(f, l, r)
	}
	for _, f := range wordFields {
		s.addWord(f, l, r)
	}
	for _, f := range setFields {
		s.addSet(f, l, r)
	}
	s.addEnforcement(l, r)
	s.addEvidence(l, r, text)
}

func (s *Scorer) addOrganisations(l *Label, r *facts.Report) {
	if l.skips(organisation) {
		return
	}
	want, got := l.organisations(), organisationNames(r)
	folded := map[string]bool{}
	for _, name := range got {
		folded[foldName(name)] = true
	}
	found := 0
	for _, names := range want {
		if slices.ContainsFunc(names, func(name string) bool { return name != "" && folded[foldName(name)] }) {
			found++
		} else {
			s.miss(l, organisation, names[0], got)
		}
	}
	// One name read can be that of two organisations which differ in their
	// suffixes alone, so that there may be more found than read.
	surplus := max(0, len(folded)-found)
	s.count(organisation, found, surplus, len(want)-found)
	if found == len(want) && surplus > 0 {
		s.miss(l, organisation, firstNames(want), got)
	}
}

func firstNames(organisations [][]string) []string {
	var first []string
	for _, names := range organisations {
		first = append(first, names[0])
	}
	return first
}

func (s *Scorer) addNumber(f numberField, l *Label, r *facts.Report) {
	if l.skips(f.name) || f.name == amount && len(l.organisations()) > 1 {
		return // what each of several pays is not one amount
	}
	want, got := f.want(l), f.got(r)
	right := want != nil && got != nil && near(*want, *got, f.vague(l))
	accept := l.Accept[f.name]
	tolerated := got == nil && accept.nothing ||
		got != nil && slices.ContainsFunc(accept.numbers, func(n float64) bool { return near(n, *got, false) })
	if !right && tolerated {
		return
	}
	s.countOne(f.name, want != nil, got != nil, right)
	if (want != nil || got != nil) && !right {
		s.miss(l, f.name, want, got)
	}
}

// near reports whether a number is the one wanted; vaguely within 2 %.
func near(want, got float64, vague bool) bool {
	slack := 1e-6
	if vague {
		slack = 0.02 * math.Abs(want)
	}
	return math.Abs(want-got) <= slack
}

func (s *Scorer) addWord(f wordField, l *Label, r *facts.Report) {
	if l.skips(f.name) {
		return
	}
	want, got := f.want(l), word(f.got(r))
	accept := l.Accept[f.name]
	tolerated := got == "" && accept.nothing || got != "" && slices.Contains(accept.words, got)
	if want != got && tolerated {
		return
	}
	s.countOne(f.name, want != "", got != "", want == got)
	if want != got {
		s.miss(l, f.name, orNull(want), orNull(got))
	}
}

func orNull(word string) any {
	if word == "" {
		return nil
	}
	return word
}

func (s *Scorer) addSet(f setField, l *Label, r *facts.Report) {
	if l.skips(f.name) {
		return
	}
	want, got, tolerated := f.members(f.want(l)), f.members(f.got(r)), f.members(l.Accept[f.name].words)
	missing := without(want, got)
	surplus := without(without(got, want), tolerated)
	s.count(f.name, len(want)-len(missing), len(surplus), len(missing))
	if len(missing)+len(surplus) > 0 {
		s.miss(l, f.name, missing, surplus)
	}
}

func without(all, drop []string) []string {
	left := []string{}
	for _, s := range all {
		if !slices.Contains(drop, s) {
			left = append(left, s)
		}
	}
	return left
}

func (s *Scorer) addEnforcement(l *Label, r *facts.Report) {
	if l.IsEnforcement == nil {
		return
	}
	s.countOne(enforcement, true, true, *l.IsEnforcement == r.IsEnforcement)
	if *l.IsEnforcement != r.IsEnforcement {
		s.miss(l, enforcement, *l.IsEnforcement, r.IsEnforcement)
	}
}

func (s *Scorer) addEvidence(l *Label, r *facts.Report, text string) {
	proved := map[string]bool{}
	text = foldBlanks(text)
	for _, e := range r.Evidence {
		proved[e.Field] = true
		s.result.Quotes++
		if e.Quote != "" && strings.Contains(text, foldBlanks(e.Quote)) {
			s.result.Verbatim++
		} else {
			s.miss(l, Evidence, "a quote of "+e.Field+" that stands in the document", e.Quote)
		}
	}
	for _, f := range needsQuote {
		if f.stated(r) && !proved[f.name] {
			s.result.WithoutEvidence++
		}
	}
}

// countOne counts a field that holds one value or none.
func (s *Scorer) countOne(field string, want, got, right bool) {
	one := map[bool]int{true: 1}
	s.count(field, one[want && right], one[got && !right], one[want && !right])
}

func (s *Scorer) count(field string, right, surplus, missing int) {
	c := s.counts[field]
	if c == nil {
		c = &counts{}
		s.counts[field] = c
	}
	c.right += right
	c.surplus += surplus
	c.missing += missing
}
