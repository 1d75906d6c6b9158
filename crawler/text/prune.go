package text

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// boxes are names, in the class or id of an element, for parts of a page that
// are not its story.
var boxes = regexp.MustCompile(` (related|more (stories|news|from|on|links)|recommend(ed|ations)?|recirculation|recirc|read (more|next)|also read|trending|` +
	`most (read|popular|viewed)|popular|newsletter|sign up|signup|sign in|login|subscri(be|ption)|promo|share|sharing|social|comments?|disqus|` +
	`cookies?|consent|gdpr|advert|advertisement|ad (slot|unit)|sponsored|breadcrumbs?|tags|sidebar|teasers?|onward|outbrain|taboola|` +
	`byline|dateline|timestamp|toolbar|skip link|caption|credits?|copyright|author (bio|card|info|box)|about the author|bio|affiliate|disclaimer|` +
	`print (only|header|footer)|slide count|gallery|slideshow|carousel|cta|read time|reading time|modal|popup|overlay|screen reader( text)?|` +
	`sr only|visually hidden) `)

// topics are class names that say what a page is about, not what it is.
var topics = regexp.MustCompile(`(?i)^(tag|category|topic|section|post|keyword)-`)

// headings are what such a part is called where its markup has no name for it.
// What could be said of a matter, as "More fines to come", is none.
var headings = regexp.MustCompile(`(?i)^((see |read )?more( (from|on|in|like this|by)\b.{0,40})?|` +
	`(more|other|related|latest|further|recommended|trending|top|popular|sponsored) (.{1,30} )?(stories|news|articles|reading|headlines|coverage|content|posts|links|topics|videos)\b.{0,10}|` +
	`(related|recommended( for you)?|trending( now)?|latest( (from|on|in)\b.{0,40})?|sponsored( by\b.{0,40})?|most (read|popular|viewed)\b.{0,20}|(read|up) next|(see|read) also|also read)|` +
	`you (may|might) (also )?like\b.{0,20}|(don['’]t miss|elsewhere on|in other news)\b.{0,40}|tell us what you think|something to consider|` +
	`(join the conversation|(leave a |\d+ )?comments?|share( (this|on|via)\b.{0,40})?|(topics|tags|newsletters?)( in this\b.{0,20})?|(sign up|subscribe)( (for|to|now|today)\b.{0,40})?|` +
	`get (the|our) .{0,30}(newsletter|email|app|briefing)))[:.…!]*$`)

// titled are names of elements that stand for headings.
var titled = regexp.MustCompile(` (heading|title|headline|header|hed|label) `)

// pointers are lines in the middle of a story that lead to another one, or ask
// for something.
var pointers = regexp.MustCompile(`^(READ (MORE|NEXT|ALSO|NOW)|RELATED|SEE ALSO|MORE:|WATCH:|LISTEN:|ALSO READ)\b|` +
	`(?i)^(read more|read also|read next|see also|also read|related( story| article)?|recommended|you may also like)\s*[:|–—-]|` +
	`^(sign up (to|for)|subscribe to|join (our|us)|click here (to|for)|follow (us|him|her|them)\b|download our app|share this (article|story)|` +
	`have a (news )?tip|want more|if you enjoyed this|(first |originally )?(posted|published|updated)\s*:|©|copyright\b|all rights reserved|` +
	`this (article|story) (was|has been) (first |originally )?published|we may earn|\(?(additional )?reporting by)`)

// buttons are words that a reader presses, or that say what a thing is.
var buttons = regexp.MustCompile(`(?i)^(advert|advertisement|caption|close|sign in|log in|share|print|subscribe|save|comments?|menu|search|loading(…|\.\.\.)?|` +
	`(image|photo|slide) \d+ (of|/) (/ )?\d+|\d+ (of|/) \d+)$`)

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

// subjects are those names of boxes that a passage can be about, and that its
// id then is.
var subjects = regexp.MustCompile(`^(cookies?|consent|gdpr|newsletter|shar(e|ing)|social|log ?in|sign (in|up)|credits?|copyright|disclaimer|popular|subscription|advert)\b`)

// names are an element's class and id as words between blanks, without what
// only says what the page or the passage is about.
func (p pruner) names(n *html.Node) string {
	var all strings.Builder
	all.WriteByte(' ')
	class, id := attribute(n, "class"), attribute(n, "id")
	for name := range strings.FieldsSeq(class[:min(len(class), longName)]) {
		if !topics.MatchString(name) {
			all.WriteString(parts(name) + " ")
		}
	}
	id = parts(id[:min(len(id), longName)])
	passage := isHeadingElement(n) || strings.Count(id, " ") >= 3 || p.measures[n].prose > 0 && subjects.MatchString(id)
	if !passage {
		all.WriteString(id + " ")
	}
	return all.String()
}

// longName is in bytes what is read of a class attribute at most.
const longName = 1000

// parts are the words of a name: of "related-stories", "related_stories" and
// "relatedStories" the same two.
func parts(name string) string {
	var b strings.Builder
	lower := false
	for _, r := range name {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) || unicode.IsUpper(r) && lower {
			b.WriteByte(' ')
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
		}
		lower = unicode.IsLower(r)
	}
	return strings.Join(strings.Fields(b.String()), " ")
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
