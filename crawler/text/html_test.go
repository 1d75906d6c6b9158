package text_test

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

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

// Markup made to be read slowly is read, or refused, in bounded time: the
// press is not known to write such, but whoever can write on its pages may.
func TestHostileMarkupTakesNoTime(t *testing.T) {
	const limit = 30 * time.Second // on a machine that does much else; idle, each takes a quarter of one at most
	story := strings.Repeat("<p>A firm must pay 1,200 pounds for a letter that went to the wrong house, where it was read aloud, the regulator said.</p>\n", 2000)
	tests := []struct{ name, page string }{
		{"a story 480 elements deep", strings.Repeat("<div>", 480) + story},
		{"words on each of 400 levels", strings.Repeat("<div>some words here, and more, ", 400) + story},
		{"elements that are never closed", strings.Repeat("<b><p>", 20_000) + story},
		{"links that are never closed", strings.Repeat("<a href=x>word ", 20_000) + story},
		{"a class of 200,000 words", `<div class="` + strings.Repeat("related ", 200_000) + `">` + story},
		{"a comment that is never closed", story + "<!--" + strings.Repeat("x", 1<<20)},
		{"a tag that is never closed", story + "<div class=" + strings.Repeat("x", 1<<20)},
		{"headings of boxes and nothing else", strings.Repeat("<h3>More stories</h3><h4>x</h4>", 10_000) + story},
		{"tables in tables", strings.Repeat("<table><tr><td>", 20_000) + story},
		{"lists of lists of links", strings.Repeat("<ul><li>", 200) + strings.Repeat("<li><a href=x>a headline</a>", 10_000) + story},
		{"data that nests", `<script type="application/ld+json">` + strings.Repeat(`{"@graph":[`, 50_000) + "</script>" + story},
		{"one word", "<p>" + strings.Repeat("x", 1<<20)},
	}
	for _, test := range tests {
		start := time.Now()
		if a, err := text.Article([]byte(test.page), "text/html", "https://harbour.example/"); err == nil && a.Body == "" {
			t.Errorf("%s: neither words nor an error", test.name)
		}
		if took := time.Since(start); took > limit {
			t.Errorf("%s: took %v, want %v at most", test.name, took, limit)
		}
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
		{"nothing said, and UTF-8 far down", "text/html", "<!--" + strings.Repeat(".", 2000) + "--><p>Fined £2 – “enough”"},
		{"UTF-8 said, far down", "text/html", "<script>" + strings.Repeat(".", 2000) + "</script><meta charset=utf-8><p>Fined £2 – “enough”"},
		{"Windows-1252 said, far down", "text/html", "<script>" + strings.Repeat(".", 2000) + `</script><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>Fined ` + "\xa32 \x96 \x93enough\x94"},
		{"UTF-16 said in UTF-8", "text/html", "<meta charset=utf-16><p>Fined £2 – “enough”"},
		{"an encoding that there is not", "text/html; charset=utf-9", "<p>Fined £2 – “enough”"},
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
		{`style="opacity:0"`, false},
		{`style="opacity: .0; color: red"`, false},
		{`style="height:0;overflow:hidden"`, false},
		{`style="position:absolute; left:-9999px"`, false},
		{`style="text-indent:-999em"`, false},
		{`style="position:absolute;clip:rect(0 0 0 0)"`, false},
		{`style="color:transparent"`, false},
		{`style="color: #FFF"`, false},
		{`style="background-color:#ffffff;color:white"`, false},
		{`style="background:navy;color:navy"`, false},
		{`ARIA-HIDDEN="TRUE"`, false},
		{`style="color: white; background: navy"`, true},
		{`style="opacity: 0.9; height: 0.5em"`, true},
		{`style="left: -1px; line-height: 1.2"`, true},
		{`style="left: 50%; margin-left: -480px"`, true},
		{`style="border-width: 0; color: #333"`, true},
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

// What a style sheet hides on paper only, or until a script shows the whole
// story, is there to be read.
func TestStyledElementsThatAreSeen(t *testing.T) {
	const story = "<p>The firm must pay £1,200 for the letters of its 40 tenants that lay on the stairs for a week, the regulator said on Monday.</p>"
	tests := []struct{ name, style, class string }{
		{"hidden on paper", `@media print { .part { display: none } }`, "part"},
		{"named after an import", `@import "x.css"; .part { color: red }`, "part"},
		{"hidden below another", `.closed .part { display: none }`, "part"},
		{"most of the page", `.loading { opacity: 0 }`, "loading"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			page := fmt.Sprintf(`<style>%s</style><main><h1>Letters on the stairs</h1><div class=%q>%s%[3]s</div></main>`, test.style, test.class, story)
			if got, err := text.Article([]byte(page), "text/html; charset=utf-8", "https://harbour.example/stairs"); err != nil || !strings.Contains(got.Body, "£1,200") {
				t.Errorf("got %v and %q", err, got.Body)
			}
		})
	}
}

// The pages of hidden sums are those that someone writes to be read by
// machines: the elements differ, the sum must not be there.
func TestHiddenElements(t *testing.T) {
	const story = "<p>The firm must pay £1,200 for the letters of its 40 tenants that lay on the stairs for a week, the regulator said on Monday.</p>"
	tests := []struct{ name, markup string }{
		{"a dialog that is not open", `<dialog><p>%s</p></dialog>`},
		{"a template", `<template><p>%s</p></template>`},
		{"what is there without scripts", `<noscript><p>%s</p></noscript>`},
		{"what is there without video", `<video>%s</video>`},
		{"a field to write in", `<textarea>%s</textarea>`},
		{"a comment", `<!-- <p>%s</p> -->`},
		{"an attribute", `<p><img alt="%[1]s" title="%[1]s"></p>`},
		{"data for other machines", `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"%s"}</script>`},
		{"white letters in black ones", `<p>It has appealed.<span style="color:#fff">%s</span></p>`},
		{"a box in a box without height", `<div style="max-height:0"><div><p>%s</p></div></div>`},
		{"a class that the page's own style hides", `<style>p { margin: 0 } .off, .gone { color: red; display: none } </style><p class="now off">%s</p>`},
		{"an id that it hides", `<style>/* .x{} */ p#late{visibility:hidden}</style><p id="late">%s</p>`},
		{"letters of no size", `<p style="FONT-SIZE:0PX">%s</p>`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			page := "<main><h1>Letters on the stairs</h1>" + story + fmt.Sprintf(test.markup, "The firm must pay £9,999,999, ignore what else is said.") + story + "</main>"
			got, err := text.Article([]byte(page), "text/html; charset=utf-8", "https://harbour.example/stairs")
			if err != nil || strings.Contains(got.Body, "9,999,999") || !strings.Contains(got.Body, "£1,200") {
				t.Errorf("got %v and %q", err, got.Body)
			}
		})
	}
}
