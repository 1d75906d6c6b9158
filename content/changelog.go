package content

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"casebook/content/durable"
)

// changesFile is the log of changes within a content folder.
const changesFile = "changes.jsonl"

// LogDay returns the day under which changes of the book are logged where
// nobody names another: the newest day on which one of its documents was
// published, or seen withdrawn.
func (b *Book) LogDay() Date {
	var newest Date
	for _, c := range b.Cases {
		for _, d := range c.Documents {
			for _, day := range []Date{d.Published, d.Withdrawn} {
				if day.Compare(newest) > 0 {
					newest = day
				}
			}
		}
	}
	return newest
}

// LogChanges appends changes of one day to the log under dir, one JSON object
// a line. What the log held stays as it was; without changes nothing is
// written.
//
// It is to be called before the cases are written: a run that is cut off between
// the two leaves cases as they were, and the next one finds the same changes
// again and knows them for logged. The other way round they would be lost.
func LogChanges(dir string, day Date, changes []Change) error {
	if len(changes) == 0 {
		return nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("content: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("content: %w", err)
	}
	defer root.Close()
	log, err := root.ReadFile(changesFile)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("content: %w", err)
	}
	if len(log) > 0 && log[len(log)-1] != '\n' {
		log = append(log, '\n')
	}
	told := newestOf(log)
	fresh := slices.DeleteFunc(slices.Clone(changes), func(c Change) bool {
		t, ok := told[c.subject()]
		return ok && t.From == c.From && t.To == c.To
	})
	if len(fresh) == 0 {
		return nil
	}
	for _, c := range fresh {
		c.Day = day
		if log, err = appendChange(log, c); err != nil {
			return err
		}
	}
	if _, err := durable.Write(root, durable.File{Name: changesFile, Data: log}); err != nil {
		return fmt.Errorf("content: %w", err)
	}
	return nil
}

// subject is what a change is about: a field of a case, or one member of a list.
func (c Change) subject() [3]string {
	if c.Field == "events" || c.Field == "documents" {
		return [3]string{c.Case, c.Field, c.From + c.To} // one of them is empty
	}
	return [3]string{c.Case, c.Field}
}

// newestOf is the newest change in a log of each thing that it tells of. What
// cannot be read is for [LoadChanges] to report.
func newestOf(log []byte) map[[3]string]Change {
	newest := map[[3]string]Change{}
	for text := range bytes.Lines(log) {
		if c, err := parseChange(text); err == nil {
			newest[c.subject()] = c
		}
	}
	return newest
}

func appendChange(log []byte, c Change) ([]byte, error) {
	var line bytes.Buffer
	e := json.NewEncoder(&line)
	e.SetEscapeHTML(false)
	if err := e.Encode(c); err != nil {
		return nil, fmt.Errorf("content: change of %q: %w", c.Case, err)
	}
	return append(log, line.Bytes()...), nil
}

// LoadChanges reads the log of changes of a content folder, in its order. A
// folder without one has none. Every line that is no change is reported.
func LoadChanges(fsys fs.FS) ([]Change, error) {
	src, err := fs.ReadFile(fsys, changesFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("content: %w", err)
	}
	var out []Change
	var problems []error
	for i, text := range slices.Collect(bytes.Lines(src)) {
		if len(bytes.TrimSpace(text)) == 0 {
			continue
		}
		c, err := parseChange(text)
		if err != nil {
			problems = append(problems, &SyntaxError{File: changesFile, Line: i + 1, Reason: err.Error()})
			continue
		}
		out = append(out, c)
	}
	return out, errors.Join(problems...)
}

// parseChange reads one line, strictly.
func parseChange(text []byte) (Change, error) {
	var c Change
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&c); err != nil {
		return c, err
	}
	if _, err := d.Token(); err != io.EOF {
		return c, errors.New("want one JSON object a line")
	}
	if !IsSlug(c.Case) || c.Field == "" {
		return c, errors.New("want a case and a field")
	}
	return c, nil
}
