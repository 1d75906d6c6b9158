package facts

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"casebook/content"
)

// A Report is what a document states in the form in which it is printed,
// labelled and scored: one JSON object a line.
type Report struct {
	File              string         `json:"file"`
	IsEnforcement     bool           `json:"is_enforcement"`
	Organisation      *string        `json:"organisation"`
	Organisations     []Organisation `json:"organisations"`
	ActionType        *string        `json:"action_type"`
	Status            *string        `json:"status"`
	Amount            *Pounds        `json:"amount"`
	AmountQualifier   *string        `json:"amount_qualifier"`
	PreviousAmount    *Pounds        `json:"previous_amount"`
	Affected          *int           `json:"affected"`
	AffectedQualifier *string        `json:"affected_qualifier"`
	Communications    *int           `json:"communications"`
	CommUnit          *string        `json:"communications_unit"`
	FailingControls   []string       `json:"failing_controls"`
	Provisions        []string       `json:"provisions"`
	DecisionDate      *string        `json:"decision_date"`
	IncidentType      *string        `json:"incident_type"`
	Sector            *string        `json:"sector"`
	Evidence          []Evidence     `json:"evidence"`
	Doubts            []Doubt        `json:"doubts,omitempty"` // values left out, for a person to look at
	Error             string         `json:"error,omitempty"`  // why the document could not be read
}

// An Organisation is one of the parties, with its own sum where it has one.
type Organisation struct {
	Name   string  `json:"name"`
	Amount *Pounds `json:"amount"`
}

// Evidence is the quote of one value; Start and End are byte offsets in the
// document's clean text.
type Evidence struct {
	Field string `json:"field"`
	Value string `json:"value"`
	Quote string `json:"quote"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// A Doubt is a value that was found but not trusted, why, and how sure the
// extractor was of it, from 0 to 1.
type Doubt struct {
	Field  string  `json:"field"`
	Value  string  `json:"value"`
	Reason string  `json:"reason"`
	Score  float64 `json:"score"`
	Quote  string  `json:"quote"`
	Start  int     `json:"start"`
	End    int     `json:"end"`
}

// Pounds is a sum that is written as a JSON number of pounds.
type Pounds content.Money

// MarshalJSON writes 3076320 or 130000.50.
func (p Pounds) MarshalJSON() ([]byte, error) { return []byte(content.Money(p).Decimal()), nil }

// UnmarshalJSON reads what MarshalJSON writes.
func (p *Pounds) UnmarshalJSON(b []byte) error {
	m, err := content.ParseDecimal(string(b), "GBP")
	*p = Pounds(m)
	return err
}

// NewReport writes facts in the form of a report.
func NewReport(file string, f content.Facts) Report {
	r := Report{File: file, IsEnforcement: f.Enforcement, Organisations: []Organisation{}, FailingControls: []string{}, Provisions: []string{}, Evidence: []Evidence{}}
	for _, p := range f.Parties {
		o := Organisation{Name: p.Value.Name, Amount: pounds(p.Value.Amount)}
		r.Organisations = append(r.Organisations, o)
		prove(&r, "organisation", o.Name, p)
	}
	if len(f.Parties) > 0 {
		r.Organisation = &r.Organisations[0].Name
	}
	r.ActionType = put(&r, "action_type", f.Action, func(a content.Action) string { return string(a) })
	r.Status = put(&r, "status", f.Status, func(s content.Status) string { return string(s) })
	r.Amount = putPounds(&r, "amount", f.Amount)
	r.AmountQualifier = qualifierOf(f.Amount)
	r.PreviousAmount = putPounds(&r, "previous_amount", f.PreviousAmount)
	if f.Affected.Known() {
		r.Affected = &f.Affected.Value
		prove(&r, "affected", strconv.Itoa(f.Affected.Value), f.Affected)
	}
	r.AffectedQualifier = qualifierOf(f.Affected)
	if f.Communications.Known() {
		c := f.Communications.Value
		r.Communications, r.CommUnit = &c.Count, &c.Unit
		prove(&r, "communications", strconv.Itoa(c.Count), f.Communications)
	}
	for _, c := range f.Controls {
		r.FailingControls = append(r.FailingControls, string(c.Value))
		prove(&r, "failing_controls", string(c.Value), c)
	}
	for _, p := range f.Provisions {
		r.Provisions = append(r.Provisions, string(p.Value))
		prove(&r, "provisions", string(p.Value), p)
	}
	r.DecisionDate = put(&r, "decision_date", f.Decided, content.Date.String)
	r.IncidentType = put(&r, "incident_type", f.Incident, func(i content.IncidentType) string { return string(i) })
	r.Sector = put(&r, "sector", f.Sector, func(s content.Sector) string { return string(s) })
	for _, d := range f.Doubts {
		r.Doubts = append(r.Doubts, Doubt{d.Field, d.Value, d.Reason, math.Round(d.Score*100) / 100, d.Quote.Text, d.Quote.Start, d.Quote.End})
	}
	return r
}

// prove adds the quotes of a fact.
func prove[T any](r *Report, field, value string, f content.Fact[T]) {
	for _, q := range f.Quotes {
		r.Evidence = append(r.Evidence, Evidence{field, value, q.Text, q.Start, q.End})
	}
}

// put is a fact as text, nil where it is not stated.
func put[T any](r *Report, field string, f content.Fact[T], text func(T) string) *string {
	if !f.Known() {
		return nil
	}
	s := text(f.Value)
	prove(r, field, s, f)
	return &s
}

func putPounds(r *Report, field string, f content.Fact[content.Money]) *Pounds {
	if !f.Known() {
		return nil
	}
	prove(r, field, f.Value.Decimal(), f)
	return pounds(f.Value)
}

func pounds(m content.Money) *Pounds {
	if !m.Stated() {
		return nil
	}
	p := Pounds(m)
	return &p
}

func qualifierOf[T any](f content.Fact[T]) *string {
	if !f.Known() || f.Qualifier == "" {
		return nil
	}
	s := string(f.Qualifier)
	return &s
}

// Text writes the report for people: each value with its quotes, and below
// them what was left out on doubt.
func (r Report) Text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", r.File)
	switch {
	case r.Error != "":
		fmt.Fprintf(&b, "    could not be read: %s\n", r.Error)
	case !r.IsEnforcement:
		b.WriteString("    states no enforcement action\n")
	}
	for _, e := range r.Evidence {
		fmt.Fprintf(&b, "    %-17s %s\n    %-17s “%s”\n", e.Field, r.figure(e.Field, e.Value), "", strings.Join(strings.Fields(e.Quote), " "))
	}
	for _, d := range r.Doubts {
		fmt.Fprintf(&b, "    in doubt: %s %s (%.2f): %s\n    %-17s “%s”\n", d.Field, d.Value, d.Score, d.Reason, "", strings.Join(strings.Fields(d.Quote), " "))
	}
	return b.String()
}

// figure is a value as people read it: "over £6,000,000", "about 82,946".
func (r Report) figure(field, value string) string {
	meant := func(q *string, figure string) string {
		if q == nil {
			return figure
		}
		return content.Qualifier(*q).Of(figure)
	}
	switch field {
	case "amount", "previous_amount":
		m, err := content.ParseDecimal(value, "GBP")
		if err != nil {
			return value
		}
		if field == "amount" {
			return meant(r.AmountQualifier, m.String())
		}
		return m.String()
	case "affected":
		return meant(r.AffectedQualifier, content.Thousands(value))
	}
	return value
}
