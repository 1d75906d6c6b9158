// Package facts finds what a document states and the sentence that states it.
//
// It never infers: a sum that no sentence gives is absent, not zero, and a
// control that is only recommended did not fail. [Extract] is pure: the same
// text gives the same facts, on any machine, without a model or a network, and
// any input is safe.
//
// The stages can be seen one by one. The clean text is cut into sentences, each
// with its place and its zone (sentence.go, zones.go). In them candidates are
// found: sums (money.go), numbers of people and of messages (count.go), both
// also in words (spelled.go), days (date.go), provisions, parties and phrases of
// controls. A candidate gets a role from the words around it (the penalty
// imposed, the one proposed before, a statutory maximum, a turnover, somebody
// else's) and a score; the best one becomes a fact with its quotes. What scores
// too low is a [content.Doubt].
package facts

import (
	"casebook/content"
)

// A Hint is what the archive knows of a document besides its words.
type Hint struct {
	Published content.Date
	Kind      content.DocumentKind
}

// Extract returns what a text states about one enforcement action.
func Extract(t content.Text, h Hint) content.Facts {
	d := newDocument(t, h)
	if f, ok := d.payment(); ok {
		return f
	}
	var f content.Facts
	f.Action, f.Enforcement = d.action()
	if !f.Enforcement && f.Action.Value != content.DecisionNotice {
		return content.Facts{}
	}
	f.Parties = d.parties()
	f.Provisions = d.provisions()
	if !f.Enforcement {
		f.Status = content.Fact[content.Status]{Value: content.Final, Score: f.Action.Score, Quotes: f.Action.Quotes}
		f.Decided = d.decided(f.Status.Value)
		return f
	}
	f.Status = d.status(f.Action)
	f.Decided = d.decided(f.Status.Value)
	d.amounts(&f)
	f.Affected = d.affected()
	f.Communications = d.communications()
	f.Controls = d.controls()
	f.Incident = d.incident()
	f.IncidentFrom, f.IncidentTo = d.lasts(f.Incident.Value)
	f.Sector = d.sector(f.Parties)
	f.Role = d.role()
	d.doubts(&f)
	return f
}
