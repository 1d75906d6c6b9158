package facts

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A word is a run without blanks, without the marks around it.
type word struct {
	text       string
	start, end int  // of text, in the sentence
	stops      bool // a mark after it, or a possessive, ends a name
	opens      bool // a bracket or quotation mark stands before it
	possessive bool
}

const (
	before = "“”\"'‘’([*"
	behind = "”“\"'’‘)],.;:!?*"
)

// wordsOf cuts a sentence into words.
func wordsOf(text string) []word {
	words := make([]word, 0, len(text)/6)
	for at := 0; at < len(text); {
		if text[at] == ' ' {
			at++
			continue
		}
		end := strings.IndexByte(text[at:], ' ')
		if end < 0 {
			end = len(text)
		} else {
			end += at
		}
		words = append(words, wordAt(text, at, end))
		at = end
	}
	return words
}

func wordAt(text string, start, end int) word {
	w := word{start: start, end: end}
	raw := text[start:end]
	w.start = start + len(raw) - len(strings.TrimLeft(raw, before))
	w.opens = w.start > start
	if w.start >= end {
		return word{text: raw, start: start, end: end, stops: true}
	}
	raw = text[w.start:end]
	core := strings.TrimRight(raw, behind)
	tail := raw[len(core):]
	w.stops = tail != "" && tail != "." && tail != "!" || tail == "." && !shortened(core)
	if strings.HasPrefix(tail, ")") && w.opens && insideName(core) {
		w.stops = strings.Trim(tail, ")") != ""
	}
	for _, s := range []string{"'s", "’s"} {
		if strings.HasSuffix(core, s) {
			w.possessive = true
		}
	}
	w.text, w.end = core, w.start+len(core)
	return w
}

// shortened is a word that keeps its full stop inside a name.
func shortened(s string) bool {
	switch s {
	case "St", "Co", "Inc", "Ltd", "Corp", "Dr", "No":
		return true
	}
	return utf8.RuneCountInString(s) == 1 && s != "I"
}

// insideName is what stands in brackets inside a legal name.
func insideName(s string) bool {
	switch s {
	case "UK", "GB", "NI", "Holdings", "Europe", "International", "Ireland", "Scotland", "England", "London", "Northern", "Midlands", "Wales", "South", "North":
		return true
	}
	return len(s) == 4 && strings.Trim(s, "0123456789") == ""
}

// capital reports whether a word is spelled as a name is: Capital, 77Genes,
// eBay, example.com.
func capital(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsUpper(r):
		return !compound.in(s) && !contracted.in(s) && !strings.HasSuffix(s, "-based") && !strings.HasSuffix(s, "-style") && !strings.HasSuffix(s, "-tier")
	case unicode.IsDigit(r):
		mixed := strings.ContainsFunc(s, unicode.IsUpper) && strings.ContainsFunc(s, unicode.IsLower)
		return mixed && !strings.Contains(s, "(") || digitsFirst.in(s) && !counted.in(s)
	case unicode.IsLower(r):
		rest := s[size:]
		return domain.in(s) || strings.ContainsFunc(rest, unicode.IsUpper) && !strings.ContainsAny(s, "(-/")
	}
	return false
}

var (
	// compound is an adjective made with a name or an abbreviation: "ICO-led".
	compound = exactly(`^[A-Z]{2,}-[a-z]|-(?:wide|led|related|backed|owned|only|positive)$`)

	// contracted is a pronoun with its verb.
	contracted = exactly(`^[A-Z][a-z]*(?:['’](?:ll|ve|re|d|m)|n['’]t)$|^(?:It|That|There|He|She|What|Who|Here|Let)['’]s$`)

	digitsFirst = exactly(`^\d{1,4}[a-z]{4,}$`)
	counted     = exactly(`(?:days?|months?|years?|hours?|weeks?|people|calls?|million|thousand|minutes?|customers|records|complaints|emails|texts)$`)
)

var domain = exactly(`^[a-z0-9-]+\.(?:com|co\.uk|uk|org|org\.uk|net|ai|io|me|eu|tv)$`)
