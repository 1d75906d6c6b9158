package facts

import "strings"

var (
	// defined is a bracket that gives a party the word by which the document
	// goes on to call it: (“the Trust”), (the controller).
	defined = exactly(`(?i)^,? *[(\[](?:hereinafter |hereafter |herein |or )?["“‘']?(?:the |data )*(?:` + patient + `)["”’']?[)\]]`)

	// opens is what may stand before the subject that begins a paragraph.
	opensParagraph = exactly(`(?i)^(?:[•▪●*–-]+ *)?(?:(?:on|in|at|by|from|between|during|until|since|after|before) [^,.;:]{3,45}, )?(?:the |an? )?(?:[a-z'’-]+ ){0,4}$`)

	// subjectOf is a verb, or words between commas, after a subject.
	subjectOf = exactly(`^(?: *\([^)]{1,80}\))?(?: [a-z]|, [a-z]|, [0-9]{2},| – | - |: )`)

	// noSubject is what follows a name that is none.
	noSubject = exactly(`(?i)^(?: (?:and|or|of|for|spokes\w*|said|says|added|commented|told|director|chief|head)\b|, (?:of|from|at) (?:the )?(?:ICO|Information)|,? (?:chief|head|director|managing|deputy|group|executive|senior|enforcement|a spokes|the ICO|regional|who said|information commissioner))`)
)

// topic is how much the place of a name says that the document is about it: a
// headline that is nothing but a name, the subject of one of the first
// paragraphs, a name that is given a word to be called by. The list of names
// in which it stands reaches from one place to the other.
func (d *document) topic(s *sentence, n *naming, from, after int) float64 {
	rest := s.text[n.end:]
	switch {
	case s.may(defined) && defined.in(rest):
		return 1.6
	case s.zone != lead || n.beside:
		return 0
	case s.start == 0 && n.start < 5 && len(strings.Trim(rest, " .")) == 0 && (n.form || institutionWord(strings.Fields(n.name))):
		return 2
	case s.paragraph > 5 || ofThePage.in(s.text) || strings.Count(s.text, " ") < 5 || s.says(otherCase) || s.says(elsewhere):
		return 0
	case s.opens && opensParagraph.in(s.text[:from]) && subjectOf.in(s.text[after:]) && !noSubject.in(s.text[after:]):
		return .9
	}
	return 0
}
