package content

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A writer writes a case in one of two spellings of the same tree: the YAML
// subset of the front matter, or JSON.
type writer struct {
	b        []byte
	json     bool
	currency string // of the file's sums
}

// writeMap writes a map on one line, its keys in the order of the schema,
// absent values left out.
func writeMap[T any](w *writer, s schema[T], v *T) {
	w.open('{')
	for _, f := range s.fields {
		before := len(w.b)
		w.key(f.key)
		value := len(w.b)
		if f.write(w, v); len(w.b) == value {
			w.b = w.b[:before]
		}
	}
	if !w.json {
		for _, e := range *s.extra(v) {
			w.key(e.key)
			w.plain(e.value)
		}
	}
	w.close('}')
}

func (w *writer) open(c byte)  { w.b = append(w.b, c) }
func (w *writer) close(c byte) { w.b = append(w.b, c) }

// next parts the items of a list or map; the first needs no comma.
func (w *writer) next() {
	switch w.b[len(w.b)-1] {
	case '[', '{':
	default:
		w.b = append(w.b, ", "...)
	}
}

func (w *writer) key(k string) {
	w.next()
	w.text(k)
	w.b = append(w.b, ": "...)
}

// openLines begins a list with one item a line. In YAML the list begins on
// the line after its key, so the space after the colon goes.
func (w *writer) openLines() {
	if w.json {
		w.open('[')
	} else {
		w.b = w.b[:len(w.b)-1]
	}
}

func (w *writer) nextLine() {
	if w.json {
		w.next()
	} else {
		w.b = append(w.b, "\n  - "...)
	}
}

func (w *writer) closeLines() {
	if w.json {
		w.close(']')
	}
}

// plain writes what means the same in YAML and JSON: a number or true.
func (w *writer) plain(s string) { w.b = append(w.b, s...) }

func (w *writer) number(n int) { w.b = strconv.AppendInt(w.b, int64(n), 10) }

func (w *writer) date(d Date) {
	if w.json {
		w.quoted(d.String())
	} else {
		w.plain(d.String())
	}
}

// text writes a string without quotation marks where YAML cannot mistake it
// for anything else.
func (w *writer) text(s string) {
	if !w.json && isPlain(s) {
		w.plain(s)
	} else {
		w.quoted(s)
	}
}

// value writes the value that evidence proves as the front matter spells it
// where it stands: sums, counts and dates without quotation marks.
func (w *writer) value(s string) {
	if !w.json && isFigure(s) {
		w.plain(s)
	} else {
		w.text(s)
	}
}

// quoted writes a string in double quotation marks. What an editor or a diff
// would not show is escaped.
func (w *writer) quoted(s string) {
	if w.json {
		b, _ := json.Marshal(s) // a string always has a JSON form
		w.b = append(w.b, b...)
		return
	}
	w.b = append(w.b, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			w.b = append(w.b, '\\', byte(r))
		case r == '\n':
			w.b = append(w.b, `\n`...)
		case r == '\t':
			w.b = append(w.b, `\t`...)
		case r < 0x100 && unsafeRune(r):
			w.b = fmt.Appendf(w.b, `\x%02X`, r)
		case unsafeRune(r):
			w.b = fmt.Appendf(w.b, `\u%04X`, r)
		default:
			w.b = utf8.AppendRune(w.b, r)
		}
	}
	w.b = append(w.b, '"')
}

// isPlain reports whether YAML reads s as the string s without quotation
// marks, on any line and inside a list: it begins with a letter, holds nothing
// that structures YAML, and is no word that YAML takes for a truth value.
func isPlain(s string) bool {
	for i, r := range s {
		switch {
		case unicode.IsLetter(r):
		case i == 0:
			return false
		case r >= utf8.RuneSelf || strings.IndexByte("0123456789 -_./()'&%+=~;$!*@", byte(r)) < 0:
			if r != ':' || i+1 == len(s) || s[i+1] == ' ' {
				return false
			}
		}
	}
	return s != "" && s[len(s)-1] != ' ' && !isYAMLWord(s)
}

// isYAMLWord reports whether some YAML reader takes s for true, false or null.
func isYAMLWord(s string) bool {
	if len(s) > 5 {
		return false
	}
	switch strings.ToLower(s) {
	case "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf":
		return true
	}
	return false
}

// isFigure reports whether s is a sum, count or date as Format writes them.
func isFigure(s string) bool {
	if s == "" || len(s) > 15 || strings.Trim(s, "0123456789.-") != "" {
		return false
	}
	if strings.Contains(s, "-") {
		d, err := ParseDate(s)
		return err == nil && d.String() == s
	}
	m, err := ParseDecimal(s, "GBP")
	return err == nil && m.Minor >= 0 && m.Decimal() == s
}
