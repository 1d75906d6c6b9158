package main

import (
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestSearchPage asks the search page of the demo, in a real browser, by its
// address: what is found, what is said, and that nothing is thrown.
func TestSearchPage(t *testing.T) {
	server := httptest.NewServer(siteHandler(filepath.Join(demo(t), "public")))
	defer server.Close()
	ctx := newBrowser(t)
	for _, tt := range []struct {
		name  string
		query string
		see   string // an element that has to be there
	}{
		{"an incident", "incident:ransomware", `//ol[@id="search-results"]//a[contains(@href, "advanced-computer-software-group-2024")]`},
		{"what was proposed", "proposed:>£6 million amount:<£4 million", `//ol[@id="search-results"]//a[contains(@href, "advanced-computer-software-group-2024")]`},
		{"a hit in a quote", "advanced penalty", `//p[contains(@class, "Result-excerpt--evidence")]/q//mark`},
		{"a field that does not exist", "colour:red", `//p[@id="search-status" and contains(., "no field colour: want one of organisation")]`},
		{"a sum that is none", "amount:lots", `//p[@id="search-status" and contains(., "want pounds")]`},
		{"more than anybody types", strings.Repeat("🔒", 5000), `//p[@id="search-status" and contains(., "5000 characters")]`},
		{"the name of a property", "__proto__ constructor", `//p[@id="search-status" and contains(., "No case found")]`},
		{"nothing", "", `//details[@id="search-fields"]//a[. = "affected:1000..50000"]`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if err := chromedp.Do(ctx, chromedp.Navigate(server.URL+"/search/?q="+url.QueryEscape(tt.query))); err != nil {
				t.Fatal(err)
			}
			if err := chromedp.Do(ctx, chromedp.WaitReady(tt.see)); err != nil {
				t.Fatal(err)
			}
			if text, err := chromedp.Run(ctx, chromedp.Text("#search-status")); err != nil || strings.Contains(text, "The search failed") {
				t.Errorf("status %q, %v", text, err)
			}
		})
	}
}
