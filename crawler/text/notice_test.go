package text_test

import (
	"fmt"
	"strings"
	"testing"

	"codeberg.org/go-pdf/fpdf"
	"github.com/google/go-cmp/cmp"
)

// Notices as offices print them: what each row prints, and the paragraphs that
// must come back.
func TestPDFNotices(t *testing.T) {
	tests := []struct {
		name  string
		print func(doc *fpdf.Fpdf)
		want  []string
	}{
		{"words that are placed one by one, with no blank between them", func(doc *fpdf.Fpdf) {
			placed(doc, 40, "The Commissioner has decided to impose a penalty of 18,000 pounds on the")
			placed(doc, 46, "charity after 4,800 records were destroyed.")
		}, []string{"The Commissioner has decided to impose a penalty of 18,000 pounds on the charity after 4,800 records were destroyed."}},

		{"lines that are spread to both margins", func(doc *fpdf.Fpdf) {
			for _, p := range findings[:2] {
				doc.MultiCell(0, 5.5, p, "", "J", false)
				doc.Ln(4)
			}
		}, findings[:2]},

		{"lines with a blank one between them, paragraphs without", func(doc *fpdf.Fpdf) {
			for _, p := range findings[1:3] {
				doc.MultiCell(0, 11, p, "", "L", false)
			}
		}, findings[1:3]},

		{"numbers, letters and bullets that hang in the margin", func(doc *fpdf.Fpdf) {
			hanging(doc, 0, "1.", "The Commissioner finds that Northgate Lending Limited did not keep its customers' accounts behind a second factor, in that it:")
			hanging(doc, 12, "(a)", "asked for none from those who worked at home, although its own auditors had advised it to do so;")
			hanging(doc, 12, "(iii)", "kept the passwords of former staff alive; and")
			hanging(doc, 12, "-", "did nothing at all.")
			hanging(doc, 0, "4.2", "Northgate Lending Limited accepted this on 4 May 2024, in a letter that its director signed and nobody else at the firm had read.")
		}, []string{
			"1. The Commissioner finds that Northgate Lending Limited did not keep its customers' accounts behind a second factor, in that it:",
			"(a) asked for none from those who worked at home, although its own auditors had advised it to do so;",
			"(iii) kept the passwords of former staff alive; and",
			"- did nothing at all.",
			"4.2 Northgate Lending Limited accepted this on 4 May 2024, in a letter that its director signed and nobody else at the firm had read.",
		}},

		{"a footnote under a paragraph that goes on overleaf", func(doc *fpdf.Fpdf) {
			doc.SetAutoPageBreak(false, 0)
			doc.SetY(200)
			paragraph(doc, findings[0])
			head, tail, _ := strings.Cut(findings[1], "although")
			paragraph(doc, strings.TrimSpace(head))
			doc.SetFontSize(8)
			doc.SetY(255)
			paragraph(doc, "1 Letter of 4 May 2024, page 12, which the Commissioner has read in full.")
			doc.AddPage()
			doc.SetFontSize(11)
			paragraph(doc, "although"+tail)
			paragraph(doc, findings[2])
		}, []string{findings[0], "1 Letter of 4 May 2024, page 12, which the Commissioner has read in full.", findings[1], findings[2]}},

		{"a footnote under a paragraph that ends there", func(doc *fpdf.Fpdf) {
			paragraph(doc, findings[0])
			doc.SetFontSize(8)
			doc.SetY(255)
			paragraph(doc, "1 Letter of 4 May 2024.")
			doc.AddPage()
			doc.SetFontSize(11)
			paragraph(doc, findings[1])
		}, []string{findings[0], "1 Letter of 4 May 2024.", findings[1]}},

		{"headers that change sides, none on the first page", func(doc *fpdf.Fpdf) {
			doc.SetHeaderFunc(func() {
				header := []string{"Penalty notice", "Northgate Lending Limited"}[doc.PageNo()%2]
				doc.SetY(10)
				doc.CellFormat(0, 5, header, "", 1, "L", false, 0, "")
				doc.CellFormat(0, 5, "OFFICIAL - SENSITIVE", "", 1, "C", false, 0, "")
				doc.SetY(40)
			})
			doc.SetFooterFunc(func() {
				doc.SetY(-15)
				doc.CellFormat(0, 6, fmt.Sprintf("%d | Page", doc.PageNo()), "", 0, "R", false, 0, "")
			})
			for _, p := range findings {
				doc.AddPage()
				paragraph(doc, p)
			}
		}, findings},

		{"a table: a line for each of its rows", func(doc *fpdf.Fpdf) {
			paragraph(doc, findings[0])
			for _, row := range [][]string{{"Month", "Calls", "Texts"}, {"May 2024", "1,204", "33"}, {"June 2024", "2,310", "41"}} {
				for _, cell := range row {
					doc.CellFormat(30, 6, cell, "1", 0, "L", false, 0, "")
				}
				doc.Ln(-1)
			}
			doc.Ln(6)
			paragraph(doc, findings[1])
		}, []string{findings[0], "Month Calls Texts", "May 2024 1,204 33", "June 2024 2,310 41", findings[1]}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc := fpdf.New("P", "mm", "A4", "")
			doc.SetFont("Times", "", 11)
			doc.SetMargins(25, 30, 25)
			doc.AddPage()
			test.print(doc)
			got, err := reader.Read(t.Context(), written(t, doc))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, strings.Split(got.Body, "\n\n")); diff != "" {
				t.Errorf("paragraphs (-want +got):\n%s", diff)
			}
			if !inRange(got.Pages, len(got.Body)) || len(got.Pages) != doc.PageNo() {
				t.Errorf("got page starts %v for %d pages of %d bytes", got.Pages, doc.PageNo(), len(got.Body))
			}
		})
	}
}

