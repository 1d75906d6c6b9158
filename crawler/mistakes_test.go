package crawler_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"casebook/content"
	"casebook/content/facts"
	"casebook/crawler"
	"casebook/crawler/archive"
)

// TestMistakes has a row for each mistake that programs which read this
// register have made, and what it would have cost.
func TestMistakes(t *testing.T) {
	const bakery, second = "/action-weve-taken/enforcement/2026/05/harbour-bakery/", "/action-weve-taken/enforcement/2026/05/harbour-bakery-2/"
	tests := []struct {
		mistake string
		avoided func(t *testing.T)
	}{
		{"takes the first sum in the text for the fine", func(t *testing.T) {
			f := stated(t, pageOf("Harbour Bakery Limited", "Monetary penalties", "Retail and manufacture",
				"The most that the law allows is £17.5 million. A penalty of £250,000 had been proposed, and the investigation cost £40,000.",
				"Harbour Bakery Limited has been fined £64,000 after nuisance calls."))
			if f.Amount.Value != content.Pounds(64_000) {
				t.Errorf("got a fine of %s, want £64,000", f.Amount.Value)
			}
		}},
		{"dates an action by the CMS's stamp", func(t *testing.T) {
			s := store(t)
			s.add(bakery, 200, strings.Replace(itemPage("7", "Harbour Bakery", "13 March 2026", ""), "</head>", `<meta name="DC.Date" content="Wednesday, July 08, 2026"></head>`, 1))
			s.addRow(bakery, `"filterItemMetaData":"13 March 2026, Reprimands","createdDateTime":"2026-03-18T16:26:05.967Z"`)
			if got := s.documents(); len(got) != 1 || got[0].Published.String() != "2026-03-13" {
				t.Errorf("got %+v, want the date of the list of facts", got)
			}
		}},
		{"stops when a page of the listing is empty", func(t *testing.T) {
			s := register(t, 3, 3, inOrder("newest1", "newest2", "oldest1"), "a")
			if got := s.itemsRead(t); got != "a b c" {
				t.Errorf("got items %q, want all", got)
			}
		}},
		{"stops at the first item that is older than the last run", func(t *testing.T) {
			names := []string{"a", "b"}
			rows := func(order string, page int) string {
				if page > len(names) {
					return ""
				}
				return row(names[page-1])
			}
			s := register(t, 2, 3, rows, "a", "b")
			s.itemsRead(t)
			names = []string{"a", "b", "c"} // dated before the others, published after them
			if got := s.itemsRead(t); !strings.Contains(got, "c") {
				t.Errorf("got items %q, want the late one too", got)
			}
		}},
		{"takes the first headline of the page for the party", func(t *testing.T) {
			page := strings.Replace(itemPage("7", "Harbour Bakery", "3 May 2026", ""), "<main", "<h1>Take our website user survey</h1><h1>Two minutes</h1><main", 1)
			if d := drafted(t, page); d.Document.Title != "Harbour Bakery" {
				t.Errorf("got %q", d.Document.Title)
			}
		}},
		{"takes a notice about the site for the story", func(t *testing.T) {
			page := strings.Replace(itemPage("7", "Harbour Bakery", "3 May 2026", ""), `<div class="rich-text">`,
				`<div class="prose"><p>Searching by date may give wrong results due to errors with the dates of some documents.</p></div><div class="rich-text">`, 1)
			d := drafted(t, page)
			if strings.Contains(d.Text.Body, "Searching by date") || !strings.Contains(d.Text.Body, "Words of Harbour Bakery.") {
				t.Errorf("got %q", d.Text.Body)
			}
		}},
		{"takes the first file alone, or the Welsh twin", func(t *testing.T) {
			d := drafted(t, itemPage("7", "Harbour Bakery", "3 May 2026",
				further("/media2/a/bakery-mpn-cym.pdf", "Hysbysiad")+further("/media2/b/bakery-mpn.pdf", "Penalty notice")+further("/media2/c/bakery-en.pdf", "Enforcement notice")))
			var got []string
			for _, f := range d.Files {
				got = append(got, strings.TrimPrefix(f.URL, home))
			}
			if want := []string{"/media2/b/bakery-mpn.pdf", "/media2/c/bakery-en.pdf"}; !slices.Equal(got, want) {
				t.Errorf("got files %v, want %v", got, want)
			}
		}},
		{"takes every action for a final one", func(t *testing.T) {
			proposed := statedByNews(t, pageOf("Harbour Bakery faces provisional fine of £250,000", "News", "",
				"The Information Commissioner's Office (ICO) has provisionally decided to fine Harbour Bakery Limited £250,000 after nuisance calls."))
			if proposed.Status.Value != content.Provisional {
				t.Errorf("got %q for what is proposed", proposed.Status.Value)
			}
			appealed := statedByNews(t, pageOf("Harbour Bakery appeals against penalty", "News", "",
				"Harbour Bakery Limited has appealed against the fine of £64,000 imposed on it by the Information Commissioner's Office (ICO)."))
			if appealed.Status.Value != content.Appealed {
				t.Errorf("got %q for what is appealed against", appealed.Status.Value)
			}
		}},
		{"takes the third part of the listing's labels for the sector", func(t *testing.T) {
			s := store(t)
			page := pageOf("Harbour Bakery Limited", "Monetary penalties, Enforcement notices", "Finance insurance and credit", "Harbour Bakery Limited has been fined £64,000 after nuisance calls.")
			s.add(bakery, 200, page)
			s.addRow(bakery, `"filterItemMetaData":"3 May 2026, Monetary penalties, Enforcement notices, Finance insurance and credit"`)
			if got := s.documents(); len(got) != 1 || got[0].Published.String() != "2026-05-03" {
				t.Errorf("got %+v", got)
			}
			if f := stated(t, page); f.Sector.Value != "Finance insurance and credit" || f.Action.Value != content.MonetaryPenalty {
				t.Errorf("got sector %q, action %q", f.Sector.Value, f.Action.Value)
			}
		}},
		{"makes the key of a matter from its address", func(t *testing.T) {
			s := store(t)
			s.add(bakery, 200, itemPage("7", "Harbour Bakery", "3 May 2026", ""))
			s.add(second, 200, itemPage("7", "Harbour Bakery", "3 May 2026", ""))
			got := s.documents()
			if len(got) != 1 || got[0].Item != "ico:7" || !slices.Equal(got[0].Formerly, []string{home + bakery}) {
				t.Errorf("got %+v, want one document with one key and both addresses", got)
			}
		}},
		{"takes the page for the notice when the file fails, without a word", func(t *testing.T) {
			s := store(t)
			s.add(bakery, 200, itemPage("7", "Harbour Bakery", "3 May 2026", further("/media2/b/bakery.pdf", "Notice")))
			whole := pdf(t, "The Commissioner reprimands Harbour Bakery.")
			s.add("/media2/b/bakery.pdf", 200, whole[:len(whole)/2])
			readings, problems := read(t, s.dir, crawler.Sources(home))
			if len(readings) != 2 || readings[1].Document.Kind != content.Notice || readings[1].Text.Body != "" || len(problems) != 1 {
				t.Errorf("got %d documents, problems %v; want the item, a notice without words, and why", len(readings), problems)
			}
		}},
		{"invents the first day of a month", func(t *testing.T) {
			for page, want := range map[string]string{"May 2026": "2026-05", "2026": "2026"} {
				if d := drafted(t, itemPage("7", "Harbour Bakery", page, "")); d.Document.Published.String() != want {
					t.Errorf("%s: got %s, want %s", page, d.Document.Published, want)
				}
			}
		}},
		{"takes words of the navigation for the topic", func(t *testing.T) {
			page := strings.Replace(pageOf("Harbour Bakery Limited", "Reprimands", "", "A reprimand has been issued to Harbour Bakery Limited after an investigation."),
				"<main id=\"main-content\">", `<nav><ul><li>Ransomware and how it did not require multi-factor authentication</li></ul></nav><main id="main-content"><nav>Phishing attack</nav>`, 1)
			page = strings.Replace(page, "</main>", `<further-reading x-href="/for-organisations/encryption/" x-title="It had not encrypted the data" x-location="Guidance"></further-reading></main><footer>A ransomware attack</footer>`, 1)
			f := stated(t, page)
			if len(f.Controls) > 0 || f.Incident.Value == "ransomware" || f.Incident.Value == "phishing" {
				t.Errorf("got controls %v, incident %q", f.Controls, f.Incident.Value)
			}
		}},
		{"takes a run that found nothing for a good one", func(t *testing.T) {
			s := register(t, 0, 0, func(string, int) string { return "" }, "nothing/../..")
			_, _, err := crawlSources(t, map[string]string{"ico.example": s.at}, crawler.ICOActions(home))
			if !errors.Is(err, crawler.ErrTooFew) {
				t.Errorf("got %v, want %v", err, crawler.ErrTooFew)
			}
		}},
		{"asks for ten pages at once and never for robots.txt", func(t *testing.T) {
			s := register(t, 3, 3, inOrder(), "a", "b", "c")
			s.pages["/robots.txt"] = says("User-agent: *\nCrawl-delay: 0.05\nDisallow: /action-weve-taken/enforcement/b/\n")
			source := crawler.ICOActions(home)
			source.AtLeast = 1
			report, _, err := crawlSources(t, map[string]string{"ico.example": s.at}, source)
			if !errors.Is(err, crawler.ErrPartial) || len(report.Sources[0].Failed) != 1 {
				t.Errorf("got %v, failures %v; want the one address that robots.txt closes", err, report.Sources[0].Failed)
			}
			if s.log[0].path != "/robots.txt" || strings.Contains(s.paths(), "/b/") {
				t.Errorf("got requests %s, want robots.txt first and kept", s.paths())
			}
			for i, v := range s.visits() {
				if v.open != 1 || i > 0 && v.at.Sub(s.visits()[i-1].at) < 50*time.Millisecond {
					t.Errorf("%s: %d requests at once, or too soon", v.path, v.open)
				}
			}
		}},
	}
	for _, test := range tests {
		t.Run(test.mistake, test.avoided)
	}
}

