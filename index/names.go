package index

import (
	"cmp"
	"maps"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/content"
)

// A Suggestion is a name that begins with what was typed.
type Suggestion struct {
	Kind  string `json:"kind"`  // one of nameKinds
	Value string `json:"value"` // what a query has after "organisation:", "control:" or "provision:"
	Label string `json:"label"`
	Cases int    `json:"cases"` // that have it
}

// nameKinds are in the order in which suggestions are grouped.
var nameKinds = []string{"organisation", "control", "provision"}

// Bounds of what suggestions read and show.
const (
	suggested     = 8        // shown at once
	namesSize     = 32 << 10 // bytes of a file of names before compression
	namesUnderOne = 200      // names that a word leads to: of "limited" only those with the most cases
)

// A name is a suggestion with the words that lead to it.
type name struct {
	Suggestion
	kind  int
	also  string // other spellings
	place int    // among all names, by kind and value
}

// words of a name are folded, each once.
func (n *name) words() []string {
	all := nameWords(n.Label + " " + n.Value + " " + n.also)
	slices.Sort(all)
	return slices.Compact(all)
}

// nameWords are the folded words of a text. An apostrophe parts none.
func nameWords(text string) []string {
	text = strings.NewReplacer("'", "", "’", "").Replace(text)
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) })
	return texts(words, func(word string) string {
		return strings.ReplaceAll(unaccented(strings.Map(unicode.ToLower, word)), "ς", "σ")
	})
}

// A nameBlock is a file of names: words in order, with what they lead to.
type nameBlock struct {
	words []string
	names [][]*name // by word
}

// A nameIndex is all of them.
type nameIndex struct {
	blocks []nameBlock
	cut    []string // words that lead to more names than they keep, sorted
}

// collectNames lists what cases are asked for by: organisations, never an
// individual who is shown by role, controls and provisions.
func collectNames(cases []*content.Case) []*name {
	type key struct {
		kind  int
		value string
	}
	all := map[key]*name{}
	add := func(kind int, value, label string, also []string) {
		n := all[key{kind, value}]
		if n == nil {
			n = &name{Suggestion: Suggestion{Kind: nameKinds[kind], Value: value, Label: label}, kind: kind}
			all[key{kind, value}] = n
		}
		n.Cases++
		for _, other := range also {
			if !slices.Contains(strings.Split(n.also, "\n"), other) {
				n.also = strings.TrimPrefix(n.also+"\n"+other, "\n")
			}
		}
	}
	for _, c := range cases {
		if o := c.Organisation; o.Name != "" && !o.Anonymous() {
			add(0, o.Name, o.Name, o.Also)
		}
		for _, control := range c.Controls {
			add(1, string(control), control.Title(), spellings[control])
		}
		for _, p := range c.Provisions {
			add(2, string(p), string(p), provisions(&content.Case{Provisions: []content.Provision{p}})[1:])
		}
	}
	sorted := slices.SortedFunc(maps.Values(all), func(a, b *name) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), strings.Compare(a.Value, b.Value))
	})
	for i, n := range sorted {
		n.place = i
	}
	return sorted
}

// newNameIndex sorts names by word and cuts them into blocks.
func newNameIndex(cases []*content.Case) *nameIndex {
	byWord := map[string][]*name{}
	for _, n := range collectNames(cases) {
		for _, word := range n.words() {
			byWord[word] = append(byWord[word], n)
		}
	}
	x := &nameIndex{}
	var block nameBlock
	size, held := 0, map[*name]bool{}
	for _, word := range slices.Sorted(maps.Keys(byWord)) {
		names := byWord[word]
		if len(names) > namesUnderOne {
			slices.SortFunc(names, byCases)
			names = names[:namesUnderOne]
			x.cut = append(x.cut, word)
		}
		cost := wordCost(word, names, held)
		if size+cost > namesSize && size > 0 {
			x.blocks = append(x.blocks, block)
			block, size, held = nameBlock{}, 0, map[*name]bool{}
			cost = wordCost(word, names, held)
		}
		block.words, block.names = append(block.words, word), append(block.names, names)
		size += cost
		for _, n := range names {
			held[n] = true
		}
	}
	if size > 0 {
		x.blocks = append(x.blocks, block)
	}
	return x
}

