package site

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"

	"casebook/content"
)

// csvColumns are the columns of cases.csv. A proposed sum has a column of its
// own, so that nobody adds it to the fines.
var csvColumns = []struct {
	name string
	cell func(c *content.Case) string
}{
	{"id", func(c *content.Case) string { return c.ID }},
	{"title", caseTitle},
	{"organisation", partyName},
	{"regulator", func(c *content.Case) string { return c.Regulator }},
	{"sector", func(c *content.Case) string { return string(c.Sector) }},
	{"status", func(c *content.Case) string { return string(c.Status) }},
	{"action", func(c *content.Case) string { return string(c.Action) }},
	{"date", func(c *content.Case) string { return c.Date.String() }},
	{"final_fine", func(c *content.Case) string { return decimal(c.Fine()) }},
	{"proposed_amount", func(c *content.Case) string {
		if c.Provisional() {
			return decimal(c.Amount)
		}
		return ""
	}},
	{"currency", func(c *content.Case) string { return c.Amount.Currency }},
	{"amount_qualifier", func(c *content.Case) string { return string(c.AmountQualifier) }},
	{"affected", func(c *content.Case) string { return decimalCount(c.Affected) }},
	{"affected_qualifier", func(c *content.Case) string { return string(c.AffectedQualifier) }},
	{"communications", func(c *content.Case) string { return decimalCount(c.Communications.Count) }},
	{"communications_unit", func(c *content.Case) string { return c.Communications.Unit }},
	{"controls", func(c *content.Case) string { return joined(c.Controls) }},
	{"provisions", func(c *content.Case) string { return joined(c.Provisions) }},
	{"incident", func(c *content.Case) string { return string(c.Incident.Type) }},
	{"publishers", func(c *content.Case) string { return strings.Join(publishers(c), "; ") }},
	{"source", decidingAddress},
}

// casesCSV is every case as a row, newest first.
func (b *builder) casesCSV() output {
	return output{path: "data/cases.csv", make: func(to *bytes.Buffer) error {
		w := csv.NewWriter(to)
		row := make([]string, 0, len(csvColumns)+1)
		for _, column := range csvColumns {
			row = append(row, column.name)
		}
		w.Write(append(row, "page"))
		for _, c := range b.book.Cases {
			row = row[:0]
			for _, column := range csvColumns {
				row = append(row, inert(column.cell(c)))
			}
			w.Write(append(row, cmp.Or(b.absolute(casePath(c)), casePath(c))))
		}
		w.Flush()
		if err := w.Error(); err != nil {
			return fmt.Errorf("site: cases.csv: %w", err)
		}
		return nil
	}}
}

// inert is a cell that no spreadsheet takes for a formula.
func inert(cell string) string {
	cell = clean(cell)
	if cell != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(cell)[0]) {
		return "'" + cell
	}
	return cell
}

func decimal(m content.Money) string {
	if !m.Stated() {
		return ""
	}
	return m.Decimal()
}

func decimalCount(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func joined[W ~string](words []W) string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = string(w)
	}
	return strings.Join(all, "; ")
}
