package crawler

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// VerifyState reads what is remembered of every source in dir, and returns what
// is wrong with it and the files of runs that were cut off: the journals that
// the next run goes on with, and what was held back, which those say as well. A
// folder that is not there remembers nothing.
func VerifyState(dir string) (problems []Problem, unfinished []string, err error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrState, err)
	}
	for _, e := range entries {
		name := e.Name()
		switch {
		case strings.HasSuffix(name, ".jsonl"+journalMark), strings.HasSuffix(name, ".jsonl"+heldMark):
			unfinished = append(unfinished, name)
		case filepath.Ext(name) == ".jsonl":
			b, err := readWhole(filepath.Join(dir, name))
			if err != nil {
				return nil, nil, err
			}
			problems = append(problems, verifyKnown(name, b)...)
		}
	}
	return problems, unfinished, nil
}

// verifyKnown reads the lines of one state file strictly.
func verifyKnown(name string, b []byte) []Problem {
	var problems []Problem
	fail := func(line int, format string, args ...any) {
		problems = append(problems, Problem{Source: name, URL: fmt.Sprintf("line %d", line), Err: fmt.Errorf(format, args...)})
	}
	last, n := "", 0
	for line := range bytes.Lines(b) {
		n++
		var k Known
		d := json.NewDecoder(bytes.NewReader(line))
		d.DisallowUnknownFields()
		switch err := d.Decode(&k); {
		case err != nil:
			fail(n, "%w", err)
		case !bytes.HasSuffix(line, []byte("\n")):
			fail(n, "is cut off")
		case k.URL == "":
			fail(n, "names no address")
		case k.URL <= last:
			fail(n, "%s: stands after %s: the lines are sorted and each address has one", k.URL, last)
		case k.Gone == "" && len(k.SHA256) != 64 || strings.Trim(k.SHA256, "0123456789abcdef") != "":
			fail(n, "%s: %q: want the SHA-256 of what was read", k.URL, k.SHA256)
		}
		last = max(last, k.URL)
	}
	return problems
}
