// Package robots reads robots.txt as RFC 9309 has it.
//
// A [File] is what a host says, [Rules] are what of it concerns one crawler:
// which addresses it may ask for, and how long it shall wait in between. The
// file is whatever bytes a server sends: a line that makes no sense is passed
// over, and none of them is an error.
//
// On one point the RFC is read as the crawlers of search engines read it: an
// escape of a plain letter in a rule, "/%62", is not taken for the letter.
//
// The package knows no network: what a missing or broken file means is for
// the caller to say.
package robots

import (
	"bytes"
	"slices"
	"strings"
	"time"
)

// limit is how much of a file is read, as the RFC asks for at least.
const limit = 500 << 10

// A File is a robots.txt as groups in their order.
type File struct {
	groups []group
}

// A group is rules and the crawlers they are for.
type group struct {
	agents []string // product tokens in lower case; "*" is everybody
	rules  []rule
	delay  time.Duration
}

// Parse reads a robots.txt. Of a large one the first 500 KiB count, up to the
// last whole line: half a rule may forbid more than the rule.
func Parse(b []byte) *File {
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	if len(b) > limit {
		b = b[:limit]
		b = b[:bytes.LastIndexAny(b, "\r\n")+1]
	}
	f := &File{}
	naming := false // the line before named a crawler, so that another name joins it
	for line := range strings.FieldsFuncSeq(string(b), func(r rune) bool { return r == '\n' || r == '\r' }) {
		key, value := split(line)
		switch key {
		case "user-agent":
			if !naming {
				f.groups = append(f.groups, group{})
			}
			naming = true
			last := &f.groups[len(f.groups)-1]
			last.agents = append(last.agents, product(value))
		case "allow", "disallow", "crawl-delay":
			if len(f.groups) == 0 {
				continue // a rule before any group is for nobody
			}
			naming = naming && key == "crawl-delay" // which is no rule of the RFC and ends no list of names
			f.groups[len(f.groups)-1].add(key, value)
		}
	}
	return f
}

// add takes in one line of a group.
func (g *group) add(key, value string) {
	switch {
	case key == "crawl-delay":
		if delay, ok := seconds(value); ok {
			g.delay = max(g.delay, delay)
		}
	case value != "": // an empty rule matches nothing
		g.rules = append(g.rules, newRule(key, value))
	}
}

// split takes a line apart. Some write white space where the colon should be.
func split(line string) (key, value string) {
	line, _, _ = strings.Cut(line, "#")
	key, value, ok := strings.Cut(line, ":")
	if !ok {
		words := strings.Fields(line)
		if len(words) != 2 {
			return "", ""
		}
		key, value = words[0], words[1]
	}
	return strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
}

// product is the product token that a name begins with, in lower case.
func product(name string) string {
	if name == "*" || strings.HasPrefix(name, "* ") {
		return "*"
	}
	end := strings.IndexFunc(name, func(r rune) bool {
		return r != '_' && r != '-' && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	})
	if end >= 0 {
		name = name[:end]
	}
	return strings.ToLower(name)
}

// Rules are what a file says to one crawler.
type Rules struct {
	rules []rule
	delay time.Duration
}

// For returns the rules for the crawler with a product token: those of all
// groups that name it, else those for everybody.
func (f *File) For(token string) Rules {
	token = product(token)
	for _, name := range []string{token, "*"} {
		var found Rules
		named := false
		for _, g := range f.groups {
			if name != "" && slices.Contains(g.agents, name) {
				named = true
				found.rules = append(found.rules, g.rules...)
				found.delay = max(found.delay, g.delay)
			}
		}
		if named {
			return found
		}
	}
	return Rules{}
}

// Delay is the time that the file asks for between two requests, 0 for none.
func (r Rules) Delay() time.Duration { return r.delay }

// Allow reports whether a path with its query, as it is requested, may be
// asked for.
func (r Rules) Allow(target string) bool { return r.decisive(target).allow }

// Line is the line that decides on a target, "" where none does.
func (r Rules) Line(target string) string { return r.decisive(target).line }

// decisive is the rule that decides on a target: the longest that matches it;
// of two as long, the one that allows.
func (r Rules) decisive(target string) rule {
	found := rule{allow: true}
	for _, candidate := range r.rules {
		longer := candidate.length - found.length
		if (longer > 0 || longer == 0 && candidate.allow) && candidate.matches(target) {
			found = candidate
		}
	}
	return found
}
