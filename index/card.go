package index

import (
	"strconv"
	"strings"

	"casebook/content"
)

// A card is what a result shows of a case, and what it is filtered and sorted
// by. Its JSON is part of the shards' format.
type card struct {
	ID           string   `json:"id"`
	URL          string   `json:"url"` // relative to the site's root
	Title        string   `json:"title"`
	Date         string   `json:"date"`     // ISO, as precise as it is known
	DateText     string   `json:"dateText"` // for people
	Action       string   `json:"action"`
	ActionText   string   `json:"actionText"`
	Status       string   `json:"status"`
	StatusText   string   `json:"statusText"`
	Sector       string   `json:"sector,omitempty"`
	Amount       string   `json:"amount,omitempty"`   // for people: "£3,076,320", "over £6,000,000"
	Proposed     bool     `json:"proposed,omitempty"` // the amount is not a fine
	Affected     string   `json:"affected,omitempty"` // for people: "79,404 people"
	People       int      `json:"people,omitempty"`
	Controls     []string `json:"controls,omitempty"`
	ControlTexts []string `json:"controlTexts,omitempty"`
	Text         string   `json:"text,omitempty"` // sentences for excerpts, a line each

	fine float64 // pounds that stand as a final fine; 0 for none
}

// textLength bounds the sentences of a card, in bytes.
const textLength = 1500

func newCard(c *content.Case) card {
	k := card{
		ID: c.ID, URL: "cases/" + c.ID + "/", Title: c.Title,
		Date: c.Date.String(), DateText: c.Date.Long(),
		Action: string(c.Action), ActionText: c.Action.Label(),
		Status: string(c.Status), StatusText: c.Status.Label(), Sector: string(c.Sector),
		Amount: qualified(c.AmountQualifier, c.Amount.String()), Proposed: c.Provisional(),
		People: c.Affected, fine: float64(c.Fine().Minor) / 100, Text: sentences(c),
	}
	if c.Affected > 0 {
		k.Affected = qualified(c.AffectedQualifier, content.Thousands(strconv.Itoa(c.Affected))) + " people"
		if c.Affected == 1 {
			k.Affected = "1 person"
		}
	}
	for _, control := range c.Controls {
		k.Controls = append(k.Controls, string(control))
		k.ControlTexts = append(k.ControlTexts, control.Title())
	}
	return k
}

// qualified writes a number with how it is meant.
func qualified(q content.Qualifier, number string) string {
	if number == "" {
		return ""
	}
	switch q {
	case content.Approx:
		return "about " + number
	case content.Over:
		return "over " + number
	case content.UpTo:
		return "up to " + number
	}
	return number
}

// sentences are the evidence, as much of it as a card has room for.
func sentences(c *content.Case) string {
	var b strings.Builder
	for _, q := range quotes(c) {
		q = strings.Join(strings.Fields(q), " ")
		if b.Len()+len(q) > textLength {
			break
		}
		b.WriteString(q + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// facet returns the card's values of a facet.
func (k *card) facet(name string) []string {
	value := ""
	switch name {
	case "control":
		return k.Controls
	case "sector":
		value = k.Sector
	case "action":
		value = k.Action
	case "status":
		value = k.Status
	case "year":
		value = cut(k.Date, "2006")
	}
	if value == "" {
		return nil
	}
	return []string{value}
}
