package link_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/content"
	"casebook/content/link"
)

// lives are public facts of real cases, as documents tell them: what the press
// wrote under a short name, and the regulator's item and notice under the legal
// one. Northmoor, Alder and the Ministry of Harbours are invented, to be as hard
// to tell apart as real ones are.
var lives = slices.Concat(
	provisional("advanced", "Advanced Computer Software Group", "2024-08-07", 6_000_000, telling{about: content.Over, people: 82946, what: "ransomware"}),
	final("advanced", "Advanced Computer Software Group Ltd", "Advanced", "2025-03-26", 3_076_320, telling{before: 6_090_000, people: 79404, what: "ransomware"}),
	provisional("british-airways", "British Airways", "2019-07-08", 183_390_000, telling{what: "hacking"}),
	final("british-airways", "British Airways Plc", "British Airways", "2020-10-16", 20_000_000, telling{people: 429612, what: "hacking"}),
	provisional("marriott", "Marriott", "2019-07-09", 99_200_396, telling{what: "hacking"}),
	provisional("marriott", "Marriott International", "2019-07-10", 99_200_936, telling{what: "hacking"}),
	final("marriott", "Marriott International, Inc.", "Marriott", "2020-10-30", 18_400_000, telling{before: 99_200_396, what: "hacking"}),
	provisional("tiktok", "TikTok", "2022-09", 27_000_000, telling{what: "unlawful-processing"}),
	final("tiktok", "TikTok Information Technologies UK Limited", "TikTok", "2023-04-04", 12_700_000, telling{before: 27_000_000, people: 1_400_000, what: "unlawful-processing"}),
	appeal("tiktok", "TikTok", "2025-07", content.Appealed, 12_700_000, telling{what: "unlawful-processing"}),
	provisional("clearview-ai", "Clearview AI", "2021-11-29", 17_000_000, telling{about: content.Over, what: "unlawful-processing"}),
	final("clearview-ai", "Clearview AI Inc", "Clearview", "2022-05-23", 7_552_800, telling{what: "unlawful-processing"}),
	enforced("clearview-ai", "Clearview AI Inc", "2022-05-23", telling{what: "unlawful-processing"}),
	appeal("clearview-ai", "Clearview AI", "2023-10-17", content.Overturned, 0, telling{what: "unlawful-processing", before: 7_500_000}),
	appeal("clearview-ai", "Clearview AI Inc", "2025-10-06", content.Appealed, 7_500_000, telling{what: "unlawful-processing"}),
	final("cabinet-office", "Cabinet Office", "", "2021-11-15", 500_000, telling{before: 600_000, people: 1000, what: "accidental-publication"}),
	appeal("cabinet-office", "the Cabinet Office", "2022-11-03", content.ReducedOnAppeal, 50_000, telling{before: 500_000, what: "accidental-publication"}),
	final("easylife", "Easylife Limited", "Easylife", "2022-10-04", 1_350_000, telling{people: 145400, what: "unlawful-processing", law: laws("GDPR Art 9")}),
	final("easylife-calls", "Easylife Limited", "Easylife", "2022-10-04", 130_000, telling{count: 1_345_732, unit: "calls", what: "nuisance-calls", law: laws("PECR reg 21")}),
	appeal("easylife", "Easylife", "2023-03-16", content.ReducedOnAppeal, 250_000, telling{before: 1_350_000, what: "unlawful-processing"}),
	final("saga-services", "Saga Services Ltd", "Saga", "2021-09-15", 150_000, telling{count: 128_000_000, unit: "emails", what: "spam-emails"}),
	final("saga-personal-finance", "Saga Personal Finance Ltd", "Saga", "2021-09-15", 75_000, telling{count: 28_000_000, unit: "emails", what: "spam-emails"}),
	final("cps-2015", "Crown Prosecution Service", "CPS", "2015-11", 200_000, telling{}),
	final("cps-2018", "Crown Prosecution Service", "CPS", "2018-05", 325_000, telling{people: 15, what: "lost-or-stolen-device"}),
	final("talktalk-2016", "TalkTalk Telecom Group plc", "TalkTalk", "2016-10-05", 400_000, telling{people: 156959, what: "hacking"}),
	final("talktalk-2017", "TalkTalk", "", "2017", 100_000, telling{people: 21000, what: "insider-misuse"}),
	final("leave-eu", "Leave.EU", "", "2019-02-01", 45_000, telling{count: 1_000_000, unit: "emails", what: "spam-emails"}),
	final("leave-eu-newsletter", "Leave.EU", "", "2019-02-01", 15_000, telling{count: 300_000, unit: "emails", what: "spam-emails"}),
	final("northmoor", "Northmoor Energy Ltd", "", "2023-06-09", 80_000, telling{count: 69_133, unit: "calls", what: "nuisance-calls"}),
	final("northmoor-services", "Northmoor Energy Services Ltd", "", "2023-06-09", 80_000, telling{count: 229_483, unit: "calls", what: "nuisance-calls"}),
	final("alder", "Alder Group Ltd", "", "2024-02-01", 90_000, telling{what: "hacking"}),
	final("alder-holdings", "Alder Holdings Ltd", "", "2024-02-01", 90_000, telling{what: "hacking"}),
	reprimanded("harbours-requests", "Ministry of Harbours", "2021-12-09", telling{what: "rights-failure"}),
	reprimanded("harbours-prison", "Ministry of Harbours", "2023-05-17", telling{what: "lost-paper"}),
	reprimanded("harbours-adoption", "Ministry of Harbours", "2022-09-22", telling{what: "unauthorised-disclosure"}),
	reprimanded("harbours-adoption-2", "Ministry of Harbours", "2022-11-03", telling{what: "unauthorised-disclosure"}),
)

