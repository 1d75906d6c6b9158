package content

import (
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// keys lists the keys of a schema as FORMAT.md names them.
func keys[T any](prefix string, s schema[T]) []string {
	var out []string
	for _, f := range s.fields {
		out = append(out, prefix+f.key)
	}
	return out
}

// jsonKeys lists the keys of a struct that is written as JSON.
func jsonKeys(prefix string, v any) []string {
	var out []string
	for _, f := range reflect.VisibleFields(reflect.TypeOf(v)) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		out = append(out, prefix+name)
	}
	return out
}

// TestFormatDocument finds every key that Parse knows in FORMAT.md, in its
// order, and no key more.
func TestFormatDocument(t *testing.T) {
	want := slices.Concat(
		keys("", caseSchema),
		keys("organisation.", organisationSchema),
		keys("communications.", communicationsSchema),
		keys("incident.", incidentSchema),
		keys("events.", eventSchema),
		keys("documents.", documentSchema),
		keys("evidence.", evidenceSchema),
		jsonKeys("changes.", Change{}),
		keys("overrides.", overrideSchema),
	)
	doc, err := os.ReadFile("FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range regexp.MustCompile("(?m)^\\| `([a-z0-9_.]+)` \\| [^|]+ \\| [^|]+ \\| [^|]+ \\| `[^|]+` \\|$").FindAllSubmatch(doc, -1) {
		got = append(got, string(row[1]))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("keys in FORMAT.md (-known +documented):\n%s", diff)
	}
}
