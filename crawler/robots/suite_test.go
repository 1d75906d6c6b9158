package robots_test

import (
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"testing"

	"casebook/crawler/robots"
)

// Cases that others wrote, see `make suite-robots`. The tier of the RFC must
// pass whole; what one search engine does beyond it is only counted.
func TestSuite(t *testing.T) {
	shared := os.Getenv("CASEBOOK_SHARED")
	if shared == "" {
		t.Skip("CASEBOOK_SHARED names no folder of cases")
	}
	b, err := os.ReadFile(filepath.Join(shared, "suites", "robots", "google-robots-cases.json"))
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Test, Tier, Robots, Agent, URL string
		Allowed                        bool
	}
	if err := json.Unmarshal(b, &cases); err != nil {
		t.Fatal(err)
	}
	passed, all := map[string]int{}, map[string]int{}
	for _, c := range cases {
		all[c.Tier]++
		got := robots.Parse([]byte(c.Robots)).For(c.Agent).Allow(target(c.URL))
		if got == c.Allowed {
			passed[c.Tier]++
		} else if c.Tier == "rfc9309" {
			t.Errorf("%s: %q, %s, %s: got %t, want %t", c.Test, c.Robots, c.Agent, c.URL, got, c.Allowed)
		}
	}
	for tier, n := range all {
		t.Logf("%s: %d of %d", tier, passed[tier], n)
	}
	if all["rfc9309"] < 72 {
		t.Errorf("got %d cases of the RFC, want 72", all["rfc9309"])
	}
}

// target is the path and query of an address as it stands.
func target(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Path == "" {
		return "/"
	}
	at := len(u.Scheme) + len("://") + len(u.Host)
	return address[at:]
}
