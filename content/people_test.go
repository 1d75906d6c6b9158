package content

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// individual is a case against an invented person, whose name stands wherever
// a document may bring it.
func individual() *Case {
	return &Case{
		ID: "individual-2023", Title: "Individual, insider misuse", Formerly: []string{"orla-penhaligon-2023", "individual-22"}, Regulator: "ICO",
		Organisation: Organisation{Name: "Ms Orla Penhaligon", Also: []string{"Orla Penhaligon-Reeve"}, Person: true},
		Status:       Final, Action: Prosecution, Date: Date{Year: 2023, Month: 4, Day: 30},
		Documents: []Document{
			{ID: "ico-1", URL: "https://regulator.example/orla-penhaligon/", Title: "Orla Penhaligon fined", Publisher: "ICO", Kind: Item, Published: Date{2023, 4, 30}, SHA256: strings.Repeat("a", 64)},
			{ID: "press-1", URL: "https://press.example/clerk-fined/", Title: "Clerk fined", Publisher: "The Courier", Kind: Article, Published: Date{2023, 5, 1}},
		},
		Events: []Event{{Date: Date{2023, 4, 30}, Action: Prosecution, Status: Final, Documents: []string{"ico-1", "press-1"}}},
		Evidence: []Evidence{
			{Field: "organisation", Event: -1, Value: "O. Penhaligon", Quote: "O. Penhaligon, a clerk, pleaded guilty.", Document: "press-1"},
			{Field: "organisation", Event: -1, Value: "Orla Penhaligon", Quote: "Ms Orla Penhaligon pleaded guilty.", Document: "ico-1"},
			{Field: "action", Event: 0, Value: "prosecution", Quote: "PENHALIGON was prosecuted, and Penhaligon's phone kept.", Document: "ico-1"},
			{Field: "status", Event: 0, Value: "final", Quote: "Ms Orla Penhaligon pleaded guilty.", Document: "ico-1"},
		},
		Body: "The court heard that Mrs Penhaligon\nleft in May.\n",
	}
}

func TestPublish(t *testing.T) {
	day := func(s string) Date { d, _ := ParseDate(s); return d }
	for _, tt := range []struct {
		name   string
		people People
		today  string
		date   string
		named  bool
	}{
		{"by role unless somebody decides otherwise", People{}, "2023-05-01", "2023-04-30", false},
		{"by role", People{Show: "role", Months: 12}, "2023-05-01", "2023-04-30", false},
		{"by name in its time", People{Show: ShowName, Months: 12}, "2024-04-29", "2023-04-30", true},
		{"by role from the day on which the time is over", People{Show: ShowName, Months: 12}, "2024-04-30", "2023-04-30", false},
		{"a month with fewer days", People{Show: ShowName, Months: 10}, "2024-02-29", "2023-04-30", true},
		{"over the end of a year", People{Show: ShowName, Months: 9}, "2024-01-29", "2023-04-30", true},
		{"of a month its first day", People{Show: ShowName, Months: 1}, "2023-05-01", "2023-04", false},
		{"a case without a day has had its time", People{Show: ShowName, Months: 12}, "2023-05-01", "", false},
		{"nobody knows what day it is", People{Show: ShowName, Months: 12}, "", "2023-04-30", false},
	} {
		c := individual()
		if c.Date = day(tt.date); tt.date == "" {
			c.Date = Date{}
		}
		got := tt.people.Publish(&Book{Cases: []*Case{c}}, day(tt.today)).Cases[0]
		if named := strings.Contains(string(Format(got)), "enhaligon"); named != tt.named || got.Organisation.Anonymous() == tt.named {
			t.Errorf("%s: named %t, want %t:\n%s", tt.name, named, tt.named, Format(got))
		}
		again := (&Book{Cases: []*Case{got}}).Publishable().Cases[0]
		if diff := cmp.Diff(string(Format(got)), string(Format(again))); diff != "" {
			t.Errorf("%s: what was published is published otherwise (-want +got):\n%s", tt.name, diff)
		}
	}
}

