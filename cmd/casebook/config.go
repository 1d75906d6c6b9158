package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"

	"casebook/content"
)

// configName is the file of what only a site's owner can say.
const configName = "casebook.yaml"

// ownerFlags are what commands share that write or show a book.
type ownerFlags struct {
	Config string `type:"path" placeholder:"FILE" help:"Configuration. By default casebook.yaml beside the folder of case files, or here, if there is one."`
	Now    string `placeholder:"DAY" help:"Day to take for today, 2025-03-26. By default SOURCE_DATE_EPOCH, or today."`
}

// config is casebook.yaml; docs/configuration.md describes each key. A flag
// that says something else wins.
type config struct {
	Name    string         `yaml:"name"`
	Address string         `yaml:"address"`
	Contact string         `yaml:"contact"`
	Home    string         `yaml:"home"`
	People  peopleConfig   `yaml:"people"`
	Sources []sourceConfig `yaml:"sources"`

	file  string         // where it was read, "" for nowhere
	lines map[string]int // where the values of keys begin
}

// peopleConfig says how individuals are published.
type peopleConfig struct {
	Show   show   `yaml:"show"`
	Months months `yaml:"months"`
}

// show is role or name.
type show string

func (s *show) UnmarshalYAML(n *yaml.Node) error {
	if n.Value != "role" && n.Value != content.ShowName {
		return fmt.Errorf("line %d: people.show: %q: want role or name", n.Line, n.Value)
	}
	*s = show(n.Value)
	return nil
}

// months is for how long a name is published.
type months int

func (m *months) UnmarshalYAML(n *yaml.Node) error {
	if err := n.Decode((*int)(m)); err != nil || *m < 1 || *m > 1200 {
		return fmt.Errorf("line %d: people.months: %q: want a number of months from 1 to 1200", n.Line, n.Value)
	}
	return nil
}

// parseConfig reads a configuration strictly: what is misspelt is an error, so
// that nobody is named by mistake and no check is off by mistake.
func parseConfig(src []byte) (config, error) {
	c := config{People: peopleConfig{Show: "role", Months: 12}}
	d := yaml.NewDecoder(bytes.NewReader(src))
	d.KnownFields(true)
	err := d.Decode(&c)
	if err == nil && d.Decode(new(yaml.Node)) != io.EOF {
		err = errors.New("more than one document")
	}
	if err != nil && err != io.EOF {
		text := strings.TrimPrefix(strings.TrimPrefix(err.Error(), "yaml: "), "unmarshal errors:")
		text = unknownKey.ReplaceAllString(text, `unknown key "$1"`)
		text = wrongKind.ReplaceAllString(text, "a value of another kind is wanted here")
		return c, errors.New(strings.Join(strings.Fields(text), " "))
	}
	if c.lines, err = linesOf(src); err != nil {
		return c, err
	}
	if at, err := url.Parse(c.Address); c.Address != "" && (err != nil || at.Scheme != "https" && at.Scheme != "http" || at.Host == "") {
		return c, fmt.Errorf("line %d: address: %q: want where the site is published, such as https://example.org/casebook/", c.lines["address"], c.Address)
	}
	_, err = c.roster("")
	return c, err
}

var (
	unknownKey = regexp.MustCompile(`field (\S+) not found in type \S+`)
	wrongKind  = regexp.MustCompile("cannot unmarshal [^\n]*? into \\S+")
)

// linesOf are the lines on which the values of keys begin, "sources.0" for the
// first of the sources.
func linesOf(src []byte) (map[string]int, error) {
	var at map[string]yaml.Node
	if err := yaml.Unmarshal(src, &at); err != nil {
		return nil, err
	}
	lines := map[string]int{}
	for key, value := range at {
		lines[key] = value.Line
		for i, entry := range value.Content {
			lines[fmt.Sprint(key, ".", i)] = entry.Line
		}
	}
	return lines, nil
}

// load reads the configuration for a folder; without one it is empty.
func (f ownerFlags) load(dir string) (config, error) {
	file := f.file(dir)
	if file == "" {
		return parseConfig(nil)
	}
	fail := func(file string, err error) error {
		return &failure{status: statusUsage, err: fmt.Errorf("%s: %w", file, err),
			hint: "casebook.yaml may say `people: {show: role, months: 12}`, name, address, contact, home and sources: docs/configuration.md"}
	}
	src, err := os.ReadFile(file)
	if err != nil {
		return config{}, fail("config", err)
	}
	c, err := parseConfig(src)
	if err != nil {
		return c, fail(file, err)
	}
	c.file = file
	return c, nil
}

// people reads the policy on individuals for a folder of case files, and the
// day on which it is asked.
func (f ownerFlags) people(contentDir string) (content.People, content.Date, error) {
	today, err := f.today()
	if err != nil {
		return content.People{}, today, err
	}
	c, err := f.load(contentDir)
	if err != nil {
		return content.People{}, today, err
	}
	return c.people(), today, nil
}

// people is the policy on individuals.
func (c config) people() content.People {
	return content.People{Show: string(c.People.Show), Months: int(c.People.Months)}
}

// file is the configuration that is meant for a folder, "" for none.
func (f ownerFlags) file(dir string) string {
	if f.Config != "" {
		return f.Config
	}
	for _, file := range []string{filepath.Join(filepath.Dir(dir), configName), configName} {
		if _, err := os.Stat(file); !errors.Is(err, fs.ErrNotExist) {
			return file
		}
	}
	return ""
}
