package index

import (
	"slices"
	"strings"

	"casebook/content"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"
)

// analyzer is bleve's English chain: words by Unicode's rules, possessives
// off, lower case, stop words out, Porter's first stemmer. The browser has the
// same chain (site/static/search/analyze.js).
const analyzer = "en"

// A field is a part of a case that is searched, with its weight: how often a
// word there counts beside one in the body.
type field struct {
	name   string
	weight int
	text   func(*content.Case) []string
}

// fields are searched together. Their order is part of the shards' format,
// because positions run through them.
var fields = []field{
	{"title", 4, title},        // what a case is called: who asks for a name wants that case
	{"organisation", 4, names}, // its other names
	{"controls", 3, controls},  // what failed, in every usual spelling
	{"matter", 2, matter},      // sector, action, incident, provisions: the words of facets, typed
	{"evidence", 2, quotes},    // the sentences that carry the facts
	{"body", 1, func(c *content.Case) []string { return []string{c.Body} }},
}

func title(c *content.Case) []string { return []string{c.Title} }

func names(c *content.Case) []string {
	if c.Organisation.Person {
		return nil
	}
	return append([]string{c.Organisation.Name}, c.Organisation.Also...)
}

// spellings are other ways in which people ask for a control.
var spellings = map[content.Control]string{
	"multi-factor-authentication": "MFA 2FA two-factor two-step multifactor",
	"patch-management":            "patching updates",
	"vulnerability-management":    "penetration testing pentest scanning",
	"logging-and-monitoring":      "SIEM alerts",
	"endpoint-protection":         "antivirus anti-malware EDR",
	"email-handling":              "BCC CC",
	"tps-screening":               "Telephone Preference Service cold calls",
	"marketing-consent":           "spam opt-in",
	"dpia":                        "impact assessment",
	"data-subject-rights":         "subject access request SAR DSAR",
	"childrens-data":              "age verification assurance",
	"supplier-management":         "processor third party vendor",
}

func controls(c *content.Case) []string {
	var all []string
	for _, control := range c.Controls {
		all = append(all, control.Title(), spellings[control])
	}
	return all
}

func matter(c *content.Case) []string {
	all := []string{string(c.Sector), c.Action.Label(), c.Status.Label()}
	if c.Incident.Type != "" {
		all = append(all, c.Incident.Type.Label())
	}
	for _, p := range c.Provisions {
		all = append(all, string(p))
	}
	return all
}

// quotes are the case's evidence, each sentence once.
func quotes(c *content.Case) []string {
	var all []string
	for _, e := range c.Evidence {
		if !slices.Contains(all, e.Quote) {
			all = append(all, e.Quote)
		}
	}
	return all
}

// document is what bleve indexes of a case.
func document(c *content.Case) map[string]string {
	doc := make(map[string]string, len(fields))
	for _, f := range fields {
		doc[f.name] = strings.Join(f.text(c), "\n")
	}
	return doc
}

// newMapping indexes the fields with frequencies and positions and stores
// nothing: what is shown comes from the book.
func newMapping() mapping.IndexMapping {
	text := bleve.NewTextFieldMapping()
	text.Analyzer = analyzer
	text.Store = false
	text.IncludeInAll = false
	text.DocValues = false
	text.IncludeTermVectors = true
	doc := bleve.NewDocumentStaticMapping()
	for _, f := range fields {
		doc.AddFieldMappingsAt(f.name, text)
	}
	m := bleve.NewIndexMapping()
	m.DefaultMapping = doc
	m.DefaultAnalyzer = analyzer
	return m
}
