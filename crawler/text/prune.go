package text

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// boxes are words, in the class or id of an element, for parts of a page that
// are not its story.
var boxes = regexp.MustCompile(`(?i)\b(related|more-?(stories|news|from|on)|recommend(ed|ations)?|recirculation|read-?(more|next)|also-?read|trending|` +
	`most-?(read|popular|viewed)|newsletter|sign-?up|subscri(be|ption)|paywall|promo|share|sharing|social|comments?|cookies?|consent|` +
	`advert(isement)?|ad-(slot|unit)|sponsored|breadcrumbs?|tags|sidebar|teasers?|onward|outbrain|taboola|byline|dateline|toolbar|skip-link|` +
	`caption|credit|copyright|author-?bio|about-the-author|affiliate|disclaimer|print-only)\b`)

// headings are what such a part is called where its markup has no name for it.
var headings = regexp.MustCompile(`(?i)^((see )?(more|related|recommended|trending|latest|most (read|popular|viewed)|read (more|next|also)|also read|` +
	`you (may|might) (also )?like|don['’]t miss|top stories|elsewhere on|in other news|sponsored)\b.{0,40}|` +
	`(more|other|related|latest|further) .{0,30}(stories|news|articles|reading|headlines|coverage)\b.{0,10}|` +
	`(share|comments?|topics|tags|newsletter|sign up|get the|subscribe)\b.{0,40})$`)

// pointers are lines in the middle of a story that lead to another one, or ask
// for something.
var pointers = regexp.MustCompile(`^(READ (MORE|NEXT|ALSO|NOW)|RELATED|SEE ALSO|MORE:|WATCH:|LISTEN:|ALSO READ)\b|` +
	`(?i)^(read more|read also|read next|see also|also read|related( story| article)?|recommended|you may also like)\s*[:|–—-]|` +
	`^(sign up (to|for)|subscribe to|join (our|us)|click here (to|for)|follow (us|him|her|them)\b|download our app|share this (article|story)|` +
	`have a (news )?tip|want more|if you enjoyed this|(first |originally )?(posted|published|updated)\s*:|©|copyright\b|all rights reserved|` +
	`this (article|story) (was|has been) (first |originally )?published|we may earn|\(?(additional )?reporting by)`)

// longPointer is the length in bytes at which a line is a paragraph of the
// story, whatever it begins with.
const longPointer = 240

// prune takes out of n what a reader skips.
func prune(n *html.Node) {
	var doomed []*html.Node
	walk(n, func(c *html.Node) bool {
		switch {
		case c == n || c.Type != html.ElementNode:
			return true
		case beside(c):
			doomed = append(doomed, c)
			return false
		case isHeading(c) && headings.MatchString(words(c)):
			doomed = append(doomed, section(c)...)
		}
		return true
	})
	for _, d := range doomed {
		if d.Parent != nil {
			d.Parent.RemoveChild(d)
		}
	}
}

// beside reports whether an element is beside the story.
func beside(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Aside, atom.Footer, atom.Style, atom.Noscript, atom.Iframe, atom.Button, atom.Template, atom.Figcaption:
		return true
	case atom.Form: // some sites wrap every page in one
		return !holdsStory(n)
	case atom.Body, atom.Html, atom.Main, atom.Article, atom.Head, atom.Script: // readability reads the scripts for metadata
		return false
	case atom.P, atom.Strong, atom.Div, atom.Li:
		line := words(n)
		if len(line) < longPointer && (pointers.MatchString(line) || n.DataAtom == atom.P && linked(n)*10 >= len(line)*9) {
			return true
		}
	case atom.Ul, atom.Ol:
		if onlyLinks(n) {
			return true
		}
	}
	return hidden(n) || boxes.MatchString(attribute(n, "class")+" "+attribute(n, "id")) && !holdsStory(n)
}

// onlyLinks reports whether a list is a menu or a list of headlines: two
// entries or more, nearly all of it links.
func onlyLinks(list *html.Node) bool {
	entries := 0
	for c := range list.Descendants() {
		if c.DataAtom == atom.Li {
			entries++
		}
	}
	return entries > 1 && linked(list)*10 >= len(words(list))*7
}

// linked is how many bytes of n's words are links.
func linked(n *html.Node) int {
	bytes := 0
	walk(n, func(c *html.Node) bool {
		if c.DataAtom == atom.A {
			bytes += len(words(c))
		}
		return c.DataAtom != atom.A
	})
	return bytes
}

// holdsStory guards against a page that names its whole story after a box.
func holdsStory(n *html.Node) bool {
	long := 0
	walk(n, func(c *html.Node) bool {
		if c.DataAtom == atom.P && len(words(c)) > 120 {
			long++
		}
		return true
	})
	return long >= 3
}

func isHeading(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// section is a heading and what follows it among its siblings, up to the next
// heading of its rank or a paragraph of a story.
func section(heading *html.Node) []*html.Node {
	all := []*html.Node{heading}
	for c := heading.NextSibling; c != nil && c.DataAtom != heading.DataAtom; c = c.NextSibling {
		if c.DataAtom == atom.P && len(words(c)) > longPointer || strings.HasPrefix(c.Data, "h") && isHeading(c) && c.Data < heading.Data {
			break
		}
		all = append(all, c)
	}
	return all
}
