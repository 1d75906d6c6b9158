package crawler_test

import (
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"casebook/content"
	"casebook/crawler"
)

// published are pages of the register, one every so many days until a day.
func published(n, every int, last string) []content.Document {
	day, err := time.Parse(time.DateOnly, last)
	if err != nil {
		panic(err)
	}
	var all []content.Document
	for i := range n {
		d := day.AddDate(0, 0, -every*i)
		all = append(all, content.Document{
			URL: fmt.Sprintf("https://ico.example/action-weve-taken/enforcement/matter-%d/", i), Kind: content.Item,
			Published: content.Date{Year: d.Year(), Month: int(d.Month()), Day: d.Day()},
		})
	}
	return all
}

// F99: a source whose newest document is older than three times the median
// time between its newest fifty is named.
func TestQuiet(t *testing.T) {
	for _, test := range []struct {
		name      string
		documents []content.Document
		today     string
		want      string
	}{
		{"three times as old", published(60, 7, "2026-10-01"), "2026-10-22", ""},
		{"a day more", published(60, 7, "2026-10-01"), "2026-10-23", "ico-actions: nothing new for 22 days, where the median time between two documents is 7"},
		{"several a day", published(60, 0, "2026-10-01"), "2026-10-05", "nothing new for 4 days, where the median time between two documents is 1"},
		{"only the newest fifty count", append(published(50, 10, "2026-10-01"), published(100, 1, "2020-01-01")...), "2026-10-31", ""},
		{"too few to say", published(9, 7, "2020-10-01"), "2026-10-23", ""},
		{"none", nil, "2026-10-23", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			for i := range test.documents {
				test.documents[i].URL = fmt.Sprintf("https://ico.example/action-weve-taken/enforcement/matter-%d/", i)
			}
			today, err := content.ParseDate(test.today)
			if err != nil {
				t.Fatal(err)
			}
			got := strings.Join(crawler.Quiet(crawler.Sources("https://ico.example"), test.documents, today), "\n")
			if test.want == "" && got != "" || !strings.Contains(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// F34: a redesign makes each page fail. A few are reported and the rest counts;
// more than a fifth stop the run.
func TestFaultRedesign(t *testing.T) {
	const items = 25
	for _, test := range []struct {
		failing int
		want    error
	}{{1, crawler.ErrPartial}, {5, crawler.ErrPartial}, {6, crawler.ErrFailing}, {items, crawler.ErrFailing}} {
		t.Run(fmt.Sprint(test.failing), func(t *testing.T) {
			list := ""
			pages := map[string]http.HandlerFunc{}
			for i := range items {
				path := fmt.Sprintf("/item-%d", i)
				list += path + "\n"
				pages[path] = says("words")
				if i < test.failing {
					pages[path] = says("redesigned")
				}
			}
			pages["/list"] = says(list)
			n := newNights(t, pages)
			read := n.source.List
			n.source.List = func(p crawler.Page) (crawler.Found, error) {
				if string(p.Bytes) == "redesigned" {
					return crawler.Found{}, errors.New("no heading: has the form of the page changed?")
				}
				return read(p)
			}
			_, report, err := n.run(0)
			if !errors.Is(err, test.want) || len(report.Failed) != test.failing {
				t.Errorf("got %v with %d failures, want %v", err, len(report.Failed), test.want)
			}
		})
	}
}

// What a run with held state learned is known to the next one only once it is
// kept; dropped, everything is asked for as before.
func TestHeldState(t *testing.T) {
	n := newNights(t, map[string]http.HandlerFunc{"/list": says("/a@1 /b@1"), "/a": says("a"), "/b": says("b")})
	n.source = stamped(n.source)
	n.config.HoldState = true
	sources := []crawler.Source{n.source}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	first, report, err := n.run(0)
	must(err)
	if _, err := os.Stat(filepath.Join(n.state, n.source.Name+".jsonl")); err == nil || !report.News {
		t.Errorf("the state is there before it is kept; news %t", report.News)
	}
	must(crawler.DropState(n.state, sources))
	if again, _, err := n.run(1); err != nil || again != first {
		t.Errorf("after it was dropped: got %q and %v, want %q", again, err, first)
	}
	must(crawler.KeepState(n.state, sources))
	kept := n.stateFile()
	again, report, err := n.run(1)
	if err != nil || again == first || report.News {
		t.Errorf("after it was kept: got %q, news %t and %v", again, report.News, err)
	}
	must(crawler.KeepState(n.state, sources))
	if files, _ := filepath.Glob(filepath.Join(n.state, "*")); len(files) != 1 || n.stateFile() != kept {
		t.Errorf("got files %v after a night without news", files)
	}
}
