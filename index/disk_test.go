package index

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/content"
)

// open opens a book in a folder; it is closed when the test ends, if not before.
func open(t *testing.T, dir string, book *content.Book) *Index {
	t.Helper()
	x, err := Open(dir, book)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// closed opens a book in a folder, closes it and returns the notice.
func closed(t *testing.T, dir string, book *content.Book) (notice string) {
	t.Helper()
	x := open(t, dir, book)
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	return x.Notice
}

// checkLikeMemory opens a book in a folder, holds every answer and every
// exported file to those of the book in memory, and returns the notice.
func checkLikeMemory(t *testing.T, dir string, book *content.Book) (notice string) {
	t.Helper()
	x := open(t, dir, book)
	defer x.Close()
	want := testIndex(t)
	if book != testBook() {
		var err error
		if want, err = Memory(book); err != nil {
			t.Fatal(err)
		}
		defer want.Close()
	}
	for _, a := range asks(t) {
		got, err := x.Search(a.Query, a.options())
		wanted, wantedErr := want.Search(a.Query, a.options())
		if diff := cmp.Diff(wanted, got); diff != "" || fmt.Sprint(err) != fmt.Sprint(wantedErr) {
			t.Fatalf("%q: %v, want %v (-want +got):\n%s", a.Query, err, wantedErr, diff)
		}
	}
	if diff := cmp.Diff(exported(t, want), exported(t, x)); diff != "" {
		t.Errorf("exported (-want +got):\n%s", diff)
	}
	return x.Notice
}

func exported(t *testing.T, x *Index) map[string]int {
	t.Helper()
	files := map[string]int{} // their names tell what they hold
	_, err := x.Export(func(name string, data []byte) error { files[name] = len(data); return nil })
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// edited is the test book with its cases changed.
func edited(edit func(cases []*content.Case) []*content.Case) *content.Book {
	book := &content.Book{Cases: slices.Clone(testBook().Cases)}
	for i, c := range book.Cases {
		book.Cases[i] = c.Clone()
	}
	book.Cases = edit(book.Cases)
	book.Sort()
	return book
}

func TestOpenFollowsTheBook(t *testing.T) {
	tests := []struct {
		name string
		edit func(cases []*content.Case) []*content.Case
	}{
		{"nothing", func(all []*content.Case) []*content.Case { return all }},
		{"a body", func(all []*content.Case) []*content.Case {
			company(all).Body = "Nothing but ransomware, and zanzibar, which no other case has.\n"
			return all
		}},
		{"a title, twice", func(all []*content.Case) []*content.Case {
			company(all).Title = "Ransomware"
			return all
		}},
		{"a date", func(all []*content.Case) []*content.Case {
			company(all).Date = content.Date{Year: 1999}
			return all
		}},
		{"a case more", func(all []*content.Case) []*content.Case {
			more := company(all).Clone()
			more.ID, more.Body = "one-more", "Passwords in a spreadsheet.\n"
			return append(all, more)
		}},
		{"a case less", func(all []*content.Case) []*content.Case { return slices.DeleteFunc(all, isCompany) }},
		{"another id", func(all []*content.Case) []*content.Case {
			company(all).ID = "renamed"
			return all
		}},
		{"most cases", func(all []*content.Case) []*content.Case { return all[:5] }},
		{"all cases", func([]*content.Case) []*content.Case { return nil }},
		{"an individual's case", func(all []*content.Case) []*content.Case {
			for _, c := range all {
				if c.Organisation.Person {
					c.Body += "More words.\n"
				}
			}
			return all
		}},
		{"a person who was taken for a company", func(all []*content.Case) []*content.Case {
			company(all).Organisation.Person = true
			return all
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			if got := closed(t, dir, testBook()); got != "" {
				t.Errorf("notice of a new index: %q, want none", got)
			}
			if got := checkLikeMemory(t, dir, edited(tt.edit)); got != "" {
				t.Errorf("notice: %q, want none", got)
			}
			checkLikeMemory(t, dir, testBook()) // and back
		})
	}
}

func isCompany(c *content.Case) bool { return c.ID == "orbit-logistics-2025" }

func company(cases []*content.Case) *content.Case {
	return cases[slices.IndexFunc(cases, isCompany)]
}

// TestOpenIndexesWhatChanged holds what bleve is given to what changed.
func TestOpenIndexesWhatChanged(t *testing.T) {
	tests := []struct {
		name          string
		edit          func(cases []*content.Case) []*content.Case
		changed, gone []string
		private       bool
	}{
		{"nothing", func(all []*content.Case) []*content.Case { return all }, nil, nil, false},
		{"what is not searched for", func(all []*content.Case) []*content.Case {
			company(all).Date, company(all).Affected = content.Date{Year: 1999}, 7
			return all
		}, nil, nil, false},
		{"a body", func(all []*content.Case) []*content.Case {
			company(all).Body += "More.\n"
			return all
		}, []string{"orbit-logistics-2025"}, nil, false},
		{"another id", func(all []*content.Case) []*content.Case {
			company(all).ID = "renamed"
			return all
		}, []string{"renamed"}, []string{"orbit-logistics-2025"}, false},
		{"an individual's case goes", func(all []*content.Case) []*content.Case {
			return slices.DeleteFunc(all, func(c *content.Case) bool { return c.Organisation.Person })
		}, nil, []string{"individual-records-clerk-2023"}, true},
		{"a company is an individual", func(all []*content.Case) []*content.Case {
			company(all).Organisation.Person = true
			return all
		}, []string{"orbit-logistics-2025"}, nil, true},
	}
	before := numbered(testBook().Publishable())
	s := newState(before, texts(before, digestOf), make([]int, len(before)))
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			cases := numbered(edited(tt.edit).Publishable())
			numbers, gone, private := s.compare(cases, texts(cases, digestOf))
			var changed []string
			for _, n := range numbers {
				changed = append(changed, cases[n].ID)
			}
			if !slices.Equal(changed, tt.changed) || !slices.Equal(gone, tt.gone) || private != tt.private {
				t.Errorf("changed %q, gone %q, private %v; want %q, %q, %v", changed, gone, private, tt.changed, tt.gone, tt.private)
			}
		})
	}
}

