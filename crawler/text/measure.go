package text

import (
	"slices"
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// A measurer finds where on a page the characters of its text stand.
type measurer struct {
	worker pdfium.Pdfium
	page   references.FPDF_TEXTPAGE
}

// line measures a line of text that begins at unit at of the page's, and takes
// out the marks of footnotes: "41,000" with a raised 1 is not 41,0001. The
// line's height and size are those of its first letter.
func (m measurer) line(printed string, at int) (line, error) {
	var l line
	letter := strings.IndexFunc(printed, unicode.IsLetter)
	if letter < 0 {
		letter = strings.IndexFunc(printed, func(r rune) bool { return !unicode.IsSpace(r) })
	}
	index, err := m.index(at + units(printed[:letter]))
	if err != nil {
		return l, err
	}
	if l.size, err = m.size(index); err != nil {
		return l, err
	}
	l.base = m.base(index)
	if l.text, err = m.withoutMarks(printed, at, l); err != nil {
		return l, err
	}
	start := max(0, strings.Index(printed, firstWord(l.text))) // after a mark at its head
	first, err := m.index(at + units(printed[:start]))
	if err != nil {
		return l, err
	}
	last, err := m.index(at + units(strings.TrimRightFunc(printed, unicode.IsSpace)) - 1)
	if err != nil {
		return l, err
	}
	l.left, _ = m.sides(first)
	_, l.right = m.sides(last)
	return l, nil
}

// withoutMarks is a line's text without the digits that end a run of them
// raised and small beside its letters.
func (m measurer) withoutMarks(printed string, at int, l line) (string, error) {
	kept := []byte(printed)
	ends := true // what follows is no digit that stays
	for i := len(printed) - 1; i >= 0; i-- {
		if !isDigit(printed[i]) {
			ends = true
			continue
		}
		if !ends {
			continue
		}
		mark, err := m.raised(at+units(printed[:i]), l)
		if err != nil {
			return "", err
		}
		if mark {
			kept = slices.Delete(kept, i, i+1)
		}
		ends = mark
	}
	return strings.TrimSpace(string(kept)), nil
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// raised reports whether the character at a unit of the page's text is small
// and stands above the line.
func (m measurer) raised(at int, l line) (bool, error) {
	index, err := m.index(at)
	if err != nil {
		return false, err
	}
	size, err := m.size(index)
	if err != nil || size > smallType*l.size {
		return false, err
	}
	return m.base(index) > l.base+raisedType*l.size, nil
}

// index is the place, among the page's characters, of a unit of its text.
func (m measurer) index(at int) (int, error) {
	got, err := m.worker.FPDFText_GetCharIndexFromTextIndex(&requests.FPDFText_GetCharIndexFromTextIndex{TextPage: m.page, NTextIndex: at})
	if err != nil {
		return 0, err
	}
	return got.CharIndex, nil
}

func (m measurer) size(index int) (float64, error) {
	got, err := m.worker.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: m.page, Index: index})
	if err != nil {
		return 0, err
	}
	return got.FontSize, nil
}

// base is where a character's feet stand; 0 for one that pdfium made up, such
// as a blank between two words.
func (m measurer) base(index int) float64 {
	got, err := m.worker.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: m.page, Index: index})
	if err != nil {
		return 0
	}
	return got.Y
}

// sides is where a character begins and ends; 0 for one that pdfium made up.
func (m measurer) sides(index int) (left, right float64) {
	got, err := m.worker.FPDFText_GetCharBox(&requests.FPDFText_GetCharBox{TextPage: m.page, Index: index})
	if err != nil {
		return 0, 0
	}
	return got.Left, got.Right
}
