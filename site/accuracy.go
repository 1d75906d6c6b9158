package site

import (
	"slices"
	"strings"

	"casebook/content/accuracy"
)

// factWords are the scored fields in the words of case pages.
var factWords = map[string]string{
	"is_enforcement":   "Whether it is an enforcement action",
	"organisation":     "Organisation",
	"amount":           "Fine or proposed sum",
	"previous_amount":  "Sum proposed before",
	"affected":         "People affected",
	"communications":   "Unlawful communications",
	"failing_controls": "Controls that failed",
	"action_type":      "Action",
	"status":           "Status",
	"decision_date":    "Date",
	"provisions":       "Provisions infringed",
	"incident_type":    "Incident",
	"sector":           "Sector",
}

// kindWords are the kinds of labelled documents, one and several.
var kindWords = map[string][2]string{
	"notice":  {"notice of the regulator", "notices of the regulator"},
	"press":   {"press report", "press reports"},
	"summary": {"summary of a decision", "summaries of decisions"},
}

// newAccuracy is a measurement as the About page shows it, nil for none.
func newAccuracy(r accuracy.Result) *Accuracy {
	if r.Documents == 0 {
		return nil
	}
	a := &Accuracy{
		Measured: measured(r),
		Core:     "The mean F1 of " + list(coreWords(r)) + " is " + r.Core.String() + ".",
		Quotes:   number(r.Verbatim) + " of the " + count(r.Quotes, "quote") + " stand word for word in their document.",
	}
	if r.Verbatim == r.Quotes {
		a.Quotes = "All " + count(r.Quotes, "quote") + " stand word for word in their documents."
	}
	for _, f := range r.Fields {
		a.Rows = append(a.Rows, AccuracyRow{
			Fact: factWord(f.Field), Values: number(f.Right + f.Missing),
			Precision: f.Precision.String(), Recall: f.Recall.String(), F1: f.F1.String(),
		})
	}
	return a
}

// measured says what the measurement was made on.
func measured(r accuracy.Result) string {
	var kinds []string
	for _, k := range r.Kinds {
		words, known := kindWords[k.Kind]
		switch {
		case !known:
			kinds = append(kinds, number(k.Documents)+" of the kind “"+clean(k.Kind)+"”")
		case k.Documents == 1:
			kinds = append(kinds, "1 "+words[0])
		default:
			kinds = append(kinds, number(k.Documents)+" "+words[1])
		}
	}
	return "Measured on " + count(r.Documents, "document") + " that people read and labelled: " + list(kinds) + "."
}

// coreWords are the facts whose mean sums the measurement up.
func coreWords(r accuracy.Result) []string {
	var words []string
	for _, f := range r.Fields {
		if slices.Contains(accuracy.CoreFields(), f.Field) {
			words = append(words, lower(factWord(f.Field)))
		}
	}
	return words
}

func factWord(field string) string {
	if word, ok := factWords[field]; ok {
		return word
	}
	return capital(strings.ReplaceAll(clean(field), "_", " "))
}