// wordCost is how many bytes a word adds at most to a block that holds some
// names already.
func wordCost(word string, names []*name, held map[*name]bool) int {
	const numbers = 12 // bytes of those of a name
	cost := len(word) + numbers + 3*len(names)
	for _, n := range names {
		if !held[n] {
			cost += len(n.Value) + len(n.Label) + len(n.also) + numbers
		}
	}
	return cost
}

func byCases(a, b *name) int {
	return cmp.Or(cmp.Compare(b.Cases, a.Cases), cmp.Compare(a.place, b.place))
}

// Suggest returns at most eight names of which every word of a text begins a
// word, those with the most cases, grouped by kind.
func (x *Index) Suggest(text string) []Suggestion {
	typed := nameWords(text)
	if len(typed) == 0 {
		return []Suggestion{}
	}
	x.namesOnce.Do(func() { x.names = newNameIndex(x.cases) })
	found := x.names.beginning(x.names.rarest(typed))
	found = slices.DeleteFunc(found, func(n *name) bool {
		words := n.words()
		return slices.ContainsFunc(typed, func(prefix string) bool {
			return !slices.ContainsFunc(words, func(word string) bool { return strings.HasPrefix(word, prefix) })
		})
	})
	slices.SortFunc(found, byCases)
	found = found[:min(len(found), suggested)]
	slices.SortStableFunc(found, func(a, b *name) int { return cmp.Compare(a.kind, b.kind) })
	all := make([]Suggestion, len(found))
	for i, n := range found {
		all[i] = n.Suggestion
	}
	return all
}

// rarest is the word to look up: the longest that begins none of those that
// were cut, or the longest.
func (x *nameIndex) rarest(typed []string) string {
	longest := func(words []string) string {
		return slices.MaxFunc(words, func(a, b string) int { return cmp.Compare(utf8.RuneCountInString(a), utf8.RuneCountInString(b)) })
	}
	whole := slices.DeleteFunc(slices.Clone(typed), func(prefix string) bool {
		return slices.ContainsFunc(x.cut, func(word string) bool { return strings.HasPrefix(word, prefix) })
	})
	if len(whole) == 0 {
		return longest(typed)
	}
	return longest(whole)
}

// beginning lists the names with a word that begins so, each once: those of
// the block in which such words begin and of the one that follows it.
func (x *nameIndex) beginning(prefix string) []*name {
	at := max(sort.Search(len(x.blocks), func(i int) bool { return x.blocks[i].words[0] > prefix })-1, 0)
	var all []*name
	for _, block := range x.blocks[at:min(at+2, len(x.blocks))] {
		for i, word := range block.words {
			if strings.HasPrefix(word, prefix) {
				all = append(all, block.names[i]...)
			}
		}
	}
	slices.SortFunc(all, func(a, b *name) int { return cmp.Compare(a.place, b.place) })
	return slices.Compact(all)
}

// exportNames writes the blocks and the list of them.
func (x *Index) exportNames(s *shards) (ref, error) {
	names := newNameIndex(x.cases)
	var list packer
	list.number(len(names.blocks))
	last := ""
	for _, block := range names.blocks {
		written, err := s.put("names", block.pack())
		if err != nil {
			return ref{}, err
		}
		list.shared(last, block.words[0])
		list.ref(written)
		last = block.words[0]
	}
	list.number(len(names.cut))
	for _, word := range names.cut {
		list.text(word)
	}
	return s.put("namelist", list)
}

// pack writes the names of a block, then the words with their places in it.
func (b *nameBlock) pack() packer {
	all := slices.Concat(b.names...)
	slices.SortFunc(all, func(a, b *name) int { return cmp.Compare(a.place, b.place) })
	all = slices.Compact(all)
	var p packer
	p.number(len(all))
	at := map[*name]int{}
	last := 0
	for i, n := range all {
		at[n] = i
		p.number(n.place - last)
		p.number(n.kind)
		p.number(n.Cases)
		p.text(n.Value)
		if n.Label == n.Value {
			p.text("")
		} else {
			p.text(n.Label)
		}
		p.text(n.also)
		last = n.place
	}
	p.number(len(b.words))
	word := ""
	for i, next := range b.words {
		p.shared(word, next)
		p.number(len(b.names[i]))
		for _, n := range b.names[i] {
			p.number(at[n])
		}
		word = next
	}
	return p
}
