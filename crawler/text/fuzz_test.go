package text_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"codeberg.org/go-pdf/fpdf"

	"casebook/crawler/text"
)

const (
	fuzzSize = 64 << 10    // bytes of an input
	fuzzTime = time.Second // for reading it
)

// FuzzArticle: whatever a page is, its text is clean and soon there.
func FuzzArticle(f *testing.F) {
	names, err := filepath.Glob("testdata/article/*.html")
	if err != nil || len(names) == 0 {
		f.Fatalf("no pages: %v", err)
	}
	for _, name := range names {
		page, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(page, "text/html; charset=utf-8")
	}
	f.Add([]byte("\xff\xfe<\x00p\x00>"), "text/html; charset=utf-16")
	f.Add([]byte("<table><td><b><article><h1>x</table><p itemprop=articleBody>y"), "text/html; charset=koi8-r")
	f.Fuzz(func(t *testing.T, page []byte, contentType string) {
		if len(page) > fuzzSize {
			t.Skip("too long")
		}
		var got text.Text
		inTime(t, func() { got, _ = text.Article(page, contentType, "https://harbour.example/story") })
		clean(t, got)
		if got.Pages != nil {
			t.Errorf("a page of the web has page starts: %v", got.Pages)
		}
	})
}

// FuzzPDF: whatever a PDF is, its text is clean, soon there, and its pages
// start one after the other.
func FuzzPDF(f *testing.F) {
	doc := fpdf.New("P", "mm", "A4", "")
	doc.SetCompression(false) // so that what is changed is what is printed
	doc.SetFont("Times", "", 11)
	for _, p := range findings[:2] {
		doc.AddPage()
		paragraph(doc, p)
	}
	f.Add(written(f, doc))
	f.Add(filled("BT /F1 9 Tf 20 20 Td\n", "(word) Tj 1 1 Td\n", 4))
	f.Add([]byte("%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 1 0 R /Kids [1 0 R] /Count 9>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"))
	f.Fuzz(func(t *testing.T, pdf []byte) {
		if len(pdf) > fuzzSize {
			t.Skip("too long")
		}
		var got text.Text
		inTime(t, func() { got, _ = reader.Read(t.Context(), pdf) })
		clean(t, got)
		if !inRange(got.Pages, len(got.Body)) {
			t.Errorf("page starts %v in %d bytes", got.Pages, len(got.Body))
		}
	})
}

// inTime fails a test if do takes too long thrice: once may be the machine.
func inTime(t *testing.T, do func()) {
	t.Helper()
	var took time.Duration
	for range 3 {
		start := time.Now()
		do()
		if took = time.Since(start); took <= fuzzTime {
			return
		}
	}
	t.Errorf("took %v, want %v at most", took, fuzzTime)
}

// clean fails a test if a text is no UTF-8 or holds what cannot be seen.
func clean(t *testing.T, got text.Text) {
	t.Helper()
	for _, s := range []string{got.Title, got.Body, got.Published, got.Language} {
		if !utf8.ValidString(s) {
			t.Errorf("no UTF-8: %q", s)
		}
		for _, r := range s {
			if r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
				t.Errorf("%q in %q", r, s)
			}
		}
	}
}
