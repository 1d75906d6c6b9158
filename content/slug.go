package content

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxSlug bounds a slug, so that it fits every file system with room for a
// suffix.
const maxSlug = 80

// Slug makes a name fit for a URL and for a file on any system: runs of
// a-z and 0-9 joined by single hyphens, at most 80 bytes, never empty and never
// a name that Windows keeps for a device. Where that loses the name itself, since
// it was too long or held no Latin letter, a hash of the whole name makes it
// distinct again. Slug(Slug(s)) is Slug(s).
func Slug(name string) string {
	s := asciiWords(name)
	switch {
	case s == "":
		return "x-" + hash8(name)
	case len(s) > maxSlug:
		return strings.TrimRight(s[:maxSlug-9], "-") + "-" + hash8(name)
	case isDevice(s):
		return s + "-" + hash8(name)
	}
	return s
}

// IsSlug reports whether s is what [Slug] could have returned, and so may
// stand as a file name or in a URL.
func IsSlug(s string) bool { return s != "" && len(s) <= maxSlug && asciiWords(s) == s && !isDevice(s) }

// letters are those that Unicode does not decompose into a Latin letter.
var letters = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i", "&", " and ")

// asciiWords folds a name to lower-case ASCII words joined by hyphens.
// Apostrophes and accents vanish; all else parts words.
func asciiWords(name string) string {
	if isPlainSlug(name) {
		return name
	}
	var b strings.Builder
	gap := false
	for _, r := range letters.Replace(strings.ToLower(norm.NFKD.String(name))) {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case r == '\'' || r == '’' || unicode.Is(unicode.Mn, r):
		default:
			gap = true
		}
	}
	return b.String()
}

// isPlainSlug is the common case of asciiWords, which changes nothing.
func isPlainSlug(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c == '-' && i > 0 && i < len(s)-1 && s[i-1] != '-' {
			continue
		}
		if !isDigit(c) && (c < 'a' || c > 'z') {
			return false
		}
	}
	return true
}

var devices = []string{"con", "prn", "aux", "nul", "conin", "conout", "clock"}

// isDevice reports whether Windows would open a device by the name s.
func isDevice(s string) bool {
	if len(s) == 4 && (s[:3] == "com" || s[:3] == "lpt") && isDigit(s[3]) {
		return true
	}
	return slices.Contains(devices, s)
}

func hash8(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:4])
}
