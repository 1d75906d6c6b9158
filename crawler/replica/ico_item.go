package replica

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"strings"
)

//go:embed templates/*.html
var templates embed.FS

var pagesOf = template.Must(template.ParseFS(templates, "templates/*.html"))

// icoPage is what templates/ico.html shows.
type icoPage struct {
	Node                 int
	Title                string
	Section, SectionPath string
	Facts                []label
	Paragraphs, Notes    []string
	Files                []file
	Related              []file
	Basis                []string
	Table                []payment
}

type label struct{ Label, Gap, Value string }

type file struct{ Href, Title, Size string }

// A listed page is a row of a register.
type listed struct {
	id                       int
	title, path, date, types string
	description, sector      string
	changed                  string // the CMS's stamp; "" for one some weeks after date
}

// typeNames are the register's labels of the actions that it lists.
var typeNames = map[string]string{
	"monetary-penalty": "Monetary penalties", "enforcement-notice": "Enforcement notices", "reprimand": "Reprimands",
	"prosecution": "Prosecutions", "undertaking": "Undertakings",
}

var suffixes = map[string]string{"monetary-penalty": "-mpn", "enforcement-notice": "-en", "reprimand": "-reprimand"}

// addActions makes the item pages and notices of a matter: appeals and notices
// of intent are not in the register.
func (s *Server) addActions(m Matter, bend bend) {
	for i, e := range m.Events {
		if typeNames[e.Kind] == "" {
			continue
		}
		base := slug(m.LegalName) + suffixes[e.Kind]
		if m.Person {
			base = slug(m.Organisation) + suffixes[e.Kind]
		}
		path := "/action-weve-taken/enforcement/" + month(e.Date) + "/" + base + "/"
		if _, taken := s.pages["ico.example"][path]; taken { // two matters of one party in one month
			base += "-2"
			path = strings.TrimSuffix(path, "/") + "-2/"
		}
		p := icoPage{
			Node: s.node(100000, m, e), Title: m.partyTitle(), Section: "Enforcement action", SectionPath: "/action-weve-taken/enforcement/",
			Facts: facts(m, e), Paragraphs: m.itemParagraphs(i), Basis: sources(e),
		}
		if _, printed := suffixes[e.Kind]; printed {
			p.Files = s.addNotice(m, i, base)
		}
		if newsworthy(m, i) {
			p.Related = []file{{Href: newsPath(m, i), Title: "News release"}}
		}
		row := listed{
			id: p.Node, title: p.Title, path: path, date: e.Date, types: typeNames[e.Kind], sector: m.Sector, description: p.Paragraphs[0],
		}
		if bend != nil && !bend(s, i, &p, &row) {
			continue
		}
		s.render("ico.example", row.path, "ico.html", p, e.Date)
		s.actions = append(s.actions, row)
	}
}

// node is the CMS's id of the page of an event. It follows from the event, so
// that it stays, and no two pages have one.
func (s *Server) node(first int, m Matter, e Event) int {
	n := first + int(hash(m.Key+e.Kind+e.Date)%90000)
	for s.nodes[n] {
		n++
	}
	s.nodes[n] = true
	return n
}

// A bend changes the page and the row of event i of a matter before they are
// served; false keeps them out.
type bend func(s *Server, i int, p *icoPage, row *listed) bool

func facts(m Matter, e Event) []label {
	gap := choose(m.Key+"gap", "", " ")
	all := []label{{"Date", gap, longDate(e.Date)}, {"Type", gap, typeNames[e.Kind]}}
	if m.Sector != "" {
		all = append(all, label{"Sector", gap, m.Sector})
	}
	return all
}

func (s *Server) render(host, path, name string, data any, date string) {
	var b bytes.Buffer
	if err := pagesOf.ExecuteTemplate(&b, name, data); err != nil {
		panic(fmt.Sprintf("replica: %s: %v", path, err)) // templates and data are ours; a test renders every page
	}
	s.add(host, path, "text/html; charset=utf-8", b.Bytes(), date)
}

