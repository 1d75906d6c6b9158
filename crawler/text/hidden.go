package text

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

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
