package text_test

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/text/unicode/norm"

	"casebook/crawler/text"
)

// The suites are pages and PDFs of other people, which are no part of the
// project; CASEBOOK_SHARED names the folder that they lie in.
func suite(t *testing.T, name string) string {
	t.Helper()
	shared := os.Getenv("CASEBOOK_SHARED")
	if shared == "" {
		t.Skip("CASEBOOK_SHARED names no folder of suites")
	}
	return filepath.Join(shared, "suites", name)
}

const leastF1 = 0.970 // the best of the libraries measured on these pages has 0.963

// The main text of press pages, against what people marked as it: F1 of runs
// of four words, as the pages' own score counts it, without the headline. The
// texts are written to the file that CASEBOOK_PREDICTIONS names.
func TestSuiteArticles(t *testing.T) {
	dir := suite(t, "articles")
	truth := map[string]struct{ ArticleBody, URL string }{}
	read(t, filepath.Join(dir, "ground-truth.json"), &truth)
	type prediction struct {
		ArticleBody string `json:"articleBody"`
	}
	found := map[string]prediction{}
	scores := map[bool]*score{true: {}, false: {}}
	for _, key := range slices.Sorted(maps.Keys(truth)) {
		want := truth[key]
		a, err := text.Article(gunzipped(t, filepath.Join(dir, "html", key+".html.gz")), "text/html; charset=utf-8", want.URL)
		if err != nil {
			t.Errorf("%s: %v", want.URL, err)
		}
		body := strings.TrimPrefix(a.Body, a.Title)
		found[key] = prediction{body}
		scores[strings.ContainsAny(key[len(key)-1:], "02468ace")].add(want.ArticleBody, body)
	}
	if name := os.Getenv("CASEBOOK_PREDICTIONS"); name != "" {
		b, err := json.Marshal(found)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	developed, heldOut := scores[true], scores[false]
	all := score{developed.hits + heldOut.hits, developed.extra + heldOut.extra, developed.missed + heldOut.missed}
	t.Logf("%d pages: F1 %.4f; the half that the rules were written on %.4f, the other %.4f", len(truth), all.f1(), developed.f1(), heldOut.f1())
	if all.f1() < leastF1 {
		t.Errorf("got F1 %.4f, want %.3f at least", all.f1(), leastF1)
	}
}

// A score sums shares of a page's runs of words: those found, those too many
// and those missed.
type score struct{ hits, extra, missed float64 }

func (s *score) add(want, got string) {
	w, g := runs(want), runs(got)
	hits, extra, missed := 0, 0, 0
	for run, n := range w {
		hits += min(n, g[run])
		missed += max(0, n-g[run])
	}
	for run, n := range g {
		extra += max(0, n-w[run])
	}
	all := float64(max(1, hits+extra+missed))
	s.hits += float64(hits) / all
	s.extra += float64(extra) / all
	s.missed += float64(missed) / all
}

func (s *score) f1() float64 { return 2 * s.hits / (2*s.hits + s.extra + s.missed) }

var word = regexp.MustCompile(`[\p{L}\p{N}_]+`)

// runs counts the runs of four words of a text.
func runs(s string) map[string]int {
	words := word.FindAllString(s, -1)
	count := map[string]int{}
	for i := range max(1, len(words)-3) {
		count[strings.Join(words[i:min(len(words), i+4)], " ")]++
	}
	return count
}

// Pages of the W3C that put the same six bytes, or in UTF-16 what they are in
// Latin 9, into a class and name their encoding in one way or in two.
func TestSuiteCharset(t *testing.T) {
	dir := suite(t, "charset")
	const asUTF8, asLatin9 = "ýäè", "ÃœÃ€Ãš"
	tests := []struct{ file, contentType, want string }{
		{"HTTP-charset", "text/html; charset=iso-8859-15", asLatin9},
		{"HTTP-vs-UTF-8-BOM", "text/html; charset=iso-8859-15", asUTF8},
		{"HTTP-vs-meta-charset", "text/html; charset=iso-8859-15", asLatin9},
		{"HTTP-vs-meta-content", "text/html; charset=iso-8859-15", asLatin9},
		{"No-encoding-declaration", "text/html", asUTF8},
		{"UTF-16BE-BOM", "text/html", asLatin9},
		{"UTF-16LE-BOM", "text/html", asLatin9},
		{"UTF-8-BOM-vs-meta-charset", "text/html", asUTF8},
		{"UTF-8-BOM-vs-meta-content", "text/html", asUTF8},
		{"meta-charset-attribute", "text/html", asLatin9},
		{"meta-content-attribute", "text/html", asLatin9},
	}
	for _, test := range tests {
		page, err := os.ReadFile(filepath.Join(dir, test.file+".html"))
		if err != nil {
			t.Fatal(err)
		}
		doc, err := text.Parse(page, test.contentType)
		if err != nil {
			t.Fatal(err)
		}
		if got := goquery.NewDocumentFromNode(doc).Find("#box").AttrOr("class", ""); got != test.want {
			t.Errorf("%s: got %q, want %q", test.file, got, test.want)
		}
	}
	t.Logf("%d pages", len(tests))
}

func read(t *testing.T, name string, into any) {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

func gunzipped(t *testing.T, name string) []byte {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return b
}

const (
	leastAgreement = 0.95
	leastAgreeing  = 29 // of 32
	mostTime       = 5 * time.Second
	mostMemory     = 512 // MB
)

// Hostile PDFs are text or an error, soon and in bounded memory, and a plain
// one reads well after each.
func TestSuitePDFHostile(t *testing.T) {
	dir := suite(t, "pdf")
	plain := newPDF()
	plain.AddPage()
	paragraph(plain, "A page with words that anybody can read.")
	whole := written(t, plain)
	start(t, whole)
	texts, slowest := 0, time.Duration(0)
	files := pdfs(t, filepath.Join(dir, "hostile"))
	files["(ours) three million words on a page"] = filled("BT /F1 9 Tf 20 20 Td\n", "(word) Tj 1 1 Td\n", 3<<20)
	files["(ours) a stream of 460 MB"] = filled("", strings.Repeat(" ", 1<<20), 460)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		begin := time.Now()
		got, err := reader.Read(t.Context(), files[name])
		took := time.Since(begin)
		slowest = max(slowest, took)
		if took > mostTime+time.Second/2 {
			t.Errorf("%s: took %v, want %v at most", name, took, mostTime)
		}
		if err == nil {
			texts++
		}
		if !utf8.ValidString(got.Body) {
			t.Errorf("%s: the text is not UTF-8", name)
		}
		if got, err := reader.Read(t.Context(), whole); err != nil || !strings.Contains(got.Body, "anybody can read") {
			t.Errorf("after %s: a plain PDF gives %q and %v", name, got.Body, err)
		}
	}
	memory := peak(t)
	t.Logf("%d files: %d texts, %d errors; the slowest took %v; peak memory %d MB", len(files), texts, len(files)-texts, slowest.Round(time.Millisecond), memory)
	if memory > mostMemory {
		t.Errorf("got %d MB of memory, want %d at most", memory, mostMemory)
	}
}

// The words of PDFs, against the nearest of pdftotext's three modes, which
// differ in the order of words and with it in what is one. Where the modes are
// further from each other than from us, there is nothing to agree with.
func TestSuitePDFText(t *testing.T) {
	dir := suite(t, "pdf")
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed (Debian: poppler-utils)")
	}
	agree, void := 0, 0
	files := pdfs(t, filepath.Join(dir, "text"))
	for _, name := range slices.Sorted(maps.Keys(files)) {
		got, err := reader.Read(t.Context(), files[name])
		var modes []string
		best, among := 0.0, 1.0
		for _, mode := range []string{"-enc UTF-8", "-layout", "-raw"} {
			out, _ := exec.Command("pdftotext", append(strings.Fields(mode), filepath.Join(dir, "text", name), "-")...).Output()
			best = max(best, overlap(string(out), got.Body))
			for _, other := range modes {
				among = min(among, overlap(string(out), other))
			}
			modes = append(modes, string(out))
		}
		switch {
		case best >= leastAgreement:
			agree++
		case among < best:
			void++
			t.Logf("%s: pdftotext agrees with itself to %.3f, with us to %.3f", name, among, best)
		default:
			t.Logf("%s: agrees to %.3f (%d bytes, %v)", name, best, len(got.Body), err)
		}
	}
	t.Logf("%d of %d agree with pdftotext to %.2f, %d more have nothing to agree with", agree, len(files), leastAgreement, void)
	if agree+void < leastAgreeing {
		t.Errorf("got %d files that agree, want %d at least", agree+void, leastAgreeing)
	}
}

