package content

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// life makes a case of events written as "date action status amount", with "-"
// for what an event does not state, and settles it.
func life(t *testing.T, events ...string) *Case {
	t.Helper()
	c := &Case{ID: "a"}
	for _, line := range events {
		f := append(strings.Fields(line), "-", "-")
		e := Event{Action: Action(f[1]), Status: Status(f[2])}
		var err error
		if f[0] != "-" {
			if e.Date, err = ParseDate(f[0]); err != nil {
				t.Fatal(err)
			}
		}
		if f[3] != "-" {
			if e.Amount, err = ParseDecimal(f[3], "GBP"); err != nil {
				t.Fatal(err)
			}
		}
		if !e.Action.Known() || !e.Status.Known() {
			t.Fatalf("%q: unknown word", line)
		}
		c.Events = append(c.Events, e)
	}
	c.Settle()
	return c
}

// TestSettle follows real cases to where they stand, and the rules one by one.
func TestSettle(t *testing.T) {
	for _, tt := range []struct {
		name   string
		events []string
		want   string // status, action, date, amount, fine, decisive event
	}{
		{"Advanced, proposed", []string{"2024-08-07 notice-of-intent provisional 6000000"},
			"provisional notice-of-intent 2024-08-07 amount £6,000,000 fine  event -1"},
		{"Advanced", []string{"2024-08-07 notice-of-intent provisional 6000000", "2025-03-26 monetary-penalty final 3076320"},
			"final monetary-penalty 2025-03-26 amount £3,076,320 fine £3,076,320 event 1"},
		{"Advanced, paid", []string{"2024-08-07 notice-of-intent provisional 6000000", "2025-03-26 monetary-penalty final 3076320", "2025-06-01 payment paid"},
			"final monetary-penalty 2025-03-26 amount £3,076,320 fine £3,076,320 event 1"},
		{"a payment states a part of the sum", []string{"2025-03-26 monetary-penalty final 90000", "2025-06-01 payment part-paid 30000"},
			"final monetary-penalty 2025-03-26 amount £90,000 fine £90,000 event 0"},
		{"a payment without a day", []string{"- payment unpaid", "2025-03-26 monetary-penalty final 90000"},
			"final monetary-penalty 2025-03-26 amount £90,000 fine £90,000 event 1"},
		{"paid under another name", []string{"2025-03-26 monetary-penalty final 90000", "2025-06-01 monetary-penalty paid 80000"},
			"final monetary-penalty 2025-03-26 amount £90,000 fine £90,000 event 0"},
		{"appealed after payment", []string{"2025-03-26 monetary-penalty final 90000", "2025-06-01 payment paid", "2025-07-01 other appealed"},
			"appealed monetary-penalty 2025-07-01 amount £90,000 fine £90,000 event 2"},
		{"British Airways", []string{"2020-10-16 monetary-penalty final 20000000", "2019-07-08 notice-of-intent provisional 183390000"},
			"final monetary-penalty 2020-10-16 amount £20,000,000 fine £20,000,000 event 1"},
		{"Cabinet Office, under appeal", []string{"- notice-of-intent provisional 600000", "2021-11-15 monetary-penalty final 500000", "2021-12 other appealed"},
			"appealed monetary-penalty 2021-12 amount £500,000 fine £500,000 event 2"},
		{"Cabinet Office", []string{"- notice-of-intent provisional 600000", "2021-11-15 monetary-penalty final 500000", "2021-12 other appealed", "2022-11-03 monetary-penalty reduced-on-appeal 50000"},
			"reduced-on-appeal monetary-penalty 2022-11-03 amount £50,000 fine £50,000 event 3"},
		{"Clearview AI, overturned", []string{"2021-11-29 notice-of-intent provisional 17000000", "2022-05-23 monetary-penalty final 7552800", "2022-05-23 enforcement-notice final", "2023-10-17 monetary-penalty overturned"},
			"overturned monetary-penalty 2023-10-17 amount  fine  event 3"},
		{"Clearview AI, regulator appeals", []string{"2022-05-23 monetary-penalty final 7552800", "2023-10-17 other overturned", "2023-11-17 other appealed"},
			"appealed monetary-penalty 2023-11-17 amount  fine  event 2"},
		{"Clearview AI", []string{"2021-11-29 notice-of-intent provisional 17000000", "2022-05-23 monetary-penalty final 7552800", "2022-05-23 enforcement-notice final", "2023-10-17 other overturned", "2025-10-06 other upheld-on-appeal"},
			"upheld-on-appeal monetary-penalty 2025-10-06 amount £7,552,800 fine £7,552,800 event 4"},
		{"an appeal without a day", []string{"- other appealed", "2018-10-24 monetary-penalty final 500000"},
			"appealed monetary-penalty 2018-10-24 amount £500,000 fine £500,000 event 1"},
		{"an appeal without a day, decided since", []string{"- other appealed", "2018-10-24 monetary-penalty final 500000", "2020-02-03 other overturned"},
			"overturned monetary-penalty 2020-02-03 amount  fine  event 2"},
		{"a decided appeal without a day", []string{"- other reduced-on-appeal 20000", "2018-10-24 monetary-penalty final 50000"},
			"reduced-on-appeal monetary-penalty 2018-10-24 amount £20,000 fine £20,000 event 1"},
		{"Easylife", []string{"2022-10-04 monetary-penalty final 1350000", "2023-03-16 monetary-penalty final 250000"},
			"final monetary-penalty 2023-03-16 amount £250,000 fine £250,000 event 1"},
		{"DSG, reduced", []string{"2020-01-07 monetary-penalty final 500000", "2022 other reduced-on-appeal 250000"},
			"reduced-on-appeal monetary-penalty 2022 amount £250,000 fine £250,000 event 1"},
		{"DSG, set aside", []string{"2020-01-07 monetary-penalty final 500000", "2022 other reduced-on-appeal 250000", "2024-09-23 other overturned"},
			"overturned monetary-penalty 2024-09-23 amount  fine  event 2"},
		{"DSG, to be decided again", []string{"2020-01-07 monetary-penalty final 500000", "2022 other reduced-on-appeal 250000", "2024-09-23 other overturned", "2026-02-19 other appealed"},
			"appealed monetary-penalty 2026-02-19 amount  fine  event 3"},

		{"a reprimand of the same day does not hide the penalty", []string{"2024-01-02 monetary-penalty final 500", "2024-01-02 reprimand final"},
			"final monetary-penalty 2024-01-02 amount £500 fine £500 event 0"},
		{"nor when it stands first", []string{"2024-01-02 reprimand final", "2024-01-02 monetary-penalty final 500"},
			"final monetary-penalty 2024-01-02 amount £500 fine £500 event 1"},
		{"nor an enforcement notice that follows", []string{"2024-01-02 monetary-penalty final 500", "2024-03-02 enforcement-notice final"},
			"final monetary-penalty 2024-01-02 amount £500 fine £500 event 0"},
		{"but it counts once the penalty is gone", []string{"2024-01-02 monetary-penalty final 500", "2024-02-02 other overturned", "2024-03-02 enforcement-notice final"},
			"final enforcement-notice 2024-03-02 amount  fine  event 2"},
		{"an appeal against the notice leaves the penalty alone", []string{"2024-01-02 monetary-penalty final 500", "2024-01-02 enforcement-notice final", "2024-03-02 enforcement-notice overturned"},
			"final monetary-penalty 2024-01-02 amount £500 fine £500 event 0"},
		{"an enforcement notice leads a reprimand of its day", []string{"2024-01-02 enforcement-notice final", "2024-01-02 reprimand final"},
			"final enforcement-notice 2024-01-02 amount  fine  event 0"},
		{"a notice of intent that ends in a reprimand leaves no sum", []string{"2023-01-02 notice-of-intent provisional 500", "2024-01-02 reprimand final"},
			"final reprimand 2024-01-02 amount  fine  event 1"},
		{"a proposal after the penalty never counts", []string{"2024-01-02 monetary-penalty final 500", "2024-02-02 notice-of-intent provisional 900"},
			"final monetary-penalty 2024-01-02 amount £500 fine £500 event 0"},
		{"a notice of intent called final is still a proposal", []string{"2024-01-02 notice-of-intent final 500"},
			"final notice-of-intent 2024-01-02 amount £500 fine  event -1"},
		{"the latest proposal counts", []string{"2024-01-02 notice-of-intent provisional 500", "2024-02-02 notice-of-intent provisional 300"},
			"provisional notice-of-intent 2024-02-02 amount £300 fine  event -1"},
		{"upheld keeps the sum", []string{"2024-01-02 monetary-penalty final 500", "2024-03-02 monetary-penalty upheld-on-appeal"},
			"upheld-on-appeal monetary-penalty 2024-03-02 amount £500 fine £500 event 1"},
		{"a court's fine is no penalty", []string{"2024-01-02 prosecution final 500"},
			"final prosecution 2024-01-02 amount £500 fine  event 0"},
		{"an appeal against an act that was never read", []string{"2024-01-02 monetary-penalty reduced-on-appeal 300"},
			"reduced-on-appeal monetary-penalty 2024-01-02 amount £300 fine £300 event 0"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := life(t, tt.events...)
			got := fmt.Sprintf("%s %s %s amount %s fine %s event %d", c.Status, c.Action, c.Date, c.Amount, c.Fine(), c.Decisive())
			if got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			if i := c.Origin("amount"); (i >= 0) != c.Amount.Stated() || i >= 0 && c.Events[i].Amount != c.Amount {
				t.Errorf("Origin(amount) = %d, which does not state %s", i, c.Amount)
			}
			again := c.Clone()
			if again.Settle(); !cmp.Equal(c, again, equal) {
				t.Errorf("settling twice differs: %s", cmp.Diff(c, again, equal))
			}
		})
	}
}

