package main

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"casebook/crawler/replica"
)

// add reads a page into the repository of a night.
func (n *night) add(address string, more ...string) (status int, said string) {
	n.t.Helper()
	args := []string{"add", address, "--archive", n.path("archive"), "--content", n.path("content")}
	return casebook(n.t, append(args, more...)...)
}

// article answers with a page of a newspaper.
func article(headline, words string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			fmt.Fprint(w, "User-agent: *\nDisallow: /private/\n")
			return
		}
		fmt.Fprintf(w, `<!doctype html><html lang="en"><head><title>%s</title><meta property="article:published_time" content="2026-03-05T08:00:00Z"></head>
<body><article><h1>%s</h1>%s</article></body></html>`, headline, headline, words)
	}
}

// paragraphs are words as a newspaper sets them, long enough to be an article.
func paragraphs(words ...string) string {
	return "<p>" + strings.Join(words, "</p>\n<p>") + "</p>"
}

var fined = article("Tidewater Parcels fined £90,000 after a break-in", paragraphs(
	"The Information Commissioner's Office has fined Tidewater Parcels Limited £90,000 after intruders copied the details of 41,000 people in a ransomware attack.",
	"The regulator said on Wednesday that the company had failed to use multi-factor authentication for the accounts of its administrators, which the intruders had got hold of.",
	"The Commissioner issued the monetary penalty notice on 4 March 2026. Tidewater Parcels Limited said that it had told everybody concerned and would not appeal against the decision."))

var weather = article("Rain delays the harbour fair", paragraphs(
	"The harbour fair was put off on Saturday after two days of rain had left the meadow behind the quay under water, its committee said.",
	"Stallholders were told that they may keep their places for the new date, which falls on the last weekend of the month, unless the river rises again.",
	"Last year's fair brought some nine thousand people to the town, more than ever before, and the inns are booked for both weekends."))

// What a page states is shown with its quotes, and kept where that is an
// enforcement action: page and case, once.
func TestAdd(t *testing.T) {
	const address = "https://courier.example/news/2026/tidewater-parcels"
	n := newNight(t, replica.Options{})
	n.become(fined)
	status, said := n.add(address, "--dry-run")
	for _, want := range []string{"Office has fined Tidewater Parcels Limited £90,000 after intruders", "tidewater-parcels-2026: case + final monetary-penalty 90000 GBP (press-1)", "Dry run: nothing was written."} {
		if !strings.Contains(said, want) {
			t.Errorf("dry run: got %s\nwant %q", said, want)
		}
	}
	if files, err := os.ReadDir(n.dir); err != nil || len(files) != 1 || status != 0 {
		t.Errorf("dry run: got status %d, files %v and %v, want the configuration alone", status, files, err)
	}
	if status, said = n.add(address); status != 0 {
		t.Fatalf("got status %d: %s", status, said)
	}
	c := n.read("content/cases/2026/tidewater-parcels-2026.md")
	for _, want := range []string{"amount: 90000", "affected: 41000", "multi-factor-authentication", address, "publisher: \"" + replica.CourierName + "\"", "2026-03-04"} {
		if !strings.Contains(strings.ReplaceAll(c, "publisher: "+replica.CourierName, "publisher: \""+replica.CourierName+"\""), want) {
			t.Errorf("the case lacks %q:\n%s", want, c)
		}
	}
	if files, err := filepath.Glob(n.path("archive/*.warc.gz")); err != nil || len(files) != 1 {
		t.Errorf("got archive %v and %v", files, err)
	}
	if status, said = n.add(address); status != 0 || !strings.Contains(said, "The book stays as it is.") || n.read("content/cases/2026/tidewater-parcels-2026.md") != c {
		t.Errorf("again: got status %d: %s", status, said)
	}
	if status, said := casebook(t, "check", "--content", n.path("content"), "--archive", n.path("archive"), "--config", n.path("casebook.yaml")); status != 0 {
		t.Errorf("check: got status %d: %s", status, said)
	}
}

// A page of the register joins the case that the book has already, with its
// notice.
func TestAddToCase(t *testing.T) {
	n := begun(t)
	n.remove("archive")
	var item, file string
	for _, c := range demoBook(t).Cases {
		if c.ID == "advanced-computer-software-group-2024" {
			file = "content/" + c.Path()
			for _, d := range c.Documents {
				if d.Kind == "item" {
					item = d.URL
				}
			}
		}
	}
	before := n.read(file)
	if status, said := n.add(item); status != 0 || !strings.Contains(said, "2 pages read") || !strings.Contains(said, "The book stays as it is.") || n.read(file) != before {
		t.Errorf("got status %d: %s", status, said)
	}
}

// What is no enforcement, no page or not to be read is named, and nothing is
// kept of it.
func TestAddNotKept(t *testing.T) {
	n := newNight(t, replica.Options{})
	n.become(weather)
	for _, test := range []struct {
		name, address string
		status        int
		say           string
	}{
		{"no enforcement", "https://courier.example/news/rain", statusQuality, "not kept: it states no enforcement action"},
		{"forbidden by robots.txt", "https://courier.example/private/rain", statusRefused, `"disallow: /private/"`},
		{"a feed", "https://courier.example/feed.xml", statusUsage, "is a list or a file"},
		{"a front page", "https://courier.example/", statusUsage, "courier has no documents there"},
		{"no address", "rain", statusUsage, "want the address of a page"},
		{"another port", "https://courier.example:8443/news/rain", statusUsage, "want the address of a page"},
		{"an address of this machine", "https://127.0.0.1/news/rain", statusPartial, "not an address of the public web"},
		{"a file of this machine", "file:///etc/hosts", statusUsage, "want the address of a page"},
	} {
		t.Run(test.name, func(t *testing.T) {
			status, said := n.add(test.address)
			if status != test.status || !strings.Contains(said, test.say) {
				t.Errorf("got status %d: %s\nwant %d and %q", status, said, test.status, test.say)
			}
			for _, folder := range []string{"archive", "content"} {
				if _, err := os.Stat(n.path(folder)); err == nil {
					t.Errorf("%s was written", folder)
				}
			}
		})
	}
}
