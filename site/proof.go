package site

import (
	"net/url"
	"strconv"
	"strings"

	"casebook/content"
)

// fragmentWords is how many words of each end of a long quote name it in a text
// fragment.
const fragmentWords = 6

// proofs shows pieces of evidence.
func proofs(c *content.Case, rows []content.Evidence) []Proof {
	var out []Proof
	for _, e := range rows {
		p := Proof{Quote: clean(e.Quote), Title: "a document that is not listed"}
		if e.Page > 0 {
			p.Where = "page " + number(e.Page)
		}
		if d := document(c, e.Document); d != nil {
			p.Anchor, p.Title = documentAnchor(d), documentTitle(d)
			if publisher := clean(d.Publisher); publisher != "" {
				p.Title += ", " + publisher
			}
			p.Source, p.Digest = sourceOf(d, e), short(d.SHA256)
		}
		out = append(out, p)
	}
	return out
}

// document returns the document of a case with this id, or nil.
func document(c *content.Case, id string) *content.Document {
	for i := range c.Documents {
		if c.Documents[i].ID == id {
			return &c.Documents[i]
		}
	}
	return nil
}

func documentAnchor(d *content.Document) string { return "doc-" + content.Slug(d.ID) }

func documentTitle(d *content.Document) string {
	if t := clean(d.Title); t != "" {
		return t
	}
	if d.Kind != "" {
		return d.Kind.Label() + " without a title"
	}
	return "Document without a title"
}

// short is the beginning of a digest, enough to recognise it.
func short(sha256 string) string {
	if len(sha256) < 12 || strings.Trim(sha256, "0123456789abcdef") != "" {
		return ""
	}
	return sha256[:12]
}

// webURL returns an address that a page may link to: http or https with a
// host, as net/url writes it; "" for any other.
func webURL(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || u.User != nil || hiddenAt(s) >= 0 {
		return ""
	}
	return u.String()
}

// sourceOf is the address of the passage: of the page of a PDF, or of the words
// themselves on the web, which browsers scroll to and mark.
func sourceOf(d *content.Document, e content.Evidence) string {
	address := webURL(d.URL)
	if address == "" {
		return ""
	}
	if e.Page > 0 {
		address, _, _ = strings.Cut(address, "#")
		return address + "#page=" + strconv.Itoa(e.Page)
	}
	fragment := textFragment(e.Quote)
	if fragment == "" {
		return address
	}
	if !strings.Contains(address, "#") {
		address += "#"
	}
	return address + ":~:text=" + fragment
}

// textFragment names a quote: all of a short one, the two ends of a long one.
// Of one that a name was taken out of, which no longer stands in the source, the
// longest run of words that does.
func textFragment(quote string) string {
	run := ""
	for part := range strings.SplitSeq(quote, content.Withheld) {
		if len(part) > len(run) {
			run = part
		}
	}
	words := strings.Fields(run)
	if len(words) <= 2*fragmentWords {
		return fragmentPart(words)
	}
	return fragmentPart(words[:fragmentWords]) + "," + fragmentPart(words[len(words)-fragmentWords:])
}

// fragmentPart encodes words; hyphen, comma and ampersand have a meaning there.
func fragmentPart(words []string) string {
	return strings.NewReplacer("+", "%20", "-", "%2D").Replace(url.QueryEscape(strings.Join(words, " ")))
}
