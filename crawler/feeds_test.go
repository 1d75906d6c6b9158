package crawler_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"casebook/content/facts"
	"casebook/content/link"
	"casebook/crawler"
)

// listFeed reads bytes as the feed of a newspaper. It returns instead of a
// panic what a panic said.
func listFeed(body []byte) (found crawler.Found, panicked any, err error) {
	defer func() { panicked = recover() }()
	source := crawler.Press("The Harbour Times", "https://harbour.example", "https://harbour.example/feed.xml")
	found, err = source.List(crawler.Page{URL: "https://harbour.example/feed.xml", ContentType: "application/xml", Bytes: body})
	return found, panicked, err
}

func feed(items string) string {
	return `<?xml version="1.0"?><rss version="2.0"><channel><title>The Harbour Times</title>` + items + `</channel></rss>`
}

func TestFeeds(t *testing.T) {
	const story = `<item><title>Bakery  fined</title><link>https://harbour.example/money/bakery</link><pubDate>Fri, 29 May 2026 06:00:00 +0000</pubDate></item>`
	tests := []struct {
		name, body string
		want       string // address and date of each article
		err        bool
	}{
		{"RSS", feed(story), "/money/bakery 2026-05-29", false},
		{"Atom", `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>Bakery fined</title><link rel="alternate" href="https://www.harbour.example/money/bakery#top"/><published>2026-05-29T06:00:00Z</published><updated>2026-06-02T06:00:00Z</updated></entry></feed>`, "/money/bakery 2026-05-29", false},
		{"JSON Feed", `{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"https://harbour.example/money/bakery","title":"Bakery fined","date_published":"2026-05-29T06:00:00Z"}]}`, "/money/bakery 2026-05-29", false},
		{"the day of an edit is not that of publication", strings.Replace(feed(story), "pubDate", "edited", 2), "/money/bakery ", false},
		{"a date that nobody can read", strings.Replace(feed(story), "Fri, 29 May 2026 06:00:00 +0000", "a Friday in May", 1), "/money/bakery ", false},
		{"no articles", feed(""), "", false},
		{"a page", "<!DOCTYPE html><title>Sorry</title>", "", true},
		{"nothing", "", "", true},
		{"cut off", feed(story)[:120], "", true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			found, panicked, err := listFeed([]byte(test.body))
			var got []string
			for _, l := range found.Links {
				got = append(got, strings.TrimPrefix(l.URL, "https://harbour.example")+" "+l.Date.String())
			}
			if panicked != nil || (err != nil) != test.err || strings.Join(got, "\n") != test.want {
				t.Errorf("got %q, %v, panic %v; want %q, error %v", got, err, panicked, test.want, test.err)
			}
		})
	}
}

// An article without a date of its own has the one of the feed.
func TestDateOfTheFeed(t *testing.T) {
	s := store(t)
	source := crawler.Press("The Harbour Times", home, home+"/feed.xml")
	s.add("/feed.xml", 200, feed(`<item><title>Bakery fined</title><link>`+home+`/money/bakery</link><pubDate>Fri, 29 May 2026 06:00:00 +0000</pubDate></item>`))
	words := strings.Repeat("<p>The regulator has fined Harbour Bakery Limited £64,000 after it made 212,044 nuisance calls to people who had asked not to be called.</p>", 6)
	s.add("/money/bakery", 200, "<!DOCTYPE html><html><head><title>Bakery fined</title></head><body><article><h1>Bakery fined</h1>"+words+"</article></body></html>")
	s.add("/money/dated", 200, `<!DOCTYPE html><html><head><title>Bakery pays</title><meta property="article:published_time" content="2026-06-01T00:00:00Z"></head><body><article><h1>Bakery pays</h1>`+words+"</article></body></html>")
	readings, problems := read(t, s.dir, []crawler.Source{source})
	if len(readings) != 2 || len(problems) > 0 {
		t.Fatalf("got %d documents, problems %v", len(readings), problems)
	}
	for i, want := range []string{"2026-05-29", "2026-06-01"} {
		if got := readings[i].Document.Published.String(); got != want {
			t.Errorf("%s: got %q, want %s", readings[i].Document.URL, got, want)
		}
	}
}

