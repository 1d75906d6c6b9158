package crawler

import (
	"fmt"
	"slices"
	"time"

	"casebook/content"
)

// A source that has published nothing for several times as long as it is used
// to may have moved, or we may have gone blind to it: of all faults the one that
// makes no noise.
const (
	gapsOf = 50 // the newest documents whose distances are taken
	enough = 10 // documents, fewer say nothing
	longer = 3  // times the median distance
)

// Quiet names the sources whose newest document is older on a day than three
// times the median time between the newest fifty.
func Quiet(sources []Source, documents []content.Document, today content.Date) []string {
	days := map[string]map[string]int{} // source to address to the day of its page
	for _, d := range documents {
		owner, role := ownerOf(sources, d.URL)
		if role != Document || d.Published.Day == 0 {
			continue
		}
		if days[owner.Name] == nil {
			days[owner.Name] = map[string]int{}
		}
		days[owner.Name][d.URL] = dayNumber(d.Published)
	}
	var lines []string
	for _, source := range sources {
		var of []int
		for _, day := range days[source.Name] {
			of = append(of, day)
		}
		age, median := silence(of, dayNumber(today))
		if len(of) >= enough && age > longer*median {
			lines = append(lines, fmt.Sprintf("%s: nothing new for %d days, where the median time between two documents is %d: has the source moved or changed?", source.Name, age, median))
		}
	}
	return lines
}

// silence is the age of the newest of some days, and the median distance
// between the newest of them, at least one day.
func silence(days []int, today int) (age, median int) {
	if len(days) < 2 {
		return 0, 1
	}
	slices.Sort(days)
	days = days[max(0, len(days)-gapsOf):]
	var gaps []int
	for i, day := range days[1:] {
		gaps = append(gaps, day-days[i])
	}
	slices.Sort(gaps)
	return today - days[len(days)-1], max(1, gaps[len(gaps)/2])
}

// dayNumber counts days.
func dayNumber(d content.Date) int {
	return int(time.Date(d.Year, time.Month(max(d.Month, 1)), max(d.Day, 1), 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
}
