package facts

import "casebook/content"

// doubts takes out what scores too low and says so.
func (d *document) doubts(f *content.Facts) {
	doubt(f, "amount", &f.Amount, f.Amount.Value.String())
	doubt(f, "previous_amount", &f.PreviousAmount, f.PreviousAmount.Value.String())
	doubt(f, "affected", &f.Affected, "")
	doubt(f, "communications", &f.Communications, "")
	doubt(f, "incident", &f.Incident, string(f.Incident.Value))
	doubt(f, "sector", &f.Sector, string(f.Sector.Value))
	doubt(f, "date", &f.Decided, f.Decided.Value.String())
}

// doubt leaves out one fact below the threshold.
func doubt[T any](f *content.Facts, field string, fact *content.Fact[T], value string) {
	if !fact.Known() || fact.Score >= threshold {
		return
	}
	f.Doubts = append(f.Doubts, content.Doubt{Field: field, Value: value, Reason: "the words around it do not say enough", Score: fact.Score, Quote: fact.Quotes[0]})
	*fact = content.Fact[T]{}
}
