package crawler

import (
	"fmt"
	"net/url"
	"strings"
	"time"

	"casebook/content"
)

// A Source is one publisher's list of documents: data, and functions from
// bytes to links and documents that open no connection.
type Source struct {
	Name      string        // "ico-actions"
	Publisher string        // "ICO"
	Home      string        // "https://ico.org.uk": scheme and host of every address
	Licence   string        // of its texts: "OGL-3.0", "all-rights-reserved"
	Delay     time.Duration // between two requests; robots.txt may ask for more
	AtLeast   int           // fewer items is an error: explain it, never fit it
	Start     []Link

	// Follow returns the addresses that a page leads to, of this source only,
	// and what a person should look at. An error means that the page is not
	// what it should be: an error page, a challenge, a changed shape.
	Follow func(Page) (links []Link, signals []string, err error)

	// Reconcile compares all pages of the listing with one another.
	Reconcile func(pages []Page) (signals []string)

	// Read makes a document of a page; ok is false for listings and feeds.
	Read func(Page, *Files) (read Reading, ok bool, err error)
}

// A Link is an address to read.
type Link struct {
	URL  string
	Body string // JSON to post; "" for a GET
	Item bool   // counts for AtLeast
}

// A Page is one response.
type Page struct {
	URL         string
	RequestBody string // what was posted
	ContentType string
	Bytes       []byte
}

// A Reading is a document as its source understands it.
type Reading struct {
	Document content.Document
	Text     content.Text
	Files    []string // addresses of files that belong to the same item
	Related  []string // addresses of pages about the same matter, by the publisher's own links
}

// host is the host name of the source.
func (s Source) host() string {
	u, err := url.Parse(s.Home)
	if err != nil {
		return ""
	}
	return u.Hostname()
}

// absolute resolves ref on the source's site: the host's other names become
// the one, fragments and default queries go. It returns "" for an address
// elsewhere.
func (s Source) absolute(ref string) string {
	base, err := url.Parse(s.Home + "/")
	if err != nil {
		return ""
	}
	u, err := base.Parse(strings.TrimSpace(ref))
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.User != nil {
		return ""
	}
	host := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	if strings.TrimPrefix(host, "www.") != strings.TrimPrefix(base.Hostname(), "www.") || u.Port() != base.Port() {
		return ""
	}
	u.Scheme, u.Host, u.Fragment = base.Scheme, base.Host, ""
	return u.String()
}

// unexpected is the error for a page that is not what it should be.
func unexpected(p Page, format string, args ...any) error {
	return fmt.Errorf("%s: %s", p.URL, fmt.Sprintf(format, args...))
}
