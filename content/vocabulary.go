package content

// The words a case is written in. Their lists are in taxonomy.yaml, which is
// embedded and read once; a word outside them is an error.
type (
	Control      string // "multi-factor-authentication": a safeguard that failed
	Action       string // "monetary-penalty": the legal form of an event
	Status       string // "provisional": how settled an event is
	IncidentType string // "ransomware": what happened
	Sector       string // "Health": as the ICO names it
	Provision    string // "UK GDPR Art 32(1)": a rule infringed, in canonical form
	Qualifier    string // how a number is meant
	DocumentKind string // what sort of thing was read
	Absence      string // why a value is not there
)

// The qualifiers of a number. A plain number in the text is Exact.
const (
	Exact  Qualifier = "exact"
	Approx Qualifier = "approx"
	Over   Qualifier = "over"
	UpTo   Qualifier = "up-to"
)

// Of writes a figure with how it is meant: "about £6 million"; "" for none.
func (q Qualifier) Of(figure string) string {
	words := map[Qualifier]string{Approx: "about ", Over: "over ", UpTo: "up to "}
	if figure == "" {
		return ""
	}
	return words[q] + figure
}

// The statuses of an event.
const (
	Provisional     Status = "provisional"
	Final           Status = "final"
	Appealed        Status = "appealed"
	Overturned      Status = "overturned"
	ReducedOnAppeal Status = "reduced-on-appeal"
	UpheldOnAppeal  Status = "upheld-on-appeal"
)

// The statuses of a payment: how much of a penalty has come in. They say
// nothing of the penalty itself.
const (
	Paid      Status = "paid"
	PartPaid  Status = "part-paid"
	Unpaid    Status = "unpaid"
	Insolvent Status = "insolvent"
)

// The actions that code treats differently from one another.
const (
	MonetaryPenalty   Action = "monetary-penalty"
	EnforcementNotice Action = "enforcement-notice"
	Reprimand         Action = "reprimand"
	Prosecution       Action = "prosecution"
	Undertaking       Action = "undertaking"
	Warning           Action = "warning"
	NoticeOfIntent    Action = "notice-of-intent"
	InformationNotice Action = "information-notice"
	DecisionNotice    Action = "decision-notice"
	Payment           Action = "payment"
	OtherAction       Action = "other"
)

// The kinds of document.
const (
	Notice   DocumentKind = "notice"   // the regulator's own legal instrument, mostly a PDF
	Item     DocumentKind = "item"     // the regulator's page about one action
	News     DocumentKind = "news"     // the regulator's press release
	Article  DocumentKind = "article"  // the press
	Judgment DocumentKind = "judgment" // a tribunal or court
)

// The reasons for an absent value.
const (
	NotStated     Absence = "not-stated"
	NotApplicable Absence = "not-applicable"
	Unreadable    Absence = "unreadable"
	Disputed      Absence = "disputed"
)
