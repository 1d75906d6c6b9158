package main

import (
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"casebook/content"
	"casebook/site"
)

// F94: after three missed nights the browser turns the day of the last
// successful crawl amber, after fourteen days red, and says so in words; until
// then, and without a script, it is the day alone.
func TestFreshnessInTheBrowser(t *testing.T) {
	ctx := newBrowser(t)
	today := time.Now().UTC()
	for _, test := range []struct {
		days         int
		class, words string
	}{
		{0, "Freshness", ""}, {3, "Freshness", ""},
		{4, "Freshness Freshness--amber", "(4 days ago: nightly runs are missing)"}, {13, "Freshness Freshness--amber", "(13 days ago"},
		{14, "Freshness Freshness--red", "(14 days ago: what the sources published since is missing)"},
	} {
		day := today.AddDate(0, 0, -test.days)
		public := filepath.Join(t.TempDir(), "public")
		crawled := content.Date{Year: day.Year(), Month: int(day.Month()), Day: day.Day()}
		if _, err := site.Build(&content.Book{}, public, site.Options{Crawled: crawled}); err != nil {
			t.Fatal(err)
		}
		server := httptest.NewServer(siteHandler(public))
		defer server.Close()
		if err := chromedp.Do(ctx, chromedp.Navigate(server.URL+"/about/")); err != nil {
			t.Fatal(err)
		}
		got, err := chromedp.Run(ctx, chromedp.Evaluate[string](`const l = document.querySelector(".Freshness"); l.className + "\n" + l.textContent`))
		if err != nil {
			t.Fatal(err)
		}
		if class, words, _ := strings.Cut(got, "\n"); class != test.class || !strings.HasPrefix(words, "Last successful crawl: "+crawled.Long()) || !strings.HasSuffix(words, test.words) && !strings.Contains(words, test.words) {
			t.Errorf("%d days after: got %q, want %q and %q", test.days, got, test.class, test.words)
		}
	}
}
