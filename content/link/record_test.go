package link_test

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"casebook/content"
	"casebook/content/link"
)

// recordFolder is the environment variable that names a folder with cases.csv: events of real cases, one a row, with the
// case that each belongs to. It is not part of the project.
const recordFolder = "CASEBOOK_FACTS"

// rounds is how often the record is told, each time in other documents.
const rounds = 25

// Every event of a hand-made record is told by several documents, under varied names and with varied gaps; then every
// two documents must be in one case exactly where the record has them in one.
func TestRecord(t *testing.T) {
	folder := os.Getenv(recordFolder)
	if folder == "" {
		t.Skipf("%s names no folder with cases.csv", recordFolder)
	}
	lives := readRecord(t, filepath.Join(folder, "cases.csv"))
	var all, across, later score
	documents, worst := 0, 1.0
	missed := map[string]int{}
	for round := range rounds {
		w := &teller{dice: rand.New(rand.NewPCG(uint64(round), 7))}
		for _, life := range lives {
			w.tell(life)
		}
		book := link.Link(nil, readings(w.out))
		one, between := w.compare(t, book, missed)
		all, across = all.plus(one), across.plus(between)
		documents, worst = documents+len(w.out), min(worst, one.recall())
		if round == 0 {
			later, _ = w.compare(t, w.bit(), map[string]int{})
		}
	}
	t.Logf("%d events of %d cases in %d documents, %d times over", events(lives), len(lives), documents/rounds, rounds)
	t.Logf("documents in one case: %s, at worst %.3f", all, worst)
	t.Logf("documents of two events: %s", across)
	t.Logf("documents that arrive bit by bit: %s", later)
	t.Logf("pairs missed: %v", missed)
	if all.merged+later.merged > 0 || worst < 0.95 || across.recall() < 0.95 {
		t.Error("want a precision of 1.000 and a recall of at least 0.950")
	}
}

// bit links the documents as they arrive in no order, some at a time, each read once.
func (w *teller) bit() *content.Book {
	all := readings(w.out)
	w.dice.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	book := &content.Book{}
	for some := range slices.Chunk(all, 20) {
		book = link.Link(book, some)
	}
	return book
}

// A score counts pairs of documents.
type score struct{ both, merged, missed int }

func (s score) plus(o score) score {
	return score{s.both + o.both, s.merged + o.merged, s.missed + o.missed}
}

func (s score) recall() float64 { return float64(s.both) / float64(max(1, s.both+s.missed)) }

func (s score) String() string {
	return fmt.Sprintf("pairwise precision %.3f, recall %.3f", float64(s.both)/float64(max(1, s.both+s.merged)), s.recall())
}

// compare counts the pairs of all documents, and of those that tell different events, and by life those it missed.
func (w *teller) compare(t *testing.T, book *content.Book, missed map[string]int) (all, across score) {
	in := casesByDocument(book)
	for i, a := range w.out {
		for j, b := range w.out[:i] {
			together := in[a.url] == in[b.url] && in[a.url] != ""
			var one score
			switch same := a.life == b.life; {
			case together && same:
				one.both = 1
			case together:
				one.merged = 1
				t.Logf("merged: %s %s %s of %s and %s %s %s of %s", a.kind, a.action, a.day, a.life, b.kind, b.action, b.day, b.life)
			case same:
				one.missed = 1
				missed[a.life]++
			}
			all = all.plus(one)
			if w.event[i] != w.event[j] {
				across = across.plus(one)
			}
		}
	}
	return all, across
}

// A life is the rows of one case; an act is what they say of one day: rows of one act against two parties are joint.
type life struct {
	id   string
	acts []act
}

type act struct {
	kind   string // event_type
	day    string
	amount int64
	before int64 // the sum before, as this record has it
	party  []content.Party
	short  string
	facts  telling
}

func events(lives []life) int {
	n := 0
	for _, l := range lives {
		n += len(l.acts)
	}
	return n
}

// anyDay is the day of the documents of a case that the record does not date: what matters is that they have one.
const anyDay = "2018-06-12"

