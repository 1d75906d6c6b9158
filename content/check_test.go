package content

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCheckInMemory finds words that Parse would have refused in a case that
// was never in a file.
func TestCheckInMemory(t *testing.T) {
	c := &Case{
		ID: "a", Sector: "Banking", Status: "finall", Action: "fine", Incident: Incident{Type: "fire"}, AmountQualifier: "about", AffectedQualifier: "some",
		Controls: []Control{"mfa"}, Provisions: []Provision{"UK GDPR Article 32"}, Documents: []Document{{ID: "d", URL: "https://a.example", Kind: "tweet"}},
		Events: []Event{{Action: "fine", Status: "finall"}},
	}
	var got []string
	for _, p := range Check(&Book{Cases: []*Case{c}}, nil) {
		if strings.HasSuffix(p.Message, "unknown word") {
			got = append(got, p.Field)
		}
	}
	want := []string{"sector", "status", "action", "incident.type", "amount_qualifier", "affected_qualifier", "controls", "provisions",
		"events[0].action", "events[0].status", "documents[0].kind"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("fields with unknown words (-want +got):\n%s", diff)
	}
}

// TestProblems lists every error that Load joined, whatever its kind.
func TestProblems(t *testing.T) {
	long := strings.Repeat("é", 60)
	err := errors.Join(
		errors.New("disk on fire"),
		errors.Join(&SyntaxError{File: "b.md", Line: 3, Key: "ti\x1btle", Value: long, Reason: "bad"}, &SyntaxError{File: "a.md", Reason: "worse"}),
		fmt.Errorf("content: %w", &SyntaxError{File: "c.md", Key: "id", Reason: "worst"}),
	)
	var got []string
	for _, p := range Problems(err) {
		got = append(got, p.String())
	}
	want := []string{
		"error: disk on fire",
		"a.md: error: worse",
		"b.md:3: error: ti\uFFFDtle: \"" + strings.Repeat("é", 40) + "…\": bad",
		"c.md: error: id: worst",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if n := len(SyntaxErrors(err)); n != 3 {
		t.Errorf("%d syntax errors, want 3", n)
	}
	if Problems(nil) != nil || SyntaxErrors(nil) != nil {
		t.Error("no error has problems")
	}
}
