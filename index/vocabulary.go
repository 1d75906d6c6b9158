package index

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"casebook/content"
)

// Facets are what cases are counted and filtered by, in the order in which a
// page shows them.
var Facets = []string{"control", "sector", "incident", "action", "status", "year"}

// spellings are other ways in which people ask for a control. They are
// indexed with the cases in which it failed, and control:mfa takes them too.
var spellings = map[content.Control][]string{
	"multi-factor-authentication": {"MFA", "2FA", "two-factor authentication", "two-factor", "two-step verification", "multifactor", "second factor"},
	"access-control":              {"least privilege", "excess privileges", "leavers"},
	"password-management":         {"passwords", "weak passwords", "default password"},
	"patch-management":            {"patching", "unpatched", "security updates"},
	"vulnerability-management":    {"penetration testing", "pentest", "vulnerability scanning"},
	"logging-and-monitoring":      {"SIEM", "alerting"},
	"endpoint-protection":         {"antivirus", "anti-malware", "EDR"},
	"encryption":                  {"unencrypted"},
	"network-security":            {"firewall", "segmentation"},
	"secure-configuration":        {"misconfiguration", "unsupported software"},
	"secure-development":          {"security testing", "coding error"},
	"incident-response":           {"backups", "disaster recovery"},
	"supplier-management":         {"third party", "vendor", "processor oversight"},
	"email-handling":              {"BCC", "CC", "wrong recipient"},
	"disclosure-checks":           {"redaction", "hidden data"},
	"physical-security":           {"lost papers"},
	"retention-and-disposal":      {"deletion", "storage limitation"},
	"data-subject-rights":         {"SAR", "DSAR", "subject access request", "right of access"},
	"childrens-data":              {"age verification", "age assurance"},
	"dpia":                        {"DPIA", "impact assessment"},
	"breach-notification":         {"72 hours", "late notification"},
	"marketing-consent":           {"spam", "opt-in", "unsolicited marketing"},
	"tps-screening":               {"TPS", "Telephone Preference Service", "cold calls"},
	"caller-identification":       {"CLI", "withheld number"},
	"supplier-list-due-diligence": {"bought-in lists", "data broker"},
}

// A vocabulary is what a facet takes, for the browser. Labels and Also are
// left out where they would say nothing new.
type vocabulary struct {
	Values []string          `json:"values"`
	Also   map[string]string `json:"also,omitempty"` // folded spelling to value
}

// newVocabulary lists what a facet takes; years are not listed, any will do.
func newVocabulary(facet string) vocabulary {
	v := vocabulary{Values: []string{}}
	switch facet {
	case "control":
		v.Values = texts(content.Controls(), func(e content.ControlEntry) string { return string(e.ID) })
		v.Also = map[string]string{}
		for _, e := range content.Controls() {
			for _, spelling := range append([]string{e.Title}, spellings[e.ID]...) {
				v.Also[fold(spelling)] = string(e.ID)
			}
		}
	case "sector":
		v.Values = texts(content.Sectors(), func(s content.Sector) string { return string(s) })
	case "incident":
		v.Values = texts(content.Incidents(), func(t content.IncidentType) string { return string(t) })
	case "action":
		v.Values = texts(content.Actions(), func(a content.Action) string { return string(a) })
	case "status":
		v.Values = texts(content.Statuses(), func(s content.Status) string { return string(s) })
	}
	return v
}

// find returns the value that is meant: itself in any case and with hyphens
// for spaces, another spelling, or a year.
func (v vocabulary) find(facet, typed string) (string, error) {
	wanted := fold(typed)
	for _, value := range v.Values {
		if fold(value) == wanted {
			return value, nil
		}
	}
	if value, ok := v.Also[wanted]; ok {
		return value, nil
	}
	if facet == "year" {
		if _, err := strconv.ParseUint(typed, 10, 16); err == nil && len(typed) == 4 {
			return typed, nil
		}
		return "", fmt.Errorf("%s:%s: want four digits", facet, typed)
	}
	return "", fmt.Errorf("%s:%s: want one of %s", facet, typed, strings.Join(v.Values, ", "))
}

// vocabularies are those of the facets, by name.
func vocabularies() map[string]vocabulary {
	all := map[string]vocabulary{}
	for _, facet := range Facets {
		all[facet] = newVocabulary(facet)
	}
	return all
}

// label is a facet's value for people.
func label(facet, value string) string {
	switch facet {
	case "control":
		return content.Control(value).Title()
	case "sector":
		return content.Sector(value).Label()
	case "incident":
		return content.IncidentType(value).Label()
	case "action":
		return content.Action(value).Label()
	case "status":
		return content.Status(value).Label()
	}
	return value
}

// fold makes spellings of a value agree: "Multi factor" is "multi-factor".
// Only ASCII letters are folded, so that a browser folds alike.
func fold(s string) string {
	parts := strings.FieldsFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9')
	})
	return lower(strings.Join(parts, "-"))
}

// lower folds ASCII letters alone: of others two machines have two opinions.
func lower(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}

// facetNumber is the place of a facet in Facets.
func facetNumber(facet string) int { return slices.Index(Facets, facet) }
