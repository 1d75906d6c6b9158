package text

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// prosaic is how many bytes of words, not many of them links, make a block a
// paragraph of prose.
const prosaic = 80

// A measure is what stands below a node, in bytes of words that can be seen.
type measure struct {
	words   int // all
	linked  int // of links
	prose   int // of paragraphs, lists and the like that read as prose
	inline  int // since the last block began: a block's own words
	anchors int // of those, of links
	items   int // list entries, a count
	nodes   int // all, a count
}

// measures are taken once from the leaves to the root: asking each element
// for its words would read a page as often as it nests.
type measures map[*html.Node]measure

func measured(root *html.Node) measures {
	m := measures{}
	m.take(root, false)
	return m
}

func (m measures) take(n *html.Node, inLink bool) measure {
	all := measure{nodes: 1}
	switch {
	case n.Type == html.TextNode:
		all.words = letters(n.Data)
		all.inline = all.words
		if inLink {
			all.linked, all.anchors = all.words, all.words
		}
		return all
	case n.Type == html.ElementNode && hidden(n):
		return all
	}
	inLink = inLink || n.DataAtom == atom.A
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		below := m.take(c, inLink)
		all.words += below.words
		all.linked += below.linked
		all.prose += below.prose
		all.inline += below.inline
		all.anchors += below.anchors
		all.items += below.items
		all.nodes += below.nodes
	}
	if isBlock(n) {
		if all.inline >= prosaic && all.anchors*2 < all.inline {
			all.prose += all.inline
		}
		all.inline, all.anchors = 0, 0
	}
	if n.DataAtom == atom.Li {
		all.items++
	}
	m[n] = all
	return all
}

// letters is how many bytes s has but for white space between words.
func letters(s string) int {
	count := 0
	for word := range strings.FieldsFuncSeq(s, unicode.IsSpace) {
		count += len(word) + 1
	}
	return count
}
