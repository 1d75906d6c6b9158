package text

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// boxes are names, in class or id, of parts of a page that are not its story.
var boxes = regexp.MustCompile(`(?i)\b(related|more-?(stories|news|from|on)|recommend(ed|ations)?|read-?more|also-?read|trending|most-?(read|popular)|` +
	`newsletter|sign-?up|subscribe|promo|share|social|comments?|cookie|consent|advert(isement)?|sponsored|breadcrumbs?|tags|sidebar)\b`)

// headings are what such a part is called where its markup has no name.
var headings = regexp.MustCompile(`(?i)^(see )?(more|related|recommended|trending|latest|most (read|popular)|read (more|next|also)|also read|you may (also )?like|` +
	`don.t miss|top)\b.{0,40}$|^(more|other|related|latest|further) .{0,30}(stories|news|articles|reading|headlines)\b.{0,10}$`)

// inline are lines in the middle of a story that point to another one.
var inline = regexp.MustCompile(`^(READ (MORE|NEXT|ALSO)|RELATED|SEE ALSO|MORE:|WATCH:|LISTEN:)\b|(?i)^(read more|read also|see also)\s*:`)

// prune removes from n what a reader skips.
func prune(n *html.Node) {
	var doomed []*html.Node
	walk(n, func(c *html.Node) bool {
		if c.Type != html.ElementNode || c == n {
			return true
		}
		if aside(c) {
			doomed = append(doomed, c)
			return false
		}
		if isHeading(c.DataAtom) && headings.MatchString(words(c)) {
			doomed = append(doomed, rest(c)...)
		}
		return true
	})
	for _, d := range doomed {
		if d.Parent != nil {
			d.Parent.RemoveChild(d)
		}
	}
}

// aside reports whether an element is beside the story.
func aside(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Aside, atom.Form, atom.Footer, atom.Script, atom.Style, atom.Noscript, atom.Iframe:
		return true
	case atom.Body, atom.Html, atom.Main, atom.Article, atom.Head:
		return false
	case atom.P:
		return len(words(n)) < 200 && inline.MatchString(words(n))
	}
	if hidden(n) {
		return true
	}
	return boxes.MatchString(attribute(n, "class")+" "+attribute(n, "id")) && holdsNoStory(n)
}

// holdsNoStory guards against a page that names its whole story after a box:
// what has three long paragraphs is kept.
func holdsNoStory(n *html.Node) bool {
	long := 0
	walk(n, func(c *html.Node) bool {
		if c.DataAtom == atom.P && len(words(c)) > 120 {
			long++
		}
		return true
	})
	return long < 3
}

func isHeading(a atom.Atom) bool {
	return a == atom.H2 || a == atom.H3 || a == atom.H4 || a == atom.H5 || a == atom.H6
}

// rest is a heading and what follows it among its siblings up to the next
// heading of its rank.
func rest(h *html.Node) []*html.Node {
	all := []*html.Node{h}
	for c := h.NextSibling; c != nil && c.DataAtom != h.DataAtom; c = c.NextSibling {
		all = append(all, c)
	}
	return all
}

// words is all text below n with white space folded.
func words(n *html.Node) string {
	var b strings.Builder
	walk(n, func(c *html.Node) bool {
		if c.Type == html.TextNode {
			b.WriteString(c.Data + " ")
		}
		return true
	})
	return strings.Join(strings.Fields(b.String()), " ")
}
