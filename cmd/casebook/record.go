package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"casebook/content"
	"casebook/content/durable"
	"casebook/crawler"
)

// A record is what one run did and what a person should look at. Its keys are
// in alphabetical order, it names no machine and no hour, and lists are cut at
// a length that a person reads.
type record struct {
	Added          int                     `json:"added"`            // cases
	Alarms         []string                `json:"alarms,omitempty"` // sources that have gone quiet
	Cases          int                     `json:"cases"`
	Changed        int                     `json:"changed"`           // cases that were there before
	Changes        []string                `json:"changes,omitempty"` // in cases, a line each
	Command        string                  `json:"command"`
	Contradictions []string                `json:"contradictions,omitempty"` // between sources of one case
	Crawled        string                  `json:"crawled,omitempty"`        // day of the last run in which every source was read
	Day            string                  `json:"day,omitempty"`
	Documents      int                     `json:"documents"` // read for facts
	Error          string                  `json:"error,omitempty"`
	LeftOut        []string                `json:"left_out,omitempty"` // values, for low confidence
	Problems       []string                `json:"problems,omitempty"` // pages that could not be read, dates that disagree
	Sources        map[string]sourceRecord `json:"sources,omitempty"`
	Status         int                     `json:"status"`
	Written        int                     `json:"written"` // files of cases
}

// A sourceRecord is what a run did with one source.
type sourceRecord struct {
	Differences []string `json:"differences,omitempty"` // between its lists
	Error       string   `json:"error,omitempty"`
	Failed      []string `json:"failed,omitempty"` // addresses that could not be read
	Fetched     int      `json:"fetched"`
	Gone        []string `json:"gone,omitempty"` // addresses that are answered with 404 or 410
	Known       int      `json:"known"`          // documents that were not asked for
	Listed      int      `json:"listed"`
	News        bool     `json:"news"` // something is known that was not known before
	Unchanged   int      `json:"unchanged"`
	Unknown     []string `json:"unknown,omitempty"`  // labels, date forms and rows that no rule knows
	Unlisted    []string `json:"unlisted,omitempty"` // documents that are no longer listed, since this run
}

// mostLines is how many lines of one kind a record has.
const mostLines = 50

func cut(lines []string) []string {
	if more := len(lines) - mostLines; more > 0 {
		return append(slices.Clone(lines[:mostLines]), fmt.Sprintf("and %d more", more))
	}
	return lines
}

// crawled takes in what a crawl did.
func (r *record) crawled(report crawler.Report) {
	r.Sources = map[string]sourceRecord{}
	whole := true
	for _, s := range report.Sources {
		one := sourceRecord{
			Differences: cut(s.Differ), Failed: cut(lines(s.Failed)), Fetched: s.Fetched, Gone: cut(s.Gone), Known: s.Known,
			Listed: s.Listed, News: s.News, Unchanged: s.Unchanged, Unlisted: cut(s.Unlisted),
			Unknown: cut(slices.DeleteFunc(slices.Clone(s.Signals), func(line string) bool { return slices.Contains(s.Differ, line) })),
		}
		if s.Err != nil {
			one.Error = s.Err.Error()
		}
		whole = whole && (s.Err == nil || errors.Is(s.Err, crawler.ErrPartial))
		r.Sources[s.Source] = one
	}
	if whole {
		r.Crawled = r.Day
	}
}

// extracted takes in what became of documents.
func (r *record) extracted(book *content.Book, readings []content.Reading, changes []content.Change, problems []string) {
	r.Cases, r.Documents = len(book.Cases), len(readings)
	r.Changes, r.LeftOut, r.Problems = cut(lines(changes)), cut(doubts(readings)), cut(problems)
	added, changed := map[string]bool{}, map[string]bool{}
	for _, c := range changes {
		if c.Field == "case" && c.From == "" {
			added[c.Case] = true
		} else if !added[c.Case] {
			changed[c.Case] = true
		}
	}
	r.Added, r.Changed = len(added), len(changed)
}

// nothing takes back what was to change: nothing came of it.
func (r *record) nothing() { r.Added, r.Changed, r.Changes = 0, 0, nil }

// checked takes in what a check found.
func (r *record) checked(problems []content.Problem) {
	for _, p := range problems {
		if p.Warning && strings.HasPrefix(p.Message, disagreeing) {
			r.Contradictions = append(r.Contradictions, p.String())
		}
	}
	r.Contradictions = cut(r.Contradictions)
}

// ended takes in how the run ended.
func (r *record) ended(err error) {
	r.Status, r.Error = statusOf(err), ""
	if err == nil {
		return
	}
	r.Error = err.Error()
	if here, wrong := os.Getwd(); wrong == nil {
		r.Error = strings.ReplaceAll(r.Error, here+string(filepath.Separator), "")
	}
}

// remarkable reports whether a run is worth a file in git: it changed something
// there, or something else is wrong than at the last time.
func (r record) remarkable(last record) bool {
	news := r.Written > 0
	for _, s := range r.Sources {
		news = news || s.News
	}
	return news && r.Status != statusQuality || r.trouble() != last.trouble()
}

// trouble is what of a record a person should look at, as text to compare.
func (r record) trouble() string {
	r.Cases, r.Crawled, r.Day, r.Documents, r.Written = 0, "", "", 0, 0
	r.nothing()
	r.LeftOut, r.Problems = nil, nil // of the documents of that run alone
	r.Alarms = slices.Clone(r.Alarms)
	for i, alarm := range r.Alarms { // which grows by a day every night
		r.Alarms[i], _, _ = strings.Cut(alarm, ":")
	}
	sources := map[string]sourceRecord{}
	for name, s := range r.Sources {
		s.Fetched, s.Known, s.Listed, s.News, s.Unchanged, s.Unlisted = 0, 0, 0, false, 0, nil
		s.Error = numbers.ReplaceAllString(s.Error, "N")
		sources[name] = s
	}
	r.Sources, r.Error = sources, numbers.ReplaceAllString(r.Error, "N")
	return string(r.format())
}

// numbers differ from night to night in errors that are the same.
var numbers = regexp.MustCompile(`\d+`)

// format writes the record as it stands in its file.
func (r record) format() []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(r); err != nil {
		panic(err) // it holds nothing that JSON cannot
	}
	return b.Bytes()
}

// lastRecord is the newest record in a folder, empty where there is none.
func lastRecord(dir string) (record, error) {
	var r record
	files, err := fs.Glob(os.DirFS(dir), "????-??-??.json")
	if err != nil || len(files) == 0 {
		return r, err
	}
	newest := filepath.Join(dir, slices.Max(files))
	b, err := os.ReadFile(newest)
	if err == nil {
		err = json.Unmarshal(b, &r)
	}
	if err != nil {
		return r, &failure{status: statusUsage, err: fmt.Errorf("%s: %w", newest, err), hint: "mend the file or remove it: it says what the last run did"}
	}
	return r, nil
}

// crawledOn is the day on which every source was last read, absent where that
// is not known.
func (r record) crawledOn() content.Date {
	day, err := content.ParseDate(r.Crawled)
	if err != nil {
		return content.Date{}
	}
	return day
}

// putFile puts bytes in the place of a file, whole or not at all, and makes the
// folder for it.
func putFile(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return durable.WriteFile(name, data)
}