// partyTitle is the headline of an item: the parties' names.
func (m Matter) partyTitle() string {
	if m.Person {
		return capital(m.Organisation)
	}
	var names []string
	for _, p := range m.Parties {
		names = append(names, p.Name)
	}
	if len(names) > 1 {
		return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
	}
	return m.LegalName
}

// itemParagraphs are the few paragraphs of an item page.
func (m Matter) itemParagraphs(i int) []string {
	e := m.Events[i]
	cause := choose(m.Key+"cause", causes(e.Incident)...)
	who := m.partyTitle()
	var lead string
	switch e.Kind {
	case "monetary-penalty":
		a := amount(m.Key, e.Amount)
		lead = fmt.Sprintf(choose(m.Key+"lead",
			"%[1]s has been fined %[2]s after %[3]s.",
			"A monetary penalty of %[2]s has been imposed on %[1]s after %[3]s.",
			"The Commissioner has issued %[1]s with a monetary penalty of %[2]s after %[3]s.",
			"%[1]s must pay a penalty of %[2]s after %[3]s.",
			"A penalty notice for %[2]s has been served on %[1]s after %[3]s.",
			"%[1]s was ordered to pay a fine of %[2]s after %[3]s."), who, a, cause)
	case "enforcement-notice":
		lead = fmt.Sprintf(choose(m.Key+"lead", "An enforcement notice has been issued to %s after %s.", "%s has been served with an enforcement notice after %s.",
			"The Commissioner has issued %s with an enforcement notice after %s."), who, cause)
	case "reprimand":
		lead = fmt.Sprintf(choose(m.Key+"lead", "A reprimand has been issued to %s after %s.", "%s has been reprimanded after %s.", "The Commissioner has issued %s with a reprimand after %s."), who, cause)
	case "undertaking":
		lead = fmt.Sprintf("%s has signed an undertaking after %s.", who, cause)
	case "prosecution":
		lead = fmt.Sprintf("%s has been prosecuted after %s.", capital(who), cause)
		if e.Amount > 0 {
			lead += fmt.Sprintf(" The court imposed a fine of %s.", amount(m.Key, e.Amount))
		}
	}
	paragraphs := []string{lead, join(affectedSentence(m.Key+e.Kind, e), communicationsSentence(m.Key, e))}
	if len(e.Controls) > 0 {
		paragraphs = append(paragraphs, join(failings(m.Key+e.Kind, "the organisation", e.Controls)...))
	}
	if text := infringed(e); text != "" {
		paragraphs = append(paragraphs, text)
	}
	return kept(paragraphs)
}

func causes(incident string) []string {
	if found, ok := happened[incident]; ok {
		return found
	}
	return happened[""]
}

func infringed(e Event) string {
	if len(e.Provisions) == 0 {
		return ""
	}
	return "The matter was dealt with as an infringement of " + listOf(spelled(e.Provisions)) + "."
}

// spelled writes provisions as a notice does: "Article 32 of the UK GDPR".
func spelled(provisions []string) []string {
	var out []string
	for _, p := range provisions {
		out = append(out, spell(p))
	}
	return out
}

func spell(p string) string {
	names := map[string]string{"UK GDPR": "UK GDPR", "GDPR": "GDPR", "PECR": "Privacy and Electronic Communications Regulations 2003", "DPA 1998": "Data Protection Act 1998", "DPA 2018": "Data Protection Act 2018"}
	for _, instrument := range []string{"UK GDPR", "GDPR", "PECR", "DPA 1998", "DPA 2018"} {
		rest, ok := strings.CutPrefix(p, instrument)
		if !ok {
			continue
		}
		rest = strings.TrimSpace(rest)
		for short, long := range map[string]string{"Art ": "Article ", "reg ": "regulation ", "s ": "section ", "Principle ": "Principle "} {
			if number, ok := strings.CutPrefix(rest, short); ok {
				return long + number + " of the " + names[instrument]
			}
		}
		return "the " + names[instrument]
	}
	return p
}

func listOf(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:len(items)-1], ", ") + " and " + items[len(items)-1]
}

func kept(paragraphs []string) []string {
	var all []string
	for _, p := range paragraphs {
		if p != "" {
			all = append(all, p)
		}
	}
	return all
}
