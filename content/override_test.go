package content

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// misread is a document of which nearly everything was read wrongly.
func misread() Reading {
	q := []Quote{{Text: "The lender was fined £310,000."}}
	return Reading{
		Document: Document{URL: "https://press.example/lender-fined/", SHA256: strings.Repeat("b", 64)},
		Text:     Text{Title: "Lender fined", Body: "The lender was fined £310,000. Northgate Lending Ltd must pay £130,000. It made 50 calls\nto 1,200 people.", Pages: []int{0, 31}},
		Facts: Facts{
			Enforcement:    true,
			Parties:        []Fact[Party]{{Value: Party{Name: "Lender", Aliases: []string{"the lender"}}, Quotes: q}},
			Action:         Fact[Action]{Value: Reprimand, Quotes: q},
			Amount:         Fact[Money]{Value: Pounds(310_000), Qualifier: Over, Quotes: q},
			Affected:       Fact[int]{Value: 310_000, Quotes: q},
			Communications: Fact[Communications]{Value: Communications{Count: 1200, Unit: "calls"}, Quotes: q},
			Controls:       []Fact[Control]{{Value: "access-control", Quotes: q}, {Value: "encryption", Quotes: q}},
			Decided:        Fact[Date]{Value: Date{2021, 2, 3}, Quotes: q},
		},
	}
}

func overridesOf(t *testing.T, src string) []Override {
	t.Helper()
	out, err := LoadOverrides(fstest.MapFS{"overrides.yaml": {Data: []byte(src)}})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

var plain = cmp.AllowUnexported(Communications{})

const entry = "- document: https://press.example/lender-fined/\n  reason: misread\n"

// Each correction changes its value alone, and brings its own quote.
func TestCorrect(t *testing.T) {
	pay := Quote{Text: "Northgate Lending Ltd must pay £130,000.", Start: 32, End: 73, Page: 2}
	folded := Quote{Text: "It made 50 calls to 1,200 people."}
	for _, tt := range []struct {
		name, in string
		want     func(f *Facts)
	}{
		{"a sum", "  field: amount\n  value: 310000\n  correct: 130000\n  quote: Northgate Lending Ltd must pay £130,000.", func(f *Facts) {
			f.Amount = Fact[Money]{Value: Pounds(130_000), Qualifier: Exact, Score: 1, Quotes: []Quote{pay}}
		}},
		{"white space in a quote is folded", "  field: affected\n  value: 310000\n  correct: 1200\n  quote: It made 50 calls to 1,200 people.", func(f *Facts) {
			f.Affected = Fact[int]{Value: 1200, Score: 1, Quotes: []Quote{folded}}
		}},
		{"calls", "  field: communications\n  value: 1200 calls\n  correct: 50 calls\n  quote: It made 50 calls to 1,200 people.", func(f *Facts) {
			f.Communications = Fact[Communications]{Value: Communications{Count: 50, Unit: "calls"}, Score: 1, Quotes: []Quote{folded}}
		}},
		{"nothing in its place", "  field: date\n  value: 2021-02-03\n  correct: null", func(f *Facts) { f.Decided = Fact[Date]{} }},
		{"one of several", "  field: controls\n  value: encryption\n  correct: null", func(f *Facts) { f.Controls = f.Controls[:1] }},
		{"one of several by another, in order", "  field: controls\n  value: encryption\n  correct: multi-factor-authentication\n  quote: Lender fined", func(f *Facts) {
			f.Controls = []Fact[Control]{{Value: "multi-factor-authentication", Score: 1, Quotes: []Quote{{Text: "Lender fined"}}}, f.Controls[0]}
		}},
		{"the party", "  field: organisation\n  value: Lender\n  correct: Northgate Lending Ltd\n  quote: Northgate Lending Ltd must pay £130,000.", func(f *Facts) {
			f.Parties = []Fact[Party]{{Value: Party{Name: "Northgate Lending Ltd"}, Score: 1, Quotes: []Quote{pay}}}
		}},
		{"no enforcement at all", "  field: enforcement\n  value: true\n  correct: null", func(f *Facts) { f.Enforcement = false }},
	} {
		want := misread().Facts
		tt.want(&want)
		got := []Reading{misread(), {Document: Document{URL: "https://press.example/other/"}, Facts: misread().Facts}}
		if err := Correct(got, overridesOf(t, entry+tt.in)); err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
		if diff := cmp.Diff(want, got[0].Facts, plain); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
		if diff := cmp.Diff(misread().Facts, got[1].Facts, plain); diff != "" {
			t.Errorf("%s: another document was corrected (-want +got):\n%s", tt.name, diff)
		}
	}
}

// An entry that does nothing is named with its line.
func TestCorrectRefuses(t *testing.T) {
	const place = "overrides.yaml:1: "
	for _, tt := range []struct{ name, in, want string }{
		{"another value is read", entry + "  field: amount\n  value: 99\n  correct: null",
			place + `amount of https://press.example/lender-fined/: "99": stale: the document is not read so any more`},
		{"nothing is read", entry + "  field: sector\n  value: Health\n  correct: null",
			place + `sector of https://press.example/lender-fined/: "Health": stale: the document is not read so any more`},
		{"no such document", "- document: https://press.example/gone/\n  reason: misread\n  field: amount\n  value: 310000\n  correct: null",
			place + `amount of https://press.example/gone/: "310000": stale: no such document was read`},
		{"a quote that is not there", entry + "  field: amount\n  value: 310000\n  correct: 130000\n  quote: It paid £130,000.",
			place + `amount of https://press.example/lender-fined/: "310000": the quote does not stand in the document: "It paid £130,000."`},
		{"no word of the vocabulary", entry + "  field: action\n  value: reprimand\n  correct: fine\n  quote: Lender fined",
			place + `action of https://press.example/lender-fined/: "reprimand": not in taxonomy.yaml`},
		{"both, each with its line", entry + "  field: amount\n  value: 99\n  correct: null\n" + entry + "  field: amount\n  value: 98\n  correct: null",
			place + `amount of https://press.example/lender-fined/: "99": stale: the document is not read so any more` + "\n" +
				`overrides.yaml:6: amount of https://press.example/lender-fined/: "98": stale: the document is not read so any more`},
	} {
		err := Correct([]Reading{misread()}, overridesOf(t, tt.in))
		if err == nil || err.Error() != tt.want {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.want)
		}
	}
}

