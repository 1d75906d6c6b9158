package content

import (
	"encoding/json"
	"testing"
)

func TestParseDecimal(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want int64
		ok   bool
	}{
		{"3076320", 307632000, true}, {"130000.50", 13000050, true}, {"130000.5", 13000050, true}, {"0", 0, true}, {"-5", -500, true}, {"007", 700, true},
		{"92233720368547758.07", 9223372036854775807, true},
		{"", 0, false}, {".50", 0, false}, {"5.", 0, false}, {"5.123", 0, false}, {"1,000", 0, false}, {"1e3", 0, false}, {"+5", 0, false}, {"--5", 0, false},
		{"5.-1", 0, false}, {"1_000", 0, false}, {" 5", 0, false}, {"٣", 0, false}, {"92233720368547758.08", 0, false}, {"922337203685477580", 0, false},
	} {
		got, err := ParseDecimal(tt.in, "GBP")
		if (err == nil) != tt.ok || got.Minor != tt.want {
			t.Errorf("ParseDecimal(%q) = %d, %v, want %d", tt.in, got.Minor, err, tt.want)
		}
	}
}

func TestMoneyStrings(t *testing.T) {
	for _, tt := range []struct {
		m               Money
		decimal, people string
	}{
		{Pounds(3076320), "3076320", "£3,076,320"},
		{Money{13000050, "GBP"}, "130000.50", "£130,000.50"},
		{Money{5, "GBP"}, "0.05", "£0.05"},
		{Money{500000, "EUR"}, "5000", "EUR 5,000"},
		{Money{0, "GBP"}, "0", "£0"},
		{Money{}, "0", ""},
	} {
		if tt.m.Decimal() != tt.decimal || tt.m.String() != tt.people {
			t.Errorf("%+v is %q, %q, want %q, %q", tt.m, tt.m.Decimal(), tt.m, tt.decimal, tt.people)
		}
	}
	for in, want := range map[string]string{"": "", "1": "1", "999": "999", "1000": "1,000", "1234567": "1,234,567", "-1234": "-1,234"} {
		if got := Thousands(in); got != want {
			t.Errorf("Thousands(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestDate(t *testing.T) {
	for in, long := range map[string]string{"2025-03-26": "26 March 2025", "2025-03": "March 2025", "2025": "2025"} {
		d, err := ParseDate(in)
		if err != nil || d.String() != in || d.Long() != long {
			t.Errorf("ParseDate(%q) = %s, %q, %v", in, d, d.Long(), err)
		}
	}
	for _, in := range []string{"", "26 March 2025", "2025-3-26", "2025-02-30", "2025-13", "25", "2025-03-26T00:00:00Z"} {
		if d, err := ParseDate(in); err == nil {
			t.Errorf("ParseDate(%q) = %s, want an error", in, d)
		}
	}
	if days := (Date{2024, 2, 28}).Days(Date{2024, 3, 1}); days != 2 {
		t.Errorf("from 28 February to 1 March 2024 are %d days, want 2", days)
	}
	if (Date{Year: 2024}).Compare(Date{2024, 1, 1}) >= 0 || (Date{2024, 2, 0}).last() != (Date{2024, 2, 31}) {
		t.Error("a year does not come before its days, or a month does not end")
	}
}

func TestValuesAsJSON(t *testing.T) {
	type value struct {
		Date Date  `json:"date"`
		Sum  Money `json:"sum"`
	}
	for _, tt := range []struct {
		v    value
		want string
	}{
		{value{Date{2025, 3, 0}, Money{13000050, "GBP"}}, `{"date":"2025-03","sum":{"amount":130000.50,"currency":"GBP"}}`},
		{value{}, `{"date":"","sum":null}`},
	} {
		b, err := json.Marshal(tt.v)
		if err != nil || string(b) != tt.want {
			t.Errorf("got %s, %v, want %s", b, err, tt.want)
		}
		var back value
		if err := json.Unmarshal(b, &back); err != nil || back != tt.v {
			t.Errorf("%s came back as %+v, %v", b, back, err)
		}
	}
	var v value
	for _, src := range []string{`{"date":"yesterday"}`, `{"sum":{"amount":"x","currency":"GBP"}}`, `{"sum":5}`} {
		if err := json.Unmarshal([]byte(src), &v); err == nil {
			t.Errorf("%s was read as %+v", src, v)
		}
	}
}

func TestTextPage(t *testing.T) {
	pdf := Text{Body: "one two three", Pages: []int{0, 4, 8}}
	for at, want := range map[int]int{0: 1, 3: 1, 4: 2, 12: 3} {
		if got := pdf.Page(at); got != want {
			t.Errorf("byte %d is on page %d, want %d", at, got, want)
		}
	}
	if got := (Text{Body: "web"}).Page(1); got != 0 {
		t.Errorf("a text without pages is on page %d", got)
	}
	if (Fact[int]{Value: 5}).Known() || !(Fact[int]{Quotes: []Quote{{Text: "five"}}}).Known() {
		t.Error("a fact is known by its quotes alone")
	}
}
