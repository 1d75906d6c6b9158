package accuracy

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/content/facts"
)

var update = flag.Bool("update", false, "rewrite the golden files in testdata; check them by hand before you commit them")

// rules scores testdata/rules: labels whose notes say which rule each one
// exercises, what was read from each document as casebook extract --json
// prints it, and the documents. It depends on no extractor.
func rules(t *testing.T) *Scorer {
	t.Helper()
	read := func(name string) []byte {
		b, err := os.ReadFile(filepath.Join("testdata/rules", name))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	labels, err := ReadLabels("labels.jsonl", read("labels.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	reports := map[string]*facts.Report{}
	for line := range bytes.Lines(read("predictions.jsonl")) {
		var r facts.Report
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		reports[r.File] = &r
	}
	scorer := &Scorer{}
	for i := range labels {
		text := ""
		if reports[labels[i].File] != nil {
			text = string(read(labels[i].File))
		}
		scorer.Add(&labels[i], reports[labels[i].File], text)
	}
	return scorer
}

// TestRules holds the table and every miss to what a count by hand gives.
func TestRules(t *testing.T) {
	scorer := rules(t)
	var misses strings.Builder
	for _, field := range append(Fields(), Evidence) {
		fmt.Fprintf(&misses, "\n%s\n", field)
		for _, miss := range scorer.Misses(field) {
			fmt.Fprintln(&misses, miss)
		}
	}
	golden(t, "testdata/rules/table.txt", scorer.Result().Table())
	golden(t, "testdata/rules/misses.txt", misses.String())
}

// golden compares got with a file below the file's first line, which says why
// it exists.
func golden(t *testing.T, name, got string) {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	why, want, _ := strings.Cut(string(b), "\n")
	if *update {
		if err := os.WriteFile(name, []byte(why+"\n"+got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

func TestOf(t *testing.T) {
	r := rules(t).Result()
	for _, tt := range []struct {
		name, want string
	}{
		{"amount", "0.750"},
		{"communications", "0.000"},
		{Core, "0.699"},
		{Evidence, "0.909"},
		{"colour", "0.000"},
	} {
		if got := r.Of(tt.name).String(); got != tt.want {
			t.Errorf("Of(%q) = %s, want %s", tt.name, got, tt.want)
		}
	}
	if got := (Result{}).Of(Evidence); got != 0 {
		t.Errorf("evidence without a quote is %v, want 0", got)
	}
}

func TestFoldName(t *testing.T) {
	for _, tt := range []struct{ name, want string }{
		{"Harbour Lane Clinics Ltd.", "harbour lane clinics"},
		{"HARBOUR LANE CLINICS (UK) LIMITED", "harbour lane clinics"},
		{"The Harbour-Lane Clinics Group plc", "harbour lane clinics"},
		{"Marlow’s & Sons", "marlows and sons"},
		{"Marlow's and Sons", "marlows and sons"},
		{"Fernhill Community Interest Company", "fernhill"},
		{"Fernhill CIC", "fernhill"},
		{"Corporate Calls Ltd", "corporate calls"},
		{"The Company Group", "the company group"},
		{"Café Unlimited", "cafe unlimited"},
		{"???", ""},
	} {
		if got := foldName(tt.name); got != tt.want {
			t.Errorf("foldName(%q) = %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestArticleLevel(t *testing.T) {
	for _, tt := range []struct{ provision, want string }{
		{"UK GDPR Art 32(1)(b)", "gdpr art 32"},
		{"UK GDPR Article 32", "gdpr art 32"},
		{"GDPR  art.\n32 (1)", "gdpr art 32"},
		{"PECR reg 22(2)", "pecr reg 22"},
		{"PECR Regulation 22", "pecr reg 22"},
		{"DPA 1998 s.55A(1)", "dpa 1998 s 55a"},
		{"DPA 1998 Section 55A", "dpa 1998 s 55a"},
		{"DPA 2018 Sch 1 para 5", "dpa 2018 sch 1"},
		{"DPA 1998 Principle 7", "dpa 1998 principle 7"},
		{"DPA 1998, DPP7", "dpa 1998, dpp 7"},
		{"The Act as a whole", "the act as a whole"},
	} {
		if got := articleLevel(tt.provision); got != tt.want {
			t.Errorf("articleLevel(%q) = %q, want %q", tt.provision, got, tt.want)
		}
	}
}

func TestFoldBlanks(t *testing.T) {
	if got, want := foldBlanks(" a\u00a0b\x1c\r\n c\u2003"), "a b c"; got != want {
		t.Errorf("foldBlanks = %q, want %q", got, want)
	}
}

// TestMeasured holds accuracy.json to the form in which it is written, with
// every field scored and its sums consistent.
func TestMeasured(t *testing.T) {
	r := Measured()
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(r); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(kept), b.String()); diff != "" {
		t.Errorf("accuracy.json is not as casebook eval --write writes it (-file +written):\n%s", diff)
	}
	if len(r.Fields) != len(Fields()) {
		t.Errorf("%d fields, want %d", len(r.Fields), len(Fields()))
	}
	documents := 0
	for _, k := range r.Kinds {
		documents += k.Documents
	}
	if documents != r.Documents || r.WithoutPrediction > 0 || r.Verbatim > r.Quotes {
		t.Errorf("the sums of accuracy.json disagree: %+v", r)
	}
	for _, f := range r.Fields {
		if want := (counts{f.Right, f.Surplus, f.Missing}).field(f.Field); want.F1.String() != f.F1.String() {
			t.Errorf("%s: F1 %s, but its counts make %s", f.Field, f.F1, want.F1)
		}
	}
}