// TestOverrideQuoteStates takes a value however its document spells it.
func TestOverrideQuoteStates(t *testing.T) {
	for _, o := range []Override{
		{Field: "amount", Correct: "1350000", Quote: "a fine of £1.35 million"},
		{Field: "previous_amount", Correct: "130000.50", Quote: "£130,000.50 was proposed"},
		{Field: "affected", Correct: "7", Quote: "Seven people complained."},
		{Field: "communications", Correct: "50 calls", Quote: "it made 50 calls"},
		{Field: "date", Correct: "2021-02-03", Quote: "on 03/02/2021"},
		{Field: "incident.from", Correct: "2019-05", Quote: "since May 2019"},
		{Field: "organisation", Correct: "Northgate Lending Ltd", Quote: "NORTHGATE  LENDING LTD must pay"},
		{Field: "provisions", Correct: "UK GDPR Art 5(1)(f)", Quote: "Article 5(1)(f) was infringed"},
		{Field: "action", Correct: "reprimand", Quote: "it was told off"},
	} {
		if err := o.states(); err != nil {
			t.Errorf("%s: %v", o.Field, err)
		}
	}
}

func TestLoadOverridesRefuses(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"no reason", "- {document: d, field: amount, value: 1, correct: null}", "overrides.yaml:1: [0]: reason: is missing"},
		{"nothing said of what is right", "\n- {document: d, field: amount, value: 1, reason: r}", "overrides.yaml:2: [0]: correct: is missing; null removes the value"},
		{"a value without proof", "- {document: d, field: amount, value: 1, correct: 2, reason: r}", "overrides.yaml:1: [0]: quote: is missing: the words of the document that prove the value"},
		{"a quote of another sum", "- {document: d, field: amount, value: 1, correct: 130000, quote: 'It must pay £150,000.', reason: r}", `overrides.yaml:1: [0]: quote: "It must pay £150,000." does not state 130000`},
		{"a quote of another day", "- {document: d, field: date, value: 2021-02-03, correct: 2021-02-04, quote: 'Dated 3 February 2021.', reason: r}", `overrides.yaml:1: [0]: quote: "Dated 3 February 2021." does not state 2021-02-04`},
		{"a quote of another party", "- {document: d, field: organisation, value: L, correct: Northgate Ltd, quote: The lender must pay., reason: r}", `overrides.yaml:1: [0]: quote: "The lender must pay." does not state Northgate Ltd`},
		{"a quote of another article", "- {document: d, field: provisions, value: GDPR Art 5, correct: GDPR Art 32(1), quote: This infringed Article 33., reason: r}", `overrides.yaml:1: [0]: quote: "This infringed Article 33." does not state GDPR Art 32(1)`},
		{"a misspelt key", "- {document: d, field: amount, value: 1, correct: null, reason: r, note: n}", "overrides.yaml:1: [0]: note: unknown key"},
		{"not a list", "document: d", `overrides.yaml:1: want a list`},
	} {
		_, err := LoadOverrides(fstest.MapFS{"overrides.yaml": {Data: []byte(tt.in)}})
		if err == nil || err.Error() != tt.want {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.want)
		}
	}
	_, err := LoadOverrides(fstest.MapFS{"overrides.yaml": {Data: []byte("- {document: d, field: title, value: 1, correct: null, reason: r}")}})
	if err == nil || !strings.Contains(err.Error(), `field: "title": cannot be corrected here; known are action, affected, amount,`) {
		t.Errorf("a field that is no fact: %v", err)
	}
	for _, empty := range []fstest.MapFS{{}, {"overrides.yaml": {Data: []byte("\n")}}, {"overrides.yaml": {Data: []byte("# none\n")}}} {
		if got, err := LoadOverrides(empty); got != nil || err != nil {
			t.Errorf("no overrides: %v, %v; want nothing", got, err)
		}
	}
}
