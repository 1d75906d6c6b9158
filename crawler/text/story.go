package text

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// dropOtherArticles takes out the articles of a page that are not its own: the
// own one holds the headline, or else most of the prose.
func dropOtherArticles(doc *html.Node) {
	var outer []*html.Node
	walk(doc, func(n *html.Node) bool {
		if n.DataAtom == atom.Article {
			outer = append(outer, n)
		}
		return n.DataAtom != atom.Article
	})
	if len(outer) < 2 {
		return
	}
	own := ownArticle(outer, measured(doc))
	if own == nil {
		return
	}
	takeOut(slices.DeleteFunc(outer, func(a *html.Node) bool { return a == own }))
}

// ownArticle is the page's own article among several; nil if none stands out.
func ownArticle(articles []*html.Node, m measures) *html.Node {
	all := 0
	for _, a := range articles {
		if m[a].prose >= longPointer && holds(a, atom.H1) {
			return a
		}
		all += m[a].prose
	}
	for _, a := range articles {
		if m[a].prose*2 > all {
			return a
		}
	}
	return nil
}

// story is what of a pruned page is its story: what readability found, put
// right by what the page says of itself. Where readability found nothing that
// is one, the densest part of the page is.
func story(doc, found *html.Node, title string) []block {
	page := blocksOf(doc)
	var blocks []block
	if found != nil {
		nameAtoms(found)
		prune(found)
		blocks = within(whole(blocksOf(found), page), marked(doc))
		blocks = back(front(withoutLists(blocks), title))
	}
	if len(joined(blocks)) < shortest {
		blocks = back(front(withoutLists(blocksOf(densest(doc))), title))
	}
	return blocks
}

// marked are the paragraphs that a page itself marks as the body of its
// article; nil where it marks none.
func marked(doc *html.Node) []block {
	var bodies []*html.Node
	walk(doc, func(n *html.Node) bool {
		if strings.Contains(attribute(n, "itemprop"), "articleBody") {
			bodies = append(bodies, n)
			return false
		}
		return true
	})
	return blocksOf(bodies...)
}

// within keeps those blocks that are in body too, if they are most of it and
// half of them all at least: a page may mark its first paragraph only.
func within(blocks, body []block) []block {
	in := map[string]bool{}
	for _, b := range body {
		in[b.text] = true
	}
	var kept []block
	for _, b := range blocks {
		if in[b.text] {
			kept = append(kept, b)
		}
	}
	if have := size(kept); have >= shortest && have*10 >= size(body)*7 && have*2 >= size(blocks) {
		return kept
	}
	return blocks
}

// whole adds to what readability found the paragraphs of containers that are
// of the same make as the one that holds most of it: pages print a story in
// several, with a box between them, and readability takes one.
func whole(found, page []block) []block {
	left := map[string]int{}
	for _, b := range found {
		left[b.text]++
	}
	held, all := map[string]int{}, 0
	for _, b := range page {
		if left[b.text] > 0 && len(b.text) >= prosaic {
			held[makeOf(b.in.Parent)] += len(b.text)
			all += len(b.text)
		}
	}
	var kept []block
	for _, b := range page {
		container := makeOf(b.in.Parent)
		if left[b.text] > 0 || container != "" && held[container]*2 > all {
			left[b.text]--
			kept = append(kept, b)
		}
	}
	if size(kept) > size(found) {
		return kept
	}
	return found
}

// makeOf is an element's kind and classes; empty for one without classes.
func makeOf(n *html.Node) string {
	if n == nil || attribute(n, "class") == "" {
		return ""
	}
	class := attribute(n, "class")
	return n.Data + " " + class[:min(len(class), longName)]
}

// size is how many bytes of prose blocks hold.
func size(blocks []block) int {
	bytes := 0
	for _, b := range blocks {
		if len(b.text) >= prosaic {
			bytes += len(b.text)
		}
	}
	return bytes
}

// densest is the innermost element that holds nearly all of a page's prose.
func densest(doc *html.Node) *html.Node {
	m := measured(doc)
	in := doc
	for c := in.FirstChild; c != nil; {
		if m[c].prose > 0 && m[c].prose*10 >= m[doc].prose*9 {
			in, c = c, c.FirstChild
		} else {
			c = c.NextSibling
		}
	}
	return in
}
