package index

import "slices"

// phrases are what a found case may have, whatever the field: one word or
// several that follow one another.
func (q Query) phrases() [][]placed {
	var all [][]placed
	for _, clause := range q.Clauses {
		for _, p := range clause {
			all = append(all, p.ways...)
		}
	}
	return all
}

// excerpt returns the line in which most of the phrases wanted stand whole, of
// those that tie the one that has most of their words, of those the first; and
// whether it is evidence.
func excerpt(all []line, wanted [][]placed) (text string, evidence bool) {
	whole, words := -1, -1
	for _, l := range all {
		w, n := agreement(analyse(l.text), wanted)
		if w > whole || w == whole && n > words {
			whole, words = w, n
			text, evidence = l.text, l.field == fieldNumber("evidence")
		}
	}
	return text, evidence
}

// agreement counts the phrases of several words that stand whole among terms,
// and the different words of all phrases that stand there at all.
func agreement(terms []placed, wanted [][]placed) (whole, words int) {
	found := map[string]bool{}
	for _, phrase := range wanted {
		for _, w := range phrase {
			if slices.ContainsFunc(terms, func(t placed) bool { return t.term == w.term }) {
				found[w.term] = true
			}
		}
		if len(phrase) > 1 && hasPhrase(terms, phrase) {
			whole++
		}
	}
	return whole, len(found)
}

// hasPhrase reports whether the words of a phrase follow one another among
// terms, which are by rising position.
func hasPhrase(terms, phrase []placed) bool {
	return slices.ContainsFunc(terms, func(start placed) bool {
		for _, w := range phrase {
			wanted := placed{w.term, start.position + w.position - phrase[0].position}
			if !slices.Contains(terms, wanted) {
				return false
			}
		}
		return true
	})
}
