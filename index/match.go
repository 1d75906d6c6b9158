package index

import "slices"

// hits are cases with their scores, by rising case number.
type hits struct {
	docs   []int
	scores []float64
}

func (h *hits) add(doc int, score float64) {
	h.docs = append(h.docs, doc)
	h.scores = append(h.scores, score)
}

// both keeps what is in a and in b, and adds up the scores.
func both(a, b hits) hits {
	var out hits
	for i, j := 0, 0; i < len(a.docs) && j < len(b.docs); {
		switch {
		case a.docs[i] < b.docs[j]:
			i++
		case a.docs[i] > b.docs[j]:
			j++
		default:
			out.add(a.docs[i], a.scores[i]+b.scores[j])
			i, j = i+1, j+1
		}
	}
	return out
}

// either has what is in a or in b; scores of what is in both are added up.
func either(a, b hits) hits {
	return merge(a, b, func(a, b float64) float64 { return a + b })
}

// merge has what is in a or in b; what is in both has one score made of two.
func merge(a, b hits, one func(a, b float64) float64) hits {
	var out hits
	i, j := 0, 0
	for i < len(a.docs) || j < len(b.docs) {
		switch {
		case j == len(b.docs) || i < len(a.docs) && a.docs[i] < b.docs[j]:
			out.add(a.docs[i], a.scores[i])
			i++
		case i == len(a.docs) || a.docs[i] > b.docs[j]:
			out.add(b.docs[j], b.scores[j])
			j++
		default:
			out.add(a.docs[i], one(a.scores[i], b.scores[j]))
			i, j = i+1, j+1
		}
	}
	return out
}

// keep leaves the cases that are wanted.
func (h hits) keep(wanted func(doc int) bool) hits {
	var out hits
	for i, doc := range h.docs {
		if wanted(doc) {
			out.add(doc, h.scores[i])
		}
	}
	return out
}

// match returns the cases that have one phrase of every clause and none that
// is excluded. Where none has all, it returns those that have some and says
// so. Clauses of nothing but stop words ask for nothing; without any clause
// every case matches, with score 0.
func (x *Index) match(q Query) (found hits, loosened bool, err error) {
	var clauses []hits
	for _, phrases := range q.Clauses {
		clause, empty, err := x.clause(phrases)
		if err != nil {
			return hits{}, false, err
		}
		if !empty {
			clauses = append(clauses, clause)
		}
	}
	switch {
	case len(clauses) == 0:
		for doc := range x.rows {
			found.add(doc, 0)
		}
	default:
		found = join(clauses, both)
		if len(found.docs) == 0 && len(clauses) > 1 {
			found = join(clauses, either)
			loosened = len(found.docs) > 0
		}
	}
	for _, phrase := range q.Excluded {
		unwanted, _, err := x.clause([]Phrase{phrase})
		if err != nil {
			return hits{}, false, err
		}
		found = found.keep(func(doc int) bool { _, has := slices.BinarySearch(unwanted.docs, doc); return !has })
	}
	return found, loosened, nil
}

// join joins lists from the first to the last: the order of sums is part of
// a score.
func join(all []hits, two func(a, b hits) hits) hits {
	sum := all[0]
	for _, next := range all[1:] {
		sum = two(sum, next)
	}
	return sum
}

// clause returns the cases that have one of the phrases; empty says that none
// of them has a word that is indexed.
func (x *Index) clause(phrases []Phrase) (found hits, empty bool, err error) {
	empty = true
	for _, p := range phrases {
		if len(p.ways) == 0 {
			continue
		}
		var best hits
		for _, terms := range p.ways {
			one, err := x.phrase(terms, fieldNumber(p.Field))
			if err != nil {
				return hits{}, false, err
			}
			best = anyOf(best, one)
		}
		found, empty = either(found, best), false
	}
	return found, empty, nil
}

// phrase returns the cases in which the terms follow one another, in one
// field where it is not -1, with what all of them add to the score.
func (x *Index) phrase(terms []placed, field int) (hits, error) {
	positions := len(terms) > 1 || field >= 0
	lists := make([][]posting, len(terms))
	scored := make([]hits, len(terms))
	for i, t := range terms {
		var err error
		if lists[i], err = x.reader.postings(t.term, everyField(), positions); err != nil {
			return hits{}, err
		}
		scored[i] = x.score(lists[i])
	}
	found := join(scored, both)
	if !positions {
		return found, nil
	}
	return found.keep(func(doc int) bool { return stands(terms, lists, doc, field) }), nil
}

// score is what the postings of one term add to their cases.
func (x *Index) score(postings []posting) hits {
	var scored hits
	rarity, mean := idf(len(x.rows), len(postings)), rankedMean(x.mean)
	for _, p := range postings {
		scored.add(p.doc, rarity*impacts[level(p.frequency, x.rows[p.doc].length, mean)])
	}
	return scored
}

// stands reports whether the terms follow one another somewhere in a case
// that has all of them.
func stands(terms []placed, lists [][]posting, doc, field int) bool {
	at := make([][]int, len(terms))
	for i, list := range lists {
		n, _ := slices.BinarySearchFunc(list, doc, func(p posting, doc int) int { return p.doc - doc })
		at[i] = list[n].positions
	}
	return slices.ContainsFunc(at[0], func(start int) bool {
		if field >= 0 && start/fieldRoom != field {
			return false
		}
		for i, t := range terms[1:] {
			if _, ok := slices.BinarySearch(at[i+1], start+t.position-terms[0].position); !ok {
				return false
			}
		}
		return true
	})
}

// fieldNumber is the place of a field in fields; -1 for "", any field.
func fieldNumber(name string) int {
	return slices.IndexFunc(fields, func(f field) bool { return f.name == name })
}
