package site

import (
	"net/url"
	"path"
	"reflect"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"casebook/content"
)

// htmlPages parses every page of a site.
func htmlPages(t *testing.T, files map[string]string) map[string]*goquery.Document {
	t.Helper()
	pages := map[string]*goquery.Document{}
	for name, data := range files {
		if path.Ext(name) != ".html" {
			continue
		}
		doc, err := goquery.NewDocumentFromReader(strings.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		pages[name] = doc
	}
	return pages
}

func TestEveryPageIsWhole(t *testing.T) {
	files := tree(t, build(t, sample(t), Options{Address: "https://example.org/", Contact: "https://example.org/report?x=1", Notice: "A <notice>"}))
	for name, data := range files {
		for _, bad := range []string{"{{", "<no value>", "&amp;lt;", "&amp;amp;", "ZgotmplZ", "%!"} {
			if path.Ext(name) != ".js" && !strings.HasPrefix(name, "search/shards/") && strings.Contains(data, bad) {
				t.Errorf("%s holds %q", name, bad)
			}
		}
	}
	for name, doc := range htmlPages(t, files) {
		for selector, want := range map[string]int{"html[lang]": 1, "head > title": 1, "body > main": 1, "main h1": 1, "h1": 1, "style": 0, "[style]": 0, "script:not([src])": 0} {
			if got := doc.Find(selector).Length(); got != want {
				t.Errorf("%s: %d of %q, want %d", name, got, selector, want)
			}
		}
		if strings.TrimSpace(doc.Find("title").Text()) == "" || strings.TrimSpace(doc.Find("h1").Text()) == "" {
			t.Errorf("%s: an empty title or heading", name)
		}
		if csp, _ := doc.Find(`meta[http-equiv="Content-Security-Policy"]`).Attr("content"); !strings.Contains(csp, "default-src 'none'") {
			t.Errorf("%s: policy %q", name, csp)
		}
	}
}

// links are the addresses that a page names of its own site or elsewhere.
func links(doc *goquery.Document) []string {
	var found []string
	for selector, attribute := range map[string]string{"a[href]": "href", "link[href]": "href", "script[src]": "src", "img[src]": "src", "form[action]": "action"} {
		doc.Find(selector).Each(func(_ int, s *goquery.Selection) { found = append(found, s.AttrOr(attribute, "")) })
	}
	if refresh, ok := doc.Find(`meta[http-equiv="refresh"]`).Attr("content"); ok {
		_, target, _ := strings.Cut(refresh, "url=")
		found = append(found, target)
	}
	return found
}

func TestEveryLinkResolves(t *testing.T) {
	for _, address := range []string{"", "https://example.org/deep/casebook/"} {
		files := tree(t, build(t, sample(t), Options{Address: address}))
		pages := htmlPages(t, files)
		base, _ := url.Parse("https://example.org/deep/casebook/")
		if address == "" {
			base, _ = url.Parse("https://unknown.example/")
		}
		for name, doc := range pages {
			at := base.JoinPath(name)
			for _, link := range links(doc) {
				u, err := at.Parse(link)
				if err != nil {
					t.Errorf("%s: %q: %v", name, link, err)
					continue
				}
				inside, ours := strings.CutPrefix(u.Path, base.Path)
				if u.Host != base.Host || !ours || u.Scheme == "mailto" {
					continue
				}
				file := inside
				if file == "" || strings.HasSuffix(file, "/") {
					file += "index.html"
				}
				if _, ok := files[file]; !ok {
					t.Errorf("%s: %q leads to no file", name, link)
					continue
				}
				if target := pages[file]; u.Fragment != "" && target != nil && target.FindMatcher(byID(u.Fragment)).Length() != 1 {
					t.Errorf("%s: %q: %d elements have that id", name, link, target.FindMatcher(byID(u.Fragment)).Length())
				}
			}
		}
	}
}

// byID matches elements by id, whatever characters it is made of.
type byID string

func (id byID) Match(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "id" && a.Val == string(id) {
			return true
		}
	}
	return false
}

func (id byID) MatchAll(n *html.Node) (found []*html.Node) {
	for d := range n.Descendants() {
		if id.Match(d) {
			found = append(found, d)
		}
	}
	return found
}

func (id byID) Filter(nodes []*html.Node) (found []*html.Node) {
	for _, n := range nodes {
		if id.Match(n) {
			found = append(found, n)
		}
	}
	return found
}

func TestIDsAreUnique(t *testing.T) {
	for name, doc := range htmlPages(t, tree(t, build(t, sample(t), Options{}))) {
		seen := map[string]bool{}
		doc.Find("[id]").Each(func(_ int, s *goquery.Selection) {
			id := s.AttrOr("id", "")
			if seen[id] {
				t.Errorf("%s: id %q stands twice", name, id)
			}
			seen[id] = true
		})
	}
}