// segments are the digests of bleve's segments in a folder.
func segments(t *testing.T, dir string) []string {
	t.Helper()
	files, err := folder(dir).files()
	if err != nil {
		t.Fatal(err)
	}
	maps.DeleteFunc(files, func(name, _ string) bool { return !strings.HasSuffix(name, ".zap") })
	return slices.Sorted(maps.Values(files))
}

// TestOpenAgainAndAgain changes a case on many days: what is left of before
// does not pile up.
func TestOpenAgainAndAgain(t *testing.T) {
	dir := t.TempDir()
	var book *content.Book
	for n := range 40 {
		book = edited(func(all []*content.Case) []*content.Case {
			company(all).Body = fmt.Sprintf("Day%d.\n", n)
			return all
		})
		if got := closed(t, dir, book); got != "" {
			t.Fatalf("day %d: notice %q", n, got)
		}
	}
	if got := len(segments(t, dir)); got > 20 {
		t.Errorf("%d segments after 40 changes of one case, want 20 or fewer", got)
	}
	checkLikeMemory(t, dir, book)
}

func TestOpenRepairs(t *testing.T) {
	type damage struct {
		name   string
		do     func(t *testing.T, dir string)
		notice string
	}
	tests := []damage{
		{"state cut", onFile(stateName, func(b []byte) []byte { return b[:len(b)/2] }), "state.json is damaged"},
		{"state of another length", onFile(stateName, func(b []byte) []byte { return bytes.Replace(b, []byte(`"length":`), []byte(`"length":1`), 1) }), "state.json is damaged"},
		{"state empty", onFile(stateName, func([]byte) []byte { return nil }), "state.json is damaged"},
		{"state of another version", anotherVersion, "it is of version 0, and this program writes version 1"},
		{"killed before the state was written", func(t *testing.T, dir string) {
			if err := folder(dir).begin(); err != nil {
				t.Fatal(err)
			}
		}, "a run before did not finish it"},
		{"killed while cases were indexed", func(t *testing.T, dir string) {
			if _, err := folder(dir).change(manyCases(30).Cases, []string{"orbit-logistics-2025"}); err != nil {
				t.Fatal(err)
			}
		}, "a run before did not finish it"},
		{"bleve's folder gone", func(t *testing.T, dir string) {
			if err := os.RemoveAll(folder(dir).words()); err != nil {
				t.Fatal(err)
			}
		}, "words"},
	}
	dir := t.TempDir()
	closed(t, dir, testBook())
	files, err := folder(dir).files()
	if err != nil || len(files) < 2 {
		t.Fatal(files, err)
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		kind := filepath.Ext(name)
		name = filepath.Join(wordsName, name)
		tests = append(tests,
			damage{kind + " cut", onFile(name, func(b []byte) []byte { return b[:len(b)/2] }), "is missing or damaged"},
			damage{kind + " empty", onFile(name, func(b []byte) []byte { return nil }), "is missing or damaged"},
			damage{kind + " of garbage", onFile(name, func(b []byte) []byte { return bytes.Repeat([]byte("garbage\x00"), len(b)/8) }), "is missing or damaged"},
			damage{kind + " with another bit", onFile(name, func(b []byte) []byte { b[len(b)/2] ^= 1; return b }), "is missing or damaged"},
			damage{kind + " gone", func(t *testing.T, dir string) {
				if err := os.Remove(filepath.Join(dir, name)); err != nil {
					t.Fatal(err)
				}
			}, "is missing or damaged"})
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			copied := t.TempDir()
			if err := os.CopyFS(copied, os.DirFS(dir)); err != nil {
				t.Fatal(err)
			}
			tt.do(t, copied)
			got := checkLikeMemory(t, copied, testBook())
			if !strings.HasPrefix(got, "the index of words is made anew: ") || !strings.Contains(got, tt.notice) || strings.Contains(got, "\n") {
				t.Errorf("notice: %q, want a line with %q", got, tt.notice)
			}
			if got := closed(t, copied, testBook()); got != "" {
				t.Errorf("notice of the repaired index: %q, want none", got)
			}
		})
	}
}

