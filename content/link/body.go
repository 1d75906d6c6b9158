package link

import (
	"cmp"
	"slices"
	"strings"

	"casebook/content"
)

// openLicence is the licence under which the ICO's words may be repeated.
const openLicence = "OGL-3.0"

// bodyOf returns the text of the notice as markdown: of the decisive event's
// notice, or of another, or else of the item page, and only where the licence
// allows. While the notice that the book's body was made from was not read
// again, that body stays.
func bodyOf(c *content.Case, accounts []*account, ids map[*paper]string) string {
	var decisive []string
	if i := c.Decisive(); i >= 0 {
		decisive = c.Events[i].Documents
	}
	rank := func(a *account) int {
		n := 2 * trust(a.paper.kind)
		if slices.Contains(decisive, ids[a.paper]) {
			n++
		}
		return n
	}
	var best *account
	for _, a := range accounts {
		if mayRepeat(a.paper) && (best == nil || cmp.Or(cmp.Compare(rank(a), rank(best)), a.date().Compare(best.date())) > 0) {
			best = a
		}
	}
	if best == nil || !best.paper.read {
		return c.Body
	}
	return markdown(best.paper.reading.Text.Body)
}

// mayRepeat reports whether a paper is a notice or an item page whose licence
// lets it be repeated, and which has words, as far as this run knows.
func mayRepeat(p *paper) bool {
	d := p.reading.Document
	if d.Licence != openLicence || d.Kind != content.Notice && d.Kind != content.Item {
		return false
	}
	return !p.read || strings.TrimSpace(p.reading.Text.Body) != ""
}

// markdown writes plain text so that it reads in markdown as it stands: lines
// with nothing but blanks part paragraphs, and no character of the text becomes
// markup.
func markdown(text string) string {
	var paragraphs []string
	var lines []string
	flush := func() {
		if len(lines) > 0 {
			paragraphs = append(paragraphs, strings.Join(lines, "\n"))
			lines = nil
		}
	}
	for line := range strings.Lines(text) {
		line = strings.Join(strings.Fields(line), " ")
		if line == "" {
			flush()
			continue
		}
		lines = append(lines, escapeLine(line))
	}
	flush()
	if len(paragraphs) == 0 {
		return ""
	}
	return strings.Join(paragraphs, "\n\n") + "\n"
}

// inline are the characters that mean something anywhere in a line.
var inline = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, "&", `\&`, "~", `\~`)

// escapeLine escapes what would be markup within a line or at its beginning.
// Numbers of paragraphs, "12.", stay: the notice has them too.
func escapeLine(line string) string {
	line = inline.Replace(line)
	switch line[0] {
	case '#', '>', '-', '+', '=', '|':
		return `\` + line
	}
	return line
}
