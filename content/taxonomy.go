package content

import (
	"bytes"
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
)

//go:embed taxonomy.yaml
var taxonomySource []byte

// controlPages holds one hand-written page for each control.
//
//go:embed controls/*.md
var controlPages embed.FS

// A ControlEntry is what the taxonomy says of one control, and its place in
// the standards that compliance people work with.
type ControlEntry struct {
	ID              Control     `yaml:"id"`
	Group           string      `yaml:"group"` // "identity", "technical", "organisational", "lawfulness", "marketing"
	Title           string      `yaml:"title"`
	Means           string      `yaml:"means"` // what counts as its failure, in one line
	CIS             []string    `yaml:"cis"`   // CIS Controls v8.1 safeguards: "6.3"
	ISO             []string    `yaml:"iso"`   // ISO/IEC 27002:2022 controls: "8.5"
	CyberEssentials string      `yaml:"ce"`    // theme of Cyber Essentials: "user-access-control"; "" where none fits
	Law             []Provision `yaml:"law"`
	Page            string      `yaml:"-"` // the hand-written page of controls/, in markdown, without a title
}

// An instrument is a law that provisions cite.
type instrument struct {
	Name  string   `yaml:"name"`
	Title string   `yaml:"title"`
	Units []string `yaml:"units"`
}

// taxonomy is taxonomy.yaml, with the ranks that sorting needs.
type taxonomy struct {
	Controls    []ControlEntry `yaml:"controls"`
	Actions     []Action       `yaml:"actions"`
	Statuses    []Status       `yaml:"statuses"`
	Incidents   []IncidentType `yaml:"incidents"`
	Sectors     []Sector       `yaml:"sectors"`
	Qualifiers  []Qualifier    `yaml:"qualifiers"`
	Kinds       []DocumentKind `yaml:"kinds"`
	Absences    []Absence      `yaml:"absences"`
	Roles       []string       `yaml:"roles"`
	Units       []string       `yaml:"units"`
	Instruments []instrument   `yaml:"instruments"`

	controls map[Control]int // place in Controls
}

// words is the taxonomy, read on first use. It is part of the program, so
// that a fault in it is a fault of the program.
var words = sync.OnceValue(func() *taxonomy {
	t, err := readTaxonomy(taxonomySource)
	if err != nil {
		panic(err)
	}
	return t
})

func readTaxonomy(src []byte) (*taxonomy, error) {
	t := &taxonomy{controls: map[Control]int{}}
	dec := yaml.NewDecoder(bytes.NewReader(src))
	dec.KnownFields(true)
	if err := dec.Decode(t); err != nil {
		return nil, fmt.Errorf("content: taxonomy.yaml: %w", err)
	}
	for i := range t.Controls {
		e := &t.Controls[i]
		page, err := controlPages.ReadFile("controls/" + string(e.ID) + ".md")
		if err != nil {
			return nil, fmt.Errorf("content: taxonomy.yaml: control %q has no page: %w", e.ID, err)
		}
		e.Page = string(page)
		t.controls[e.ID] = i
	}
	return t, nil
}

// Controls returns the taxonomy of controls in its order.
func Controls() []ControlEntry { return slices.Clone(words().Controls) }

// Actions returns the legal forms of an event, the weightiest first.
func Actions() []Action { return slices.Clone(words().Actions) }

// Statuses returns how settled a case can be: those of payments, which an event
// can have, are not among them.
func Statuses() []Status { return slices.DeleteFunc(slices.Clone(words().Statuses), paymentStatus) }

// Incidents returns the kinds of incident.
func Incidents() []IncidentType { return slices.Clone(words().Incidents) }

// Sectors returns the sectors as the ICO names them.
func Sectors() []Sector { return slices.Clone(words().Sectors) }

// Entry returns what the taxonomy says of c; false where c is not in it.
func (c Control) Entry() (ControlEntry, bool) {
	i, ok := words().controls[c]
	if !ok {
		return ControlEntry{}, false
	}
	return words().Controls[i], true
}

// Title returns the control's name for people, "Multi-factor authentication",
// or the identifier itself where the taxonomy has no such control.
func (c Control) Title() string {
	if e, ok := c.Entry(); ok {
		return e.Title
	}
	return string(c)
}

// SortControls puts controls in taxonomy order, unknown ones last.
func SortControls(controls []Control) {
	slices.SortStableFunc(controls, func(a, b Control) int { return a.rank() - b.rank() })
}

func (c Control) rank() int {
	if i, ok := words().controls[c]; ok {
		return i
	}
	return len(words().Controls)
}

// rank returns the place of w in list, and its length where w is not in it.
func rank[W comparable](list []W, w W) int {
	if i := slices.Index(list, w); i >= 0 {
		return i
	}
	return len(list)
}

// Known reports whether the taxonomy has the word.
func (c Control) Known() bool { return c.rank() < len(words().Controls) }

// Known reports whether the taxonomy has the word.
func (a Action) Known() bool { return slices.Contains(words().Actions, a) }

// Known reports whether the taxonomy has the word.
func (s Status) Known() bool { return slices.Contains(words().Statuses, s) }

// Known reports whether the taxonomy has the word.
func (t IncidentType) Known() bool { return slices.Contains(words().Incidents, t) }

// Known reports whether the taxonomy has the word.
func (s Sector) Known() bool { return slices.Contains(words().Sectors, s) }

// Known reports whether the taxonomy has the word.
func (q Qualifier) Known() bool { return slices.Contains(words().Qualifiers, q) }

// Known reports whether the taxonomy has the word.
func (k DocumentKind) Known() bool { return slices.Contains(words().Kinds, k) }

// Known reports whether the taxonomy has the word.
func (a Absence) Known() bool { return slices.Contains(words().Absences, a) }

// Label returns the action for people: "Monetary penalty".
func (a Action) Label() string { return label(string(a)) }

// Label returns the status for people: "Reduced on appeal".
func (s Status) Label() string { return label(string(s)) }

// Label returns the incident for people: "Lost or stolen device".
func (t IncidentType) Label() string { return label(string(t)) }

// Label returns the sector for people: "Health", "Other".
func (s Sector) Label() string { return label(string(s)) }

// Label returns the kind of document for people: "Notice".
func (k DocumentKind) Label() string { return label(string(k)) }

// Label returns the reason for people: "Not stated".
func (a Absence) Label() string { return label(string(a)) }

// label turns an identifier of the taxonomy into words with a capital.
func label(id string) string {
	if id == "" {
		return ""
	}
	return strings.ToUpper(id[:1]) + strings.ReplaceAll(id[1:], "-", " ")
}
