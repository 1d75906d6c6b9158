package site

import (
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/google/go-cmp/cmp"

	"casebook/content"
	"casebook/content/accuracy"
)

// TestAboutShowsTheAccuracy holds the table of the About page to the
// measurement that is kept, each field under a word for readers.
func TestAboutShowsTheAccuracy(t *testing.T) {
	about := htmlPages(t, tree(t, build(t, &content.Book{}, Options{})))["about/index.html"]
	r := accuracy.Measured()
	var want, got [][]string
	for _, f := range r.Fields {
		if factWords[f.Field] == "" {
			t.Errorf("%q has no word for readers", f.Field)
		}
		want = append(want, []string{factWords[f.Field], number(f.Right + f.Missing), f.Precision.String(), f.Recall.String(), f.F1.String()})
	}
	about.Find(".Accuracy tbody tr").Each(func(_ int, row *goquery.Selection) {
		got = append(got, row.Find("th, td").Map(func(_ int, cell *goquery.Selection) string { return cell.Text() }))
	})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	for _, words := range []string{"Measured on " + count(r.Documents, "document"), " is " + r.Core.String() + ".", count(r.Quotes, "quote")} {
		if !strings.Contains(about.Find("main").Text(), words) {
			t.Errorf("the page does not say %q", words)
		}
	}
}

func TestNewAccuracy(t *testing.T) {
	field := func(name string) accuracy.Field {
		return accuracy.Field{Field: name, Precision: 0.8, Recall: 2.0 / 3, F1: 0.7272, Right: 800, Surplus: 200, Missing: 400}
	}
	got := newAccuracy(accuracy.Result{
		Documents: 1003, Kinds: []accuracy.Kind{{Kind: "minutes", Documents: 2}, {Kind: "press", Documents: 1000}, {Kind: "summary", Documents: 1}},
		Quotes: 1200, Verbatim: 1199, Core: 0.7272, Fields: []accuracy.Field{field("amount"), field("affected"), field("sector"), field("colour_scheme")},
	})
	row := func(fact string) AccuracyRow { return AccuracyRow{fact, "1,200", "0.800", "0.667", "0.727"} }
	want := &Accuracy{
		Measured: "Measured on 1,003 documents that people read and labelled: 2 of the kind “minutes”, 1,000 press reports and 1 summary of a decision.",
		Rows:     []AccuracyRow{row("Fine or proposed sum"), row("People affected"), row("Sector"), row("Colour scheme")},
		Core:     "The mean F1 of fine or proposed sum and people affected is 0.727.",
		Quotes:   "1,199 of the 1,200 quotes stand word for word in their document.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := newAccuracy(accuracy.Result{}); got != nil {
		t.Errorf("of nothing: %+v, want nil", got)
	}
}
