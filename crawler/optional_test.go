package crawler_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/content"
	"casebook/content/facts"
	"casebook/content/link"
	"casebook/crawler"
	"casebook/crawler/replica"
)

// What is off by default works when it is asked for: the register of decision
// notices, and another regulator in another protocol.
func TestOptionalSources(t *testing.T) {
	decisions, cases := crawler.ICODecisions(replica.ICOHome), crawler.CMACases(replica.GovHome)
	decisions.AtLeast, cases.AtLeast = 28, 32 // the replica's registers are small
	dir := t.TempDir()
	report, err := crawlReplicaOn(t, dir, replica.Options{}, nil, decisions, cases)
	if err != nil {
		t.Fatal(err)
	}
	if got := [2]int{report.Sources[0].Listed, report.Sources[1].Listed}; got != [2]int{28, 32} {
		t.Errorf("got %v documents listed, want 28 decisions and 32 cases, the merger left out", got)
	}
	for _, s := range report.Sources[1].Signals {
		t.Errorf("signal %q, want none of the second regulator", s)
	}
	readings, problems := read(t, dir, []crawler.Source{decisions, cases})
	for _, p := range problems {
		t.Errorf("problem: %v", p)
	}
	var got []string
	for i, r := range readings {
		got = append(got, r.Document.URL)
		if r.Document.Item == "" || r.Document.Published.IsZero() || r.Text.Body == "" || r.Document.Licence != "OGL-3.0" {
			t.Errorf("incomplete: %+v", r.Document)
		}
		f := facts.Extract(r.Text, facts.Hint{Published: r.Document.Published, Kind: r.Document.Kind})
		readings[i].Facts = f
		if r.Document.Publisher == "ICO" && f.Enforcement {
			t.Errorf("%s: a decision on a request for information is taken for enforcement", r.Document.URL)
		}
		if strings.HasSuffix(r.Document.URL, "/scaffolding-hire") && f.Amount.Value != content.Pounds(1_250_000) {
			t.Errorf("%s: got a fine of %s", r.Document.URL, f.Amount.Value)
		}
	}
	twin := replica.New(replica.Options{})
	var want []string
	for _, u := range slices.Concat(twin.Documents("assets.gov.example"), twin.Documents("gov.example"), twin.Documents("ico.example")) {
		ico := strings.HasPrefix(u, replica.ICOHome)
		if ico && strings.Contains(u, "/ic-39") || !ico && !strings.Contains(u, "merger") {
			want = append(want, strings.Replace(u, "/api/content", "", 1))
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("documents (-want +got):\n%s", diff)
	}
	book := link.Link(nil, readings)
	if len(book.Cases) != 1 || book.Cases[0].Regulator != "CMA" || book.Cases[0].Fine() != content.Pounds(1_250_000) || book.Cases[0].Documents[0].ID != "cma-1" {
		t.Errorf("got cases %+v, want one of the CMA's", book.Cases)
	}
	if again, err := crawlReplicaOn(t, dir, replica.Options{}, nil, decisions, cases); err != nil || again.Sources[1].Unchanged != again.Sources[1].Fetched {
		t.Errorf("a second run: %v, %+v; want all unchanged", err, again.Sources)
	}
}
