package text

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// manyNodes are more than any pointer is made of.
const manyNodes = 500

// longPointer is the length in bytes at which a line is a paragraph of the
// story, whatever it begins with.
const longPointer = 240

// A pruner takes out of a page what a reader skips.
type pruner struct {
	measures
	prose int // of the whole page
}

// prune takes out of n what is beside its story.
func prune(n *html.Node) {
	p := prunerOf(n)
	var doomed []*html.Node
	walk(n, func(c *html.Node) bool {
		switch {
		case c == n || c.Type != html.ElementNode:
			return true
		case p.beside(c):
			doomed = append(doomed, c)
			return false
		case p.isHeading(c) && headings.MatchString(words(c)):
			doomed = append(doomed, p.section(c)...)
		}
		return true
	})
	takeOut(doomed)
}

func prunerOf(n *html.Node) pruner {
	m := measured(n)
	return pruner{m, m[n].prose}
}

func takeOut(doomed []*html.Node) {
	for _, d := range doomed {
		if d.Parent != nil {
			d.Parent.RemoveChild(d)
		}
	}
}

// beside reports whether an element is beside the story.
func (p pruner) beside(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Style, atom.Noscript, atom.Iframe, atom.Button, atom.Template, atom.Figcaption:
		return true
	case atom.Nav, atom.Aside, atom.Footer, atom.Form: // some sites wrap every page in one
		return !p.holdsStory(n)
	case atom.Body, atom.Html, atom.Main, atom.Article, atom.Head, atom.Script: // readability reads the scripts for metadata
		return false
	case atom.P, atom.Strong, atom.Div, atom.Li, atom.Span, atom.Center:
		if p.pointer(n) {
			return true
		}
	case atom.Ul, atom.Ol:
		if p.onlyLinks(n) {
			return true
		}
	}
	return hidden(n) || n.DataAtom != atom.A && boxes.MatchString(p.names(n)) && !p.holdsStory(n)
}

// pointer reports whether a short element leads elsewhere or is pressed.
func (p pruner) pointer(n *html.Node) bool {
	m := p.measures[n]
	if m.words == 0 || m.words >= longPointer || m.nodes > manyNodes {
		return false
	}
	line := words(n)
	switch n.DataAtom {
	case atom.Strong, atom.Span: // a word of a sentence, unless it stands alone
		return pointers.MatchString(line) || buttons.MatchString(line) && p.measures[n.Parent].words == m.words
	case atom.P:
		if m.linked*10 >= m.words*9 {
			return true
		}
	}
	return pointers.MatchString(line) || buttons.MatchString(line)
}

// onlyLinks reports whether a list is a menu or a list of headlines: two
// entries or more, nearly all of it links.
func (p pruner) onlyLinks(list *html.Node) bool {
	m := p.measures[list]
	return m.items > 1 && m.linked*10 >= m.words*7
}

// holdsStory guards against a page that names its whole story after a box.
func (p pruner) holdsStory(n *html.Node) bool {
	return p.measures[n].prose*2 > p.prose
}

// isHeading reports whether an element is a heading, or a short paragraph
// that is all in bold and so stands for one.
func (p pruner) isHeading(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Div:
		if p.measures[n].words < longPointer/2 && titled.MatchString(p.names(n)) {
			return true
		}
		only := onlyChild(n)
		return only != nil && (only.DataAtom == atom.Strong || only.DataAtom == atom.B) && p.measures[n].words < longPointer/2
	}
	return isHeadingElement(n)
}

func isHeadingElement(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// onlyChild is n's child if it has one only that is not white space.
func onlyChild(n *html.Node) *html.Node {
	var only *html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.CommentNode || c.Type == html.TextNode && strings.TrimSpace(c.Data) == "":
		case only != nil:
			return nil
		default:
			only = c
		}
	}
	return only
}

// section is a heading and what follows it among its siblings, up to the next
// heading of its rank or a paragraph of a story.
func (p pruner) section(heading *html.Node) []*html.Node {
	top := heading
	for top.Parent != nil && top.Parent.DataAtom != atom.Body && onlyChild(top.Parent) == top {
		top = top.Parent // a box of its own for the heading
	}
	all := []*html.Node{top}
	for c := top.NextSibling; c != nil; c = c.NextSibling {
		if p.measures[c].prose > longPointer || p.isHeading(c) && rank(c) <= rank(heading) {
			break
		}
		all = append(all, c)
	}
	return all
}

// rank is 1 for the first heading of a page and more for those below it.
func rank(heading *html.Node) int {
	if isHeadingElement(heading) {
		return int(heading.Data[1] - '0')
	}
	return 7
}
