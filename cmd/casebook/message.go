package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// commitMessage says what a run changed, first in one line, then a line for
// each change.
func commitMessage(r record) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", headline(r))
	for i, change := range r.Changes {
		if i == 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "%s\n", clip(strings.ReplaceAll(change, "→", "->"), 160))
	}
	return b.String()
}

// headline says in one line what a run changed, and of which sources it heard.
func headline(r record) string {
	var what []string
	if r.Added > 0 {
		what = append(what, "add "+plural(r.Added, "case"))
	}
	if r.Changed > 0 {
		what = append(what, "change "+plural(r.Changed, "case"))
	}
	about := "content: "
	switch {
	case r.Status == statusQuality:
		return "runs: stopped by a check, nothing published"
	case len(what) > 0:
	case r.Written > 0:
		what = append(what, "rewrite "+plural(r.Written, "file"))
	case len(heardOf(r)) > 0:
		about, what = "state: ", append(what, "what is known of the sources")
	default:
		about, what = "runs: ", append(what, "nothing new")
	}
	line := about + strings.Join(what, ", ")
	if sources := heardOf(r); len(sources) > 0 {
		line += " (" + strings.Join(sources, ", ") + ")"
	}
	return line
}

// heardOf are the sources that had news.
func heardOf(r record) []string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(r.Sources)) {
		if r.Sources[name].News {
			names = append(names, name)
		}
	}
	return names
}

// clip cuts a line of others to n characters, without what ends a line.
func clip(line string, n int) string {
	line = strings.Join(strings.Fields(printable(line)), " ")
	if runes := []rune(line); len(runes) > n {
		return string(runes[:n-1]) + "…"
	}
	return line
}

// summary is a run for people, as markdown. What others wrote stands as code,
// so that none of it becomes markup.
func summary(r record) string {
	var b strings.Builder
	fmt.Fprintf(&b, "## casebook %s, %s: %s\n\n", r.Command, r.Day, strings.SplitN(headline(r), ": ", 2)[1])
	if r.Status != 0 {
		fmt.Fprintf(&b, "**Status %d.** %s\n\n", r.Status, code(r.Error))
	}
	fmt.Fprintf(&b, "%s; %s read for facts, %s written.\n", plural(r.Cases, "case"), plural(r.Documents, "document"), plural(r.Written, "file"))
	if len(r.Sources) > 0 {
		b.WriteString("\n| source | listed | read | unchanged | not asked for | failed |\n| --- | ---: | ---: | ---: | ---: | ---: |\n")
	}
	for _, name := range slices.Sorted(maps.Keys(r.Sources)) {
		s := r.Sources[name]
		fmt.Fprintf(&b, "| %s | %d | %d | %d | %d | %d |\n", name, s.Listed, s.Fetched, s.Unchanged, s.Known, len(s.Failed))
	}
	section(&b, "Alarms", r.Alarms)
	section(&b, "Changes", r.Changes)
	for _, name := range slices.Sorted(maps.Keys(r.Sources)) {
		s := r.Sources[name]
		section(&b, name+": not read", s.Failed)
		section(&b, name+": gone", slices.Concat(s.Gone, s.Unlisted))
		section(&b, name+": its lists disagree", s.Differences)
		section(&b, name+": not known", s.Unknown)
	}
	section(&b, "Sources disagree", r.Contradictions)
	section(&b, "Problems", r.Problems)
	section(&b, "Left out for low confidence", r.LeftOut)
	return b.String()
}

func section(b *strings.Builder, title string, lines []string) {
	if len(lines) == 0 {
		return
	}
	fmt.Fprintf(b, "\n### %s\n\n", title)
	for _, line := range lines {
		fmt.Fprintf(b, "- %s\n", code(line))
	}
}

// code is a line of others as code.
func code(line string) string { return "`" + strings.ReplaceAll(clip(line, 300), "`", "'") + "`" }
