package content

import (
	"fmt"
	"time"
)

// A Date is a day, or only a month or a year where no source says more: a day
// is never invented. There are no clocks or zones in this package. The zero
// Date is absent.
type Date struct {
	Year  int
	Month int // 0 when only the year is known
	Day   int // 0 when only the month is known
}

// ParseDate reads "2025-03-26", "2025-03" or "2025".
func ParseDate(s string) (Date, error) {
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if len(s) != len(layout) {
			continue
		}
		t, err := time.Parse(layout, s)
		if err != nil {
			break
		}
		d := Date{Year: t.Year()}
		if len(layout) >= 7 {
			d.Month = int(t.Month())
		}
		if len(layout) == 10 {
			d.Day = t.Day()
		}
		return d, nil
	}
	return Date{}, fmt.Errorf("content: date %q: want 2025-03-26, 2025-03 or 2025", s)
}

// IsZero reports whether the date is absent.
func (d Date) IsZero() bool { return d == Date{} }

// String writes the date as ISO 8601, as precise as it is known.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Long writes the date for people: "26 March 2025", "March 2025", "2025".
func (d Date) Long() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%s %d", time.Month(d.Month), d.Year)
	}
	return fmt.Sprintf("%d %s %d", d.Day, time.Month(d.Month), d.Year)
}

// Compare orders dates by time; a less precise date comes before the days it
// holds. Absent dates come first.
func (d Date) Compare(e Date) int {
	for _, p := range [][2]int{{d.Year, e.Year}, {d.Month, e.Month}, {d.Day, e.Day}} {
		if p[0] != p[1] {
			if p[0] < p[1] {
				return -1
			}
			return 1
		}
	}
	return 0
}

// Days returns the number of days from d to e, taking the first day of a month
// or year for a date that is no more precise.
func (d Date) Days(e Date) int {
	return int(e.first().Sub(d.first()).Hours() / 24)
}

func (d Date) first() time.Time {
	return time.Date(d.Year, time.Month(max(d.Month, 1)), max(d.Day, 1), 0, 0, 0, 0, time.UTC)
}
