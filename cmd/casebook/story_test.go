package main

import (
	"bytes"
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"

	"casebook/content"
	"casebook/crawler/replica"
)

// demoDir runs the demo once for all tests of this package and returns where
// its archive, content and public folders are.
var demoDir = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "casebook-story-")
	if err != nil {
		return "", err
	}
	var out bytes.Buffer
	if status := run(context.Background(), []string{"demo", "--no-serve", "--out", dir}, strings.NewReader(""), &out, &out); status != 0 {
		return dir, fmt.Errorf("casebook demo: status %d\n%s", status, out.String())
	}
	return dir, nil
})

// demo returns the folder of the demo's result.
func demo(t *testing.T) string {
	t.Helper()
	dir, err := demoDir()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func demoBook(t *testing.T) *content.Book {
	t.Helper()
	book, err := content.Load(os.DirFS(filepath.Join(demo(t), "content")))
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// TestStory goes the whole way: replica, crawl, extract, markdown, index,
// site, and a real browser that searches, filters, opens a case and opens the
// evidence of its fine.
func TestStory(t *testing.T) {
	public := filepath.Join(demo(t), "public")
	server := httptest.NewServer(siteHandler(public))
	defer server.Close()
	ctx := newBrowser(t)
	steps := []struct {
		what string
		do   chromedp.Action[chromedp.Void]
	}{
		{"open the search page", chromedp.Navigate(server.URL + "/search/")},
		{"type", chromedp.SendKeys("#search-form input[name=q]", "ransomware hospital")},
		{"be told that no case has both words", chromedp.WaitVisible(`//p[@id="search-status" and contains(., "with some of them")]`)},
		{"see a result", chromedp.WaitVisible("#search-results li a")},
		{"open the filters", chromedp.Click("#search-jump")},
		{"filter by control", chromedp.Click(`#search-facets input[value="multi-factor-authentication"]`)},
		{"see the case", chromedp.WaitVisible(`#search-results a[href*="advanced-computer-software-group-2024"]`)},
		{"open it", chromedp.Click(`#search-results a[href*="advanced-computer-software-group-2024"]`)},
		{"see its fine", chromedp.WaitVisible("#fact-amount summary")}, // which the search page has not
		{"open the evidence", chromedp.Click("#fact-amount summary")},
		{"read the quote", chromedp.WaitVisible("#fact-amount details[open] blockquote")},
	}
	for _, step := range steps {
		if err := chromedp.Do(ctx, step.do); err != nil {
			t.Fatalf("%s: %v", step.what, err)
		}
	}
	text, err := chromedp.Run(ctx, chromedp.Text("main"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"£3,076,320", "79,404", "£6,090,000", "proposed, not final"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page of the case lacks %q", want)
		}
	}
}

// TestDemoStatesTheFacts compares every case of the demo with the table of
// public facts that the replica's pages restate: a sum, a number of people, a
// control, an incident or a sector that the table does not have is a wrong fact
// under a real name.
func TestDemoStatesTheFacts(t *testing.T) {
	bySource := map[string][]replica.Matter{}
	for _, m := range replica.Matters() {
		for _, e := range m.Events {
			for _, source := range e.Sources {
				bySource[source] = append(bySource[source], m)
			}
		}
	}
	book := demoBook(t)
	if len(book.Cases) < 60 {
		t.Errorf("%d cases, want at least 60", len(book.Cases))
	}
	for _, c := range book.Cases {
		truth := truthOf(c, bySource)
		for i, e := range c.Events {
			if e.Amount.Stated() && !truth.amounts[e.Amount.Minor/100] {
				t.Errorf("%s: events[%d]: %s is no sum of its sources", c.ID, i, e.Amount)
			}
			if e.Affected > 0 && !truth.affected[e.Affected] {
				t.Errorf("%s: events[%d]: %d people are in none of its sources", c.ID, i, e.Affected)
			}
			if e.Communications.Count > 0 && !truth.communications[e.Communications.Count] {
				t.Errorf("%s: events[%d]: %d %s are in none of its sources", c.ID, i, e.Communications.Count, e.Communications.Unit)
			}
		}
		if kind := string(c.Incident.Type); kind != "" && !slices.Contains(truth.incidents, kind) {
			t.Errorf("%s: incident %s is in none of its sources (%v)", c.ID, kind, truth.incidents)
		}
		if sector := string(c.Sector); sector != "" && !slices.Contains(truth.sectors, sector) {
			t.Errorf("%s: sector %s is in none of its sources (%v)", c.ID, sector, truth.sectors)
		}
		for _, control := range c.Controls {
			if !slices.Contains(truth.controls, string(control)) {
				t.Errorf("%s: control %s is in none of its sources (%v)", c.ID, control, truth.controls)
			}
		}
	}
}

// truth is what the sources of a case state.
type truth struct {
	amounts        map[int64]bool
	affected       map[int]bool
	communications map[int]bool
	controls       []string
	incidents      []string
	sectors        []string
}

func truthOf(c *content.Case, bySource map[string][]replica.Matter) truth {
	all := truth{amounts: map[int64]bool{}, affected: map[int]bool{}, communications: map[int]bool{}}
	for _, d := range c.Documents {
		for _, source := range d.Basis {
			for _, m := range bySource[source] {
				all.sectors = append(all.sectors, m.Sector)
				for _, e := range m.Events {
					all.amounts[e.Amount], all.affected[e.Affected], all.communications[e.Communications] = true, true, true
					all.controls = append(all.controls, e.Controls...)
					all.incidents = append(all.incidents, e.Incident)
				}
			}
		}
	}
	return all
}

// TestLives holds the best known lives of cases to what became of them.
func TestLives(t *testing.T) {
	book := demoBook(t)
	for _, want := range []struct {
		id     string
		status content.Status
		fine   int64 // pounds that stand; 0 for none
		events int   // at least
	}{
		{"advanced-computer-software-group-2024", content.Final, 3076320, 2},
		{"british-airways-2019", content.Final, 20000000, 2},
		{"cabinet-office-2021", content.ReducedOnAppeal, 50000, 2},
		{"easylife-2022", content.ReducedOnAppeal, 250000, 2},
		{"clearview-ai-2021", content.Appealed, 0, 5}, // it goes back to the tribunal that had overturned it
		{"dsg-retail-2020", content.ReducedOnAppeal, 250000, 2},
		{"doorstep-dispensaree-2019", content.UpheldOnAppeal, 92000, 3},
		{"scottish-borders-council-2012", content.Overturned, 0, 2},
	} {
		c := book.Case(want.id)
		if c == nil {
			t.Errorf("%s: no such case", want.id)
			continue
		}
		if c.Status != want.status || c.Fine().Minor/100 != want.fine || len(c.Events) < want.events {
			t.Errorf("%s: status %s, fine %s, %d events; want %s, %d, at least %d", want.id, c.Status, c.Fine(), len(c.Events), want.status, want.fine, want.events)
		}
	}
}

// TestDemoIsTheSameTwice runs the demo again elsewhere, and once more in the
// same folder.
func TestDemoIsTheSameTwice(t *testing.T) {
	first, second := demo(t), t.TempDir()
	for range 2 {
		var out bytes.Buffer
		if status := run(t.Context(), []string{"demo", "--no-serve", "--out", second}, strings.NewReader(""), &out, &out); status != 0 {
			t.Fatalf("status %d\n%s", status, out.String())
		}
		for _, folder := range []string{"content", "public"} {
			if a, b := tree(t, filepath.Join(first, folder)), tree(t, filepath.Join(second, folder)); a != b {
				t.Fatalf("%s differs between two runs", folder)
			}
		}
	}
}

// tree is every file below dir with its bytes.
func tree(t testing.TB, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		fmt.Fprintf(&b, "%s\n%s\n", rel, data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}
