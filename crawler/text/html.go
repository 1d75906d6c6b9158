package text

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// ErrNoMainText says that a page holds no article: a menu, a challenge, an
// empty shell.
var ErrNoMainText = errors.New("no main text found")

// shortest is the number of bytes below which a page holds no article.
const shortest = 80

// Parse reads HTML in the encoding that its byte order mark, contentType or
// its own head name, in that order, but for UTF-8 that is called something
// else. Bytes that are no text, and markup that nests deeper than any real page,
// are an error.
func Parse(page []byte, contentType string) (*html.Node, error) {
	text, err := decoded(page, contentType)
	if err != nil {
		return nil, fmt.Errorf("text: %w", err)
	}
	doc, err := html.ParseWithOptions(bytes.NewReader(text), html.ParseOptionEnableScripting(false))
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
	if w := weight(doc, 0); w > heaviest {
		return Text{}, fmt.Errorf("text: words and elements times their depth are %d, %d at most: no page of the press is like that", w, heaviest)
	}
	dropOutOfSight(doc)
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

// heaviest is the weight of a page that can be read in a second. Readability
// asks each element for all words below it; the heaviest of a hundred real
// pages had a twentieth of this.
const heaviest = 50_000_000

// weight is about how many bytes are read when each element is asked for all
// words below it.
func weight(n *html.Node, depth int) int {
	if n.DataAtom == atom.Script || n.DataAtom == atom.Style {
		return 0
	}
	sum := depth * 20
	if n.Type == html.TextNode {
		sum += depth * len(n.Data)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		sum += weight(c, depth+1)
	}
	return sum
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
			return n.Type != html.ElementNode || !hidden(n)
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

// tag is a tag of BCP 47, as far as its form goes.
var tag = regexp.MustCompile(`^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,8}$`)

// language is the page's own word for its language; empty when it is none.
func language(doc *html.Node) string {
	for n := range doc.Descendants() {
		if n.DataAtom == atom.Html {
			return tag.FindString(strings.TrimSpace(attribute(n, "lang")))
		}
	}
	return ""
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
