package text

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/url"
	"regexp"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// ErrNoMainText says that a page holds no article: a menu, a challenge, an
// empty shell.
var ErrNoMainText = errors.New("no main text found")

// shortest is the number of bytes below which a page holds no article.
const shortest = 80

// Parse reads HTML in the encoding that its byte order mark, contentType or
// its own head name, in that order. Markup that nests deeper than any real
// page is an error.
func Parse(page []byte, contentType string) (*html.Node, error) {
	r, err := charset.NewReader(bytes.NewReader(page), contentType)
	if errors.Is(err, io.EOF) { // an empty page
		r, err = bytes.NewReader(nil), nil
	}
	if err != nil {
		return nil, fmt.Errorf("text: encoding: %w", err)
	}
	doc, err := html.ParseWithOptions(r, html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil, fmt.Errorf("text: %w", err)
	}
	return doc, nil
}

// Article reads a page of the press that was published at address: its
// headline, its main text, and the day of publication that it states.
func Article(page []byte, contentType, address string) (Text, error) {
	doc, err := Parse(page, contentType)
	if err != nil {
		return Text{}, err
	}
	u, err := url.Parse(address)
	if err != nil {
		return Text{}, fmt.Errorf("text: %w", err)
	}
	t := Text{Title: headline(doc), Language: language(doc), Published: published(doc)}
	dropOtherArticles(doc)
	prune(doc)
	article, err := readability.FromDocument(doc, u)
	if err != nil {
		return Text{}, fmt.Errorf("text: %w: %w", ErrNoMainText, err)
	}
	if t.Title == "" {
		t.Title = strings.Join(strings.Fields(Clean(article.Title())), " ")
	}
	t.Body = joined(story(doc, article.Node, t.Title))
	if len(t.Body) < shortest {
		return Text{}, fmt.Errorf("text: %d bytes: %w", len(t.Body), ErrNoMainText)
	}
	if t.Title != "" && !strings.HasPrefix(t.Body, t.Title) {
		t.Body = t.Title + "\n\n" + t.Body
	}
	return t, nil
}

// nameAtoms sets the atoms of elements by their names: readability makes and
// renames elements by name alone.
func nameAtoms(n *html.Node) {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode {
			c.DataAtom = atom.Lookup([]byte(c.Data))
		}
	}
}

// headline is the page's only first heading; a page with several has one that
// only readability can tell.
func headline(doc *html.Node) string {
	var found []string
	walk(doc, func(n *html.Node) bool {
		if n.DataAtom != atom.H1 {
			return n.Type != html.ElementNode || !hidden(n) || n.DataAtom == atom.Head
		}
		if title := words(n); title != "" && !hidden(n) {
			found = append(found, title)
		}
		return false
	})
	if len(found) != 1 {
		return ""
	}
	return found[0]
}

func language(doc *html.Node) string {
	for n := range doc.Descendants() {
		if n.DataAtom == atom.Html {
			return attribute(n, "lang")
		}
	}
	return ""
}

// hidden reports whether an element shows nothing to a reader. Only what is
// written on the element itself is known; its style sheet is not.
func hidden(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Iframe, atom.Svg, atom.Button, atom.Select:
		return true
	}
	return has(n, "hidden") || attribute(n, "aria-hidden") == "true" || unseen.MatchString(attribute(n, "style"))
}

// unseen matches styles that take an element out of sight.
var unseen = regexp.MustCompile(`(?i)(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0[a-z%]*\s*(!important\s*)?(;|$))`)

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

// walk calls visit for n and what is below it, but not for what is below a
// node for which visit returns false.
func walk(n *html.Node, visit func(*html.Node) bool) {
	if !visit(n) {
		return
	}
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling // visit may take c out
		walk(c, visit)
		c = next
	}
}

// words is all visible text below n on one line.
func words(n *html.Node) string {
	var b strings.Builder
	walk(n, func(c *html.Node) bool {
		if c.Type == html.TextNode {
			b.WriteString(c.Data + " ")
		}
		return c.Type != html.ElementNode || !hidden(c)
	})
	return strings.Join(strings.Fields(Clean(b.String())), " ")
}
