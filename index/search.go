package index

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"casebook/content"
)

// Options narrow and order a search.
type Options struct {
	Filters map[string][]string // facet to values, besides those in the query
	Sort    string              // "relevance", "date", "amount" or "affected"; "" is relevance
	Limit   int                 // 0 is 10
	Offset  int
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
	card
	Score   float64 `json:"score"`
	Excerpt string  `json:"excerpt,omitempty"` // the sentence of the evidence that has most of the words
}

// A Bucket is a value of a facet and how many of the cases found have it.
type Bucket struct {
	Value string `json:"value"`
	Label string `json:"label"`
	Count int    `json:"count"`
}

// Sorts are the orders that Options.Sort takes.
var Sorts = []string{"relevance", "date", "amount", "affected"}

// Search answers a query.
func (x *Index) Search(query string, o Options) (Result, error) {
	q, err := ParseQuery(query)
	if err != nil {
		return Result{}, err
	}
	if o.Sort != "" && !slices.Contains(Sorts, o.Sort) {
		return Result{}, fmt.Errorf("index: sort %q: want one of %s", o.Sort, strings.Join(Sorts, ", "))
	}
	for facet, values := range o.Filters {
		for _, value := range values {
			known, err := facetValue(facet, value)
			if err != nil {
				return Result{}, err
			}
			q.Filters[facet] = append(q.Filters[facet], known)
		}
	}
	result := Result{Query: query}
	err = x.read(func(r *reader) error {
		scores, loosened, err := r.match(q)
		if err != nil {
			return err
		}
		result.Loosened = loosened
		x.finish(&result, q, o, scores)
		return nil
	})
	return result, err
}

// finish filters, counts, sorts and cuts what the words matched.
func (x *Index) finish(result *Result, q Query, o Options, scores map[int]float64) {
	maps.DeleteFunc(scores, func(doc int, _ float64) bool {
		return slices.ContainsFunc(q.Ranges, func(r Range) bool { return !r.holds(&x.cards[doc]) })
	})
	result.Facets = x.count(q, scores)
	var found []int
	for doc := range scores {
		if x.cards[doc].passes(q.Filters, "") {
			found = append(found, doc)
		}
	}
	x.sort(found, scores, o.Sort)
	result.Total = len(found)
	limit := o.Limit
	if limit <= 0 {
		limit = 10
	}
	from := min(max(o.Offset, 0), len(found))
	stems := x.stems(slices.Concat(q.Words, q.Phrases))
	result.Hits = []Hit{}
	for _, doc := range found[from:min(from+limit, len(found))] {
		result.Hits = append(result.Hits, Hit{x.cards[doc], scores[doc], x.excerpt(x.cards[doc].Text, stems)})
	}
}

// passes reports whether a card has one of the values asked for in every
// facet but one.
func (k *card) passes(filters map[string][]string, but string) bool {
	for facet, wanted := range filters {
		if facet != but && !slices.ContainsFunc(k.facet(facet), func(v string) bool { return slices.Contains(wanted, v) }) {
			return false
		}
	}
	return true
}

// count makes the facets: a facet counts the cases that pass the others, so
// that its own values can be combined.
func (x *Index) count(q Query, scores map[int]float64) map[string][]Bucket {
	facets := map[string][]Bucket{}
	for _, facet := range Facets {
		counts := map[string]int{}
		for doc := range scores {
			if x.cards[doc].passes(q.Filters, facet) {
				for _, value := range x.cards[doc].facet(facet) {
					counts[value]++
				}
			}
		}
		buckets := []Bucket{}
		for value, n := range counts {
			buckets = append(buckets, Bucket{value, label(facet, value), n})
		}
		slices.SortFunc(buckets, func(a, b Bucket) int {
			if facet == "year" {
				return cmp.Compare(b.Value, a.Value)
			}
			return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
		})
		facets[facet] = buckets
	}
	return facets
}

// label is a facet's value for people.
func label(facet, value string) string {
	switch facet {
	case "control":
		return content.Control(value).Title()
	case "action":
		return content.Action(value).Label()
	case "status":
		return content.Status(value).Label()
	}
	return value
}

// sort orders case numbers; what has no value comes last, ties by number,
// which is newest first.
func (x *Index) sort(found []int, scores map[int]float64, by string) {
	slices.SortFunc(found, func(a, b int) int {
		switch by {
		case "", "relevance":
			return cmp.Or(cmp.Compare(scores[b], scores[a]), a-b)
		case "amount":
			return cmp.Or(cmp.Compare(x.cards[b].fine, x.cards[a].fine), a-b)
		case "affected":
			return cmp.Or(cmp.Compare(x.cards[b].People, x.cards[a].People), a-b)
		}
		return a - b // by date: the numbers are
	})
}
