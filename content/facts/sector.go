package facts

import (
	"math"
	"strings"

	"casebook/content"
)

// sector is the register's own label, else what a party's name says, with what
// the document calls the party.
func (d *document) sector(parties []content.Fact[content.Party]) content.Fact[content.Sector] {
	for _, s := range d.sentences[:min(len(d.sentences), 6)] {
		if value, ok := strings.CutPrefix(s.text, "Sector: "); ok && content.Sector(value).Known() {
			return content.Fact[content.Sector]{Value: content.Sector(value), Score: 1, Quotes: []content.Quote{d.quote(s)}}
		}
	}
	by := nameTrade(parties)
	best, most := -1, 0.0
	var quote []content.Quote
	for i, trade := range trades {
		weight, said := d.called(trade.called)
		quotes := []content.Quote{}
		if said != nil {
			quotes = append(quotes, d.quote(said.sentence))
		}
		if i == by {
			weight += trade.byName()
			quotes = parties[0].Quotes[:1:1]
		}
		if weight > most {
			best, most, quote = i, weight, quotes
		}
	}
	if best < 0 || most < .75 { // called so in passing, perhaps of somebody else
		return content.Fact[content.Sector]{}
	}
	return content.Fact[content.Sector]{Value: trades[best].sector, Score: math.Min(.4+most/10, .9), Quotes: quote}
}

// nameTrade is the trade that the first party's name tells, -1 for none. A
// person's name tells nothing.
func nameTrade(parties []content.Fact[content.Party]) int {
	if len(parties) == 0 || parties[0].Value.Person || len(parties[0].Quotes) == 0 {
		return -1
	}
	for i, trade := range trades {
		if ofState.in(parties[0].Value.Name) && trade.sector != "Central government" {
			continue // a department is none of what it looks after
		}
		if trade.named.in(parties[0].Value.Name) {
			return i
		}
	}
	return -1
}

// ofState begins the name of a part of the government.
var ofState = pattern(`(?i)^(?:the |UK |HM )*(?:department (?:for|of)|secretary of state|office of the secretary)\b`)

// byName is how surely a name tells the trade: many firms of other trades call
// themselves after their technology.
func (t trade) byName() float64 {
	if t.sector == "Online technology and telecoms" {
		return 1.2
	}
	return 2.5
}

// isA stands before what somebody is said to be.
var isA = pattern(`(?i)\b(?:is|are|was|were|as) (?:an?|the UK(?:'|’)s|one of|owned by|part of)\b[^.;:]{0,45}$`)

// introduction is within how many passages a document says who the party is.
const introduction = 160

// called weighs how often and how early the document calls somebody so; that
// somebody is so, once said, counts wherever it stands.
func (d *document) called(words *phrase) (weight float64, best *passage) {
	later, top, defined := 0.0, 0.0, false
	for i := range d.passages()[:min(len(d.passages()), introduction)] {
		p := &d.passed[i]
		if p.part == statute || p.part == counsel || !p.says(words) {
			continue
		}
		value := p.place(i) / 2
		if !defined && isA.in(tail(p.text[:p.find(words)[0]], 90)) {
			defined, value = true, value+1
		}
		if value > top {
			best, top = p, value
		}
		if value >= .75 {
			weight += value
		} else {
			later += value / 2
		}
	}
	return weight + math.Min(later, .8), best
}

var (
	asProcessor  = pattern(`(?i)\b(?:as|is|was|role as) (?:a |the |its role as a )*(?:data )?processor\b`)
	asController = pattern(`(?i)\b(?:as|is|was) (?:a |the )*(?:data )?controller\b`)
)

// role is whether the party processed for itself or for others, where a
// sentence says so.
func (d *document) role() content.Fact[string] {
	for _, s := range d.told {
		switch {
		case s.says(asProcessor):
			return content.Fact[string]{Value: "processor", Score: .8, Quotes: []content.Quote{d.quote(s)}}
		case s.says(asController):
			return content.Fact[string]{Value: "controller", Score: .8, Quotes: []content.Quote{d.quote(s)}}
		}
	}
	return content.Fact[string]{}
}
