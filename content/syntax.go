package content

import (
	"errors"
	"fmt"
	"strings"
)

// A SyntaxError is one thing in a case file that casebook refuses to read.
// [Parse] reports all of a file's as an error whose Unwrap gives them one by
// one; [SyntaxErrors] lists them.
type SyntaxError struct {
	File   string
	Line   int    // from 1; 0 where it is of the whole file
	Key    string // "events[1].status", or "" where it is of the whole file
	Value  string // as the file has it; may be empty
	Reason string // what is wrong, and what is allowed
}

func (e *SyntaxError) Error() string {
	var b strings.Builder
	b.WriteString(e.File)
	if e.Line > 0 {
		fmt.Fprintf(&b, ":%d", e.Line)
	}
	b.WriteString(": ")
	if e.Key != "" {
		b.WriteString(printable(e.Key) + ": ")
	}
	if e.Value != "" {
		fmt.Fprintf(&b, "%q: ", clip(e.Value, 80))
	}
	b.WriteString(printable(e.Reason))
	return b.String()
}

// SyntaxErrors returns every SyntaxError that err holds, in its order.
func SyntaxErrors(err error) []*SyntaxError {
	var out []*SyntaxError
	for _, e := range flatten(err) {
		if one, ok := errors.AsType[*SyntaxError](e); ok {
			out = append(out, one)
		}
	}
	return out
}

// flatten returns the errors that err joins, in their order.
func flatten(err error) []error {
	many, ok := err.(interface{ Unwrap() []error })
	switch {
	case err == nil:
		return nil
	case !ok:
		return []error{err}
	}
	var out []error
	for _, e := range many.Unwrap() {
		out = append(out, flatten(e)...)
	}
	return out
}

// clip shortens s to at most n bytes of whole characters.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return s[:n] + "…"
}

// printable replaces what a terminal or a log would obey or hide.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unsafeRune(r) {
			return '\uFFFD'
		}
		return r
	}, s)
}

// unsafeRune reports whether r is a control character, a line break other
// than in ASCII text, a mark that turns the direction of text, or a byte order
// mark: characters that are written escaped, so that a reader of a diff sees
// them.
func unsafeRune(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7F && r <= 0x9F:
		return true
	case r < 0x61C:
		return false
	}
	return r == 0x61C || r == 0x200E || r == 0x200F || r >= 0x2028 && r <= 0x202E ||
		r >= 0x2066 && r <= 0x2069 || r == 0xFEFF || r == 0xFFFE || r == 0xFFFF
}
