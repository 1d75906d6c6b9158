package site

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/content"
)

// sample is the book in testdata: cases of every status, one against an
// individual, one with sources that disagree. Two are of real organisations,
// with public figures; all wording is invented.
func sample(t testing.TB) *content.Book {
	t.Helper()
	book, err := content.Load(os.DirFS("testdata/content"))
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// build builds a book into a new folder and returns the folder.
func build(t testing.TB, book *content.Book, options Options) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "public")
	rebuild(t, book, out, options)
	return out
}

func rebuild(t testing.TB, book *content.Book, out string, options Options) Report {
	t.Helper()
	report, err := Build(book, out, options)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// tree is every file of a folder, path to content.
func tree(t testing.TB, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		files[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// hashes is a tree small enough to print the difference of two.
func hashes(t testing.TB, dir string) map[string]string {
	files := tree(t, dir)
	for name, data := range files {
		sum := sha256.Sum256([]byte(data))
		files[name] = hex.EncodeToString(sum[:])
	}
	return files
}

func TestBuildIsDeterministic(t *testing.T) {
	options := Options{Address: "https://example.org/casebook/", Contact: "errors@example.org", Version: "1"}
	one, two := hashes(t, build(t, sample(t), options)), hashes(t, build(t, sample(t), options))
	if diff := cmp.Diff(one, two); diff != "" {
		t.Errorf("two builds differ (-first +second):\n%s", diff)
	}
	if len(one) < 100 {
		t.Errorf("%d files, want at least 100", len(one))
	}
}

func TestReport(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	got := rebuild(t, sample(t), out, Options{})
	var want Report
	for name, data := range tree(t, out) {
		want.Written++
		want.Bytes += int64(len(data))
		if strings.HasSuffix(name, ".html") {
			want.Pages++
		}
		if strings.HasPrefix(name, "search/shards/") {
			want.Shards++
		}
	}
	if got != want {
		t.Errorf("first build: %+v, want %+v", got, want)
	}
	want.Written = 0
	if got := rebuild(t, sample(t), out, Options{}); got != want {
		t.Errorf("second build: %+v, want %+v", got, want)
	}
}

func TestEmptyBook(t *testing.T) {
	out := build(t, &content.Book{}, Options{})
	if _, err := os.Stat(filepath.Join(out, "index.html")); err != nil {
		t.Error(err)
	}
}

func TestOneChangedCaseRewritesWhatDependsOnIt(t *testing.T) {
	book := sample(t)
	out := build(t, book, Options{})
	before := hashes(t, out)
	book.Case("larkfield-borough-council-2025").Affected = 85
	report := rebuild(t, book, out, Options{})
	changed := map[string]bool{}
	for name, hash := range hashes(t, out) {
		if before[name] != hash && !strings.HasPrefix(name, "search/shards/") {
			changed[name] = true
		}
	}
	want := []string{
		"actions/reprimand/index.html", "cases/index.html",
		"cases/larkfield-borough-council-2025.json", "cases/larkfield-borough-council-2025/index.html",
		"controls/email-handling/index.html", "data/cases.csv", "feed.xml", "index.html",
		"organisations/larkfield-borough-council/index.html", "search/client.js", "sectors/local-government/index.html", "years/2025/index.html",
	}
	got := slices.DeleteFunc(slices.Sorted(maps.Keys(changed)), func(name string) bool { return name == manifestName })
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("changed files (-want +got):\n%s", diff)
	}
	if report.Written > len(want)+report.Shards+1 {
		t.Errorf("%d files written, want no more than changed", report.Written)
	}
}

func TestBadIDsAndOptions(t *testing.T) {
	case1 := func(id string) *content.Case { return &content.Case{ID: id, Title: "x"} }
	for _, tt := range []struct {
		name    string
		cases   []*content.Case
		options Options
		want    string // part of the error
	}{
		{"path as id", []*content.Case{case1("../x")}, Options{}, `case id "../x"`},
		{"device as id", []*content.Case{case1("nul")}, Options{}, `case id "nul"`},
		{"one id twice", []*content.Case{case1("a"), case1("a")}, Options{}, "two cases have it"},
		{"address without a host", nil, Options{Address: "/casebook"}, "address"},
		{"address with a script", nil, Options{Address: "javascript:alert(1)"}, "address"},
		{"contact that is neither", nil, Options{Contact: "somebody"}, "contact"},
		{"contact with a header", nil, Options{Contact: "a@b.example?bcc=c@d.example"}, "contact"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "public")
			_, err := Build(&content.Book{Cases: tt.cases}, out, tt.options)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one with %q", err, tt.want)
			}
			if _, err := os.Stat(out); err == nil {
				t.Error("something was written")
			}
		})
	}
}

// TestTwentyBuildsAreOne builds one book again and again on one to eight
// processors, so that no order of maps or goroutines shows.
func TestTwentyBuildsAreOne(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	book := &content.Book{Cases: sample(t).Cases[:4]}
	want := hashes(t, build(t, book, Options{}))
	for i := range 20 {
		runtime.GOMAXPROCS(1 + i%8)
		if diff := cmp.Diff(want, hashes(t, build(t, book, Options{}))); diff != "" {
			t.Fatalf("build %d on %d processors (-first +this):\n%s", i+2, 1+i%8, diff)
		}
	}
}
