package facts

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A mention is a name as it stands in a sentence: capitalised words with the
// small words and brackets that belong to them.
type mention struct {
	name       string // blanks folded, without "the" before it
	start, end int    // in the sentence
	after      int    // where the sentence goes on, past other names in brackets
	as         []string
	initial    bool // begins the sentence, where any word is capitalised
}

// A word is a run without blanks, without the marks around it.
type word struct {
	text       string
	start, end int  // of text, in the sentence
	stops      bool // a mark after it, or a possessive, ends a name
	opens      bool // a bracket or quotation mark stands before it
	possessive bool
}

// mentions finds the names in a sentence.
func mentions(text string) []mention {
	words := wordsOf(text)
	var all []mention
	for i := 0; i < len(words); {
		end := nameEnd(words, i)
		if end == i {
			i++
			continue
		}
		for begin := i; begin < end; {
			stop := splitAfterForm(words, begin, end)
			all = appendMention(all, text, words, begin, stop)
			begin = stop
			for begin < end && joins(words[begin].text) {
				begin++
			}
		}
		i = end
	}
	return all
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

// capital reports whether a word is spelled as a name is: Capital, 23andMe,
// eBay, example.com.
func capital(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsUpper(r):
		return !strings.HasSuffix(s, "-based") && !strings.HasSuffix(s, "-style") && !strings.HasSuffix(s, "-tier")
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
	digitsFirst = exactly(`^\d{1,4}[a-z]{4,}$`)
	counted     = exactly(`(?:days?|months?|years?|hours?|weeks?|people|calls?|million|thousand|minutes?|customers|records|complaints|emails|texts)$`)
)

var domain = exactly(`^[a-z0-9-]+\.(?:com|co\.uk|uk|org|org\.uk|net|ai|io|me|eu|tv)$`)

// joins is a small word that may stand inside a name.
func joins(s string) bool {
	switch s {
	case "of", "and", "the", "for", "&", "on", "upon", "in", "de", "to", "+":
		return true
	}
	return false
}

// nameEnd returns after which word the name ends that begins with word i: i
// itself where none begins.
func nameEnd(words []word, i int) int {
	if !beginsName(words, i) {
		return i
	}
	if end := wholeLegalName(words, i); end > i {
		return end
	}
	end := i + 1
	for end < len(words) {
		last := words[end-1]
		if last.possessive && !ownerOf(words, end) {
			break
		}
		if last.stops && !last.possessive && !(isForm(words[end].text) && !endsWithForm(words[end-1].text)) {
			break
		}
		if last.stops && last.possessive && !strings.HasSuffix(last.text, "s") {
			break
		}
		next := end
		for joins(words[next].text) && next-end < 2 && !words[next].stops && !words[next].opens {
			if next++; next == len(words) {
				return end
			}
		}
		if next > end && !joinable(words, i, end, next) {
			break
		}
		n := words[next]
		inside := n.opens && insideName(n.text) && next+1 < len(words) && capital(words[next+1].text)
		if n.opens && !inside || !capital(n.text) && !isForm(n.text) && !inside || endsName(n.text) {
			break
		}
		end = next + 1
	}
	return end
}

// beginsName reports whether a name may begin with word i.
func beginsName(words []word, i int) bool {
	w := words[i]
	lower := strings.ToLower(w.text)
	switch {
	case !capital(w.text) || regulatorWord(w.text):
		return false
	case headlineVerb[lower]:
		return false
	case breaking[lower]:
		return wholeLegalName(words, i) > i
	case !pronouns[lower]:
		return true
	}
	followed := i+1 < len(words) && !w.stops && capital(words[i+1].text) && !endsName(words[i+1].text)
	return followed && !w.opens
}

// wholeLegalName returns where a run of capitalised words ends with a legal
// form, whatever the words are: "We Buy Any Car Limited". It returns i where
// they do not.
func wholeLegalName(words []word, i int) int {
	if i == 0 && prepositions[strings.ToLower(words[i].text)] {
		return i
	}
	for k := i + 1; k < len(words) && k < i+7 && !words[k-1].stops; k++ {
		switch {
		case isForm(words[k].text):
			return k + 1
		case !capital(words[k].text) && !(words[k].text == "&"):
			return i
		case regulatorWord(words[k].text) || headlineVerb[strings.ToLower(words[k].text)]:
			return i
		}
	}
	return i
}

// joinable reports whether small words join what stands before and after them
// to one name.
func joinable(words []word, begin, end, next int) bool {
	last, n := words[end-1].text, words[next].text
	if !capital(n) || endsName(n) || words[next].opens || isForm(last) {
		return false
	}
	switch words[end].text {
	case "for", "in":
		return isOffice(words[begin:end]) && words[end].text == "for"
	case "to":
		return formAhead(words, next)
	case "on", "upon":
		return strings.HasSuffix(n, "Sea") || strings.HasSuffix(n, "Trent") || institutionAhead(words, next)
	case "and", "the", "of", "&":
		return !regulatorWord(n)
	}
	return true
}

func formAhead(words []word, at int) bool {
	for k := at; k < len(words) && k < at+5; k++ {
		if isForm(words[k].text) {
			return true
		}
		if words[k].stops {
			return false
		}
	}
	return false
}

func institutionAhead(words []word, at int) bool {
	for k := at; k < len(words) && k < at+5; k++ {
		if institutions[words[k].text] {
			return true
		}
		if words[k].stops {
			return false
		}
	}
	return false
}

// ownerOf reports whether a possessive is part of the name: "Children's
// Trust", and not "Example's chief executive".
func ownerOf(words []word, at int) bool {
	return capital(words[at].text) && !endsName(words[at].text) && (institutionAhead(words, at) || formAhead(words, at))
}

// splitAfterForm ends a name after its legal form, where another one follows:
// "A Limited and B Inc".
func splitAfterForm(words []word, begin, end int) int {
	for k := begin; k+1 < end; k++ {
		if isForm(words[k].text) && !isForm(words[k+1].text) && k > begin && words[k+1].text != "Partnership" && words[k+1].text != "Liability" {
			return k + 1
		}
	}
	return end
}

func appendMention(all []mention, text string, words []word, begin, end int) []mention {
	m := mention{initial: begin == 0}
	for begin < end && (leads(words[begin].text) && begin+1 < end || joins(strings.ToLower(words[begin].text))) {
		begin++
	}
	if begin == end {
		return all
	}
	m.start, m.end = words[begin].start, words[end-1].end
	if last := words[end-1]; last.possessive {
		m.end -= len(last.text) - len(strings.TrimSuffix(strings.TrimSuffix(last.text, "'s"), "’s"))
	}
	if strings.HasSuffix(text[:m.end], "Inc") && strings.HasPrefix(text[m.end:], ".") {
		m.end++
	}
	m.name = strings.Join(strings.Fields(text[m.start:m.end]), " ")
	if nobody(m.name) || shouted(m.name) || len(all) > 0 && m.start < all[len(all)-1].after {
		return all
	}
	m.after, m.as = aliasesAfter(text, m.end)
	return append(all, m)
}

// shouted reports whether a name is a heading in capitals and no name.
func shouted(name string) bool {
	return strings.Count(name, " ") > 2 && name == strings.ToUpper(name) && !hasForm(name)
}
