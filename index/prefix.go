package index

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// How the beginning of a word is read.
const (
	prefixLeast    = 2  // letters; what has fewer is a word
	expansionsMost = 10 // of a word that is still being typed; one with a * has all, so that no case is lost
	rootLeast      = 4  // letters of a term that a beginning may be longer than
	rootShorter    = 5  // by so many at most
)

// expand notes of every phrase the terms that it is looked for by.
func (x *Index) expand(q *Query) (err error) {
	for _, phrases := range append(slices.Clone(q.Clauses), q.Excluded) {
		for i := range phrases {
			if phrases[i].ways, err = x.ways(phrases[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// ways are the rows of terms any of which is the phrase: none where it has no
// word that is indexed, one where it does not end in the beginning of a word.
func (x *Index) ways(p Phrase) ([][]placed, error) {
	terms := analyse(p.Text)
	words := folded(p.Text)
	if !p.Begins || len(words) == 0 || utf8.RuneCountInString(words[len(words)-1].term) < prefixLeast {
		return oneWay(terms), nil
	}
	last, end := words[len(words)-1], len(terms)
	isTerm := end > 0 && terms[end-1].position == last.position
	if p.Typing && !isTerm { // a stop word
		return oneWay(terms), nil
	}
	stem := last.term
	if isTerm {
		end--
		stem = terms[end].term
	}
	all, err := x.expansions(last.term, stem)
	if p.Typing {
		all = all[:min(len(all), expansionsMost)]
	}
	if len(all) == 0 {
		all = []string{stem} // which no case has
	}
	return texts(all, func(term string) []placed {
		return append(slices.Clone(terms[:end]), placed{term, last.position})
	}), err
}

func oneWay(terms []placed) [][]placed {
	if len(terms) == 0 {
		return nil
	}
	return [][]placed{terms}
}

// expansions are the terms that begin with a word as it was typed, and its
// stem, the most frequent first. Terms are stems, so a word typed further than
// its stem goes begins none: then it is the longest term that begins it,
// "encrypt" for "encrypti".
func (x *Index) expansions(word, stem string) ([]string, error) {
	counts, err := x.reader.beginning(word)
	if err != nil {
		return nil, err
	}
	if err := x.reader.countInto(counts, stem); err != nil {
		return nil, err
	}
	for root := range roots(word) {
		if len(counts) > 0 {
			break
		}
		if err := x.reader.countInto(counts, root); err != nil {
			return nil, err
		}
	}
	return slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(counts[b]-counts[a], strings.Compare(a, b))
	}), nil
}

// roots gives the beginnings of a word that may be its term, the longest first.
func roots(word string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		letters := []rune(word)
		for n := len(letters) - 1; n >= max(rootLeast, len(letters)-rootShorter); n-- {
			if !yield(string(letters[:n])) {
				return
			}
		}
	}
}

// beginning counts the cases of each term that begins so.
func (r *reader) beginning(with string) (map[string]int, error) {
	counts := map[string]int{}
	for _, f := range fields {
		dict, err := r.FieldDictPrefix(f.name, []byte(with))
		if err != nil {
			return nil, wrap(err, f.name, with)
		}
		entry, err := dict.Next()
		for ; err == nil && entry != nil; entry, err = dict.Next() {
			if _, known := counts[entry.Term]; !known {
				err = r.countInto(counts, entry.Term)
			}
			if err != nil {
				break
			}
		}
		if err := cmp.Or(err, dict.Close()); err != nil {
			return nil, wrap(err, f.name, with)
		}
	}
	return counts, nil
}

// countInto notes how many cases have a term, if any has.
func (r *reader) countInto(counts map[string]int, term string) error {
	found, err := r.postings(term, everyField(), false)
	if len(found) > 0 {
		counts[term] = len(found)
	}
	return err
}

// anyOf has what is in any of several lists, with the best of its scores.
func anyOf(a, b hits) hits {
	return merge(a, b, func(a, b float64) float64 { return max(a, b) })
}
