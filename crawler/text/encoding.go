package text

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
)

// ErrEncoding says that a page's bytes are no text in the encoding that it is
// said to have, nor in any other that is likely.
var ErrEncoding = errors.New("the bytes are no text")

// named is a head's word for its encoding, wherever in it it stands.
var named = regexp.MustCompile(`(?i)<meta[^>]{1,200}charset\s*=\s*["']?([a-z0-9_-]{2,20})`)

// encodingOf is a page's encoding, in the order of the standard: byte order
// mark, header, head, guess. It departs from it where the standard would show a
// reader "Â£" for "£": bytes beyond ASCII that are UTF-8 throughout are hardly
// anything else, whatever a server says of all its pages alike. And it looks
// for the head's word in more than the first 1024 bytes, to which not every
// head keeps.
func encodingOf(page []byte, contentType string) encoding.Encoding {
	found, name, certain := charset.DetermineEncoding(page, contentType)
	if hasMark(page) || name == "utf-8" && certain {
		return found
	}
	if !ascii(page) && utf8.Valid(page) {
		return encoding.Nop
	}
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
	if mostlyUTF8(page) {
		return encoding.Nop
	}
	return found
}

// byteOrderMarks of UTF-8 and of both orders of UTF-16.
var byteOrderMarks = [][]byte{{0xef, 0xbb, 0xbf}, {0xfe, 0xff}, {0xff, 0xfe}}

func hasMark(page []byte) bool {
	for _, mark := range byteOrderMarks {
		if bytes.HasPrefix(page, mark) {
			return true
		}
	}
	return false
}

func ascii(b []byte) bool {
	return bytes.IndexFunc(b, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// mostlyUTF8 reports whether more of the bytes beyond ASCII belong to a
// character in UTF-8 than do not: a stray byte does not make a page another
// encoding's.
func mostlyUTF8(page []byte) bool {
	good, stray := 0, 0
	for i := 0; i < len(page); {
		r, n := utf8.DecodeRune(page[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			stray++
		case n > 1:
			good++
		}
		i += n
	}
	return good >= stray
}

// Shares of a page from which on it is no text: characters that its encoding
// does not have, and bytes of nothing, as UTF-16 has them that is read as
// something else.
const (
	shareStray   = 20 // a twentieth
	shareNothing = 4  // a quarter
)

// decoded is a page as UTF-8, without the control characters that mean nothing
// in HTML: one in a tag would make an attribute another one.
func decoded(page []byte, contentType string) ([]byte, error) {
	text, err := encodingOf(page, contentType).NewDecoder().Bytes(page)
	if err != nil {
		return nil, fmt.Errorf("encoding: %w", err)
	}
	if nothing := bytes.Count(text, []byte{0}); nothing*shareNothing > len(text) {
		return nil, fmt.Errorf("%w: %d of %d are nothing; UTF-16 without its mark?", ErrEncoding, nothing, len(text))
	}
	if !utf8.Valid(text) {
		text = bytes.ToValidUTF8(text, []byte("\uFFFD"))
	}
	if all, stray := utf8.RuneCount(text), bytes.Count(text, []byte("\uFFFD")); stray*shareStray > all {
		return nil, fmt.Errorf("%w: %d of %d characters are none in the encoding that is said or likely", ErrEncoding, stray, all)
	}
	if bytes.ContainsFunc(text, func(r rune) bool { return meaning(r) < 0 }) {
		text = bytes.Map(meaning, text)
	}
	return text, nil
}

// meaning drops control characters but for white space.
func meaning(r rune) rune {
	if r < ' ' && r != '\t' && r != '\n' && r != '\f' && r != '\r' || r == 0x7f {
		return -1
	}
	return r
}
