package link

import (
	"testing"

	"casebook/content"
)

// An enforcement notice over marketing joins the penalty over the same calls,
// though it only says that there was no consent.
func TestFamilyOf(t *testing.T) {
	for _, test := range []struct {
		incident content.IncidentType
		controls []content.Control
		want     string
	}{
		{"unlawful-processing", []content.Control{"marketing-consent"}, "marketing"},
		{"unlawful-processing", []content.Control{"marketing-consent", "lawful-basis"}, "processing"},
		{"unlawful-processing", nil, "processing"},
		{"nuisance-calls", []content.Control{"tps-screening"}, "marketing"},
		{"ransomware", []content.Control{"marketing-consent"}, "attack"},
		{"", []content.Control{"marketing-consent"}, ""},
	} {
		f := content.Facts{Incident: content.Fact[content.IncidentType]{Value: test.incident}}
		for _, c := range test.controls {
			f.Controls = append(f.Controls, content.Fact[content.Control]{Value: c})
		}
		if got := familyOf(f); got != test.want {
			t.Errorf("%q with %v: got %q, want %q", test.incident, test.controls, got, test.want)
		}
	}
}
