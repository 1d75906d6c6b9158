package crawler_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/content"
	"casebook/crawler"
)

func TestDateSignals(t *testing.T) {
	const path = "/action-weve-taken/enforcement/2024/05/harbour-bakery/"
	reading := func(kind content.DocumentKind, path, item, date string) content.Reading {
		r := content.Reading{Document: content.Document{URL: home + path, Kind: kind, Item: item}}
		if date == "" {
			return r
		}
		d, err := content.ParseDate(date)
		if err != nil {
			t.Fatal(err)
		}
		r.Document.Published = d
		if kind == content.Notice {
			r.Facts.Decided.Value = d
		}
		return r
	}
	tests := []struct {
		name             string
		notice, page, at string
		want             []string
	}{
		{"all agree", "2024-05-28", "2024-05-30", path, nil},
		{"a month apart", "2024-04-28", "2024-05-29", path, nil},
		{"the page is late", "2024-01-15", "2024-05-28", path, []string{
			"ico:7: the notice " + home + "/n.pdf says 2024-01-15, the address " + home + path + " says 2024-05: 107 days apart",
			"ico:7: the notice " + home + "/n.pdf says 2024-01-15, the page " + home + path + " says 2024-05-28: 134 days apart",
		}},
		{"without a notice the page is asked", "", "2023-05-28", path, []string{
			"ico:7: the page " + home + path + " says 2023-05-28, the address " + home + path + " says 2024-05: 339 days apart",
		}},
		{"a date of a year is any day of it", "2024", "2024-05-28", path, nil},
		{"an address of the old form says nothing", "2024-05-28", "2024-05-28", "/action-weve-taken/enforcement/harbour-bakery/", nil},
		{"no date at all", "", "", "/action-weve-taken/enforcement/harbour-bakery/", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := crawler.DateSignals([]content.Reading{reading(content.Item, test.at, "ico:7", test.page), reading(content.Notice, "/n.pdf", "ico:7", test.notice),
				reading(content.Item, "/action-weve-taken/enforcement/2010/01/other/", "", "2024-01-01")})
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("signals (-want +got):\n%s", diff)
			}
		})
	}
}
