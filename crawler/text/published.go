package text

import (
	"encoding/json"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// published is the day on which a page says that it was published: its
// JSON-LD, then article:published_time, then a time element by the headline;
// never the day of a card that leads elsewhere. Empty when it says nothing.
func published(doc *html.Node) string {
	var linked, meta, beside string
	for n := range doc.Descendants() {
		switch {
		case linked == "" && n.DataAtom == atom.Script && attribute(n, "type") == "application/ld+json" && n.FirstChild != nil:
			linked = linkedDay(n.FirstChild.Data)
		case meta == "" && n.DataAtom == atom.Meta && statesPublication(n):
			meta = day(attribute(n, "content"))
		case beside == "" && n.DataAtom == atom.H1:
			beside = dayBeside(n)
		}
	}
	for _, found := range []string{linked, meta, beside} {
		if found != "" {
			return found
		}
	}
	return ""
}

func statesPublication(meta *html.Node) bool {
	switch strings.ToLower(attribute(meta, "property") + attribute(meta, "name") + attribute(meta, "itemprop")) {
	case "article:published_time", "og:published_time", "datepublished", "date.published", "parsely-pub-date", "dc.date.issued":
		return true
	}
	return false
}

var isoDay = regexp.MustCompile(`^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])`)

// day is the ISO day that s begins with, as its writer's clock had it.
func day(s string) string { return isoDay.FindString(strings.TrimSpace(s)) }

// linkedDay finds datePublished in JSON-LD: of an article in an object, a list
// or a graph, else of the page itself. Lists of other articles are not looked
// into.
func linkedDay(source string) string {
	var value any
	if json.Unmarshal([]byte(source), &value) != nil {
		return ""
	}
	var page string
	for _, object := range objects(value) {
		found, _ := object["datePublished"].(string)
		kind := kinds(object)
		switch {
		case strings.Contains(kind, "Article") || strings.Contains(kind, "Posting") || strings.Contains(kind, "Report"):
			if day(found) != "" {
				return day(found)
			}
		case strings.Contains(kind, "WebPage") && page == "":
			page = day(found)
		}
	}
	return page
}

// objects are the objects on top of a JSON-LD value.
func objects(value any) []map[string]any {
	var all []map[string]any
	switch value := value.(type) {
	case map[string]any:
		all = append(all, value)
		if graph, ok := value["@graph"].([]any); ok {
			all = append(all, objects(graph)...)
		}
	case []any:
		for _, item := range value {
			if object, ok := item.(map[string]any); ok {
				all = append(all, objects(object)...)
			}
		}
	}
	return all
}

// kinds are an object's types in one string.
func kinds(object map[string]any) string {
	switch kind := object["@type"].(type) {
	case string:
		return kind
	case []any:
		var all []string
		for _, one := range kind {
			if name, ok := one.(string); ok {
				all = append(all, name)
			}
		}
		return strings.Join(all, " ")
	}
	return ""
}

// dayBeside is the day of the time element nearest to the headline: in the
// element that holds it or up to two around that, before the story begins.
func dayBeside(h1 *html.Node) string {
	up := h1.Parent
	for range 3 {
		if up == nil || up.DataAtom == atom.Body {
			return ""
		}
		if found := dayBeforeStory(up); found != "" {
			return found
		}
		up = up.Parent
	}
	return ""
}

// ahead is how many bytes of words stand between a headline and its story at
// most: a byline, a place, a line of summary.
const ahead = 250

// dayBeforeStory looks through n for a time element before its story begins,
// leaving out links and cards.
func dayBeforeStory(n *html.Node) string {
	found, read, below := "", 0, false
	walk(n, func(c *html.Node) bool {
		switch {
		case found != "" || read > ahead:
			return false
		case c.Type == html.TextNode && below:
			read += len(strings.TrimSpace(c.Data))
		case c.DataAtom == atom.H1:
			below = true
			return false
		case c.DataAtom == atom.Aside || c.DataAtom == atom.Nav || c.DataAtom == atom.Li || c.DataAtom == atom.A || c.DataAtom == atom.Footer:
			return false
		case (c.DataAtom == atom.Article || c.DataAtom == atom.Section) && !holds(c, atom.H1):
			return false
		case c.DataAtom == atom.Time:
			found = day(attribute(c, "datetime"))
		}
		return true
	})
	return found
}

func holds(n *html.Node, a atom.Atom) bool {
	for c := range n.Descendants() {
		if c.DataAtom == a {
			return true
		}
	}
	return false
}
