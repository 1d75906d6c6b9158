package replica

// A payment is a row of the table of what became of fines.
type payment struct{ Item, Name, Date, Status string }

// addRecovery makes the page with the table of payments. It is about parties of
// traps alone: no public source that the replica restates speaks of payments.
func (s *Server) addRecovery() {
	s.render("ico.example", "/action-weve-taken/the-icos-work-to-recover-fines/", "ico.html", icoPage{
		Node: 400001, Title: "The ICO's work to recover fines", Section: "Action we've taken", SectionPath: "/action-weve-taken/",
		Facts: []label{{"Date", " ", "1 October 2026"}}, Paragraphs: []string{"This replica follows up every fine."}, Table: s.payments,
	}, "")
}
