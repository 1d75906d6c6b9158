package crawler_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"casebook/crawler"
)

var update = flag.Bool("update", false, "rewrite the golden parts")

// The folders of testdata are named after the sources. Each file says why it
// exists, holds a page, and what the source must make of it.
var savedSources = map[string]crawler.Source{
	"cma-cases":     crawler.CMACases("https://gov.example"),
	"ico-actions":   crawler.ICOActions("https://ico.example"),
	"ico-decisions": crawler.ICODecisions("https://ico.example"),
	"ico-news":      crawler.ICONews("https://ico.example"),
	"ico-recovery":  crawler.ICORecovery("https://ico.example"),
	"press":         crawler.Press("The Harbour Times", "https://harbour.example", "https://harbour.example/feed.xml"),
}

func TestSavedPages(t *testing.T) {
	names, err := filepath.Glob("testdata/*/*.txtar")
	if err != nil || len(names) < 10 {
		t.Fatalf("got %d saved pages and %v", len(names), err)
	}
	for _, name := range names {
		folder := filepath.Base(filepath.Dir(name))
		t.Run(folder+"/"+strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			saved, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			part := func(name string) string {
				for _, f := range saved.Files {
					if f.Name == name {
						return string(f.Data)
					}
				}
				return ""
			}
			got := understood(savedSources[folder], crawler.Page{
				URL: strings.TrimSpace(part("url")), Sent: strings.TrimSpace(part("sent")),
				ContentType: "text/html; charset=utf-8", Bytes: []byte(part("page")),
			})
			if *update {
				rewrite(t, name, saved, got)
			}
			if diff := cmp.Diff(part("golden"), got); diff != "" && !*update {
				t.Errorf("what was understood (-want +got):\n%s", diff)
			}
		})
	}
}

// rewrite replaces the golden part of a saved page.
func rewrite(t *testing.T, name string, saved *txtar.Archive, golden string) {
	t.Helper()
	last := len(saved.Files) - 1
	if saved.Files[last].Name != "golden" {
		saved.Files = append(saved.Files, txtar.File{Name: "golden"})
		last++
	}
	saved.Files[last].Data = []byte(golden)
	if err := os.WriteFile(name, txtar.Format(saved), 0o644); err != nil {
		t.Fatal(err)
	}
}

// understood is what a source makes of a page, for people to read.
func understood(source crawler.Source, p crawler.Page) string {
	var b strings.Builder
	role := source.Role(p.URL)
	fmt.Fprintf(&b, "role: %s\n", role)
	found, err := source.List(p)
	for _, l := range found.Links {
		fmt.Fprintf(&b, "link: %s%s %q %s\n", l.URL, l.Body, l.Title, strings.TrimSpace(l.Key+" "+l.Date.String()))
	}
	if found.Total > 0 {
		fmt.Fprintf(&b, "total: %d in %q\n", found.Total, found.List)
	}
	if found.Left > 0 {
		fmt.Fprintf(&b, "left out: %d\n", found.Left)
	}
	for _, s := range found.Signals {
		fmt.Fprintf(&b, "signal: %s\n", s)
	}
	if err != nil {
		fmt.Fprintf(&b, "not listed: %v\n", err)
	}
	if role != crawler.Document {
		return b.String()
	}
	drafts, err := source.Read(p)
	if err != nil {
		fmt.Fprintf(&b, "not read: %v\n", err)
	}
	for _, d := range drafts {
		doc := d.Document
		if doc.URL != p.URL {
			fmt.Fprintf(&b, "url: %s\n", doc.URL)
		}
		fmt.Fprintf(&b, "title: %s\npublisher: %s\nkind: %s\npublished: %s\nitem: %s\nlanguage: %s\nlicence: %s\nbasis: %v\nrelated: %v\ntext:\n%s\n",
			doc.Title, doc.Publisher, doc.Kind, doc.Published, doc.Item, doc.Language, doc.Licence, doc.Basis, d.Related, d.Text.Body)
	}
	return b.String()
}
