package content

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseProvision(t *testing.T) {
	for _, tt := range []struct{ in, want, law string }{
		{"UK GDPR Art 32(1)(b)", "UK GDPR Art 32(1)(b)", "UK GDPR"},
		{"GDPR Art 5(1)(f)", "GDPR Art 5(1)(f)", "GDPR"},
		{"PECR reg 22", "PECR reg 22", "PECR"},
		{"DPA 2018 s 155", "DPA 2018 s 155", "DPA 2018"},
		{"DPA 1998 s 55A", "DPA 1998 s 55A", "DPA 1998"},
		{"DPA 1998 Principle 7", "DPA 1998 Principle 7", "DPA 1998"},
		{"Computer Misuse Act 1990 s 1", "Computer Misuse Act 1990 s 1", "Computer Misuse Act 1990"},
		{"PECR", "PECR", "PECR"},
		{"UK GDPR", "UK GDPR", "UK GDPR"},
		{"DPA 2018 s 149(2)(a)(ii)", "DPA 2018 s 149(2)(a)(ii)", "DPA 2018"},
		{"DPA 2018 Sch 1", "DPA 2018 Sch 1", "DPA 2018"},

		{" uk gdpr  Article 32 (1) (b) ", "UK GDPR Art 32(1)(b)", "UK GDPR"},
		{"PECR Regulation 22(2)", "PECR reg 22(2)", "PECR"},
		{"Data Protection Act 1998, section 55A", "DPA 1998 s 55A", "DPA 1998"},
		{"Regulation (EU) 2016/679 Art. 5", "GDPR Art 5", "GDPR"},

		{"", "", ""},
		{"Art 32", "", ""},
		{"GPDR Art 5", "", ""},
		{"UK GDPR reg 22", "", "UK GDPR"},
		{"UK GDPRS", "", ""},
		{"UK GDPR Art", "", "UK GDPR"},
		{"UK GDPR Art x", "", "UK GDPR"},
		{"UK GDPR Art 32(", "", "UK GDPR"},
		{"UK GDPR Art 32()", "", "UK GDPR"},
		{"UK GDPR Art 32(1)x", "", "UK GDPR"},
		{"UK GDPR Art 5 and 6", "", "UK GDPR"},
	} {
		got, err := ParseProvision(tt.in)
		if string(got) != tt.want || (err == nil) != (tt.want != "") {
			t.Errorf("ParseProvision(%q) = %q, %v, want %q", tt.in, got, err, tt.want)
		}
		if err == nil && (!got.Known() || got.Instrument() != tt.law) {
			t.Errorf("%q: known %v, instrument %q, want %q", got, got.Known(), got.Instrument(), tt.law)
		}
	}
	if Provision("UK GDPR Article 32").Known() {
		t.Error("a provision that is not canonical is taken for known")
	}
}

func TestCompareProvisions(t *testing.T) {
	want := []Provision{
		"UK GDPR", "UK GDPR Art 5(1)(a)", "UK GDPR Art 5(1)(f)", "UK GDPR Art 5(2)", "UK GDPR Art 32", "UK GDPR Art 32(1)", "UK GDPR Art 32(1)(b)", "UK GDPR Art 32(2)",
		"GDPR Art 5", "DPA 2018 s 155", "DPA 2018 Sch 1", "DPA 1998 s 55", "DPA 1998 s 55A", "DPA 1998 Principle 7", "PECR reg 22", "A law", "Another law",
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	SortProvisions(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
