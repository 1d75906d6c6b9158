package index

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Options narrow and order a search.
type Options struct {
	Filters map[string][]string // facet to values, besides those in the query
	Sort    string              // one of [Sorts]; "" is relevance
	Limit   int                 // 0 is 10
	Offset  int
	Typing  bool // the query is still being typed: its last word may be the beginning of one
}

// A Result is one page of the cases that a query found.
type Result struct {
	Query    string              `json:"query"`
	Total    int                 `json:"total"`
	Loosened bool                `json:"loosened,omitempty"` // no case has all the words: these have some
	Hits     []Hit               `json:"hits"`
	Facets   map[string][]Bucket `json:"facets"`
}

// A Hit is a case that was found.
type Hit struct {
	Card
	Score    float64 `json:"score"`
	Excerpt  string  `json:"excerpt,omitempty"`  // the sentence that shows best why the case was found
	Evidence bool    `json:"evidence,omitempty"` // it is a quote that proves one of the case's values
}

// Sorts are the orders that Options.Sort takes. What has no value comes last.
var Sorts = []string{"relevance", "date", "amount", "affected"}

// Search answers a query. A query or option that cannot be understood is an
// error fit to be shown to whoever typed it.
func (x *Index) Search(query string, o Options) (Result, error) {
	q, err := ParseQuery(query)
	if err == nil {
		err = q.narrow(o)
	}
	if err != nil {
		return Result{}, fmt.Errorf("index: query: %w", err)
	}
	if o.Typing && q.open {
		q.stillTyped()
	}
	if err := x.expand(&q); err != nil {
		return Result{}, err
	}
	matched, loosened, err := x.match(q)
	if err != nil {
		return Result{}, err
	}
	matched = matched.keep(func(doc int) bool { return x.inRanges(q, doc) })
	found := matched.keep(func(doc int) bool { return x.rows[doc].passes(q) })
	result := Result{Query: query, Total: len(found.docs), Loosened: loosened && len(found.docs) > 0, Facets: x.count(q, matched)}
	result.Hits = x.page(q, found, o)
	return result, nil
}

// narrow adds the filters of the options to those that were typed.
func (q *Query) narrow(o Options) error {
	if o.Sort != "" && !slices.Contains(Sorts, o.Sort) {
		return fmt.Errorf("sort %q: want one of %s", o.Sort, strings.Join(Sorts, ", "))
	}
	for facet, values := range o.Filters {
		if facetNumber(facet) < 0 {
			return fmt.Errorf("filter %q: want one of %s", facet, strings.Join(Facets, ", "))
		}
		for _, value := range values {
			known, err := newVocabulary(facet).find(facet, value)
			if err != nil {
				return err
			}
			q.Filters[facet] = append(q.Filters[facet], known)
		}
	}
	return nil
}

// stillTyped makes the last word one that may go on, unless a * says so
// already.
func (q *Query) stillTyped() {
	last := q.Clauses[len(q.Clauses)-1]
	if word := &last[len(last)-1]; !word.Begins {
		word.Begins, word.Typing = true, true
	}
}

func (x *Index) inRanges(q Query, doc int) bool {
	for _, r := range q.Ranges {
		if !r.holds(numbers[r.Field](&x.rows[doc])) {
			return false
		}
	}
	return true
}

// page sorts what was found and makes the cards of one page.
func (x *Index) page(q Query, found hits, o Options) []Hit {
	limit := o.Limit
	if limit <= 0 {
		limit = 10
	}
	order := x.order(found, o.Sort)
	from := min(max(o.Offset, 0), len(order))
	wanted := q.phrases()
	page := []Hit{}
	for _, i := range order[from:min(from+limit, len(order))] {
		c := x.cases[found.docs[i]]
		text, evidence := excerpt(lines(c), wanted)
		page = append(page, Hit{newCard(c), round(found.scores[i]), text, evidence})
	}
	return page
}

// order returns the places of found in the order asked for. Ties are broken by
// case number: the newest first.
func (x *Index) order(found hits, by string) []int {
	key := func(i int) float64 { return round(found.scores[i]) }
	if column, ok := numbers[by]; ok {
		key = func(i int) float64 { return float64(column(&x.rows[found.docs[i]])) }
	}
	order, keys := make([]int, len(found.docs)), make([]float64, len(found.docs))
	for i := range order {
		order[i], keys[i] = i, key(i)
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(keys[b], keys[a]), b-a) })
	return order
}
