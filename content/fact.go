package content

// A Fact is a value and the quotes that prove it. No evidence, no fact: the
// zero Fact means that the document does not state it.
type Fact[T any] struct {
	Value     T
	Qualifier Qualifier // exact, approx, over, up-to; "" where none applies
	Score     float64   // 0 to 1: how sure the extractor is
	Quotes    []Quote
}

// Known reports whether the document states the value.
func (f Fact[T]) Known() bool { return len(f.Quotes) > 0 }

// A Quote is a passage of a document's clean text.
type Quote struct {
	Text       string // Body[Start:End] of the Text it was taken from
	Start, End int    // byte offsets
	Page       int    // from 1 in a PDF; 0 on the web
}

// A Text is a document's words, cleaned, as package text made them. Offsets
// of quotes refer to Body.
type Text struct {
	Title string // headline or title metadata; may be empty
	Body  string
	Pages []int // byte offset in Body where each PDF page starts; nil on the web
}

// Page returns the page, from 1, on which byte offset at of t.Body stands, and
// 0 for a text without pages.
func (t Text) Page(at int) int {
	page := 0
	for i, start := range t.Pages {
		if start > at {
			break
		}
		page = i + 1
	}
	return page
}

// Facts is what one document states about one enforcement action, or nothing:
// Enforcement is false for guidance, speeches, freedom-of-information
// decisions, civil claims and other regulators' actions.
type Facts struct {
	Enforcement    bool
	Parties        []Fact[Party] // joint parties in the order of the document
	Action         Fact[Action]
	Status         Fact[Status]
	Amount         Fact[Money] // imposed by this document; proposed while Status is provisional
	PreviousAmount Fact[Money] // proposed or standing before this document's decision
	Affected       Fact[int]
	Communications Fact[Communications]
	Controls       []Fact[Control]   // in taxonomy order
	Provisions     []Fact[Provision] // in citation order
	Decided        Fact[Date]
	Incident       Fact[IncidentType]
	IncidentFrom   Fact[Date]
	IncidentTo     Fact[Date]
	Sector         Fact[Sector]
	Role           Fact[string] // "controller" or "processor"
	Doubts         []Doubt      // values left out for low confidence, for a person to look at
}

// A Party is an organisation or a person that the document says was acted
// against, with its own amount where the document splits the sum.
type Party struct {
	Name    string
	Aliases []string
	Amount  Money
	Person  bool
}

// A Doubt is a value that the extractor found but did not trust.
type Doubt struct {
	Field, Value, Reason string
	Score                float64
	Quote                Quote
}

// A Reading is one document, its words and what they state.
type Reading struct {
	Document Document
	Text     Text
	Facts    Facts
}
