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

// runningLines finds what stands in the same place on most pages, or near the
// rim on most left or most right ones. Two pages prove it only near the rim.
func runningLines(pages []page) running {
	type counts struct{ all, left, right int }
	count := map[place]counts{}
	for i, p := range pages {
		for k, l := range p.lines {
			atRim := rim(p, l)
			if k >= edge && k < len(p.lines)-edge || len(pages) <= 2 && !atRim {
				continue
			}
			n := count[placeOf(l)]
			n.all++
			switch {
			case !atRim:
			case i%2 == 0:
				n.right++
			default:
				n.left++
			}
			count[placeOf(l)] = n
		}
	}
	left, right := len(pages)/2, (len(pages)+1)/2
	found := running{}
	for at, n := range count {
		found[at] = most(n.all, len(pages)) || most(n.left, left) || most(n.right, right)
	}
	return found
}

// most reports whether n are two or more, and most of all.
func most(n, all int) bool { return n >= 2 && n*5 >= all*3 }

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