// pageOf is an item or news page with its list of facts and paragraphs.
func pageOf(title, kind, sector string, paragraphs ...string) string {
	if sector != "" {
		sector = "<li><span>Sector</span> <strong>" + sector + "</strong></li>"
	}
	return fmt.Sprintf(`<!DOCTYPE html><html lang="en"><head><title>%s | ICO</title><meta name="DC.PageID" content="7"></head><body><main id="main-content">`+
		`<h1>%[1]s</h1><ul><li><span>Date</span> <strong>3 May 2026</strong></li><li><span>Type</span> <strong>%s</strong></li>%s</ul>`+
		`<div class="rich-text"><div class="prose"><p>%s</p></div></div></main></body></html>`, title, kind, sector, strings.Join(paragraphs, "</p><p>"))
}

// drafted is what the register's source makes of a page.
func drafted(t *testing.T, page string) crawler.Draft {
	t.Helper()
	drafts, err := crawler.ICOActions(home).Read(crawler.Page{URL: home + "/action-weve-taken/enforcement/2026/05/harbour-bakery/", ContentType: "text/html; charset=utf-8", Bytes: []byte(page)})
	if err != nil || len(drafts) != 1 {
		t.Fatalf("got %d drafts and %v", len(drafts), err)
	}
	return drafts[0]
}

