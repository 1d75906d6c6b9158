package crawler

import (
	"context"
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAbsolute(t *testing.T) {
	source := ICOActions("https://ico.example")
	tests := []struct{ name, ref, want string }{
		{"a path", "/a/", "https://ico.example/a/"},
		{"whole", "https://ico.example/a/?b=c#d", "https://ico.example/a/?b=c"},
		{"plain HTTP", "http://ico.example/a", "https://ico.example/a"},
		{"an alias, capitals, a dot at the end", "https://WWW.ICO.example./a", "https://ico.example/a"},
		{"without a scheme", "//cy.ico.example/a", "https://ico.example/a"},
		{"campaign parameters", "/a?utm_source=x&b=2&a=1&utm_medium=y", "https://ico.example/a?b=2&a=1"},
		{"nothing but a campaign", "/a?utm_source=x", "https://ico.example/a"},
		{"dots and white space", " /a/../b/./c\n", "https://ico.example/b/c"},
		{"backslashes", `\a\b`, "https://ico.example/a/b"},
		{"letters beyond ASCII", "/caf\u00e9?q=\u00fc", "https://ico.example/caf%C3%A9?q=%C3%BC"},
		{"a lone percent sign", "/100%", "https://ico.example/100%25"},
		{"a full-width host", "https://\uff49co.example/a", "https://ico.example/a"},
		{"the port of the scheme", "https://ico.example:443/a", "https://ico.example/a"},
		{"another port", "https://ico.example:8443/a", ""},
		{"another host", "https://elsewhere.example/a", ""},
		{"a host that only ends like ours", "https://not-ico.example/a", ""},
		{"ours as a user of another host", "https://ico.example@elsewhere.example/", ""},
		{"another host behind a backslash", `https://elsewhere.example\@ico.example/`, ""},
		{"another host behind two backslashes", `\\elsewhere.example/a`, ""},
		{"a user", "https://me:secret@ico.example/a", ""},
		{"a number", "https://2130706433/", ""},
		{"mail", "mailto:us@ico.example", ""},
		{"script", "javascript:alert(1)", ""},
		{"no address", "https://[", ""},
		{"too long", "/" + strings.Repeat("a", maxAddress), ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := source.absolute(test.ref)
			if got != test.want {
				t.Errorf("%q: got %q, want %q", test.ref, got, test.want)
			}
			if again := source.absolute(got); got != "" && again != got {
				t.Errorf("%q: read again it is %q", got, again)
			}
		})
	}
}

// A server that stands in for a source's site may call itself what it likes.
func TestAt(t *testing.T) {
	source, err := ICOActions("https://ico.example").At("http://127.0.0.1:9100")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ text, want string }{
		{"http://127.0.0.1:9100/a", "https://ico.example/a"},
		{`{"url":"http:\/\/127.0.0.1:9100\/a"}`, `{"url":"https:\/\/ico.example\/a"}`},
		{"HTTPS://127.0.0.1:9100", "https://ico.example"},
		{"http://127.0.0.1:91000/a", "http://127.0.0.1:91000/a"},
		{"http://127.0.0.1/a", "http://127.0.0.1/a"},
		{"http://127.0.0.1:9100.elsewhere.example/", "http://127.0.0.1:9100.elsewhere.example/"},
	}
	for _, test := range tests {
		if got := string(source.canonical([]byte(test.text))); got != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
	for _, base := range []string{"", "127.0.0.1:9100", "ftp://127.0.0.1", "http://127.0.0.1:9100/path", "http://me@127.0.0.1/", "http://127.0.0.1/?a"} {
		if _, err := source.At(base); err == nil {
			t.Errorf("base %q: got no error", base)
		}
	}
}

// errDialled ends a request that got as far as dialling.
var errDialled = errors.New("dialled")

// dialled is the host that net/http connects to for a request to address, ""
// when it refuses to make one.
func dialled(t *testing.T, address string) string {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		return ""
	}
	host := ""
	record := func(_ context.Context, _, address string) (net.Conn, error) {
		if host, _, err = net.SplitHostPort(address); err != nil {
			t.Errorf("dialled %q: %v", address, err)
		}
		return nil, errDialled
	}
	network := &http.Transport{DialContext: record, DialTLSContext: record}
	if _, err := network.RoundTrip(req); !errors.Is(err, errDialled) {
		return ""
	}
	return host
}

// The host that decides whether an address may be asked for is the host that
// is connected to.
func TestHostIsTheOneDialled(t *testing.T) {
	for _, address := range []string{
		"https://ico.example/", "https://ICO.example./", `https://elsewhere.example\@ico.example/`, "https://ico.example@elsewhere.example/",
		"https://2130706433/", "https://0x7f.1/", "https://127.0.0.1./", "https://[::ffff:127.0.0.1]/", "https://b\u00fccher.example/",
		"https://\uff11\uff12\uff17.0.0.1/", "https:ico.example", "https:///ico.example/a", "https://ico.example:443/", "https://ico%2eexample/", "https://ico.example%00.elsewhere.example/",
	} {
		checkHost(t, address, "")
	}
}

// checkHost compares the two and reports whether the address can be asked for.
func checkHost(t *testing.T, address, base string) (asked bool) {
	t.Helper()
	u, err := addresses.ParseRef(base, address)
	if base == "" {
		u, err = addresses.Parse(address)
	}
	if err != nil || u.Scheme() != "https" && u.Scheme() != "http" {
		return false
	}
	got := dialled(t, u.Href(true))
	if want := strings.Trim(u.Hostname(), "[]"); got != "" && got != want {
		t.Errorf("%q on %q: dialled %q, want %q", address, base, got, want)
	}
	return got != ""
}

// Cases that others wrote, see `make suite-url`: how many the parser reads
// otherwise than browsers do, and the property above for every one of them.
func TestAddressSuite(t *testing.T) {
	shared := os.Getenv("CASEBOOK_SHARED")
	if shared == "" {
		t.Skip("CASEBOOK_SHARED names no folder of cases")
	}
	b, err := os.ReadFile(filepath.Join(shared, "suites", "url", "urltestdata.json"))
	if err != nil {
		t.Fatal(err)
	}
	var lines []json.RawMessage
	if err := json.Unmarshal(b, &lines); err != nil {
		t.Fatal(err)
	}
	all, otherwise, asked := 0, 0, 0
	for _, line := range lines {
		var c struct {
			Input, Href string
			Base        *string
			Failure     bool
		}
		if json.Unmarshal(line, &c) != nil {
			continue // a comment
		}
		all++
		base := ""
		if c.Base != nil {
			base = *c.Base
		}
		if checkHost(t, c.Input, base) {
			asked++
		}
		u, err := addresses.ParseRef(base, c.Input)
		if base == "" {
			u, err = addresses.Parse(c.Input)
		}
		if got := err != nil; got != c.Failure || !got && u.Href(false) != c.Href {
			otherwise++
			t.Logf("%q on %q: got %v %v, want %q", c.Input, base, u, err, c.Href)
		}
	}
	t.Logf("%d addresses, %d read otherwise than browsers do, %d that can be asked for, each at the host that the parser names", all, otherwise, asked)
	if all < 800 || asked < 200 {
		t.Errorf("got %d addresses and %d that can be asked for, want 800 and 200", all, asked)
	}
}
