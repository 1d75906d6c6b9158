package replica

import (
	"encoding/xml"
	"fmt"
)

// article is what templates/courier.html shows.
type article struct {
	Title, Date string
	Day         string // as printed below the headline
	Linked      bool   // the date stands in JSON-LD, else in a meta element
	Paragraphs  []string
	More        []file
	Basis       []string
}

// moreStories stand below every article: headlines with numbers that are
// about nobody.
var moreStories = []file{
	{Href: "/money/rates", Title: "Mortgage rates: what £250,000 buys in ten towns"},
	{Href: "/tech/phones", Title: "Half a million phones recalled over faulty chargers"},
	{Href: "/sport/final", Title: "Cup final draws 2.3 million viewers"},
	{Href: "/money/fraud", Title: "Ransomware: five signs that your laptop is infected"},
	{Href: "/news/bridge", Title: "Council fined £1.2 million over bridge collapse"},
}

// addCourier makes the newspaper: its front page, its feed, its articles.
func (s *Server) addCourier(matters []Matter) {
	type item struct {
		Title   string `xml:"title"`
		Link    string `xml:"link"`
		PubDate string `xml:"pubDate,omitempty"`
	}
	var feed struct {
		XMLName xml.Name `xml:"rss"`
		Version string   `xml:"version,attr"`
		Title   string   `xml:"channel>title"`
		Link    string   `xml:"channel>link"`
		Items   []item   `xml:"channel>item"`
	}
	feed.Version, feed.Title, feed.Link = "2.0", CourierName, CourierHome+"/"
	for _, m := range matters {
		for i, e := range m.Events {
			if !reported(m, i) {
				continue
			}
			told := m.tell(i, true)
			path := fmt.Sprintf("/news/%s/%s-%d", e.Date[:4], slug(told.headline), i)
			s.render("courier.example", path, "courier.html", article{
				Title: told.headline, Date: full(e.Date), Day: longDate(e.Date), Linked: choose(m.Key+"linked", true, false), Paragraphs: told.paragraphs, More: moreStories, Basis: sources(e),
			}, e.Date)
			published := ""
			if full(e.Date) != "" {
				published = stamp(e.Date).Format("Mon, 02 Jan 2006 15:04:05 -0700")
			}
			feed.Items = append(feed.Items, item{told.headline, CourierHome + path, published})
		}
	}
	body, err := xml.MarshalIndent(feed, "", " ")
	if err != nil {
		panic(fmt.Sprintf("replica: feed: %v", err))
	}
	s.add("courier.example", "/feed.xml", "application/rss+xml", append([]byte(xml.Header), body...), "")
	s.render("courier.example", "/", "courier.html", article{Title: "Front page", Paragraphs: []string{"All the news of the day."}, More: moreStories}, "")
}

// full is a date that is known to the day, else "": an article without one
// does not get one invented.
func full(date string) string {
	if len(date) == 10 {
		return date
	}
	return ""
}
