package text

import (
	"strings"
	"unicode/utf16"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
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
	words, err := worker.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: reference})
	if err != nil {
		return page{}, err
	}
	defer worker.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: words.TextPage})
	count, err := worker.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: words.TextPage})
	if err != nil {
		return page{}, err
	}
	p := page{height: float64(size.PageHeight)}
	if count.Count < fewLetters {
		if p.picture, err = holdsPicture(worker, reference); err != nil {
			return page{}, err
		}
	}
	if count.Count <= 0 {
		return p, nil
	}
	all, err := worker.FPDFText_GetText(&requests.FPDFText_GetText{TextPage: words.TextPage, Count: count.Count})
	if err != nil {
		return page{}, err
	}
	m := measurer{worker, words.TextPage}
	at := 0 // in UTF-16 units, as the sandbox counts
	for printed := range strings.SplitSeq(strings.TrimRight(all.Text, "\x00"), "\n") {
		if strings.TrimSpace(printed) != "" {
			l, err := m.line(printed, at)
			if err != nil {
				return page{}, err
			}
			p.lines = append(p.lines, l)
		}
		at += units(printed) + 1
	}
	p.lines = visual(p.lines)
	return p, nil
}

// holdsPicture reports whether one of a page's objects is an image, or a form,
// in which programs that scan wrap one.
func holdsPicture(worker pdfium.Pdfium, p requests.Page) (bool, error) {
	count, err := worker.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: p})
	if err != nil {
		return false, err
	}
	for i := range count.Count {
		object, err := worker.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: p, Index: i})
		if err != nil {
			return false, err
		}
		kind, err := worker.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object.PageObject})
		if err != nil {
			return false, err
		}
		if kind.Type == enums.FPDF_PAGEOBJ_IMAGE || kind.Type == enums.FPDF_PAGEOBJ_FORM {
			return true, nil
		}
	}
	return false, nil
}

func units(s string) int { return len(utf16.Encode([]rune(s))) }
