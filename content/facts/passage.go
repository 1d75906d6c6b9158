package facts

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/content"
)

// A passage is what one sentence says as it was written: the pieces into which
// a PDF's blank lines and page furniture cut it are one again, and an item of
// a list has the words that lead into the list. What failed and which rule was
// infringed is often only said by such words: "by failing to implement:".
type passage struct {
	sentence
	part part
	lead *passage // what leads into the list of which this is an item; nil for none

	wanting bool // something may be wanting: one of the words for it stands here, or in its lead
}

// A part is what a section of a document is for, as its heading says.
type part int

const (
	plain      part = iota // no heading says
	background             // what happened
	findings               // what was wrong
	weighing               // why a penalty, and how much
	remedied               // what was done afterwards, what speaks for the party
	statute                // what the law says
	counsel                // what should be done now, by the party or by everybody
)

var (
	// furniture is what stands at the edges of a page.
	furniture = exactly(`(?i)^\W*(?:\d{1,3}\W{0,3}|I?ICO\W*|I?Information ?Commissioner\W{0,3}s? ?'?O?ffice\W*|(?:non-)?confidential\b.{0,40}|official\b.{0,20}|page \d+.{0,12})?\W*$`)

	// unfinished ends with a word that needs another one.
	unfinished = pattern(`(?i)\b(?:articles?|regulations?|sections?|of|the|an|under|and|or|to|by|with|for|in|from) ?$`)

	// goesInto begins a sentence that goes into what the one before it says.
	goesInto = exactly(`^(?:These|This|They|Such measures|Examples|Among (?:these|them)|In particular|Specifically|For example)\b.{0,30}(?:\binclud|,|:)`)

	// bullet is one without its item.
	bullet = exactly(`^(?:[•▪●◦*–-]|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])$`)

	// listItem begins an item of a list.
	listItem = exactly(`^\s*(?:[•▪●◦*–-]\s*|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s)`)
)

// passages are those of the story, in order.
func (d *document) passages() []passage {
	if d.passed == nil {
		d.passed = d.joined()
		d.partition(d.passed)
		d.sells = d.aboutSelling()
	}
	return d.passed
}

// joined puts together what goes on in the next sentence.
func (d *document) joined() []passage {
	var all []passage
	for _, s := range d.told {
		if furniture.in(s.text) {
			continue
		}
		last := len(all) - 1
		if last >= 0 && goesOn(all[last].text, s.text) && s.end-all[last].start <= longest {
			p := &all[last]
			p.end, p.text = s.end, d.flat[p.start:s.end]
			p.found = union(p.found, s.found)
			continue
		}
		all = append(all, passage{sentence: s})
	}
	return all
}

// goesOn reports whether a sentence goes on in the text after it: it has not
// ended, and what follows begins like the midst of one.
func goesOn(before, after string) bool {
	if bullet.in(before) {
		return true
	}
	if strings.ContainsAny(before[len(before)-1:], ".:;!?") || listItem.in(after) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(after)
	return unicode.IsLower(first) || strings.HasSuffix(before, ",") && len(before) > 40 || unfinished.in(before)
}

func union(a, b []uint64) []uint64 {
	both := make([]uint64, len(a))
	for i := range a {
		both[i] = a[i] | b[i]
	}
	return both
}

// headings tell the part that begins with them, the first that fits.
var headings = []struct {
	part  part
	words *phrase
}{
	{counsel, pattern(`(?i)\b(?:recommend\w*|further action|next steps|advice|lessons|takeaways?|what (?:organisations|you|businesses|companies) (?:can|should|need)|how to|best practice)\b`)},
	{statute, pattern(`(?i)\b(?:legal (?:framework|background)|relevant (?:law|legislation|legal|provisions)|statutory|legislat\w+|obligations of the (?:controller|processor)|powers of enforcement|commissioner(?:'|’)s powers|regulatory action policy|definitions|^the law$)\b`)},
	{background, pattern(`(?i)\b(?:background|facts|chronology|timeline|overview|what happened|introduction)\b`)},
	{weighing, pattern(`(?i)\b(?:penalt(?:y|ies)|fine|factors relevant|aggravating|seriousness|gravity|nature of|duration|negligen\w+|deliberate|decision to|amount|calculation|representations|notice of intent|appeal)\b`)},
	{remedied, pattern(`(?i)\b(?:mitigat\w+|remedial|steps taken|improvements?|since the (?:incident|attack|breach))\b`)},
	{findings, pattern(`(?i)\b(?:contraventions?|infringements?|findings?|found|fail(?:ed|ings?|ures?)|lack of|absence of|holding|held|issues|conclusions?|assessment of compliance|went wrong|reasons|insufficient|inadequate|shortcomings|breach)\b`)},
	{background, pattern(`(?i)\b(?:incident|attack|investigation|complaints?|summary)\b`)},
}

// partition gives each passage its part and its lead.
func (d *document) partition(all []passage) {
	now := plain
	var lead *passage
	for i := range all {
		p := &all[i]
		if part, ok := headed(p.text); ok && i > 1 { // above stands the headline
			now, lead = part, nil
		}
		p.part = now
		switch {
		case strings.HasSuffix(p.text, ":"):
			if listItem.in(p.text) {
				p.lead = lead
			}
			lead = p
		case listItem.in(p.text):
			p.lead = lead
		case i > 0 && goesInto.in(p.text):
			p.lead, lead = &all[i-1], nil
		default:
			lead = nil
		}
		p.wanting = p.saysWanting() || p.lead != nil && p.lead.saysWanting()
	}
}

// stem is the text of what leads into the list of which this is an item.
func (p *passage) stem() string {
	if p.lead == nil {
		return ""
	}
	return p.lead.text
}

// proof is the passage as proof, with what leads into it where it needs that.
func (d *document) proof(p *passage) []content.Quote {
	if p.lead == nil {
		return []content.Quote{d.quote(p.sentence)}
	}
	return []content.Quote{d.quote(p.sentence), d.quote(p.lead.sentence)}
}

// headed is the part that a heading begins: a short line, or words in capitals
// with which the text after them has run together.
func headed(text string) (part, bool) {
	text = strings.TrimLeft(text, "0123456789.)( •IVX-")
	if capitals := inCapitals(text); capitals != "" {
		text = capitals
	}
	if text == "" || len(text) > 90 || strings.ContainsAny(text[len(text)-1:], ".,;") || strings.Count(text, " ") > 11 {
		return plain, false
	}
	if first, _ := utf8.DecodeRuneInString(text); !unicode.IsUpper(first) {
		return plain, false
	}
	for _, h := range headings {
		if h.words.in(text) {
			return h.part, true
		}
	}
	return plain, false
}

// inCapitals are the words in capitals, two at least, with which a text begins.
func inCapitals(text string) string {
	words, end := 0, 0
	for _, word := range strings.SplitAfter(text, " ") {
		if strings.ToUpper(word) != word || strings.ToLower(word) == word {
			break
		}
		words, end = words+1, end+len(word)
	}
	if words < 2 || end < 12 {
		return ""
	}
	return strings.TrimSpace(text[:end])
}
