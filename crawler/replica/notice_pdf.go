package replica

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// addNotice makes the notice of event i as a PDF, and for some also a Welsh
// twin, and returns the files that the item page offers.
func (s *Server) addNotice(m Matter, i int, base string) []file {
	folder := fmt.Sprintf("/media2/%08x/", hash(m.Key+base))
	name := base + "-" + strings.ReplaceAll(m.Events[i].Date, "-", "") + ".pdf"
	body := m.notice(i)
	s.add("ico.example", folder+name, "application/pdf", body, m.Events[i].Date)
	size := fmt.Sprint(len(body))
	if choose(m.Key+"size", true, true, false) {
		size = ""
	}
	files := []file{{Href: folder + name, Title: choose(m.Key+"title", "Notice", m.LegalName+" notice", "reprimand"), Size: size}}
	if choose(m.Key+"welsh", false, false, false, false, true) {
		welsh := folder + base + "-cym.pdf"
		s.add("ico.example", welsh, "application/pdf", pdf(m.running(i), "HYSBYSIAD", []string{"Dyma gopi Cymraeg o'r hysbysiad."}), m.Events[i].Date)
		files = append([]file{{Href: welsh, Title: "Hysbysiad - Welsh", Size: "9000"}}, files...)
	}
	return files
}

var noticeTitles = map[string]string{"monetary-penalty": "PENALTY NOTICE", "enforcement-notice": "ENFORCEMENT NOTICE", "reprimand": "REPRIMAND"}

// notice sets the legal instrument of event i.
func (m Matter) notice(i int) []byte {
	return pdf(m.running(i), noticeTitles[m.Events[i].Kind], m.noticeText(i))
}

// running is what stands above each page of a notice.
func (m Matter) running(i int) string {
	if len(m.Events[i].Sources) == 0 {
		return "Replica of a notice: all of it is invented"
	}
	return "Replica of a notice: wording invented, figures public"
}

// noticeText writes the legal instrument of event i.
func (m Matter) noticeText(i int) []string {
	e := m.Events[i]
	key := m.Key + e.Kind + "notice"
	subject := choose(key+"subject", m.Organisation, "the organisation")
	if m.Person {
		subject = "the person addressed"
	}
	paragraphs := []string{"TO: " + m.partyTitle(), "Introduction"}
	n := 0
	number := func(text string) {
		if text != "" {
			n++
			paragraphs = append(paragraphs, fmt.Sprintf("%d. %s", n, text))
		}
	}
	number(m.opening(i, key))
	number(fmt.Sprintf("This notice follows an investigation after %s. It gives the reasons for the decision and the findings on which it rests.", choose(key+"cause", causes(e.Incident)...)))
	paragraphs = append(paragraphs, "Legal framework")
	number("The law requires those who hold personal data to handle it fairly and to keep it secure. The most that can be imposed for the gravest infringements is £17,500,000 or 4% of worldwide turnover, and under the earlier regime £500,000.")
	number(infringed(e))
	paragraphs = append(paragraphs, "Findings")
	for _, failing := range failings(key, subject, e.Controls) {
		number(failing)
	}
	number(affectedSentence(key, e))
	number(communicationsSentence(key, e))
	if e.Kind == "monetary-penalty" {
		paragraphs = append(paragraphs, "Penalty")
		number(m.reduction(i, key))
		number(m.split(i))
		number(fmt.Sprintf("The penalty is £%s. It must be paid within 28 days. If full payment is received early, the sum to pay is £%s, a reduction of 20 per cent.", grouped(e.Amount), grouped(e.Amount*8/10)))
		paragraphs = append(paragraphs, "Annex: rights of appeal")
		number("An appeal lies to the First-tier Tribunal within 28 days of this notice. The tribunal may allow the appeal, dismiss it or put another notice in the place of this one.")
	}
	return append(paragraphs, m.dated(e))
}

func (m Matter) opening(i int, key string) string {
	e := m.Events[i]
	who := m.partyTitle()
	switch e.Kind {
	case "monetary-penalty":
		return fmt.Sprintf(choose(key+"opening",
			"By this notice the Commissioner requires %s to pay a monetary penalty of £%s.",
			"The Commissioner has decided to issue %s with a penalty notice in the sum of £%s.",
			"The Commissioner hereby imposes on %s a monetary penalty of £%s."), who, grouped(e.Amount))
	case "enforcement-notice":
		return fmt.Sprintf("The Commissioner issues %s with this enforcement notice and requires it to take the steps set out below.", who)
	}
	return fmt.Sprintf("The Commissioner issues this reprimand to %s.", who)
}

// dated is the line that dates a notice, as precisely as the sources do.
func (m Matter) dated(e Event) string {
	t, err := time.Parse("2006-01-02", e.Date)
	if err != nil {
		return "Dated: " + longDate(e.Date)
	}
	suffix := "th"
	switch d := t.Day(); {
	case d == 1 || d == 21 || d == 31:
		suffix = "st"
	case d == 2 || d == 22:
		suffix = "nd"
	case d == 3 || d == 23:
		suffix = "rd"
	}
	return choose(m.Key+"dated", "Dated: "+longDate(e.Date), "Dated the "+t.Format("2")+suffix+" day of "+t.Format("January 2006"), "DATED "+longDate(e.Date))
}

// pdf sets paragraphs on A4 with a running header and page numbers. The same
// paragraphs give the same bytes.
func pdf(running, title string, paragraphs []string) []byte {
	doc := fpdf.New("P", "mm", "A4", "")
	epoch := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	doc.SetCreationDate(epoch)
	doc.SetModificationDate(epoch)
	doc.SetCatalogSort(true)
	latin := doc.UnicodeTranslatorFromDescriptor("")
	doc.SetMargins(25, 28, 25)
	doc.SetAutoPageBreak(true, 25)
	doc.SetHeaderFunc(func() {
		doc.SetFont("Helvetica", "", 8)
		doc.SetXY(25, 12)
		doc.CellFormat(0, 5, latin(running), "", 1, "L", false, 0, "")
		doc.SetY(28)
	})
	doc.SetFooterFunc(func() {
		doc.SetY(-15)
		doc.SetFont("Helvetica", "", 8)
		doc.CellFormat(0, 5, fmt.Sprint(doc.PageNo()), "", 0, "C", false, 0, "")
	})
	doc.AddPage()
	doc.SetFont("Helvetica", "B", 16)
	doc.MultiCell(0, 9, latin(title), "", "L", false)
	for _, p := range paragraphs {
		doc.SetFont("Times", "", 12)
		if !strings.ContainsAny(p, ".:") && len(p) < 60 {
			doc.SetFont("Helvetica", "B", 12)
		}
		doc.Ln(3)
		doc.MultiCell(0, 6.5, latin(p), "", "L", false)
		doc.Ln(2)
	}
	var b bytes.Buffer
	if err := doc.Output(&b); err != nil {
		panic(fmt.Sprintf("replica: notice: %v", err)) // core fonts and our own text; a test makes every notice
	}
	return b.Bytes()
}
