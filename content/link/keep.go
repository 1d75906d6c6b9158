package link

import (
	"slices"
	"strings"

	"casebook/content"
)

// locks reports whether a person locked a field of a case: the field itself, or
// the whole that it is a part of ("incident" for "incident.from").
func locks(c *content.Case, field string) bool {
	whole, _, _ := strings.Cut(field, ".")
	return c.IsLocked(field) || c.IsLocked(whole)
}

// keepLocked brings back the evidence that a person gave for a locked field,
// and drops what extraction found for it. Evidence of an event follows its event.
func keepLocked(c, old *content.Case, l *ledger) {
	l.rows = slices.DeleteFunc(l.rows, func(row content.Evidence) bool { return row.Event < 0 && locks(c, row.Field) })
	for _, row := range old.Evidence {
		if !locks(old, row.Field) || row.Event >= 0 && locks(old, "events") {
			continue
		}
		if row.Event >= 0 {
			row.Event = sameEventIn(c, old.Events[row.Event])
		}
		if row.Event < -1 || slices.ContainsFunc(l.rows, func(have content.Evidence) bool { return have.Same(row) }) {
			continue
		}
		l.rows = append(l.rows, row)
	}
}

// sameEventIn returns the place among c's events of an event that an earlier
// state of the case had, or -2 if it is gone.
func sameEventIn(c *content.Case, was content.Event) int {
	for i, e := range c.Events {
		if e.Action == was.Action && e.Status == was.Status && (e.Date == was.Date || slices.Equal(e.Documents, was.Documents)) {
			return i
		}
	}
	return -2
}

// withOld returns the rows as the book has them where it has the same, so that
// keys which casebook does not know stay with their rows.
func withOld(rows, old []content.Evidence) []content.Evidence {
	for i, row := range rows {
		for _, was := range old {
			if row.Same(was) || row.Event >= 0 && was.Event >= 0 && sameProof(row, was) {
				event, page := row.Event, row.Page
				rows[i] = was
				rows[i].Event, rows[i].Page = event, page
				break
			}
		}
	}
	return rows
}

// sameProof compares rows but for the place of their event, which may move.
func sameProof(x, y content.Evidence) bool {
	x.Event = y.Event
	return x.Same(y)
}

// setAbsent marks what the case has no value for because its sources are at
// odds, or because a notice that may state it cannot be read, and takes the mark
// away when that is no longer so.
func setAbsent(c *content.Case, accounts []*account, hs []*happening) {
	for _, field := range []string{"amount", "affected", "communications", "controls", "provisions"} {
		if locks(c, field) || locks(c, "absent") {
			continue
		}
		was := c.Absent[field]
		if was == content.Disputed || was == content.Unreadable && noticesRead(accounts) {
			delete(c.Absent, field)
		}
		if why := whyAbsent(c, field, accounts, hs); why != "" {
			if c.Absent == nil {
				c.Absent = map[string]content.Absence{}
			}
			c.Absent[field] = why
		}
	}
	if len(c.Absent) == 0 {
		c.Absent = nil
	}
}

// whyAbsent says why a case has no value for a field; "" where it has one, or
// nobody knows.
func whyAbsent(c *content.Case, field string, accounts []*account, hs []*happening) content.Absence {
	switch {
	case hasValue(c, field):
		return ""
	case slices.ContainsFunc(hs, func(h *happening) bool { return slices.Contains(h.disputed, field) }):
		return content.Disputed
	case field == "communications", field == "amount" && c.Action != content.MonetaryPenalty:
		return "" // few notices state any
	case slices.ContainsFunc(accounts, func(a *account) bool { return a.paper.unreadable() }):
		return content.Unreadable
	}
	return ""
}

// unreadable reports whether a paper is a notice without words, as this run read
// it: a scan, or a damaged file.
func (p *paper) unreadable() bool {
	return p.read && p.kind == content.Notice && strings.TrimSpace(p.reading.Text.Body) == ""
}

// noticesRead reports whether every notice was read in this run.
func noticesRead(accounts []*account) bool {
	return !slices.ContainsFunc(accounts, func(a *account) bool { return a.paper.kind == content.Notice && !a.paper.read })
}

func hasValue(c *content.Case, field string) bool {
	switch field {
	case "amount":
		return c.Amount.Stated()
	case "affected":
		return c.Affected > 0
	case "controls":
		return len(c.Controls) > 0
	case "provisions":
		return len(c.Provisions) > 0
	}
	return c.Communications.Count > 0
}
