package content

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"go.yaml.in/yaml/v3"
)

// FuzzParse reads anything without a panic, and what it could read survives
// being written and read again.
func FuzzParse(f *testing.F) {
	cases, _ := filepath.Glob("testdata/cases/*.md")
	for _, name := range cases {
		src, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src)
	}
	for _, s := range hostile {
		f.Add([]byte("---\nid: a\ntitle: " + s + "\n---\n\n" + s))
		f.Add([]byte("---\nid: a\nx: [" + s + ", {" + s + ": 1}]\n---\n"))
	}
	f.Add([]byte("---\nid: a\nx: " + "[[[[[[[[" + "\n---\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		checkScan(t, src)
		c, err := Parse("case.md", src)
		if err != nil {
			return
		}
		once := Format(c)
		back, err := Parse("case.md", once)
		if err != nil {
			t.Fatalf("%v\n%s", err, once)
		}
		if diff := cmp.Diff(c, back, equal); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if twice := Format(back); !bytes.Equal(once, twice) {
			t.Errorf("written twice it differs:\n%s\n%s", once, twice)
		}
		back.Settle()
		Check(&Book{Cases: []*Case{back}}, nil)
	})
}

// checkScan compares what scan makes of front matter with package yaml.
func checkScan(t *testing.T, src []byte) (scanned bool) {
	t.Helper()
	front, _, err := split("case.md", src)
	if err != nil {
		return false
	}
	got := scan(string(front))
	if got == nil {
		return false
	}
	want, err := parseYAML("case.md", front)
	if err != nil {
		t.Fatalf("scan reads what package yaml refuses: %v\n%s", err, front)
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(yaml.Node{}, "Style", "Column"), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("scan differs from package yaml (-yaml +scan):\n%s\n%s", diff, front)
	}
	return true
}

// FuzzPlain reads what may stand without quotation marks with package yaml,
// wherever a case file writes it.
func FuzzPlain(f *testing.F) {
	for _, s := range append(hostile, "A & B (UK) Ltd", "50% of ~7 days; a*b = c@d!") {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !isPlain(s) {
			t.Skip()
		}
		var got struct {
			Alone   string
			Listed  []string
			Flow    map[string]string
			Between []map[string]string
		}
		src := fmt.Sprintf("alone: %s\nlisted: [%s, %s]\nflow: {a: %s, b: c}\nbetween:\n  - {a: %s}\n", s, s, s, s, s)
		if err := yaml.Unmarshal([]byte(src), &got); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if got.Alone != s || got.Listed[0] != s || got.Listed[1] != s || got.Flow["a"] != s || got.Between[0]["a"] != s {
			t.Errorf("%q is read as %q", s, got)
		}
	})
}

// FuzzParseDecimal gives back every sum it accepts.
func FuzzParseDecimal(f *testing.F) {
	for _, s := range []string{"0", "3076320", "130000.50", "0.5", "-1", "92233720368547758.07", "1e9", "٣", "+1", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := ParseDecimal(s, "GBP")
		if err != nil {
			return
		}
		if back, err := ParseDecimal(m.Decimal(), "GBP"); err != nil || back != m {
			t.Errorf("%q is %+v, written %q, read again %+v, %v", s, m, m.Decimal(), back, err)
		}
	})
}

// FuzzSlug makes a slug of any name.
func FuzzSlug(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Add("aux")
	f.Fuzz(func(t *testing.T, s string) { checkSlug(t, s) })
}
