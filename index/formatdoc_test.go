package index

import (
	"os"
	"reflect"
	"strings"
	"testing"
)

// jsonKeys lists the keys of a struct and of the structs that it embeds.
func jsonKeys(of reflect.Type) []string {
	var keys []string
	for i := range of.NumField() {
		field := of.Field(i)
		if field.Anonymous {
			keys = append(keys, jsonKeys(field.Type)...)
		} else if key, _, _ := strings.Cut(field.Tag.Get("json"), ","); key != "" {
			keys = append(keys, key)
		}
	}
	return keys
}

// TestFormatDocument finds every key and every kind of file in FORMAT.md.
func TestFormatDocument(t *testing.T) {
	doc, err := os.ReadFile("FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(doc)
	for _, of := range []any{manifest{}, vocabulary{}, ref{}, digestCard{}} {
		for _, key := range jsonKeys(reflect.TypeOf(of)) {
			if !strings.Contains(text, "`"+key+"`") {
				t.Errorf("FORMAT.md lacks the key %q of %T", key, of)
			}
		}
	}
	for name := range export(t, manyCases(3)) {
		kind, _, _ := strings.Cut(name, "-")
		if !strings.Contains(text, kind) {
			t.Errorf("FORMAT.md lacks the kind of %s", name)
		}
	}
}
