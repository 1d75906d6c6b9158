package content

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// titles lists a book or group shortly.
func titles(cases []*Case) string {
	var out []string
	for _, c := range cases {
		out = append(out, c.ID)
	}
	return strings.Join(out, " ")
}

func TestLoad(t *testing.T) {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	book, err := Load(fstest.MapFS{
		"cases/2020/b.md":               file("---\nid: b\ndate: 2020-05-01\n---\n"),
		"cases/2021/a.md":               file("---\nid: a\ndate: 2021\n---\n"),
		"cases/2020/c.md":               file("---\nid: c\ndate: 2020-05-01\n---\n"),
		"cases/2020/bad.md":             file("---\nid: bad\nstatus: finall\ndate: x\n---\n"),
		"cases/2020/worse.md":           file("no front matter"),
		"cases/2020/deep/d.md":          file("---\nid: d\n---\n"),
		"cases/e.md":                    file("---\nid: e\n---\n"),
		"cases/2020/.b.md.casebook-tmp": file("half"),
		"cases/2020/notes.txt":          file("not a case"),
		"cases/2020/renamed.md":         file("---\nid: other\n---\n"),
		"elsewhere/2020/none.md":        file("---\nid: none\n---\n"),
	})
	if got, want := titles(book.Cases), "a b c"; got != want {
		t.Errorf("loaded %q, want %q", got, want)
	}
	var places []string
	for _, e := range SyntaxErrors(err) {
		places = append(places, fmt.Sprintf("%s:%d %s", e.File, e.Line, e.Key))
	}
	want := []string{
		"cases/2020/deep/d.md:0 ", "cases/e.md:0 ",
		"cases/2020/bad.md:3 status", "cases/2020/bad.md:4 date",
		"cases/2020/renamed.md:0 id", "cases/2020/worse.md:1 ",
	}
	if diff := cmp.Diff(want, places); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

func TestLoadNothing(t *testing.T) {
	book, err := Load(fstest.MapFS{})
	if book == nil || err == nil || !strings.Contains(err.Error(), `cases`) {
		t.Errorf("Load of an empty folder = %v, %v, want an error that names the missing folder", book, err)
	}
}

// TestLoadUnreadable names the file that cannot be read and loads the others;
// a link is not followed.
func TestLoadUnreadable(t *testing.T) {
	dir := t.TempDir()
	book := &Book{Cases: []*Case{{ID: "a", Date: Date{Year: 2020}}}}
	if _, err := book.Write(dir); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("/etc/hostname", filepath.Join(dir, "cases/2020/link.md")); err != nil {
		t.Skip(err)
	}
	if err := errors.Join(os.Symlink("2020", filepath.Join(dir, "cases/2021")), os.Mkdir(filepath.Join(dir, "cases/2020/folder.md"), 0o755)); err != nil {
		t.Fatal(err)
	}
	got, err := Load(os.DirFS(dir))
	if titles(got.Cases) != "a" {
		t.Errorf("loaded %q, want the good case", titles(got.Cases))
	}
	var files []string
	for _, e := range SyntaxErrors(err) {
		files = append(files, e.File)
	}
	if diff := cmp.Diff([]string{"cases/2020/folder.md", "cases/2020/link.md", "cases/2021"}, files); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

// snapshot reads every file under dir with the time it was last written.
func snapshot(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.Walk(dir, func(p string, info os.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		data, err := os.ReadFile(p)
		rel, _ := filepath.Rel(dir, p)
		files[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	a := &Case{ID: "a", Title: "A", Events: []Event{{Date: Date{2020, 1, 2}, Action: Reprimand, Status: Final}}}
	b := &Case{ID: "b", Title: "B"}
	book := &Book{Cases: []*Case{a, b}}
	write := func(want ...string) {
		t.Helper()
		changed, err := book.Write(dir)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.Join(want, "\n"), strings.Join(changed, "\n")); diff != "" {
			t.Errorf("changed (-want +got):\n%s", diff)
		}
	}
	write("cases/2020/a.md", "cases/undated/b.md")
	write()

	// A person's own spelling and files stay, until the case itself changes.
	own := "---\ntitle: 'B'\nid: b # mine\n---\n"
	put(t, dir, "cases/undated/b.md", own)
	put(t, dir, "cases/2020/notes.md", "mine")
	write()
	if got := snapshot(t, dir)["cases/undated/b.md"]; got != own {
		t.Errorf("a file whose content did not change was rewritten: %q", got)
	}

	// A case whose first event is found to be earlier moves; so does a renamed one.
	a.Events = append([]Event{{Date: Date{2019, 5, 6}, Action: NoticeOfIntent, Status: Provisional}}, a.Events...)
	b.ID, b.Formerly = "b-2", []string{"b"}
	write("cases/2019/a.md", "cases/2020/a.md", "cases/undated/b-2.md", "cases/undated/b.md")
	want := map[string]string{"cases/2019/a.md": string(Format(a)), "cases/undated/b-2.md": string(Format(b)), "cases/2020/notes.md": "mine"}
	if diff := cmp.Diff(want, snapshot(t, dir)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}

	loaded, _ := Load(os.DirFS(dir)) // notes.md is no case
	if loaded.Case("b") == nil || loaded.Case("b") != loaded.Case("b-2") || loaded.Case("c") != nil {
		t.Error("a case is not found by its former id")
	}
}

func put(t *testing.T, dir, name, data string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestWriteRefuses writes nothing at all when one case is not fit to be read
// back or would leave the folder.
func TestWriteRefuses(t *testing.T) {
	good := &Case{ID: "good", Date: Date{Year: 2020}}
	for name, bad := range map[string]*Case{
		"a path for an id":   {ID: "../../escape"},
		"no id":              {},
		"a device":           {ID: "con"},
		"an id twice":        {ID: "good"},
		"an unknown word":    {ID: "a", Status: "finall"},
		"a negative sum":     {ID: "a", Amount: Money{-1, "GBP"}},
		"an unknown control": {ID: "a", Controls: []Control{"mfa"}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "content")
			changed, err := (&Book{Cases: []*Case{good, bad}}).Write(dir)
			if err == nil || len(changed) > 0 {
				t.Errorf("Write = %v, %v, want an error and nothing written", changed, err)
			}
			if _, err := os.Stat(dir); !os.IsNotExist(err) {
				t.Errorf("%s was made: %v", dir, snapshot(t, dir))
			}
		})
	}
}

// TestWriteStaysInside follows no link out of the folder.
func TestWriteStaysInside(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	if err := os.Symlink(outside, filepath.Join(dir, "cases")); err != nil {
		t.Skip(err)
	}
	_, err := (&Book{Cases: []*Case{{ID: "a"}}}).Write(dir)
	if err == nil || len(snapshot(t, outside)) > 0 {
		t.Errorf("Write followed a link out of the folder: %v", err)
	}
}

func TestGroups(t *testing.T) {
	org := func(name string) Organisation { return Organisation{Name: name} }
	book := &Book{Cases: []*Case{
		{ID: "a", Organisation: org("Northgate Lending Ltd"), Date: Date{2020, 1, 1}, Sector: "Health", Action: Reprimand, Controls: []Control{"dpia", "encryption"}},
		{ID: "b", Organisation: org("Northgate Lending Limited"), Date: Date{2022, 1, 1}, Sector: "other", Action: MonetaryPenalty, Controls: []Control{"encryption"}},
		{ID: "c", Organisation: org("Northgate Lending Group Ltd"), Date: Date{2022, 6, 1}, Sector: "Health", Action: Reprimand},
		{ID: "d", Organisation: org("NORTHGATE LENDING P.L.C.")},
		{ID: "e", Organisation: org("Limited")},
		{ID: "f", Organisation: Organisation{Name: "A. Person", Person: true}},
		{ID: "g", Organisation: org("株式会社")},
	}}
	book.Sort()
	show := func(groups []Group) string {
		var out []string
		for _, g := range groups {
			out = append(out, fmt.Sprintf("%s (%s): %s", g.Key, g.Title, titles(g.Cases)))
		}
		return strings.Join(out, "\n")
	}
	for _, tt := range []struct {
		name string
		got  []Group
		want string
	}{
		{"control", book.ByControl(), "encryption (Encryption): b a\ndpia (Data protection impact assessment): a"},
		{"sector", book.BySector(), "health (Health): c a\nother (Other): b"},
		{"year", book.ByYear(), "2022 (2022): c b\n2020 (2020): a"},
		{"action", book.ByAction(), "monetary-penalty (Monetary penalty): b\nreprimand (Reprimand): c a"},
		{"organisation", book.ByOrganisation(), "x-e6843c6e (株式会社): g\nlimited (Limited): e\n" +
			"northgate-lending-group (Northgate Lending Group Ltd): c\nnorthgate-lending (Northgate Lending Limited): b a d"},
	} {
		if diff := cmp.Diff(tt.want, show(tt.got)); diff != "" {
			t.Errorf("by %s (-want +got):\n%s", tt.name, diff)
		}
	}
}
