package facts

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCitations(t *testing.T) {
	in := instruments{articles: "UK GDPR", sections: "DPA 2018", marketing: true}
	for _, test := range []struct {
		text string
		want []string
	}{
		{"infringed Articles 5(1)(f) and 32(1) of the UK GDPR", []string{"UK GDPR Art 5(1)(f)", "UK GDPR Art 32(1)"}},
		{"Articles 5(1)(f), 32(1)(b) and (d)", []string{"UK GDPR Art 5(1)(f)", "UK GDPR Art 32(1)(b)", "UK GDPR Art 32(1)(d)"}},
		{"Article 32(1) and (2)", []string{"UK GDPR Art 32(1)", "UK GDPR Art 32(2)"}},
		{"Articles 12, 15 and 17", []string{"UK GDPR Art 12", "UK GDPR Art 15", "UK GDPR Art 17"}},
		{"Article 5 and 32 people", []string{"UK GDPR Art 5"}},
		{"Article 12 (3), Article 15 (1)", []string{"UK GDPR Art 12(3)", "UK GDPR Art 15(1)"}},
		{"Art. 32 (1)", []string{"UK GDPR Art 32(1)"}},
		{"as scanned: Article S(l)(f) and section SSA", []string{"UK GDPR Art 5(1)(f)", "DPA 1998 s 55A"}},
		{"contravened regulation 21 of PECR", []string{"PECR reg 21"}},
		{"regs. 21A and 24", []string{"PECR reg 21A", "PECR reg 24"}},
		{"regulations 21 and 24 of PECR", []string{"PECR reg 21", "PECR reg 24"}},
		{"Regulation (EU) 2016/679", nil},
		{"under section 155 of the Act", []string{"DPA 2018 s 155"}},
		{"s155 DPA 2018, s. 55A DPA", []string{"DPA 2018 s 155", "DPA 1998 s 55A"}},
		{"section 55 of the Data Protection Act 1998", []string{"DPA 1998 s 55"}},
		{"section 1 of the Computer Misuse Act 1990", []string{"Computer Misuse Act 1990 s 1"}},
		{"section 40(2) of the Freedom of Information Act 2000", nil},
		{"the seventh data protection principle", []string{"DPA 1998 Principle 7"}},
		{"the fifth and seventh data protection principles", []string{"DPA 1998 Principle 5", "DPA 1998 Principle 7"}},
		{"principle 7", []string{"DPA 1998 Principle 7"}},
		{"an article about 32 people", nil},
		{"Article 8 of the European Convention on Human Rights", nil},
	} {
		var got []string
		for _, c := range in.citations(test.text) {
			got = append(got, string(c.rule))
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("citations(%q) (-want +got):\n%s", test.text, diff)
		}
	}
}
