package main

import (
	"fmt"
	"io"
	"log/slog"
	"strings"
	"time"
)

// A console is where a command reads and prints: results on out, progress on
// progress, what must be seen even by the quiet on errors, events on log.
type console struct {
	stdin    io.Reader
	out      io.Writer
	progress io.Writer
	errors   io.Writer
	log      *slog.Logger
	record   record // of the run
}

// A step is one line of progress: its name, what came of it and how long it
// took.
type step struct {
	name  string
	start time.Time
	c     *console
}

func (c *console) step(name string) *step {
	return &step{name: name, start: time.Now(), c: c}
}

// done prints the step's line.
func (s *step) done(format string, args ...any) {
	took := time.Since(s.start).Seconds()
	fmt.Fprintf(s.c.progress, "%-9s %-96s %6.2f s\n", s.name, printable(fmt.Sprintf(format, args...)), took)
}

// note prints a line below the step that ran last.
func (c *console) note(format string, args ...any) {
	fmt.Fprintf(c.progress, "%-9s %s\n", "", printable(fmt.Sprintf(format, args...)))
}

// noteOf prints what a package noticed, if it did.
func (c *console) noteOf(notice string) {
	if notice != "" {
		c.note("%s", notice)
	}
}

// notes prints at most limit of lines and says how many more there are.
func (c *console) notes(lines []string, limit int) {
	for i, line := range lines {
		if i == limit {
			c.note("and %s", plural(len(lines)-limit, "more line"))
			return
		}
		c.note("%s", line)
	}
}

// lines writes each thing as a line.
func lines[T fmt.Stringer](things []T) []string {
	all := make([]string, len(things))
	for i, thing := range things {
		all[i] = thing.String()
	}
	return all
}

// plural writes "1 page", "2 pages", "2 searches", "3 entries".
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	switch {
	case strings.HasSuffix(noun, "ch"), strings.HasSuffix(noun, "s"):
		noun += "es"
	case strings.HasSuffix(noun, "y"):
		noun = strings.TrimSuffix(noun, "y") + "ies"
	default:
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
