package text

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Render writes the visible words of nodes: a block element is a paragraph of
// its own, a line break a line.
func Render(nodes ...*html.Node) string { return joined(blocksOf(nodes...)) }

// A block is a paragraph, the element that holds it, and whether it is a link.
type block struct {
	text   string
	in     *html.Node
	linked bool
}

// blocksOf are the paragraphs below nodes.
func blocksOf(nodes ...*html.Node) []block {
	var w writer
	for _, n := range nodes {
		w.in = n
		w.node(n)
		w.end()
	}
	return w.blocks
}

func joined(blocks []block) string {
	var all []string
	for _, b := range blocks {
		all = append(all, b.text)
	}
	return strings.Join(all, "\n\n")
}

// A writer collects paragraphs while it walks a page.
type writer struct {
	blocks []block
	in     *html.Node // the block element that is being written
	now    strings.Builder
	links  int // how deep in links
	linked int // bytes of now that are links
}

// end ends the paragraph.
func (w *writer) end() {
	if text := paragraph(w.now.String()); text != "" {
		w.blocks = append(w.blocks, block{text, w.in, w.linked*10 >= letters(w.now.String())*9})
	}
	w.now.Reset()
	w.linked = 0
}

func (w *writer) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		w.now.WriteString(lineEnds.Replace(n.Data))
		if w.links > 0 {
			w.linked += letters(n.Data)
		}
		return
	case n.Type == html.ElementNode && hidden(n):
		return
	case n.DataAtom == atom.Br:
		w.now.WriteByte('\n')
		return
	}
	block := isBlock(n)
	outer := w.in
	if block {
		w.end()
		w.in = n
	}
	if n.DataAtom == atom.A {
		w.links++
		defer func() { w.links-- }()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
	switch {
	case block:
		w.end()
		w.in = outer
	case n.DataAtom == atom.Td || n.DataAtom == atom.Th:
		w.now.WriteByte(' ')
	}
}

var lineEnds = strings.NewReplacer("\n", " ", "\r", " ")

func isBlock(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return false
	}
	switch n.DataAtom {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer, atom.Aside, atom.Nav,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd,
		atom.Blockquote, atom.Pre, atom.Table, atom.Caption, atom.Tr, atom.Figure, atom.Figcaption, atom.Hr, atom.Form,
		atom.Details, atom.Summary, atom.Body, atom.Center, atom.Address, atom.Hgroup, atom.Fieldset, atom.Legend:
		return true
	}
	return false
}
