package main

import (
	"fmt"
	"strings"

	"casebook/index"
)

// printHits writes a result for people: a case in two or three lines.
func printHits(out *console, result index.Result, facets bool) {
	if result.Total == 0 {
		fmt.Fprintln(out.out, "No case found.")
		return
	}
	if result.Loosened {
		fmt.Fprintf(out.out, "No case has all of these words. %s with some of them:\n", plural(result.Total, "case"))
	}
	for _, hit := range result.Hits {
		fmt.Fprintln(out.out, printable(hit.ID))
		fmt.Fprintf(out.out, "    %s\n", printable(hitLine(hit)))
		switch {
		case hit.Evidence:
			fmt.Fprintf(out.out, "    Evidence: “%s”\n", printable(hit.Excerpt))
		case hit.Excerpt != "":
			fmt.Fprintf(out.out, "    %s\n", printable(hit.Excerpt))
		}
	}
	fmt.Fprintf(out.out, "%d of %s\n", len(result.Hits), plural(result.Total, "case"))
	if facets {
		printFacets(out, result.Facets)
	}
}

// hitLine is what a case is, in one line: date, organisation, action, sum,
// people.
func hitLine(hit index.Hit) string {
	parts := []string{hit.Date, hit.Title, hit.Action}
	switch {
	case hit.Proposed:
		parts = append(parts, hit.Amount+" proposed")
	case hit.Amount != "":
		parts = append(parts, hit.Amount)
	}
	if hit.Affected != "" {
		parts = append(parts, hit.Affected)
	}
	return strings.Join(parts, " · ")
}

func printFacets(out *console, facets map[string][]index.Bucket) {
	for _, facet := range index.Facets {
		fmt.Fprintf(out.out, "\n%s\n", facet)
		for _, bucket := range facets[facet] {
			fmt.Fprintf(out.out, "    %4d  %s\n", bucket.Count, bucket.Value)
		}
	}
}
