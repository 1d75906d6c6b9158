package site

import (
	"path"
	"strings"
	"testing"

	"casebook/content"
)

// F94: every page and the feed carry the day of the last successful crawl, as
// text that needs no script, and nothing where it is not known.
func TestFreshness(t *testing.T) {
	known := tree(t, build(t, sample(t), Options{Crawled: content.Date{Year: 2026, Month: 11, Day: 25}}))
	pages := 0
	for name, doc := range htmlPages(t, known) {
		if doc.Find("head meta[http-equiv=refresh]").Length() > 0 || doc.Find("footer").Length() == 0 {
			continue // a page that only leads on
		}
		pages++
		if got := strings.TrimSpace(doc.Find("footer .Freshness").Text()); got != "Last successful crawl: 25 November 2026" {
			t.Errorf("%s: got %q", name, got)
		}
		day, _ := doc.Find("footer .Freshness time").Attr("datetime")
		script, _ := doc.Find(`head script[type=module][src$="freshness.js"]`).Attr("src")
		if day != "2026-11-25" || name != "404.html" && path.Join(path.Dir(name), script) != "freshness.js" {
			t.Errorf("%s: got the day %q and the script %q", name, day, script)
		}
	}
	if pages < 10 {
		t.Errorf("got %d pages", pages)
	}
	if feed := known["feed.xml"]; !strings.Contains(feed, "<subtitle>Last successful crawl: 2026-11-25</subtitle>") {
		t.Errorf("got the feed\n%.400s", feed)
	}
	for name, data := range tree(t, build(t, sample(t), Options{})) {
		if path.Ext(name) != ".js" && path.Ext(name) != ".css" && strings.Contains(strings.ToLower(data), "successful crawl") {
			t.Errorf("%s speaks of a crawl of which nothing is known", name)
		}
	}
}
