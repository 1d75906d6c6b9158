package main

import (
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"casebook/crawler"
)

// F84: a configuration that cannot be meant ends every command that reads
// sources with its file and line, and nothing is asked for.
func TestConfigIsStrict(t *testing.T) {
	var requests atomic.Int64
	server := stranger(t, func(*http.Request) { requests.Add(1) })
	for _, test := range []struct{ name, config, want string }{
		{"unknown key", "contact: a@b.example\nsauces: []\n", `line 2: unknown key "sauces"`},
		{"unknown key of a source", "sources:\n  - name: ico-actions\n    bass: x\n", `line 3: unknown key "bass"`},
		{"unknown share", "sources:\n  - {name: ico-actions, fill: {dates: 1}}\n", `line 2: unknown key "dates"`},
		{"unknown source", "sources:\n  - {name: ico-fines}\n", `line 2: sources: "ico-fines": casebook has no source of this name`},
		{"no name", "sources:\n  - {name: ico-news}\n  - {at_least: 5}\n", `line 3: sources: "": name: want`},
		{"name that is no file's", "sources:\n  - {name: ../up, feed: 'https://p.example/f'}\n", `line 2: sources: "../up": name: want`},
		{"twice", "sources:\n  - {name: ico-news}\n  - {name: ico-news}\n", `line 3: sources: "ico-news": is there twice`},
		{"impossible host", "sources:\n  - {name: ico-actions, base: 'http://256.256.256.256:99'}\n", `line 2: sources: "ico-actions": source "ico-actions": base`},
		{"base with a path", "sources:\n  - {name: ico-actions, base: 'http://127.0.0.1:99/x'}\n", `line 2: .*without a path`},
		{"feed over plain HTTP", "sources:\n  - {name: paper, feed: 'http://paper.example/feed'}\n", `line 2: sources: "paper": feed`},
		{"feed of no host", "sources:\n  - {name: paper, feed: 'https:///feed'}\n", `line 2: sources: "paper": feed`},
		{"home of a paper", "sources:\n  - {name: paper, feed: 'https://paper.example/feed', home: paper}\n", `line 2: sources: "paper": home "paper"`},
		{"feed of a source that has none", "sources:\n  - {name: ico-news, feed: 'https://paper.example/feed'}\n", `line 2: sources: "ico-news": feed, home and publisher`},
		{"home", "name: x\nhome: http://ico.example\n", `line 2: home: "http://ico.example": want an address`},
		{"address", "address: example.org\n", `line 1: address: "example.org": want`},
		{"negative delay", "sources:\n  - name: ico-actions\n    delay: -1\n", `line 3: "-1": want a number of seconds`},
		{"delay shorter than owed", "sources:\n  - {name: ico-actions, delay: 1}\n", `line 2: sources: "ico-actions": delay: 1s is shorter than the 6s`},
		{"number that is none", "sources:\n  - {name: ico-actions, at_least: many}\n", `line 2: "many": want a whole number`},
		{"part of a document", "sources:\n  - {name: ico-actions, at_least: 1.5}\n", `line 2: "1.5": want a whole number`},
		{"share in percent", "sources:\n  - {name: ico-actions, fill: {date: 90}}\n", `line 2: "90": want a share from 0 to 1`},
		{"bounds the wrong way round", "sources:\n  - {name: ico-actions, at_least: 9, at_most: 8}\n", `line 2: .*at_least 9 is more than at_most 8`},
		{"another kind of value", "sources: {name: ico-actions}\n", `line 1: a value of another kind is wanted here`},
		{"two documents", "name: a\n---\nname: b\n", `more than one document`},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			file := filepath.Join(dir, "casebook.yaml")
			if err := os.WriteFile(file, []byte(test.config), 0o644); err != nil {
				t.Fatal(err)
			}
			for _, args := range [][]string{
				crawlArgs(server.URL, dir), {"extract", "--content", dir + "/content"}, {"check", "--content", dir, "--archive", dir, "--config", file},
				{"build", "--content", dir + "/content"},
			} {
				status, said := casebook(t, args...)
				if !regexp.MustCompile(`error: \S*casebook\.yaml: .*`+test.want).MatchString(said) || status != statusUsage {
					t.Errorf("%s: got status %d: %s\nwant 1 and %s", args[0], status, said, test.want)
				}
			}
		})
	}
	if n := requests.Load(); n != 0 {
		t.Errorf("got %d requests, want none", n)
	}
}

// A newspaper that the file names is crawled and extracted like any source, and
// what the file says of a source is so unless a flag says otherwise.
func TestConfigNamesSources(t *testing.T) {
	c, err := parseConfig([]byte(`home: https://ico.example
sources:
  - {name: ico-actions, base: "http://127.0.0.1:9100", delay: 10, at_least: 3, at_most: 9, fill: {words: 0, party: .5}}
  - {name: harbour-times, feed: "https://feeds.harbour.example/rss", home: "https://harbour.example", publisher: The Harbour Times}
`))
	if err != nil {
		t.Fatal(err)
	}
	sources, all, err := readFlags{}.sources(c, true)
	if err != nil || len(sources) != 2 || len(all) != len(crawler.AllSources(icoHome))+1 {
		t.Fatalf("got %d sources of %d and %v", len(sources), len(all), err)
	}
	actions, paper := sources[0], sources[1]
	if actions.Hosts[0] != "ico.example" || actions.Delay != 10*time.Second || actions.AtLeast != 3 || actions.AtMost != 9 ||
		actions.Fill.Words != 0 || actions.Fill.Party != .5 || actions.Fill.Date != crawler.ICOActions(icoHome).Fill.Date {
		t.Errorf("got %+v", actions)
	}
	if paper.Name != "harbour-times" || paper.Publisher != "The Harbour Times" || paper.Role("https://harbour.example/news/1") != crawler.Document ||
		paper.Role("https://feeds.harbour.example/rss") != crawler.Listing {
		t.Errorf("got %+v", paper)
	}
	flags := readFlags{homeFlag: homeFlag{"https://other.example"}, Source: []string{"ico-actions", "ico-news"}, Base: map[string]string{"ico-actions": "http://127.0.0.1:1"}}
	sources, _, err = flags.sources(c, true)
	if err != nil || len(sources) != 2 || sources[0].Hosts[0] != "other.example" {
		t.Errorf("with flags: got %v and %v", sources, err)
	}
}

// TestConfigurationIsDescribed finds every key of the file in its description.
func TestConfigurationIsDescribed(t *testing.T) {
	text, err := os.ReadFile("../../docs/configuration.md")
	if err != nil {
		t.Fatal(err)
	}
	var keys func(reflect.Type)
	keys = func(of reflect.Type) {
		for of.Kind() == reflect.Slice || of.Kind() == reflect.Pointer {
			of = of.Elem()
		}
		for i := range of.NumField() {
			f := of.Field(i)
			key := f.Tag.Get("yaml")
			if key != "" && !strings.Contains(string(text), "`"+key+"`") && !strings.Contains(string(text), "\n    "+key+":") {
				t.Errorf("docs/configuration.md says nothing of %q", key)
			}
			if inner := f.Type; key != "" && (inner.Kind() == reflect.Struct || inner.Kind() == reflect.Slice) {
				keys(inner)
			}
		}
	}
	keys(reflect.TypeFor[config]())
}
