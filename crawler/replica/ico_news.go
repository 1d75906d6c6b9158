package replica

func newsPath(m Matter, i int) string {
	e := m.Events[i]
	return "/about-the-ico/media-centre/news-and-blogs/" + month(e.Date) + "/" + slug(m.tell(i, false).headline) + "/"
}

// addNews makes the press releases of a matter.
func (s *Server) addNews(m Matter) {
	for i, e := range m.Events {
		if !newsworthy(m, i) {
			continue
		}
		told := m.tell(i, false)
		p := icoPage{
			Node: s.node(200000, m, e), Title: told.headline, Section: "News and blogs", SectionPath: "/about-the-ico/media-centre/news-and-blogs/",
			Facts: []label{{"Date", " ", longDate(e.Date)}, {"Type", " ", "News"}}, Paragraphs: told.paragraphs, Notes: notes(m.Key), Basis: sources(e),
		}
		s.render("ico.example", newsPath(m, i), "ico.html", p, e.Date)
		s.news = append(s.news, listed{id: p.Node, title: p.Title, path: newsPath(m, i), date: e.Date, types: "News", description: told.paragraphs[0]})
	}
}

// notes stand below a release and are about the law, not the matter.
func notes(key string) []string {
	return []string{
		"The regulator can impose penalties of up to £17.5 million or 4% of annual worldwide turnover under the UK GDPR, and of up to £500,000 under earlier law.",
		choose(key+"notes", "Money from penalties goes to the Treasury.", "Any penalty is paid into the Consolidated Fund and is not kept by the regulator."),
	}
}
