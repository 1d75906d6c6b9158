package accuracy_test

import (
	"fmt"

	"casebook/content/accuracy"
	"casebook/content/facts"
)

func ExampleScorer() {
	labels, err := accuracy.ReadLabels("labels.jsonl", []byte(
		`{"file": "notice.txt", "organisation": "Northgate Lending Ltd", "affected": 1000, "affected_qualifier": "approx", "sector": "Legal", "skip": ["sector"]}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	name, people, sector := "Northgate Lending", 985, "Media"
	read := facts.Report{
		Organisation: &name, Affected: &people, Sector: &sector,
		Evidence: []facts.Evidence{
			{Field: "organisation", Quote: "Northgate Lending was reprimanded"},
			{Field: "affected", Quote: "985 clients"},
		},
	}
	var scorer accuracy.Scorer
	scorer.Add(&labels[0], &read, "Northgate Lending\nwas reprimanded: the files of nearly a thousand clients were left in a van.")
	result := scorer.Result()
	fmt.Println(result.Of("organisation"), result.Of("affected"), result.Of("sector"))
	fmt.Println(result.Verbatim, "of", result.Quotes)
	for _, miss := range scorer.Misses(accuracy.Evidence) {
		fmt.Println(miss)
	}
	// Output:
	// 1.000 1.000 0.000
	// 1 of 2
	// notice.txt	want "a quote of affected that stands in the document"	got "985 clients"
}