// onFile writes a file of the folder anew.
func onFile(name string, change func([]byte) []byte) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		t.Helper()
		path := filepath.Join(dir, name)
		data, err := os.ReadFile(path)
		if err == nil {
			err = os.WriteFile(path, change(data), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// anotherVersion writes a state that is whole, and of another version.
func anotherVersion(t *testing.T, dir string) {
	onFile(stateName, func(b []byte) []byte {
		_, body, _ := bytes.Cut(b, []byte("\n"))
		body = bytes.Replace(body, []byte(fmt.Sprintf(`"version":%d`, diskVersion)), []byte(`"version":0`), 1)
		return slices.Concat([]byte(sumOf(body)), []byte("\n"), body)
	})(t, dir)
}

// TestOpenDamageThatBleveMeets has files that agree with the state and are not
// bleve's: its errors and panics end in an index made anew.
func TestOpenDamageThatBleveMeets(t *testing.T) {
	for _, ext := range []string{".zap", ".bolt"} {
		for _, at := range []int{0, 1, 2} { // beginning, middle, end
			t.Run(fmt.Sprintf("%s %d", ext, at), func(t *testing.T) {
				dir := t.TempDir()
				x := open(t, dir, testBook())
				if err := x.Close(); err != nil {
					t.Fatal(err)
				}
				old, why := folder(dir).readState()
				if why != "" {
					t.Fatal(why)
				}
				for name := range old.Files {
					if filepath.Ext(name) != ext {
						continue
					}
					onFile(filepath.Join(wordsName, name), func(b []byte) []byte {
						from := at * (len(b) - 64) / 2
						copy(b[from:from+64], bytes.Repeat([]byte{0xa5}, 64))
						return b
					})(t, dir)
				}
				if err := folder(dir).writeState(old); err != nil {
					t.Fatal(err)
				}
				x, err := Open(dir, testBook())
				if err != nil {
					t.Fatal(err)
				}
				x.Close()
			})
		}
	}
}

// TestOpenElsewhere has folders in which nothing can be kept: the index is in
// memory, and answers all the same.
func TestOpenElsewhere(t *testing.T) {
	tests := []struct {
		name   string
		at     func(t *testing.T, dir string) string
		notice string
	}{
		{"another process has it", func(t *testing.T, dir string) string {
			x := open(t, dir, testBook())
			t.Cleanup(func() { x.Close() })
			return dir
		}, ""},
		{"below a file", func(t *testing.T, dir string) string {
			file := filepath.Join(dir, "file")
			if err := os.WriteFile(file, nil, 0o644); err != nil {
				t.Fatal(err)
			}
			return filepath.Join(file, "index")
		}, ""},
		{"not to be written", func(t *testing.T, dir string) string {
			if os.Geteuid() == 0 {
				t.Skip("root may write anywhere")
			}
			if err := os.Chmod(dir, 0o555); err != nil {
				t.Fatal(err)
			}
			return dir
		}, ""},
		{"a state that cannot be replaced", func(t *testing.T, dir string) string {
			if err := os.MkdirAll(filepath.Join(dir, stateName, "in the way"), 0o755); err != nil {
				t.Fatal(err)
			}
			return dir
		}, "the index of words could not be kept in "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := checkLikeMemory(t, tt.at(t, t.TempDir()), testBook())
			if !strings.HasPrefix(got, tt.notice) || tt.notice == "" && got != "" {
				t.Errorf("notice: %q, want %q", got, tt.notice)
			}
		})
	}
}

// TestChangeFails has bleve fail while it writes on its own, as it does on a full
// disk: nobody waits for it to succeed.
func TestChangeFails(t *testing.T) {
	b, err := openBleve(t.TempDir(), false)
	if err != nil {
		t.Fatal(err)
	}
	full := errors.New("no space left")
	failed, ok := failing.Load(b.dir)
	if !ok {
		t.Fatal("nobody listens to bleve's failures")
	}
	failed.(chan error) <- full
	if _, err := b.changeAndClose(manyCases(1000).Cases, nil); !errors.Is(err, full) {
		t.Errorf("got %v, want %v", err, full)
	}
}

// TestOpenKeepsNoName indexes a book in which an individual was taken for a
// company, and then as it is: the name is in no file any more.
func TestOpenKeepsNoName(t *testing.T) {
	dir := t.TempDir()
	x := open(t, dir, edited(func(all []*content.Case) []*content.Case {
		for _, c := range all {
			c.Organisation.Person = false
		}
		return all
	}))
	if got := privateWords(t, x); len(got) == 0 {
		t.Error("no word of the name of a company is in the index: this test would not find one")
	}
	x.Close()
	x = open(t, dir, testBook())
	defer x.Close()
	if got := privateWords(t, x); len(got) > 0 {
		t.Errorf("words of the name: %q, want none", got)
	}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, path))
		for _, part := range []string{"thistl", "morgana"} {
			if bytes.Contains(bytes.ToLower(data), []byte(part)) {
				t.Errorf("%s has %q", path, part)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// privateWords are the words of the individual's name that bleve knows, those of
// cases that are gone among them.
func privateWords(t *testing.T, x *Index) (words []string) {
	t.Helper()
	for _, first := range []byte("tm") {
		err := x.reader.terms(first, func(term string, _ []int) error {
			if strings.HasPrefix(term, "thistl") || strings.HasPrefix(term, "morgan") {
				words = append(words, term)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return words
}
