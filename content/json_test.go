package content

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCaseAsJSON writes the keys of the front matter in their order, and
// nothing that casebook does not know.
func TestCaseAsJSON(t *testing.T) {
	src, err := os.ReadFile("testdata/cases/northgate-lending-2021.md")
	if err != nil {
		t.Fatal(err)
	}
	c := parse(t, string(src))
	c.Body = "A \"body\"\n<b>"
	var got strings.Builder
	enc := json.NewEncoder(&got)
	enc.SetIndent("", "  ")
	if err := enc.Encode(c); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("testdata/northgate-lending-2021.json", []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/northgate-lending-2021.json")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestHostileJSON gives every string back whatever it holds.
func TestHostileJSON(t *testing.T) {
	for _, s := range hostile {
		b, err := json.Marshal(&Case{ID: "a", Title: s, Absent: map[string]Absence{s: NotStated}, Body: s})
		var got struct {
			Title, Body string
			Absent      map[string]string
		}
		if err != nil || json.Unmarshal(b, &got) != nil || got.Title != s || got.Body != s || got.Absent[s] != "not-stated" {
			t.Errorf("%q came back as %+v, %v", s, got, err)
		}
	}
}
