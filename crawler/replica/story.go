package replica

import (
	"fmt"
	"strings"
)

// newsworthy reports whether the regulator tells the press of an event: notices
// of intent, what became of appeals, and larger penalties.
func newsworthy(m Matter, i int) bool {
	e := m.Events[i]
	switch e.Kind {
	case "notice-of-intent", "variation", "tribunal-decision":
		return true
	case "monetary-penalty":
		return e.Amount >= 100_000
	}
	return false
}

// reported reports whether the newspaper writes about an event.
func reported(m Matter, i int) bool {
	e := m.Events[i]
	return !m.Person && (e.Kind == "notice-of-intent" || e.Kind == "appeal" || e.Outcome != "" || e.Amount >= 400_000)
}

// proposed is the sum that was proposed before event i, 0 for none.
func (m Matter) proposed(i int) int64 {
	for _, e := range m.Events[:i] {
		if e.Kind == "notice-of-intent" && e.Amount > 0 {
			return e.Amount
		}
	}
	return 0
}

// imposed is the penalty that stood before event i, 0 for none.
func (m Matter) imposed(i int) int64 {
	var sum int64
	for _, e := range m.Events[:i] {
		if e.Kind == "monetary-penalty" || e.Outcome == "reduced" || e.Outcome == "agreed" {
			sum = e.Amount
		}
	}
	return sum
}

// stood is the penalty that an appeal was about: one imposed before, or, where
// no source dates that, the sum that the sources give with the outcome.
func (m Matter) stood(i int) int64 {
	if sum := m.imposed(i); sum > 0 {
		return sum
	}
	return m.Events[i].Amount
}

// A story is a headline and the paragraphs below it.
type story struct {
	headline   string
	paragraphs []string
}

// tell writes an event as a press release or, for the newspaper, as an article.
func (m Matter) tell(i int, press bool) story {
	e := m.Events[i]
	key := fmt.Sprint(m.Key, i, press)
	regulator := "The Information Commissioner's Office (ICO)"
	who := m.partyTitle()
	if press {
		who = m.pressName()
	}
	s := m.headlineAndLead(i, key, who, regulator)
	s.paragraphs = append(s.paragraphs, join(affectedSentence(key, e), communicationsSentence(key, e)))
	if len(e.Controls) > 0 {
		subject := choose(key+"subject", "the organisation", m.Organisation)
		if e.Kind == "notice-of-intent" {
			s.paragraphs = append(s.paragraphs, "The findings are provisional.")
		}
		s.paragraphs = append(s.paragraphs, join(failings(key, subject, e.Controls)...))
	}
	s.paragraphs = append(s.paragraphs, choose(key+"advice",
		"Organisations of every size should check that software is kept up to date and that staff know how to report a concern.",
		"All organisations are expected to use strong passwords, to encrypt portable devices and to test their backups.",
		"Anyone who holds personal data should review who has access to it, and why, at least once a year."))
	s.paragraphs = kept(s.paragraphs)
	return s
}

// pressName is the name by which the press knows a party, with the legal name
// where a reader could not tell.
func (m Matter) pressName() string {
	if m.Person || strings.HasPrefix(m.LegalName, m.Organisation) || len(m.Parties) > 0 {
		return m.Organisation
	}
	return m.LegalName
}