// readRecord reads the rows. A proposal of unknown day is told only by the document of the penalty, as what was before;
// another act of unknown day is told on the day of its case's penalty, or on any one day.
func readRecord(t *testing.T, file string) []life {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	for i, name := range rows[0] {
		at[name] = i
	}
	var lives []life
	of := map[string]int{}
	for _, cells := range rows[1:] {
		row := func(name string) string { return cells[at[name]] }
		id := row("case_id")
		k, ok := of[id]
		if !ok {
			k = len(lives)
			of[id], lives = k, append(lives, life{id: id})
		}
		lives[k].add(newAct(row))
	}
	for i := range lives {
		lives[i].settle()
	}
	return lives
}

func newAct(row func(string) string) act {
	number := func(name string) int { n, _ := strconv.Atoi(row(name)); return n }
	a := act{kind: row("event_type"), day: row("event_date"), amount: int64(number("amount_gbp")), short: row("organisation")}
	names := strings.Split(cmp.Or(row("legal_name"), row("organisation")), "; ")
	for _, n := range names {
		a.party = append(a.party, content.Party{Name: n})
	}
	if role(a.short) { // the record withholds the name; the documents do not
		a.short = "Robin " + strings.ToUpper(row("case_id")[:1]) + row("case_id")[1:]
		a.party = []content.Party{{Name: a.short, Person: true}}
	}
	a.facts = telling{people: number("people_affected"), count: number("communications"), unit: row("communications_unit"),
		what: content.IncidentType(row("incident_type")), sector: content.Sector(row("sector"))}
	for _, p := range strings.Split(row("provisions"), ";") {
		if p != "" {
			a.facts.law = append(a.facts.law, content.Provision(p))
		}
	}
	return a
}

// role reports whether a party stands in the record by role.
func role(name string) bool {
	return slices.ContainsFunc([]string{"owner of", "employee of", "manager and", "individuals", "sole trader"}, func(s string) bool { return strings.Contains(name, s) })
}

// add takes a row: as another party of the act before it, or as an act of its own.
func (l *life) add(a act) {
	for i := range l.acts {
		b := &l.acts[i]
		if b.kind == a.kind && b.day == a.day && a.day != "" && b.short != a.short {
			for k := range b.party {
				b.party[k].Amount = content.Pounds(b.amount)
			}
			a.party[0].Amount = content.Pounds(a.amount)
			b.party, b.amount = append(b.party, a.party...), b.amount+a.amount
			return
		}
	}
	l.acts = append(l.acts, a)
}

// settle gives each act the sum before it and drops the proposals that nobody dates.
func (l *life) settle() {
	var proposed, stands int64
	var day string
	for i := range l.acts {
		a := &l.acts[i]
		switch a.kind {
		case "notice-of-intent":
			proposed = a.amount
		case "monetary-penalty":
			a.before, stands, day = proposed, a.amount, cmp.Or(a.day, day)
		case "tribunal-decision", "variation", "appeal":
			a.before = stands
			if a.amount > 0 {
				stands = a.amount
			}
		}
	}
	l.acts = slices.DeleteFunc(l.acts, func(a act) bool { return a.kind == "notice-of-intent" && a.day == "" })
	for i := range l.acts {
		l.acts[i].day = cmp.Or(l.acts[i].day, day, anyDay)
	}
}

// A teller writes the documents of a record, as varied as real ones are.
type teller struct {
	dice  *rand.Rand
	out   []telling
	event []string // what each document tells
}

func (w *teller) likely(percent int) bool { return w.dice.IntN(100) < percent }

func (w *teller) tell(l life) {
	penalty := slices.ContainsFunc(l.acts, func(a act) bool { return a.kind == "monetary-penalty" })
	for i, a := range l.acts {
		t := a.facts
		t.life, t.day, t.party, t.amount = l.id, a.day, slices.Clone(a.party), a.amount
		t.action, t.status = content.Action(a.kind), content.Final
		key := fmt.Sprintf("%s/%d", l.id, i)
		switch a.kind {
		case "notice-of-intent":
			t.status = content.Provisional
			w.press(key, a, t, 3)
		case "appeal", "tribunal-decision", "variation":
			t.action = content.MonetaryPenalty
			if !penalty {
				t.action = content.EnforcementNotice
			}
			t.status, t.before = w.outcome(a)
			if a.kind == "tribunal-decision" {
				w.judgment(key, a, t)
			}
			w.press(key, a, t, 2)
		default:
			w.official(key, a, t)
			t.before = a.before
			w.press(key, a, t, 2)
		}
	}
}