// stated is what the text of a page states.
func stated(t *testing.T, page string) content.Facts {
	t.Helper()
	d := drafted(t, page)
	return facts.Extract(d.Text, facts.Hint{Published: d.Document.Published, Kind: d.Document.Kind})
}

// statedByNews is the same of a news page.
func statedByNews(t *testing.T, page string) content.Facts {
	t.Helper()
	drafts, err := crawler.ICONews(home).Read(crawler.Page{URL: home + "/about-the-ico/media-centre/news-and-blogs/2026/05/bakery/", ContentType: "text/html; charset=utf-8", Bytes: []byte(page)})
	if err != nil || len(drafts) != 1 {
		t.Fatalf("got %d drafts and %v", len(drafts), err)
	}
	return facts.Extract(drafts[0].Text, facts.Hint{Published: drafts[0].Document.Published, Kind: content.News})
}

// addRow stores a listing of one row with more of its keys.
func (s *stored) addRow(path, keys string) {
	s.t.Helper()
	if _, err := s.w.Add(archive.Exchange{
		Method: "POST", URL: home + "/api/search", RequestBody: []byte(`{"pageNumber":1}`), Time: s.at, Status: 200,
		Body: fmt.Appendf(nil, `{"results":[{"id":7,"title":"A row","url":%q,%s}],"pagination":{"totalResults":1,"totalPages":1}}`, path, keys),
	}); err != nil {
		s.t.Fatal(err)
	}
}

// documents are those of the archive.
func (s *stored) documents() []content.Document {
	s.t.Helper()
	readings, problems := read(s.t, s.dir, crawler.Sources(home))
	if len(problems) > 0 {
		s.t.Errorf("problems %v", problems)
	}
	var all []content.Document
	for _, r := range readings {
		all = append(all, r.Document)
	}
	return all
}

// itemsRead crawls a register and returns the items that were asked for, of
// this run and those before.
func (s *site) itemsRead(t *testing.T) string {
	t.Helper()
	source := crawler.ICOActions(home)
	source.AtLeast = 1
	if _, _, err := crawlSources(t, map[string]string{"ico.example": s.at}, source); err != nil {
		t.Fatal(err)
	}
	var items []string
	for _, v := range s.visits() {
		if name, ok := strings.CutPrefix(v.path, "/action-weve-taken/enforcement/"); ok && !slices.Contains(items, strings.TrimSuffix(name, "/")) {
			items = append(items, strings.TrimSuffix(name, "/"))
		}
	}
	slices.Sort(items)
	return strings.Join(items, " ")
}
