package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const aCommit = "0123456789abcdef0123456789abcdef01234567"

// TestInit makes repositories in folders of all kinds.
func TestInit(t *testing.T) {
	all := []string{".github/workflows/nightly.yml", ".gitignore", "README.md", "casebook.yaml"}
	for _, tt := range []struct {
		name   string
		there  []string // files before
		args   []string
		status int
		say    string
		want   []string // files that were written
	}{
		{name: "a folder that lacks", want: all, say: "git init"},
		{name: "a git repository", there: []string{".git/HEAD"}, want: all, say: "say in casebook.yaml who answers"},
		{name: "one with files of that name", there: []string{"README.md", ".gitignore"}, status: 1, say: "there already: .gitignore, README.md; nothing was written"},
		{name: "the same, kept", there: []string{"README.md"}, args: []string{"--keep"}, say: "left as they are: README.md",
			want: []string{".github/workflows/nightly.yml", ".gitignore", "casebook.yaml"}},
		{name: "all said", args: []string{"--contact", "a@casebook.example", "--casebook", "somebody/casebook@" + aCommit}, want: all, say: "then commit, push"},
		{name: "a branch", args: []string{"--casebook", "somebody/casebook@main"}, status: 1, say: "want OWNER/NAME@COMMIT"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "record")
			for _, name := range tt.there {
				put(t, filepath.Join(dir, name), "somebody's\n")
			}
			status, said := casebook(t, append([]string{"init", dir}, tt.args...)...)
			if status != tt.status || !strings.Contains(said, tt.say) {
				t.Errorf("got status %d, want %d and %q: %s", status, tt.status, tt.say, said)
			}
			var got []string
			for _, name := range all {
				if b, err := os.ReadFile(filepath.Join(dir, name)); err == nil && string(b) != "somebody's\n" {
					got = append(got, name)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("files (-want +got):\n%s", diff)
			}
		})
	}
}

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// What an owner says is in the files, as YAML that means it, and the strict
// loader takes the configuration with it and without.
func TestInitSays(t *testing.T) {
	for _, contact := range []string{"", "a@casebook.example", `"quotes": # and colons`} {
		c := initCmd{Contact: contact, Casebook: "somebody/casebook@" + aCommit}
		files, err := c.files()
		if err != nil {
			t.Fatal(err)
		}
		var workflow string
		for _, f := range files {
			switch f.Name {
			case "casebook.yaml":
				config, err := parseConfig(f.Data)
				if err != nil || config.Contact != contact || config.People.Show != "role" {
					t.Errorf("contact %q: got %+v, %v", contact, config, err)
				}
			case ".github/workflows/nightly.yml":
				workflow = string(f.Data)
			}
		}
		for _, want := range []string{"CASEBOOK_REPOSITORY: somebody/casebook ", "CASEBOOK_COMMIT: '" + aCommit + "' "} {
			if !strings.Contains(workflow, want) {
				t.Errorf("the workflow lacks %q", want)
			}
		}
	}
}

// A configuration with every line that the starter only shows is one, too.
func TestStarterExamples(t *testing.T) {
	src, err := fs.ReadFile(starter, "starter/casebook.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var shown strings.Builder
	for line := range strings.Lines(string(src)) {
		for _, key := range []string{"contact:", "address:", "sources:", "  - {"} {
			if strings.HasPrefix(line, "# "+key) {
				line = strings.TrimPrefix(line, "# ")
			}
		}
		shown.WriteString(line)
	}
	config, err := parseConfig([]byte(shown.String()))
	if err != nil {
		t.Fatalf("%v\n%s", err, shown.String())
	}
	if config.Contact == "" || config.Address == "" || len(config.Sources) != 4 {
		t.Errorf("got %+v", config)
	}
}
