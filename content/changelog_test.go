package content

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func logOf(t *testing.T, dir string) string {
	t.Helper()
	src, err := os.ReadFile(filepath.Join(dir, "changes.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

// The log grows at its end, and what is read back is what was written.
func TestLogChanges(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "content")
	runs := [][]Change{
		{{Case: "northgate-lending-2021", Field: "case", To: "provisional notice-of-intent 200000 GBP", Documents: []string{"press-1"}}},
		nil,
		{
			{Case: "northgate-lending-2021", Field: "amount", From: "200000", To: "130000", Documents: []string{"ico-1", "ico-2"}},
			{Case: "northgate-lending-2021", Field: "title", From: "Northgate", To: "Northgate <& Sons>"},
		},
	}
	days := []Date{{2020, 7, 1}, {2020, 8, 1}, {2021, 2, 4}}
	for i, changes := range runs {
		if err := LogChanges(dir, days[i], changes); err != nil {
			t.Fatal(err)
		}
	}
	want := `{"day":"2020-07-01","case":"northgate-lending-2021","field":"case","to":"provisional notice-of-intent 200000 GBP","documents":["press-1"]}
{"day":"2021-02-04","case":"northgate-lending-2021","field":"amount","from":"200000","to":"130000","documents":["ico-1","ico-2"]}
{"day":"2021-02-04","case":"northgate-lending-2021","field":"title","from":"Northgate","to":"Northgate <& Sons>"}
`
	if diff := cmp.Diff(want, logOf(t, dir)); diff != "" {
		t.Errorf("the log (-want +got):\n%s", diff)
	}
	var all []Change
	for i, changes := range runs {
		for _, c := range changes {
			c.Day = days[i]
			all = append(all, c)
		}
	}
	got, err := LoadChanges(os.DirFS(dir))
	if diff := cmp.Diff(all, got); diff != "" || err != nil {
		t.Errorf("read back: %v (-want +got):\n%s", err, diff)
	}
	if files, _ := os.ReadDir(dir); len(files) != 1 {
		t.Errorf("%d files in the folder, want the log alone", len(files))
	}
}

// A line that lost its end keeps to itself; lines that are no change are named.
func TestLoadChangesRefuses(t *testing.T) {
	none, err := LoadChanges(fstest.MapFS{})
	if none != nil || err != nil {
		t.Errorf("without a log: %v, %v; want nothing", none, err)
	}
	log := strings.Join([]string{
		`{"case":"a-2020","field":"amount","to":"5"}`, ``, `{"case":"a-2020"}`, `{"case":"../a","field":"amount"}`,
		`{"case":"a-2020","field":"amount","colour":"red"}`, `{"case":"a-2020","field":"amount"} {}`, `{"day":"soon","case":"a-2020","field":"amount"}`, `half`,
	}, "\n")
	got, err := LoadChanges(fstest.MapFS{"changes.jsonl": {Data: []byte(log)}})
	var lines []int
	for _, e := range SyntaxErrors(err) {
		lines = append(lines, e.Line)
	}
	if diff := cmp.Diff([]int{3, 4, 5, 6, 7, 8}, lines); diff != "" || len(got) != 1 {
		t.Errorf("%d changes and lines refused (-want +got):\n%s", len(got), diff)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "changes.jsonl"), []byte(`{"case":"a-2020","field":"amount"}`), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := LogChanges(dir, Date{}, []Change{{Case: "b-2020", Field: "amount"}}); err != nil || strings.Count(logOf(t, dir), "\n") != 2 {
		t.Errorf("after a line without an end: %v, %q", err, logOf(t, dir))
	}
}

// What is logged names no individual, even while the name is published.
func TestChangesNameNobody(t *testing.T) {
	was := individual()
	byRole := (&Book{Cases: []*Case{was}}).Publishable()
	now := individual()
	now.Events[0].Amount, now.Amount = Pounds(300), Pounds(300)
	now.Documents[1].Title = "Penhaligon fined"
	shown := People{Show: ShowName, Months: 12}.Publish(&Book{Cases: []*Case{now}}, Date{2023, 5, 1})
	for name, books := range map[string][2]*Book{
		"new": {{}, shown}, "changed": {{Cases: []*Case{was}}, shown}, "no longer named": {shown, byRole},
	} {
		changes := Changes(books[0], books[1])
		if len(changes) == 0 {
			t.Errorf("%s: no changes", name)
		}
		for _, c := range changes {
			if strings.Contains(strings.ToLower(c.String()), "penhaligon") {
				t.Errorf("%s: %s", name, c)
			}
		}
	}
	if changes := Changes(&Book{Cases: []*Case{was}}, byRole); len(changes) > 0 {
		t.Errorf("a name that was withheld is news: %v", changes)
	}
}

func TestLogDay(t *testing.T) {
	b := &Book{Cases: []*Case{
		{Documents: []Document{{Published: Date{2024, 5, 1}}, {Published: Date{2023, 1, 1}, Withdrawn: Date{2025, 2, 0}}}},
		{Documents: []Document{{Published: Date{2024, 12, 31}}, {}}},
	}}
	if got, want := b.LogDay(), (Date{2025, 2, 0}); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// A run that was cut off after the log and before the cases finds its changes
// again, and they stand in the log once; what changes back and forth is logged
// each time.
func TestLogChangesOnce(t *testing.T) {
	dir := t.TempDir()
	raised := Change{Case: "northgate-lending-2021", Field: "amount", From: "1", To: "2"}
	lowered := Change{Case: "northgate-lending-2021", Field: "amount", From: "2", To: "1"}
	joined := Change{Case: "northgate-lending-2021", Field: "events", To: "2021-02-04 monetary-penalty final"}
	left := Change{Case: "northgate-lending-2021", Field: "events", From: "2021-02-04 monetary-penalty final"}
	for _, changes := range [][]Change{
		{raised, joined}, {raised, joined}, {joined}, // cut off twice
		{lowered, left}, {raised, joined},
	} {
		if err := LogChanges(dir, Date{2021, 2, 4}, changes); err != nil {
			t.Fatal(err)
		}
	}
	got, err := LoadChanges(os.DirFS(dir))
	for i := range got {
		got[i].Day = Date{}
	}
	if diff := cmp.Diff([]Change{raised, joined, lowered, left, raised, joined}, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}
