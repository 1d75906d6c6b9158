package content

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"
)

// Bounds of one case file. The largest real notice with its evidence is far
// below them.
const (
	maxFront = 2 << 20 // bytes of front matter
	maxFile  = 16 << 20
	maxDepth = 16   // maps and lists within each other
	maxKeys  = 1000 // keys of one map
)

// Parse reads a case file: YAML front matter between two lines of three
// hyphens, an empty line, and the body. FORMAT.md describes the keys. The
// name is used in errors only.
//
// A key may be written in any of YAML's styles and orders, but nothing is
// guessed: a word outside the vocabulary, a date or sum that does not parse, a
// duplicate key, an anchor, an alias or a tag is an error. All errors of the
// file are reported together, each a [SyntaxError]. Keys that casebook does
// not know are kept.
func Parse(name string, src []byte) (*Case, error) {
	front, body, err := split(name, src)
	if err != nil {
		return nil, err
	}
	root, err := readYAML(name, front)
	if err != nil {
		return nil, err
	}
	r := &reader{file: name}
	c := &Case{Body: string(body)}
	readMap(r, root, caseSchema, c)
	if c.ID == "" && len(r.problems) == 0 {
		r.fail(root, "", "no id: every case needs one")
	}
	if len(r.problems) > 0 {
		return nil, errors.Join(r.problems...)
	}
	return c, nil
}

// Format writes a case as [Parse] reads it, in one form only: keys in a fixed
// order, one fact a line, absent values left out, unknown keys last in the
// order in which they stood. Bytes that are not UTF-8 become U+FFFD.
func Format(c *Case) []byte {
	w := &writer{b: make([]byte, 0, 2048+len(c.Body)), currency: c.currency()}
	w.b = append(w.b, "---\n"...)
	for _, f := range caseSchema.fields {
		line := len(w.b)
		w.b = append(append(w.b, f.key...), ": "...)
		value := len(w.b)
		f.write(w, c)
		if len(w.b) == value {
			w.b = w.b[:line]
			continue
		}
		w.b = append(w.b, '\n')
	}
	for _, e := range c.extra {
		w.text(e.key)
		w.b = append(append(append(w.b, ": "...), e.value...), '\n')
	}
	w.b = append(w.b, "---\n"...)
	if c.Body != "" {
		w.b = append(append(w.b, '\n'), strings.ToValidUTF8(c.Body, "\uFFFD")...)
	}
	return w.b
}

// currency is the one that the file's `currency` key names: the amount's, or
// that of the first event with a sum.
func (c *Case) currency() string {
	if c.Amount.Stated() {
		return c.Amount.Currency
	}
	for i := range c.Events {
		if c.Events[i].Amount.Stated() {
			return c.Events[i].Amount.Currency
		}
	}
	return ""
}

// split cuts a file into its front matter, which begins with the opening line
// so that line numbers are the file's, and its body.
func split(name string, src []byte) (front, body []byte, err error) {
	fail := func(line int, reason string) ([]byte, []byte, error) {
		return nil, nil, &SyntaxError{File: name, Line: line, Reason: reason}
	}
	if len(src) > maxFile {
		return fail(0, "the file is larger than 16 MB")
	}
	if !utf8.Valid(src) {
		return fail(1+bytes.Count(src[:invalidAt(src)], []byte("\n")), "not UTF-8")
	}
	src = bytes.TrimPrefix(src, []byte("\uFEFF"))
	first, _, _ := bytes.Cut(src, []byte("\n"))
	if !isFence(first) {
		return fail(1, "no front matter: a case file begins with a line of three hyphens")
	}
	for at := len(first) + 1; at < len(src); {
		line, _, _ := bytes.Cut(src[at:], []byte("\n"))
		next := min(at+len(line)+1, len(src))
		if at > maxFront {
			return fail(1, "the front matter is larger than 2 MB")
		}
		if isFence(line) {
			return src[:at], trimBlankLine(src[next:]), nil
		}
		at = next
	}
	return fail(1, "unterminated front matter: no closing line of three hyphens")
}

// isFence reports whether a line is three hyphens; an editor on Windows may
// have ended it with a carriage return.
func isFence(line []byte) bool { return string(bytes.TrimRight(line, " \r")) == "---" }

func trimBlankLine(body []byte) []byte {
	if rest, ok := bytes.CutPrefix(body, []byte("\r\n")); ok {
		return rest
	}
	return bytes.TrimPrefix(body, []byte("\n"))
}

// invalidAt returns the offset of the first byte of src that is not UTF-8.
func invalidAt(src []byte) int {
	for at := 0; at < len(src); {
		r, size := utf8.DecodeRune(src[at:])
		if r == utf8.RuneError && size == 1 {
			return at
		}
		at += size
	}
	return len(src)
}
