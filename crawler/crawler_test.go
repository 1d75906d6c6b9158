package crawler_test

import (
	"net"
	"net/http"
	"strings"
	"testing"

	"casebook/content"
	"casebook/crawler"
	"casebook/crawler/archive"
	"casebook/crawler/replica"
)

// demoSources are the live sources at the replica's addresses.
func demoSources() []crawler.Source {
	return []crawler.Source{
		crawler.ICOActions(replica.ICOHome),
		crawler.ICONews(replica.ICOHome),
		crawler.Press("courier", replica.CourierName, replica.CourierHome, replica.CourierHome+"/feed.xml"),
	}
}

// crawlReplica crawls a replica with options into a new archive.
func crawlReplica(t *testing.T, options replica.Options) (string, crawler.Report, error) {
	t.Helper()
	twin := replica.New(options)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: twin}
	go server.Serve(l)
	defer server.Close()
	reach := map[string]string{}
	for _, host := range twin.Hosts() {
		reach[host] = l.Addr().String()
	}
	dir := t.TempDir()
	w, err := archive.Create(dir, "casebook test")
	if err != nil {
		t.Fatal(err)
	}
	report, err := crawler.Crawl(t.Context(), crawler.Config{Sources: demoSources(), Archive: w, Contact: "test", Version: "0", Reach: reach})
	if closed := w.Close(); closed != nil {
		t.Fatal(closed)
	}
	return dir, report, err
}

func TestCrawlReplica(t *testing.T) {
	dir, report, err := crawlReplica(t, replica.Options{})
	if err != nil {
		t.Fatalf("Crawl: %v", err)
	}
	for _, line := range report.Lines() {
		t.Log(line)
	}
	if n := report.Failed(); n > 0 {
		t.Errorf("%d addresses failed", n)
	}
	r, err := archive.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	readings, problems := crawler.Read(r, demoSources())
	for _, p := range problems {
		t.Errorf("Read: %s", p)
	}
	kinds := map[content.DocumentKind]int{}
	for _, reading := range readings {
		kinds[reading.Document.Kind]++
		if reading.Document.Kind == content.Notice && reading.Document.Item == "" {
			t.Errorf("%s belongs to no item", reading.Document.URL)
		}
		if strings.Contains(reading.Text.Body, "Tell us about") || strings.Contains(reading.Text.Body, "More stories") || strings.Contains(reading.Text.Body, "READ MORE") {
			t.Errorf("%s: text holds what is beside the story:\n%s", reading.Document.URL, reading.Text.Body)
		}
		if len(reading.Document.Basis) == 0 && reading.Document.Title != "Front page" {
			t.Errorf("%s names no source of its facts", reading.Document.URL)
		}
	}
	t.Log(kinds)
	if testing.Verbose() {
		for i, reading := range readings {
			if i%40 == 3 {
				t.Logf("%+v\n%s", reading.Document, reading.Text.Body)
			}
		}
	}
}
