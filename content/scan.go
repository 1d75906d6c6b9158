package content

import (
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// scan reads the part of YAML that Format writes, several times faster than a
// whole YAML parser: keys at the margin, their values on the same line or
// indented by two below, strings plain or in double quotation marks, maps and
// lists of them on one line. It gives the nodes that package yaml gives, or
// nil where it meets anything else, which is then for package yaml to read
// or to refuse.
func scan(front string) *yaml.Node {
	rest, ok := strings.CutPrefix(front, "---\n")
	if !ok {
		return nil
	}
	s := &scanner{rest: rest, line: 2}
	root := s.node(yaml.MappingNode, "!!map", "")
	for s.rest != "" && !s.failed {
		s.entry(root)
	}
	if s.failed || len(root.Content) == 0 || len(root.Content) > 2*maxKeys {
		return nil
	}
	return root
}

// A scanner is the text not yet read. Once failed it stays so.
type scanner struct {
	rest   string
	line   int
	depth  int
	failed bool
	slab   []yaml.Node
}

// node takes a node from the slab, since a case has some hundred.
func (s *scanner) node(kind yaml.Kind, tag, value string) *yaml.Node {
	if len(s.slab) == 0 {
		s.slab = make([]yaml.Node, 64)
	}
	n := &s.slab[0]
	s.slab = s.slab[1:]
	n.Kind, n.Tag, n.Value, n.Line = kind, tag, value, s.line
	return n
}

func (s *scanner) fail() *yaml.Node {
	s.failed = true
	return &yaml.Node{}
}

// accept reads text that must or may come next.
func (s *scanner) accept(text string) bool {
	rest, ok := strings.CutPrefix(s.rest, text)
	s.rest = rest
	return ok
}

// endLine reads the end of a line.
func (s *scanner) endLine() {
	if !s.accept("\n") {
		s.fail()
	}
	s.line++
}

// entry reads a key at the margin and its value into a map.
func (s *scanner) entry(in *yaml.Node) {
	key := s.key()
	in.Content = append(in.Content, key)
	if s.accept(" ") {
		in.Content = append(in.Content, s.value())
		s.endLine()
		return
	}
	s.endLine()
	in.Content = append(in.Content, s.block())
}

// block reads the lines indented by two below a key: a list, or a map.
func (s *scanner) block() *yaml.Node {
	n := s.node(yaml.SequenceNode, "!!seq", "")
	for strings.HasPrefix(s.rest, "  - ") && !s.failed {
		s.rest = s.rest[len("  - "):]
		n.Content = append(n.Content, s.value())
		s.endLine()
	}
	if len(n.Content) > 0 {
		return n
	}
	n.Kind, n.Tag = yaml.MappingNode, "!!map"
	for s.accept("  ") && !s.failed {
		n.Content = append(n.Content, s.key())
		if !s.accept(" ") {
			return s.fail()
		}
		n.Content = append(n.Content, s.value())
		s.endLine()
	}
	if len(n.Content) == 0 || len(n.Content) > 2*maxKeys {
		return s.fail()
	}
	return n
}

// key reads a word and the colon after it.
func (s *scanner) key() *yaml.Node {
	i := 0
	for i < len(s.rest) && (s.rest[i] == '_' || 'a' <= s.rest[i] && s.rest[i] <= 'z' || i > 0 && isDigit(s.rest[i])) {
		i++
	}
	word := s.rest[:i]
	s.rest = s.rest[i:]
	if word == "" || word[0] == '_' || isYAMLWord(word) || !s.accept(":") {
		return s.fail()
	}
	return s.node(yaml.ScalarNode, "!!str", word)
}

// value reads a value that ends on its line.
func (s *scanner) value() *yaml.Node {
	if s.rest == "" || s.depth > 4 {
		return s.fail()
	}
	s.depth++
	defer func() { s.depth-- }()
	switch s.rest[0] {
	case '{':
		return s.flow(yaml.MappingNode, "!!map", "}")
	case '[':
		return s.flow(yaml.SequenceNode, "!!seq", "]")
	case '"':
		return s.quoted()
	}
	return s.plain()
}

// flow reads a map or list on one line.
func (s *scanner) flow(kind yaml.Kind, tag, end string) *yaml.Node {
	n := s.node(kind, tag, "")
	s.rest = s.rest[1:]
	if s.accept(end) {
		return n
	}
	for !s.failed {
		if kind == yaml.MappingNode {
			n.Content = append(n.Content, s.key())
			if !s.accept(" ") {
				return s.fail()
			}
		}
		n.Content = append(n.Content, s.value())
		if s.accept(end) {
			break
		}
		if !s.accept(", ") || len(n.Content) > 2*maxKeys {
			return s.fail()
		}
	}
	return n
}

// plain reads a string, figure or truth value without quotation marks.
func (s *scanner) plain() *yaml.Node {
	end := strings.IndexAny(s.rest, ",]}\n")
	if end < 0 {
		return s.fail()
	}
	word := s.rest[:end]
	s.rest = s.rest[end:]
	switch {
	case isPlain(word):
		return s.node(yaml.ScalarNode, "!!str", word)
	case isFigure(word):
		return s.node(yaml.ScalarNode, figureTag(word), word)
	case word == "true":
		return s.node(yaml.ScalarNode, "!!bool", word)
	}
	return s.fail()
}

// figureTag is what YAML takes a figure for.
func figureTag(s string) string {
	switch {
	case strings.Contains(s, "."):
		return "!!float"
	case !strings.Contains(s, "-"):
		return "!!int"
	case len(s) == len("2006-01-02"):
		return "!!timestamp"
	}
	return "!!str"
}

// quoted reads a string in double quotation marks.
func (s *scanner) quoted() *yaml.Node {
	body := s.rest[1:]
	end := strings.IndexAny(body, "\"\\\n")
	if end >= 0 && body[end] == '\\' {
		end = closingQuote(body, end)
	}
	if end < 0 || body[end] != '"' {
		return s.fail()
	}
	value := body[:end]
	s.rest = body[end+1:]
	if strings.ContainsFunc(value, unsafeRune) {
		return s.fail()
	}
	if strings.IndexByte(value, '\\') >= 0 {
		var ok bool
		if value, ok = unescape(value); !ok {
			return s.fail()
		}
	}
	return s.node(yaml.ScalarNode, "!!str", value)
}

// closingQuote returns the place of the quotation mark that ends a string, or
// -1, from a backslash on.
func closingQuote(body string, at int) int {
	for ; at < len(body); at++ {
		switch body[at] {
		case '\\':
			at++
		case '"':
			return at
		}
	}
	return -1
}

// unescape undoes the escapes that the writer uses; others are for package
// yaml.
func unescape(s string) (string, bool) {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(s, `\`)
		b.WriteString(before)
		if !found {
			return b.String(), true
		}
		if after == "" {
			return "", false
		}
		digits := 0
		switch c := after[0]; c {
		case '"', '\\':
			b.WriteByte(c)
		case 'n':
			b.WriteByte('\n')
		case 't':
			b.WriteByte('\t')
		case 'x':
			digits = 2
		case 'u':
			digits = 4
		default:
			return "", false
		}
		s = after[1:]
		if digits > 0 {
			if len(s) < digits {
				return "", false
			}
			r, err := strconv.ParseUint(s[:digits], 16, 16)
			if err != nil || r >= 0xD800 && r < 0xE000 {
				return "", false
			}
			b.WriteRune(rune(r))
			s = s[digits:]
		}
	}
}