func provisional(life, name, day string, amount int64, t telling) []telling {
	t.life, t.kind, t.day, t.party = life, content.Article, day, parties(name)
	t.action, t.status, t.amount = content.NoticeOfIntent, content.Provisional, amount
	return []telling{t}
}

// final is told by a notice, its item page, and an article a day later under
// the short name, if there is one.
func final(life, name, short, day string, amount int64, t telling) []telling {
	t.action, t.amount = content.MonetaryPenalty, amount
	return official(life, name, short, day, t)
}

func enforced(life, name, day string, t telling) []telling {
	t.action = content.EnforcementNotice
	return official(life, name, "", day, t)
}

func reprimanded(life, name, day string, t telling) []telling {
	t.action = content.Reprimand
	return official(life, name, "", day, t)
}

func official(life, name, short, day string, t telling) []telling {
	t.life, t.day, t.status = life, day, content.Final
	t.party = parties(name)
	if short != "" {
		t.party[0].Aliases = []string{short}
	}
	t.item = fmt.Sprintf("ico:%s-%s", life, t.action)
	notice, item, press := t, t, t
	notice.kind, notice.dated = content.Notice, day
	item.kind, item.dated, item.law = content.Item, day, nil
	press.kind, press.item, press.before, press.law = content.Article, "", 0, nil
	press.day = nextDay(day)
	if short != "" && !strings.HasPrefix(short, "Saga") {
		press.party = parties(short)
	} else {
		press.party = parties(name)
	}
	return []telling{notice, item, press}
}

func appeal(life, name, day string, s content.Status, amount int64, t telling) []telling {
	t.life, t.kind, t.day, t.party = life, content.Article, day, parties(name)
	t.action, t.status, t.amount = content.MonetaryPenalty, s, amount
	return []telling{t}
}

func nextDay(day string) string {
	d := date(day)
	if d.Day > 0 {
		d.Day++
	}
	return d.String()
}

func laws(ps ...content.Provision) []content.Provision { return ps }

