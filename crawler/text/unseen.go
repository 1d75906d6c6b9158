package text

import (
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// formDepth is how deep in forms objects are looked for.
const formDepth = 8

// An inventory is what a page is made of, as far as it matters for its text.
type inventory struct {
	pictures, seen, unseen int // images, and texts that are printed and that are not
}

// inventoryOf counts the objects of a page and of the forms in it.
func inventoryOf(worker pdfium.Pdfium, p requests.Page) (inventory, error) {
	var all inventory
	count, err := worker.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: p})
	if err != nil {
		return all, err
	}
	for i := range count.Count {
		object, err := worker.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: p, Index: i})
		if err != nil {
			return all, err
		}
		if err := all.add(worker, object.PageObject, 0); err != nil {
			return all, err
		}
	}
	return all, nil
}

func (all *inventory) add(worker pdfium.Pdfium, object references.FPDF_PAGEOBJECT, depth int) error {
	kind, err := worker.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object})
	if err != nil {
		return err
	}
	switch kind.Type {
	case enums.FPDF_PAGEOBJ_IMAGE:
		all.pictures++
	case enums.FPDF_PAGEOBJ_TEXT:
		unseen, err := printsNothing(worker, object)
		if unseen {
			all.unseen++
		} else {
			all.seen++
		}
		return err
	case enums.FPDF_PAGEOBJ_FORM:
		count, err := worker.FPDFFormObj_CountObjects(&requests.FPDFFormObj_CountObjects{PageObject: object})
		if err != nil || depth == formDepth {
			return err
		}
		for i := range count.Count {
			below, err := worker.FPDFFormObj_GetObject(&requests.FPDFFormObj_GetObject{PageObject: object, Index: uint64(i)})
			if err != nil {
				return err
			}
			if err := all.add(worker, below.PageObject, depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

// printsNothing reports whether a text leaves no mark on paper.
func printsNothing(worker pdfium.Pdfium, text references.FPDF_PAGEOBJECT) (bool, error) {
	mode, err := worker.FPDFTextObj_GetTextRenderMode(&requests.FPDFTextObj_GetTextRenderMode{PageObject: text})
	if err != nil {
		return false, err
	}
	return mode.TextRenderMode == enums.FPDF_TEXTRENDERMODE_INVISIBLE, nil
}

// withoutUnseen puts a bell, which [Clean] drops, for each letter of a page's
// text that is not printed. Where no text is printed, or there is a picture and
// less printed than not, it is what a program read on the picture of a page,
// and stays; elsewhere nobody has seen it.
func (m measurer) withoutUnseen(printed string, on inventory) (string, error) {
	if on.unseen == 0 || on.seen == 0 {
		return printed, nil
	}
	var b strings.Builder
	at, unseen, letters := 0, 0, 0
	for _, r := range printed {
		width := units(string(r))
		hide, err := m.unseen(r, at)
		if err != nil {
			return "", err
		}
		if hide {
			unseen++
			b.WriteString(strings.Repeat("\a", width))
		} else {
			b.WriteRune(r)
		}
		if !unicode.IsSpace(r) {
			letters++
		}
		at += width
	}
	if on.pictures > 0 && unseen*2 > letters {
		return printed, nil
	}
	return b.String(), nil
}

func (m measurer) unseen(r rune, at int) (bool, error) {
	if unicode.IsSpace(r) || r == 0 {
		return false, nil
	}
	index, err := m.index(at)
	if err != nil {
		return false, err
	}
	object, err := m.worker.FPDFText_GetTextObject(&requests.FPDFText_GetTextObject{TextPage: m.page, Index: index})
	if err != nil { // one that pdfium made up
		return false, nil
	}
	return printsNothing(m.worker, object.TextObject)
}
