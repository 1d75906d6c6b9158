package text

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// mostStyle is how many bytes of its style sheets a page is asked for.
const mostStyle = 1 << 18

var (
	cssComment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	atRule     = regexp.MustCompile(`@[^{};]*(;|\{([^{}]*\{[^{}]*\})*[^{}]*\})`)
	cssRule    = regexp.MustCompile(`([^{}]+)\{([^{}]*)\}`)
	oneName    = regexp.MustCompile(`^[a-z]*([.#])([\w-]+)$`)
)

// outOfSight are the classes (".name") and ids ("#name") that a page's own
// style sheets take out of sight whatever the medium. Only selectors of one
// name are understood; style sheets elsewhere are not read.
func outOfSight(doc *html.Node) map[string]bool {
	found := map[string]bool{}
	left := mostStyle
	for n := range doc.Descendants() {
		if n.DataAtom != atom.Style || n.FirstChild == nil || attribute(n, "media") != "" {
			continue
		}
		sheet := n.FirstChild.Data[:min(left, len(n.FirstChild.Data))]
		left -= len(sheet)
		sheet = atRule.ReplaceAllString(cssComment.ReplaceAllString(sheet, ""), "")
		for _, rule := range cssRule.FindAllStringSubmatch(sheet, -1) {
			if !unseen.MatchString(rule[2]) {
				continue
			}
			for selector := range strings.SplitSeq(rule[1], ",") {
				if name := oneName.FindStringSubmatch(strings.TrimSpace(selector)); name != nil {
					found[name[1]+name[2]] = true
				}
			}
		}
	}
	return found
}

// dropOutOfSight takes out what a page's style sheets hide, unless that is
// most of its words: then a script shows it.
func dropOutOfSight(doc *html.Node) {
	names := outOfSight(doc)
	if len(names) == 0 {
		return
	}
	p := prunerOf(doc)
	var doomed []*html.Node
	walk(doc, func(n *html.Node) bool {
		if p.measures[n].words == 0 || !bears(n, names) || p.holdsStory(n) {
			return true
		}
		doomed = append(doomed, n)
		return false
	})
	takeOut(doomed)
}

// bears reports whether an element has one of the names.
func bears(n *html.Node, names map[string]bool) bool {
	if names["#"+attribute(n, "id")] {
		return true
	}
	for class := range strings.FieldsSeq(attribute(n, "class")) {
		if names["."+class] {
			return true
		}
	}
	return false
}
