package main

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"casebook/content/durable"
)

type initCmd struct {
	Dir      string `arg:"" type:"path" help:"Folder of the repository, empty, a git repository that there is, or to be made."`
	Contact  string `placeholder:"ADDRESS" help:"Who answers for the site, an e-mail address or a URL: goes into casebook.yaml."`
	Casebook string `placeholder:"OWNER/NAME@COMMIT" help:"Which casebook the workflow builds: a repository on GitHub and the forty digits of a commit."`
	Keep     bool   `help:"Leave files alone that are there already, and write the others."`
}

func (c *initCmd) Help() string {
	return `Writes what a repository of cases needs that looks after itself: casebook.yaml, .gitignore, a README.md that says what to do, and a
workflow for GitHub that reads the sources every night, commits what changed, publishes the site, and opens an issue where a check
stops it. A file that is there already is never written over: nothing is written then, or with --keep all but those.

Examples:
  casebook init record
  casebook init . --contact https://example.org/about --casebook OWNER/casebook@0123456789abcdef0123456789abcdef01234567`
}

// starter is the repository as init writes it, but for what its owner says.
//
//go:embed all:starter
var starter embed.FS

// The lines of the starter that stand for what nobody has said yet.
const (
	contactLine    = "# contact: https://example.org/about\n"
	repositoryLine = "CASEBOOK_REPOSITORY: ''"
	commitLine     = "CASEBOOK_COMMIT: ''"
)

func (c *initCmd) Run(out *console) error {
	files, err := c.files()
	if err != nil {
		return err
	}
	var there []string
	files = slices.DeleteFunc(files, func(f durable.File) bool {
		old, err := os.ReadFile(filepath.Join(c.Dir, f.Name))
		if errors.Is(err, fs.ErrNotExist) {
			return false
		}
		if err != nil || !bytes.Equal(old, f.Data) {
			there = append(there, f.Name)
		}
		return true
	})
	if len(there) > 0 && !c.Keep {
		return &failure{status: statusUsage, err: fmt.Errorf("init: %s: there already: %s; nothing was written", c.Dir, strings.Join(there, ", ")),
			hint: "--keep leaves them as they are and writes the others"}
	}
	if err := c.write(files); err != nil {
		return disk(fmt.Errorf("init: %w", err), "the files that were written are whole; make room or mend the permissions, then run it again")
	}
	for _, f := range files {
		fmt.Fprintln(out.out, filepath.Join(c.Dir, f.Name))
	}
	out.notes(c.next(there), 10)
	return nil
}

// files are those of the starter, with what the owner says.
func (c *initCmd) files() ([]durable.File, error) {
	said, err := c.said()
	if err != nil {
		return nil, err
	}
	var files []durable.File
	err = fs.WalkDir(starter, "starter", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := starter.ReadFile(name)
		files = append(files, durable.File{Name: strings.TrimPrefix(name, "starter/"), Data: []byte(said.Replace(string(data)))})
		return err
	})
	return files, err
}

// said replaces the lines that nobody has filled in by what the owner says.
func (c *initCmd) said() (*strings.Replacer, error) {
	var pairs []string
	if c.Contact != "" {
		line, err := yaml.Marshal(map[string]string{"contact": c.Contact})
		if err != nil {
			return nil, &failure{status: statusUsage, err: fmt.Errorf("init: contact %q: %w", c.Contact, err)}
		}
		pairs = append(pairs, contactLine, string(line))
	}
	if c.Casebook != "" {
		from := published.FindStringSubmatch(c.Casebook)
		if from == nil {
			return nil, &failure{status: statusUsage, err: fmt.Errorf("init: --casebook %q: want OWNER/NAME@COMMIT", c.Casebook),
				hint: "COMMIT is all forty digits of a commit, `git rev-parse HEAD` prints them: a branch or a tag may move"}
		}
		pairs = append(pairs, repositoryLine, "CASEBOOK_REPOSITORY: "+from[1], commitLine, "CASEBOOK_COMMIT: '"+from[2]+"'")
	}
	return strings.NewReplacer(pairs...), nil
}

// published is where casebook can be checked out by a workflow.
var published = regexp.MustCompile(`^([A-Za-z0-9-]+/[A-Za-z0-9._-]+)@([0-9a-f]{40})$`)

// write puts the files into the folder, and makes it where it lacks.
func (c *initCmd) write(files []durable.File) error {
	if err := os.MkdirAll(c.Dir, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(c.Dir)
	if err != nil {
		return err
	}
	defer root.Close()
	_, err = durable.Write(root, files...)
	return err
}

// next is what only the owner can do now.
func (c *initCmd) next(there []string) []string {
	var todo []string
	if len(there) > 0 {
		todo = append(todo, "left as they are: "+strings.Join(there, ", "))
	}
	if c.Contact == "" && !slices.Contains(there, configName) {
		todo = append(todo, "say in casebook.yaml who answers for the site: contact")
	}
	if c.Casebook == "" {
		todo = append(todo, "say in .github/workflows/nightly.yml which casebook is built: CASEBOOK_REPOSITORY and CASEBOOK_COMMIT")
	}
	if _, err := os.Stat(filepath.Join(c.Dir, ".git")); err != nil {
		todo = append(todo, "the workflow counts at the root of a git repository: git init "+c.Dir)
	}
	return append(todo, "then commit, push, and choose GitHub Actions in the repository's settings under Pages; README.md says more")
}
