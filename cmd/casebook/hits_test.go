package main

import (
	"testing"

	"casebook/index"
)

// TestHitLine says in one line what a case is, and never shows a proposal as a
// fine.
func TestHitLine(t *testing.T) {
	for _, tt := range []struct {
		name string
		card index.Card
		want string
	}{
		{"a fine", index.Card{Date: "2024-05-14", Title: "Quay Street Hospital Trust", Action: "monetary-penalty", Amount: "£750,000", Affected: "81,000 people"},
			"2024-05-14 · Quay Street Hospital Trust · monetary-penalty · £750,000 · 81,000 people"},
		{"a proposal", index.Card{Date: "2024-09", Title: "Castle Point Bank plc", Action: "notice-of-intent", Amount: "over £4,000,000", Proposed: true},
			"2024-09 · Castle Point Bank plc · notice-of-intent · over £4,000,000 proposed"},
		{"no sum", index.Card{Date: "2019", Title: "The Grange School", Action: "warning"}, "2019 · The Grange School · warning"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := hitLine(index.Hit{Card: tt.card}); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}
