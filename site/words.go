package site

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/content"
)

// clean makes foreign text safe to read on one line: characters that turn the
// direction of text and control characters become U+FFFD, white space folds.
func clean(s string) string {
	return strings.Join(strings.Fields(visible(s)), " ")
}

// visible replaces what a reader cannot see but a browser obeys. White space
// stays.
func visible(s string) string {
	if hiddenAt(s) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isHidden(r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

// hiddenAt is where the first such character stands, or -1. Most text is plain
// and passed over byte by byte.
func hiddenAt(s string) int {
	for i := 0; i < len(s); {
		if ' ' <= s[i] && s[i] <= '~' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if isHidden(r) {
			return i
		}
		i += size
	}
	return -1
}

// isHidden reports controls of direction, control characters and what is no
// character at all.
func isHidden(r rune) bool {
	switch {
	case '\u202A' <= r && r <= '\u202E', '\u2066' <= r && r <= '\u2069', r == '\u200E', r == '\u200F', r == '\u061C':
		return true
	case r == '\n', r == '\t', r == '\r':
		return false
	}
	return unicode.IsControl(r) || r == '\uFEFF' || 0xFDD0 <= r && r <= 0xFDEF || r&0xFFFE == 0xFFFE
}

// number writes n with thousands apart.
func number(n int) string { return content.Thousands(strconv.Itoa(n)) }

// count writes "1 case", "2,000 cases", "3 people".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return number(n) + " " + plural(noun)
}

func plural(noun string) string {
	if noun == "person" {
		return "people"
	}
	return noun + "s"
}

// list writes "a", "a and b", "a, b and c", and "a, b and c, and d" where an
// item has an "and" of its own.
func list(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last, and := len(items)-1, " and "
	if strings.Contains(strings.Join(items, ","), and) {
		and = ", and "
	}
	return strings.Join(items[:last], ", ") + and + items[last]
}

// people writes how many people were affected; "" where that is not stated.
func people(n int, q content.Qualifier) string {
	if n == 0 {
		return ""
	}
	return q.Of(count(n, "person"))
}

// communications writes "over 1,345,732 calls"; "" where none are stated.
func communications(c content.Communications) string {
	if c.Count == 0 {
		return ""
	}
	unit := clean(c.Unit)
	if unit == "" {
		unit = "messages"
	}
	if c.Count == 1 {
		unit = strings.TrimSuffix(unit, "s")
	}
	return c.Qualifier.Of(number(c.Count) + " " + unit)
}

// lower is s as it stands within a sentence: "multi-factor authentication", but
// "TPS screening".
func lower(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if next, _ := utf8.DecodeRuneInString(s[size:]); size == 0 || unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToLower(r)) + s[size:]
}

// capital is s with a capital first letter.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

func statusOf(s content.Status) Status {
	if s == "" {
		return Status{"unknown", "Status not known"}
	}
	return Status{content.Slug(string(s)), clean(s.Label())}
}
