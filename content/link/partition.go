package link

import (
	"cmp"
	"maps"
	"slices"
)

// A partition divides the numbers from 0 into sets that are joined step by
// step. Which numbers end up together does not depend on the order of joining,
// and the least of a set stands for it.
type partition []int

func newPartition(n int) partition {
	p := make(partition, n)
	for i := range p {
		p[i] = i
	}
	return p
}

// find returns the least number of i's set.
func (p partition) find(i int) int {
	for p[i] != i {
		p[i] = p[p[i]]
		i = p[i]
	}
	return i
}

func (p partition) join(i, j int) {
	i, j = p.find(i), p.find(j)
	p[max(i, j)] = min(i, j)
}

// sets returns the sets, each ascending, in order of their least numbers.
func (p partition) sets() [][]int {
	at := map[int]int{}
	var out [][]int
	for i := range p {
		root := p.find(i)
		k, ok := at[root]
		if !ok {
			k = len(out)
			at[root] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], i)
	}
	return out
}

// sortedKeys returns the keys of m in ascending order.
func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K {
	return slices.Sorted(maps.Keys(m))
}
