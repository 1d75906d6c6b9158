package text_test

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/crawler/text"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Each page of testdata/article says in a comment what it is there for.
func TestArticles(t *testing.T) {
	pages, err := filepath.Glob("testdata/article/*.html")
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, name := range pages {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".html"), func(t *testing.T) {
			page, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			a, err := text.Article(page, "text/html; charset=utf-8", "https://harbour.example/money/story")
			if err != nil {
				t.Fatal(err)
			}
			got := fmt.Sprintf("title: %s\npublished: %s\nlanguage: %s\n\n%s\n", a.Title, a.Published, a.Language, a.Body)
			golden := strings.TrimSuffix(name, ".html") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("text (-want +got):\n%s", diff)
			}
		})
	}
}

func TestArticleErrors(t *testing.T) {
	tests := []struct{ name, page string }{
		{"nothing", ""},
		{"a shell that a script would fill", `<!DOCTYPE html><title>News</title><div id="app">Loading…</div><script>go()</script>`},
		{"a menu", `<!DOCTYPE html><nav><ul><li><a href="/">Home</a></li><li><a href="/m">Money</a></li></ul></nav>`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got, err := text.Article([]byte(test.page), "text/html", "https://harbour.example/"); !errors.Is(err, text.ErrNoMainText) {
				t.Errorf("got %q and %v, want %v", got.Body, err, text.ErrNoMainText)
			}
		})
	}
}

func TestDeepMarkupIsAnError(t *testing.T) {
	page := strings.Repeat("<div>", 100_000) + "words"
	if _, err := text.Parse([]byte(page), "text/html"); err == nil {
		t.Error("100,000 nested elements: want an error")
	}
}

// A pound sign is one in every encoding that a page may have: its byte order
// mark, the header and its own head are asked, in that order.
func TestEncodings(t *testing.T) {
	const want = "Fined £2 – “enough”"
	tests := []struct{ name, contentType, page string }{
		{"UTF-8 by header", "text/html; charset=utf-8", "<p>Fined £2 – “enough”"},
		{"UTF-8 by its head", "text/html", "<meta charset=utf-8><p>Fined £2 – “enough”"},
		{"Windows-1252 by header", "text/html; charset=windows-1252", "<p>Fined \xa32 \x96 \x93enough\x94"},
		{"Latin 1, which means Windows-1252", "text/html; charset=iso-8859-1", "<p>Fined \xa32 \x96 \x93enough\x94"},
		{"nothing said", "text/html", "<p>Fined \xa32 \x96 \x93enough\x94"},
		{"a mark against the header", "text/html; charset=windows-1252", "\ufeff<p>Fined £2 – “enough”"},
		{"UTF-16 with its mark", "text/html", "\xff\xfe" + utf16("<p>Fined £2 – “enough”")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc, err := text.Parse([]byte(test.page), test.contentType)
			if err != nil {
				t.Fatal(err)
			}
			if got := text.Render(doc); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func utf16(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteByte(byte(r))
		b.WriteByte(byte(r >> 8))
	}
	return b.String()
}

func TestClean(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"ligatures", "of\ufb01ce of the di\ufb00erent", "office of the different"},
		{"blanks of every width", "1\u00a0200\u2009people\u3000and\tmore", "1 200 people and more"},
		{"what cannot be seen", "pass\u00adword\u200b \u202etxt\u0000\u0007", "password txt"},
		{"hyphens that do not break", "two\u2011factor", "two-factor"},
		{"bytes that are no text", "fine\xff", "fine\ufffd"},
		{"dashes, quotes and sums stay", "“£1.2m” – ’tis", "“£1.2m” – ’tis"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := text.Clean(test.in); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// Only what a reader sees is text.
func TestHidden(t *testing.T) {
	tests := []struct {
		attribute string
		seen      bool
	}{
		{`hidden`, false},
		{`aria-hidden="true"`, false},
		{`style="display:none"`, false},
		{`style="color: red; DISPLAY : NONE"`, false},
		{`style="visibility: hidden;"`, false},
		{`style="font-size: 0"`, false},
		{`style="font-size:0px !important; color: red"`, false},
		{`style="font-size: 0.9em"`, true},
		{`style="background: none; display: block"`, true},
		{`aria-hidden="false"`, true},
	}
	for _, test := range tests {
		doc, err := text.Parse([]byte("<p>one<p "+test.attribute+">two"), "text/html; charset=utf-8")
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(text.Render(doc), "two"); got != test.seen {
			t.Errorf("%s: got seen %v, want %v", test.attribute, got, test.seen)
		}
	}
}
