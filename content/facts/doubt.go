package facts

import (
	"strconv"

	"casebook/content"
)

// doubts takes out what scores too low, field by field as a report names
// them, and says so: a person may look. The form of action and the parties
// have floors of their own, below which a document states no enforcement, or
// names nobody.
func (d *document) doubts(f *content.Facts) {
	sure(f, "amount", &f.Amount, content.Money.String, "nothing beside it says that it is the penalty")
	sure(f, "previous_amount", &f.PreviousAmount, content.Money.String, "nothing says that it was proposed or that it stood before")
	sure(f, "affected", &f.Affected, strconv.Itoa, "nothing beside it says that the data of these people was hit")
	sure(f, "communications", &f.Communications, countAndUnit, "nothing beside it says that these are the messages of the case")
	sureEach(f, "failing_controls", &f.Controls, func(c content.Control) string { return string(c) }, "hardly anything says that it failed")
	sureEach(f, "provisions", &f.Provisions, func(p content.Provision) string { return string(p) }, "hardly anything says that it was infringed")
	sure(f, "decision_date", &f.Decided, content.Date.String, "the words do not say that the action was taken on that day")
	sure(f, "incident_type", &f.Incident, func(i content.IncidentType) string { return string(i) }, "hardly anything says that this happened")
	sure(f, "sector", &f.Sector, func(s content.Sector) string { return string(s) }, "hardly anything says what the party does")
}

func countAndUnit(c content.Communications) string { return strconv.Itoa(c.Count) + " " + c.Unit }

// sure leaves out a fact below the threshold.
func sure[T any](f *content.Facts, field string, fact *content.Fact[T], text func(T) string, reason string) {
	if fact.Known() && fact.Score < threshold {
		addDoubt(f, field, *fact, text, reason)
		*fact = content.Fact[T]{}
	}
}

// sureEach leaves out those of several facts that are below the threshold.
func sureEach[T any](f *content.Facts, field string, all *[]content.Fact[T], text func(T) string, reason string) {
	var kept []content.Fact[T]
	for _, fact := range *all {
		if fact.Score < threshold {
			addDoubt(f, field, fact, text, reason)
			continue
		}
		kept = append(kept, fact)
	}
	*all = kept
}

// hardly is the score below which a value is not even worth a look.
const hardly = .25

func addDoubt[T any](f *content.Facts, field string, fact content.Fact[T], text func(T) string, reason string) {
	if fact.Score >= hardly {
		f.Doubts = append(f.Doubts, content.Doubt{Field: field, Value: text(fact.Value), Reason: reason, Score: fact.Score, Quote: fact.Quotes[0]})
	}
}
