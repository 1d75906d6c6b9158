package main

import (
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestPicture takes the README's picture of the site anew with -update: the
// page of a case with the evidence of its fine opened. Browsers differ in
// pixels, so nothing is compared.
func TestPicture(t *testing.T) {
	if !*update {
		t.Skip("takes the picture of the README anew with -update")
	}
	server := httptest.NewServer(siteHandler(filepath.Join(demo(t), "public")))
	defer server.Close()
	ctx := newBrowser(t)
	const fine = `//li[contains(., "Monetary penalty")]//summary[contains(., "£3,076,320")]`
	for _, do := range []chromedp.Action[chromedp.Void]{
		chromedp.EmulateViewport(1100, 1060),
		chromedp.Navigate(server.URL + "/cases/advanced-computer-software-group-2024/"),
		chromedp.Click(fine),
	} {
		if err := chromedp.Do(ctx, do); err != nil {
			t.Fatal(err)
		}
	}
	picture, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("../../docs/case.png", picture, 0o644); err != nil {
		t.Fatal(err)
	}
}
