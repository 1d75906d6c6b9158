package content

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestControlPages has a page of its own for each control, and no page more.
func TestControlPages(t *testing.T) {
	pages, err := fs.Glob(controlPages, "controls/*.md")
	if err != nil {
		t.Fatal(err)
	}
	if len(pages) != len(Controls()) {
		t.Errorf("%d pages for %d controls", len(pages), len(Controls()))
	}
	sentences := map[string]Control{}
	for _, e := range Controls() {
		if n := len(strings.Fields(e.Page)); n < 100 || n > 400 {
			t.Errorf("%s: %d words, want 100 to 400", e.ID, n)
		}
		if n := strings.Count(e.Page, "\n## "); n < 2 || n > 3 {
			t.Errorf("%s: %d sections, want 2 or 3", e.ID, n)
		}
		for _, s := range regexp.MustCompile(`[.:?]\s+`).Split(e.Page, -1) {
			if other, ok := sentences[s]; ok && len(s) > 20 {
				t.Errorf("%s and %s share %q", e.ID, other, s)
			}
			sentences[s] = e.ID
		}
	}
}

// TestTaxonomy holds the list of words to its own rules.
func TestTaxonomy(t *testing.T) {
	id := regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	seen := map[string]bool{}
	for _, e := range Controls() {
		if !id.MatchString(string(e.ID)) || seen[string(e.ID)] || e.Title == "" || e.Means == "" || e.Group == "" || len(e.Law) == 0 {
			t.Errorf("control %+v is incomplete or stands twice", e)
		}
		seen[string(e.ID)] = true
		for _, p := range e.Law {
			if !p.Known() {
				t.Errorf("control %s: law %q is not canonical", e.ID, p)
			}
		}
	}
	for _, a := range []Action{MonetaryPenalty, EnforcementNotice, Reprimand, Prosecution, Undertaking, Warning, NoticeOfIntent, InformationNotice, DecisionNotice, OtherAction} {
		if !a.Known() {
			t.Errorf("action %q is not in the taxonomy", a)
		}
	}
	for _, s := range []Status{Provisional, Final, Appealed, Overturned, ReducedOnAppeal, UpheldOnAppeal} {
		if !s.Known() {
			t.Errorf("status %q is not in the taxonomy", s)
		}
	}
	for _, q := range []Qualifier{Exact, Approx, Over, UpTo} {
		if !q.Known() {
			t.Errorf("qualifier %q is not in the taxonomy", q)
		}
	}
	for _, k := range []DocumentKind{Notice, Item, News, Article, Judgment} {
		if !k.Known() {
			t.Errorf("kind %q is not in the taxonomy", k)
		}
	}
	for _, a := range []Absence{NotStated, NotApplicable, Unreadable, Disputed} {
		if !a.Known() {
			t.Errorf("absence %q is not in the taxonomy", a)
		}
	}
	if len(Actions()) != 11 || len(Statuses()) != 6 || len(Incidents()) != 19 || len(Sectors()) != 19 {
		t.Errorf("%d actions, %d statuses, %d incidents, %d sectors", len(Actions()), len(Statuses()), len(Incidents()), len(Sectors()))
	}
	if Incidents()[0].Label() != "Ransomware" || !Incidents()[0].Known() || !Sectors()[0].Known() || Sector("Banking").Known() {
		t.Error("incidents or sectors are not as the taxonomy has them")
	}
}

func TestReadTaxonomyErrors(t *testing.T) {
	for src, want := range map[string]string{
		"controls: [{id: no-such-page}]": `control "no-such-page" has no page`,
		"kontrols: []":                   "field kontrols not found",
	} {
		if _, err := readTaxonomy([]byte(src)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want %q", src, err, want)
		}
	}
}

func TestLabels(t *testing.T) {
	got := []string{MonetaryPenalty.Label(), ReducedOnAppeal.Label(), IncidentType("lost-or-stolen-device").Label(), Sector("other").Label(), NotStated.Label(), Notice.Label(), Action("").Label(),
		Control("dpia").Title(), Control("mfa").Title()}
	want := []string{"Monetary penalty", "Reduced on appeal", "Lost or stolen device", "Other", "Not stated", "Notice", "", "Data protection impact assessment", "mfa"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSortControls(t *testing.T) {
	got := []Control{"tps-screening", "unknown", "encryption", "multi-factor-authentication"}
	SortControls(got)
	want := []Control{"multi-factor-authentication", "encryption", "tps-screening", "unknown"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