// Text that is not printed is none, but for that of a scan, which stands for
// what the picture shows.
func TestPDFUnprinted(t *testing.T) {
	tests := []struct {
		name  string
		print func(doc *fpdf.Fpdf)
		want  string
	}{
		{"a sum under a sentence", func(doc *fpdf.Fpdf) {
			paragraph(doc, findings[0])
			unprinted(doc, "The penalty is 9,999,999 pounds.")
		}, findings[0]},
		{"a sum in a sentence", func(doc *fpdf.Fpdf) {
			doc.Write(6, "The penalty is 18,000")
			doc.SetTextRenderingMode(3)
			doc.Write(6, ",000")
			doc.SetTextRenderingMode(0)
			doc.Write(6, " pounds.")
		}, "The penalty is 18,000 pounds."},
		{"a sum beyond the paper", func(doc *fpdf.Fpdf) {
			paragraph(doc, findings[0])
			doc.Text(300, 100, "The penalty is 9,999,999 pounds.")
			doc.Text(25, -20, "The penalty is 8,888,888 pounds.")
		}, findings[0]},
		{"a page of nothing else", func(doc *fpdf.Fpdf) { unprinted(doc, findings[0]) }, findings[0]},
		{"the words of a scan", func(doc *fpdf.Fpdf) {
			doc.ImageOptions("page", 0, 0, 210, 297, false, fpdf.ImageOptions{}, 0, "")
			unprinted(doc, findings[0])
		}, findings[0]},
		{"the words of a scan with a stamp", func(doc *fpdf.Fpdf) {
			doc.ImageOptions("page", 0, 0, 210, 297, false, fpdf.ImageOptions{}, 0, "")
			unprinted(doc, findings[0])
			paragraph(doc, "RECEIVED.")
		}, findings[0] + "\n\nRECEIVED."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc := scanned(t, 0)
			doc.AddPage()
			test.print(doc)
			got, err := reader.Read(t.Context(), written(t, doc))
			if got.Body != test.want || err != nil {
				t.Errorf("got %q and %v, want %q", got.Body, err, test.want)
			}
		})
	}
}

func unprinted(doc *fpdf.Fpdf, words string) {
	doc.SetTextRenderingMode(3)
	paragraph(doc, words)
	doc.SetTextRenderingMode(0)
}

// findings are paragraphs of more than a line each.
var findings = []string{
	"The Commissioner finds that Northgate Lending Limited did not keep the accounts of 41,000 customers behind a second factor, although its own auditors had advised it to do so in two reports.",
	"Its director told the Commissioner in writing that the advice had been read by nobody, although it was paid for twice, and that the firm had believed its passwords to be good ones until they were for sale.",
	"A password of eleven letters was used by nine people in three offices, who wrote it on the wall of each of them so that it could be read from the door, and changed it when they painted.",
	"In the light of what was done since, and of what the firm can pay, the Commissioner has decided on a penalty of 18,000 pounds, and asks to be told each quarter how many doors have a wall behind them.",
}

// placed prints words each in its place, as programs do that fit lines.
func placed(doc *fpdf.Fpdf, y float64, words string) {
	x := 25.0
	for word := range strings.FieldsSeq(words) {
		doc.Text(x, y, word)
		x += doc.GetStringWidth(word) + doc.GetStringWidth(" ")*0.8
	}
}

// hanging prints a paragraph whose mark stands in the margin.
func hanging(doc *fpdf.Fpdf, indent float64, mark, words string) {
	doc.SetX(25 + indent)
	doc.CellFormat(12, 5.5, mark, "", 0, "L", false, 0, "")
	doc.SetLeftMargin(37 + indent)
	paragraph(doc, words)
	doc.SetLeftMargin(25)
	doc.SetX(25)
}

// inRange reports whether pages start one after the other inside a text.
func inRange(starts []int, size int) bool {
	last := 0
	for _, start := range starts {
		if start < last || start > size {
			return false
		}
		last = start
	}
	return true
}
