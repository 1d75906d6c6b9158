package crawler

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"casebook/content"
)

// A Source is one publisher's list of documents: data, and functions from
// bytes to links and documents that open no connection.
type Source struct {
	Name      string        // "ico-actions"
	Publisher string        // "ICO"
	Licence   string        // of its texts: "OGL-3.0", "all-rights-reserved"
	Hosts     []string      // nothing is fetched elsewhere; the first is the site's own
	Aliases   []string      // other names of the first host, to which its links may lead
	Delay     time.Duration // between two requests; robots.txt may ask for more
	Start     []Link

	AtLeast int        // fewer documents listed is an error: explain it, never fit it
	AtMost  int        // more documents listed is a signal; 0 for no bound
	Fill    FillBounds // what is to be known of its documents once they are read

	// Role says what is to be expected at an address, "" for what is not this
	// source's. It decides whose a page of the archive is.
	Role func(address string) Role

	// List returns what a page leads to. An error means that the page is not
	// what its role promises: an error page, a challenge, a changed shape.
	List func(Page) (Found, error)

	// Read makes drafts of a page in the role of a document: one, or one for
	// each row of a page that is a table.
	Read func(Page) ([]Draft, error)

	base      string           // where it is read instead of at its first host, see [Source.At]
	baseLinks []*regexp.Regexp // links to such servers
}

// Sources are the sources of the regulator at home ("https://ico.org.uk") that
// are read unless others are asked for, in alphabetical order.
func Sources(home string) []Source {
	return []Source{ICOActions(home), ICONews(home), ICORecovery(home)}
}

// AllSources adds to [Sources] those that are read only when they are asked for
// by name: a register of tens of thousands that are no enforcement, and
// another regulator's.
func AllSources(home string) []Source {
	return []Source{CMACases(govUK), ICOActions(home), ICODecisions(home), ICONews(home), ICORecovery(home)}
}

// A Role is what an address is for.
type Role string

// The roles of an address.
const (
	Listing  Role = "listing"  // leads to documents
	Document Role = "document" // a web page that is a document, and may lead to files
	File     Role = "file"     // a PDF
)

// A Link is an address to read.
type Link struct {
	URL   string `json:"url"`
	Body  string `json:"body,omitempty"`  // JSON to post; "" for a GET
	Title string `json:"title,omitempty"` // what the linking page calls it
	Key   string `json:"key,omitempty"`   // the publisher's own key of the matter, "ico:120121", where the linking page gives it
	Stamp string `json:"stamp,omitempty"` // of its last change, where the linking page gives one; never a date of what it says

	Date content.Date `json:"date,omitzero"` // of the matter, where the linking page gives it
}

// A Page is one answer of a source.
type Page struct {
	URL         string
	Sent        string // what was posted; "" for a GET, and for a page of the archive
	ContentType string
	Bytes       []byte
}

// Found is what a page leads to.
type Found struct {
	Links   []Link
	List    string   // which list of all documents the page is a part of: "newest", "oldest", "sitemap"
	Total   int      // documents that the listing says it has; 0 where it does not say
	Left    int      // rows of the page that the source leaves out on purpose, though Total counts them
	Signals []string // what no rule knows: labels, date forms, rows without an address
}

// A Draft is a document as its own page shows it; what other pages say of it
// is added by [Read].
type Draft struct {
	Document content.Document
	Key      string // the publisher's own key of the page, which stays when it moves; "" where it has none
	Text     content.Text
	Files    []Link   // of the same item
	Related  []string // addresses of pages that the publisher links as being about it
}

// path is the path of an address on the source's canonical host, "" for one
// elsewhere.
func (s Source) path(address string) string {
	rest, ok := strings.CutPrefix(address, "https://"+s.Hosts[0]+"/")
	if !ok {
		return ""
	}
	return "/" + rest
}

// url is the address of a path on the canonical host.
func (s Source) url(path string) string { return "https://" + s.Hosts[0] + path }

// check reports what keeps a source from being read at all.
func (s Source) check() error {
	if len(s.Hosts) == 0 || slices.Contains(s.Hosts, "") || len(s.Start) == 0 {
		return fmt.Errorf("source %q: no home to read: want an address such as https://ico.org.uk, without a port", s.Name)
	}
	return nil
}
