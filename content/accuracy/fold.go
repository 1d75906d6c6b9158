package accuracy

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var (
	bracketed = regexp.MustCompile(`\([^)]*\)`)
	unspoken  = regexp.MustCompile(`[^a-z0-9 ]`)
	// suffixes are the parts of a name that say its legal form, or that some
	// writers put and others leave out.
	suffixes = regexp.MustCompile(`\b(?:the|uk|co|company|cic|community interest company|corp|corporation|group|holdings|inc|incorporated|` +
		`international|limited|llp|ltd|plc)\b`)
)

// foldName writes a name so that two ways to write it are the same: without
// case, punctuation, what stands in brackets and legal suffixes. A letter with
// an accent is two signs, of which the accent is punctuation. A name that
// consists of suffixes alone keeps them.
func foldName(name string) string {
	s := strings.ReplaceAll(strings.ToLower(norm.NFKD.String(name)), "&", " and ")
	s = bracketed.ReplaceAllString(s, " ")
	s = strings.NewReplacer("'", "", "’", "").Replace(s)
	s = unspoken.ReplaceAllString(s, " ")
	if short := foldBlanks(suffixes.ReplaceAllString(s, " ")); short != "" {
		return short
	}
	return foldBlanks(s)
}

// numbered is a provision up to its article, regulation, section, schedule or
// principle, and that one's number.
var numbered = regexp.MustCompile(`(?i)^(.*?\b(?:art|article|reg|regulation|s|section|sch|schedule|principle|dpp)\.?)\s*([0-9]+[a-z]?)`)

// articleLevel cuts a provision down to its instrument and article: "UK GDPR
// Art 32(1)(b)" and "GDPR Article 32" are both "gdpr art 32".
func articleLevel(provision string) string {
	p := foldBlanks(provision)
	m := numbered.FindStringSubmatch(p)
	if m == nil {
		return strings.ToLower(p)
	}
	unit := strings.TrimRight(strings.ToLower(m[1]), ".")
	unit = strings.NewReplacer("article", "art", "regulation", "reg", "section", "s", "uk gdpr", "gdpr").Replace(unit)
	return unit + " " + strings.ToLower(m[2])
}

// foldBlanks makes each run of white space one blank and trims the ends. The
// information separators U+001C to U+001F, which stand in the text of some
// PDFs, are white space too.
func foldBlanks(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || '\x1c' <= r && r <= '\x1f' }), " ")
}
