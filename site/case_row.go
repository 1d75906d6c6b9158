package site

import (
	"strings"

	"casebook/content"
)

// newCaseRow is a case as lists show it.
func newCaseRow(c *content.Case) *CaseRow {
	r := &CaseRow{
		URL: casePath(c), Title: caseTitle(c), Day: c.Date.String(), Date: c.Date.Long(),
		Facts: rowFacts(c), Proposed: c.Provisional(), Status: statusOf(c.Status), People: people(c.Affected, c.AffectedQualifier),
	}
	if r.People == "" {
		r.People = communications(c.Communications)
	}
	if c.Amount.Stated() {
		r.Amount, r.Value = c.AmountQualifier.Of(c.Amount.String()), c.Amount.Decimal()
	}
	return r
}

// rowFacts are what happened in a few words: action, sector, controls.
func rowFacts(c *content.Case) string {
	var parts []string
	if c.Action != "" {
		parts = append(parts, c.Action.Label())
	}
	if c.Sector != "" {
		parts = append(parts, c.Sector.Label())
	}
	for i, control := range c.Controls {
		if i == 2 {
			parts = append(parts, number(len(c.Controls)-2)+" more failed")
			break
		}
		parts = append(parts, control.Title())
	}
	return clean(strings.Join(parts, " · "))
}

// casePath is a case's address below the root.
func casePath(c *content.Case) string { return "cases/" + c.ID + "/" }

// caseTitle is a case's name for people; it is never empty.
func caseTitle(c *content.Case) string {
	if t := clean(c.Title); t != "" {
		return t
	}
	return c.ID
}

// caseList is cases as rows for a page at root.
func (b *builder) caseList(root string, cases []*content.Case) CaseList {
	l := CaseList{Root: root, Rows: make([]*CaseRow, len(cases))}
	for i, c := range cases {
		l.Rows[i] = b.rows[c]
	}
	return l
}
