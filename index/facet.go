package index

import (
	"cmp"
	"slices"
)

// A Bucket is a value of a facet and how many of the cases found have it.
type Bucket struct {
	Value string `json:"value"`
	Label string `json:"label"`
	Count int    `json:"count"`
}

// passes reports whether a case has one of the values asked for in every
// facet and none that is barred, leaving out the filter of one facet: -1
// leaves out none.
func (r *row) passes(q Query, but int) bool {
	for n, facet := range Facets {
		has := func(v string) bool { return slices.Contains(r.facets[n], v) }
		if slices.ContainsFunc(q.Barred[facet], has) {
			return false
		}
		if wanted := q.Filters[facet]; n != but && len(wanted) > 0 && !slices.ContainsFunc(wanted, has) {
			return false
		}
	}
	return true
}

// count makes the facets. Each counts the cases that pass the filters of the
// others, so that it shows what another of its values would add.
func (x *Index) count(q Query, matched hits) map[string][]Bucket {
	facets := map[string][]Bucket{}
	for n, facet := range Facets {
		counts := map[string]int{}
		for _, doc := range matched.docs {
			if x.rows[doc].passes(q, n) {
				for _, value := range x.rows[doc].facets[n] {
					counts[value]++
				}
			}
		}
		facets[facet] = buckets(facet, counts)
	}
	return facets
}

// buckets sorts the counts of a facet, the largest first, years newest first.
func buckets(facet string, counts map[string]int) []Bucket {
	all := []Bucket{}
	for value, n := range counts {
		all = append(all, Bucket{value, label(facet, value), n})
	}
	slices.SortFunc(all, func(a, b Bucket) int {
		if facet == "year" {
			return cmp.Compare(b.Value, a.Value)
		}
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	return all
}
