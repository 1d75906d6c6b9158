// Package site shows a book as a static site: book and search shards to a
// folder that any file server can serve below any path.
//
// [Build] lays out every file as an output, a path with a function that makes
// its bytes, renders the outputs on all processors into a folder beside the
// old site and puts that in its place at once. Files whose bytes did not change
// stay as they are, and nothing is removed that casebook did not make. The same
// book gives the same bytes.
//
// Each template has one struct in page.go, which is the contract between them.
// Nothing of what documents say is trusted: text is escaped where it is shown,
// markdown cannot hold markup, characters that turn the direction of text are
// replaced, a path is never made from a name, and the name of an individual who
// is shown by role is left out before anything is rendered. A sum that was only
// proposed is never counted.
//
// The package reads no clock and opens no connection.
package site

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"net/url"
	"strings"

	"casebook/content"
)

// Options are what only a site's owner can say.
type Options struct {
	Name    string       // of the site; "" means "casebook"
	Address string       // where it is published, "https://example.org/casebook/"; "" where that is not known
	Contact string       // for errors: an e-mail address or a URL; "" for nobody
	Notice  string       // a banner on every page; "" for none
	Version string       // of the program, for the footer
	Index   string       // folder in which the index of words is kept from build to build; "" for none
	Crawled content.Date // the last day on which every source was read; absent where that is not known
}

// A Report says what a build made.
type Report struct {
	Pages   int    // of HTML
	Shards  int    // files that the search reads
	Written int    // files that are new or changed
	Removed int    // files of the site before that are no more
	Bytes   int64  // of all files
	Notice  string // why the index of words was made anew; mostly ""
}

// An output is one file of the site: its path, with slashes, and what makes
// its bytes.
type output struct {
	path string
	make func(*bytes.Buffer) error
}

// A builder holds what all pages are made from.
type builder struct {
	book      *content.Book // fit to be published: individuals by role, unless their names are published
	name      string
	address   *url.URL // nil where it is not known
	site      Site
	templates map[string]*template.Template
	rows      map[*content.Case]*CaseRow
	groups    groups
	related   relations
}

// Build writes the site of a book to the folder out. A folder that holds
// anything and was not made by casebook is refused, and on any error what stood
// there still stands.
func Build(book *content.Book, out string, options Options) (Report, error) {
	b, err := newBuilder(book, options)
	if err != nil {
		return Report{}, err
	}
	outputs, err := b.outputs()
	if err != nil {
		return Report{}, err
	}
	stage, err := newStage(out)
	if err != nil {
		return Report{}, err
	}
	defer stage.discard()
	searched := exportSearch(b.book, options.Index, stage)
	err = stage.renderAll(outputs)
	shards, notice, failed := searched()
	if err := errors.Join(err, failed); err != nil {
		return Report{}, err
	}
	if err := stage.swap(); err != nil {
		return Report{}, err
	}
	report := stage.report()
	report.Shards, report.Notice = shards, notice
	return report, nil
}

func newBuilder(book *content.Book, options Options) (*builder, error) {
	if err := checkIDs(book); err != nil {
		return nil, err
	}
	templates, err := parseTemplates()
	if err != nil {
		return nil, err
	}
	b := &builder{book: book.Publishable(), name: options.Name, templates: templates}
	if b.name == "" {
		b.name = "casebook"
	}
	if b.address, err = parseAddress(options.Address); err != nil {
		return nil, err
	}
	contact, err := contactURL(options.Contact)
	if err != nil {
		return nil, err
	}
	b.site = Site{Name: b.name, Notice: options.Notice, Version: options.Version, Contact: contact, Style: styleURL(), Crawled: dayOf(options.Crawled)}
	b.rows = make(map[*content.Case]*CaseRow, len(b.book.Cases))
	for _, c := range b.book.Cases {
		b.rows[c] = newCaseRow(c)
	}
	b.groups = newGroups(b.book)
	b.related = newRelations(b.book, b.groups)
	return b, nil
}

// dayOf is a day for pages, nil for none.
func dayOf(d content.Date) *Day {
	if d.IsZero() {
		return nil
	}
	return &Day{ISO: d.String(), Text: d.Long()}
}

// checkIDs refuses ids that cannot be addresses, that spell the name of an
// individual, or that two cases share.
func checkIDs(book *content.Book) error {
	seen := make(map[string]bool, len(book.Cases))
	for _, c := range book.Cases {
		if !content.IsSlug(c.ID) {
			return fmt.Errorf("site: case id %q: want a-z, 0-9 and hyphens, at most 80", c.ID)
		}
		if c.IDSpellsName() {
			return fmt.Errorf("site: case id %q: spells the name of an individual: give it another, by role", c.ID)
		}
		if seen[c.ID] {
			return fmt.Errorf("site: case id %q: two cases have it", c.ID)
		}
		seen[c.ID] = true
	}
	return nil
}

// parseAddress reads where the site is published and ends it with a slash.
func parseAddress(s string) (*url.URL, error) {
	if s == "" {
		return nil, nil
	}
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || u.RawQuery != "" || u.Fragment != "" {
		return nil, fmt.Errorf("site: address %q: want the URL of the site's home, as in https://example.org/casebook/", s)
	}
	if !strings.HasSuffix(u.Path, "/") {
		u.Path += "/"
	}
	return u, nil
}

// contactURL reads an e-mail address or a URL.
func contactURL(s string) (template.URL, error) {
	if s == "" {
		return "", nil
	}
	if u, err := url.Parse(s); err == nil && u.Host != "" && (u.Scheme == "https" || u.Scheme == "http") {
		return template.URL(u.String()), nil
	}
	user, host, ok := strings.Cut(strings.TrimPrefix(s, "mailto:"), "@")
	if !ok || user == "" || host == "" || strings.ContainsAny(user+host, " \t\n?&#\"'<>@/:") {
		return "", fmt.Errorf("site: contact %q: want an e-mail address or a URL", s)
	}
	return template.URL("mailto:" + url.PathEscape(user) + "@" + host), nil
}

// absolute returns the address of a page, or "" where the site's is not known.
func (b *builder) absolute(path string) string {
	if b.address == nil {
		return ""
	}
	if path == "" {
		return b.address.String()
	}
	return b.address.JoinPath(path).String()
}

// outputs lists every file but those of the search.
func (b *builder) outputs() ([]output, error) {
	outs := []output{b.homePage(), b.casesPage(), b.aboutPage(), b.searchPage(), b.notFoundPage(), b.feed(), b.casesCSV()}
	outs = append(outs, b.casePages()...)
	outs = append(outs, b.groupPages()...)
	outs = append(outs, b.controlPages()...)
	outs = append(outs, b.organisationPages()...)
	files, err := staticFiles()
	if err != nil {
		return nil, err
	}
	outs = append(outs, files...)
	return append(outs, b.robotFiles(outs)...), nil
}
