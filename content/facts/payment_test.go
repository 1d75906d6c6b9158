package facts

import (
	"testing"

	"casebook/content"
)

// The table of payments says in free words where a fine stands.
func TestPayment(t *testing.T) {
	for _, test := range []struct {
		line string
		want content.Status // "" for a doubt
	}{
		{"Status: Paid in full", content.Paid},
		{"Payment status: Paid", content.Paid},
		{"Status: Payment plan agreed, two instalments paid", content.PartPaid},
		{"Status: Partially paid", content.PartPaid},
		{"Status: Unpaid", content.Unpaid},
		{"Status: Not yet paid; passed to our debt recovery team", content.Unpaid},
		{"Status: Company in liquidation, outstanding", content.Insolvent},
		{"Status: Struck off the register", content.Insolvent},
		{"Status: Appeal lodged, unpaid", content.Appealed},
		{"Status: Under appeal", content.Appealed},
		{"Status: Appeal dismissed, paid in full", content.Paid},
		{"Status: Appeal withdrawn", ""},
		{"Status: With the court", ""},
		{"Note: Paid in full", ""},
	} {
		body := "Harbour Bakery Limited\n\nThe ICO's work to recover fines\n\nName: Harbour Bakery Limited\nDate of final notice: 12 March 2026\n" + test.line
		f := Extract(content.Text{Body: body}, Hint{Kind: content.News})
		if f.Status.Value != test.want || f.Enforcement != (test.want != "") || len(f.Doubts) > 0 != (test.want == "") {
			t.Errorf("%s: got %q, enforcement %v, doubts %v; want %q", test.line, f.Status.Value, f.Enforcement, f.Doubts, test.want)
		}
		if f.Amount.Known() || len(f.Parties) > 0 || f.Decided.Known() {
			t.Errorf("%s: got an amount, a party or a day, which a row does not prove: %+v", test.line, f)
		}
		for _, q := range f.Status.Quotes {
			if q.Text != test.line || body[q.Start:q.End] != q.Text {
				t.Errorf("%s: got the quote %q", test.line, q.Text)
			}
		}
	}
}
