package index

import (
	"cmp"
	"slices"
	"strings"

	"casebook/content"
)

// The dictionary of the slots is text that many cases share. A slot is packed
// as if it followed it, so that a kilobyte holds twice as much.
const (
	dictionarySize  = 8 << 10 // bytes; all of it is read once by every visitor
	dictionaryCases = 128     // that it is made of: the oldest, so that a new case does not change it
)

// newDictionary picks runs of words that many of the oldest cases share, and
// that add something to those picked before. The commonest come last, where
// references to them are shortest.
func newDictionary(cases []*content.Case) []byte {
	counts := map[string]int{}
	for _, c := range cases[:min(len(cases), dictionaryCases)] {
		countRuns(c, counts)
	}
	type run struct {
		text string
		gain int
	}
	var runs []run
	for text, n := range counts {
		if n > 2 && len(text) > 4 {
			runs = append(runs, run{text, n * (len(text) - 3)}) // a reference takes about three bytes
		}
	}
	slices.SortFunc(runs, func(a, b run) int {
		return cmp.Or(cmp.Compare(b.gain, a.gain), strings.Compare(a.text, b.text))
	})
	var picked []string
	size := 0
	known := map[string]bool{}
	for _, r := range runs {
		if !addsTo(known, r.text) {
			continue
		}
		if size += len(r.text) + 1; size > dictionarySize {
			break
		}
		picked = append(picked, r.text)
	}
	slices.Reverse(picked)
	return []byte(strings.Join(picked, " "))
}

// countRuns counts in how many cases runs of one, two, four and seven words
// stand.
func countRuns(c *content.Case, counts map[string]int) {
	seen := map[string]bool{}
	for _, l := range lines(c) {
		words := strings.Fields(l.text)
		for _, length := range []int{1, 2, 4, 7} {
			for i := 0; i+length <= len(words); i++ {
				run := strings.Join(words[i:i+length], " ")
				if !seen[run] {
					seen[run] = true
					counts[run]++
				}
			}
		}
	}
}

// addsTo reports whether two thirds of the pairs of words in a run are not
// known, and makes them known if so.
func addsTo(known map[string]bool, run string) bool {
	pairs := strings.Fields(run)
	if len(pairs) > 1 {
		for i := range pairs[:len(pairs)-1] {
			pairs[i] += " " + pairs[i+1]
		}
		pairs = pairs[:len(pairs)-1]
	}
	fresh := 0
	for _, pair := range pairs {
		if !known[pair] {
			fresh++
		}
	}
	if fresh*3 < len(pairs)*2 {
		return false
	}
	for _, pair := range pairs {
		known[pair] = true
		for _, word := range strings.Fields(pair) {
			known[word] = true
		}
	}
	return true
}
