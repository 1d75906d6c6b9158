package content

import (
	"fmt"
	"strconv"
	"strings"
)

// Money is a sum in minor units, so that totals are exact: £18,000 is
// {1800000, "GBP"}. The zero Money, in no currency, means that no sum is
// stated; {0, "GBP"} is a stated sum of nothing.
type Money struct {
	Minor    int64
	Currency string // ISO 4217
}

// Pounds returns n pounds sterling.
func Pounds(n int64) Money { return Money{Minor: n * 100, Currency: "GBP"} }

// Stated reports whether m is a sum at all.
func (m Money) Stated() bool { return m.Currency != "" }

// Decimal writes the sum as the front matter does: "3076320", "130000.50".
func (m Money) Decimal() string {
	sign, minor := "", m.Minor
	if minor < 0 {
		sign, minor = "-", -minor
	}
	if minor%100 == 0 {
		return sign + strconv.FormatInt(minor/100, 10)
	}
	return fmt.Sprintf("%s%d.%02d", sign, minor/100, minor%100)
}

// String writes the sum for people: "£3,076,320", "£130,000.50", "EUR 5,000".
func (m Money) String() string {
	if !m.Stated() {
		return ""
	}
	whole, pence, _ := strings.Cut(m.Decimal(), ".")
	s := Thousands(whole)
	if pence != "" {
		s += "." + pence
	}
	if m.Currency == "GBP" {
		return "£" + s
	}
	return m.Currency + " " + s
}

// ParseDecimal reads what [Money.Decimal] writes: digits with an optional
// fraction of one or two, no separators, no exponent.
func ParseDecimal(s, currency string) (Money, error) {
	digits, negative := strings.CutPrefix(s, "-")
	whole, pence, point := strings.Cut(digits, ".")
	if point && len(pence) == 1 {
		pence += "0"
	}
	if whole == "" || point && len(pence) != 2 || strings.Trim(whole+pence, "0123456789") != "" {
		return Money{}, fmt.Errorf("content: sum %q: want pounds in digits alone, or pounds and two digits of pence", s)
	}
	if !point {
		pence = "00"
	}
	n, err := strconv.ParseInt(whole+pence, 10, 64)
	if err != nil {
		return Money{}, fmt.Errorf("content: sum %q: too large", s)
	}
	if negative {
		n = -n
	}
	return Money{Minor: n, Currency: currency}, nil
}

// Thousands sets thousands apart in a run of digits: "3076320" becomes "3,076,320".
func Thousands(digits string) string {
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return sign + digits
}
