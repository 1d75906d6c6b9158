package link

import (
	"strings"
	"unicode"

	"casebook/content"
)

// A name is an organisation's name, folded so that spellings of one name agree:
// "The Carphone Warehouse Limited" is {base "carphone warehouse", form "ltd"}.
// Words that tell companies of one group apart (Group, Holdings, Services, UK)
// stay in the base.
type name struct {
	base string
	form string // legal form, "" where the name does not carry one
}

// legalForms are the endings of a legal name, longest first.
var legalForms = []struct{ words, form string }{
	{"community interest company", "cic"}, {"public limited company", "plc"},
	{"limited liability partnership", "llp"}, {"incorporated", "inc"}, {"corporation", "corp"},
	{"limited", "ltd"}, {"corp", "corp"}, {"ltd", "ltd"}, {"plc", "plc"}, {"llp", "llp"},
	{"inc", "inc"}, {"llc", "llc"}, {"cic", "cic"}, {"lp", "lp"},
}

// fold reads a name.
func fold(s string) name {
	words := strings.TrimPrefix(foldWords(s), "the ")
	for _, f := range legalForms {
		if base, ok := strings.CutSuffix(words, " "+f.words); ok {
			return name{base: base, form: f.form}
		}
	}
	return name{base: words}
}

// foldWords writes s in lower case with punctuation gone and one blank between
// words. Apostrophes and the dots of "p.l.c." vanish, "&" becomes "and".
func foldWords(s string) string {
	var b strings.Builder
	runes := []rune(strings.ToLower(s))
	word := 0 // letters of the word so far
	for i, r := range runes {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			b.WriteRune(r)
			word++
			continue
		case r == '\'', r == '’', r == '‘', r == '!':
			continue
		case r == '.' && word == 1 && i+1 < len(runes) && unicode.IsLetter(runes[i+1]):
			word = 0 // between the letters of an abbreviation
			continue
		case r == '&':
			b.WriteString(" and ")
		default:
			b.WriteByte(' ')
		}
		word = 0
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// same reports whether two names may be one: the same words, and no two
// different legal forms.
func (n name) same(m name) bool {
	return n.base == m.base && (n.form == m.form || n.form == "" || m.form == "")
}

// begins reports whether the words of m begin with all those of n.
func (n name) begins(m name) bool { return n.base != "" && strings.HasPrefix(m.base, n.base+" ") }

// shortens reports whether n, which carries no legal form, is how a newspaper
// might shorten m.
func (n name) shortens(m name) bool { return n.form == "" && n.begins(m) }

// generic are the words by which a document speaks of its party without naming
// it. None of them is a name.
var generic = map[string]bool{
	"association": true, "authority": true, "bank": true, "board": true, "business": true,
	"charity": true, "college": true, "commission": true, "company": true, "controller": true,
	"corporation": true, "council": true, "department": true, "firm": true, "force": true,
	"group": true, "hospital": true, "organisation": true, "police": true, "practice": true,
	"processor": true, "provider": true, "retailer": true, "school": true, "society": true,
	"trust": true, "university": true, "companies": true, "parties": true, "individual": true,
}

// spellings returns what a stated name holds: the name itself, without the
// article of the sentence it stood in, and what it says after it in brackets or
// after "trading as".
func spellings(s string) (first string, more []string) {
	first = strings.TrimPrefix(strings.TrimSpace(s), "the ")
	for _, sep := range []string{" trading as ", " t/a ", " also known as ", " formerly known as ", " formerly "} {
		if i := strings.Index(strings.ToLower(first), sep); i > 0 {
			more = append(more, strings.TrimSpace(first[i+len(sep):]))
			first = strings.TrimSpace(first[:i])
		}
	}
	if open := strings.LastIndexByte(first, '('); open > 0 && strings.HasSuffix(first, ")") {
		more = append(more, strings.Trim(first[open+1:len(first)-1], ` "'“”‘’`))
		first = strings.TrimSpace(first[:open])
	}
	return first, more
}

// aliases returns the other names of a party, without generic words and
// without what is only its name again.
func aliases(p content.Party) []string {
	first, more := spellings(p.Name)
	own := fold(first)
	var out []string
	for _, a := range append(more, p.Aliases...) {
		a = strings.Trim(strings.TrimSpace(a), `"'“”‘’`)
		n := fold(a)
		if n.base == "" || n.base == own.base || generic[n.base] {
			continue
		}
		out = append(out, a)
	}
	return out
}

// withoutForm writes a name for a title: "Capita plc" is "Capita".
func withoutForm(s string) string {
	s = strings.TrimSpace(s)
	bare := strings.TrimSuffix(s, ".")
	for _, f := range legalForms {
		at := len(bare) - len(f.words)
		if at > 1 && bare[at-1] == ' ' && strings.EqualFold(bare[at:], f.words) {
			return strings.TrimRight(bare[:at], " ,")
		}
	}
	return s
}
