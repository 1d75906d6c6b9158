package content

import "encoding/json"

// MarshalJSON writes the case with the keys of its front matter, in their
// order and with the same omissions, and then its body. Sums are numbers in
// the currency that `currency` names, dates are ISO 8601. Keys that casebook
// does not know stay in the case's own file.
func (c *Case) MarshalJSON() ([]byte, error) {
	w := &writer{json: true, currency: c.currency()}
	writeMap(w, caseSchema, c)
	if c.Body != "" {
		w.b = w.b[:len(w.b)-1]
		w.key("body")
		w.quoted(c.Body)
		w.close('}')
	}
	return w.b, nil
}

// MarshalText writes the date as ISO 8601, as precise as it is known; the zero
// Date as nothing.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (d *Date) UnmarshalText(text []byte) (err error) {
	if *d = (Date{}); len(text) > 0 {
		*d, err = ParseDate(string(text))
	}
	return err
}

// jsonMoney is how a sum that stands alone is written.
type jsonMoney struct {
	Amount   json.Number `json:"amount"`
	Currency string      `json:"currency"`
}

// MarshalJSON writes {"amount": 130000.50, "currency": "GBP"}, and null where
// no sum is stated.
func (m Money) MarshalJSON() ([]byte, error) {
	if !m.Stated() {
		return []byte("null"), nil
	}
	return json.Marshal(jsonMoney{json.Number(m.Decimal()), m.Currency})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (m *Money) UnmarshalJSON(src []byte) error {
	*m = Money{}
	if string(src) == "null" {
		return nil
	}
	var j jsonMoney
	err := json.Unmarshal(src, &j)
	if err == nil {
		*m, err = ParseDecimal(j.Amount.String(), j.Currency)
	}
	return err
}
