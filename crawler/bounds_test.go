package crawler_test

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"casebook/content"
	"casebook/crawler"
)

// A source whose documents have lost their text, dates or sums is broken, and
// the error says which of them and names one.
func TestCheckFill(t *testing.T) {
	source := crawler.ICOActions(home)
	source.Fill = crawler.FillBounds{Words: .8, Date: .9, Item: .9, Party: .7, Amount: .9}
	tests := []struct {
		name string
		bend func(i int, r *content.Reading)
		n    int
		say  string // "" for all well
	}{
		{"all is known", func(int, *content.Reading) {}, 30, ""},
		{"a few scans", func(i int, r *content.Reading) {
			if r.Document.Kind == content.Notice && i < 6 {
				r.Text.Body = ""
			}
		}, 30, ""},
		{"too many scans", func(i int, r *content.Reading) {
			if r.Document.Kind == content.Notice && i < 7 {
				r.Text.Body = ""
			}
		}, 30, "23 of 30 files with words, want at least 80 %"},
		{"no dates", func(_ int, r *content.Reading) { r.Document.Published = content.Date{} }, 30, "0 of 30 pages with a date"},
		{"no keys", func(_ int, r *content.Reading) { r.Document.Item = "" }, 30, "0 of 30 pages with a key"},
		{"no parties", func(_ int, r *content.Reading) { r.Facts.Parties = nil }, 30, "0 of 30 actions with a party"},
		{"no sums", func(_ int, r *content.Reading) { r.Facts.Amount = content.Fact[content.Money]{} }, 30, "0 of 30 penalties with a sum"},
		{"what is no penalty needs no sum", func(_ int, r *content.Reading) {
			r.Facts.Action.Value, r.Facts.Amount = content.Reprimand, content.Fact[content.Money]{}
		}, 30, ""},
		{"too few to say anything", func(_ int, r *content.Reading) { r.Document.Published = content.Date{} }, 19, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var readings []content.Reading
			for i := range test.n {
				page := content.Reading{
					Document: content.Document{URL: fmt.Sprintf("%s/action-weve-taken/enforcement/2026/05/a%02d/", home, i), Kind: content.Item, Item: fmt.Sprint("ico:", i), Published: content.Date{Year: 2026}},
					Text:     content.Text{Body: "Words."},
					Facts: content.Facts{Enforcement: true, Parties: make([]content.Fact[content.Party], 1),
						Action: content.Fact[content.Action]{Value: content.MonetaryPenalty}, Amount: content.Fact[content.Money]{Quotes: make([]content.Quote, 1)}},
				}
				file := content.Reading{Document: content.Document{URL: fmt.Sprintf("%s/media2/%d/notice.pdf", home, i), Kind: content.Notice}, Text: content.Text{Body: "Words."}}
				test.bend(i, &page)
				test.bend(i, &file)
				readings = append(readings, page, file)
			}
			err := crawler.CheckFill([]crawler.Source{source}, readings)
			if test.say == "" && err != nil || test.say != "" && (!errors.Is(err, crawler.ErrTooBare) || !strings.Contains(err.Error(), test.say) || !strings.Contains(err.Error(), home)) {
				t.Errorf("got %v, want %q", err, test.say)
			}
		})
	}
}

// More documents than ever is a signal; half of them is an error, and what was
// read is in the archive.
func TestListedBounds(t *testing.T) {
	pages := map[string]http.HandlerFunc{"/list": says("/a /b /c /d")}
	for _, path := range []string{"/a", "/b", "/c", "/d"} {
		pages[path] = says(path)
	}
	tests := []struct {
		name            string
		least, most     int
		err             error
		signals, stored int
	}{
		{"within", 2, 4, nil, 0, 6},
		{"no bound above", 2, 0, nil, 0, 6},
		{"more", 1, 3, nil, 1, 6},
		{"fewer", 5, 9, crawler.ErrTooFew, 0, 6},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := newSite(t, pages)
			source := plainSource(plainHost)
			source.AtLeast, source.AtMost = test.least, test.most
			report, entries, err := crawlSources(t, map[string]string{plainHost: s.at}, source)
			if !errors.Is(err, test.err) {
				t.Errorf("got %v, want %v", err, test.err)
			}
			if got := report.Sources[0].Signals; len(got) != test.signals {
				t.Errorf("got signals %q, want %d", got, test.signals)
			}
			if len(entries) != test.stored {
				t.Errorf("got %d answers in the archive, want all %d", len(entries), test.stored)
			}
		})
	}
}
