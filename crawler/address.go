package crawler

import (
	"bytes"
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strings"

	whatwg "github.com/nlnwa/whatwg-url/url"
)

// Addresses are read by one parser, that of browsers, wherever they come from:
// what decides whose an address is, what it is known by, and what is asked for
// is the same text. With two parsers a page could show one of them a host that
// is allowed and lead the other to another host.
//
// A lone percent sign is escaped, because net/url could not ask for it.
var addresses = whatwg.NewParser(whatwg.WithPercentEncodeSinglePercentSign())

// resolve reads an address as it stands on a page at base.
func resolve(base, ref string) (*whatwg.Url, error) {
	if len(ref) > maxAddress {
		return nil, fmt.Errorf("address %.40q…: longer than %d bytes", ref, maxAddress)
	}
	if strings.HasPrefix(ref, "https://") {
		base = "" // nothing of it is taken, so that it need not be read as well
	}
	u, err := addresses.ParseRef(base, ref)
	if err != nil {
		return nil, fmt.Errorf("address %q: %w", ref, err)
	}
	return u, nil
}

// maxAddress is the length of the longest address that is read.
const maxAddress = 2000

// absolute resolves ref on the source's site in the one form in which its
// addresses are kept: https, the canonical host, no fragment, no campaign
// parameters. It returns "" for an address elsewhere.
func (s Source) absolute(ref string) string {
	u, err := resolve("https://"+s.Hosts[0]+"/", string(s.canonical([]byte(ref))))
	if err != nil || u.Scheme() != "https" && u.Scheme() != "http" || u.Username() != "" || u.Password() != "" || u.Port() != "" {
		return ""
	}
	host := strings.TrimSuffix(u.Hostname(), ".")
	switch {
	case slices.Contains(s.Aliases, host):
		host = s.Hosts[0]
	case !slices.Contains(s.Hosts, host):
		return ""
	}
	address := "https://" + host + u.Pathname()
	if query := withoutCampaign(u.Query()); query != "" {
		address += "?" + query
	}
	return address
}

// withoutCampaign is a query without the parameters that only say where a
// reader came from.
func withoutCampaign(query string) string {
	parameters := strings.Split(query, "&")
	parameters = slices.DeleteFunc(parameters, func(p string) bool { return strings.HasPrefix(p, "utm_") })
	return strings.Join(parameters, "&")
}

// hostOf is the host name in a home address such as "https://ico.org.uk"; ""
// for anything else, which check reports.
func hostOf(home string) string {
	u, err := addresses.Parse(home)
	if err != nil || u.Scheme() != "https" || u.Port() != "" || u.Username() != "" || !strings.HasPrefix(home, "https://") {
		return ""
	}
	return u.Hostname()
}

// At returns the source as read from another server that speaks its protocol,
// such as "http://127.0.0.1:9100". What is archived keeps the source's own
// addresses, and a link to that server is read as one to the source's site.
func (s Source) At(base string) (Source, error) {
	u, err := addresses.Parse(base)
	if err != nil || u.Scheme() != "https" && u.Scheme() != "http" || u.Pathname() != "/" || u.Query() != "" || u.Username() != "" {
		return s, fmt.Errorf("source %q: base %q: want an address such as http://127.0.0.1:9100, without a path", s.Name, base)
	}
	list, read := s.List, s.Read
	s.base = u.Protocol() + "//" + u.Host()
	s.baseLinks = append(slices.Clone(s.baseLinks), regexp.MustCompile(`(?i)https?:(\\?/\\?/)`+regexp.QuoteMeta(u.Host())+`([^0-9a-z.:-]|$)`))
	s.List = func(p Page) (Found, error) { return list(s.canonicalPage(p)) }
	s.Read = func(p Page) ([]Draft, error) { return read(s.canonicalPage(p)) }
	return s, nil
}

// canonicalPage is a page as it would read on the source's own site.
func (s Source) canonicalPage(p Page) Page {
	if !bytes.HasPrefix(p.Bytes, []byte("%PDF-")) { // whose parts stand at fixed places
		p.Bytes = s.canonical(p.Bytes)
	}
	return p
}

// canonical replaces links to servers at which the source is found.
func (s Source) canonical(b []byte) []byte {
	for _, link := range s.baseLinks {
		b = link.ReplaceAll(b, []byte("https:${1}"+s.Hosts[0]+"${2}"))
	}
	return b
}

// asRead are sources at the servers at which an archive's notes say that they
// were read.
func asRead(sources []Source, notes []string) []Source {
	sources = slices.Clone(sources)
	for _, base := range basesOf(notes) {
		for i, source := range sources {
			if at, err := source.At(base.url); err == nil && source.Name == base.source {
				sources[i] = at
			}
		}
	}
	return sources
}

// A noted is a server that a note names for a source.
type noted struct{ source, url string }

func basesOf(notes []string) []noted {
	var found []noted
	for _, note := range notes {
		var base noted
		for line := range strings.Lines(note) {
			name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
			switch name {
			case "source":
				base.source = value
			case "base":
				base.url = value
			}
		}
		if base.url != "" && !slices.Contains(found, base) {
			found = append(found, base)
		}
	}
	return found
}

// host is what is known of the host of a request; nil for one where no source
// lives, and for an address that the parser would have written otherwise.
func (t *transport) host(req *http.Request) *host {
	u, err := addresses.Parse(req.URL.String())
	if err != nil || u.Scheme() != "https" || u.Port() != "" || u.Host() != req.URL.Host {
		return nil
	}
	return t.named(req.URL.Hostname())
}

// named is what is known of a host.
func (t *transport) named(name string) *host {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.hosts[name]
}

// location is where an answer redirects to, "" when it does not: net/http
// resolves what it gets by a parser of its own, so it gets a whole address.
func (h *host) location(a *answer) (string, error) {
	to := a.Header.Get("Location")
	if to == "" || !isRedirect(a.Status) {
		return "", nil
	}
	if h.canonical != nil {
		to = string(h.canonical([]byte(to)))
	}
	u, err := resolve(a.URL, to)
	if err != nil {
		return "", fmt.Errorf("redirect to %w", err)
	}
	return u.Href(true), nil
}

func isRedirect(status int) bool {
	return slices.Contains([]int{301, 302, 303, 307, 308}, status)
}
