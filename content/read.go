package content

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// A reader turns YAML nodes into a case and collects what it refuses.
type reader struct {
	file     string
	path     []step
	currency string // of sums in the map being read
	problems []error
}

// A step is a key, or a place in a list, on the way to the node being read.
type step struct {
	key   string
	index int
}

// fail notes a problem of the node that is being read.
func (r *reader) fail(n *yaml.Node, value, reason string) {
	var key strings.Builder
	for i, s := range r.path {
		switch {
		case s.key == "":
			fmt.Fprintf(&key, "[%d]", s.index)
		case i > 0:
			key.WriteString("." + s.key)
		default:
			key.WriteString(s.key)
		}
	}
	r.problems = append(r.problems, &SyntaxError{r.file, n.Line, key.String(), value, reason})
}

// pairs calls each for the keys of a map in their order, refusing keys that
// are not plain words or stand twice.
func (r *reader) pairs(n *yaml.Node, each func(key string, n *yaml.Node)) {
	if isNull(n) {
		return
	}
	if n.Kind != yaml.MappingNode {
		r.fail(n, n.Value, "want a map of keys and values")
		return
	}
	seen := make(map[string]int, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		r.path = append(r.path, step{key: k.Value})
		if line, ok := seen[k.Value]; ok {
			r.fail(k, "", fmt.Sprintf("stands twice, first in line %d", line))
		} else {
			seen[k.Value] = k.Line
			each(k.Value, v)
		}
		r.path = r.path[:len(r.path)-1]
	}
}

// each calls f for the items of a list.
func (r *reader) each(n *yaml.Node, f func(i int, n *yaml.Node)) {
	if isNull(n) {
		return
	}
	if n.Kind != yaml.SequenceNode {
		r.fail(n, n.Value, "want a list")
		return
	}
	for i, item := range n.Content {
		r.path = append(r.path, step{index: i})
		f(i, item)
		r.path = r.path[:len(r.path)-1]
	}
}

// readMap reads a map by its schema; keys that the schema does not have are
// kept in their order.
func readMap[T any](r *reader, n *yaml.Node, s schema[T], v *T) {
	outer := r.currency
	if code := lookup(n, "currency"); code != nil {
		r.currency = code.Value
	}
	next := 0
	r.pairs(n, func(key string, n *yaml.Node) {
		for range s.fields {
			f := s.fields[next]
			next = (next + 1) % len(s.fields)
			if f.key == key {
				f.read(r, n, v)
				return
			}
		}
		*s.extra(v) = append(*s.extra(v), extra{key, r.verbatim(n)})
	})
	r.currency = outer
}

// lookup finds a key's value in a map without reading it.
func lookup(n *yaml.Node, key string) *yaml.Node {
	for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// text reads one value as the file spells it.
func (r *reader) text(n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode {
		r.fail(n, "", "want one value, not a list or map")
		return ""
	}
	if isNull(n) {
		return ""
	}
	return n.Value
}

// slug reads a case id.
func (r *reader) slug(n *yaml.Node) string {
	s := r.text(n)
	if s != "" && !IsSlug(s) {
		r.fail(n, s, fmt.Sprintf("not an id: want a-z, 0-9 and single hyphens, at most %d, as in %q", maxSlug, Slug(s)))
		return ""
	}
	return s
}

// oneOf reads a word of a list.
func oneOf[W ~string](r *reader, n *yaml.Node, known []W) W {
	s := W(r.text(n))
	if s == "" || rank(known, s) < len(known) {
		return s
	}
	all := make([]string, len(known))
	for i, w := range known {
		all[i] = string(w)
	}
	r.fail(n, string(s), "unknown word; known are "+strings.Join(all, ", "))
	return ""
}

func (r *reader) control(n *yaml.Node) Control {
	c := Control(r.text(n))
	if !c.Known() {
		r.fail(n, string(c), "unknown control; taxonomy.yaml has "+controlIDs())
	}
	return c
}

func controlIDs() string {
	var ids []string
	for _, e := range words().Controls {
		ids = append(ids, string(e.ID))
	}
	return strings.Join(ids, ", ")
}

func (r *reader) provision(n *yaml.Node) Provision {
	s := r.text(n)
	p, err := ParseProvision(s)
	if err != nil {
		r.fail(n, s, reason(err))
	}
	return p
}

// number reads a whole number from 0.
func (r *reader) number(n *yaml.Node) int {
	s := r.text(n)
	if s == "" {
		return 0
	}
	i, err := strconv.ParseUint(s, 10, 53)
	if err != nil {
		r.fail(n, s, "want a whole number in digits alone, as in 79404")
	}
	return int(i)
}

func (r *reader) date(n *yaml.Node) Date {
	s := r.text(n)
	if s == "" {
		return Date{}
	}
	d, err := ParseDate(s)
	if err != nil {
		r.fail(n, s, "want a date as 2025-03-26, 2025-03 or 2025")
	}
	return d
}

func (r *reader) sum(n *yaml.Node) Money {
	s := r.text(n)
	if s == "" {
		return Money{}
	}
	if r.currency == "" {
		r.fail(n, s, "a sum without a currency: add `currency: GBP`")
		return Money{}
	}
	m, err := ParseDecimal(s, r.currency)
	if err != nil || m.Minor < 0 {
		r.fail(n, s, "want a sum in digits alone, as in 3076320 or 130000.50")
		return Money{}
	}
	return m
}

var currencyCode = regexp.MustCompile(`^[A-Z]{3}$`)

func (r *reader) currencyCode(n *yaml.Node) {
	if s := r.text(n); s != "" && !currencyCode.MatchString(s) {
		r.fail(n, s, "want a currency of ISO 4217, as in GBP")
	}
}

// reason is an error of this package without the value that a SyntaxError
// names already.
func reason(err error) string {
	s := err.Error()
	if i := strings.LastIndex(s, `": `); i >= 0 {
		return s[i+3:]
	}
	return s
}