// A report about two individuals is quoted in both cases, and in that of the company beside them: each name is withheld
// in all of them once its own time is over.
func TestPublishTogether(t *testing.T) {
	page := Document{ID: "news-1", URL: "https://regulator.example/two-fined/", Title: "Two fined"}
	quote := "Orla Penhaligon paid £400, Bram Tarnwick £900 and Quillmark Ltd nothing."
	of := func(id, name string, person bool, date Date) *Case {
		return &Case{ID: id, Title: "Fined", Organisation: Organisation{Name: name, Person: person}, Date: date, Documents: []Document{page},
			Evidence: []Evidence{{Field: "organisation", Event: -1, Value: name, Quote: quote, Document: "news-1"}}}
	}
	b := &Book{Cases: []*Case{of("individual-2023", "Orla Penhaligon", true, Date{2023, 4, 30}), of("individual-2024", "Bram Tarnwick", true, Date{2024, 1, 1}), of("quillmark-2023", "Quillmark Ltd", false, Date{2023, 4, 30})}}
	elsewhere := of("tarnwick-2020", "Tarnwick Ltd", false, Date{2020, 1, 1})
	elsewhere.Documents = nil
	b.Cases = append(b.Cases, elsewhere)
	for _, tt := range []struct {
		today Date
		want  string
	}{
		{Date{2024, 2, 1}, quote},
		{Date{2024, 5, 1}, "[name withheld] paid £400, Bram Tarnwick £900 and Quillmark Ltd nothing."},
		{Date{2025, 1, 1}, "[name withheld] paid £400, [name withheld] £900 and Quillmark Ltd nothing."},
	} {
		got := People{Show: ShowName, Months: 12}.Publish(b, tt.today)
		for _, c := range got.Cases[:3] {
			if c.Evidence[0].Quote != tt.want {
				t.Errorf("%s on %s: %q, want %q", c.ID, tt.today, c.Evidence[0].Quote, tt.want)
			}
		}
		if got.Cases[3] != elsewhere {
			t.Errorf("a company of like name was changed: %s", Format(got.Cases[3]))
		}
	}
}

// What stands in a case file by role, and that nothing of the original changed.
func TestPublishable(t *testing.T) {
	c := individual()
	before := string(Format(c))
	got := (&Book{Cases: []*Case{c}}).Publishable().Cases[0]
	want := `---
id: individual-2023
formerly: [individual-22]
title: "Individual, insider misuse"
regulator: ICO
organisation: {name: "Individual, insider misuse", person: true}
status: final
action: prosecution
date: 2023-04-30
events:
  - {date: 2023-04-30, action: prosecution, status: final, documents: [ico-1, press-1]}
documents:
  - {id: ico-1, url: withheld:05c03471ffd38ff5, title: "[name withheld] fined", publisher: ICO, kind: item, published: 2023-04-30, sha256: ` + strings.Repeat("a", 64) + `}
  - {id: press-1, url: https://press.example/clerk-fined/, title: Clerk fined, publisher: The Courier, kind: article, published: 2023-05-01}
evidence:
  - {field: organisation, value: "Individual, insider misuse", quote: "[name withheld] pleaded guilty.", document: ico-1}
  - {field: organisation, value: "Individual, insider misuse", quote: "[name withheld], a clerk, pleaded guilty.", document: press-1}
  - {field: action, event: 0, value: prosecution, quote: "[name withheld] was prosecuted, and [name withheld]'s phone kept.", document: ico-1}
  - {field: status, event: 0, value: final, quote: "[name withheld] pleaded guilty.", document: ico-1}
---

The court heard that [name withheld]
left in May.
`
	if diff := cmp.Diff(want, string(Format(got))); diff != "" {
		t.Errorf("by role (-want +got):\n%s", diff)
	}
	if string(Format(c)) != before {
		t.Error("the case itself changed")
	}
	text := "Ms Orla Penhaligon pleaded guilty. PENHALIGON was prosecuted, and Penhaligon's phone kept."
	for _, tt := range []struct {
		name, text string
		errs       int
	}{
		{"a quote without the name stands in its document", text, 0},
		{"and another one does not", strings.Replace(text, "phone", "laptop", 1), 1},
	} {
		errs := 0
		for _, p := range Check(&Book{Cases: []*Case{got}}, map[string]Text{strings.Repeat("a", 64): {Body: tt.text}}) {
			if !p.Warning {
				errs++
			}
		}
		if errs != tt.errs {
			t.Errorf("%s: %d errors, want %d", tt.name, errs, tt.errs)
		}
	}
}

