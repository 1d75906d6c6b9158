package link_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/content"
	"casebook/content/link"
)

// edit writes a book's case as a person would: in its file.
func edit(t *testing.T, b *content.Book, id string, oldNew ...string) *content.Book {
	t.Helper()
	out := &content.Book{Cases: slices.Clone(b.Cases)}
	for i, c := range out.Cases {
		if c.ID != id {
			continue
		}
		src := string(content.Format(c))
		for k := 0; k < len(oldNew); k += 2 {
			if !strings.Contains(src, oldNew[k]) {
				t.Fatalf("no %q in\n%s", oldNew[k], src)
			}
			src = strings.Replace(src, oldNew[k], oldNew[k+1], 1)
		}
		edited, err := content.Parse(id, []byte(src))
		if err != nil {
			t.Fatal(err)
		}
		out.Cases[i] = edited
		return out
	}
	t.Fatalf("no case %s in %v", id, ids(b))
	return nil
}

// What a person wrote into a case stays when everything is read again.
func TestHandEditsStay(t *testing.T) {
	all := readings(lives)
	book := link.Link(nil, all)
	const id = "advanced-computer-software-group-2024"
	edited := edit(t, book, id,
		"title: Advanced Computer Software Group\n", "formerly: [advanced-2024]\ntitle: Advanced\nsector: Health\n",
		"amount: 3076320\n", "amount: 3000000\n",
		"incident: {type: ransomware}", "incident: {type: hacking, note: kept}",
		"status: provisional, amount: 6090000", "status: provisional, colour: amber, amount: 6090000",
		"kind: notice,", "kind: notice, shelf: 4,",
		"---\n\n", "locked: [title, sector, amount, incident.type]\nreviewed: yes by a person\n---\n\n",
	)
	for _, again := range [][]content.Reading{nil, all[:3], all} {
		got, changes := linked(edited, again)
		if diff := cmp.Diff(written(edited)[id], written(got)[id]); diff != "" {
			t.Errorf("after reading %d again (-want +got):\n%s", len(again), diff)
		}
		if len(changes) > 0 {
			t.Errorf("after reading %d again: changes %v, want none", len(again), changes)
		}
	}
}

// A person may take the events of a case, or its documents, into their own hands.
func TestWholesMayBeLocked(t *testing.T) {
	docs := official("whole", "Harbourside Ltd", "", "2025-10-15", telling{action: content.MonetaryPenalty, amount: 14_000, what: "hacking"})
	book := link.Link(nil, readings(docs[:2]))
	const id = "harbourside-2025"
	for _, tt := range []struct {
		name   string
		oldNew []string
		in     []telling
		want   []string
	}{
		{"events", []string{"status: final, amount: 14000", "status: final, amount: 12000", "---\n\n", "locked: [events, amount]\n---\n\n"},
			docs[:2], []string{"harbourside-2025: ico-1 ico-2"}},
		{"documents", []string{"---\n\n", "locked: [documents]\n---\n\n"},
			docs, []string{"harbourside-2025-2: press-1", "harbourside-2025: ico-1 ico-2"}},
	} {
		edited := edit(t, book, id, tt.oldNew...)
		got := link.Link(edited, readings(tt.in))
		if diff := cmp.Diff(tt.want, ids(got)); diff != "" {
			t.Errorf("%s locked: cases (-want +got):\n%s", tt.name, diff)
		}
		if diff := cmp.Diff(written(edited)[id], written(got)[id]); diff != "" {
			t.Errorf("%s locked (-want +got):\n%s", tt.name, diff)
		}
	}
}

