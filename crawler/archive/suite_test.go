package archive_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/crawler/archive"
)

// Files that others wrote, whole and damaged, see `make suite-warc`: what can
// be read of each, and what is said of the rest.
func TestSuite(t *testing.T) {
	shared := os.Getenv("CASEBOOK_SHARED")
	if shared == "" {
		t.Skip("CASEBOOK_SHARED names no folder of files")
	}
	tests := []struct {
		file   string
		bodies string // lengths, in order; what a body cannot be read for
		damage string // a part of what is said
	}{
		{"jwarc-cc.warc.gz", "20289", ""},
		{"warcio-example.warc", "1270 1270", ""},
		{"warcio-example.warc.gz", "1270 1270", ""},
		{"warcio-example-resource.warc.gz", "1303", ""},
		{"warcio-example-space-in-target-uri.warc.gz", "70", ""},
		{"warcio-post-test.warc.gz", "545 552 551", ""},
		{"warcio-example-wrong-chunks.warc.gz", "1270", ""},
		{"warcio-example-bad.warc.gz.bad", "1270 1270 201", ""},
		{"warcio-example-trunc.warc", "unexpected EOF", "at byte 2560: no WARC record"},
		{"warcio-bad.arc", "", `at byte 0: no WARC record: "filedesc://`},
		{"warcio-example-space-in-url.arc", "", `at byte 0: no WARC record: "filedesc://`},
	}
	for _, test := range tests {
		t.Run(test.file, func(t *testing.T) {
			r, err := archive.OpenFiles(filepath.Join(shared, "suites", "warc", test.file))
			if err != nil {
				t.Fatal(err)
			}
			var bodies []string
			keys := map[string]bool{}
			for _, e := range r.Entries() {
				keys[e.Key] = true
				body, err := r.Body(e, limit)
				if err != nil {
					bodies = append(bodies, err.Error()[strings.LastIndex(err.Error(), ": ")+2:])
					continue
				}
				bodies = append(bodies, fmt.Sprint(len(body)))
			}
			if diff := cmp.Diff(test.bodies, strings.Join(bodies, " ")); diff != "" {
				t.Errorf("bodies (-want +got):\n%s", diff)
			}
			if got := strings.Join(r.Damage(), "\n"); !strings.Contains(got, test.damage) || (got == "") != (test.damage == "") {
				t.Errorf("got damage %q, want %q", got, test.damage)
			}
			if strings.Contains(test.file, "post") && len(keys) != 3 {
				t.Errorf("got keys %v, want one for each post", keys)
			}
		})
	}
}
