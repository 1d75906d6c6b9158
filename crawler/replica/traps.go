package replica

import (
	"bytes"
	"slices"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// A Trap is something of the real site that misleads its readers. Those that
// every replica has lose nothing for a reader who knows them. The others are
// for tests: they are about parties that do not exist, and what their pages say
// is invented.
type Trap string

// The traps that every replica has.
const (
	HoleInOneOrder    Trap = "a page of the listing is empty in one order"
	PromotedRow       Trap = "a row of the listing belongs to another part of the site"
	RowWithoutAddress Trap = "a row of the listing has no address"
	StampOfTheCMS     Trap = "the listing and DC.Date have the CMS's dates"
	SearchTerm        Trap = "a search with a term is forbidden"
	SurveyHeadline    Trap = "a survey's headline stands before the page's own"
	SiteNotice        Trap = "a notice about the site stands before the page's own words"
	SizeMissing       Trap = "a file has no x-size"
	WelshTwin         Trap = "a file is the Welsh twin of another"
)

// The traps to switch on.
const (
	TwoNotices            Trap = "one party has two items on a day"
	SeveralTypes          Trap = "an item has several types"
	SectorWithAnd         Trap = "a sector holds an and"
	DatesApart            Trap = "the list of facts, the notice and DC.Date give three dates"
	Scan                  Trap = "a notice is a picture"
	MissingFile           Trap = "a notice is not there"
	Vanished              Trap = "an item vanishes"
	Moved                 Trap = "an item moves without a redirect"
	Edited                Trap = "an item is edited"
	PageForListing        Trap = "a page of the listing is HTML with status 200"
	OldIndividual         Trap = "an individual is named after more than twelve months"
	SplitAmounts          Trap = "one notice splits its sum between two companies"
	InformationCommission Trap = "the issuer is the Information Commission"
	PagesUnsaid           Trap = "the listing does not say how many pages it has"
	SamePageForEver       Trap = "the listing gives its first page whatever page is asked for"
	OtherHosts            Trap = "the sitemap names other hosts of the site"
)

// AlwaysSet are the traps that every replica has.
var AlwaysSet = []Trap{HoleInOneOrder, PromotedRow, RowWithoutAddress, StampOfTheCMS, SearchTerm, SurveyHeadline, SiteNotice, SizeMissing, WelshTwin}

// Traps are those to switch on.
var Traps = []Trap{TwoNotices, SeveralTypes, SectorWithAnd, DatesApart, Scan, MissingFile, Vanished, Moved, Edited, PageForListing,
	OldIndividual, SplitAmounts, InformationCommission, PagesUnsaid, SamePageForEver, OtherHosts}

func (s *Server) has(t Trap) bool { return slices.Contains(s.options.Traps, t) }

// A trapped matter is what a trap is about, and how its pages are bent.
type trapped struct {
	trap   Trap
	matter Matter
	bend   func(m Matter) bend // nil for pages as any matter has them
	paid   string              // what the table of payments says of its penalty; "" for no row
}

// addTraps makes the pages of the traps that are switched on.
func (s *Server) addTraps() {
	for _, t := range trappedMatters(s.options.Later) {
		if !s.has(t.trap) {
			continue
		}
		var bent bend
		if t.bend != nil {
			bent = t.bend(t.matter)
		}
		first := len(s.actions)
		s.addActions(t.matter, bent)
		s.addNews(t.matter)
		if t.paid != "" {
			row := s.actions[first]
			s.payments = append(s.payments, payment{row.path, row.title, longDate(row.date), t.paid})
		}
	}
}

func trappedMatters(later bool) []trapped {
	edited := int64(90_000)
	if later {
		edited = 60_000
	}
	return []trapped{
		{trap: TwoNotices, paid: "Paid in full", matter: invented("Harbour Lane Bakery Limited", "Retail and manufacture",
			Event{Kind: "monetary-penalty", Date: "2026-03-12", Amount: 64_000, Communications: 212_044, Unit: "calls", Incident: "nuisance-calls", Controls: []string{"tps-screening"}},
			Event{Kind: "enforcement-notice", Date: "2026-03-12", Communications: 212_044, Unit: "calls", Incident: "nuisance-calls", Controls: []string{"tps-screening"}})},
		{trap: SeveralTypes, bend: severalTypes, matter: invented("Tern Street Clinic Limited", "Health",
			Event{Kind: "monetary-penalty", Date: "2026-02-10", Amount: 31_500, Affected: 4_127, Incident: "ransomware", Controls: []string{"patch-management"}})},
		{trap: SectorWithAnd, matter: invented("Oakmere School Trust", "Education and childcare",
			Event{Kind: "reprimand", Date: "2026-01-20", Affected: 1_212, Incident: "misdirected-email", Controls: []string{"email-handling"}})},
		{trap: DatesApart, bend: datesApart, matter: invented("Dunmore Freight Limited", "Transport and leisure",
			Event{Kind: "reprimand", Date: "2024-05-28", Affected: 903, Incident: "phishing", Controls: []string{"staff-training"}})},
		{trap: Scan, bend: scanned, matter: invented("Brackley Vale Council", "Local government",
			Event{Kind: "reprimand", Date: "2026-02-17", Affected: 377, Incident: "lost-paper", Controls: []string{"physical-security"}})},
		{trap: MissingFile, bend: withoutFile, matter: invented("Quarry Hill Surgery", "Health",
			Event{Kind: "reprimand", Date: "2026-02-24", Affected: 88, Incident: "misdirected-email", Controls: []string{"email-handling"}})},
		{trap: Vanished, bend: vanishing(later), matter: invented("Saltmarsh Telecom Limited", "Online technology and telecoms",
			Event{Kind: "reprimand", Date: "2024-01-16", Affected: 5_519, Incident: "hacking", Controls: []string{"access-control"}})},
		{trap: Moved, bend: moving(later), matter: invented("Pennard Housing Association", "Land or property services",
			Event{Kind: "reprimand", Date: "2025-11-04", Affected: 2_046, Incident: "accidental-publication", Controls: []string{"disclosure-checks"}})},
		{trap: Edited, bend: editing(later), paid: "Payment plan agreed", matter: invented("Larkrise Energy Limited", "Utilities",
			Event{Kind: "monetary-penalty", Date: "2026-04-14", Amount: edited, Communications: 1_038_116, Unit: "texts", Incident: "spam-texts", Controls: []string{"marketing-consent"}})},
		{trap: OldIndividual, bend: naming("Mr Orlando Fennimore-Quill trading as Quill Lettings"), matter: person(invented("a former lettings agent", "Land or property services",
			Event{Kind: "prosecution", Date: "2024-02-06", Amount: 420, Affected: 61, Incident: "insider-misuse"}))},
		{trap: SplitAmounts, paid: "Appeal lodged with the First-tier Tribunal", matter: together(invented("Larkfield Water plc", "Utilities",
			Event{Kind: "monetary-penalty", Date: "2026-05-19", Amount: 120_000, Affected: 23_406, Incident: "hacking", Controls: []string{"multi-factor-authentication"}}),
			Party{"Larkfield Water plc", 70_000}, Party{"Larkfield Pensions Limited", 50_000})},
		{trap: InformationCommission, bend: commission, matter: invented("Westering Bank plc", "Finance insurance and credit",
			Event{Kind: "monetary-penalty", Date: "2026-06-09", Amount: 75_000, Affected: 12_733, Incident: "credential-stuffing", Controls: []string{"password-management"}})},
		{trap: OtherHosts, matter: invented("Three Rivers Ambulance Trust", "Health",
			Event{Kind: "reprimand", Date: "2026-03-31", Affected: 640, Incident: "insider-misuse", Controls: []string{"access-control"}})},
	}
}

// invented is a matter of a party that does not exist.
func invented(name, sector string, events ...Event) Matter {
	return Matter{Key: "trap " + name, Organisation: name, LegalName: name, Sector: sector, Events: events}
}

func person(m Matter) Matter {
	m.Person = true
	return m
}

func together(m Matter, parties ...Party) Matter {
	m.Parties = parties
	return m
}

func severalTypes(Matter) bend {
	return func(_ *Server, _ int, p *icoPage, row *listed) bool {
		p.Facts[1].Value += ", Reprimands"
		row.types += ", Reprimands"
		return true
	}
}

// datesApart dates the notice four months before the list of facts does.
func datesApart(m Matter) bend {
	return func(s *Server, i int, p *icoPage, _ *listed) bool {
		m.Events = slices.Clone(m.Events)
		m.Events[i].Date = "2024-01-15"
		s.replace(p.Files, m.notice(i))
		return true
	}
}

// replace puts another body in the place of a page's files.
func (s *Server) replace(files []file, body []byte) {
	for _, f := range files {
		if !strings.HasSuffix(f.Href, "-cym.pdf") {
			s.add("ico.example", f.Href, "application/pdf", body, "")
		}
	}
}

// scanned makes the notice a picture of words.
func scanned(Matter) bend {
	return func(s *Server, _ int, p *icoPage, _ *listed) bool {
		doc := fpdf.New("P", "mm", "A4", "")
		epoch := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
		doc.SetCreationDate(epoch)
		doc.SetModificationDate(epoch)
		doc.AddPage()
		for line := range 40 {
			y := 30 + 6*float64(line)
			doc.Line(25, y, 185-float64(line*7%30), y)
		}
		var b bytes.Buffer
		if err := doc.Output(&b); err != nil {
			panic(err) // lines alone; a test makes it
		}
		s.replace(p.Files, b.Bytes())
		return true
	}
}

func (s *Server) remove(files []file) {
	for _, f := range files {
		delete(s.pages["ico.example"], f.Href)
	}
}

func withoutFile(Matter) bend {
	return func(s *Server, _ int, p *icoPage, _ *listed) bool {
		s.remove(p.Files)
		return true
	}
}

func vanishing(later bool) func(Matter) bend {
	return func(Matter) bend {
		return func(s *Server, _ int, p *icoPage, _ *listed) bool {
			if later {
				s.remove(p.Files)
			}
			return !later
		}
	}
}

// moving has the item at an address of the old form before.
func moving(later bool) func(Matter) bend {
	return func(m Matter) bend {
		return func(_ *Server, _ int, _ *icoPage, row *listed) bool {
			if !later {
				row.path = "/action-weve-taken/enforcement/" + slug(m.LegalName) + "/"
			}
			return true
		}
	}
}

func editing(later bool) func(Matter) bend {
	return func(Matter) bend {
		return func(_ *Server, _ int, _ *icoPage, row *listed) bool {
			if later {
				row.changed = "2026-08-20T08:15:00.000Z"
			}
			return true
		}
	}
}

func naming(name string) func(Matter) bend {
	return func(Matter) bend {
		return func(_ *Server, _ int, p *icoPage, row *listed) bool {
			p.Title, row.title = name, name
			return true
		}
	}
}

// commission has the notice speak as the body that follows the Commissioner.
func commission(m Matter) bend {
	return func(s *Server, i int, p *icoPage, _ *listed) bool {
		text := m.noticeText(i)
		for k := range text {
			text[k] = strings.ReplaceAll(text[k], "the Commissioner", "the Information Commission")
			text[k] = strings.ReplaceAll(text[k], "The Commissioner", "The Information Commission")
		}
		s.replace(p.Files, pdf(m.running(i), noticeTitles[m.Events[i].Kind], text))
		for k := range p.Paragraphs {
			p.Paragraphs[k] = strings.ReplaceAll(p.Paragraphs[k], "The Commissioner", "The Information Commission")
		}
		return true
	}
}

// sitemapHome is where the sitemap says that a page is.
func (s *Server) sitemapHome(l listed) string {
	if !s.has(OtherHosts) {
		return ICOHome
	}
	return choose(l.path+"host", ICOHome, "https://www.ico.example", "https://cy.ico.example", "https://ico.example.")
}
