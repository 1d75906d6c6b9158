package crawler

import (
	"fmt"
	"maps"
	"slices"

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
	days := map[string]map[string]content.Date{} // source to address to the day of its page
	for _, d := range documents {
		owner, role := ownerOf(sources, d.URL)
		if role != Document || d.Published.Day == 0 {
			continue
		}
		if days[owner.Name] == nil {
			days[owner.Name] = map[string]content.Date{}
		}
		days[owner.Name][d.URL] = d.Published
	}
	var lines []string
	for _, source := range sources {
		of := slices.SortedFunc(maps.Values(days[source.Name]), content.Date.Compare)
		if len(of) < enough {
			continue
		}
		age, median := silence(of[max(0, len(of)-gapsOf):], today)
		if age > longer*median {
			lines = append(lines, fmt.Sprintf("%s: nothing new for %d days, where the median time between two documents is %d: has the source moved or changed?", source.Name, age, median))
		}
	}
	return lines
}

// silence is the age of the newest of some days, oldest first, and the median
// distance between them, at least one day.
func silence(days []content.Date, today content.Date) (age, median int) {
	var gaps []int
	for i, day := range days[1:] {
		gaps = append(gaps, days[i].Days(day))
	}
	slices.Sort(gaps)
	return days[len(days)-1].Days(today), max(1, gaps[len(gaps)/2])
}