// outcome is how the documents put what became of an appeal.
func (w *teller) outcome(a act) (content.Status, int64) {
	switch {
	case a.kind == "appeal":
		return content.Appealed, 0
	case a.amount > 0 && a.amount < a.before:
		return content.ReducedOnAppeal, a.before
	case a.amount > 0:
		return content.UpheldOnAppeal, a.before
	}
	return pick(w.dice, content.Overturned, content.UpheldOnAppeal, content.Appealed), a.before
}

// official tells an act by the regulator's page and notice, and sometimes by a press release.
func (w *teller) official(key string, a act, t telling) {
	t.item = "ico:" + key
	if !t.party[0].Person && t.party[0].Name != a.short && len(t.party) == 1 && w.likely(60) {
		t.party[0].Aliases = []string{a.short}
	}
	notice, item := t, t
	notice.kind, notice.dated, notice.before = content.Notice, a.day, a.before
	item.kind, item.law = content.Item, nil
	if w.likely(50) {
		item.people, item.count = 0, 0
	}
	if w.likely(70) {
		item.dated = a.day
	}
	if w.likely(30) {
		notice.party = nil // scanned
	}
	w.write(key, notice)
	w.write(key, item)
	if w.likely(60) {
		news := t
		news.kind, news.item, news.law, news.before = content.News, "", nil, a.before
		w.write(key, w.vary(a, news))
	}
}

func (w *teller) judgment(key string, a act, t telling) {
	t.kind, t.dated = content.Judgment, a.day
	if w.likely(50) {
		t.people, t.count = 0, 0
	}
	w.write(key, t)
}

// press tells an act in n articles, each of which knows some of it.
func (w *teller) press(key string, a act, t telling, n int) {
	for range n {
		t := t
		t.kind, t.item, t.law, t.dated = content.Article, "", nil, ""
		w.write(key, w.vary(a, t))
	}
}

// vary writes a report as a newspaper does: short names and round sums, some days later, with gaps.
func (w *teller) vary(a act, t telling) telling {
	if d := date(t.day); d.Day > 0 && d.Day < 25 {
		d.Day += w.dice.IntN(4)
		t.day = d.String()
	}
	t.party = slices.Clone(t.party)
	if !t.party[0].Person {
		if len(t.party) == 1 || w.likely(50) && !t.party[0].Amount.Stated() {
			t.party = parties(w.name(a))
		}
	}
	if w.likely(30) {
		t.amount, t.about = rounded(t.amount)
	}
	if w.likely(40) {
		t.people, t.count = 0, 0
	}
	if w.likely(50) {
		t.before = 0
	}
	if w.likely(25) {
		t.what = ""
	}
	return t
}

func (w *teller) name(a act) string {
	short := a.short
	if open := strings.Index(short, " ("); open > 0 && w.likely(50) {
		short = short[:open]
	}
	switch w.dice.IntN(5) {
	case 0:
		return a.party[0].Name
	case 1:
		return "the " + strings.TrimPrefix(short, "The ")
	}
	return short
}

// rounded is a sum as a headline has it: "£12.7m" for 12,695,000.
func rounded(n int64) (int64, content.Qualifier) {
	unit := int64(1)
	for n/unit >= 1000 {
		unit *= 10
	}
	if n%unit == 0 {
		return n, ""
	}
	return n / unit * unit, content.Over
}

// write files a document under an address of its own.
func (w *teller) write(key string, t telling) {
	t.url = fmt.Sprintf("https://record.example/%d", len(w.out))
	w.out, w.event = append(w.out, t), append(w.event, key)
}
