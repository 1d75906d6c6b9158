package main

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"time"

	"go.yaml.in/yaml/v3"

	"casebook/content"
	"casebook/crawler"
)

// icoHome is the regulator's site where nobody names another.
const icoHome = "https://ico.org.uk"

// A sourceConfig says which source is to be read and what it should give: one
// that casebook knows, or with a feed a newspaper.
type sourceConfig struct {
	Name      string     `yaml:"name"`
	Base      string     `yaml:"base"`
	Delay     *seconds   `yaml:"delay"`
	AtLeast   *documents `yaml:"at_least"`
	AtMost    *documents `yaml:"at_most"`
	Fill      fillConfig `yaml:"fill"`
	Feed      string     `yaml:"feed"`
	Home      string     `yaml:"home"`
	Publisher string     `yaml:"publisher"`
}

// fillConfig are the least shares of documents of which something is known.
type fillConfig struct {
	Words  *part `yaml:"words"`
	Date   *part `yaml:"date"`
	Item   *part `yaml:"item"`
	Party  *part `yaml:"party"`
	Amount *part `yaml:"amount"`
}

// seconds is the time between two requests.
type seconds float64

func (s *seconds) UnmarshalYAML(n *yaml.Node) error {
	return number(n, (*float64)(s), 0, 3600, "want a number of seconds from 0 to 3600")
}

// documents is how many a source lists.
type documents float64

func (d *documents) UnmarshalYAML(n *yaml.Node) error {
	err := number(n, (*float64)(d), 0, 1e7, "want a whole number of documents")
	if err == nil && float64(*d) != float64(int(*d)) {
		err = fmt.Errorf("line %d: %q: want a whole number of documents", n.Line, n.Value)
	}
	return err
}

// part is a share of documents.
type part float64

func (p *part) UnmarshalYAML(n *yaml.Node) error {
	return number(n, (*float64)(p), 0, 1, "want a share from 0 to 1")
}

func number(n *yaml.Node, to *float64, least, most float64, want string) error {
	v, err := strconv.ParseFloat(n.Value, 64)
	if err != nil || !(least <= v && v <= most) || n.Kind != yaml.ScalarNode {
		return fmt.Errorf("line %d: %q: %s", n.Line, n.Value, want)
	}
	*to = v
	return nil
}

// A roster is the sources that there are, and those of them that are read
// unless others are asked for by name.
type roster struct {
	all, usual []crawler.Source
	bases      map[string]string // name of a source to the server at which it is read instead
}

// roster makes the sources of a configuration. Home, where it is given, stands
// for the one that the file names.
func (c config) roster(home string) (roster, error) {
	from := ""
	if home == "" && c.Home != "" {
		from = fmt.Sprintf("line %d: home: ", c.lines["home"])
	}
	home = cmp.Or(home, c.Home, icoHome)
	r := roster{all: crawler.AllSources(home), usual: crawler.Sources(home), bases: map[string]string{}}
	if err := (crawler.Config{Sources: r.usual}).Check(); err != nil {
		return r, fmt.Errorf("%s%q: want an address such as %s, without a port", from, home, icoHome)
	}
	if len(c.Sources) > 0 {
		r.usual = nil
	}
	for i, entry := range c.Sources {
		source, err := entry.source(r.all)
		if err == nil && slices.ContainsFunc(r.usual, func(s crawler.Source) bool { return s.Name == source.Name }) {
			err = errors.New("is there twice")
		}
		if err != nil {
			return r, fmt.Errorf("line %d: sources: %q: %w", c.lines[fmt.Sprint("sources.", i)], entry.Name, err)
		}
		r.usual = append(r.usual, source)
		if at := slices.IndexFunc(r.all, func(s crawler.Source) bool { return s.Name == source.Name }); at >= 0 {
			r.all[at] = source
		} else {
			r.all = append(r.all, source)
		}
		if entry.Base != "" {
			r.bases[source.Name] = entry.Base
		}
	}
	return r, nil
}

// source makes the source of an entry, out of those that casebook knows or of
// its feed.
func (e sourceConfig) source(known []crawler.Source) (crawler.Source, error) {
	at := slices.IndexFunc(known, func(s crawler.Source) bool { return s.Name == e.Name })
	var s crawler.Source
	switch {
	case !content.IsSlug(e.Name):
		return s, errors.New("name: want a-z, 0-9 and hyphens")
	case at >= 0 && (e.Feed != "" || e.Home != "" || e.Publisher != ""):
		return s, errors.New("feed, home and publisher are for newspapers, and casebook has a source of this name")
	case at >= 0:
		s = known[at]
	case e.Feed == "":
		return s, errors.New("casebook has no source of this name; a newspaper wants a feed")
	default:
		var err error
		if s, err = e.press(); err != nil {
			return s, err
		}
	}
	if e.Base != "" {
		if _, err := s.At(e.Base); err != nil {
			return s, err
		}
	}
	return s, e.bound(&s)
}

// press makes the source of a newspaper.
func (e sourceConfig) press() (crawler.Source, error) {
	feed, err := url.Parse(e.Feed)
	if err != nil || feed.Scheme != "https" || feed.Host == "" || feed.Port() != "" {
		return crawler.Source{}, fmt.Errorf("feed %q: want an address such as https://paper.example/feed.xml", e.Feed)
	}
	home := cmp.Or(e.Home, "https://"+feed.Host)
	s := crawler.Press(cmp.Or(e.Publisher, e.Name), home, e.Feed)
	s.Name = e.Name
	if err := (crawler.Config{Sources: []crawler.Source{s}}).Check(); err != nil {
		return s, fmt.Errorf("home %q or feed %q: want addresses such as https://paper.example", home, e.Feed)
	}
	return s, nil
}

// bound sets what the source should give. Its delay can only be made longer.
func (e sourceConfig) bound(s *crawler.Source) error {
	if e.Delay != nil {
		delay := time.Duration(float64(*e.Delay) * float64(time.Second))
		if delay < s.Delay {
			return fmt.Errorf("delay: %s is shorter than the %s that the source is owed", delay, s.Delay)
		}
		s.Delay = delay
	}
	for to, from := range map[*int]*documents{&s.AtLeast: e.AtLeast, &s.AtMost: e.AtMost} {
		if from != nil {
			*to = int(*from)
		}
	}
	if s.AtMost > 0 && s.AtLeast > s.AtMost {
		return fmt.Errorf("at_least %d is more than at_most %d", s.AtLeast, s.AtMost)
	}
	for to, from := range map[*float64]*part{&s.Fill.Words: e.Fill.Words, &s.Fill.Date: e.Fill.Date, &s.Fill.Item: e.Fill.Item,
		&s.Fill.Party: e.Fill.Party, &s.Fill.Amount: e.Fill.Amount} {
		if from != nil {
			*to = float64(*from)
		}
	}
	return nil
}
