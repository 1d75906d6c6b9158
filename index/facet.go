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
// facet and none that is barred.
func (r *row) passes(q Query) bool {
	but, ok := r.fails(q)
	return ok && but < 0
}

// fails returns the one facet whose filter keeps a case out, -1 where none
// does; not ok is a case that more than one keeps out, or a barred value.
func (r *row) fails(q Query) (facet int, ok bool) {
	facet = -1
	for n, name := range Facets {
		wanted, barred := q.Filters[name], q.Barred[name]
		has := func(v string) bool { return slices.Contains(r.facets[n], v) }
		if len(barred) > 0 && slices.ContainsFunc(barred, has) {
			return n, false
		}
		if len(wanted) > 0 && !slices.ContainsFunc(wanted, has) {
			if facet >= 0 {
				return n, false
			}
			facet = n
		}
	}
	return facet, true
}

// A facetValue is a value that a case of the book has.
type facetValue struct {
	facet int
	value string
}

// numberValues lists the values of all facets, and has each row know its own
// by their places: counting by names took most of a query's time.
func numberValues(rows []row) []facetValue {
	var all []facetValue
	places := map[facetValue]int{}
	for i := range rows {
		for n, values := range rows[i].facets {
			for _, value := range values {
				v := facetValue{n, value}
				at, ok := places[v]
				if !ok {
					at = len(all)
					places[v] = at
					all = append(all, v)
				}
				rows[i].values = append(rows[i].values, at)
			}
		}
	}
	return all
}

// count makes the facets. Each counts the cases that pass the filters of the
// others, so that it shows what another of its values would add.
func (x *Index) count(q Query, matched hits) map[string][]Bucket {
	counts := make([]int, len(x.values))
	filtered := len(q.Filters)+len(q.Barred) > 0
	for _, doc := range matched.docs {
		r := &x.rows[doc]
		facet, ok := -1, true
		if filtered {
			facet, ok = r.fails(q)
		}
		if !ok {
			continue
		}
		for _, at := range r.values {
			if facet < 0 || x.values[at].facet == facet {
				counts[at]++
			}
		}
	}
	named := make([]map[string]int, len(Facets))
	for n := range named {
		named[n] = map[string]int{}
	}
	for at, v := range x.values {
		if counts[at] > 0 {
			named[v.facet][v.value] = counts[at]
		}
	}
	facets := map[string][]Bucket{}
	for n, facet := range Facets {
		facets[facet] = buckets(facet, named[n])
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
