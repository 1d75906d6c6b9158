package accuracy_test

import (
	"os"
	"path/filepath"
	"testing"

	"casebook/content"
	"casebook/content/accuracy"
	"casebook/content/facts"
)

// TestMade measures the extractor on the documents of testdata/made: press
// reports, notices and summaries about invented organisations, written and
// labelled by people who did not know its rules, in as many voices as they
// could. The rules have been widened on them since, so the figures say what
// must not be lost, not how well unseen text is read.
func TestMade(t *testing.T) {
	const dir = "testdata/made"
	read := func(name string) []byte {
		b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	labels, err := accuracy.ReadLabels("labels.jsonl", read("labels.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var scorer accuracy.Scorer
	for i := range labels {
		body := string(read(labels[i].File))
		report := facts.NewReport(labels[i].File, facts.Extract(content.Text{Body: body}, facts.Hint{}))
		scorer.Add(&labels[i], &report, body)
	}
	got := scorer.Result()
	for field, least := range map[string]float64{
		"is_enforcement": .98, "organisation": .96, "amount": .98, "affected": .97, "failing_controls": .92, "action_type": .98,
		"status": .98, "decision_date": .98, "provisions": .92, "previous_amount": .96, "communications": .96, "incident_type": .95, "sector": .96,
		accuracy.Evidence: 1,
	} {
		if f := float64(got.Of(field)); f < least {
			t.Errorf("%s: F1 %.3f, want at least %.3f; casebook eval content/accuracy/%s --errors %s shows each miss", field, f, least, dir, field)
		}
	}
}
