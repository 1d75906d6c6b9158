package crawler_test

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"casebook/content"
	"casebook/crawler"
	"casebook/crawler/archive"
)

// A documentFault is a way in which the bytes of a page or a notice are not
// what they should be. The rows are named after the table in docs/faults.md.
type documentFault struct {
	name  string
	at    string // path
	kind  string // content type that comes with it
	bend  func(honest string) string
	err   error  // in which the run ends
	say   string // among its failures and signals, or among the problems of reading
	words string // that the document has in the end; "" for a document without words, none for no document
}

const (
	plainHTML = "text/html"
	spoken    = "The bakery’s fine is £64,000 – “no more”." // on the page of item a
	none      = "no document"
)

// in1252 writes the words of the tests in windows-1252.
var in1252 = strings.NewReplacer("’", "\x92", "£", "\xa3", "–", "\x96", "“", "\x93", "”", "\x94").Replace

func inUTF16(s string) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(s)) {
		b.WriteByte(byte(unit))
		b.WriteByte(byte(unit >> 8))
	}
	return b.String()
}

func same(s string) string { return s }

// amid puts something into the middle of the words of item a's page.
func amid(what string) func(string) string {
	return func(s string) string { return strings.Replace(s, "fine is", "fine "+what+"is", 1) }
}

// flipped turns over a byte in the middle of the first compressed part of a PDF.
func flipped(s string) string {
	at := strings.Index(s, "/FlateDecode")
	begin := at + strings.Index(s[at:], "stream\n")
	end := begin + strings.Index(s[begin:], "endstream")
	b := []byte(s)
	b[(begin+end)/2] ^= 0xff
	return string(b)
}

// flippedAll turns over so many bytes that nobody can read the file.
func flippedAll(s string) string {
	b := []byte(s)
	for i := 20; i < len(b)-40; i += 7 {
		b[i] ^= 0xff
	}
	return string(b)
}

var closing = regexp.MustCompile(`</[a-z0-9]+>`)

var documentFaults = []documentFault{
	{"F27 UTF-8 called Latin 1", itemA, "text/html; charset=iso-8859-1", same, nil, "", spoken},
	{"F27 UTF-8 called Latin 1, with a stray byte", itemA, plainHTML, amid("\xff"), nil, "", "The bakery’s fine \ufffdis £64,000"},
	{"F27 windows-1252, nothing said", itemA, plainHTML, in1252, nil, "", spoken},
	{"F27 windows-1252 by its header", itemA, "text/html; charset=windows-1252", in1252, nil, "", spoken},
	{"F27 windows-1252 by its head", itemA, plainHTML, func(s string) string {
		return in1252(strings.Replace(s, "<head>", `<head><meta charset="windows-1252">`, 1))
	}, nil, "", spoken},
	{"F27 UTF-16 by its mark, against header and head", itemA, "text/html; charset=utf-8", func(s string) string {
		return "\xff\xfe" + inUTF16(strings.Replace(s, "<head>", `<head><meta charset="utf-8">`, 1))
	}, nil, "", spoken},
	{"F27 UTF-16 without its mark", itemA, "text/html; charset=utf-8", inUTF16, partial, "UTF-16 without its mark", none},
	{"F27 bytes that are no text", itemA, "text/html; charset=utf-8", func(s string) string {
		return s + strings.Repeat("\xfe\xc0\xf8", len(s)/10)
	}, partial, "none in the encoding", none},
	{"F28 stray bytes", itemA, "text/html; charset=utf-8", amid("\xff\xfe\xc0\x80\xed\xa0\x80 "), nil, "", "\ufffd is £64,000"},
	{"F28 nothing and control characters, also within tags", itemA, "text/html; charset=utf-8", func(s string) string {
		return strings.ReplaceAll(s, " ", " \x00\x0b")
	}, nil, "", spoken},
	{"F35 nothing closed", itemA, plainHTML, func(s string) string { return closing.ReplaceAllString(s, "") + "</html>" }, partial, "shape changed?", none},
	{"F35 nothing closed but the head", itemA, plainHTML, func(s string) string {
		head, body, _ := strings.Cut(s, "</head>")
		return head + "</head>" + closing.ReplaceAllStringFunc(body, func(tag string) string {
			if strings.Contains("</h1> </span> </strong>", tag) {
				return tag
			}
			return ""
		}) + "</html>"
	}, nil, "", spoken},
	{"F35 two hundred thousand elements deep", itemA, plainHTML, func(s string) string { return strings.Repeat("<div>", 200_000) + s }, partial, "stack of elements exceeds", none},
	{"F41 a PDF cut, its length right", noticeA, "application/pdf", half[string], partial, "before its end mark", ""},
	{"F41 something else before a PDF", noticeA, "application/pdf", func(s string) string { return strings.Repeat("x", 4096) + s }, nil, "4096 bytes of something else", "pay £64,000"},
	{"F41 a PDF with a byte turned over", noticeA, "application/pdf", flipped, partial, "the PDF is damaged", "must pay"},
	{"F41 a PDF with many bytes turned over", noticeA, "application/pdf", flippedAll, nil, "damaged", ""},
}