// The suite is feeds of other people, most of them broken, which are no part
// of the project; CASEBOOK_SHARED names the folder that it lies in. Each is
// also read cut off at many places.
func TestSuiteFeeds(t *testing.T) {
	shared := os.Getenv("CASEBOOK_SHARED")
	if shared == "" {
		t.Skip("CASEBOOK_SHARED names no folder of suites")
	}
	names, err := filepath.Glob(filepath.Join(shared, "suites", "feeds", "*", "*"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no feeds: %v", err)
	}
	good, refused := 0, 0
	for _, name := range names {
		body, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for cut := len(body); cut > 0; cut -= 1 + len(body)/50 {
			start := time.Now()
			found, panicked, err := listFeed(body[:cut])
			if panicked != nil {
				t.Errorf("%s, %d of %d bytes: panic: %v", filepath.Base(name), cut, len(body), panicked)
			}
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("%s, %d of %d bytes: took %s", filepath.Base(name), cut, len(body), took)
			}
			for _, l := range found.Links {
				if !strings.HasPrefix(l.URL, "https://harbour.example/") {
					t.Errorf("%s: leads to %q", filepath.Base(name), l.URL)
				}
			}
			if cut == len(body) && err == nil {
				good++
			} else if cut == len(body) {
				refused++
				t.Logf("%s: %v", filepath.Base(name), err)
			}
		}
	}
	t.Logf("%d feeds: %d read, %d refused with a reason", len(names), good, refused)
}

// What the press writes is kept only where it tells of an enforcement action:
// other stories are read, and make no case.
func TestStoriesWithoutAnAction(t *testing.T) {
	article := func(title string, paragraphs ...string) string {
		return `<!DOCTYPE html><html><head><title>` + title + `</title><meta property="article:published_time" content="2026-06-01T00:00:00Z"></head><body><article><h1>` +
			title + `</h1><p>` + strings.Join(paragraphs, "</p><p>") + "</p></article></body></html>"
	}
	stories := map[string]string{
		"/money/bakery": article("Harbour Bakery fined £64,000 over nuisance calls",
			"The Information Commissioner's Office (ICO) has fined Harbour Bakery Limited £64,000 after it made 212,044 nuisance calls.", "The company called people who had registered with the Telephone Preference Service, and did so for eleven months before anybody stopped it."),
		"/tech/advice": article("Ransomware: five signs that your laptop is infected",
			"Attackers ask for up to £2 million, experts say, and half a million people have lost files this year to one gang alone.", "Keep your software up to date, and test your backups before you need them, a consultant said. Nobody should pay."),
		"/money/other": article("FCA fines lender £3 million",
			"The Financial Conduct Authority (FCA) has fined Northgate Lending Limited £3,000,000 for failings in how it treated its borrowers.", "The FCA said that the lender had not kept proper records of what it had told them, and that it had been warned before."),
		"/news/bridge": article("Council fined £1.2 million over bridge collapse",
			"Northmoor Borough Council was fined £1.2 million at the crown court after a footbridge collapsed under a school's sports day.", "The court heard that inspectors had written to the council three times. Nobody was badly hurt."),
	}
	s := store(t)
	for _, path := range []string{"/money/bakery", "/tech/advice", "/money/other", "/news/bridge"} {
		s.add(path, 200, stories[path])
	}
	readings, problems := read(t, s.dir, []crawler.Source{crawler.Press("The Harbour Times", home, home+"/feed.xml")})
	if len(readings) != len(stories) || len(problems) > 0 {
		t.Fatalf("got %d documents, problems %v", len(readings), problems)
	}
	for i, r := range readings {
		readings[i].Facts = facts.Extract(r.Text, facts.Hint{Published: r.Document.Published, Kind: r.Document.Kind})
	}
	book := link.Link(nil, readings)
	if len(book.Cases) != 1 || book.Cases[0].ID != "harbour-bakery-2026" || len(book.Cases[0].Documents) != 1 {
		t.Errorf("got %d cases, want the bakery's with its one article: %+v", len(book.Cases), book.Cases)
	}
}
