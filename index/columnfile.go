package index

import "slices"

// column packs one number of each case.
func (x *Index) column(value func(*row) int) packer {
	var p packer
	p.number(len(x.rows))
	for i := range x.rows {
		p.number(value(&x.rows[i]))
	}
	return p
}

// facetColumn packs the values of a facet, and which of them each case has.
func (x *Index) facetColumn(n int) packer {
	var p packer
	var values []string
	for i := range x.rows {
		values = append(values, x.rows[i].facets[n]...)
	}
	slices.Sort(values)
	values = slices.Compact(values)
	p.number(len(values))
	for _, value := range values {
		p.text(value)
		p.text(label(Facets[n], value))
	}
	p.number(len(x.rows))
	for i := range x.rows {
		p.number(len(x.rows[i].facets[n]))
		for _, value := range x.rows[i].facets[n] {
			at, _ := slices.BinarySearch(values, value)
			p.number(at)
		}
	}
	return p
}
