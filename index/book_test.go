package index

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"casebook/content"
)

// A sketch is an invented case in one line and its text.
type sketch struct {
	id, name, also string
	sector         content.Sector
	action         content.Action
	status         content.Status
	date           string
	pounds         int64
	proposed       int64 // named before, in a notice of intent
	affected       int
	controls       string
	provisions     string
	incident       content.IncidentType
	quote, body    string
}

// sketches are organisations and matters that do not exist, chosen so that
// each rule of the search has a case that would show it broken.
var sketches = []sketch{
	{id: "quay-street-hospital-trust-2024", name: "Quay Street Hospital Trust", also: "QSHT", sector: "Health", action: content.MonetaryPenalty, status: content.Final,
		date: "2024-05-14", pounds: 750000, affected: 81000, controls: "multi-factor-authentication patch-management", provisions: "UK GDPR Art 32(1)|UK GDPR Art 5(1)(f)", incident: "ransomware",
		quote: "The trust is required to pay a penalty of £750,000.",
		body:  "# Decision\n\nAttackers encrypted the hospital's servers with ransomware. Remote access had no second factor, and a known flaw stayed unpatched for five months. Patients' records could not be read for eleven days."},
	{id: "harrow-lane-surgery-2023", name: "Harrow Lane Surgery", sector: "Health", action: content.Reprimand, status: content.Final,
		date: "2023-11-02", affected: 1200, controls: "email-handling staff-training", provisions: "UK GDPR Art 5(1)(f)", incident: "misdirected-email",
		quote: "About 1,200 patients' addresses were shown to one another.",
		body:  "A newsletter was sent with every address in the CC field. Staff had not been trained, and no hospital was involved."},
	{id: "merrow-dental-group-2022", name: "Merrow Dental Group Ltd", also: "Merrow Smiles", sector: "Health", action: content.EnforcementNotice, status: content.Final,
		date: "2022-07-19", controls: "data-subject-rights", provisions: "UK GDPR Art 15", incident: "rights-failure",
		quote: "The company must answer every outstanding subject access request within thirty days.",
		body:  "Requests for copies of dental records went unanswered for up to two years."},
	{id: "castle-point-bank-2020", name: "Castle Point Bank plc", sector: "Finance insurance and credit", action: content.MonetaryPenalty, status: content.ReducedOnAppeal,
		date: "2021-03-30", pounds: 1250000, affected: 430000, controls: "logging-and-monitoring access-control", provisions: "GDPR Art 32(1)", incident: "credential-stuffing",
		quote: "The tribunal substitutes a penalty of £1,250,000.",
		body:  "Credential stuffing went on for six weeks. Alerts were raised and nobody read them. The penalty was first £2,000,000."},
	{id: "castle-point-bank-2024", name: "Castle Point Bank plc", sector: "Finance insurance and credit", action: content.NoticeOfIntent, status: content.Provisional,
		date: "2024-09-01", pounds: 4000000, affected: 95000, controls: "encryption", provisions: "UK GDPR Art 32(1)", incident: "lost-or-stolen-device",
		quote: "The regulator intends to fine the bank £4,000,000.",
		body:  "Backup tapes left a van in Zürich unencrypted. The finding is provisional and no penalty has been imposed."},
	{id: "lantern-insurance-2016", name: "Lantern Insurance Services Ltd", sector: "Finance insurance and credit", action: content.MonetaryPenalty, status: content.Final,
		date: "2016-06-10", pounds: 180000, affected: 26000, controls: "encryption physical-security", provisions: "DPA 1998 Principle 7", incident: "lost-or-stolen-device",
		quote: "A hard drive with 26,000 customers' details was stolen and was not encrypted.",
		body:  "The drive stood in a room that thirty people could enter."},
	{id: "bright-dial-2019", name: "Bright Dial Ltd", also: "Sunrise Solar Advice|The Boiler Line", sector: "Marketing", action: content.MonetaryPenalty, status: content.Final,
		date: "2019-02-26", pounds: 120000, controls: "tps-screening supplier-list-due-diligence", provisions: "PECR reg 21", incident: "nuisance-calls",
		quote: "The company made 1,400,000 calls to subscribers who had registered with the Telephone Preference Service.",
		body:  "Callers offered solar panels and boilers. The numbers came from a bought-in list that nobody had screened."},
	{id: "pinnacle-text-2021", name: "Pinnacle Text Services Ltd", sector: "Marketing", action: content.MonetaryPenalty, status: content.Final,
		date: "2021-10-05", pounds: 120000, controls: "marketing-consent", provisions: "PECR reg 22|PECR reg 23", incident: "spam-texts",
		quote: "Between May and June 95,000 unsolicited texts were sent.",
		body:  "Nobody had consented to direct marketing. Personal loans were offered by text."},
	{id: "pinnacle-text-notice-2021", name: "Pinnacle Text Services Ltd", sector: "Marketing", action: content.EnforcementNotice, status: content.Final,
		date: "2021-10-05", controls: "marketing-consent", provisions: "PECR reg 22", incident: "spam-texts",
		quote: "The company must stop sending unsolicited texts.",
		body:  "The notice was served with a penalty on the same day."},
	{id: "northmoor-council-2023", name: "Northmoor Borough Council", sector: "Local government", action: content.Reprimand, status: content.Final,
		date: "2023-03-08", affected: 17, controls: "disclosure-checks", provisions: "UK GDPR Art 5(1)(f)", incident: "accidental-publication",
		quote: "A spreadsheet with hidden rows was published.",
		body:  "The council's planning pages showed names and addresses in hidden cells. The council's own redaction check was skipped, and the council took the pages down the same day."},
	{id: "northmoor-council-2018", name: "Northmoor Borough Council", sector: "Local government", action: content.Undertaking, status: content.Final,
		date: "2018-01", controls: "staff-training policies-and-procedures", provisions: "DPA 1998 Principle 7", incident: "misdirected-post",
		quote: "Letters about children in care were posted to the wrong address.",
		body:  "The council undertook to train its staff. A council officer had not checked the envelope."},
	{id: "ministry-of-harbours-2022", name: "Ministry of Harbours", sector: "Central government", action: content.MonetaryPenalty, status: content.Overturned,
		date: "2022-12-01", affected: 640, controls: "disclosure-checks", provisions: "UK GDPR Art 5(1)(f)", incident: "accidental-publication",
		quote: "The tribunal allowed the appeal and cancelled the penalty.",
		body:  "An honours list with home addresses was online for two hours."},
	{id: "tern-valley-police-2024", name: "Tern Valley Police", sector: "Criminal justice", action: content.Reprimand, status: content.Final,
		date: "2024-05-14", affected: 3300, controls: "disclosure-checks access-control", provisions: "DPA 2018 s 40", incident: "unauthorised-disclosure",
		quote: "Witness statements were handed to a defendant.",
		body:  "Access to the evidence system was not limited to those who needed it. Two further disclosures followed."},
	{id: "clarity-apps-2023", name: "Clarity Apps Inc", sector: "Online technology and telecoms", action: content.MonetaryPenalty, status: content.Appealed,
		date: "2023-04-04", pounds: 9100000, affected: 1400000, controls: "childrens-data transparency lawful-basis", provisions: "UK GDPR Art 8|UK GDPR Art 12", incident: "unlawful-processing",
		quote: "Up to 1.4 million children under 13 used the platform.",
		body:  "The company did not check who was using its app. Legitimate interests were claimed and not shown; the company's interest was not legitimate in the regulator's view."},
	{id: "scraper-vision-2022", name: "Scraper Vision LLC", sector: "Online technology and telecoms", action: content.MonetaryPenalty, status: content.Final,
		date: "2022-05-18", pounds: 7500000, proposed: 17000000, controls: "lawful-basis transparency data-subject-rights", provisions: "UK GDPR Art 6|UK GDPR Art 9", incident: "unlawful-processing",
		quote: "The company collected images of faces from the web without telling anybody.",
		body:  "No lawful basis applied. A legitimate interest assessment had not been made."},
	{id: "seabright-charity-2025", name: "Seabright Adoption Charity", sector: "Charitable and voluntary", action: content.MonetaryPenalty, status: content.Final,
		date: "2025-02-11", pounds: 18000, proposed: 45000, affected: 10, controls: "retention-and-disposal policies-and-procedures", provisions: "UK GDPR Art 5(1)(f)", incident: "destruction-of-records",
		quote: "Irreplaceable letters and photographs were destroyed.",
		body:  "Letters that lay away from the shelves were thrown out. Nobody had written down what may be thrown away. The penalty was first proposed at £45,000."},
	{id: "grange-school-2019", name: "The Grange School", sector: "Education and childcare", action: content.Warning, status: content.Final,
		date: "2019", controls: "dpia lawful-basis", provisions: "GDPR Art 35", incident: "unlawful-processing",
		quote: "Pupils paid for lunch with their fingerprints before any impact assessment was made.",
		body:  "A data protection impact assessment came a year late."},
	{id: "orbit-logistics-2025", name: "Orbit Logistics (UK) Ltd", also: "Orbit", sector: "Transport and leisure", action: content.MonetaryPenalty, status: content.Final,
		date: "2025-06-30", pounds: 750000, affected: 22000, controls: "multi-factor-authentication network-security supplier-management", provisions: "UK GDPR Art 32(1)", incident: "hacking",
		quote: "A contractor's account without two-factor authentication was the way in.",
		body:  "From the contractor's laptop the attackers reached every server, for the network was flat. Multi-factor authentication was offered by the product and switched off."},
	{id: "individual-records-clerk-2023", name: "Morgana Thistlewhite", also: "M Thistlewhite", sector: "Health", action: content.Prosecution, status: content.Final,
		date: "2023-08-21", controls: "access-control", provisions: "DPA 2018 s 170", incident: "insider-misuse",
		quote: "Ms Thistlewhite read the records of 150 patients without any need.",
		body:  "Morgana Thistlewhite, then a records clerk at a hospital, pleaded guilty."},
	{id: "utility-one-2017", name: "Utility One Water", sector: "Utilities", action: content.MonetaryPenalty, status: content.Final,
		date: "2017-09-12", pounds: 70000, affected: 52, controls: "data-accuracy", provisions: "DPA 1998 Principle 4", incident: "inaccurate-records",
		quote: "Two customers' accounts were merged.",
		body:  "Letters about arrears went to the wrong household, again and again. The penalty is £70,000."},
	{id: "utility-two-2017", name: "Utility Two Water", sector: "Utilities", action: content.MonetaryPenalty, status: content.Final,
		date: "2017-09-12", pounds: 70000, affected: 52, controls: "data-accuracy", provisions: "DPA 1998 Principle 4", incident: "inaccurate-records",
		quote: "Two customers' accounts were merged.",
		body:  "Letters about arrears went to the wrong household, again and again. The penalty is £70,000."},
}

