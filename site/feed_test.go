package site

import (
	"encoding/csv"
	"encoding/xml"
	"net/url"
	"slices"
	"strings"
	"testing"
)

func TestFeed(t *testing.T) {
	for _, tt := range []struct{ name, address, first string }{
		{"with an address", "https://example.org/casebook", "https://example.org/casebook/cases/quillmark-pensions-2026/"},
		{"without one", "", "cases/quillmark-pensions-2026/"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			book := sample(t)
			var f atomFeed
			if err := xml.Unmarshal([]byte(tree(t, build(t, book, Options{Address: tt.address}))["feed.xml"]), &f); err != nil {
				t.Fatal(err)
			}
			if len(f.Entries) != len(book.Cases) || f.ID == "" || f.Title == "" || f.Author.Name == "" || f.Updated != "2026-10-08T00:00:00Z" {
				t.Errorf("feed %+v", f)
			}
			ids := map[string]bool{}
			for _, e := range f.Entries {
				if u, err := url.Parse(e.ID); err != nil || u.Scheme == "" || ids[e.ID] {
					t.Errorf("entry id %q: want one absolute and unique", e.ID)
				}
				ids[e.ID] = true
			}
			if got := f.Entries[0]; got.Link.Href != tt.first || !strings.Contains(got.Title, "provisional") || !strings.Contains(got.Summary, "proposed") {
				t.Errorf("first entry %+v", got)
			}
		})
	}
}

func TestSitemap(t *testing.T) {
	files := tree(t, build(t, sample(t), Options{Address: "https://example.org/casebook/"}))
	var m sitemap
	if err := xml.Unmarshal([]byte(files["sitemap.xml"]), &m); err != nil {
		t.Fatal(err)
	}
	for _, u := range m.URLs {
		name := strings.TrimPrefix(u.Loc, "https://example.org/casebook/")
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		if page, ok := files[name]; !ok || strings.Contains(page, `content="noindex"`) {
			t.Errorf("%s leads to no page for search engines", u.Loc)
		}
	}
	indexed := 0
	for name, data := range files {
		if strings.HasSuffix(name, ".html") && !strings.Contains(data, `content="noindex"`) {
			indexed++
		}
	}
	if len(m.URLs) != indexed {
		t.Errorf("%d addresses, want %d", len(m.URLs), indexed)
	}
	if got := files["robots.txt"]; !strings.Contains(got, "Sitemap: https://example.org/casebook/sitemap.xml") {
		t.Errorf("robots.txt: %q", got)
	}
	without := tree(t, build(t, sample(t), Options{}))
	if _, ok := without["sitemap.xml"]; ok {
		t.Error("a sitemap without an address")
	}
}

func TestSitemapsAreBounded(t *testing.T) {
	b := &builder{}
	b.address, _ = parseAddress("https://example.org")
	urls := slices.Repeat([]sitemapURL{{"https://example.org/"}}, inSitemap+1)
	var names []string
	for _, o := range b.sitemaps(urls) {
		names = append(names, o.path)
	}
	if want := []string{"sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"}; !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
}

// TestCSVKeepsProposalsApart adds up the column of fines, as a reader will.
func TestCSVKeepsProposalsApart(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(tree(t, build(t, sample(t), Options{}))["data/cases.csv"])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	fine, proposed, id := slices.Index(rows[0], "final_fine"), slices.Index(rows[0], "proposed_amount"), slices.Index(rows[0], "id")
	got := map[string][2]string{}
	for _, row := range rows[1:] {
		got[row[id]] = [2]string{row[fine], row[proposed]}
	}
	for id, want := range map[string][2]string{
		"quillmark-pensions-2026": {"", "4500000"}, "british-airways-2019": {"20000000", ""}, "northgate-lending-2021": {"", ""},
		"marlow-retail-2022": {"250000", ""}, "individual-2021": {"", ""},
	} {
		if got[id] != want {
			t.Errorf("%s: fine and proposal %q, want %q", id, got[id], want)
		}
	}
}
