package text

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
)

// ErrNoMainText says that a page holds no article: a menu, a challenge, an
// empty shell.
var ErrNoMainText = errors.New("no main text found")

// shortest is the number of bytes below which a page holds no article.
const shortest = 80

// Parse reads HTML in the encoding that its byte order mark, contentType or
// its own head name, in that order, and in UTF-8 where nothing names one and
// its bytes are such. Markup that nests deeper than any real page is an error.
func Parse(page []byte, contentType string) (*html.Node, error) {
	decoded, err := io.ReadAll(encodingOf(page, contentType).NewDecoder().Reader(bytes.NewReader(page)))
	if err != nil {
		return nil, fmt.Errorf("text: encoding: %w", err)
	}
	doc, err := html.ParseWithOptions(bytes.NewReader(decoded), html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil, fmt.Errorf("text: %w", err)
	}
	return doc, nil
}

// named is a head's word for its encoding, wherever in it it stands.
var named = regexp.MustCompile(`(?i)<meta[^>]{1,200}charset\s*=\s*["']?([a-z0-9_-]{2,20})`)

// encodingOf is a page's encoding. The standard looks for its name in the first
// 1024 bytes only, which not every head keeps to; where there is none, bytes
// that are valid UTF-8 are hardly anything else.
func encodingOf(page []byte, contentType string) encoding.Encoding {
	found, name, certain := charset.DetermineEncoding(page, contentType)
	if certain || name != "windows-1252" && name != "utf-8" {
		return found
	}
	if meta := named.FindSubmatch(page[:min(len(page), 1<<16)]); meta != nil {
		said, canonical := charset.Lookup(string(meta[1]))
		switch {
		case strings.HasPrefix(canonical, "utf-16"): // then it could not be read here
			return encoding.Nop
		case said != nil:
			return said
		}
	}
	if utf8.Valid(page) {
		return encoding.Nop
	}
	return found
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

// hidden reports whether an element shows nothing to a reader. Only what is
// written on the element itself is asked, see [outOfSight] for style sheets.
func hidden(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Iframe, atom.Svg, atom.Button, atom.Select,
		atom.Textarea, atom.Datalist, atom.Object, atom.Audio, atom.Video, atom.Canvas:
		return true
	case atom.Dialog:
		return !has(n, "open")
	}
	if has(n, "hidden") || strings.EqualFold(attribute(n, "aria-hidden"), "true") {
		return true
	}
	style := attribute(n, "style")
	return style != "" && (unseen.MatchString(style) || sameColours(n, style))
}

// unseen matches styles that take an element out of sight.
var unseen = regexp.MustCompile(`(?i)(^|[;\s])(display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|color\s*:\s*transparent|` +
	`(font-size|opacity|width|height|max-width|max-height|line-height)\s*:\s*0*(\.0+)?([a-z%]+)?\s*(!important\s*)?(;|$)|` +
	`(left|right|top|text-indent)\s*:\s*-(\d{4,}|\d{3,}(r?em|%|vw))|clip\s*:\s*rect\(\s*0|clip-path\s*:\s*inset\(\s*(50|100)%|transform\s*:\s*scale\(\s*0\s*\))`)

var (
	colour     = regexp.MustCompile(`(?i)(?:^|[;\s])color\s*:\s*([^;!]+)`)
	background = regexp.MustCompile(`(?i)(?:^|[;\s])background(?:-color)?\s*:\s*([^;!]+)`)
)

// sameColours reports whether an element's letters have the colour of what is
// behind them: white, where no style says otherwise.
func sameColours(n *html.Node, style string) bool {
	letters := colour.FindStringSubmatch(style)
	if letters == nil {
		return false
	}
	for ; n != nil; n = n.Parent {
		if behind := background.FindStringSubmatch(attribute(n, "style")); behind != nil {
			return plainColour(behind[1]) == plainColour(letters[1])
		}
	}
	return plainColour(letters[1]) == "white"
}

// plainColour writes a colour in one way, white at least.
func plainColour(s string) string {
	s = strings.ToLower(strings.Join(strings.Fields(s), ""))
	switch s {
	case "#fff", "#ffffff", "rgb(255,255,255)", "rgba(255,255,255,1)":
		return "white"
	}
	return s
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
