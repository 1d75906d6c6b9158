package content

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"go.yaml.in/yaml/v3"
)

// overridesFile holds a person's corrections within a content folder.
const overridesFile = "overrides.yaml"

// An Override corrects one value that extraction reads in one document. What
// it puts in its place is a fact like any other, with a quote of its own.
type Override struct {
	Document string // address of the document, or the SHA-256 of its archived bytes
	Field    string // as evidence names it; "previous_amount" and "enforcement" besides
	Value    string // as extraction reads it, spelt as evidence spells it
	Correct  string // what takes its place; "" for nothing
	Quote    string // the words of the document that prove Correct
	Reason   string // why, for people

	line    int // in the file, from 1
	correct bool
	extra   extras
}

var overrideSchema = schema[Override]{
	extra: func(o *Override) *extras { return &o.extra },
	fields: []field[Override]{
		text("document", func(o *Override) *string { return &o.Document }),
		text("field", func(o *Override) *string { return &o.Field }),
		text("value", func(o *Override) *string { return &o.Value }),
		{"correct", func(r *reader, n *yaml.Node, o *Override) { o.Correct, o.correct = r.text(n), true }, func(w *writer, o *Override) { w.text(o.Correct) }},
		text("quote", func(o *Override) *string { return &o.Quote }),
		text("reason", func(o *Override) *string { return &o.Reason }),
	},
}

// LoadOverrides reads a content folder's overrides.yaml, which may be missing.
// Every problem is reported with its line.
func LoadOverrides(fsys fs.FS) ([]Override, error) {
	src, err := fs.ReadFile(fsys, overridesFile)
	if errors.Is(err, fs.ErrNotExist) || err == nil && onlyComments(src) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("content: %w", err)
	}
	root, err := parseYAML(overridesFile, src)
	if err != nil {
		return nil, err
	}
	r := &reader{file: overridesFile}
	var out []Override
	r.each(root, func(_ int, n *yaml.Node) {
		o := Override{line: n.Line}
		readMap(r, n, overrideSchema, &o)
		for _, reason := range o.problems() {
			r.fail(n, "", reason)
		}
		out = append(out, o)
	})
	return out, errors.Join(r.problems...)
}

func onlyComments(src []byte) bool {
	for line := range bytes.Lines(src) {
		if line = bytes.TrimSpace(line); len(line) > 0 && line[0] != '#' {
			return false
		}
	}
	return true
}

// problems says what an entry lacks.
func (o *Override) problems() []string {
	var out []string
	for _, e := range o.extra {
		out = append(out, e.key+": unknown key")
	}
	for _, f := range []struct{ key, value string }{{"document", o.Document}, {"field", o.Field}, {"value", o.Value}, {"reason", o.Reason}} {
		if strings.TrimSpace(f.value) == "" {
			out = append(out, f.key+": is missing")
		}
	}
	switch {
	case !o.correct:
		out = append(out, "correct: is missing; null removes the value")
	case o.Correct != "" && strings.TrimSpace(o.Quote) == "":
		out = append(out, "quote: is missing: the words of the document that prove the value")
	case o.Correct != "":
		if err := o.states(); err != nil {
			out = append(out, err.Error())
		}
	}
	if _, known := corrections[o.Field]; o.Field != "" && !known {
		out = append(out, fmt.Sprintf("field: %q: cannot be corrected here; known are %s", o.Field, strings.Join(correctable(), ", ")))
	}
	return out
}

// Correct corrects readings, in the order of the overrides. One that finds
// no document, or not its value there, is an error: either it did its work and
// the source was mended, or it never worked. All such are reported, and then no
// reading should be used.
func Correct(readings []Reading, overrides []Override) error {
	var problems []error
	for _, o := range overrides {
		if err := o.apply(readings); err != nil {
			problems = append(problems, err)
		}
	}
	return errors.Join(problems...)
}

func (o *Override) apply(readings []Reading) error {
	found, corrected := false, false
	for i := range readings {
		r := &readings[i]
		if r.Document.URL != o.Document && r.Document.SHA256 != o.Document {
			continue
		}
		found = true
		quotes, err := o.evidence(r.Text)
		if err != nil {
			return o.error(err.Error())
		}
		did, err := corrections[o.Field](&r.Facts, o, quotes)
		if err != nil {
			return o.error(reason(err))
		}
		corrected = corrected || did
	}
	switch {
	case !found:
		return o.error("stale: no such document was read")
	case !corrected:
		return o.error("stale: the document is not read so any more")
	}
	return nil
}

func (o *Override) error(why string) error {
	return &SyntaxError{File: overridesFile, Line: o.line, Key: fmt.Sprintf("%s of %s", o.Field, o.Document), Value: o.Value, Reason: why}
}

// evidence finds the quote of an override in its document.
func (o *Override) evidence(t Text) ([]Quote, error) {
	if o.Correct == "" {
		return nil, nil
	}
	if at := strings.Index(t.Body, o.Quote); at >= 0 {
		return []Quote{{Text: o.Quote, Start: at, End: at + len(o.Quote), Page: t.Page(at)}}, nil
	}
	if !strings.Contains(foldSpace(t.Title+"\n"+t.Body), foldSpace(o.Quote)) {
		return nil, fmt.Errorf("the quote does not stand in the document: %q", clip(o.Quote, 60))
	}
	return []Quote{{Text: o.Quote}}, nil
}