// TestSettleCounts takes people and communications from the latest decided
// event that states them.
func TestSettleCounts(t *testing.T) {
	calls := Communications{Count: 9, Unit: "calls"}
	c := &Case{Events: []Event{
		{Date: Date{2024, 8, 7}, Action: NoticeOfIntent, Status: Provisional, Affected: 82946, AffectedQualifier: Approx, Communications: calls},
		{Date: Date{2025, 3, 26}, Action: MonetaryPenalty, Status: Final, Affected: 79404},
		{Date: Date{2025, 6, 1}, Action: MonetaryPenalty, Status: Appealed},
		{Date: Date{2025, 7, 1}, Action: NoticeOfIntent, Status: Provisional, Affected: 1},
	}}
	c.Settle()
	if c.Affected != 79404 || c.AffectedQualifier != "" || c.Origin("affected") != 1 {
		t.Errorf("affected = %d %q from event %d, want 79404 from 1", c.Affected, c.AffectedQualifier, c.Origin("affected"))
	}
	if c.Communications.Count != 9 || c.Origin("communications") != 0 {
		t.Errorf("communications = %v from event %d, want the only ones stated", c.Communications, c.Origin("communications"))
	}
}

// TestSettleLocked leaves alone what a person set.
func TestSettleLocked(t *testing.T) {
	c := &Case{Status: Appealed, Amount: Pounds(7), AmountQualifier: Over, Affected: 3, Locked: []string{"status", "amount", "affected"},
		Events: []Event{{Date: Date{Year: 2024}, Action: MonetaryPenalty, Status: Final, Amount: Pounds(500), Affected: 9}}}
	c.Settle()
	if c.Status != Appealed || c.Amount != Pounds(7) || c.AmountQualifier != Over || c.Affected != 3 {
		t.Errorf("locked fields changed: %s %s %s %d", c.Status, c.Amount, c.AmountQualifier, c.Affected)
	}
	if c.Action != MonetaryPenalty || c.Date.Year != 2024 {
		t.Errorf("the other fields did not follow the events: %s %s", c.Action, c.Date)
	}
}

