package accuracy

import "slices"

// A Label is what a person found that one document states. Other keys of a
// label, such as notes, are left alone.
type Label struct {
	File string `json:"file"` // relative to the folder of the labels
	Kind string `json:"kind"` // of document, in the words of whoever labelled it

	IsEnforcement     *bool     `json:"is_enforcement"` // nil where the label does not say
	Organisation      names     `json:"organisation"`
	Aliases           []string  `json:"aliases"` // of the one organisation
	PerOrganisation   []party   `json:"per_organisation"`
	Amount            *float64  `json:"amount"`
	AmountQualifier   string    `json:"amount_qualifier"`
	PreviousAmount    *float64  `json:"previous_amount"`
	Affected          *float64  `json:"affected"`
	AffectedQualifier string    `json:"affected_qualifier"`
	Communications    *float64  `json:"communications"`
	ActionType        string    `json:"action_type"`
	Status            string    `json:"status"`
	DecisionDate      string    `json:"decision_date"`
	IncidentType      string    `json:"incident_type"`
	Sector            string    `json:"sector"`
	FailingControls   []string  `json:"failing_controls"`
	Provisions        []string  `json:"provisions"`
	Skip              []string  `json:"skip"`   // fields that do not count in this document
	Accept            tolerance `json:"accept"` // what counts neither as right nor as wrong
}

// names are one organisation, which may have aliases, or a list of several.
type names struct {
	all     []string
	several bool
}

// A party is one of several organisations that a document acts against.
type party struct {
	Organisation string   `json:"organisation"`
	Aliases      []string `json:"aliases"`
}

// A tolerance holds, by field, the values besides the label's that are not
// wrong.
type tolerance map[string]values

// values are words or numbers; nothing is the absence of a value.
type values struct {
	words   []string
	numbers []float64
	nothing bool
}

// organisations are those that a document acts against, each under all the
// names by which it counts as found, its own first.
func (l *Label) organisations() [][]string {
	var all [][]string
	switch {
	case len(l.PerOrganisation) > 0:
		for _, p := range l.PerOrganisation {
			if p.Organisation != "" {
				all = append(all, append([]string{p.Organisation}, p.Aliases...))
			}
		}
	case l.Organisation.several:
		for _, name := range l.Organisation.all {
			all = append(all, []string{name})
		}
	case len(l.Organisation.all) > 0:
		all = append(all, append(slices.Clone(l.Organisation.all), l.Aliases...))
	}
	return all
}

func (l *Label) skips(field string) bool { return slices.Contains(l.Skip, field) }
