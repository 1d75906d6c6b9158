package main

import (
	"fmt"
	"os"
	"strconv"
	"time"

	"casebook/content"
)

// given is the day that --now or SOURCE_DATE_EPOCH names, absent where neither
// does.
func (f ownerFlags) given() (content.Date, error) {
	if f.Now != "" {
		day, err := content.ParseDate(f.Now)
		if err != nil || day.Day == 0 {
			return content.Date{}, &failure{status: statusUsage, err: fmt.Errorf("--now %q: want a day, as in 2025-03-26", f.Now)}
		}
		return day, nil
	}
	epoch := os.Getenv("SOURCE_DATE_EPOCH")
	if epoch == "" {
		return content.Date{}, nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return content.Date{}, &failure{status: statusUsage, err: fmt.Errorf("SOURCE_DATE_EPOCH %q: want seconds since 1970", epoch)}
	}
	return dayOf(time.Unix(seconds, 0)), nil
}

// today is the given day, or else the clock's.
func (f ownerFlags) today() (content.Date, error) {
	day, err := f.given()
	if err == nil && day.IsZero() {
		day = dayOf(time.Now())
	}
	return day, err
}

// begin dates the record of a run.
func (c *console) begin(owner ownerFlags) error {
	today, err := owner.today()
	c.record.Day = today.String()
	return err
}

// clock is the clock's time on the given day, and nil, which is the clock
// itself, where none is given.
func (f ownerFlags) clock() (func() time.Time, error) {
	day, err := f.given()
	if err != nil || day.IsZero() {
		return nil, err
	}
	now := time.Now().UTC()
	apart := time.Date(day.Year, time.Month(day.Month), day.Day, 0, 0, 0, 0, time.UTC).Sub(now.Truncate(24 * time.Hour))
	return func() time.Time { return time.Now().UTC().Add(apart) }, nil
}

func dayOf(t time.Time) content.Date {
	t = t.UTC()
	return content.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}