// start starts the reader, so that the time of its start is no file's.
func start(t *testing.T, pdf []byte) {
	t.Helper()
	if _, err := reader.Read(t.Context(), pdf); err != nil {
		t.Fatal(err)
	}
}

func pdfs(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.pdf"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no PDFs in %s: %v", dir, err)
	}
	all := map[string][]byte{}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all[filepath.Base(name)] = b
	}
	return all
}

// peak is the most memory that the test has had, in MB; 0 where the system
// does not say.
func peak(t *testing.T) int {
	t.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		var kB int
		if _, err := fmt.Sscanf(line, "VmHWM: %d kB", &kB); err == nil {
			return kB / 1024
		}
	}
	return 0
}

// wordHyphen is one inside a word, also at a line's end, where neither tool
// knows whether it belongs to the word.
var wordHyphen = regexp.MustCompile(`(\p{L})[-\x{2010}\x{ad}]\s*(\p{L})`)

// bidi are marks that turn the direction of letters: they stand between words.
var bidi = regexp.MustCompile(`[\x{200e}\x{200f}\x{202a}-\x{202e}\x{2066}-\x{2069}]`)

// overlap is the F1 of the words of two texts, whatever their order: without
// case, punctuation and hyphens inside words, and with every form of a letter
// that Unicode calls compatible for one.
func overlap(want, got string) float64 {
	w, g := bag(want), bag(got)
	common, all := 0, 0
	for word, n := range w {
		common += min(n, g[word])
		all += n
	}
	for _, n := range g {
		all += n
	}
	if all == 0 {
		return 1
	}
	return 2 * float64(common) / float64(all)
}

func bag(s string) map[string]int {
	count := map[string]int{}
	s = strings.ToLower(norm.NFKC.String(bidi.ReplaceAllString(s, " ")))
	for _, w := range word.FindAllString(wordHyphen.ReplaceAllString(s, "$1$2"), -1) {
		count[w]++
	}
	return count
}
