package site

import (
	"encoding/csv"
	"encoding/json"
	"net/url"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"casebook/content"
)

// hostile are texts that do harm where they are not treated as text.
var hostile = []string{
	`<script>alert(1)</script>`,
	`"><img src=x onerror=alert(1)>`,
	`' onmouseover='alert(1)`,
	`javascript:alert(1)`,
	`</title></textarea><svg onload=alert(1)>`,
	`{{.Site}} {% x %} ${7*7} #{1}`,
	`<!-- --><![CDATA[<b>]]>`,
	"abc\u202Etxt.exe\u2066 \u200Fx\u2069",
	"nul\x00byte \x1b[31m red",
	`=HYPERLINK("https://evil.example","x")`,
	`../../etc/passwd`,
	`__proto__`,
	"@misc{x}, \\write18{id} %\n#1",
	`&lt;b&gt; &amp; &#x3c;`,
	"[x](javascript:alert(1)) ![y](https://evil.example/pixel.png) <img src=https://evil.example/p.png>",
}

// hostileBook has a case for each text, with it in every field that a document
// can fill.
func hostileBook() *content.Book {
	b := &content.Book{}
	for i, x := range hostile {
		c := &content.Case{
			ID: "hostile-" + string(rune('a'+i)), Title: x, Regulator: x,
			Organisation: content.Organisation{Name: x, Also: []string{x + " too"}, Role: x},
			Sector:       "Health", Status: content.Final, Action: content.MonetaryPenalty, Date: content.Date{Year: 2024, Month: 2, Day: i + 1},
			Amount: content.Pounds(1000), Controls: []content.Control{"encryption", content.Control(x)}, Provisions: []content.Provision{content.Provision(x)},
			Body: "# " + x + "\n\n1. " + x + "\n\n" + x + "\n",
		}
		c.Communications = content.Communications{Count: 3, Unit: x}
		c.Documents = []content.Document{
			{ID: x, URL: x, Title: x, Publisher: x, Kind: content.DocumentKind(x), Licence: x, SHA256: x, Language: x, Basis: []string{x}},
			{ID: "d2", URL: "https://ok.example/?q=" + x, Title: "Good", Basis: []string{"javascript:alert(1)", "https://basis.example/"}},
		}
		c.Events = []content.Event{{Date: c.Date, Action: content.Action(x), Status: content.Status(x), Amount: c.Amount, Communications: c.Communications, Documents: []string{x}}}
		for _, field := range []string{"organisation", "amount", "controls", "action", "status", "sector", "date", "communications"} {
			c.Evidence = append(c.Evidence, content.Evidence{Field: field, Event: 0, Value: x, Quote: x, Document: x, Page: i % 2})
		}
		b.Cases = append(b.Cases, c)
	}
	b.Sort()
	return b
}

var slugged = regexp.MustCompile(`^[a-z0-9._-]+$`)

func TestHostileTextIsInert(t *testing.T) {
	files := tree(t, build(t, hostileBook(), Options{Address: "https://example.org/", Contact: "errors@example.org"}))
	for name, data := range files {
		for _, part := range strings.Split(name, "/") {
			if !slugged.MatchString(part) {
				t.Errorf("file name %q", name)
			}
		}
		if strings.HasPrefix(name, "search/shards/") || path.Ext(name) == ".js" {
			continue
		}
		if strings.ContainsAny(data, "\u202E\u2066\u2069\u200F\x00\x1b") {
			t.Errorf("%s holds a control of direction or a control character", name)
		}
	}
	for name, doc := range htmlPages(t, files) {
		doc.Find("*").Each(func(_ int, s *goquery.Selection) {
			n := s.Get(0)
			switch n.Data {
			case "img", "iframe", "object", "embed", "base", "style":
				t.Errorf("%s: an element %q", name, n.Data)
			case "script":
				if src := s.AttrOr("src", ""); src != "page.js" {
					t.Errorf("%s: a script of %q", name, src)
				}
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") {
					t.Errorf("%s: a handler %s=%q", name, a.Key, a.Val)
				}
				if a.Key == "href" || a.Key == "src" || a.Key == "action" || a.Key == "cite" {
					u, err := url.Parse(a.Val)
					if err != nil || u.Scheme != "" && u.Scheme != "https" && u.Scheme != "mailto" {
						t.Errorf("%s: %s=%q", name, a.Key, a.Val)
					}
				}
			}
		})
	}
	if got := strings.Count(files["index.html"], "alert(1)"); got == 0 {
		t.Error("the texts are not shown at all")
	}
}

