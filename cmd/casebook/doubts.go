package main

import (
	"cmp"
	"fmt"

	"casebook/content"
)

// doubts are lines that name what was left out of each document for low
// confidence.
func doubts(readings []content.Reading) []string {
	var lines []string
	for _, r := range readings {
		for _, d := range r.Facts.Doubts {
			lines = append(lines, fmt.Sprintf("in doubt, left out: %s: %s %s (%.2f): %s",
				cmp.Or(r.Document.URL, r.Document.Title, string(r.Document.ID)), d.Field, d.Value, d.Score, d.Reason))
		}
	}
	return lines
}
