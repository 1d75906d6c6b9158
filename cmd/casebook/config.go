package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
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

// config is casebook.yaml.
type config struct {
	People peopleConfig `yaml:"people"`
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
// that nobody is named by mistake.
func parseConfig(src []byte) (config, error) {
	c := config{peopleConfig{Show: "role", Months: 12}}
	d := yaml.NewDecoder(bytes.NewReader(src))
	d.KnownFields(true)
	err := d.Decode(&c)
	if err == nil && d.Decode(new(yaml.Node)) != io.EOF {
		err = errors.New("more than one document")
	}
	if err != nil && err != io.EOF {
		text := strings.TrimPrefix(strings.TrimPrefix(err.Error(), "yaml: "), "unmarshal errors:")
		text = unknownKey.ReplaceAllString(text, `unknown key "$1"`)
		return c, errors.New(strings.Join(strings.Fields(text), " "))
	}
	return c, nil
}

var unknownKey = regexp.MustCompile(`field (\S+) not found in type \S+`)

// people reads the policy on individuals for a folder of case files, and the
// day on which it is asked.
func (f ownerFlags) people(contentDir string) (content.People, content.Date, error) {
	fail := func(file string, err error) (content.People, content.Date, error) {
		return content.People{}, content.Date{}, &failure{status: statusUsage, err: fmt.Errorf("%s: %w", file, err), hint: "casebook.yaml may say `people: {show: role, months: 12}`"}
	}
	today, err := f.today()
	if err != nil {
		return content.People{}, today, err
	}
	file := f.file(contentDir)
	if file == "" {
		return content.People{}, today, nil
	}
	src, err := os.ReadFile(file)
	if err != nil {
		return fail("config", err)
	}
	c, err := parseConfig(src)
	if err != nil {
		return fail(file, err)
	}
	return content.People{Show: string(c.People.Show), Months: int(c.People.Months)}, today, nil
}

// file is the configuration that is meant, "" for none.
func (f ownerFlags) file(contentDir string) string {
	if f.Config != "" {
		return f.Config
	}
	for _, file := range []string{filepath.Join(filepath.Dir(contentDir), configName), configName} {
		if _, err := os.Stat(file); !errors.Is(err, fs.ErrNotExist) {
			return file
		}
	}
	return ""
}