// headlineAndLead are what differs between one kind of event and another.
func (m Matter) headlineAndLead(i int, key, who, regulator string) story {
	e := m.Events[i]
	a := amount(key, e.Amount)
	day := longDate(e.Date)
	cause := choose(key+"cause", causes(e.Incident)...)
	switch {
	case e.Kind == "notice-of-intent":
		return story{who + " faces provisional fine of " + a, []string{
			fmt.Sprintf(choose(key+"lead",
				"%[1]s has provisionally decided to fine %[2]s %[3]s after %[4]s.",
				"%[1]s has announced its intention to fine %[2]s %[3]s after %[4]s.",
				"%[1]s has issued %[2]s with a notice of intent to impose a penalty of %[3]s after %[4]s.",
				"%[2]s is facing a fine of %[3]s after %[4]s, %[1]s has said in a provisional decision."), regulator, who, a, cause),
			"No final decision has been made. The regulator will consider representations before it decides.",
		}}
	case e.Kind == "monetary-penalty":
		s := story{who + " fined " + a, []string{fmt.Sprintf(choose(key+"lead",
			"%[1]s has fined %[2]s %[3]s after %[4]s.",
			"%[2]s has been fined %[3]s by the regulator after %[4]s.",
			"%[1]s has imposed a penalty of %[3]s on %[2]s after %[4]s.",
			"%[1]s has today issued %[2]s with a monetary penalty of %[3]s after %[4]s."), regulator, who, a, cause)}}
		s.paragraphs = append(s.paragraphs, m.split(i), m.reduction(i, key))
		return s
	case e.Kind == "appeal":
		return story{who + " appeals against penalty", []string{fmt.Sprintf("%s has appealed against %s imposed on it by %s.", who, m.subject(i, key), regulator)}}
	}
	return story{fmt.Sprintf("%s: penalty %s", who, map[string]string{"reduced": "reduced on appeal", "agreed": "reduced", "upheld": "upheld",
		"overturned": "overturned", "remitted": "ruling goes the regulator's way"}[e.Outcome]), []string{m.outcome(i, key, who, regulator, day)}}
}

// subject is what an appeal is against.
func (m Matter) subject(i int, key string) string {
	if sum := m.imposed(i); sum > 0 {
		return "the fine of " + amount(key, sum)
	}
	return "the enforcement notice"
}

// split says who pays how much where a notice addresses several.
func (m Matter) split(i int) string {
	if len(m.Parties) < 2 || m.Parties[0].Amount == 0 {
		return ""
	}
	return fmt.Sprintf("Of that sum, %s must pay £%s and %s £%s.", m.Parties[0].Name, grouped(m.Parties[0].Amount), m.Parties[1].Name, grouped(m.Parties[1].Amount))
}

// reduction says what had been proposed.
func (m Matter) reduction(i int, key string) string {
	proposed := m.proposed(i)
	if proposed == 0 || proposed == m.Events[i].Amount {
		return ""
	}
	return fmt.Sprintf(choose(key+"reduction",
		"The regulator had earlier proposed a penalty of %s, and reduced it after representations.",
		"A fine of %s had been proposed at first.",
		"This is less than the %s that was proposed in the notice of intent."), amount(key, proposed))
}

// outcome says what became of an appeal.
func (m Matter) outcome(i int, key, who, regulator, day string) string {
	e := m.Events[i]
	was, now := "the penalty", amount(key+"now", e.Amount)
	if stood := m.stood(i); stood > 0 {
		was = "the penalty of " + amount(key, stood)
	}
	on := "On " + day
	if len(e.Date) < 10 {
		on = "In " + day
	}
	switch e.Outcome {
	case "reduced":
		return fmt.Sprintf("%s the First-tier Tribunal reduced the penalty imposed on %s from %s to %s.", on, who, amount(key, m.imposed(i)), now)
	case "agreed":
		return fmt.Sprintf("%s agreed on %s to reduce the penalty imposed on %s from %s to %s, which ended the appeal.", regulator, day, who, amount(key, m.imposed(i)), now)
	case "upheld":
		return fmt.Sprintf("%s the appeal of %s was dismissed and %s was upheld.", on, who, was)
	case "overturned":
		return fmt.Sprintf("%s the tribunal allowed the appeal of %s and overturned %s.", on, who, was)
	}
	return fmt.Sprintf("%s the Upper Tribunal allowed the appeal of %s in the case of %s and set aside the ruling of the First-tier Tribunal: the regulator had jurisdiction to impose %s. The appeal itself goes back to the First-tier Tribunal.", on, regulator, who, was)
}
