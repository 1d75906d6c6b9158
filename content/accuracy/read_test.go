package accuracy

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadLabelsErrors(t *testing.T) {
	for _, tt := range []struct{ name, line, want string }{
		{"cut short", `{"file": "a.txt", "amount": 1`, `labels.jsonl:3: not a JSON object: at byte 30: unexpected end of JSON input`},
		{"two on a line", `{"file": "a.txt"} {"file": "b.txt"}`, `labels.jsonl:3: not a JSON object: at byte 19: invalid character '{' after top-level value`},
		{"no object", `["a.txt"]`, `labels.jsonl:3: want a JSON object, got array`},
		{"no file", `{"amount": 1}`, `labels.jsonl:3: file: is missing`},
		{"file above", `{"file": "../a.txt"}`, `labels.jsonl:3: file: "../a.txt" lies outside the folder of the labels`},
		{"file with a root", `{"file": "/etc/a.txt"}`, `labels.jsonl:3: file: "/etc/a.txt" lies outside the folder of the labels`},
		{"number as word", `{"file": "a.txt", "amount": "1,000"}`, `labels.jsonl:3: amount: want number, got string`},
		{"word as number", `{"file": "a.txt", "sector": 1}`, `labels.jsonl:3: sector: want string, got number`},
		{"list as word", `{"file": "a.txt", "failing_controls": "encryption"}`, `labels.jsonl:3: failing_controls: want array, got string`},
		{"answer as word", `{"file": "a.txt", "is_enforcement": "yes"}`, `labels.jsonl:3: is_enforcement: want true or false, got string`},
		{"organisation", `{"file": "a.txt", "organisation": {"name": "A"}}`, `labels.jsonl:3: organisation: want a name, a list of names or null, got {"name": "A"}`},
		{"skip", `{"file": "a.txt", "skip": ["amuont"]}`, `labels.jsonl:3: skip: no field "amuont"`},
		{"accept", `{"file": "a.txt", "accept": {"sektor": ["Health"]}}`, `labels.jsonl:3: accept: no field "sektor"`},
		{"accept without list", `{"file": "a.txt", "accept": {"sector": "Health"}}`, `labels.jsonl:3: accept: want lists of words, numbers and null, got "Health"`},
		{"accept with a list", `{"file": "a.txt", "accept": {"sector": [["Health"]]}}`, `labels.jsonl:3: accept: want lists of words, numbers and null, got [["Health"]]`},
		{"accept word as number", `{"file": "a.txt", "accept": {"affected": ["some"]}}`, `labels.jsonl:3: accept: affected: want numbers, got "some"`},
		{"accept number as word", `{"file": "a.txt", "accept": {"sector": [7]}}`, `labels.jsonl:3: accept: sector: want words, got 7`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := ReadLabels("labels.jsonl", []byte("{\"file\": \"first.txt\"}\n\n"+tt.line+"\n"))
			if err == nil {
				t.Fatal("read without complaint")
			}
			if diff := cmp.Diff(tt.want, err.Error()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	if _, err := ReadLabels("labels.jsonl", []byte("\n \n")); err == nil || err.Error() != "labels.jsonl: holds no label" {
		t.Errorf("no label: error %v", err)
	}
}

func TestOrganisations(t *testing.T) {
	for _, tt := range []struct {
		name, line string
		want       [][]string
	}{
		{"none", `{"file": "a", "organisation": null, "aliases": ["x"]}`, nil},
		{"nobody", `{"file": "a", "organisation": ""}`, nil},
		{"one with aliases", `{"file": "a", "organisation": "A Ltd", "aliases": ["A", "B"]}`, [][]string{{"A Ltd", "A", "B"}}},
		{"a list", `{"file": "a", "organisation": ["A", "B"], "aliases": ["x"]}`, [][]string{{"A"}, {"B"}}},
		{"an empty list", `{"file": "a", "organisation": []}`, nil},
		{"parties", `{"file": "a", "organisation": "x", "per_organisation": [{"organisation": "A", "aliases": ["B"]}, {"organisation": null}]}`, [][]string{{"A", "B"}}},
	} {
		labels, err := ReadLabels("labels.jsonl", []byte(tt.line))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if diff := cmp.Diff(tt.want, labels[0].organisations()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// A label may skip or tolerate keys of its own that are not scored.
func TestUnscoredKeysOfALabel(t *testing.T) {
	line := `{"file": "a", "amount_qualifier": null, "mood": "dark", "skip": ["mood"], "accept": {"amount_qualifier": ["over"], "mood": [1]}}`
	if _, err := ReadLabels("labels.jsonl", []byte(line)); err != nil {
		t.Error(err)
	}
}