// TestEveryValueIsProved holds case pages to their contract: whatever value is
// shown opens a quote or a reason, and every quote of the case is shown.
func TestEveryValueIsProved(t *testing.T) {
	book := sample(t)
	pages := htmlPages(t, tree(t, build(t, book, Options{})))
	for _, c := range book.Cases {
		doc := pages["cases/"+c.ID+"/index.html"]
		values := doc.Find(".Fact-value:not(.Fact-value--absent), .Case-stated, .Case-when, .Case-action")
		if values.Length() < 8 {
			t.Errorf("%s: only %d values", c.ID, values.Length())
		}
		values.Each(func(_ int, s *goquery.Selection) {
			proofs, reasons := s.Find("details .Proof"), strings.TrimSpace(s.Find("details .Evidence-reason").Text())
			if proofs.Length() == 0 && reasons == "" {
				t.Errorf("%s: %q opens nothing", c.ID, strings.Join(strings.Fields(s.Text()), " "))
			}
			proofs.Each(func(_ int, p *goquery.Selection) {
				if strings.TrimSpace(p.Find("blockquote").Text()) == "" || p.Find("figcaption a[href^='#doc-']").Length() != 1 {
					t.Errorf("%s: a proof without quote or document: %q", c.ID, p.Text())
				}
			})
		})
		shown := map[string]bool{}
		doc.Find("blockquote").Each(func(_ int, s *goquery.Selection) { shown[s.Text()] = true })
		for _, e := range c.Evidence {
			if !shown[clean(e.Quote)] && !(c.Organisation.Person && e.Field == "organisation") {
				t.Errorf("%s: the quote for %s is not shown: %q", c.ID, e.Field, e.Quote)
			}
		}
		doc.Find(".Fact-value--absent").Each(func(_ int, s *goquery.Selection) {
			if strings.TrimSpace(s.Text()) == "" {
				t.Errorf("%s: a value is absent without a reason", c.ID)
			}
		})
	}
}

// TestProvisionalIsNeverAFine looks for the proposed sum of an undecided case
// wherever it stands.
func TestProvisionalIsNeverAFine(t *testing.T) {
	pages := htmlPages(t, tree(t, build(t, sample(t), Options{})))
	for name, doc := range pages {
		doc.Find(".Sum").Each(func(_ int, s *goquery.Selection) {
			if strings.Contains(s.Text(), "4,500,000") && !s.HasClass("Sum--provisional") {
				t.Errorf("%s: the proposed sum stands as a fine: %q", name, s.Parent().Text())
			}
		})
	}
	home := pages["index.html"]
	if got := home.Find(".Figure--final .Figure-value").Text(); got != "£24,846,320" {
		t.Errorf("final fines on the home page: %q, want the sum of those that stand, £24,846,320", got)
	}
	if got := home.Find("section[aria-labelledby=biggest]").Text(); strings.Contains(got, "Quillmark") || strings.Contains(got, "Northgate") {
		t.Error("a proposed or overturned fine is among the biggest")
	}
	if got := home.Find("section[aria-labelledby=newest]").Text(); strings.Contains(got, "Quillmark") {
		t.Error("an undecided case is not kept apart from the newest")
	}
}

// TestTemplatesAgreeWithTheirStructs executes each template with the zero
// value of its struct: a field that the struct lacks is an error.
func TestTemplatesAgreeWithTheirStructs(t *testing.T) {
	templates, err := parseTemplates()
	if err != nil {
		t.Fatal(err)
	}
	structs := map[string]any{
		"about.html": AboutPage{}, "case.html": CasePage{}, "cases.html": CasesPage{}, "control.html": ControlPage{}, "group.html": GroupPage{},
		"groups.html": GroupsPage{}, "home.html": HomePage{}, "moved.html": MovedPage{}, "notfound.html": NotFoundPage{},
		"organisation.html": OrganisationPage{}, "search.html": SearchPage{},
	}
	for name, tmpl := range templates {
		data, ok := structs[name]
		if !ok {
			t.Errorf("%s has no struct", name)
			continue
		}
		for _, filled := range []any{data, fill(reflect.TypeOf(data), 0).Interface()} {
			if err := tmpl.ExecuteTemplate(&strings.Builder{}, "layout.html", filled); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// fill makes a value in which every string, list and pointer has something in
// it, so that every branch of a template is taken.
func fill(typ reflect.Type, depth int) reflect.Value {
	v := reflect.New(typ).Elem()
	if depth > 8 {
		return v
	}
	switch typ.Kind() {
	case reflect.String:
		v.SetString("x")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(1)
	case reflect.Pointer:
		v.Set(reflect.New(typ.Elem()))
		v.Elem().Set(fill(typ.Elem(), depth+1))
	case reflect.Slice:
		v.Set(reflect.Append(v, fill(typ.Elem(), depth+1)))
	case reflect.Struct:
		for i := range typ.NumField() {
			v.Field(i).Set(fill(typ.Field(i).Type, depth+1))
		}
	}
	return v
}

func TestLongListsArePaged(t *testing.T) {
	book := &content.Book{}
	for i := range 250 {
		book.Cases = append(book.Cases, &content.Case{
			ID: "case-" + number(1000 + i)[2:], Title: "Case", Date: content.Date{Year: 2024, Month: 1, Day: 1}, Status: content.Final,
			Action: content.Reprimand, Organisation: content.Organisation{Name: "One Organisation Ltd"},
		})
	}
	pages := htmlPages(t, tree(t, build(t, book, Options{})))
	seen := map[string]bool{}
	for _, name := range []string{"years/2024/index.html", "years/2024/2.html", "years/2024/3.html"} {
		doc := pages[name]
		if doc == nil {
			t.Fatalf("no page %s", name)
		}
		if got := doc.Find(".Pager a").Length(); got != 3 {
			t.Errorf("%s: %d links to pages, want 3", name, got)
		}
		doc.Find(".Cases-title").Each(func(_ int, s *goquery.Selection) { seen[s.AttrOr("href", "")] = true })
	}
	if len(seen) != 250 {
		t.Errorf("the pages list %d cases, want 250", len(seen))
	}
	if got := pages["cases/index.html"].Find(".Cases-case").Length(); got != pageOf {
		t.Errorf("the list of cases shows %d, want %d", got, pageOf)
	}
}
