package content

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// extras are keys that casebook does not know, in the order in which they
// stood. Values are kept in the writer's own flow style.
type extras []extra

type extra struct{ key, value string }

// readYAML parses front matter and refuses what has no place in a case file:
// anchors, aliases and tags, which can make a small file mean a large or a
// foreign thing, and maps and lists too deep or large to be a case.
func readYAML(file string, front []byte) (*yaml.Node, error) {
	if root := scan(string(front)); root != nil {
		return root, nil
	}
	return parseYAML(file, front)
}

// parseYAML is readYAML for all of YAML.
func parseYAML(file string, front []byte) (*yaml.Node, error) {
	if i := bytes.Index(front, []byte("\n...")); i >= 0 {
		return nil, &SyntaxError{File: file, Line: 2 + bytes.Count(front[:i], []byte("\n")),
			Reason: "three dots end a YAML document early: the front matter ends with three hyphens"}
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(front, &doc); err != nil {
		return nil, yamlError(file, err)
	}
	if len(doc.Content) != 1 {
		return nil, &SyntaxError{File: file, Line: 1, Reason: "the front matter is empty"}
	}
	root := doc.Content[0]
	if reason, at := refuse(root, 0); reason != "" {
		return nil, &SyntaxError{File: file, Line: at.Line, Value: at.Value, Reason: reason}
	}
	return root, nil
}

// refuse finds the first node that a case file may not hold.
func refuse(n *yaml.Node, depth int) (reason string, at *yaml.Node) {
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		return "anchors and aliases are not allowed: write the value out", n
	case n.Style&yaml.TaggedStyle != 0:
		return "tags are not allowed: write the value alone", n
	case depth > maxDepth:
		return fmt.Sprintf("maps and lists are more than %d deep", maxDepth), n
	case n.Kind == yaml.MappingNode && len(n.Content) > 2*maxKeys:
		return fmt.Sprintf("a map of more than %d keys", maxKeys), n
	}
	for i, child := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 && (child.Kind != yaml.ScalarNode || child.Tag == "!!merge") {
			return "a key must be a word", child
		}
		if reason, at = refuse(child, depth+1); reason != "" {
			return reason, at
		}
	}
	return "", nil
}

var yamlLine = regexp.MustCompile(`^(?:yaml: )?(?:line (\d+): )?`)

// yamlError gives the parser's complaint its place in the file.
func yamlError(file string, err error) error {
	text := strings.TrimPrefix(err.Error(), "yaml: ")
	m := yamlLine.FindStringSubmatch(text)
	line, _ := strconv.Atoi(m[1]) // 0 where the parser names no line
	if line > 0 && strings.Contains(text, "did not find expected") {
		line++ // the YAML parser, unlike its scanner, counts lines from 0
	}
	return &SyntaxError{File: file, Line: line, Reason: "not YAML: " + text[len(m[0]):]}
}

// verbatim writes a node that casebook does not know in flow style.
func (r *reader) verbatim(n *yaml.Node) string {
	w := &writer{}
	r.appendNode(w, n)
	return string(w.b)
}

func (r *reader) appendNode(w *writer, n *yaml.Node) {
	switch n.Kind {
	case yaml.MappingNode:
		w.open('{')
		r.pairs(n, func(key string, n *yaml.Node) {
			w.key(key)
			r.appendNode(w, n)
		})
		w.close('}')
	case yaml.SequenceNode:
		w.open('[')
		r.each(n, func(_ int, n *yaml.Node) {
			w.next()
			r.appendNode(w, n)
		})
		w.close(']')
	default:
		switch n.Tag {
		case "!!int", "!!float", "!!bool", "!!timestamp":
			w.plain(n.Value)
		case "!!null":
			w.plain("null")
		default:
			w.text(n.Value)
		}
	}
}