// testBook makes the sketches a book.
var testBook = sync.OnceValue(func() *content.Book {
	book := &content.Book{}
	for _, s := range sketches {
		book.Cases = append(book.Cases, s.newCase())
	}
	book.Sort()
	return book
})

func (s sketch) newCase() *content.Case {
	date, err := content.ParseDate(s.date)
	if err != nil {
		panic(err)
	}
	c := &content.Case{
		ID: s.id, Title: s.name, Regulator: "ICO", Organisation: content.Organisation{Name: s.name}, Sector: s.sector,
		Status: s.status, Action: s.action, Date: date, Affected: s.affected, Incident: content.Incident{Type: s.incident},
		Evidence: []content.Evidence{{Field: "action", Quote: s.quote, Document: "ico-1"}}, Body: s.body + "\n",
	}
	if s.also != "" {
		c.Organisation.Also = strings.Split(s.also, "|")
	}
	if s.pounds > 0 {
		c.Amount = content.Pounds(s.pounds)
	}
	if s.proposed > 0 {
		c.Events = []content.Event{{Action: content.NoticeOfIntent, Status: content.Provisional, Amount: content.Pounds(s.proposed)}}
	}
	for _, control := range strings.Fields(s.controls) {
		c.Controls = append(c.Controls, content.Control(control))
	}
	content.SortControls(c.Controls)
	for _, p := range strings.Split(s.provisions, "|") {
		c.Provisions = append(c.Provisions, content.Provision(p))
	}
	if s.action == content.Prosecution {
		c.Organisation.Person = true
		c.Title = "Records clerk"
	}
	return c
}

// manyCases repeats the sketches with other names and days until there are n.
func manyCases(n int) *content.Book {
	book := &content.Book{}
	for i := range n {
		c := sketches[i%len(sketches)].newCase()
		c.ID = fmt.Sprintf("%s-%d", c.ID, i)
		c.Date = content.Date{Year: 2012 + i%14, Month: 1 + i%12, Day: 1 + i%28}
		c.Body += fmt.Sprintf("\nMatter%d concerns branch%d and the words of case number %d.\n", i, i%97, i)
		book.Cases = append(book.Cases, c)
	}
	book.Sort()
	return book
}

// testIndex is the book indexed in memory, shared by all tests that only read.
func testIndex(t testing.TB) *Index {
	t.Helper()
	x, err := sharedIndex()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

var sharedIndex = sync.OnceValues(func() (*Index, error) { return Memory(testBook()) })
