package text_test

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"github.com/google/go-cmp/cmp"

	"casebook/crawler/text"
)

// reader is shared by the tests: it takes a moment to start.
var reader text.PDFReader

func TestMain(m *testing.M) {
	status := m.Run()
	reader.Close()
	os.Exit(status)
}

// newPDF is a document with a running header and page numbers.
func newPDF() *fpdf.Fpdf {
	doc := fpdf.New("P", "mm", "A4", "")
	doc.SetFont("Times", "", 11)
	doc.SetMargins(25, 30, 25)
	doc.SetAutoPageBreak(true, 30)
	doc.SetHeaderFunc(func() {
		doc.SetY(12)
		doc.CellFormat(0, 6, "Reference: INV/0042/2025", "", 0, "R", false, 0, "")
		doc.SetY(30)
	})
	doc.SetFooterFunc(func() {
		doc.SetY(-15)
		doc.CellFormat(0, 6, fmt.Sprintf("Page %d of 3", doc.PageNo()), "", 0, "C", false, 0, "")
	})
	return doc
}

func written(t testing.TB, doc *fpdf.Fpdf) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := doc.Output(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func paragraph(doc *fpdf.Fpdf, words string) {
	doc.MultiCell(0, 5.5, words, "", "", false)
	doc.Ln(4)
}

// A notice as it is printed: each paragraph comes back whole on a line of its
// own, also over a page end, without what stands on every page.
func TestPDF(t *testing.T) {
	doc := newPDF()
	doc.AddPage()
	want := []string{"PENALTY NOTICE", "To: Northgate Lending Limited", "Introduction"}
	doc.SetFont("Times", "B", 15)
	paragraph(doc, want[0])
	doc.SetFont("Times", "", 11)
	paragraph(doc, want[1])
	doc.SetFont("Times", "B", 12)
	paragraph(doc, want[2])
	doc.SetFont("Times", "", 11)
	for i := 1; i <= 24; i++ {
		p := fmt.Sprintf("%d. The Commissioner finds that Northgate Lending Limited did not keep the accounts of %d customers behind a second factor, "+
			"although its own auditors had advised it to do so in two reports, and that this failing lasted for %d months before anybody put it right.", i, 1000+i, i)
		want = append(want, p)
		paragraph(doc, p)
	}
	if doc.PageNo() != 3 {
		t.Fatalf("the document has %d pages, want 3", doc.PageNo())
	}
	got, err := reader.Read(t.Context(), written(t, doc))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, strings.Split(got.Body, "\n\n")); diff != "" {
		t.Errorf("paragraphs (-want +got):\n%s", diff)
	}
	if len(got.Pages) != 3 || got.Pages[0] != 0 || got.Pages[1] <= 0 || got.Pages[2] <= got.Pages[1] {
		t.Errorf("got page starts %v", got.Pages)
	}
}

// Hyphens at a line's end belong to the word or to the line; the document's
// own spelling elsewhere decides.
func TestPDFHyphens(t *testing.T) {
	doc := fpdf.New("P", "mm", "A4", "")
	doc.SetFont("Courier", "", 11)
	doc.AddPage()
	for _, line := range []string{
		"The information was held without multi-", "factor checks, and the infor-", "mation was read by people who",
		"had no business with it at the one-", "to-one service of the council.",
	} {
		doc.CellFormat(0, 5, line, "", 1, "L", false, 0, "")
	}
	got, err := reader.Read(t.Context(), written(t, doc))
	if err != nil {
		t.Fatal(err)
	}
	want := "The information was held without multi-factor checks, and the information was read by people who had no business with it at the one-to-one service of the council."
	if got.Body != want {
		t.Errorf("got  %q\nwant %q", got.Body, want)
	}
}

// The mark of a footnote is no digit of the number before it, and no word.
func TestPDFFootnoteMarks(t *testing.T) {
	doc := fpdf.New("P", "mm", "A4", "")
	doc.SetFont("Times", "", 12)
	doc.AddPage()
	doc.Write(6, doc.UnicodeTranslatorFromDescriptor("")("The penalty of £500,000"))
	doc.SubWrite(6, "12", 7, 6, 0, "")
	doc.Write(6, " was set for the files of 41,000 customers")
	doc.SubWrite(6, "3", 7, 6, 0, "")
	doc.Write(6, " in CO")
	doc.SubWrite(6, "2", 7, -3, 0, "")
	doc.Write(6, " trading.")
	got, err := reader.Read(t.Context(), written(t, doc))
	if err != nil {
		t.Fatal(err)
	}
	if want := "The penalty of £500,000 was set for the files of 41,000 customers in CO2 trading."; got.Body != want {
		t.Errorf("got  %q\nwant %q", got.Body, want)
	}
}

