package facts

import (
	"strings"
	"unicode/utf8"
)

var (
	aliasBrackets = pattern(`^,? ?[(\[]([^()\[\]]{1,120})[)\]]`)

	// openBracket is a bracket that the page lost the end of: ("Ferrisis a".
	openBracket = exactly(`^ ?\(["“]([A-Z][A-Za-z&]{1,12})["”]`)

	// byAnotherName stands between a name and another one.
	byAnotherName = pattern(`(?i)^(?:,? ?(?:which |who )?(?:is |was |also |are |operates? |operating |trad(?:es?|ing) |or )*(?:trading as|t/a|trades as|also known as|known as|formerly(?: known as)?|previously(?: known as)?|under the (?:trading )?(?:names?|styles?)(?: of)?|hereinafter|hereafter|herein|referred to as|the|together|collectively|as|or|d/b/a|aka)[, :]*)+`)
)

// aliasesAfter reads the other names that follow a name: “X Ltd (“X”)”,
// "X Ltd trading as Y". It returns where the sentence goes on after them.
func aliasesAfter(text string, end int) (after int, as []string) {
	after = end
	for range 3 {
		rest := text[after:]
		if m := aliasBrackets.find(rest); m != nil {
			names, known := readAliases(rest[m[2]:m[3]])
			if !known {
				return after, as
			}
			as = append(as, names...)
			after += m[1]
			continue
		}
		if m := openBracket.find(rest); m != nil {
			return after + m[3], append(as, rest[m[2]:m[3]])
		}
		if m := tradingAs.find(rest); m != nil {
			as = append(as, strings.Join(strings.Fields(rest[m[2]:m[3]]), " "))
			after += m[1]
			continue
		}
		return after, as
	}
	return after, as
}

// tradingAs names a party's brand after its name.
var tradingAs = pattern(`^,? ?(?:\(?(?:trading|which trades|that trades|operating|doing business) (?:as|under the (?:trading )?names?(?: of)?)|t/a|also known as|formerly(?: known as)?|previously known as) [“"'‘]?((?:[A-Z0-9][\w&’'.-]*)(?: (?:of|and|the|for|&|and as) [A-Z][\w&’'.-]*| [A-Z0-9][\w&’'.-]*)*)[”"'’]?\)?`)

// readAliases reads what stands in brackets after a name. known is false for
// anything but other names, numbers and places.
func readAliases(s string) (names []string, known bool) {
	s = strings.TrimSpace(s)
	if companyNumber.in(s) {
		return nil, true
	}
	role := false
	for _, piece := range orBetween.split(s) {
		piece = byAnotherName.replace(strings.TrimSpace(piece), "")
		piece = strings.Join(strings.Fields(strings.Trim(piece, " \"'“”‘’,.;:")), " ")
		piece = strings.TrimPrefix(piece, "the ")
		switch {
		case roleWord.in(piece):
			role = true
		case piece == "" || utf8.RuneCountInString(piece) > 60:
			continue
		case !capital(strings.Fields(piece)[0]):
			return nil, false
		case strings.Contains(piece, "£"):
			return nil, false
		}
		names = append(names, piece)
	}
	return names, role || len(names) > 0
}

// roleWord is what a document calls a party in place of its name.
var roleWord = exactly(`(?i)^(?:(?:data )?(?:` + patient + `))$`)

var (
	companyNumber = pattern(`(?i)^(?:company|companies house|charity|registered|registration|reg)\b.{0,40}\d|^\d{6,8}$|in (?:liquidation|administration)$`)
	orBetween     = pattern(`(?:["”’'] ?(?:,|or|and|/) ?(?:the )?["“‘']| or (?:the )?["“‘'])`)
)

// sameName reports whether two spellings are of one party: equal, or the
// beginning of one another unless both are whole legal names.
func sameName(a, b string) bool {
	return sameFolded(naming{mention: mention{name: a}, folded: foldName(a), form: hasForm(a)}, &naming{mention: mention{name: b}, folded: foldName(b), form: hasForm(b)})
}

func sameFolded(a naming, b *naming) bool {
	switch {
	case a.folded == "" || b.folded == "":
		return false
	case a.folded == b.folded:
		return true
	case a.form && b.form:
		return false
	}
	return startsWith(a.folded, b.folded) || startsWith(b.folded, a.folded)
}

// startsWith reports whether the words of a name begin with all those of
// another one.
func startsWith(name, with string) bool {
	return len(name) > len(with) && name[:len(with)] == with && name[len(with)] == ' '
}

func hasForm(s string) bool { return legalForm.in(s) }

var (
	legalForm   = exactly(`\b(?:Ltd|Limited|LTD|LIMITED|PLC|plc|Plc|LLP|LLC|Inc|INC|Incorporated|CIC|CIO|Company|Corporation|Corp|GmbH|AG|SARL|Pty|BV|NV|B\.V|N\.V|S\.A|SpA)\b|\bCo\.$`)
	legalSuffix = exactly(`\b(?:ltd|limited|plc|llp|inc|llc|incorporated|bv|nv|gmbh|the)\b`)
)

// foldName is a name in lower case without marks and legal forms.
func foldName(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r >= utf8.RuneSelf && r != '’' && r != '‘' && r != '“' && r != '”' && r != '–':
			return r
		case r == '\'' || r == '’' || r == '.':
			return -1
		}
		return ' '
	}, strings.ToLower(strings.ReplaceAll(s, "&", " and ")))
	return strings.Join(strings.Fields(legalSuffix.replace(s, " ")), " ")
}

// initialsOf are the first letters of a name's capitalised words: "BA".
func initialsOf(s string) string {
	var b strings.Builder
	for _, w := range strings.Fields(s) {
		if r, _ := utf8.DecodeRuneInString(w); r >= 'A' && r <= 'Z' {
			b.WriteRune(r)
		}
	}
	return b.String()
}
