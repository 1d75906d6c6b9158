package replica

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
)

//go:embed facts.csv
var factsCSV string

// A Matter is one case as the public sources tell it: what the replica's pages
// restate, and what a reading of them must find again.
type Matter struct {
	Key          string  // "british-airways"
	Organisation string  // as the press calls it
	LegalName    string  // as a notice calls it; Organisation where no source says
	Parties      []Party // where one notice addresses several, with their own amounts
	Sector       string
	Person       bool // an individual, known by a role only
	Events       []Event
}

// A Party is one of several that a notice addresses.
type Party struct {
	Name   string
	Amount int64
}

// An Event is one public step of a matter.
type Event struct {
	Date              string // ISO 8601, as precise as the sources are
	Kind              string // "monetary-penalty", "notice-of-intent", "appeal", "tribunal-decision", "variation", …
	Outcome           string // of an appeal: lodged, reduced, upheld, overturned, remitted, agreed
	Amount            int64  // pounds
	Affected          int
	AffectedQualifier string
	Communications    int
	Unit              string
	Controls          []string
	Incident          string
	Provisions        []string
	Sources           []string // addresses of the public pages that state these facts
}

// Matters returns the table of facts, in the order of the file. It is read
// anew each time, so a caller may keep it.
func Matters() []Matter {
	records, err := csv.NewReader(strings.NewReader(factsCSV)).ReadAll()
	if err != nil {
		panic(fmt.Sprintf("replica: facts.csv: %v", err)) // embedded; a test reads it
	}
	var matters []Matter
	at := map[string]int{}
	for _, record := range records[1:] {
		r := row{columns: records[0], values: record}
		i, ok := at[r.get("case")]
		if !ok {
			i = len(matters)
			at[r.get("case")] = i
			matters = append(matters, Matter{Key: r.get("case"), Organisation: r.get("organisation"), Sector: r.get("sector")})
		}
		matters[i].add(r)
	}
	for i := range matters {
		matters[i].finish()
	}
	return matters
}

// A row is a line of facts.csv.
type row struct{ columns, values []string }

func (r row) get(column string) string { return r.values[slices.Index(r.columns, column)] }

func (r row) number(column string) int {
	n, _ := strconv.Atoi(r.get(column)) // "" is 0; a test reads every number
	return n
}

func (r row) list(column, separator string) []string {
	if r.get(column) == "" {
		return nil
	}
	return strings.Split(r.get(column), separator)
}

// add takes one line. A second penalty of the same day is the share of a
// second party.
func (m *Matter) add(r row) {
	e := Event{
		Date: r.get("date"), Kind: r.get("event"), Outcome: r.get("outcome"), Amount: int64(r.number("amount")),
		Affected: r.number("affected"), AffectedQualifier: r.get("affected_qualifier"),
		Communications: r.number("communications"), Unit: r.get("unit"),
		Controls: r.list("controls", ";"), Incident: r.get("incident"), Provisions: r.list("provisions", ";"),
		Sources: strings.Fields(r.get("sources")),
	}
	if name := r.get("legal_name"); name != "" && m.LegalName == "" {
		m.LegalName = name
	}
	if last := len(m.Events) - 1; last >= 0 && m.Events[last].Kind == e.Kind && m.Events[last].Date == e.Date && e.Amount > 0 {
		m.Parties = append(m.Parties, Party{m.LegalName, m.Events[last].Amount}, Party{r.get("legal_name"), e.Amount})
		m.Events[last].Amount += e.Amount
		m.Events[last].Sources = append(m.Events[last].Sources, e.Sources...)
		return
	}
	m.Events = append(m.Events, e)
}

func (m *Matter) finish() {
	m.Person = strings.HasPrefix(m.Organisation, "a ") || strings.Contains(m.Organisation, "employee") ||
		strings.Contains(m.Organisation, "owner of") || strings.Contains(m.Organisation, "individuals") || strings.Contains(m.Organisation, "director")
	if names := strings.Split(m.LegalName, "; "); len(names) > 1 {
		m.LegalName = names[0]
		for _, name := range names {
			m.Parties = append(m.Parties, Party{Name: name})
		}
	}
	if m.LegalName == "" {
		m.LegalName = m.Organisation
	}
	slices.SortStableFunc(m.Events, func(a, b Event) int { return strings.Compare(a.Date, b.Date) })
}

// choose picks one of the variants, always the same one for a key.
func choose[T any](key string, variants ...T) T {
	h := fnv.New32a()
	h.Write([]byte(key))
	return variants[h.Sum32()%uint32(len(variants))]
}