// Every two documents are in one case exactly where they are of one life.
func TestLives(t *testing.T) {
	book := link.Link(nil, readings(lives))
	in := casesByDocument(book)
	both, merged, missed := 0, 0, 0
	for i, a := range lives {
		for _, b := range lives[:i] {
			together := in[a.document().URL] == in[b.document().URL] && in[a.document().URL] != ""
			switch {
			case together && a.life == b.life:
				both++
			case together:
				merged++
				t.Errorf("%s and %s are in one case, %s", a.life, b.life, in[a.document().URL])
			case a.life == b.life:
				missed++
				t.Logf("%s: %s of %s and %s of %s are not in one case", a.life, a.kind, a.day, b.kind, b.day)
			}
		}
	}
	precision, recall := float64(both)/float64(both+merged), float64(both)/float64(both+missed)
	t.Logf("%d documents, %d cases: pairwise precision %.3f, recall %.3f", len(lives), len(book.Cases), precision, recall)
	if precision < 1 || recall < 0.95 {
		t.Errorf("precision %.3f, recall %.3f: want 1.000 and at least 0.950", precision, recall)
	}
}

// The states in which the lives that the design names must end.
func TestLivesEnd(t *testing.T) {
	book := link.Link(nil, readings(lives))
	for _, want := range []struct {
		id     string
		status content.Status
		amount int64
		fine   int64
		people int
		events string
	}{
		{"advanced-computer-software-group-2024", content.Final, 3_076_320, 3_076_320, 79404, "2024-08-07 notice-of-intent provisional £6,090,000; 2025-03-26 monetary-penalty final £3,076,320"},
		{"british-airways-2019", content.Final, 20_000_000, 20_000_000, 429612, "2019-07-08 notice-of-intent provisional £183,390,000; 2020-10-16 monetary-penalty final £20,000,000"},
		{"marriott-international-2019", content.Final, 18_400_000, 18_400_000, 0, "2019-07-09 notice-of-intent provisional £99,200,396; 2020-10-30 monetary-penalty final £18,400,000"},
		{"tiktok-information-technologies-uk-2022", content.Appealed, 12_700_000, 12_700_000, 1_400_000, "2022-09 notice-of-intent provisional £27,000,000; 2023-04-04 monetary-penalty final £12,700,000; 2025-07 monetary-penalty appealed"},
		{"clearview-ai-2021", content.Appealed, 0, 0, 0, "2021-11-29 notice-of-intent provisional £17,000,000; 2022-05-23 monetary-penalty final £7,552,800; 2022-05-23 enforcement-notice final; 2023-10-17 monetary-penalty overturned; 2025-10-06 monetary-penalty appealed"},
		{"cabinet-office-2021", content.ReducedOnAppeal, 50_000, 50_000, 1000, " notice-of-intent provisional £600,000; 2021-11-15 monetary-penalty final £500,000; 2022-11-03 monetary-penalty reduced-on-appeal £50,000"},
		{"easylife-2022-2", content.Final, 130_000, 130_000, 0, "2022-10-04 monetary-penalty final £130,000"},
		{"easylife-2022", content.ReducedOnAppeal, 250_000, 250_000, 145400, "2022-10-04 monetary-penalty final £1,350,000; 2023-03-16 monetary-penalty reduced-on-appeal £250,000"},
	} {
		c := book.Case(want.id)
		if c == nil {
			t.Errorf("no case %s", want.id)
			continue
		}
		var events []string
		for _, e := range c.Events {
			events = append(events, strings.TrimRight(fmt.Sprintf("%s %s %s %s", e.Date, e.Action, e.Status, e.Amount), " "))
		}
		got := want
		got.status, got.amount, got.fine, got.people = c.Status, c.Amount.Minor/100, c.Fine().Minor/100, c.Affected
		got.events = strings.Join(events, "; ")
		if got != want {
			t.Errorf("%s:\n got %+v\nwant %+v", want.id, got, want)
		}
	}
}

// The order of documents, and reading one twice, changes nothing.
func TestOrderDoesNotMatter(t *testing.T) {
	all := readings(lives)
	want := link.Link(nil, all)
	dice := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		dice.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		more := slices.Concat(all, all[:dice.IntN(len(all))])
		got := link.Link(nil, more)
		if diff := cmp.Diff(written(want), written(got)); diff != "" {
			t.Fatalf("another order of documents (-want +got):\n%s", diff)
		}
	}
}

