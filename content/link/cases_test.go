package link_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/content"
	"casebook/content/link"
)

// ids are the cases of a book, newest first, each with its documents.
func ids(b *content.Book) []string {
	var out []string
	for _, c := range b.Cases {
		var docs []string
		for _, d := range c.Documents {
			docs = append(docs, d.ID)
		}
		out = append(out, c.ID+": "+strings.Join(docs, " "))
	}
	return out
}

func penalty(life, name, day string, amount int64) telling {
	return telling{life: life, kind: content.Article, day: day, dated: day, party: parties(name), amount: amount,
		action: content.MonetaryPenalty, status: content.Final, what: "hacking"}
}

// What becomes of documents about parties whose names or sums are hard to part.
func TestJoining(t *testing.T) {
	notice := penalty("joint", "Harbourside plc", "2025-10-15", 14_000_000)
	notice.kind, notice.party = content.Notice, parties("Harbourside plc", "Harbourside Pension Solutions Limited")
	split := penalty("joint", "", "2025-10-16", 14_000_000)
	split.party = []content.Party{
		{Name: "Harbourside plc", Amount: content.Pounds(8_000_000)},
		{Name: "Harbourside Pension Solutions Limited", Amount: content.Pounds(6_000_000)},
	}
	roundUp := penalty("round-up", "", "2022-03-16", 180_000)
	roundUp.party = []content.Party{
		{Name: "Ashgrove Homecare Ltd", Amount: content.Pounds(100_000)},
		{Name: "Beechway Brokers Ltd", Amount: content.Pounds(80_000)},
	}
	both, alone := notice, penalty("joint", "Pelham", "2025-10-16", 14_000_000)
	both.party = parties("Pelham Group plc", "Quarry Midco Ltd")
	named := penalty("joint", "", "2025-10-16", 0)
	named.party = both.party
	short := penalty("short", "Larkfield", "2022-10-24", 4_400_000)
	full := penalty("short", "Larkfield Group Limited", "2022-10-19", 4_400_000)
	full.kind = content.Notice
	rival := penalty("rival", "Larkfield Water Limited", "2022-10-20", 4_400_000)
	rival.kind = content.Notice
	later := penalty("later", "Larkfield Group Limited", "2024-10-19", 4_400_000)
	scan := telling{life: "scan", kind: content.Notice, item: "ico:7", url: "https://ico.example/scan.pdf", day: "2024-05-01",
		action: content.Reprimand, status: content.Final}
	page := telling{life: "scan", kind: content.Item, item: "ico:7", day: "2024-05-01", party: parties("Oakham Council"),
		action: content.Reprimand, status: content.Final}
	may, june := page, page
	may.item, may.url, may.action, may.amount, may.what = "ico:8", "https://ico.example/8", content.MonetaryPenalty, 100_000, "hacking"
	june.item, june.url, june.action, june.amount, june.day, june.what = "ico:9", "https://ico.example/9", content.MonetaryPenalty, 100_000, "2024-06-01", "lost-paper"
	served := telling{life: "served", kind: content.Notice, day: "2024-09-26", dated: "2024-09-26", party: parties("Tarn Claims Ltd"), action: content.EnforcementNotice, status: content.Final, what: "spam-texts"}
	lodged := telling{life: "served", kind: content.Article, day: "2024-10-22", party: parties("Tarn Claims"), action: content.EnforcementNotice, status: content.Appealed}
	late, another := lodged, served
	late.day, another.day, another.dated, another.url = "2026-03-01", "2024-08-20", "2024-08-20", "https://ico.example/another"
	llp := penalty("llp", "Willow & Ash LLP", "2024-01-02", 0)
	ltd := penalty("ltd", "Willow and Ash Ltd", "2024-01-03", 0)
	for _, tt := range []struct {
		name string
		in   []telling
		want []string
	}{
		{"one notice to two companies is one case", []telling{notice}, []string{"harbourside-2025: ico-1"}},
		{"a report that splits its sum joins it", []telling{split, notice}, []string{"harbourside-2025: ico-1 press-1"}},
		{"the report alone is two cases", []telling{split}, []string{"harbourside-2025: press-1", "harbourside-pension-solutions-2025: press-1"}},
		{"a report under a short name joins it, whoever else names both", []telling{both, named, alone}, []string{"pelham-group-2025: ico-1 press-1 press-2"}},
		{"a round-up is a case for each party", []telling{roundUp}, []string{"ashgrove-homecare-2022: press-1", "beechway-brokers-2022: press-1"}},
		{"a shortened name joins on the sum", []telling{short, full}, []string{"larkfield-group-2022: ico-1 press-1"}},
		{"a shortened name that fits two joins neither", []telling{short, full, rival},
			[]string{"larkfield-2022: press-1", "larkfield-water-2022: ico-1", "larkfield-group-2022: ico-1"}},
		{"an appeal is against the act that was served some weeks before", []telling{served, lodged}, []string{"tarn-claims-2024: ico-1 press-1"}},
		{"but not years after", []telling{served, late}, []string{"tarn-claims-2026: press-1", "tarn-claims-2024: ico-1"}},
		{"nor against either of two", []telling{served, another, lodged}, []string{"tarn-claims-2024-3: press-1", "tarn-claims-2024-2: ico-1", "tarn-claims-2024: ico-1"}},
		{"the same round sum two years later is another case", []telling{full, later},
			[]string{"larkfield-group-2024: press-1", "larkfield-group-2022: ico-1"}},
		{"a notice without a party belongs to its item", []telling{scan, page}, []string{"oakham-council-2024: ico-1 ico-2"}},
		{"two items of one sum a month apart are two cases", []telling{may, june}, []string{"oakham-council-2024-2: ico-1", "oakham-council-2024: ico-1"}},
		{"a notice without a party makes no case", []telling{scan}, nil},
		{"other legal forms are other companies", []telling{llp, ltd}, []string{"willow-and-ash-2024-2: press-1", "willow-and-ash-2024: press-1"}},
	} {
		book := link.Link(nil, readings(tt.in))
		if diff := cmp.Diff(tt.want, ids(book)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestJointCase(t *testing.T) {
	notice := penalty("joint", "", "2025-10-15", 14_000_000)
	notice.kind, notice.party = content.Notice, parties("Harbourside plc", "Harbourside Pension Solutions Limited")
	book := link.Link(nil, readings([]telling{notice}))
	c := book.Cases[0]
	got := []string{c.Title, c.Organisation.Name, strings.Join(c.Organisation.Also, "; "), c.Amount.String()}
	want := []string{"Harbourside and Harbourside Pension Solutions", "Harbourside plc", "Harbourside Pension Solutions Limited", "£14,000,000"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("a notice to two companies (-want +got):\n%s", diff)
	}
}

// In a round-up each party has its own sum, and nobody has the total.
func TestRoundUpShares(t *testing.T) {
	r := penalty("round-up", "", "2022-03-16", 180_000)
	r.people = 750_000
	r.party = []content.Party{{Name: "Ashgrove Ltd", Amount: content.Pounds(100_000)}, {Name: "Beechway Ltd", Amount: content.Pounds(80_000)}}
	book := link.Link(nil, readings([]telling{r}))
	for _, want := range []struct {
		id     string
		amount content.Money
	}{{"ashgrove-2022", content.Pounds(100_000)}, {"beechway-2022", content.Pounds(80_000)}} {
		c := book.Case(want.id)
		if c == nil {
			t.Fatalf("no case %s in %v", want.id, ids(book))
		}
		if c.Amount != want.amount || c.Affected != 0 {
			t.Errorf("%s: %s, %d people; want %s and none", want.id, c.Amount, c.Affected, want.amount)
		}
		if got := c.Proofs("amount", 0); len(got) != 1 || !strings.Contains(got[0].Quote, want.amount.String()) {
			t.Errorf("%s: amount proved by %v, want the quote that spells %s", want.id, got, want.amount)
		}
	}
}

// Sources at odds: which value stands, and what is listed side by side.
func TestContradictions(t *testing.T) {
	notice := penalty("odds", "Ferndale Police", "2024-09-26", 750_000)
	notice.kind, notice.people = content.Notice, 9483
	wrong := penalty("odds", "Ferndale Police", "2024-10-03", 75_000)
	wrong.people, wrong.dated = 9483, ""
	one := penalty("odds", "Ferndale Police", "2024-09-27", 140_000)
	one.people = 9483
	rounded := penalty("odds", "Ferndale Police", "2024-09-27", 800_000)
	rounded.about, rounded.people = content.Approx, 9483
	for _, tt := range []struct {
		name   string
		in     []telling
		amount content.Money
		absent content.Absence
		odds   []string
	}{
		{"the notice outranks the press", []telling{wrong, notice}, content.Pounds(750_000), "", []string{"750000", "75000"}},
		{"a round figure is no contradiction", []telling{rounded, notice}, content.Pounds(750_000), "", nil},
		{"two newspapers, and nobody to decide", []telling{wrong, one}, content.Money{}, content.Disputed, []string{"140000", "75000"}},
	} {
		book := link.Link(nil, readings(tt.in))
		if len(book.Cases) != 1 {
			t.Errorf("%s: cases %v, want one", tt.name, ids(book))
			continue
		}
		c := book.Cases[0]
		var odds []string
		for _, o := range link.Contradictions(c) {
			for _, row := range o.Rows {
				if o.Field == "amount" {
					odds = append(odds, row.Value)
				}
			}
		}
		if c.Amount != tt.amount || c.Absent["amount"] != tt.absent || !slices.Equal(odds, tt.odds) {
			t.Errorf("%s: got %s, absent %q, at odds %v; want %s, %q, %v", tt.name, c.Amount, c.Absent["amount"], odds, tt.amount, tt.absent, tt.odds)
		}
		again, changes := linked(book, readings(tt.in[:1]))
		if diff := cmp.Diff(written(book), written(again)); diff != "" || len(changes) > 0 {
			t.Errorf("%s: reading one again changed %v (-want +got):\n%s", tt.name, changes, diff)
		}
	}
}

// A named individual is in no id, title or other name.
func TestPerson(t *testing.T) {
	p := telling{life: "person", kind: content.Item, item: "ico:9", day: "2016-05-26", dated: "2016-05-26",
		party: []content.Party{{Name: "Jo Example", Aliases: []string{"Mr Example"}, Person: true}}, action: content.Prosecution, status: content.Final, what: "insider-misuse"}
	book := link.Link(nil, readings([]telling{p}))
	c := book.Cases[0]
	if c.ID != "individual-2016" || c.Title != "Individual, insider misuse" || len(c.Organisation.Also) > 0 || !c.Organisation.Person {
		t.Errorf("got id %q, title %q, organisation %+v: want individual-2016, Individual, insider misuse, and a person without other names", c.ID, c.Title, c.Organisation)
	}
}

// Evidence is verbatim: every quote stands in the text of its document, and
// the book passes its own check.
func TestEvidenceIsVerbatim(t *testing.T) {
	texts := map[string]content.Text{}
	all := readings(lives)
	for _, r := range all {
		texts[r.Document.SHA256] = r.Text
	}
	book := link.Link(nil, all)
	for _, p := range content.Check(book, texts) {
		if !p.Warning {
			t.Errorf("%v", p)
		}
	}
}

// A case whose notice has no words says so where the notice might have said
// more, until the notice can be read.
func TestUnreadableNotice(t *testing.T) {
	page := penalty("quill", "Quill Lettings Limited", "2026-05-01", 64_000)
	page.kind, page.item, page.url = content.Item, "ico:9", "https://ico.example/quill/"
	notice := page
	notice.kind, notice.url, notice.people = content.Notice, "https://ico.example/quill.pdf", 1_212
	scan := notice.reading()
	scan.Text, scan.Facts = content.Text{}, content.Facts{}

	book := link.Link(nil, []content.Reading{page.reading(), scan})
	want := map[string]content.Absence{"affected": content.Unreadable, "controls": content.Unreadable, "provisions": content.Unreadable}
	if len(book.Cases) != 1 || len(book.Cases[0].Documents) != 2 || book.Cases[0].Amount != content.Pounds(64_000) {
		t.Fatalf("got %v, want one case of both documents with the sum of the page", ids(book))
	}
	if diff := cmp.Diff(want, book.Cases[0].Absent); diff != "" {
		t.Errorf("absent (-want +got):\n%s", diff)
	}
	if again := link.Link(book, []content.Reading{page.reading()}); again.Cases[0].Absent["affected"] != content.Unreadable {
		t.Errorf("without the notice: got absent %v, want it as it was", again.Cases[0].Absent)
	}
	if read := link.Link(book, readings([]telling{page, notice})); read.Cases[0].Absent != nil || read.Cases[0].Affected != 1_212 {
		t.Errorf("read: got absent %v and %d people, want no mark and 1212", read.Cases[0].Absent, read.Cases[0].Affected)
	}
}
