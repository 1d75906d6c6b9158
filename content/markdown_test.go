package content

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"go.yaml.in/yaml/v3"
)

// equal compares cases with their unknown keys, an empty list being none.
var equal = cmp.Options{
	cmp.AllowUnexported(Case{}, Organisation{}, Communications{}, Incident{}, Event{}, Document{}, Evidence{}, extra{}),
	cmpopts.EquateEmpty(),
}

func parse(t *testing.T, src string) *Case {
	t.Helper()
	c, err := Parse("case.md", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestFormatRoundTrip holds the two promises of a case file: reading what was
// written gives the same case, and writing what was read the same bytes.
func TestFormatRoundTrip(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.md")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases in testdata/cases", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !checkScan(t, src) {
				t.Error("the scanner does not read what Format writes")
			}
			c := parse(t, string(src))
			written := Format(c)
			if diff := cmp.Diff(string(src), string(written)); diff != "" {
				t.Errorf("Format(Parse(x)) differs from x (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c, parse(t, string(written)), equal); diff != "" {
				t.Errorf("Parse(Format(c)) differs from c (-want +got):\n%s", diff)
			}
		})
	}
}

// TestParseStyles reads one case in the styles that people and other programs
// use; all must give what the canonical style gives.
func TestParseStyles(t *testing.T) {
	want := parse(t, `---
id: northgate-lending-2024
title: "Northgate Lending: a case"
organisation: {name: Northgate Lending Ltd, also: [Northgate]}
date: 2024-05-01
amount: 130000.50
currency: GBP
affected: 1200
controls: [encryption, patch-management]
provisions: [UK GDPR Art 32(1)]
events:
  - {date: 2024-05-01, action: monetary-penalty, status: final, amount: 130000.50, documents: [ico-1]}
evidence:
  - {field: organisation, event: 0, value: Northgate Lending Ltd, quote: "Northgate Lending Ltd \"lost\" it.", document: ico-1}
---

Body.
`)
	for _, tt := range []struct{ name, src string }{
		{"block style, keys in another order, comments", `---
# a comment
title: 'Northgate Lending: a case'
id: northgate-lending-2024   # ours
controls:
  - encryption
  - patch-management
organisation:
  also:
    - Northgate
  name: "Northgate Lending Ltd"
currency: GBP
amount: 130000.5
affected: 1200
date: 2024-05-01
provisions: [UK GDPR Article 32 (1)]
events:
  - date: 2024-05-01
    status: final
    action: monetary-penalty
    documents: [ico-1]
    amount: 130000.50
    affected:
evidence:
  - field: organisation
    event: 0
    value: Northgate Lending Ltd
    quote: >-
      Northgate Lending Ltd
      "lost" it.
    document: ico-1
---

Body.
`},
		{"written on Windows", "\uFEFF" + strings.ReplaceAll(string(Format(want)), "---\n\nBody", "---\r\n\r\nBody")},
		{"without an empty line", strings.ReplaceAll(string(Format(want)), "---\n\nBody", "---\nBody")},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(want, parse(t, tt.src), equal); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestBodyExact keeps every byte of the body, whatever it looks like.
func TestBodyExact(t *testing.T) {
	for _, body := range []string{"", "a", "a\n", "\n", "\n\na\n\n", "---\nid: no\n---\n", "a\r\nb\r\n", "\ta  \n"} {
		got := parse(t, string(Format(&Case{ID: "a", Body: body}))).Body
		if got != body {
			t.Errorf("body %q came back as %q", body, got)
		}
	}
}

// hostile are strings that have broken other people's YAML.
var hostile = []string{
	"null", "Null", "~", "true", "No", "on", "y", "NaN", ".inf", "123", "0x1F", "1e3", "12:30:45", "2024-01-02", "-", "--- a", "...",
	"- a", "? a", ": a", "a: b", "a:", "a #b", "#a", "&a", "*a", "!a", "!!str a", "%a", "@a", "`a", "|", ">", "'a", `"a"`, `a"b`, `a\b`, `\n`,
	"[a]", "{a: b}", "a, b", "a]b", "a}b", " a", "a ", "a  b", "a\nb", "\n", "a\tb", "a\rb", "a\x00b", "a\x1bb", "a\x7fb",
	"a\u0085b", "a\u00a0b", "a\u2028b", "a\u2029b", "a\u202eb", "a\u2066b\u2069", "\ufeffa", "a\ufffeb", "Zürich Ärzte", "株式会社", "a😀b",
	"<<", "<script>alert(1)</script>", "{{.}}", "=cmd|' /C calc'!A0", "::error::x", "../../etc/passwd", "CON", "a---\n---\nb", "\n---\n", "http://a.b/?c=d&e=[f]#g", "https://a.b/?p=3368", "a?", "a:b", "=", "x: ", "O'Neill & Söhne (UK) Ltd",
}

// TestHostileStrings puts each string wherever text may stand, and reads the
// file with our parser and with a plain YAML one.
func TestHostileStrings(t *testing.T) {
	for _, s := range hostile {
		c := &Case{ID: "a", Title: s, Organisation: Organisation{Name: s, Also: []string{s, s}},
			Documents: []Document{{ID: s, Title: s}}, Evidence: []Evidence{{Field: "title", Event: -1, Value: s, Quote: s, Document: s}},
			Locked: []string{s}, Absent: map[string]Absence{s: NotStated}}
		src := Format(c)
		checkScan(t, src)
		got, err := Parse("a.md", src)
		if err != nil {
			t.Errorf("%q: %v\n%s", s, err, src)
			continue
		}
		if diff := cmp.Diff(c, got, equal); diff != "" {
			t.Errorf("%q (-want +got):\n%s", s, diff)
		}
		var plain struct {
			Title    string
			Evidence []struct{ Quote string }
		}
		front, _, _ := bytes.Cut(src[4:], []byte("\n---\n"))
		if err := yaml.Unmarshal(front, &plain); err != nil || plain.Title != s || plain.Evidence[0].Quote != s {
			t.Errorf("%q: another reader sees %q, %q, %v", s, plain.Title, plain.Evidence, err)
		}
		if i := bytes.IndexFunc(front, func(r rune) bool { return r != '\n' && unsafeRune(r) }); i >= 0 {
			t.Errorf("%q: an unsafe character stands unescaped: %q", s, front[i:])
		}
	}
}

// TestUnknownKeys keeps what a person added, everywhere and in its order.
func TestUnknownKeys(t *testing.T) {
	src := `---
id: a
organisation: {name: A Ltd, company_number: "01234567"}
events:
  - {date: 2024, action: reprimand, status: final, note: "first: last", seen: 2024-01-02}
zeta: {b: [1, 2.5, true, null], a: "yes"}
alpha: plain words
empty: null
---
`
	if diff := cmp.Diff(src, string(Format(parse(t, src)))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	block := "---\nid: a\nzeta:\n  b:\n    - 1\n    - 2.5\n    - true\n    -\n  a: 'yes'\n---\n"
	want := "---\nid: a\nzeta: {b: [1, 2.5, true, null], a: \"yes\"}\n---\n"
	if diff := cmp.Diff(want, string(Format(parse(t, block)))); diff != "" {
		t.Errorf("block style (-want +got):\n%s", diff)
	}
}

// TestCurrency keeps sums in several currencies apart.
func TestCurrency(t *testing.T) {
	c := &Case{ID: "a", Events: []Event{{Amount: Money{100, "EUR"}}, {Amount: Money{250, "GBP"}}, {Amount: Money{0, "EUR"}}}}
	src := string(Format(c))
	want := "---\nid: a\ncurrency: EUR\nevents:\n  - {amount: 1}\n  - {amount: 2.50, currency: GBP}\n  - {amount: 0}\n---\n"
	if diff := cmp.Diff(want, src); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(c, parse(t, src), equal); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestParseBounds refuses at once what is too large or deep for a case.
func TestParseBounds(t *testing.T) {
	var many strings.Builder
	for i := range 1100 {
		fmt.Fprintf(&many, "k%d: 1\n", i)
	}
	for _, tt := range []struct{ name, front, want string }{
		{"long front matter", "title: " + strings.Repeat("a ", 1<<20), "larger than 2 MB"},
		{"a large file", "---\n" + strings.Repeat("a\n", 8<<20), "larger than 16 MB"},
		{"many keys", many.String(), "more than 1000 keys"},
		{"a hundred thousand brackets", "x: " + strings.Repeat("[", 100_000), "not YAML"},
		{"nested lists", "x: " + strings.Repeat("[", 100) + strings.Repeat("]", 100), "more than 16 deep"},
		{"nested maps", "x: " + strings.Repeat("{a: ", 100) + strings.Repeat("}", 100), "more than 16 deep"},
		{"an alias bomb", "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]", "anchors and aliases"},
		{"not UTF-8", "title: a\xff", "case.md:3: not UTF-8"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse("case.md", []byte("---\nid: a\n"+tt.front+"\n---\n"))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one with %q", err, tt.want)
			}
		})
	}
}

func BenchmarkParse(b *testing.B) {
	for _, name := range []string{"advanced-computer-software-group-2024", "northgate-lending-2021"} {
		src, err := os.ReadFile("testdata/cases/" + name + ".md")
		if err != nil {
			b.Fatal(err)
		}
		b.Run("case="+name, func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				if _, err := Parse("case.md", src); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
