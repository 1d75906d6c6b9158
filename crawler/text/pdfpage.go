package text

import (
	"strings"
	"unicode/utf16"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// A page is a page of a PDF: its lines in reading order.
type page struct {
	height  float64 // in points; 0 when unknown
	lines   []line
	picture bool // it has next to no letters, and a picture
}

// fewLetters are next to none: a stamp, a page number.
const fewLetters = 8

// A line is a line of print, with its place in points from the page's lower
// left corner.
type line struct {
	text        string
	left, right float64
	base        float64 // of the letters' feet
	size        float64 // of the type
}

// readPage reads the lines of page number i.
func readPage(worker pdfium.Pdfium, doc references.FPDF_DOCUMENT, i int) (page, error) {
	loaded, err := worker.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: doc, Index: i})
	if err != nil {
		return page{}, err
	}
	defer worker.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page})
	reference := requests.Page{ByReference: &loaded.Page}
	size, err := worker.FPDF_GetPageHeightF(&requests.FPDF_GetPageHeightF{Page: reference})
	if err != nil {
		return page{}, err
	}
	box, err := worker.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: reference})
	if err != nil {
		return page{}, err
	}
	words, err := worker.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: reference})
	if err != nil {
		return page{}, err
	}
	defer worker.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: words.TextPage})
	count, err := worker.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: words.TextPage})
	if err != nil {
		return page{}, err
	}
	on, err := inventoryOf(worker, reference)
	if err != nil {
		return page{}, err
	}
	p := page{height: float64(size.PageHeight), picture: count.Count < fewLetters && on.pictures > 0}
	if count.Count <= 0 {
		return p, nil
	}
	all, err := worker.FPDFText_GetText(&requests.FPDFText_GetText{TextPage: words.TextPage, Count: count.Count})
	if err != nil {
		return page{}, err
	}
	m := measurer{worker, words.TextPage}
	text, err := m.withoutUnseen(strings.TrimRight(all.Text, "\x00"), on)
	if err != nil {
		return page{}, err
	}
	if p.lines, err = m.lines(text, box.Rect); err != nil {
		return page{}, err
	}
	p.lines = visual(p.lines)
	return p, nil
}

// lines measures the lines of a page's text that stand on the paper.
func (m measurer) lines(text string, paper structs.FPDF_FS_RECTF) ([]line, error) {
	var all []line
	at := 0 // in UTF-16 units, as the sandbox counts
	for printed := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(printed) != "" {
			l, err := m.line(printed, at)
			if err != nil {
				return nil, err
			}
			if !outside(l, paper) {
				all = append(all, l)
			}
		}
		at += units(printed) + 1
	}
	return all, nil
}

// outside reports whether a line stands beyond the paper. A base of 0 is not
// known, see [measurer.base].
func outside(l line, paper structs.FPDF_FS_RECTF) bool {
	return l.right < float64(paper.Left) || l.left > float64(paper.Right) ||
		l.base > float64(paper.Top) || l.base < float64(paper.Bottom) && l.base != 0
}

func units(s string) int { return len(utf16.Encode([]rune(s))) }
