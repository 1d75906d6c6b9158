package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"casebook/crawler"
)

// homeFlag is what commands share that know sources by their addresses.
type homeFlag struct {
	Home string `placeholder:"URL" help:"Address of the regulator's site. By default what casebook.yaml says, or https://ico.org.uk."`
}

// known are all sources that an archive may hold, for a folder beside which a
// configuration may stand.
func (f homeFlag) known(owner ownerFlags, dir string) ([]crawler.Source, error) {
	c, err := owner.load(dir)
	if err != nil {
		return nil, err
	}
	r, err := c.roster(f.Home)
	if err != nil {
		return nil, wrongHome(err)
	}
	return r.all, nil
}

func wrongHome(err error) error {
	return &failure{status: statusUsage, err: err, hint: "give the site's own address with --home https://HOST"}
}

// readFlags are what commands share that read sources.
type readFlags struct {
	homeFlag
	Source  []string          `placeholder:"NAME" help:"Only this source: cma-cases, ico-actions, ico-decisions, ico-news, ico-recovery, or one that casebook.yaml names; repeat for several. Without any, those of casebook.yaml, or the three that tell of the ICO's enforcement."`
	Base    map[string]string `placeholder:"NAME=URL" help:"Read this source from another server that speaks its protocol, such as http://127.0.0.1:9100; repeat for several. The archive keeps the source's own addresses."`
	Contact string            `placeholder:"ADDRESS" help:"Address at which the site's owner can reach you; it goes into the User-Agent. Required, here or in casebook.yaml."`
}

// sources are those to read, and all that there are. Where pages come from
// files there is no server to name.
func (f readFlags) sources(c config, online bool) (read, all []crawler.Source, err error) {
	r, err := c.roster(f.Home)
	if err != nil {
		return nil, nil, wrongHome(err)
	}
	if read, err = chosen(r.all, r.usual, f.Source); err != nil || !online {
		return read, r.all, err
	}
	bases := map[string]string{}
	for _, source := range read {
		if base, ok := r.bases[source.Name]; ok {
			bases[source.Name] = base
		}
	}
	maps.Copy(bases, f.Base)
	read, err = pointed(read, bases)
	return read, r.all, err
}

// some reports whether sources are only some of those that are usually read.
func (f readFlags) some(c config, sources []crawler.Source) (bool, error) {
	r, err := c.roster(f.Home)
	if err != nil {
		return false, wrongHome(err)
	}
	return slices.ContainsFunc(r.usual, func(usual crawler.Source) bool {
		return !slices.ContainsFunc(sources, func(s crawler.Source) bool { return s.Name == usual.Name })
	}), nil
}

// contact is how the owner of a site can reach us.
func (f readFlags) contact(c config, command string) (string, error) {
	contact := cmp.Or(f.Contact, c.Contact)
	if contact == "" {
		return "", &failure{status: statusUsage, err: fmt.Errorf("%s: no contact given", command), hint: "--contact, or contact in casebook.yaml, says in the User-Agent where the site's owner can reach you"}
	}
	return contact, nil
}

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
