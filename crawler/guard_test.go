package crawler

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"casebook/crawler/archive"
)

func TestPublicOnly(t *testing.T) {
	tests := []struct {
		address string
		allowed bool
	}{
		{"93.184.216.34:443", true},
		{"93.184.216.34:80", true},
		{"[2606:2800:220:1:248:1893:25c8:1946]:443", true},
		{"93.184.216.34:22", false},
		{"127.0.0.1:443", false},
		{"127.8.9.10:443", false},
		{"0.0.0.0:443", false},
		{"10.0.0.1:443", false},
		{"172.16.0.1:443", false},
		{"192.168.0.1:443", false},
		{"169.254.169.254:80", false},
		{"100.64.0.1:443", false},
		{"198.18.0.1:443", false},
		{"192.0.2.1:443", false},
		{"224.0.0.1:443", false},
		{"240.0.0.1:443", false},
		{"255.255.255.255:443", false},
		{"[::]:443", false},
		{"[::1]:443", false},
		{"[::ffff:127.0.0.1]:443", false},
		{"[::127.0.0.1]:443", false},
		{"[64:ff9b::7f00:1]:443", false},
		{"[2002:7f00:1::]:443", false},
		{"[2001:0:7f00:1::]:443", false},
		{"[fe80::1%eth0]:443", false},
		{"[fc00::1]:443", false},
		{"[fec0::1]:443", false},
		{"[ff02::1]:443", false},
		{"site.example:443", false}, // the guard sees addresses only
	}
	for _, test := range tests {
		if err := publicOnly("tcp", test.address, nil); (err == nil) != test.allowed || err != nil && !errors.Is(err, errPrivate) {
			t.Errorf("%s: got %v, want allowed %v", test.address, err, test.allowed)
		}
	}
}

// F16: in a network namespace in which the addresses that must never be asked
// exist and write down who asks, see `make suite-guard`. Redirects go nowhere,
// and the dialler itself refuses where nothing else would.
func TestGuardInNamespace(t *testing.T) {
	path := os.Getenv("CANARY_LOG")
	if path == "" {
		t.Skip("CANARY_LOG names no log of canaries")
	}
	network := newNetwork(Config{})
	for _, host := range []string{"169.254.169.254", "10.0.0.1", "192.168.0.1", "172.16.0.1", "100.64.0.1", "[::ffff:10.0.0.1]", "127.0.0.1"} {
		address := "http://" + host + "/latest/meta-data/"
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := network.RoundTrip(req); !errors.Is(err, errPrivate) {
			t.Errorf("%s: got %v, want %v", address, err, errPrivate)
		}
		if err := crawlRedirect(t, address); err == nil {
			t.Errorf("redirect to %s: got no error", address)
		}
		if err := crawlRedirect(t, strings.Replace(address, "http:", "https:", 1)); err == nil {
			t.Errorf("redirect to %s by https: got no error", address)
		}
	}
	log, err := os.ReadFile(path)
	if err != nil || len(log) > 0 {
		t.Errorf("the canaries were asked: %s%v", log, err)
	}
}

// crawlRedirect crawls a source whose only page redirects to an address.
func crawlRedirect(t *testing.T, to string) error {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == robotsPath {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Location", to)
		w.WriteHeader(http.StatusFound)
	}))
	defer server.Close()
	w, err := archive.Create(t.TempDir(), "crawler test")
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	source, err := Press("Site", "https://site.example", "https://site.example/feed").At(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	_, err = Crawl(t.Context(), Config{Sources: []Source{source}, Archive: w})
	return err
}

// F46: a robots.txt cannot make a run take for ever.
func TestLongestDelay(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		io.WriteString(w, "User-agent: *\nCrawl-delay: 3600\n")
	}))
	defer server.Close()
	w, err := archive.Create(t.TempDir(), "crawler test")
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	source, err := Press("Site", "https://site.example", "https://site.example/feed").At(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	crawl := newTransport(t.Context(), Config{Sources: []Source{source}, Archive: w}.complete())
	defer crawl.close()
	crawl.admit(source)
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "https://site.example/feed", nil)
	if err != nil {
		t.Fatal(err)
	}
	h := crawl.host(req)
	if _, err := crawl.robots(req, h); err != nil || h.delay != 30*time.Second {
		t.Errorf("got a delay of %s and %v, want 30s", h.delay, err)
	}
}

// Colly's own default is to ignore robots.txt.
func TestCollyAsksRobots(t *testing.T) {
	f := newFetcher(t.Context(), Config{}, ICOActions("https://ico.example"), newTransport(t.Context(), Config{}))
	if f.collector.IgnoreRobotsTxt {
		t.Error("colly ignores robots.txt")
	}
	if f.collector.MaxBodySize != 0 {
		t.Errorf("colly cuts bodies at %d bytes without a word", f.collector.MaxBodySize)
	}
	if f.collector.Async {
		t.Error("colly asks for several pages at once")
	}
}
