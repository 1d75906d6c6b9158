package crawler

import (
	"fmt"
	"slices"
	"time"

	"casebook/content"
)

// mayDiffer is how many days the dates of one matter may lie apart without
// anybody having to look: a notice is signed days before its page goes up.
const mayDiffer = 31

// A said is a date and who says it.
type said struct {
	date content.Date
	by   string
}

// DateSignals says where the sources of one matter's date disagree by more than
// a month. They are trusted in this order: the notice itself, whose facts must
// have been extracted, the list of facts on its page, the month in the page's
// address. The CMS's own stamps are never asked.
func DateSignals(readings []content.Reading) []string {
	dates := map[string][]said{}
	add := func(r content.Reading, date content.Date, by string) {
		if r.Document.Item != "" && !date.IsZero() {
			dates[r.Document.Item] = append(dates[r.Document.Item], said{date, by + " " + r.Document.URL})
		}
	}
	for _, kind := range []content.DocumentKind{content.Notice, content.Item} {
		for _, r := range readings {
			switch {
			case r.Document.Kind != kind:
			case kind == content.Notice:
				add(r, r.Facts.Decided.Value, "the notice")
			default:
				add(r, r.Document.Published, "the page")
				add(r, monthInAddress(r.Document.URL), "the address")
			}
		}
	}
	var signals []string
	for item, all := range dates {
		for _, other := range all[1:] {
			if days := apart(all[0].date, other.date); days > mayDiffer {
				signals = append(signals, fmt.Sprintf("%s: %s says %s, %s says %s: %d days apart", item, all[0].by, all[0].date, other.by, other.date, days))
			}
		}
	}
	slices.Sort(signals)
	return signals
}

// apart is the least number of days between two dates, each of which may be a
// month or a year.
func apart(d, e content.Date) int {
	df, dl := span(d)
	ef, el := span(e)
	switch {
	case dl.Before(ef):
		return int(ef.Sub(dl).Hours() / 24)
	case el.Before(df):
		return int(df.Sub(el).Hours() / 24)
	}
	return 0
}

// span is the first and the last day that a date can mean.
func span(d content.Date) (first, last time.Time) {
	first = time.Date(d.Year, time.Month(max(d.Month, 1)), max(d.Day, 1), 0, 0, 0, 0, time.UTC)
	switch {
	case d.Month == 0:
		return first, first.AddDate(1, 0, -1)
	case d.Day == 0:
		return first, first.AddDate(0, 1, -1)
	}
	return first, first
}
