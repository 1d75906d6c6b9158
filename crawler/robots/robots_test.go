package robots_test

import (
	"strings"
	"testing"
	"time"

	"casebook/crawler/robots"
)

func TestAllow(t *testing.T) {
	tests := []struct {
		name, file      string
		allowed, closed string // targets
	}{
		{"nothing said", "", "/ /a", ""},
		{"everything closed", "User-agent: *\nDisallow: /", "", "/ /a /a?b"},
		{"an empty rule closes nothing", "User-agent: *\nDisallow:", "/a", ""},
		{"a path and what is below", "User-agent: *\nDisallow: /media", "/med /Media", "/media /media2 /media/x?y=1"},
		{"the longest rule decides, in any order", "User-agent: *\nDisallow: /a/\nAllow: /a/b\nDisallow: /a/b/c", "/a/b /a/bx", "/a/ /a/c /a/b/c"},
		{"of two as long the one that allows", "User-agent: *\nAllow: /p\nDisallow: /p", "/p", ""},
		{"and the other way round", "User-agent: *\nDisallow: /p\nAllow: /p", "/p", ""},
		{"our group alone, when there is one", "User-agent: *\nDisallow: /\nUser-agent: casebook\nDisallow: /x", "/ /a", "/x"},
		{"our name in any case, with a version", "User-agent: CaseBook/1.0\nDisallow: /x", "/", "/x"},
		{"a name that only begins like ours", "User-agent: casebooks\nDisallow: /", "/", ""},
		{"two groups of ours are one", "User-agent: casebook\nDisallow: /a\n\nUser-agent: other\nDisallow: /\n\nUser-agent: casebook\nDisallow: /b", "/c", "/a /b"},
		{"names that share a group", "User-agent: other\nUser-agent: casebook\nDisallow: /a", "/b", "/a"},
		{"rules before any group are for nobody", "Disallow: /\nAllow: /x\nUser-agent: *\nDisallow: /y", "/ /x", "/y"},
		{"an unknown line ends no group", "User-agent: other\nSitemap: https://site.example/s.xml\nUser-agent: *\nDisallow: /a", "/b", "/a"},
		{"asterisks", "User-agent: *\nDisallow: /*.pdf\nDisallow: /x*y*z", "/a.pd /xzy /xyyx", "/a.pdf /b/c.pdf?d /xyz /x1y2z3"},
		{"a dollar ends the address", "User-agent: *\nDisallow: /*.pdf$\nDisallow: /only$", "/a.pdf?d /only/ /a.pdf/", "/a.pdf /b.pdf.pdf /only"},
		{"a dollar elsewhere is a dollar", "User-agent: *\nDisallow: /a$b", "/a", "/a$b"},
		{"an asterisk and a dollar do not overlap", "User-agent: *\nDisallow: /ab*b$", "/ab", "/abb /ab/b"},
		{"comments", "# Disallow: /\nUser-agent: * # all\nDisallow: /a # but a", "/b", "/a"},
		{"white space for a colon", "User-agent casebook\nDisallow /a", "/b", "/a"},
		{"line ends of all kinds", "User-agent: *\r\nDisallow: /a\rDisallow: /b\n", "/c", "/a /b"},
		{"a byte order mark", "\ufeffUser-agent: *\nDisallow: /a", "/b", "/a"},
		{"words beyond ASCII", "User-agent: *\nDisallow: /café", "/cafe", "/caf%C3%A9"},
		{"escapes in small letters", "User-agent: *\nDisallow: /caf%c3%a9", "/cafe", "/caf%C3%A9"},
		{"a query", "User-agent: *\nDisallow: /*?sort=", "/a /a?page=2", "/a?sort=new"},
		{"a page that is no robots.txt", "<!DOCTYPE html>\n<title>Disallow: /</title>\n<p>User-agent: *", "/ /a", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			rules := robots.Parse([]byte(test.file)).For("casebook")
			for target := range strings.FieldsSeq(test.allowed) {
				if !rules.Allow(target) {
					t.Errorf("%s: got closed, want allowed", target)
				}
			}
			for target := range strings.FieldsSeq(test.closed) {
				if rules.Allow(target) {
					t.Errorf("%s: got allowed, want closed", target)
				}
			}
		})
	}
}

func TestLine(t *testing.T) {
	rules := robots.Parse([]byte("User-agent: *\nDISALLOW: /caf\u00e9 # for now\nAllow: /a")).For("casebook")
	for target, want := range map[string]string{"/caf%C3%A9/menu": "disallow: /caf\u00e9", "/a": "allow: /a", "/b": ""} {
		if got := rules.Line(target); got != want {
			t.Errorf("%s: got %q, want %q", target, got, want)
		}
	}
}

func TestDelay(t *testing.T) {
	tests := []struct {
		name, file string
		want       time.Duration
	}{
		{"none", "User-agent: *\nDisallow: /a", 0},
		{"seconds", "User-agent: *\nCrawl-delay: 6", 6 * time.Second},
		{"a part of one", "User-agent: *\nCrawl-delay: 0.5", 500 * time.Millisecond},
		{"that of others", "User-agent: other\nDisallow: /\nCrawl-delay: 60\n\nUser-agent: *\nDisallow:", 0},
		{"before the rules", "User-agent: *\nCrawl-delay: 6\nDisallow: /a", 6 * time.Second},
		{"ours before everybody's", "User-agent: *\nDisallow:\nCrawl-delay: 6\nUser-agent: casebook\nCrawl-delay: 2", 2 * time.Second},
		{"no number", "User-agent: *\nCrawl-delay: soon", 0},
		{"not a number", "User-agent: *\nCrawl-delay: NaN", 0},
		{"less than none", "User-agent: *\nCrawl-delay: -1", 0},
		{"for ever", "User-agent: *\nCrawl-delay: 1e300", 1e6 * time.Second},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := robots.Parse([]byte(test.file)).For("casebook").Delay(); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

// Of a huge file the first 500 KiB count, without the rule that the limit
// cuts in two.
func TestHugeFile(t *testing.T) {
	const limit = 500 << 10
	head := "User-agent: *\nDisallow: /early\n"
	file := head + strings.Repeat("#", limit-len(head)-len("\nDisallow: /")) + "\nDisallow: /late\nDisallow: /later\n"
	rules := robots.Parse([]byte(file)).For("casebook")
	if rules.Allow("/early") || !rules.Allow("/late") || !rules.Allow("/later") || !rules.Allow("/other") {
		t.Errorf("got early %t, late %t, later %t, other %t; want the first closed and the rest allowed",
			rules.Allow("/early"), rules.Allow("/late"), rules.Allow("/later"), rules.Allow("/other"))
	}
}

// Whatever bytes there are, reading ends, and an answer too.
func FuzzParse(f *testing.F) {
	f.Add([]byte("User-agent: *\nDisallow: /*a*b$\nAllow: /%zz\n"), "/ab")
	f.Add([]byte("Disallow\x00: /\r\r\n:\n"), "")
	f.Fuzz(func(t *testing.T, file []byte, target string) {
		rules := robots.Parse(file).For("casebook")
		rules.Allow(target)
		if rules.Delay() < 0 {
			t.Errorf("got a delay of %s", rules.Delay())
		}
	})
}
