package crawler_test

import (
	"bytes"
	"encoding/json"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"casebook/content"
	"casebook/crawler"
	"casebook/crawler/archive"
	"casebook/crawler/replica"
)

// replicaSources are the live sources at the replica's addresses.
func replicaSources() []crawler.Source {
	return []crawler.Source{crawler.ICOActions(replica.ICOHome), crawler.ICONews(replica.ICOHome),
		crawler.Press(replica.CourierName, replica.CourierHome, replica.CourierHome+"/feed.xml")}
}

// crawlReplica crawls the replica into the archive in dir.
func crawlReplica(t *testing.T, dir string, options replica.Options) (crawler.Report, error) {
	t.Helper()
	return crawlReplicaOn(t, dir, options, nil, replicaSources()...)
}

// crawlReplicaOn crawls some sources of the replica by another clock.
func crawlReplicaOn(t *testing.T, dir string, options replica.Options, now func() time.Time, sources ...crawler.Source) (crawler.Report, error) {
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
	w, err := archive.Create(dir, "crawler test")
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}()
	return crawler.Crawl(t.Context(), crawler.Config{Sources: sources, Archive: w, Contact: "https://casebook.example/about", Reach: reach, Now: now})
}

func read(t *testing.T, dir string, sources []crawler.Source) ([]content.Reading, []crawler.Problem) {
	t.Helper()
	r, err := archive.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return crawler.Read(r, sources)
}

// The way from the web to documents, by the code that crawls the live site.
func TestReplica(t *testing.T) {
	dir := t.TempDir()
	report, err := crawlReplica(t, dir, replica.Options{})
	if err != nil {
		t.Fatalf("Crawl: %v", err)
	}
	readings, problems := read(t, dir, replicaSources())
	for _, p := range problems {
		t.Errorf("Read: %v", p)
	}
	listed := 0
	for _, s := range report.Sources {
		t.Logf("%s: %d listed, %d fetched, signals %q", s.Source, s.Listed, s.Fetched, s.Signals)
		listed += s.Listed
	}
	kinds := map[content.DocumentKind]int{}
	items := map[string]bool{}
	for _, r := range readings {
		kinds[r.Document.Kind]++
		checkReading(t, r)
		if r.Document.Kind == content.Item {
			items[r.Document.Item] = true
		}
	}
	if got := len(readings) - kinds[content.Notice]; got != listed {
		t.Errorf("got %d pages of the %d listed", got, listed)
	}
	for _, r := range readings {
		if r.Document.Kind == content.Notice && !items[r.Document.Item] {
			t.Errorf("%s: got item %q, which no page has", r.Document.URL, r.Document.Item)
		}
	}
	for _, kind := range []content.DocumentKind{content.Item, content.Notice, content.News, content.Article} {
		if kinds[kind] < 10 {
			t.Errorf("got %d documents of kind %s, want some", kinds[kind], kind)
		}
	}

	again, err := crawlReplica(t, dir, replica.Options{})
	if err != nil {
		t.Fatalf("second Crawl: %v", err)
	}
	for _, s := range again.Sources {
		if s.Unchanged != s.Fetched {
			t.Errorf("%s: got %d of %d answers unchanged in a second run", s.Source, s.Unchanged, s.Fetched)
		}
	}
	twice, _ := read(t, dir, replicaSources())
	if diff := cmp.Diff(encoded(t, readings), encoded(t, twice)); diff != "" {
		t.Errorf("readings after a second run (-first +second):\n%s", diff)
	}
}

// checkReading holds every document of the replica to what all must have.
func checkReading(t *testing.T, r content.Reading) {
	t.Helper()
	d := r.Document
	if d.Title == "" || d.Publisher == "" || len(d.SHA256) != 64 || d.Licence == "" || r.Text.Body == "" {
		t.Errorf("%s: incomplete: %+v", d.URL, d)
	}
	if len(d.Basis) == 0 {
		t.Errorf("%s: names no public source of its facts", d.URL)
	}
	if strings.HasPrefix(d.URL, replica.ICOHome) && d.Published.IsZero() {
		t.Errorf("%s: no date", d.URL)
	}
	if d.Kind != content.Notice && !strings.HasPrefix(r.Text.Body, d.Title+"\n") {
		t.Errorf("%s: text begins %.60q, want the title %q", d.URL, r.Text.Body, d.Title)
	}
	for _, beside := range []string{"More stories", "READ MORE", "Sign up", "Skip to main content", "Back to top", "cookies"} {
		if strings.Contains(r.Text.Body, beside) {
			t.Errorf("%s: the text holds %q, which is beside the story", d.URL, beside)
		}
	}
	if strings.ContainsAny(r.Text.Body, "\u0002\u00a0\u00ad\r\t") {
		t.Errorf("%s: the text is not clean", d.URL)
	}
}

func encoded(t *testing.T, v any) string {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", " ")
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
