package index

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/content"
)

// A Card is what a result shows of a case, ready for people. Its JSON is what
// `casebook search --json` prints and what the shards hold.
type Card struct {
	ID           string   `json:"id"`
	URL          string   `json:"url"` // relative to the site's root
	Title        string   `json:"title"`
	Organisation string   `json:"organisation,omitempty"` // "" for an individual shown by role
	Date         string   `json:"date,omitempty"`         // ISO, as precise as it is known
	DateText     string   `json:"dateText,omitempty"`
	Action       string   `json:"action,omitempty"`
	ActionText   string   `json:"actionText,omitempty"`
	Status       string   `json:"status,omitempty"`
	StatusText   string   `json:"statusText,omitempty"`
	Sector       string   `json:"sector,omitempty"`
	Amount       string   `json:"amount,omitempty"`   // "£3,076,320", "over £6,000,000"
	Proposed     bool     `json:"proposed,omitempty"` // the amount is not a fine
	Affected     string   `json:"affected,omitempty"` // "79,404 people"
	Controls     []string `json:"controls,omitempty"`
	ControlTexts []string `json:"controlTexts,omitempty"`
}

// A digestCard is a card with lines that excerpts are taken from where the
// whole text cannot be read in parts.
type digestCard struct {
	Card
	Text   string `json:"text,omitempty"`   // a line each
	Quotes int    `json:"quotes,omitempty"` // how many lines of it, from the first, are evidence
}

func newCard(c *content.Case) Card {
	k := Card{
		ID: c.ID, URL: "cases/" + c.ID + "/", Title: shorten(c.Title, titleLength),
		Date: c.Date.String(), DateText: c.Date.Long(),
		Action: string(c.Action), ActionText: c.Action.Label(),
		Status: string(c.Status), StatusText: c.Status.Label(), Sector: string(c.Sector),
		Amount: c.AmountQualifier.Of(c.Amount.String()), Proposed: proposed(c),
		Affected: people(c),
	}
	if !c.Organisation.Anonymous() {
		k.Organisation = shorten(c.Organisation.Name, titleLength)
	}
	for _, control := range c.Controls {
		k.Controls = append(k.Controls, string(control))
		k.ControlTexts = append(k.ControlTexts, control.Title())
	}
	return k
}

func newDigestCard(c *content.Case) digestCard {
	text, evidence := digest(c)
	return digestCard{newCard(c), text, evidence}
}

// titleLength is the most bytes of a title or name in a card: a slot has to
// hold it.
const titleLength = 200

// proposed reports whether the case's sum is one that nobody has to pay yet.
func proposed(c *content.Case) bool {
	return c.Amount.Stated() && (c.Provisional() || c.Action == content.NoticeOfIntent)
}

// people says how many were affected, "" where that is not stated.
func people(c *content.Case) string {
	switch c.Affected {
	case 0:
		return ""
	case 1:
		return c.AffectedQualifier.Of("1 person")
	}
	return c.AffectedQualifier.Of(content.Thousands(strconv.Itoa(c.Affected)) + " people")
}

// digestLength is how many bytes of lines a card has where slots cannot be
// read: ten results are ten cards with their neighbours.
const digestLength = 400

// digest is the case in its own words, as far as a card has room: first the
// evidence, in so many lines, then what the body begins with.
func digest(c *content.Case) (text string, evidence int) {
	var some []string
	size := 0
	for _, l := range lines(c) {
		if size += len(l.text) + len("\n"); size > digestLength+len("\n") && len(some) > 0 {
			break
		}
		some = append(some, l.text)
		if l.field == fieldNumber("evidence") {
			evidence = len(some)
		}
	}
	return strings.Join(some, "\n"), evidence
}

// shorten cuts a text between words, so that no more than size bytes stay.
func shorten(s string, size int) string {
	if len(s) <= size {
		return s
	}
	end := size - len("…")
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	if space := strings.LastIndexFunc(s[:end], unicode.IsSpace); space > 0 {
		end = space
	}
	return s[:end] + "…"
}
