package replica

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// NewRegister makes a replica of the regulator's site alone, whose register
// holds so many items of parties that do not exist: for measurements of a crawl
// that is larger than any table of facts. The same seed gives the same bytes.
// Most items have a notice, some also a long annex; larger penalties and
// notices of intent have a news release.
func NewRegister(items int, seed uint64) *Server {
	s := &Server{pages: map[string]map[string]page{"ico.example": {}, "courier.example": {}}, nodes: map[int]bool{}}
	draw := drawing{rand.New(rand.NewPCG(seed, 0))}
	names := draw.Perm(len(regions) * len(places) * len(trades))
	for n := 0; len(s.actions) < items; n++ {
		m := draw.matter(n, names[n%len(names)])
		m.cut(items - len(s.actions))
		s.addActions(m, draw.annexes(m))
		s.addNews(m)
	}
	s.addICOFrame()
	s.sortRegisters()
	return s
}

// Parties of an invented register are called after a region, a place and a
// trade, each of which has a sector of the register and a form of its name.
var (
	regions = []string{"", "North ", "South ", "Upper ", "Old "}
	places  = []string{"Amberholt", "Bexmoor", "Cawdale", "Dunsley", "Eskwater", "Fennick", "Garrowby", "Hartlow", "Inchmere", "Jarrock",
		"Kelsey Vale", "Lowick Bay", "Marbury", "Nethercombe", "Orrin", "Pellgate", "Quenby", "Rushford", "Scarholm", "Thornley",
		"Ulverham", "Vellow", "Wexcombe", "Yarrowdale", "Zealby", "Ashmarsh", "Birkholt", "Corrie Head", "Duncastle", "Elmsworth"}
	trades = []trade{
		{"Health Centre", "Health"}, {"Dental Practice Limited", "Health"}, {"Hospitals Trust", "Health"}, {"Care Homes Limited", "Health"},
		{"Borough Council", "Local government"}, {"Parish Council", "Local government"}, {"Constabulary", "Criminal justice"}, {"Probation Service", "Criminal justice"},
		{"Academy Trust", "Education and childcare"}, {"College", "Education and childcare"}, {"Nurseries Limited", "Education and childcare"},
		{"Building Society", "Finance insurance and credit"}, {"Loans Limited", "Finance insurance and credit"}, {"Insurance plc", "Finance insurance and credit"},
		{"Home Improvements Limited", "Marketing"}, {"Claims Limited", "Marketing"}, {"Solar Limited", "Marketing"}, {"Data Services Limited", "Marketing"},
		{"Stores plc", "Retail and manufacture"}, {"Foods Limited", "Retail and manufacture"}, {"Furniture Limited", "Retail and manufacture"},
		{"Railways plc", "Transport and leisure"}, {"Hotels Limited", "Transport and leisure"}, {"Leisure Centres Limited", "Transport and leisure"},
		{"Broadband Limited", "Online technology and telecoms"}, {"Software Limited", "Online technology and telecoms"}, {"Hosting Limited", "Online technology and telecoms"},
		{"Housing Association", "Land or property services"}, {"Lettings Limited", "Land or property services"}, {"Solicitors LLP", "Legal"},
		{"Chambers", "Legal"}, {"Hospice Charity", "Charitable and voluntary"}, {"Animal Rescue", "Charitable and voluntary"}, {"Water plc", "Utilities"}, {"Energy Limited", "Utilities"},
	}
)

type trade struct{ name, sector string }

// A drawing draws what is invented.
type drawing struct{ *rand.Rand }

// matter draws the nth matter, of the party that a number stands for.
func (d drawing) matter(n, party int) Matter {
	region, place := regions[party%len(regions)], places[party/len(regions)%len(places)]
	t := trades[party/len(regions)/len(places)]
	m := invented(region+place+" "+t.name, t.sector, d.events(t.sector == "Marketing")...)
	m.Key = fmt.Sprint("register ", n)
	return m
}

// events draws what the regulator did: most often one thing, of those who
// market by phone two on a day.
func (d drawing) events(marketing bool) []Event {
	day := time.Date(2012, 1, 2, 0, 0, 0, 0, time.UTC).AddDate(0, 0, d.IntN(5300))
	if marketing {
		e := Event{Date: iso(day), Kind: "monetary-penalty", Amount: d.sum(), Incident: "nuisance-calls", Unit: "calls", Communications: 10_000 + d.IntN(3_000_000),
			Controls: []string{"tps-screening"}, Provisions: []string{"PECR reg 21"}}
		order := e
		order.Kind, order.Amount = "enforcement-notice", 0
		return []Event{e, order}
	}
	e := Event{Date: iso(day), Kind: draw(d, weightedKinds), Affected: 1 + d.IntN(90_000), Incident: draw(d, incidents),
		Controls: []string{draw(d, controls)}, Provisions: []string{"UK GDPR Art 32(1)"}}
	if e.Kind == "reprimand" || e.Kind == "undertaking" {
		return []Event{e}
	}
	e.Amount = d.sum()
	if e.Kind == "prosecution" || d.IntN(4) > 0 {
		return []Event{e}
	}
	intent := e
	intent.Kind, intent.Date, intent.Amount = "notice-of-intent", iso(day.AddDate(0, 0, -90-d.IntN(200))), e.Amount*3/2
	return []Event{intent, e}
}

var (
	weightedKinds = []string{"monetary-penalty", "monetary-penalty", "monetary-penalty", "monetary-penalty", "reprimand", "reprimand", "reprimand", "reprimand", "prosecution", "undertaking"}
	incidents     = []string{"ransomware", "hacking", "phishing", "misdirected-email", "accidental-publication", "lost-paper", "insider-misuse", "credential-stuffing"}
	controls      = []string{"multi-factor-authentication", "patch-management", "access-control", "encryption", "staff-training", "email-handling", "disclosure-checks", "logging-and-monitoring"}
)

// draw is one of several.
func draw(d drawing, of []string) string { return of[d.IntN(len(of))] }

// sum is a penalty: many small ones, few large ones.
func (d drawing) sum() int64 {
	magnitude := []int64{1_000, 1_000, 10_000, 10_000, 100_000}[d.IntN(5)]
	return magnitude * int64(10+d.IntN(90))
}

func iso(day time.Time) string { return day.Format("2006-01-02") }

// cut leaves a matter no more than so many items in the register.
func (m *Matter) cut(items int) {
	for i, e := range m.Events {
		if typeNames[e.Kind] == "" {
			continue
		}
		if items--; items < 0 {
			m.Events = m.Events[:i]
			return
		}
	}
}

// annexes gives some items a second file, which repeats its findings at length.
func (d drawing) annexes(m Matter) bend {
	return func(s *Server, i int, p *icoPage, row *listed) bool {
		if d.IntN(8) > 0 {
			return true
		}
		var text []string
		for range 3 + d.IntN(8) {
			text = append(text, m.noticeText(i)...)
		}
		at := fmt.Sprintf("/media2/%08x/annex-%s.pdf", hash(row.path), strings.ReplaceAll(m.Events[i].Date, "-", ""))
		body := pdf(m.running(i), "ANNEX", text)
		s.add("ico.example", at, "application/pdf", body, m.Events[i].Date)
		p.Files = append(p.Files, file{Href: at, Title: "Annex to the notice", Size: fmt.Sprint(len(body))})
		return true
	}
}