// worded is the small register with words in item a's page and notice.
func worded(t *testing.T) *site {
	t.Helper()
	s := smallRegister(t)
	page := itemPage("0", "a", "1 May 2026", further(noticeA, "Penalty notice"))
	s.set(itemA, says(strings.Replace(page, "Words of a.", spoken, 1)))
	var words strings.Builder
	for i := range 40 {
		fmt.Fprintf(&words, "%d. The bakery must pay \xa364,000 by instalment %d.\n", i, i*i)
	}
	for _, name := range []string{"a", "b", "c"} {
		s.set("/media2/x/"+name+".pdf", says(pdf(t, words.String())))
	}
	return s
}

// Whatever is wrong with the bytes of one document: its words are right, or the
// run says that they could not be had; the bytes are archived as they came; what
// comes of them is clean; and the next night all is as it would have been.
func TestDocumentFaults(t *testing.T) {
	undisturbed := nightly(t, worded(t))
	if _, _, err := undisturbed.run(0); err != nil {
		t.Fatal(err)
	}
	readings, _ := read(t, undisturbed.archive, crawler.Sources(home))
	want := encoded(t, readings)
	for _, f := range documentFaults {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			s := worded(t)
			honest := s.pages[f.at]
			bent := f.bend(bodyOf(honest))
			s.set(f.at, func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", f.kind)
				fmt.Fprint(w, bent)
			})
			n := nightly(t, s)
			start := time.Now()
			_, report, err := n.run(0)
			readings, problems := read(t, n.archive, crawler.Sources(home))
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("took %s", took)
			}
			if !errors.Is(err, f.err) || (err == nil) != (f.err == nil) {
				t.Errorf("got %v, want %v", err, f.err)
			}
			if said := fmt.Sprint(report.Failed, report.Signals, problems); !strings.Contains(said, f.say) {
				t.Errorf("got %s, want it to say %q", said, f.say)
			}
			if got := newest(t, n)[home+f.at]; got != archive.Digest([]byte(bent)) {
				t.Error("the archive does not have the bytes as they came")
			}
			clean(t, readings)
			if got := wordsOf(readings, f.at); got == none != (f.words == none) || f.words != none && !strings.Contains(got, f.words) || f.words == "" && got != "" {
				t.Errorf("got %q, want %q", got, f.words)
			}
			s.set(f.at, honest)
			if _, report, err := n.run(1); err != nil {
				t.Errorf("the next night: got %v, failures %v", err, report.Failed)
			}
			readings, _ = read(t, n.archive, crawler.Sources(home))
			if diff := cmp.Diff(want, encoded(t, readings)); diff != "" {
				t.Errorf("what is read in the end (-undisturbed +disturbed):\n%s", diff)
			}
		})
	}
}

// clean checks that no reading holds what has no place in a case file.
func clean(t *testing.T, readings []content.Reading) {
	t.Helper()
	for _, r := range readings {
		for _, s := range []string{r.Document.Title, r.Text.Body} {
			if !utf8.ValidString(s) || strings.ContainsFunc(s, func(c rune) bool { return unicode.IsControl(c) && c != '\n' }) {
				t.Errorf("%s: not clean: %q", r.Document.URL, s)
			}
		}
	}
}

// wordsOf is the text of the document at a path.
func wordsOf(readings []content.Reading, path string) string {
	for _, r := range readings {
		if r.Document.URL == home+path {
			return r.Text.Body
		}
	}
	return none
}

// A damaged file that comes again as it was is what its publisher has: it is
// read as well as it can be, and no longer asked for as one that failed. A sound
// version of before is not given up for it.
func TestFaultDamagedForGood(t *testing.T) {
	s := worded(t)
	honest := bodyOf(s.pages[noticeA])
	n := nightly(t, s)
	if _, _, err := n.run(0); err != nil {
		t.Fatal(err)
	}
	s.set(noticeA, says(flipped(honest)))
	if _, _, err := n.run(1); !errors.Is(err, partial) {
		t.Errorf("first time: got %v, want %v", err, partial)
	}
	_, report, err := n.run(1)
	if said := strings.Join(report.Signals, "\n"); err != nil || !strings.Contains(said, "no better one") {
		t.Errorf("second time: got %v and signals %s", err, said)
	}
	readings, problems := read(t, n.archive, crawler.Sources(home))
	for _, r := range readings {
		if r.Document.URL == home+noticeA && r.Document.SHA256 != archive.Digest([]byte(honest)) {
			t.Error("the damaged version took the place of the sound one")
		}
	}
	if len(problems) != 1 || !bytes.Contains([]byte(problems[0].String()), []byte("damaged")) {
		t.Errorf("got problems %v, want one of the damaged version", problems)
	}
}
