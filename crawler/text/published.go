package text

import (
	"encoding/json"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// published is the day on which a page says that it was published: its
// JSON-LD, then its article:published_time, then a time element beside the
// headline; never a date of a card that leads elsewhere. Empty when it says
// nothing.
func published(doc *html.Node) string {
	linked, meta, beside := "", "", ""
	walk(doc, func(n *html.Node) bool {
		switch {
		case n.DataAtom == atom.Script && attribute(n, "type") == "application/ld+json" && linked == "":
			linked = linkedDate(words(n))
		case n.DataAtom == atom.Meta && meta == "" && publishedKey(n):
			meta = day(attribute(n, "content"))
		case n.DataAtom == atom.H1 && beside == "":
			beside = timeBeside(n)
		}
		return true
	})
	for _, found := range []string{linked, meta, beside} {
		if found != "" {
			return found
		}
	}
	return ""
}

func publishedKey(n *html.Node) bool {
	key := strings.ToLower(attribute(n, "property") + attribute(n, "name") + attribute(n, "itemprop"))
	return key == "article:published_time" || key == "datepublished" || key == "date.published"
}

var dayPattern = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}`)

// day is the ISO day that s begins with.
func day(s string) string { return dayPattern.FindString(strings.TrimSpace(s)) }

// linkedDate looks for datePublished in JSON-LD: an object, a list or a graph.
func linkedDate(source string) string {
	var value any
	if json.Unmarshal([]byte(source), &value) != nil {
		return ""
	}
	var find func(any, int) string
	find = func(v any, depth int) string {
		switch v := v.(type) {
		case map[string]any:
			if s, ok := v["datePublished"].(string); ok {
				return day(s)
			}
			if depth < 4 {
				return find(v["@graph"], depth+1)
			}
		case []any:
			for _, item := range v {
				if found := find(item, depth+1); found != "" || depth > 4 {
					return found
				}
			}
		}
		return ""
	}
	return find(value, 0)
}

// timeBeside is the first time element in the header or article that holds
// the headline.
func timeBeside(h1 *html.Node) string {
	for n, up := h1.Parent, 0; n != nil && up < 3 && n.DataAtom != atom.Body; n, up = n.Parent, up+1 {
		found := ""
		walk(n, func(c *html.Node) bool {
			if c.DataAtom == atom.Time && found == "" {
				found = day(attribute(c, "datetime"))
			}
			return c.DataAtom != atom.Aside && c.DataAtom != atom.Li && c.DataAtom != atom.Nav
		})
		if found != "" {
			return found
		}
	}
	return ""
}
