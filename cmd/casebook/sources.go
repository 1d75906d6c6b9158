package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"casebook/crawler"
)

// chosen returns the sources with the given names, the usual ones for none.
func chosen(all, usual []crawler.Source, names []string) ([]crawler.Source, error) {
	if len(names) == 0 {
		return usual, nil
	}
	var some []crawler.Source
	var known []string
	wanted := map[string]bool{}
	for _, name := range names {
		wanted[name] = true
	}
	for _, source := range all {
		known = append(known, source.Name)
		if wanted[source.Name] {
			some = append(some, source)
			delete(wanted, source.Name)
		}
	}
	for _, name := range names {
		if wanted[name] {
			return nil, &failure{status: statusUsage, err: fmt.Errorf("crawl: no source named %q", name), hint: "sources: " + strings.Join(known, ", ")}
		}
	}
	return some, nil
}

// pointed returns the sources with the servers that were named for them. A
// source on the same host goes with the one that was named.
func pointed(sources []crawler.Source, bases map[string]string) ([]crawler.Source, error) {
	byHost := map[string]string{}
	for _, source := range sources {
		if base, ok := bases[source.Name]; ok {
			byHost[source.Hosts[0]] = base
		}
	}
	for _, name := range slices.Sorted(maps.Keys(bases)) {
		if !slices.ContainsFunc(sources, func(s crawler.Source) bool { return s.Name == name }) {
			return nil, &failure{status: statusUsage, err: fmt.Errorf("crawl: --base %s: no such source is to be read", name), hint: "--base NAME=URL wants the name of a source, such as ico-actions"}
		}
	}
	at := slices.Clone(sources)
	for i, source := range sources {
		base, ok := bases[source.Name]
		if !ok {
			base, ok = byHost[source.Hosts[0]]
		}
		if !ok {
			continue
		}
		var err error
		if at[i], err = source.At(base); err != nil {
			return nil, &failure{status: statusUsage, err: fmt.Errorf("crawl: %w", err), hint: "--base NAME=URL, such as --base ico-actions=http://127.0.0.1:9100"}
		}
	}
	return at, nil
}
