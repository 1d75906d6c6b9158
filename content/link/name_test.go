package link

import (
	"slices"
	"strings"
	"testing"

	"casebook/content"
)

func TestFold(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want name
	}{
		{"The Carphone Warehouse Limited", name{"carphone warehouse", "ltd"}},
		{"MARRIOTT INTERNATIONAL, INC.", name{"marriott international", "inc"}},
		{"Papa John's", name{"papa johns", ""}},
		{"Papa John’s", name{"papa johns", ""}},
		{"H&L Business Consulting Ltd", name{"h and l business consulting", "ltd"}},
		{"Southend-on-Sea City Council", name{"southend on sea city council", ""}},
		{"Leave.EU", name{"leave eu", ""}},
		{"Capita p.l.c.", name{"capita", "plc"}},
		{"Bounty (UK) Limited", name{"bounty uk", "ltd"}},
		{"Alder Group Ltd", name{"alder group", "ltd"}},
		{"Alder Holdings Limited", name{"alder holdings", "ltd"}},
		{"Tuckers Solicitors LLP", name{"tuckers solicitors", "llp"}},
		{"Limited", name{"limited", ""}},
		{"", name{}},
	} {
		if got := fold(tt.in); got != tt.want {
			t.Errorf("fold(%q) = %v, want %v", tt.in, got, tt.want)
		}
	}
}

func TestAliases(t *testing.T) {
	for _, tt := range []struct {
		name string
		in   content.Party
		want []string
	}{
		{"in brackets", content.Party{Name: "Police Service of Northern Ireland (PSNI)"}, []string{"PSNI"}},
		{"in quotes, in brackets", content.Party{Name: "Alder Group Ltd (“Alder”)"}, []string{"Alder"}},
		{"generic words are no names", content.Party{Name: "Alder Ltd", Aliases: []string{"the Company", "the Controller", "Trust"}}, nil},
		{"its own name is no alias", content.Party{Name: "Alder Ltd", Aliases: []string{"Alder Limited", "ALDER"}}, nil},
		{"trading as", content.Party{Name: "HPAS Ltd trading as Safestyle UK"}, []string{"Safestyle UK"}},
		{"brackets in the middle stay", content.Party{Name: "Bounty (UK) Limited"}, nil},
	} {
		if got := aliases(tt.in); !slices.Equal(got, tt.want) {
			t.Errorf("%s: aliases %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestWithoutForm(t *testing.T) {
	for in, want := range map[string]string{
		"Capita plc":                   "Capita",
		"Marriott International, Inc.": "Marriott International",
		"Alder Group Ltd":              "Alder Group",
		"Tuckers Solicitors LLP":       "Tuckers Solicitors",
		"Unlimited":                    "Unlimited",
		"Ltd":                          "Ltd",
		"Cabinet Office":               "Cabinet Office",
	} {
		if got := withoutForm(in); got != want {
			t.Errorf("withoutForm(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestAgree(t *testing.T) {
	for _, tt := range []struct {
		name string
		x, y int64
		q    content.Qualifier // of x
		want bool
	}{
		{"equal", 140_000, 140_000, "", true},
		{"rounded to three digits", 12_700_000, 12_695_000, "", true},
		{"over", 6_000_000, 6_090_000, content.Over, true},
		{"cut off", 3_070_000, 3_076_320, "", true},
		{"half a unit", 1_300_000, 1_350_000, "", true},
		{"approximately", 1_000_000, 963_900, content.Approx, true},
		{"one round figure, another sum", 500_000, 450_000, "", false},
		{"two sums", 140_000, 170_000, "", false},
		{"a digit lost", 75_000, 750_000, "", false},
		{"digits exchanged", 99_200_396, 99_200_936, "", false},
		{"nothing", 0, 5, "", false},
	} {
		if got, back := agree(tt.x, tt.y, tt.q, ""), agree(tt.y, tt.x, "", tt.q); got != tt.want || back != tt.want {
			t.Errorf("%s: agree(%d, %d) = %t, the other way round %t, want %t", tt.name, tt.x, tt.y, got, back, tt.want)
		}
	}
	if !misprint(99_200_396, 99_200_936) || misprint(140_000, 170_000) {
		t.Error("misprint: want true of exchanged digits and false of another sum")
	}
}

func TestApartBy(t *testing.T) {
	for _, tt := range []struct {
		x, y  string
		days  int
		known bool
	}{
		{"2025-09", "2025-09-23", 0, true},
		{"2025-09-23", "2025-09", 0, true},
		{"2024", "2024-12-31", 0, true},
		{"2024-01-31", "2024-02", 1, true},
		{"2024-02", "2024-03-01", 1, true},
		{"2024-12", "2025-01-02", 2, true},
		{"", "2025-01-02", 0, false},
	} {
		if days, known := apartBy(parse(tt.x), parse(tt.y)); days != tt.days || known != tt.known {
			t.Errorf("apartBy(%q, %q) = %d, %t, want %d, %t", tt.x, tt.y, days, known, tt.days, tt.known)
		}
	}
}

func parse(s string) content.Date {
	d, _ := content.ParseDate(s)
	return d
}

// A long quote is cut to whole words that still stand in it, round the value.
func TestBounded(t *testing.T) {
	long := strings.Repeat("several words £ ", 80) + "and the penalty of £3,076,320 was imposed. " + strings.Repeat("more words ", 80)
	for _, tt := range []struct{ name, quote, value, want string }{
		{"short quotes stay", "A short one.", "x", "A short one."},
		{"the value is in it", long, "3076320", "£3,076,320"},
		{"without the value the beginning", long, "ransomware", "several words £ several"},
	} {
		got := bounded(tt.quote, tt.value)
		if len(got) > maxQuote || !strings.Contains(tt.quote, got) || !strings.Contains(got, tt.want) {
			t.Errorf("%s: %q of %d bytes: want at most %d, verbatim, with %q", tt.name, got, len(got), maxQuote, tt.want)
		}
	}
}
