package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"casebook/crawler"
)

// TestChosen holds which sources are read: the usual ones unless others are
// asked for by name.
func TestChosen(t *testing.T) {
	const home = "https://ico.example"
	for _, test := range []struct {
		name  string
		names []string
		want  []string
		err   bool
	}{
		{"none", nil, []string{"ico-actions", "ico-news", "ico-recovery"}, false},
		{"one that is off by default", []string{"ico-decisions"}, []string{"ico-decisions"}, false},
		{"another regulator's beside the usual", []string{"ico-actions", "cma-cases"}, []string{"cma-cases", "ico-actions"}, false},
		{"unknown", []string{"ico-fines"}, nil, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			sources, err := chosen(crawler.AllSources(home), crawler.Sources(home), test.names)
			var got []string
			for _, s := range sources {
				got = append(got, s.Name)
			}
			if !slices.Equal(got, test.want) || (err != nil) != test.err {
				t.Errorf("got %v, %v; want %v", got, err, test.want)
			}
		})
	}
}

// TestTooBare holds extract to the bounds of its sources: below one nothing is
// written, and the error says what to look at.
func TestTooBare(t *testing.T) {
	sources := demoSources()
	sources[2].Fill = crawler.FillBounds{Date: 1} // the newspaper does not date every article
	var printed bytes.Buffer
	out := &console{stdin: strings.NewReader(""), out: &printed, progress: &printed, errors: &printed, log: newLog(&printed, false)}
	dir := filepath.Join(t.TempDir(), "content")
	_, err := extractArchive(out, filepath.Join(demo(t), "archive"), dir, sources, ownerFlags{Config: os.DevNull})
	var failed *failure
	if !errors.As(err, &failed) || failed.status != statusQuality || !strings.Contains(err.Error(), "pages with a date, want at least 100 %") {
		t.Errorf("got %v, want a failure of a quality check", err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%s was written", dir)
	}
}
