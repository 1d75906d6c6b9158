package link

import "casebook/content"

// agree reports whether two numbers can be one fact: equal, or one of them the
// other rounded or cut off. "£12.7m" agrees with 12,700,000, "over £6m" with
// 6,090,000; 140,000 does not agree with 170,000.
func agree(x, y int64, p, q content.Qualifier) bool {
	if x == y {
		return true
	}
	if x <= 0 || y <= 0 {
		return false
	}
	if unit(x) < unit(y) {
		x, y, p = y, x, q
	}
	limit := 0.05 // of the larger, for a number rounded to two digits or more
	switch {
	case p == content.Over || p == content.Approx || p == content.UpTo:
		limit = 0.1
	case digits(x) == 1:
		limit = 0.02
	}
	gap := max(x, y) - min(x, y)
	return gap < unit(x) && float64(gap) <= limit*float64(max(x, y))
}

// misprint reports whether two long numbers differ by a slip of the pen:
// 99,200,396 and 99,200,936. They are the same matter, but not the same value.
func misprint(x, y int64) bool {
	gap := max(x, y) - min(x, y)
	return digits(x) >= 5 && digits(y) >= 5 && gap*1000 <= max(x, y)
}

// recognisable reports whether a count is odd enough to recognise a matter by.
func recognisable(n int64) bool { return n >= 100 && digits(n) >= 3 }

// digits counts the significant digits of a positive number.
func digits(n int64) int {
	count := 0
	for n /= unit(n); n > 0; n /= 10 {
		count++
	}
	return count
}

// unit returns the value of the last significant digit: 100,000 for 12,700,000.
func unit(n int64) int64 {
	u := int64(1)
	for n != 0 && n%10 == 0 {
		n, u = n/10, u*10
	}
	return u
}

// apartBy returns how many days at least lie between two dates, each as precise
// as it is known, and whether both are known: "2025-09" is no day away from
// "2025-09-23".
func apartBy(d, e content.Date) (days int, known bool) {
	if d.IsZero() || e.IsZero() {
		return 0, false
	}
	if d.Compare(e) > 0 {
		d, e = e, d
	}
	return max(0, lastDay(d).Days(e)), true
}

// lastDay returns the last day that d may mean.
func lastDay(d content.Date) content.Date {
	switch {
	case d.IsZero() || d.Day != 0:
		return d
	case d.Month == 0:
		return content.Date{Year: d.Year, Month: 12, Day: 31}
	}
	next := content.Date{Year: d.Year, Month: d.Month + 1, Day: 1}
	if d.Month == 12 {
		next = content.Date{Year: d.Year + 1, Month: 1, Day: 1}
	}
	first := content.Date{Year: d.Year, Month: d.Month, Day: 1}
	return content.Date{Year: d.Year, Month: d.Month, Day: first.Days(next)}
}

// within reports whether day d lies in the month or year that e names.
func within(d, e content.Date) bool {
	gap, known := apartBy(d, e)
	return known && gap == 0 && d != e && (d.Day != 0 && e.Day == 0 || d.Month != 0 && e.Month == 0)
}
