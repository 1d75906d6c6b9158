package facts

import (
	"slices"
	"strings"

	"casebook/content"
)

// A zone is the part of a document in which a sentence stands.
type zone int

const (
	story zone = iota // what the document is about
	lead              // headline and first paragraphs
	notes             // notes to editors, annexes, rights of appeal: about the law
	other             // headlines and stories below the article
)

// A document is a text cut into sentences with what is asked of it often.
type document struct {
	text      content.Text
	hint      Hint
	flat      string // the body, with blanks for white space
	sentences []sentence
	told      []sentence // of them, those about the matter
	head      string     // the first part, for what kind of document it is
	passed    []passage
	sheet     *sheet // nil for none
	sells     bool   // it is about marketing

	names      []naming // what namings found, once asked
	named      bool     // that it was
	instrument bool     // a notice by its own heading
}

func newDocument(t content.Text, h Hint) *document {
	d := &document{text: t, hint: h, flat: flatten(t.Body)}
	d.sentences = sentences(t.Body, d.flat)
	d.head = d.flat[:min(len(d.flat), 2500)]
	theLexicon().mark(d.sentences)
	d.zones()
	d.sheet = d.readSheet()
	d.told = slices.DeleteFunc(slices.Clone(d.sentences), func(s sentence) bool { return s.zone > lead })
	return d
}

var (
	// below is a line after which other stories stand.
	below = exactly(`^(?:(?i:more (?:stories|news|headlines|on this|like this|from .{1,30})|you might also (?:like|enjoy).{0,20}|(?:see|read) also.{0,20}|in other news.{0,20}|related|trending now|want more\?.{0,80}|also in .{1,30}|the story so far.{0,10}|keep reading.{0,20}|further reading.{0,20}|editor[’']s picks.{0,10})|(?:See )?More .{0,30}(?:News|news|stories|Stories|headlines|from)\b.{0,20}|(?i:(?:related|similar|further|other) (?:articles?|stories|content|news|topics|posts|reading|happenings|coverage|links|items|reports|insights|resources)).{0,20}|In other news.{0,20}|Also (?:on this (?:site|page)|in this section|read:).{0,40}|Don[’']t miss.{0,20}|From (?:around the web|elsewhere).{0,10}|What to read next.{0,20}|` +
		`Most (?:read|popular).{0,20}|Read (?:more|next).{0,40}|You may also like.{0,30}|Recommended.{0,20}|Latest (?:news|stories).{0,20}|Trending.{0,20}|Other stories.{0,20}|Share this.{0,20})$`)
	// law is a line after which a document is about the law and not the matter.
	law = exactly(`(?i)^(?:notes? (?:to|for) editors?.{0,20}|annex(?: \w{1,3})?\b.{0,60}|appendix\b.{0,40}|(?:\S{1,5} )?rights? of appeal.{0,40}|about the (?:ico|information commissioner).{0,40})$`)
)

// zones tells the sentences of the story from those around it.
func (d *document) zones() {
	now, seen := story, 0
	for i := range d.sentences {
		s := &d.sentences[i]
		s.opens = i == 0 || d.sentences[i-1].paragraph != s.paragraph || strings.HasPrefix(s.text, "•")
		line := strings.TrimSpace(strings.TrimSuffix(s.text, ":"))
		switch {
		case now != other && seen > 300 && len(line) < 80 && below.in(line):
			now = other
		case now == story && seen > 300 && len(line) < 90 && law.in(line):
			now = notes
		}
		s.zone = now
		if now == story && (s.paragraph < 5 || seen < 900) {
			s.zone = lead
		}
		seen += len(s.text)
	}
}

// quote is a sentence as proof.
func (d *document) quote(s sentence) content.Quote {
	return content.Quote{Text: d.text.Body[s.start:s.end], Start: s.start, End: s.end, Page: d.text.Page(s.start)}
}

// around returns what stands before and after a span of a sentence, at most n
// bytes each.
func around(text string, start, end, n int) (left, right string) {
	return text[max(0, start-n):start], text[end:min(len(text), end+n)]
}
