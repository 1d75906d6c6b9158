package accuracy

import (
	"slices"

	"casebook/content"
	"casebook/content/facts"
)

// The fields that are scored in their own way.
const (
	enforcement  = "is_enforcement"
	organisation = "organisation"
	amount       = "amount"
	provisions   = "provisions"
)

// Names that are no field but can be asked for like one.
const (
	Core     = "core"     // the mean F1 of [CoreFields]
	Evidence = "evidence" // the share of quotes that stand verbatim in their document
)

// Fields returns the names of the fields that are scored, in the order in
// which results list them.
func Fields() []string {
	return []string{
		enforcement, organisation, amount, "affected", "failing_controls", "action_type", "status", "decision_date",
		provisions, "previous_amount", "communications", "incident_type", "sector",
	}
}

// CoreFields returns the fields whose mean F1 sums up a result.
func CoreFields() []string { return []string{organisation, amount, "affected", "failing_controls"} }

// A numberField is right where label and report hold the same number.
type numberField struct {
	name      string
	qualifier func(*Label) string // how the label's number is meant; nil for always exactly
	want      func(*Label) *float64
	got       func(*facts.Report) *float64
}

var numberFields = []numberField{
	{amount, func(l *Label) string { return l.AmountQualifier },
		func(l *Label) *float64 { return l.Amount }, func(r *facts.Report) *float64 { return pounds(r.Amount) }},
	{"previous_amount", nil,
		func(l *Label) *float64 { return l.PreviousAmount }, func(r *facts.Report) *float64 { return pounds(r.PreviousAmount) }},
	{"affected", func(l *Label) string { return l.AffectedQualifier },
		func(l *Label) *float64 { return l.Affected }, func(r *facts.Report) *float64 { return whole(r.Affected) }},
	{"communications", nil,
		func(l *Label) *float64 { return l.Communications }, func(r *facts.Report) *float64 { return whole(r.Communications) }},
}

// vague reports whether the label's number is not meant to the last digit.
func (f numberField) vague(l *Label) bool {
	if f.qualifier == nil {
		return false
	}
	switch content.Qualifier(f.qualifier(l)) {
	case content.Approx, content.Over, content.UpTo:
		return true
	}
	return false
}

func numberNames() []string {
	var all []string
	for _, f := range numberFields {
		all = append(all, f.name)
	}
	return all
}

// A wordField is right where label and report hold the same word.
type wordField struct {
	name string
	want func(*Label) string
	got  func(*facts.Report) *string
}

var wordFields = []wordField{
	{"action_type", func(l *Label) string { return l.ActionType }, func(r *facts.Report) *string { return r.ActionType }},
	{"status", func(l *Label) string { return l.Status }, func(r *facts.Report) *string { return r.Status }},
	{"decision_date", func(l *Label) string { return l.DecisionDate }, func(r *facts.Report) *string { return r.DecisionDate }},
	{"incident_type", func(l *Label) string { return l.IncidentType }, func(r *facts.Report) *string { return r.IncidentType }},
	{"sector", func(l *Label) string { return l.Sector }, func(r *facts.Report) *string { return r.Sector }},
}

// A setField counts each member of a set, after level has made them
// comparable.
type setField struct {
	name  string
	level func(string) string
	want  func(*Label) []string
	got   func(*facts.Report) []string
}

var setFields = []setField{
	{"failing_controls", func(id string) string { return id },
		func(l *Label) []string { return l.FailingControls }, func(r *facts.Report) []string { return r.FailingControls }},
	{provisions, articleLevel,
		func(l *Label) []string { return l.Provisions }, func(r *facts.Report) []string { return r.Provisions }},
}

// members are the comparable forms of a set, each once, sorted.
func (f setField) members(all []string) []string {
	var set []string
	for _, s := range all {
		set = append(set, f.level(s))
	}
	slices.Sort(set)
	return slices.Compact(set)
}

// needsQuote lists the fields whose value must come with a quote, and whether
// a report has one.
var needsQuote = []struct {
	name   string
	stated func(*facts.Report) bool
}{
	{organisation, func(r *facts.Report) bool { return word(r.Organisation) != "" }},
	{amount, func(r *facts.Report) bool { return r.Amount != nil && r.Amount.Minor != 0 }},
	{"affected", func(r *facts.Report) bool { return r.Affected != nil && *r.Affected != 0 }},
	{"failing_controls", func(r *facts.Report) bool { return len(r.FailingControls) > 0 }},
	{"decision_date", func(r *facts.Report) bool { return word(r.DecisionDate) != "" }},
}

// organisationNames are the organisations that a report names.
func organisationNames(r *facts.Report) []string {
	var all []string
	for _, o := range r.Organisations {
		if o.Name != "" {
			all = append(all, o.Name)
		}
	}
	if name := word(r.Organisation); len(all) == 0 && name != "" {
		all = []string{name}
	}
	return all
}

func pounds(p *facts.Pounds) *float64 {
	if p == nil {
		return nil
	}
	v := float64(p.Minor) / 100
	return &v
}

func whole(n *int) *float64 {
	if n == nil {
		return nil
	}
	v := float64(*n)
	return &v
}

func word(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
