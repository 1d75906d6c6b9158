package facts

import "strings"

// A mention is a name as it stands in a sentence: capitalised words with the
// small words and brackets that belong to them.
type mention struct {
	name       string // blanks folded, without "the" before it
	start, end int    // in the sentence
	after      int    // where the sentence goes on, past other names in brackets
	as         []string
	initial    bool // begins the sentence, where any word is capitalised
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
			for begin < end && joinsNames(words[begin].text) {
				begin++
			}
		}
		i = end
	}
	return all
}

// joinsNames is a small word that may stand inside a name.
func joinsNames(s string) bool {
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
		if last.possessive && !ownerOf(words, end) && !saintly(words, i, end) {
			break
		}
		if last.stops && !last.possessive && !(isForm(words[end].text) && !endsWithForm(words[end-1].text)) {
			break
		}
		if last.stops && last.possessive && !strings.HasSuffix(last.text, "s") {
			break
		}
		next := end
		for joinsNames(words[next].text) && next-end < 2 && !words[next].stops && !words[next].opens {
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
// form, whatever the words are: "Sell Your Old Van Limited". It returns i where
// they do not.
func wholeLegalName(words []word, i int) int {
	if i == 0 && prepositions[strings.ToLower(words[i].text)] {
		return i
	}
	bracket := false
	for k := i + 1; k < len(words) && k < i+7; k++ {
		switch {
		case words[k-1].stops && bracket:
			bracket = false
		case words[k].opens && capital(words[k].text):
			bracket = true
		case words[k-1].stops:
			return i
		}
		switch {
		case isForm(words[k].text) && !bracket:
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

// saintly reports whether a possessive belongs to a name that goes on with
// "and": "St Agnes's and Fenside NHS Trust".
func saintly(words []word, begin, at int) bool {
	first := words[begin].text
	return (first == "St" || first == "Saint" || at == begin+1) && at+1 < len(words) && (words[at].text == "and" || words[at].text == "&") &&
		capital(words[at+1].text) && institutionAhead(words, at+1)
}

// itsPeople are those of a body, whom a sentence begins with.
var itsPeople = set(`Tenants Patients Customers Staff Members Employees Users Residents Pupils Students Parents Bosses Owners Victims Donors Subscribers Clients`)

// bodies end a name after which "and" begins another one of the same make.
var bodies = set(`Police Constabulary Council Trust University College Association Society Academy School Hospital Solicitors`)

// splitAfterForm ends a name after its legal form or the like, where another
// one follows: "A Limited and B Inc", "A Police and B Constabulary".
func splitAfterForm(words []word, begin, end int) int {
	for k := begin; k+1 < end; k++ {
		if k > begin && bodies[words[k].text] && k+2 < end && words[k+1].text == "and" && k+3 < end && bodies[words[end-1].text] {
			return k + 1
		}
		if isForm(words[k].text) && !isForm(words[k+1].text) && k > begin && words[k+1].text != "Partnership" && words[k+1].text != "Liability" {
			return k + 1
		}
	}
	return end
}

// nameNeverEnds are words that a heading has after a name.
var nameNeverEnds = set(`From By After Over With Via For Following`)

func appendMention(all []mention, text string, words []word, begin, end int) []mention {
	m := mention{initial: begin == 0}
	for begin+1 < end && describesOnly(words[begin]) {
		begin++
	}
	for begin < end && (leads(words[begin].text) && begin+1 < end || joinsNames(strings.ToLower(words[begin].text))) {
		begin++
	}
	if begin+2 < end && itsPeople[words[begin].text] && words[begin+1].text == "of" {
		begin += 2 // "Tenants of Example Trust"
	}
	if begin == end || begin == 1 && loudOpening(words, end) {
		return all
	}
	whole := end
	end = beforePlace(words, begin, end)
	if end-begin > 1 && nameNeverEnds[words[end-1].text] {
		end--
	}
	m.start, m.end = words[begin].start, words[end-1].end
	if last := words[end-1]; last.possessive {
		m.end -= len(last.text) - len(strings.TrimSuffix(strings.TrimSuffix(last.text, "'s"), "’s"))
	}
	if strings.HasSuffix(text[:m.end], "Inc") && strings.HasPrefix(text[m.end:], ".") {
		m.end++
	}
	if at := strings.Index(text[m.start:m.end], " ("); at > 0 && !strings.Contains(text[m.start+at:m.end], ")") {
		m.end = m.start + at // the bracket has another name
	}
	if !m.initial && aForce.in(text[m.end:]) && !ofAForce.in(text[m.end:]) && !nationality[text[m.start:m.end]] {
		m.end += len(" police") // "Fenshire police", as newspapers write it
	}
	m.name = strings.Join(strings.Fields(text[m.start:m.end]), " ")
	if nobody(m.name) || shouted(m.name) || len(all) > 0 && m.start < all[len(all)-1].after {
		return all
	}
	m.after, m.as = aliasesAfter(text, m.end)
	if end < whole {
		m.after = max(m.after, words[whole-1].end) // past the place that it is of
	}
	return append(all, m)
}

var (
	aForce   = exactly(`^ police\b`)
	ofAForce = exactly(`^ police (?:officers?|constables?|sergeants?|inspectors?|chiefs?|staff|stations?|records?|investigations?|inquir(?:y|ies)|data|cars?|dogs?|control|and crime|forces?)\b`)
)

// loudOpening reports whether a sentence begins with words in capitals, as
// papers open a story: "A MOTHER whose son".
func loudOpening(words []word, end int) bool {
	article := words[0].text
	return (article == "A" || article == "AN" || article == "An") && end == 2 && len(words[1].text) > 4 && words[1].text == strings.ToUpper(words[1].text)
}

// describesOnly is a first word that says where a party is: "London's Example
// Ltd", "A Scottish …".
func describesOnly(w word) bool {
	return w.possessive && places.in(strings.TrimSuffix(strings.TrimSuffix(w.text, "'s"), "’s")) || w.text == "A" || w.text == "An"
}

// beforePlace ends a name of several words before the place that it is "of":
// "Secure Homes of Fenbridge", but not "University of Fenbridge".
func beforePlace(words []word, begin, end int) int {
	if end-begin < 4 || words[end-2].text != "of" || isOffice(words[begin:end]) || institutions[words[end-3].text] || kindred[words[end-3].text] {
		return end
	}
	return end - 2
}

// kindred words are followed by "of" inside a name.
var kindred = set(`Friends House Houses Sons Daughters Sisters Brothers Order Ministry Bank Church Lords City Isle Port Army Knights Bishop Diocese Parish Duke Ministers School College
	Faculty Chamber Inn Guild Museum Federation Union`)

// shouted reports whether a name is a heading in capitals and no name.
func shouted(name string) bool {
	return strings.Count(name, " ") > 1 && name == strings.ToUpper(name) && !hasForm(name) && !institutionShouted(name)
}

// institutionShouted reports whether a name in capitals has a word that bodies
// have in theirs.
func institutionShouted(name string) bool {
	for _, w := range strings.Fields(name) {
		if w := w[:1] + strings.ToLower(w[1:]); institutions[w] || offices[w] {
			return true
		}
	}
	return false
}
