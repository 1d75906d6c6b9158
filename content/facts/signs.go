package facts

import (
	"slices"

	"casebook/content"
)

// A sign is how a control is spoken of.
type sign struct {
	control content.Control
	subject *phrase // the control itself: it failed where something is said to be wanting in it; may be nil
	alone   *phrase // says that it failed; may be nil
	unless  *phrase // by which a sentence that has the sign is about something else; may be nil
}

// signs are those of the controls, those of marketing apart. A control may have
// several: one in the words of notices, one in those of everyday, and more where
// one of them needs an exception.
var signs = slices.Concat(identitySigns, technicalSigns, organisationalSigns, lawfulSigns, plainIdentity, plainTechnical, plainOrganisational, plainLawful, plainTold)
