package site

import (
	"html/template"

	"casebook/index"
)

// A Page is what layout.html shows round every page. Each page's struct embeds
// it, and the struct is the contract with its template: sums, dates, plurals
// and links come ready from Go. Links that begin with Root work below any
// path; those marked "whole" have it already.
type Page struct {
	Site        Site
	Root        string // to the site's root: "../../"
	Title       string // of the page alone
	Description string
	Canonical   string // absolute; "" where the site's address is not known
	NoIndex     bool   // search engines are asked to leave it out
	Menu        []MenuItem
}

// A Site is what all pages share.
type Site struct {
	Name    string
	Notice  string // a banner; "" for none
	Version string
	Contact template.URL // mailto: or https:; "" where nobody can be reached
	Style   string       // of the style sheet, with a mark of its content
	Crawled *Day         // when every source was last read; nil where that is not known
}

// A Day is a day for machines and for people.
type Day struct{ ISO, Text string }

// A MenuItem is an entry of the navigation.
type MenuItem struct {
	Link
	Current bool // this is the page
	Within  bool // the page lies below it
}

// A Link is a title with where it leads.
type Link struct {
	URL   string
	Title string
}

// A HomePage is home.html's.
type HomePage struct {
	Page
	Heading         string
	Lead            string // what this is, in two sentences
	Figures         Figures
	Newest          CaseList
	Biggest         CaseList // final fines, the largest first
	Provisional     CaseList
	ProvisionalLead string
	Controls        EntryList
	Sectors         EntryList
}

// A CasePage is case.html's.
type CasePage struct {
	Page
	Kicker    string // regulator and sector
	Heading   string
	Answer    string // who, what happened, how much, how many people, which control
	Aftermath string // how the sum came about, where it was proposed or changed
	Status    Status
	Standing  string // where it stands, in words
	Figures   Figures
	Events    []CaseEvent
	Facts     []FactRow
	Documents []DocumentRow
	Related   []RelatedCases
	Text      template.HTML // of the notice, where its licence allows
	TextNote  string
	Citation  Citation
	JSON      string
	Report    template.URL // where to report an error; "" for nowhere
}

// A CaseEvent is one dated step of the timeline.
type CaseEvent struct {
	Anchor    string
	Status    Status
	When      Value  // its date
	Gap       string // since the step before: "231 days later"
	Step      Value  // its action and status
	Withdrawn string
	Values    []LabelledValue
	Documents []DocumentLink
}

// A LabelledValue is a value of an event with its name.
type LabelledValue struct {
	Label string
	Value Value
}

// A DocumentLink leads to a document's row on the same page.
type DocumentLink struct{ Anchor, Title string }

// A FactRow is one field of the facts: its values, or why there is none.
type FactRow struct {
	Anchor string
	Label  string
	Values []Value
	Absent string
}

// A Value is shown with what proves it: quotes, or the reason why there is no
// quote, or both.
type Value struct {
	Text    string
	Status  *Status
	Word    string // said beside it: "proposed, not final"
	Kind    string // CSS class of the text; "" for none
	Proofs  []Proof
	Reason  string
	Dispute []Side // every side, where the documents give different values
	More    *Link  // whole
}

// Cue says what opening the value shows.
func (v Value) Cue() string {
	switch {
	case len(v.Dispute) > 0:
		return "sources differ"
	case len(v.Proofs) > 0:
		return "evidence"
	}
	return "why"
}

// A Side is one of several values that documents give.
type Side struct {
	Text   string
	Proofs []Proof
}

// A Proof is a quote with where it stands.
type Proof struct {
	Quote  string
	Anchor string // of the document's row
	Title  string // of the document, with its publisher
	Where  string // "page 12"
	Source string // the passage in the source, absolute; "" where it has no address
	Digest string // the beginning of the archived copy's SHA-256
}

// A DocumentRow is one thing that was read.
type DocumentRow struct {
	Anchor    string
	URL       string // absolute; "" where it may not be linked
	Title     string
	Facts     string // publisher, kind, date
	Licence   Link
	Withdrawn string
	Basis     []Link // public sources whose facts a page of the replica restates
	SHA256    string
}

