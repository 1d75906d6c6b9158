package link

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"casebook/content"
)

// A paper is one document, however often it was read and wherever it stood.
type paper struct {
	reading content.Reading
	read    bool        // read in this run; otherwise only remembered by cases of the book
	cited   []*citation // the cases of the book that cite it, in the order of the book
	key     string      // sorts papers: independent of the order of readings
	kind    content.DocumentKind
}

// A citation is a document in a case of the book.
type citation struct {
	book *content.Case
	doc  content.Document
}

// collect brings the readings of this run and the documents of the book
// together, each document once, in an order of their own.
func collect(book *content.Book, readings []content.Reading) []*paper {
	var all []*paper
	for _, r := range readings {
		all = append(all, &paper{reading: r, read: true})
	}
	for _, c := range book.Cases {
		for _, d := range c.Documents {
			all = append(all, &paper{reading: content.Reading{Document: d}, cited: []*citation{{c, d}}})
		}
	}
	for _, p := range all {
		p.kind, p.key = p.reading.Document.Kind, sortKey(p)
	}
	slices.SortStableFunc(all, func(p, q *paper) int { return strings.Compare(p.key, q.key) })
	return unite(all)
}

// unite makes one paper of all that are one document. Papers share identity
// through any of their marks, so that a notice which moved from one address to
// another is still itself.
func unite(all []*paper) []*paper {
	groups := newPartition(len(all))
	first := map[string]int{}
	for i, p := range all {
		for _, mark := range marks(p.reading.Document) {
			if j, seen := first[mark]; seen {
				groups.join(i, j)
			} else {
				first[mark] = i
			}
		}
	}
	var out []*paper
	for _, members := range groups.sets() {
		out = append(out, onePaper(all, members))
	}
	return out
}

// onePaper keeps the last of the readings in sort order, and with it every
// place in the book where the document is cited.
func onePaper(all []*paper, members []int) *paper {
	one := *all[members[0]]
	one.cited = nil
	var addresses []string
	for _, i := range members {
		p := all[i]
		if p.read || !one.read {
			one.reading, one.read, one.key = p.reading, p.read, p.key
		}
		one.cited = append(one.cited, p.cited...)
		for _, address := range append([]string{p.reading.Document.URL}, p.reading.Document.Formerly...) {
			if !slices.Contains(addresses, address) {
				addresses = append(addresses, address)
			}
		}
	}
	now := one.reading.Document.URL
	one.reading.Document.Formerly = slices.DeleteFunc(addresses, func(address string) bool {
		return canonical(address) == canonical(now) || address == content.WithheldURL(now)
	})
	slices.Sort(one.reading.Document.Formerly)
	for _, c := range one.cited {
		d := &one.reading.Document
		d.Withdrawn = earliest(d.Withdrawn, c.doc.Withdrawn)
		d.Item = cmp.Or(d.Item, c.doc.Item)
	}
	return &one
}

// marks are the ways in which a document is known: the regulator's key of an
// item page, the address or what stands for it where it spells a name, and the
// archived bytes under one key of the regulator.
func marks(d content.Document) []string {
	var out []string
	if d.Kind == content.Item && d.Item != "" {
		out = append(out, "item "+d.Item)
	}
	switch {
	case d.URL == "":
	case content.IsWithheldURL(d.URL):
		out = append(out, "url "+d.URL)
	default:
		out = append(out, "url "+canonical(d.URL), "url "+content.WithheldURL(d.URL))
	}
	if d.SHA256 != "" && !strings.Contains(d.URL, textFragment) { // the rows of a table share their bytes
		out = append(out, "sha256 "+string(d.Kind)+" "+d.Item+" "+d.SHA256)
	}
	return out
}

// textFragment begins the part of an address that leads to words of a page: by
// it the rows of a table are told apart.
const textFragment = "#:~:text="

// canonical writes an address so that its usual variants agree: no scheme,
// "www.", trailing dot or slash, and no fragment but one that leads to words.
func canonical(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return address
	}
	host := strings.TrimSuffix(strings.TrimPrefix(strings.ToLower(u.Host), "www."), ".")
	out := host + strings.TrimRight(u.EscapedPath(), "/")
	if u.RawQuery != "" {
		out += "?" + u.RawQuery
	}
	if _, words, ok := strings.Cut(address, textFragment); ok {
		out += textFragment + words
	}
	return out
}

// sortKey orders papers by what they are, never by when they came: documents
// of the regulator first, then by date, address and bytes.
func sortKey(p *paper) string {
	d := p.reading.Document
	return strings.Join([]string{
		strconv.Itoa(9 - trust(d.Kind)), d.Published.String(), canonical(d.URL), d.URL, d.Item, d.SHA256, d.Title,
		strconv.Itoa(len(p.reading.Text.Body)),
	}, "\x00")
}

// trust ranks kinds of document: what the regulator or a court signed, before
// what the regulator says of it, before what the press says.
func trust(k content.DocumentKind) int {
	switch k {
	case content.Notice:
		return 5
	case content.Judgment:
		return 4
	case content.Item:
		return 3
	case content.News:
		return 2
	}
	return 1
}

// instrument reports whether a document is, or is the page of, one legal act.
func instrument(k content.DocumentKind) bool {
	return k == content.Notice || k == content.Item || k == content.Judgment
}

// regulators reports whether a document comes from the regulator itself.
func regulators(k content.DocumentKind) bool {
	return k == content.Notice || k == content.Item || k == content.News
}

// idPrefix is how the id of a document begins: by its kind, and for the acts of
// a regulator by its name.
func idPrefix(d content.Document) string {
	switch d.Kind {
	case content.Notice, content.Item:
		return cmp.Or(content.Slug(d.Publisher), "ico")
	case content.News:
		return "news"
	case content.Judgment:
		return "judgment"
	}
	return "press"
}

// earliest returns the earlier of two dates, ignoring an absent one.
func earliest(d, e content.Date) content.Date {
	if d.IsZero() || !e.IsZero() && e.Compare(d) < 0 {
		return e
	}
	return d
}
