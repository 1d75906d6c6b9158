package text

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Render writes the visible words of nodes: a block element is a paragraph of
// its own, a line break a line.
func Render(nodes ...*html.Node) string {
	var w writer
	for _, n := range nodes {
		w.node(n)
		w.end()
	}
	return paragraphs(w.blocks)
}

// A writer collects paragraphs while it walks a page.
type writer struct {
	blocks []string
	now    strings.Builder
}

// end ends the paragraph.
func (w *writer) end() {
	if w.now.Len() > 0 {
		w.blocks = append(w.blocks, w.now.String())
		w.now.Reset()
	}
}

func (w *writer) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		w.now.WriteString(lineEnds.Replace(n.Data))
		return
	case n.Type == html.ElementNode && hidden(n):
		return
	case n.DataAtom == atom.Br:
		w.now.WriteByte('\n')
		return
	}
	block := isBlock(n)
	if block {
		w.end()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
	switch {
	case block:
		w.end()
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
		atom.Details, atom.Summary, atom.Body:
		return true
	}
	return false
}