// RelatedCases are cases beside this one, for a reason that Heading gives.
type RelatedCases struct {
	Heading string
	List    CaseList
	More    *Link // whole
}

// A CasesPage is cases.html's: the newest cases under their years.
type CasesPage struct {
	Page
	Lead     string
	Years    []Entry
	Sections []YearSection
}

// A YearSection is a year of a CasesPage.
type YearSection struct {
	Link
	List CaseList
	More *Link // the rest of the year
}

// A GroupPage is group.html's: the cases of one sector, year or action.
type GroupPage struct {
	Page
	Above   Link
	Heading string
	Lead    string
	Near    []Link // the years before and after
	List    CaseList
	Pager   Pager
}

// An OrganisationPage is organisation.html's.
type OrganisationPage struct {
	Page
	Heading string
	Lead    string
	Also    []string
	List    CaseList
	Pager   Pager
}

// A ControlPage is control.html's.
type ControlPage struct {
	Page
	Heading string
	Means   string
	Lead    string
	Text    template.HTML
	Places  []Place
	List    CaseList
	Pager   Pager
}

// A Place is where a control stands in one standard.
type Place struct {
	Title string
	Items []string
}

// A GroupsPage is groups.html's: all organisations, controls, sectors, actions
// or years.
type GroupsPage struct {
	Page
	Heading  string
	Lead     string
	Letters  []LetterLink
	Sections []EntrySection
}

// A LetterLink leads to the entries under one letter; whole.
type LetterLink struct {
	Link
	Current bool
}

// An EntrySection is some entries under a heading.
type EntrySection struct {
	Anchor  string
	Heading string
	List    EntryList
}

// A SearchPage is search.html's. Its scripts do the rest.
type SearchPage struct {
	Page
	Cases  string // how many can be searched: "1,024 cases"
	Fields []index.QueryField
}

// An AboutPage is about.html's.
type AboutPage struct {
	Page
	Lead        string
	Accuracy    *Accuracy // nil where nothing was measured
	Coverage    string
	Individuals string
}

// An Accuracy is how well facts are read, measured against labels.
type Accuracy struct {
	Measured string // on what: how many documents of which kinds
	Rows     []AccuracyRow
	Core     string // the mean of the main facts
	Quotes   string // how many stand in their documents
}

// An AccuracyRow is how well one fact is read; shares have three digits.
type AccuracyRow struct {
	Fact                  string
	Values                string // how many people found
	Precision, Recall, F1 string
}

// A NotFoundPage is notfound.html's. It is served for any address, so that its
// Root is absolute.
type NotFoundPage struct{ Page }

// A MovedPage is moved.html's: a case under an earlier id.
type MovedPage struct {
	Page
	Heading string
	Target  string // whole
}

// A CaseList is cases as rows; a row's URL begins at Root.
type CaseList struct {
	Root string
	Rows []*CaseRow
}

// A CaseRow is a case in a list.
type CaseRow struct {
	URL       string
	Title     string
	Day, Date string
	Facts     string // action, sector, first controls
	Amount    string
	Value     string // the amount as a bare number
	Proposed  bool   // the amount is not a fine
	Status    Status
	People    string
}

// A Status is how settled something is, as a word that CSS gives a shape and a
// colour.
type Status struct{ ID, Word string }

// An EntryList is groups of cases to choose from; URLs begin at Root.
type EntryList struct {
	Root    string
	Entries []Entry
}

// An Entry is one group of cases.
type Entry struct {
	Link
	Count string // "12 cases"
	Note  string // "£3,076,320 in 1 final fine"
	Bar   string // share of the largest, of 100; "" for no bar
}

// Figures are headline numbers, each leading to what proves it.
type Figures struct{ Items []Figure }

// A Figure is one of them; its link is whole.
type Figure struct {
	Value, Label string
	URL          string
	Kind         string // "provisional", "final" or ""
}

// A Pager leads to the other pages of a long list; URLs begin at Root.
type Pager struct {
	Root  string
	Pages []PagerLink
}

// A PagerLink is one page of a list.
type PagerLink struct {
	Link
	Current bool
}

// A Citation is a case as others cite it.
type Citation struct{ Plain, BibTeX string }
