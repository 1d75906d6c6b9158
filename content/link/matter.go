package link

import (
	"slices"
	"strings"

	"casebook/content"
)

// A regime is the law that a matter falls under. Rules on marketing and on data
// protection are enforced separately, even against one company on one day.
type regime int

const (
	unsaid regime = iota // the document does not say, or says both
	dataProtection
	marketing
)

// regimeOf tells the law from the provisions, the incident and the messages.
// The sections that give the regulator its powers say nothing: penalties for
// marketing are imposed under the Data Protection Act 1998 to this day.
func regimeOf(f content.Facts) regime {
	seen := map[regime]bool{}
	for _, p := range f.Provisions {
		seen[provisionRegime(p.Value)] = true
	}
	switch familyOf(f) {
	case "", "other":
	case "marketing":
		seen[marketing] = true
	default:
		seen[dataProtection] = true
	}
	if f.Communications.Known() {
		seen[marketing] = true
	}
	switch {
	case seen[marketing] && !seen[dataProtection]:
		return marketing
	case seen[dataProtection] && !seen[marketing]:
		return dataProtection
	}
	return unsaid
}

// powers are the sections under which the regulator acts, whatever was infringed.
var powers = []string{"DPA 1998 s 55A", "DPA 1998 s 40", "DPA 2018 s 149", "DPA 2018 s 155", "DPA 2018 Sch"}

func provisionRegime(p content.Provision) regime {
	s := string(p)
	for _, power := range powers {
		if strings.HasPrefix(s, power) {
			return unsaid
		}
	}
	switch {
	case strings.HasPrefix(s, "PECR"):
		return marketing
	case strings.Contains(s, "GDPR Art"), strings.HasPrefix(s, "DPA 1998 Principle"), strings.HasPrefix(s, "DPA 2018 s"):
		return dataProtection
	}
	return unsaid
}

// families of incidents that different documents tell as one another: the
// press says "hacked" where the notice says "ransomware".
var families = map[content.IncidentType]string{
	"ransomware": "attack", "hacking": "attack", "phishing": "attack", "credential-stuffing": "attack",
	"misdirected-email": "disclosure", "misdirected-post": "disclosure",
	"accidental-publication": "disclosure", "unauthorised-disclosure": "disclosure",
	"lost-or-stolen-device": "loss", "lost-paper": "loss", "destruction-of-records": "loss",
	"nuisance-calls": "marketing", "spam-texts": "marketing", "spam-emails": "marketing",
	"insider-misuse": "insider", "inaccurate-records": "accuracy",
	"unlawful-processing": "processing", "rights-failure": "rights", "other": "other",
}

// familyOf is the family of what happened. Processing without a basis that a
// document blames on the rules of marketing alone is marketing.
func familyOf(f content.Facts) string {
	family := families[f.Incident.Value]
	if family == "processing" && len(f.Controls) > 0 && !slices.ContainsFunc(f.Controls, isNoMarketing) {
		return "marketing"
	}
	return family
}

func isNoMarketing(c content.Fact[content.Control]) bool {
	entry, _ := c.Value.Entry()
	return entry.Group != "marketing"
}

// How the incidents of two accounts compare.
type likeness int

const (
	unlike  likeness = iota // both say what happened, and it is not the same
	open                    // one of them does not say, or only that it was something else
	similar                 // the same family
)

func compareIncidents(a, b *account) likeness {
	f, g := familyOf(a.facts), familyOf(b.facts)
	switch {
	case f == "" || g == "" || f == "other" || g == "other":
		return open
	case f == g:
		return similar
	}
	return unlike
}

// bothOther reports whether both accounts say that the incident was of no kind
// that the vocabulary has.
func bothOther(a, b *account) bool {
	const other content.IncidentType = "other"
	return a.facts.Incident.Value == other && b.facts.Incident.Value == other
}