// Running again on the book changes nothing, whether all was read again, or
// nothing, or some.
func TestAgain(t *testing.T) {
	all := readings(lives)
	want := link.Link(nil, all)
	dice := rand.New(rand.NewPCG(3, 4))
	for round := range 40 {
		dice.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		some := all[:round*len(all)/39]
		got, changes := linked(want, some)
		if diff := cmp.Diff(written(want), written(got)); diff != "" {
			t.Fatalf("after reading %d of %d again (-want +got):\n%s", len(some), len(all), diff)
		}
		if len(changes) > 0 {
			t.Errorf("after reading %d of %d again: changes %v, want none", len(some), len(all), changes)
		}
	}
}

// Documents that come one by one, as `casebook add` brings them, lead to cases
// without a false merge.
func TestOneByOne(t *testing.T) {
	book := &content.Book{}
	for _, r := range readings(lives) {
		book = link.Link(book, []content.Reading{r})
	}
	in := casesByDocument(book)
	for i, a := range lives {
		for _, b := range lives[:i] {
			if a.life != b.life && in[a.document().URL] == in[b.document().URL] {
				t.Errorf("%s and %s are in one case", a.life, b.life)
			}
		}
	}
}

// The same for documents that were made to be as confusing as can be: few names,
// few sums, few days.
func TestConfusion(t *testing.T) {
	dice := rand.New(rand.NewPCG(5, 6))
	for range 400 {
		all := readings(confusion(dice, 2+dice.IntN(9)))
		want := link.Link(nil, all)
		shuffled := slices.Concat(all, all[:1])
		dice.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		got := link.Link(nil, shuffled)
		if diff := cmp.Diff(written(want), written(got)); diff != "" {
			t.Fatalf("another order of documents (-want +got):\n%s", diff)
		}
		for _, again := range [][]content.Reading{nil, all, shuffled} {
			got, changes := linked(want, again)
			if diff := cmp.Diff(written(want), written(got)); diff != "" || len(changes) > 0 {
				t.Fatalf("after reading %d of %d again: changes %v (-want +got):\n%s", len(again), len(all), changes, diff)
			}
		}
	}
}

// confusion makes n documents from small stocks of everything.
func confusion(dice *rand.Rand, n int) []telling {
	var out []telling
	for i := range n {
		t := telling{life: "confusion", url: fmt.Sprintf("https://press.example/%d", i), day: pick(dice, "2023-01-31", "2023-02-01", "2023-03", "2024", "2026-01-01"),
			kind:   pick(dice, content.Notice, content.Item, content.News, content.Article, content.Judgment),
			item:   pick(dice, "", "", "ico:1", "ico:2"),
			action: pick(dice, content.MonetaryPenalty, content.MonetaryPenalty, content.EnforcementNotice, content.Reprimand, ""),
			status: pick(dice, content.Final, content.Final, content.Provisional, content.Appealed, content.ReducedOnAppeal, content.Overturned),
			amount: pick[int64](dice, 0, 50_000, 80_000, 81_500), before: pick[int64](dice, 0, 0, 80_000),
			people: pick(dice, 0, 0, 1234), what: pick[content.IncidentType](dice, "", "hacking", "phishing", "spam-texts")}
		t.dated = pick(dice, "", t.day)
		t.party = parties(pick(dice, "Alder", "Alder Ltd", "Alder Group Ltd", "Birch plc"))
		if dice.IntN(4) == 0 {
			t.party = append(t.party, content.Party{Name: "Birch plc", Aliases: []string{"Alder"}, Amount: content.Pounds(80_000)})
		}
		out = append(out, t)
	}
	return out
}

func pick[T any](dice *rand.Rand, from ...T) T { return from[dice.IntN(len(from))] }

func casesByDocument(b *content.Book) map[string]string {
	in := map[string]string{}
	for _, c := range b.Cases {
		for _, d := range c.Documents {
			in[d.URL] = c.ID
		}
	}
	return in
}

// written is a book as its files, by id.
func written(b *content.Book) map[string]string {
	out := map[string]string{}
	for _, c := range b.Cases {
		out[c.ID] = string(content.Format(c))
	}
	return out
}
