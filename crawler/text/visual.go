package text

import (
	"math"
	"strings"
)

// visual joins what stands on one line of print: pdfium begins a new line
// where the type is raised or lowered, as at the mark of a footnote. Such marks
// go, see [measurer.line].
func visual(lines []line) []line {
	var joined []line
	for _, l := range lines {
		if len(joined) == 0 || !joined[len(joined)-1].goesOnIn(l) {
			joined = append(joined, l)
			continue
		}
		last := &joined[len(joined)-1]
		switch {
		case last.marks(l):
		case l.left-last.right > 0.15*last.size:
			last.text += " " + l.text
		default:
			last.text += l.text
		}
		last.right = max(last.right, l.right)
	}
	return joined
}

// goesOnIn reports whether next stands close by on the right, at about the
// same height.
func (l line) goesOnIn(next line) bool {
	gap := next.left - l.right
	return l.size > 0 && gap > -0.5*l.size && gap < 1.5*l.size && math.Abs(next.base-l.base) < 0.7*l.size
}

// marks reports whether next is the mark of a footnote in l: small, raised and
// nothing but digits.
func (l line) marks(next line) bool {
	return next.size <= smallType*l.size && next.base > l.base+raisedType*l.size && strings.Trim(next.text, "0123456789") == ""
}

// A mark is at most so large and stands at least so high, in sizes of the type
// beside it.
const (
	smallType  = 0.85
	raisedType = 0.1
)
