package text

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
)

// named is a head's word for its encoding, wherever in it it stands.
var named = regexp.MustCompile(`(?i)<meta[^>]{1,200}charset\s*=\s*["']?([a-z0-9_-]{2,20})`)

// encodingOf is a page's encoding. The standard looks for its name in the first
// 1024 bytes only, which not every head keeps to; where there is none, bytes
// that are valid UTF-8 are hardly anything else.
func encodingOf(page []byte, contentType string) encoding.Encoding {
	found, name, certain := charset.DetermineEncoding(page, contentType)
	if certain || name != "windows-1252" && name != "utf-8" {
		return found
	}
	if meta := named.FindSubmatch(page[:min(len(page), 1<<16)]); meta != nil {
		said, canonical := charset.Lookup(string(meta[1]))
		switch {
		case strings.HasPrefix(canonical, "utf-16"): // then it could not be read here
			return encoding.Nop
		case said != nil:
			return said
		}
	}
	if utf8.Valid(page) {
		return encoding.Nop
	}
	return found
}
