package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"casebook/content"
)

// accountOf is a document about individuals, each with what the court ordered.
func accountOf(kind content.DocumentKind, url, title, body string, people ...content.Party) content.Reading {
	quote := func(s string) []content.Quote {
		at := strings.Index(body, s)
		return []content.Quote{{Text: s, Start: at, End: at + len(s)}}
	}
	whole := strings.TrimSuffix(body, "\n")
	f := content.Facts{
		Enforcement: true,
		Action:      content.Fact[content.Action]{Value: content.Prosecution, Quotes: quote(whole)},
		Status:      content.Fact[content.Status]{Value: content.Final, Quotes: quote(whole)},
		Incident:    content.Fact[content.IncidentType]{Value: "insider-misuse", Quotes: quote(whole)},
	}
	for _, p := range people {
		f.Parties = append(f.Parties, content.Fact[content.Party]{Value: p, Quotes: quote(whole)})
	}
	d := content.Document{URL: url, Title: title, Kind: kind, Publisher: "ICO", Licence: "OGL-3.0", Published: content.Date{Year: 2024, Month: 3, Day: 5}}
	if kind == content.Item {
		d.Item = "ico:77"
	}
	return content.Reading{Document: d, Text: content.Text{Title: title, Body: body}, Facts: f}
}

// prosecutions are of invented people: one with a page of the regulator, two in one report, one beside a company.
func prosecutions() []content.Reading {
	wilma := content.Party{Name: "Wilma Ashquill", Aliases: []string{"Ms Ashquill"}, Person: true}
	return []content.Reading{
		accountOf(content.Item, "https://ico.example/action/wilma-ashquill/", "Wilma Ashquill", "Ms Wilma Ashquill, a clerk, was prosecuted for looking at records. ASHQUILL pleaded guilty.\n", wilma),
		accountOf(content.Article, "https://press.example/ashquill-fined", "Clerk Ashquill fined", "A court fined W. Ashquill, 41, who had looked at records.\n", wilma),
		accountOf(content.News, "https://ico.example/news/two-fined/", "Two fined", "Ivor Penmarrick was ordered to pay £400 and Una Trevanick-Hale £900.\n",
			content.Party{Name: "Ivor Penmarrick", Amount: content.Pounds(400), Person: true}, content.Party{Name: "Una Trevanick-Hale", Amount: content.Pounds(900), Person: true}),
		accountOf(content.Notice, "https://ico.example/notice/quillmark.pdf", "Quillmark Garages Ltd", "Quillmark Garages Ltd and its director, Osric Tolvaddon, were prosecuted.\n",
			content.Party{Name: "Quillmark Garages Ltd"}, content.Party{Name: "Osric Tolvaddon", Person: true}),
	}
}

var surnames = []string{"ashquill", "penmarrick", "trevanick", "tolvaddon"}

// naming lists the files below dir whose path or bytes hold a surname, in any spelling of its letters.
func naming(t *testing.T, dir string) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		for _, s := range surnames {
			if strings.Contains(strings.ToLower(rel), s) {
				t.Errorf("the path %s holds a name", rel)
			}
			if strings.Contains(strings.ToLower(string(data)), s) {
				out[s] = append(out[s], filepath.ToSlash(rel))
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// publish keeps the prosecutions in dir as a day's run would, and builds and searches the site.
func publish(t *testing.T, dir, day string) (k kept, found string) {
	t.Helper()
	contentDir := filepath.Join(dir, "content")
	k, err := keep(prosecutions(), contentDir, ownerFlags{Now: day})
	if err != nil {
		t.Fatal(err)
	}
	usage(t, "build", "--content", contentDir, "--out", filepath.Join(dir, "public"), "--address", "https://casebook.example/", "--now", day)
	for _, s := range surnames {
		found += usage(t, "search", "--content", contentDir, "--json", "--now", day, s)
	}
	usage(t, "check", "--content", contentDir)
	return k, found
}

// By default no name of an individual is anywhere: not in case files, the log, pages, addresses, shards, downloads or feeds.
func TestIndividualsByRole(t *testing.T) {
	dir := t.TempDir()
	first, found := publish(t, dir, "2024-03-06")
	if len(first.book.Cases) != 4 {
		t.Fatalf("%d cases, want 4", len(first.book.Cases))
	}
	if names := naming(t, dir); len(names) > 0 || strings.Contains(found, `"id"`) {
		t.Errorf("files with names %v, searches for them find %s", names, found)
	}
	before := tree(t, dir)
	if again, _ := publish(t, dir, "2025-06-07"); len(again.changes) > 0 || len(again.files) > 0 || tree(t, dir) != before {
		t.Errorf("a second run: changes %v, files %v; want the same bytes", again.changes, again.files)
	}
}

// Where the owner has names published they stand for some months everywhere but in paths and the log, and then nowhere.
func TestIndividualsByName(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, configName), []byte("people: {show: name, months: 12}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	_, found := publish(t, dir, "2025-03-04")
	names := naming(t, dir)
	want := []string{"content/cases/2024/individual-2024-3.md", "public/cases/individual-2024-3.json", "public/cases/individual-2024-3/index.html", "public/data/cases.csv"}
	for _, file := range want {
		if !strings.Contains(strings.Join(names["ashquill"], "\n"), file) {
			t.Errorf("%s does not name the individual: %v do", file, names["ashquill"])
		}
	}
	if strings.Count(found, `"id"`) != 5 { // two of the names stand in the quotes of each other's case
		t.Errorf("searching for names finds %s, want five hits", found)
	}
	if files := names["tolvaddon"]; len(files) > 0 {
		t.Errorf("%v name the individual beside a company", files)
	}
	for name, files := range names {
		if strings.Contains(strings.Join(files, "\n"), "changes.jsonl") {
			t.Errorf("the log names %s", name)
		}
	}
	expired, found := publish(t, dir, "2025-03-05")
	if names := naming(t, dir); len(names) > 0 || strings.Contains(found, `"id"`) {
		t.Errorf("after twelve months: files with names %v, searches find %s", names, found)
	}
	if len(expired.changes) > 0 || len(expired.files) != 3 {
		t.Errorf("after twelve months: changes %v, files %v; want three files and no news", expired.changes, expired.files)
	}
	role := t.TempDir()
	publish(t, role, "2025-03-05")
	for _, folder := range []string{"content/cases", "public"} {
		if tree(t, filepath.Join(dir, folder)) != tree(t, filepath.Join(role, folder)) {
			t.Errorf("%s is not what it would be had nobody been named", folder)
		}
	}
}

// A site built without a new extraction keeps the time as well.
func TestIndividualsExpireInTheBuild(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, configName), []byte("people: {show: name, months: 1}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	publish(t, dir, "2024-03-06")
	public := filepath.Join(dir, "later")
	usage(t, "build", "--content", filepath.Join(dir, "content"), "--out", public, "--now", "2024-04-05")
	if names := naming(t, public); len(names) > 0 {
		t.Errorf("files with names %v", names)
	}
	t.Setenv("SOURCE_DATE_EPOCH", "1709683200") // 6 March 2024
	usage(t, "build", "--content", filepath.Join(dir, "content"), "--out", public)
	if names := naming(t, public); len(names) != 3 {
		t.Errorf("within the month only %v are named", names)
	}
}
