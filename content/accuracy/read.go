package accuracy

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
)

// ReadLabels reads one label a line, passing over blank lines. Its errors
// begin with name, the file's, and the line.
func ReadLabels(name string, src []byte) ([]Label, error) {
	var labels []Label
	number := 0
	for line := range bytes.Lines(src) {
		number++
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		l, err := readLabel(line)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, number, err)
		}
		labels = append(labels, l)
	}
	if len(labels) == 0 {
		return nil, fmt.Errorf("%s: holds no label", name)
	}
	return labels, nil
}

func readLabel(line []byte) (Label, error) {
	var l Label
	if err := json.Unmarshal(line, &l); err != nil {
		return l, plainly(err)
	}
	if l.File == "" {
		return l, errors.New("file: is missing")
	}
	if !filepath.IsLocal(filepath.FromSlash(l.File)) {
		return l, fmt.Errorf("file: %q lies outside the folder of the labels", l.File)
	}
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(line, &keys); err != nil {
		return l, plainly(err)
	}
	return l, l.check(keys)
}

// unscored are the fields of a report that say more of a scored one.
var unscored = []string{"amount_qualifier", "affected_qualifier", "communications_unit"}

// check refuses what would silently not be obeyed: a field under skip or
// accept that is neither scored nor a key of the label, and accepted values of
// another sort than the field's.
func (l *Label) check(keys map[string]json.RawMessage) error {
	known := func(field string) bool {
		_, has := keys[field]
		return has || slices.Contains(Fields(), field) || slices.Contains(unscored, field)
	}
	for _, field := range l.Skip {
		if !known(field) {
			return fmt.Errorf("skip: no field %q", field)
		}
	}
	for _, field := range slices.Sorted(maps.Keys(l.Accept)) {
		switch v, isNumber := l.Accept[field], slices.Contains(numberNames(), field); {
		case !known(field):
			return fmt.Errorf("accept: no field %q", field)
		case isNumber && len(v.words) > 0:
			return fmt.Errorf("accept: %s: want numbers, got %q", field, v.words[0])
		case !isNumber && len(v.numbers) > 0 && slices.Contains(Fields(), field):
			return fmt.Errorf("accept: %s: want words, got %v", field, v.numbers[0])
		}
	}
	return nil
}

// plainly says what is wrong with a line in the words of its author.
func plainly(err error) error {
	var sort *json.UnmarshalTypeError
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &sort) && sort.Field == "":
		return fmt.Errorf("want a JSON object, got %s", sort.Value)
	case errors.As(err, &sort):
		return fmt.Errorf("%s: want %s, got %s", sort.Field, sortOf(sort.Type), sort.Value)
	case errors.As(err, &syntax):
		return fmt.Errorf("not a JSON object: at byte %d: %w", syntax.Offset, err)
	}
	return err
}

// sortOf names a Go type as JSON does.
func sortOf(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Bool:
		return "true or false"
	case reflect.Float64:
		return "number"
	case reflect.Slice:
		return "array"
	case reflect.String:
		return "string"
	}
	return "object"
}

// UnmarshalJSON reads a name, a list of names or null.
func (n *names) UnmarshalJSON(b []byte) error {
	var one string
	if json.Unmarshal(b, &one) == nil {
		if one != "" {
			n.all = []string{one}
		}
		return nil
	}
	n.several = true
	if json.Unmarshal(b, &n.all) != nil {
		return fmt.Errorf("organisation: want a name, a list of names or null, got %s", b)
	}
	return nil
}

// UnmarshalJSON reads a list of words, numbers and null.
func (v *values) UnmarshalJSON(b []byte) error {
	var items []any
	err := json.Unmarshal(b, &items)
	for _, item := range items {
		switch item := item.(type) {
		case nil:
			v.nothing = true
		case string:
			v.words = append(v.words, item)
		case float64:
			v.numbers = append(v.numbers, item)
		default:
			err = errors.New("neither a word nor a number")
		}
	}
	if err != nil {
		return fmt.Errorf("accept: want lists of words, numbers and null, got %s", b)
	}
	return nil
}