// An unlocked value that was edited by hand is read again; a case that a person
// gave another id keeps it.
func TestUnlockedIsReadAgain(t *testing.T) {
	all := readings(lives)
	book := link.Link(nil, all)
	edited := edit(t, book, "cabinet-office-2021", "id: cabinet-office-2021\n", "id: honours-list\nformerly: [cabinet-office-2021]\n", "affected: 1000\n", "affected: 999\n")
	got, changes := linked(edited, all)
	c := got.Case("honours-list")
	if c == nil || c.Affected != 1000 || len(got.Cases) != len(book.Cases) {
		t.Fatalf("got %d cases, honours-list %+v", len(got.Cases), c)
	}
	var lines []string
	for _, ch := range changes {
		lines = append(lines, ch.String())
	}
	if diff := cmp.Diff([]string{"honours-list: affected 999 → 1,000 (ico-1, ico-2, press-1)"}, lines); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
}

// A case tells its life in changes as its documents arrive.
func TestChanges(t *testing.T) {
	proposed := provisional("life", "Harbourside Ltd", "2025-03-01", 45_000_000, telling{what: "ransomware"})
	imposed := official("life", "Harbourside Ltd", "", "2025-10-15", telling{action: content.MonetaryPenalty, amount: 14_000_000, before: 45_000_000, what: "ransomware"})
	book, changes := linked(nil, readings(proposed))
	next, more := linked(book, readings(imposed[:1]))
	var got []string
	for _, c := range append(changes, more...) {
		got = append(got, c.String())
	}
	want := []string{
		"harbourside-2025: case + provisional notice-of-intent 45000000 GBP (press-1)",
		"harbourside-2025: status provisional → final (ico-1)",
		"harbourside-2025: action notice-of-intent → monetary-penalty (ico-1)",
		"harbourside-2025: date 2025-03-01 → 2025-10-15 (ico-1)",
		"harbourside-2025: amount 45,000,000 → 14,000,000 (ico-1)",
		"harbourside-2025: events + 2025-10-15 monetary-penalty final 14000000 GBP (ico-1)",
		"harbourside-2025: documents + ico-1 About life (ico-1)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
	if fine := next.Case("harbourside-2025").Fine(); fine != content.Pounds(14_000_000) {
		t.Errorf("fine %s, want £14,000,000", fine)
	}
}

// Two cases become one when a document shows that they are; the younger id is
// kept as a former one, and nothing that was published is lost.
func TestMergeKeepsFormerID(t *testing.T) {
	proposed := provisional("life", "Harbourside Ltd", "2024-03-01", 45_000_000, telling{})
	imposed := official("life", "Harbourside Ltd", "", "2025-10-15", telling{action: content.MonetaryPenalty, amount: 14_000_000, what: "ransomware"})
	apart := link.Link(nil, readings(append(slices.Clone(proposed), imposed[2])))
	if want := []string{"harbourside-2025: press-1", "harbourside-2024: press-1"}; !slices.Equal(ids(apart), want) {
		t.Fatalf("cases %v, want %v", ids(apart), want)
	}
	if got := apart.Case("harbourside-2024").Related; !slices.Equal(got, []string{"harbourside-2025"}) {
		t.Errorf("related to %v, want harbourside-2025", got)
	}
	imposed[0].before = 45_000_000
	joined, changes := linked(apart, readings(slices.Concat(proposed, imposed)))
	c := joined.Case("harbourside-2025")
	if len(joined.Cases) != 1 || c == nil || c.ID != "harbourside-2024" && c.ID != "harbourside-2025" || len(c.Formerly) != 1 {
		t.Fatalf("cases %v, formerly %v: want one that keeps both ids", ids(joined), c)
	}
	if !slices.ContainsFunc(changes, func(c content.Change) bool {
		return c.Field == "case" && c.From == joined.Cases[0].Formerly[0] && c.To == joined.Cases[0].ID
	}) {
		t.Errorf("changes %v: want one that says which case became part of which", changes)
	}
}

// A page that moved is the same document, under its new address; one that its
// publisher withdrew stays.
func TestMovedAndWithdrawn(t *testing.T) {
	docs := official("moved", "Harbourside Ltd", "", "2025-10-15", telling{action: content.MonetaryPenalty, amount: 14_000, what: "hacking"})[:2]
	book := link.Link(nil, readings(docs))
	moved := readings(docs)
	moved[1].Document.URL = "https://ico.example/elsewhere/"
	moved[1].Document.SHA256 = strings.Repeat("ab", 32)
	moved[0].Document.Withdrawn = date("2027-10-15")
	moved[1].Document.Withdrawn = date("2027-10-16")
	got := link.Link(book, moved)
	c := got.Cases[0]
	if want := []string{"harbourside-2025: ico-1 ico-2"}; !slices.Equal(ids(got), want) {
		t.Fatalf("cases %v, want %v", ids(got), want)
	}
	if c.Documents[1].URL != moved[1].Document.URL || c.Events[0].Withdrawn != date("2027-10-16") {
		t.Errorf("document at %s, event withdrawn %s; want the new address and 2027-10-16", c.Documents[1].URL, c.Events[0].Withdrawn)
	}
	kept, changes := linked(got, nil)
	if diff := cmp.Diff(written(got), written(kept)); diff != "" || len(changes) > 0 {
		t.Errorf("without any reading (-want +got):\n%s", diff)
	}
}

// Only an open licence brings a text into the body, and markup in it is text.
func TestBody(t *testing.T) {
	docs := official("body", "Harbourside Ltd", "", "2025-10-15", telling{action: content.Reprimand, what: "hacking"})
	rs := readings(docs)
	rs[0].Text.Body = "# One\r\n- two <b>three</b>\n\n\n12. four * five\n---\n"
	for _, tt := range []struct {
		name string
		in   []content.Reading
		want string
	}{
		{"the notice before the item", rs, "\\# One\n\\- two \\<b>three\\</b>\n\n12. four \\* five\n\\---\n"},
		{"never the press", rs[2:], ""},
	} {
		book := link.Link(nil, tt.in)
		if diff := cmp.Diff(tt.want, book.Cases[0].Body); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// A book that does not name its individuals goes on as it stood, whichever of its documents are read again.
func TestWithheldGoOn(t *testing.T) {
	person := func(names ...string) (out []content.Party) {
		for i, n := range names {
			out = append(out, content.Party{Name: n, Amount: content.Pounds(int64(300 + 200*i)), Person: true})
		}
		return out
	}
	told := func(kind content.DocumentKind, url, item string, p []content.Party) telling {
		return telling{life: "persons", kind: kind, url: url, item: item, day: "2024-03-05", dated: "2024-03-05", party: p,
			action: content.Prosecution, status: content.Final, what: "insider-misuse"}
	}
	docs := []telling{
		told(content.Item, "https://ico.example/wilma-ashquill/", "ico:1", person("Wilma Ashquill")),
		told(content.Article, "https://press.example/ashquill-fined/", "", person("Wilma Ashquill")),
		told(content.News, "https://ico.example/two-fined/", "", person("Ivor Penmarrick", "Una Trevanick-Hale")),
		told(content.Notice, "https://ico.example/quillmark.pdf", "ico:2", append(parties("Quillmark Garages Ltd"), person("Osric Tolvaddon")...)),
	}
	all := readings(docs)
	book := content.People{}.Publish(link.Link(nil, all), content.Date{})
	if len(book.Cases) != 4 {
		t.Fatalf("cases %v, want four", ids(book))
	}
	for some := range 1 << len(all) {
		var read []content.Reading
		for i := range all {
			if some>>i&1 == 1 {
				read = append(read, all[i])
			}
		}
		got := content.People{}.Publish(link.Link(book, read), content.Date{})
		if diff := cmp.Diff(written(book), written(got)); diff != "" {
			t.Errorf("after reading documents %b again (-want +got):\n%s", some, diff)
		}
	}
	for id, file := range written(book) {
		for _, name := range []string{"ashquill", "penmarrick", "trevanick", "tolvaddon"} {
			if strings.Contains(strings.ToLower(id+file), name) {
				t.Errorf("%s names %s", id, name)
			}
		}
	}
}