func TestPDFErrors(t *testing.T) {
	plain := newPDF()
	plain.AddPage()
	paragraph(plain, "A page with words that anybody can read.")
	whole := written(t, plain)
	locked := newPDF()
	locked.SetProtection(fpdf.CnProtectPrint, "secret", "secret")
	locked.AddPage()
	paragraph(locked, "A page with words behind a password.")
	drawn := fpdf.New("P", "mm", "A4", "")
	drawn.AddPage()
	drawn.Rect(20, 20, 100, 100, "F")
	broken := append([]byte("%PDF-1.7\n"), bytes.Repeat([]byte("<< /Kids [ "), 500)...)
	tests := []struct {
		name string
		pdf  []byte
		want error
	}{
		{"a page of HTML", []byte("<!DOCTYPE html><title>Page not found</title>"), text.ErrNotPDF},
		{"nothing", nil, text.ErrNotPDF},
		{"half of one", whole[:len(whole)/2], text.ErrCut},
		{"behind a password", written(t, locked), text.ErrEncrypted},
		{"a page that is drawn", written(t, drawn), text.ErrNoText},
		{"a picture of a page", written(t, scanned(t, 1)), text.ErrNoText},
		{"pictures behind a cover", written(t, scanned(t, 3, "PENALTY NOTICE", "Northgate Lending Limited, of 4 Quay Street, Harbour")), text.ErrNoText},
		{"nonsense between its ends", append(broken, "\n%%EOF\n"...), text.ErrDamaged},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := reader.Read(t.Context(), test.pdf)
			if !errors.Is(err, test.want) || got.Body != "" {
				t.Errorf("got %q and %v, want %v", got.Body, err, test.want)
			}
		})
	}
	if got, err := reader.Read(t.Context(), whole); err != nil || !strings.Contains(got.Body, "anybody can read") {
		t.Errorf("after the broken files: got %q and %v", got.Body, err)
	}
}

// scanned is a document of pictures of pages, after a cover with words.
func scanned(t *testing.T, pages int, cover ...string) *fpdf.Fpdf {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8))); err != nil {
		t.Fatal(err)
	}
	doc := fpdf.New("P", "mm", "A4", "")
	doc.SetFont("Times", "", 11)
	doc.RegisterImageOptionsReader("page", fpdf.ImageOptions{ImageType: "png"}, &b)
	if len(cover) > 0 {
		doc.AddPage()
		for _, words := range cover {
			paragraph(doc, words)
		}
	}
	for i := range pages {
		doc.AddPage()
		doc.ImageOptions("page", 0, 0, 210, 297, false, fpdf.ImageOptions{}, 0, "")
		doc.Text(100, 290, fmt.Sprint(i+1)) // a stamp
	}
	return doc
}

// A page may say little: that alone makes no scan of it, nor does one picture
// among many pages.
func TestPDFsOfFewWords(t *testing.T) {
	short := fpdf.New("P", "mm", "A4", "")
	short.SetFont("Times", "", 11)
	short.AddPage()
	paragraph(short, "Repaid")
	tests := []struct {
		name string
		doc  *fpdf.Fpdf
		want string
	}{
		{"one word", short, "Repaid"},
		{"a picture among words", scanned(t, 1, "The map below shows where the harbour ends."), "The map below shows where the harbour ends."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := reader.Read(t.Context(), written(t, test.doc))
			if err != nil || got.Body != test.want {
				t.Errorf("got %q and %v, want %q", got.Body, err, test.want)
			}
		})
	}
}

func TestPDFEndsWithItsContext(t *testing.T) {
	doc := newPDF()
	doc.AddPage()
	paragraph(doc, "A page with words.")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := reader.Read(ctx, written(t, doc)); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want that it was cancelled", err)
	}
}

// A PDF that would keep the sandbox busy for long, or ask it for more memory
// than it has, costs no other one its turn.
func TestPDFAfterHostileOnes(t *testing.T) {
	plain := newPDF()
	plain.AddPage()
	paragraph(plain, "A page with words that anybody can read.")
	whole := written(t, plain)
	tests := []struct {
		name string
		pdf  []byte
	}{
		{"three million words on a page", filled("BT /F1 9 Tf 20 20 Td\n", "(word) Tj 1 1 Td\n", 3<<20)},
		{"a stream of 64 MiB in 64 KiB", filled("", strings.Repeat(" ", 1<<20), 64)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for range 5 { // more often than there are workers
				ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
				if got, err := reader.Read(ctx, test.pdf); !errors.Is(err, context.DeadlineExceeded) {
					t.Errorf("got %d bytes and %v, want that the time is up", len(got.Body), err)
				}
				cancel()
			}
			if got, err := reader.Read(t.Context(), whole); err != nil || !strings.Contains(got.Body, "anybody can read") {
				t.Errorf("then a plain one: got %q and %v", got.Body, err)
			}
		})
	}
}

// filled is a PDF of one page whose stream begins with head and repeats a
// piece so often.
func filled(head, piece string, times int) []byte {
	var stream bytes.Buffer
	z, _ := zlib.NewWriterLevel(&stream, zlib.BestSpeed)
	io.WriteString(z, head)
	for range times {
		io.WriteString(z, piece)
	}
	z.Close()
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n" +
		"3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>> endobj\n" +
		"5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj\n")
	fmt.Fprintf(&b, "4 0 obj <</Filter /FlateDecode /Length %d>> stream\n%s\nendstream endobj\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%%%EOF\n", stream.Len(), stream.Bytes())
	return b.Bytes()
}

func TestPDFsAtOnce(t *testing.T) {
	var all sync.WaitGroup
	for i := range 12 {
		doc := newPDF()
		doc.AddPage()
		words := fmt.Sprintf("Document number %d says this and nothing else at all.", i)
		paragraph(doc, words)
		pdf := written(t, doc)
		all.Go(func() {
			if got, err := reader.Read(t.Context(), pdf); err != nil || !strings.Contains(got.Body, words) {
				t.Errorf("got %q and %v, want %q", got.Body, err, words)
			}
		})
	}
	all.Wait()
}
