package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"casebook/content/accuracy"
	"casebook/content/durable"
	"casebook/content/facts"
)

type evalCmd struct {
	Dir    string   `arg:"" type:"path" help:"Folder that holds labels.jsonl and the documents that it names."`
	JSON   bool     `name:"json" help:"Print one JSON object, with --errors its misses too."`
	Errors string   `placeholder:"FIELD" help:"Print each miss of this field as well: file, want, got. evidence lists quotes that are not verbatim."`
	Min    []string `placeholder:"FIELD=F1" sep:"none" help:"Least F1 of a field or of core (the mean of the main four), or least share of verbatim quotes (evidence); below it the exit status is 4. Repeat for several."`
	Write  string   `type:"path" placeholder:"FILE" help:"Write the JSON object to this file, for the About page, unless a minimum or a document fails."`
}

func (c *evalCmd) Help() string {
	return `Extracts every labelled document and compares it with its label, field by field: precision, recall, F1, and how many
values are right (tp), surplus (fp) and missing (fn). DIR/labels.jsonl has one JSON object a line in the form of
casebook extract --json; file is relative to DIR. Besides, aliases lists other names of the organisation, per_organisation
the parties where there are several, skip the fields not to score, and accept by field the values to tolerate.

Fields: ` + strings.Join(accuracy.Fields(), ", ") + `.

Examples:
  casebook eval labelled
  casebook eval labelled --errors amount
  casebook eval labelled --min core=0.8 --min evidence=1.0 --json`
}

func (c *evalCmd) Run(ctx context.Context, out *console) error {
	minima, err := parseMinima(c.Min)
	if err != nil {
		return err
	}
	if c.Errors != "" && !slices.Contains(evalFields(), c.Errors) {
		return wrongField("--errors %q: no such field", c.Errors)
	}
	labels, err := readLabels(c.Dir)
	if err != nil {
		return err
	}
	s := out.step("eval")
	scorer := scoreDocuments(ctx, out, c.Dir, labels)
	result := scorer.Result()
	s.done("%s of %s", plural(result.Documents, "labelled document"), c.Dir)
	var misses []accuracy.Miss
	if c.Errors != "" {
		misses = scorer.Misses(c.Errors)
	}
	if err := c.print(out, result, misses); err != nil {
		return disk(fmt.Errorf("eval: %w", err), "")
	}
	if err := verdict(result, minima); err != nil || c.Write == "" {
		return err
	}
	return c.write(result)
}

// readLabels reads the labels of a folder.
func readLabels(dir string) ([]accuracy.Label, error) {
	const hint = "DIR holds labels.jsonl, one JSON object a line, and the documents that it names; see casebook eval --help"
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		if err == nil {
			err = &os.PathError{Op: "read", Path: dir, Err: errors.New("not a folder")}
		}
		return nil, &failure{status: statusUsage, err: fmt.Errorf("eval: %w", err), hint: hint}
	}
	name := filepath.Join(dir, "labels.jsonl")
	src, err := os.ReadFile(name)
	if err != nil {
		return nil, disk(fmt.Errorf("eval: %w", err), hint)
	}
	labels, err := accuracy.ReadLabels(name, src)
	if err != nil {
		return nil, &failure{status: statusUsage, err: fmt.Errorf("eval: %w", err), hint: "a label is one JSON object a line in the form of casebook extract --json; see casebook eval --help"}
	}
	return labels, nil
}

// scoreDocuments extracts every labelled document and scores it. One that
// cannot be read is named, and scored as if nothing were found in it.
func scoreDocuments(ctx context.Context, out *console, dir string, labels []accuracy.Label) *accuracy.Scorer {
	files := make([]string, len(labels))
	for i, l := range labels {
		files[i] = filepath.Join(dir, filepath.FromSlash(l.File))
	}
	scorer, i := &accuracy.Scorer{}, 0
	for read := range readReports(ctx, files, out.stdin) {
		var report *facts.Report
		if read.err == nil {
			report = &read.Report
		} else {
			fmt.Fprintf(out.progress, "casebook: %s\n", printable(read.err.Error()))
		}
		scorer.Add(&labels[i], report, read.body)
		i++
	}
	return scorer
}

func (c *evalCmd) print(out *console, result accuracy.Result, misses []accuracy.Miss) error {
	if c.JSON {
		object, err := evalJSON(result, misses)
		if err == nil {
			_, err = out.out.Write(object)
		}
		return err
	}
	var b strings.Builder
	for _, miss := range misses {
		fmt.Fprintln(&b, miss)
	}
	b.WriteString(result.Table())
	_, err := fmt.Fprint(out.out, printable(b.String()))
	return err
}

// evalJSON is one object, indented so that a change of it can be read.
func evalJSON(result accuracy.Result, misses []accuracy.Miss) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(struct {
		accuracy.Result
		Misses []accuracy.Miss `json:"misses,omitempty"`
	}{result, misses})
	return b.Bytes(), err
}

// verdict is the failure of a result that falls short of a minimum or lacks
// documents, nil for none.
func verdict(result accuracy.Result, minima []minimum) error {
	if short := shortOf(result, minima); len(short) > 0 {
		return &failure{
			status: statusQuality,
			err:    fmt.Errorf("eval: falls short of %s", strings.Join(short, ", ")),
			hint:   "casebook eval DIR --errors FIELD shows each miss of a field",
		}
	}
	if n := result.WithoutPrediction; n > 0 {
		return &failure{status: statusPartial, err: fmt.Errorf("eval: %s of %d could not be read", plural(n, "document"), result.Documents)}
	}
	return nil
}

func (c *evalCmd) write(result accuracy.Result) error {
	b, err := evalJSON(result, nil)
	if err == nil {
		err = durable.WriteFile(c.Write, b)
	}
	if err != nil {
		return disk(fmt.Errorf("eval: %w", err), "")
	}
	return nil
}
