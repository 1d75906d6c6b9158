package text

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// maxDepth bounds the nesting of a page: real ones stay below 100.
const maxDepth = 512

// ErrNoMainText says that a page holds no article: a menu, a challenge, an
// empty shell.
var ErrNoMainText = errors.New("no main text found")

// Parse reads HTML in the encoding that its bytes or contentType name.
func Parse(page []byte, contentType string) (*html.Node, error) {
	r, err := charset.NewReader(bytes.NewReader(page), contentType)
	if err != nil {
		return nil, fmt.Errorf("text: %w", err)
	}
	doc, err := html.ParseWithOptions(r, html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil, fmt.Errorf("text: %w", err)
	}
	if deep(doc, maxDepth) {
		return nil, fmt.Errorf("text: page nests deeper than %d elements", maxDepth)
	}
	return doc, nil
}

func deep(n *html.Node, left int) bool {
	if left == 0 {
		return true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if deep(c, left-1) {
			return true
		}
	}
	return false
}

// Article reads a page of the press: its headline, main text and the day of
// publication that the page itself states.
func Article(page []byte, contentType, address string) (Text, error) {
	doc, err := Parse(page, contentType)
	if err != nil {
		return Text{}, err
	}
	published, language := published(doc), language(doc)
	prune(doc)
	u, err := url.Parse(address)
	if err != nil {
		return Text{}, fmt.Errorf("text: %w", err)
	}
	article, err := readability.FromDocument(doc, u)
	if err != nil {
		return Text{}, fmt.Errorf("text: %w", err)
	}
	if article.Node == nil {
		return Text{}, ErrNoMainText
	}
	prune(article.Node)
	title := strings.TrimSpace(clean(article.Title()))
	body := Render(article.Node)
	if len(body) < 40 {
		return Text{}, ErrNoMainText
	}
	if title != "" && !strings.HasPrefix(body, title) {
		body = title + "\n\n" + body
	}
	return Text{Title: title, Body: body, Language: language, Published: published}, nil
}

func language(doc *html.Node) string {
	lang := ""
	walk(doc, func(n *html.Node) bool {
		if n.DataAtom == atom.Html {
			lang = attribute(n, "lang")
		}
		return lang == ""
	})
	return lang
}

// Render writes the visible words of nodes: a block element is a paragraph of
// its own.
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
		w.now.WriteString("\n")
		return
	}
	block := n.Type == html.ElementNode && isBlock(n.DataAtom)
	if block {
		w.end()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
	if block {
		w.end()
	}
}

var lineEnds = strings.NewReplacer("\n", " ", "\r", " ")

func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer, atom.Aside, atom.Nav,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd,
		atom.Blockquote, atom.Pre, atom.Table, atom.Tr, atom.Figure, atom.Figcaption, atom.Hr, atom.Form, atom.Body:
		return true
	}
	return false
}

// hidden reports whether an element shows nothing to a reader.
func hidden(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Iframe, atom.Svg, atom.Button, atom.Select:
		return true
	}
	style := strings.ReplaceAll(strings.ToLower(attribute(n, "style")), " ", "")
	return has(n, "hidden") || attribute(n, "aria-hidden") == "true" ||
		strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// walk calls visit for n and all below it, not going below a node for which
// it returns false.
func walk(n *html.Node, visit func(*html.Node) bool) {
	if !visit(n) {
		return
	}
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling // visit may remove c
		walk(c, visit)
		c = next
	}
}
