package content

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the golden files in testdata")

// golden runs f over each archive of a folder and compares what it returns
// with the archive's last file, which -update rewrites.
func golden(t *testing.T, folder string, f func(files map[string][]byte) string) {
	archives, err := filepath.Glob(filepath.Join("testdata", folder, "*.txtar"))
	if err != nil || len(archives) == 0 {
		t.Fatal("no archives in", folder, err)
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			want := &a.Files[len(a.Files)-1]
			files := map[string][]byte{}
			for _, file := range a.Files[:len(a.Files)-1] {
				files[file.Name] = file.Data
			}
			got := f(files)
			if *update {
				want.Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(want.Data), got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestParseErrors reports everything that is wrong with a file, each with its
// line, key, value and what is allowed.
func TestParseErrors(t *testing.T) {
	golden(t, "parse", func(files map[string][]byte) string {
		c, err := Parse("case.md", files["case.md"])
		if err == nil || c != nil {
			return fmt.Sprintf("read without complaint: %v\n", c)
		}
		return err.Error() + "\n"
	})
}

// TestCheck runs the rules of a book, one archive a rule: case files, and
// under texts/ the words of documents by digest.
func TestCheck(t *testing.T) {
	golden(t, "check", func(files map[string][]byte) string {
		cases, texts := fstest.MapFS{"cases": {Mode: fs.ModeDir}}, map[string]Text{}
		for name, data := range files {
			if digest, ok := strings.CutPrefix(name, "texts/"); ok {
				texts[digest] = Text{Body: string(data)}
			} else {
				cases[name] = &fstest.MapFile{Data: data}
			}
		}
		book, err := Load(cases)
		var out strings.Builder
		for _, p := range append(Problems(err), Check(book, texts)...) {
			fmt.Fprintln(&out, p)
		}
		return out.String()
	})
}