func TestNamesAndRoles(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"a former employee of a vehicle repairer", "A former employee of a vehicle repairer pleaded guilty.", "A former employee of a vehicle repairer pleaded guilty."},
		{"co-owner of Quillmark Texts", "The co-owner of Quillmark Texts, of Leeds.", "The co-owner of Quillmark Texts, of Leeds."},
		{"Eight individuals", "Eight individuals were charged.", "Eight individuals were charged."},
		{"An Individual", "An individual was fined.", "An individual was fined."},
		{"Employee of Quillmark Texts Ltd", "Employee of Quillmark Texts Ltd", "Employee of Quillmark Texts Ltd"},
		{"Two former employees", "Two former employees were charged.", "Two former employees were charged."},
		{"Ashdown, director of Quillmark", "Ashdown, director of Quillmark", "[name withheld], director of Quillmark"},
		{"Tilda Mann and Peter Man", "Tilda Mann, Mr Man and another man.", "[name withheld], [name withheld] and another [name withheld]."},
		{"Director Wynne Ashdown", "Ashdown, a director, paid; the director left.", "[name withheld], a director, paid; the director left."},
		{"Tam O'Brixley", "Tam O'Brixley, 40, and Mr O'Brixley.", "[name withheld], 40, and [name withheld]."},
		{"Jo Li", "Jo Li lives; Lion and Jolly stay.", "[name withheld] lives; Lion and Jolly stay."},
		{"Bo Tarn-Wexley", "Mr B. Tarn\nand MRS B J WEXLEY paid.", "[name withheld]\nand [name withheld] paid."},
		{"Zoë Åkesson", "Zoë Åkesson and ZOË ÅKESSON.", "[name withheld] and [name withheld]."},
		{"Jo\xff (T[arrow", "Tarrow and T[arrow.", "Tarrow and [name withheld]."},
		{"Ivo (Iv) Tarrow", "Ivo Tarrow wrote from ivo.tarrow@mail.example.", "[name withheld] wrote from [name withheld]@mail.example."},
	} {
		got := (&Case{Body: tt.in}).WithoutNames(tt.name).Body
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// A company that is called after its owner keeps its name where the owner's is withheld.
func TestCompanyOfTheName(t *testing.T) {
	c := &Case{Title: "Tolvaddon Garages", Formerly: []string{"tolvaddon-2023"}, Organisation: Organisation{Name: "Tolvaddon Garages Ltd"},
		Body: "Tolvaddon Garages Ltd and Osric Tolvaddon, its director, were fined."}
	got := c.WithoutNames("Osric Tolvaddon")
	if got.Title != c.Title || len(got.Formerly) != 1 || got.Body != "Tolvaddon Garages Ltd and [name withheld] Tolvaddon, its director, were fined." {
		t.Errorf("title %q, formerly %v, body %q", got.Title, got.Formerly, got.Body)
	}
}

// Addresses that spell a surname are not published, in whatever spelling.
func TestAddressesSpellNames(t *testing.T) {
	n := newNames([]string{"Tam O'Brixley", "Zoë Åkesson-Reeve"})
	for address, want := range map[string]bool{
		"https://press.example/2024/tam-obrixley-fined": true, "https://press.example/o-brixley": true, "https://press.example/o%27brixley": true,
		"https://press.example/%C3%85kesson": true, "https://press.example/reeve/1": true, "https://press.example/clerk-fined": false,
		"https://press.example/tam": false, "https://press.example/brix": false,
	} {
		if got := n.spelt(address); got != want {
			t.Errorf("%s spells a name: %t, want %t", address, got, want)
		}
	}
}
