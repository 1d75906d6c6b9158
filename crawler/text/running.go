package text

import (
	"math"
	"regexp"
)

// edge is how many lines at the head and at the foot of a page may be running
// headers and footers.
const edge = 4

// A place is a line of print as it comes back page after page: what it says
// but for its numbers, and how high it stands.
type place struct {
	shape string
	base  float64
}

var digits = regexp.MustCompile(`\d+`)

func placeOf(l line) place {
	return place{digits.ReplaceAllString(l.text, "#"), math.Round(l.base)}
}

// running are the headers and footers of a document.
type running map[place]bool

// runningLines finds what stands in the same place on most pages. Two pages
// prove it only near the rim.
func runningLines(pages []page) running {
	count := map[place]int{}
	for _, p := range pages {
		for k, l := range p.lines {
			if k < edge || k >= len(p.lines)-edge {
				if len(pages) > 2 || rim(p, l) {
					count[placeOf(l)]++
				}
			}
		}
	}
	found := running{}
	for at, n := range count {
		found[at] = n >= 2 && n*5 >= len(pages)*3
	}
	return found
}

// rim reports whether a line stands in the outer tenth of its page.
func rim(p page, l line) bool {
	return l.base < p.height/10 || l.base > p.height*9/10
}

var pageNumber = regexp.MustCompile(`(?i)^[-–—\s]*(page )?\d{1,4}( ?(of|/) ?\d{1,4})?[-–—\s]*$`)

// story is a page's lines without its headers, footers and page number: what
// runs, counted from the rim inwards up to the first line that does not.
func (r running) story(p page) []line {
	from, to := 0, len(p.lines)
	for from < to && from < edge && r.runs(p.lines[from]) {
		from++
	}
	for to > from && len(p.lines)-to < edge && r.runs(p.lines[to-1]) {
		to--
	}
	return p.lines[from:to]
}

func (r running) runs(l line) bool {
	return r[placeOf(l)] || pageNumber.MatchString(l.text)
}