func TestHostileCSVAndJSON(t *testing.T) {
	book := hostileBook()
	files := tree(t, build(t, book, Options{}))
	rows, err := csv.NewReader(strings.NewReader(files["data/cases.csv"])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(book.Cases)+1 {
		t.Errorf("%d rows, want %d", len(rows), len(book.Cases)+1)
	}
	for _, row := range rows {
		for _, cell := range row {
			if strings.ContainsRune("=+-@\t\r", []rune(cell + " ")[0]) {
				t.Errorf("a cell that a spreadsheet runs: %q", cell)
			}
		}
	}
	for _, c := range book.Cases {
		var got struct{ Title string }
		src := files["cases/"+c.ID+".json"]
		if err := json.Unmarshal([]byte(src), &got); err != nil {
			t.Fatalf("%s: %v", c.ID, err)
		}
		if got.Title != c.Title {
			t.Errorf("JSON title %q, want %q", got.Title, c.Title)
		}
		if strings.ContainsAny(src, "<>&") {
			t.Errorf("%s.json holds markup: %s", c.ID, src)
		}
	}
}

func TestIndividualsAreNotNamed(t *testing.T) {
	c := &content.Case{
		ID: "individual-2023", Title: "Individual, insider misuse", Formerly: []string{"orla-penhaligon-2023", "individual-22"}, Regulator: "ICO",
		Organisation: content.Organisation{Name: "Ms Orla Penhaligon", Also: []string{"Orla Penhaligon-Reeve"}, Person: true},
		Status:       content.Final, Action: content.Prosecution, Date: content.Date{Year: 2023, Month: 4, Day: 5},
		Documents: []content.Document{{ID: "ico-1", URL: "https://regulator.example/orla-penhaligon/", Title: "Orla Penhaligon fined", Publisher: "ICO", SHA256: strings.Repeat("a", 64)}},
		Events:    []content.Event{{Date: content.Date{Year: 2023, Month: 4, Day: 5}, Action: content.Prosecution, Status: content.Final, Documents: []string{"ico-1"}}},
		Evidence: []content.Evidence{
			{Field: "organisation", Event: -1, Value: "Orla Penhaligon", Quote: "Ms Orla Penhaligon pleaded guilty.", Document: "ico-1"},
			{Field: "action", Event: 0, Value: "prosecution", Quote: "PENHALIGON was prosecuted, and Penhaligon's phone kept.", Document: "ico-1"},
		},
		Body: "The court heard that Mrs Penhaligon left in May.",
	}
	original := c.Organisation.Name
	files := tree(t, build(t, &content.Book{Cases: []*content.Case{c}}, Options{Address: "https://example.org/"}))
	for name, data := range files {
		if strings.Contains(strings.ToLower(name+data), "penhaligon") || strings.Contains(data, "Orla") {
			t.Errorf("%s names the individual", name)
		}
	}
	page := files["cases/individual-2023/index.html"]
	for _, want := range []string{"Individual, insider misuse", content.Withheld, `content="noindex"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if _, ok := files["cases/individual-22/index.html"]; !ok {
		t.Error("an earlier id without the name leads nowhere")
	}
	if strings.Contains(files["sitemap.xml"], "individual-") {
		t.Error("the sitemap lists an individual's page")
	}
	named := content.People{Show: content.ShowName, Months: 12}
	shown := named.Publish(&content.Book{Cases: []*content.Case{c}}, content.Date{Year: 2024, Month: 4, Day: 4})
	files = tree(t, build(t, shown, Options{Address: "https://example.org/"}))
	for _, name := range []string{"cases/individual-2023/index.html", "cases/individual-2023.json", "data/cases.csv"} {
		if !strings.Contains(files[name], "Orla Penhaligon") {
			t.Errorf("%s does not name the individual while the name is published", name)
		}
	}
	if page := files["cases/individual-2023/index.html"]; !strings.Contains(page, `content="noindex"`) || strings.Contains(files["sitemap.xml"], "individual-") {
		t.Error("search engines may list the page of an individual who is named")
	}
	if c.Organisation.Name != original || !strings.Contains(c.Body, "Penhaligon") {
		t.Error("the book itself was changed")
	}
}
