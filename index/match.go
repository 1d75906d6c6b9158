package index

import (
	"maps"
	"slices"
	"strings"
)

// match returns the cases that have all words and phrases and none of the
// excluded, with their scores. Where none has all, it returns those that have
// some and says so. Without words every case matches, with score 0.
func (r *reader) match(q Query) (scores map[int]float64, loosened bool, err error) {
	var wanted []map[int]float64
	for _, text := range q.Words {
		for _, term := range r.x.analyse(text) { // "multi-factor" is two words
			found, err := r.score(term)
			if err != nil {
				return nil, false, err
			}
			wanted = append(wanted, found)
		}
	}
	for _, text := range q.Phrases {
		found, err := r.phrase(text)
		if err != nil {
			return nil, false, err
		}
		if found != nil {
			wanted = append(wanted, found)
		}
	}
	if len(wanted) == 0 {
		scores = make(map[int]float64, len(r.x.cases))
		for doc := range r.x.cases {
			scores[doc] = 0
		}
	} else if scores = intersect(wanted); len(scores) == 0 && len(wanted) > 1 {
		scores, loosened = union(wanted), true
	}
	for _, text := range q.Excluded {
		found, err := r.phrase(text)
		if err != nil {
			return nil, false, err
		}
		maps.DeleteFunc(scores, func(doc int, _ float64) bool { _, has := found[doc]; return has })
	}
	return scores, loosened && len(scores) > 0, nil
}

// intersect keeps what is in all, adding up the scores in their order.
func intersect(all []map[int]float64) map[int]float64 {
	kept := map[int]float64{}
	for doc := range all[0] {
		sum, inAll := 0.0, true
		for _, one := range all {
			score, ok := one[doc]
			sum, inAll = sum+score, inAll && ok
		}
		if inAll {
			kept[doc] = sum
		}
	}
	return kept
}

func union(all []map[int]float64) map[int]float64 {
	sums := map[int]float64{}
	for _, one := range all {
		for doc, score := range one {
			sums[doc] += score
		}
	}
	return sums
}

// score returns the cases that have a term, with what it adds to each.
func (r *reader) score(term string) (map[int]float64, error) {
	postings, err := r.postings(term)
	if err != nil {
		return nil, err
	}
	rarity := idf(len(r.x.cases), len(postings))
	scores := make(map[int]float64, len(postings))
	for _, p := range postings {
		scores[p.doc] = bm25(rarity, p.frequency, r.x.lengths[p.doc], r.x.mean)
	}
	return scores, nil
}

// phrase returns the cases in which the words of text follow one another, with
// what they add to each together; nil for a text of stop words only.
func (r *reader) phrase(text string) (map[int]float64, error) {
	terms := r.x.analysePositions(text)
	if len(terms) == 0 {
		return nil, nil
	}
	starts := map[int][]int{} // positions at which the phrase could start
	var sums []map[int]float64
	for i, t := range terms {
		postings, err := r.postings(t.term)
		if err != nil {
			return nil, err
		}
		scores, err := r.score(t.term)
		if err != nil {
			return nil, err
		}
		sums = append(sums, scores)
		next := map[int][]int{}
		for _, p := range postings {
			var at []int
			for _, position := range p.positions {
				if start := position - t.position; i == 0 || slices.Contains(starts[p.doc], start) {
					at = append(at, start)
				}
			}
			if len(at) > 0 {
				next[p.doc] = at
			}
		}
		starts = next
	}
	scores := intersect(sums)
	maps.DeleteFunc(scores, func(doc int, _ float64) bool { return len(starts[doc]) == 0 })
	return scores, nil
}

// placed is a term and where it stands in a text, from 0.
type placed struct {
	term     string
	position int
}

func (x *Index) analysePositions(text string) []placed {
	var terms []placed
	for _, token := range x.bleve.Mapping().AnalyzerNamed(analyzer).Analyze([]byte(text)) {
		terms = append(terms, placed{string(token.Term), token.Position})
	}
	for i := range terms {
		terms[len(terms)-1-i].position -= terms[0].position
	}
	return terms
}

// analyse returns the terms of a text.
func (x *Index) analyse(text string) []string {
	var terms []string
	for _, t := range x.analysePositions(text) {
		terms = append(terms, t.term)
	}
	return terms
}

func (x *Index) stems(texts []string) map[string]bool {
	stems := map[string]bool{}
	for _, text := range texts {
		for _, term := range x.analyse(text) {
			stems[term] = true
		}
	}
	return stems
}

// excerpt is the line of text that has most of the stems, the first of them on
// a tie.
func (x *Index) excerpt(text string, stems map[string]bool) string {
	best, most := "", -1
	for line := range strings.SplitSeq(text, "\n") {
		found := map[string]bool{}
		for _, term := range x.analyse(line) {
			if stems[term] {
				found[term] = true
			}
		}
		if len(found) > most {
			best, most = line, len(found)
		}
	}
	return best
}