// TestSettleMovesEvidence keeps evidence with its event when events are
// sorted.
func TestSettleMovesEvidence(t *testing.T) {
	c := &Case{
		Events: []Event{
			{Date: Date{Year: 2025}, Action: MonetaryPenalty, Status: Final, Amount: Pounds(5)},
			{Date: Date{Year: 2024}, Action: NoticeOfIntent, Status: Provisional, Amount: Pounds(9)},
		},
		Evidence: []Evidence{{Field: "amount", Event: 0, Value: "5"}, {Field: "amount", Event: 1, Value: "9"}, {Field: "title", Event: -1}, {Field: "amount", Event: 7}},
	}
	c.Settle()
	if got := c.Proofs("amount", 1); len(got) != 1 || got[0].Value != "5" {
		t.Errorf("evidence of the penalty = %v, want the value 5", got)
	}
	if got := c.Proofs("amount", 0); len(got) != 1 || got[0].Value != "9" {
		t.Errorf("evidence of the proposal = %v, want the value 9", got)
	}
	if got := c.Proofs("title", -1); len(got) != 1 {
		t.Errorf("evidence of no event = %v, want one", got)
	}
}

// TestSettleWithoutEvents keeps what a hand-made case says.
func TestSettleWithoutEvents(t *testing.T) {
	c := &Case{Status: Final, Action: MonetaryPenalty, Amount: Pounds(5)}
	c.Settle()
	if c.Fine() != Pounds(5) || c.Decisive() != -1 || c.Origin("amount") != -1 {
		t.Errorf("fine %s, decisive %d", c.Fine(), c.Decisive())
	}
}

// TestProposal finds the sum that was proposed last, whatever became of it.
func TestProposal(t *testing.T) {
	for _, tt := range []struct {
		name   string
		events []string
		want   string
	}{
		{"nothing was proposed", []string{"2024-01-02 monetary-penalty final 500"}, ""},
		{"a proposal alone", []string{"2024-01-02 notice-of-intent provisional 500"}, "£500"},
		{"the latest of two", []string{"2024-01-02 notice-of-intent provisional 500", "2024-02-02 notice-of-intent provisional 300"}, "£300"},
		{"one that became a fine", []string{"2024-01-02 notice-of-intent provisional 500", "2024-06-02 monetary-penalty final 200"}, "£500"},
		{"one that came to nothing", []string{"2024-01-02 notice-of-intent provisional 500", "2024-06-02 reprimand final"}, "£500"},
		{"one without a sum", []string{"2024-01-02 notice-of-intent provisional", "2024-06-02 monetary-penalty final 200"}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := life(t, tt.events...).Proposal().String(); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
