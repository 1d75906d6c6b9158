package text_test

import (
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

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
	for key, want := range truth {
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
