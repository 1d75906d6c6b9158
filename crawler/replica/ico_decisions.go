package replica

import "fmt"

// addDecisions makes a register of decision notices on requests for
// information: authorities that do not exist, one file.
func (s *Server) addDecisions() {
	authorities := []string{"Northmoor Borough Council", "Tern Valley Police", "Oakmere School Trust", "Quay Street Hospital Trust"}
	for n := range 28 {
		date := fmt.Sprintf("2025-%02d-%02d", 1+n%12, 1+n)
		name := choose(fmt.Sprint("decision", n), authorities...)
		path := fmt.Sprintf("/action-weve-taken/decision-notices/%s/ic-%d-r%dq%d/", month(date), 393971+n, n%10, n/10)
		p := icoPage{
			Node: 500000 + n, Title: name, Section: "Decision notices", SectionPath: "/action-weve-taken/decision-notices/",
			Facts:      []label{{"Date", " ", longDate(date)}, {"Sector", " ", "Local government"}, {"Decision", " ", "FOI 31(1)(a): Not upheld"}},
			Paragraphs: []string{"The complainant asked for records of a kind that this replica invents. The public authority withheld them under an exemption of the Freedom of Information Act 2000. The Commissioner's decision is that it was entitled to."},
		}
		if n == 0 {
			at := fmt.Sprintf("/media2/%08x/ic-%d.pdf", hash(path), 393971)
			s.add("ico.example", at, "application/pdf", pdf("Replica of a notice: all of it is invented", "DECISION NOTICE", append([]string{"TO: " + name}, p.Paragraphs...)), date)
			p.Files = []file{{Href: at, Title: "Decision notice", Size: "20000"}}
		}
		s.render("ico.example", path, "ico.html", p, date)
		s.decisions = append(s.decisions, listed{id: p.Node, title: name, path: path, date: date, types: "Local government", description: p.Paragraphs[0]})
	}
}
