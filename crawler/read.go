package crawler

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"casebook/content"
	"casebook/crawler/archive"
	"casebook/crawler/text"
)

// Files are what sources need to read files.
type Files struct {
	PDF *text.PDFReader
}

// Read makes documents of what an archive holds, newest response of each
// address, sorted by address. What cannot be read is named in problems and
// loses nothing else. Facts are not filled in.
func Read(r *archive.Reader, sources []Source) (readings []content.Reading, problems []string) {
	files := &Files{PDF: &text.PDFReader{}}
	defer files.PDF.Close()
	entries := r.Latest()
	results := make([]result, len(entries))
	var next atomic.Int64
	var all sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(entries); i = int(next.Add(1)) - 1 {
				results[i] = readEntry(r, entries[i], sources, files)
			}
		})
	}
	all.Wait()
	var read []Reading
	for _, result := range results {
		problems = append(problems, result.problems...)
		read = append(read, result.read...)
	}
	join(read)
	for _, one := range read {
		readings = append(readings, content.Reading{Document: one.Document, Text: one.Text})
	}
	return readings, append(problems, r.Damage()...)
}

type result struct {
	read     []Reading
	problems []string
}

// readEntry reads one response with the source that it belongs to.
func readEntry(r *archive.Reader, e archive.Entry, sources []Source, files *Files) (got result) {
	if e.Status != 200 || e.Method != "GET" {
		return got
	}
	for _, source := range sources {
		if !strings.HasPrefix(e.URL, source.Home+"/") {
			continue
		}
		body, err := r.Body(e)
		if err != nil {
			got.problems = append(got.problems, err.Error())
			return got
		}
		page := Page{URL: e.URL, ContentType: e.Header.Get("Content-Type"), Bytes: body}
		read, ok, err := source.Read(page, files)
		if err != nil {
			got.problems = append(got.problems, fmt.Sprintf("%s: %v", source.Name, err))
			return got
		}
		if ok {
			read.Document.SHA256 = archive.Digest(body)
			got.read = append(got.read, read)
			return got
		}
	}
	return got
}

// join gives files the item that offers them, and news the item that it and
// the register link with each other.
func join(read []Reading) {
	byURL := map[string]*Reading{}
	for i := range read {
		byURL[read[i].Document.URL] = &read[i]
	}
	for i := range read {
		item := &read[i]
		for _, address := range item.Files {
			if file := byURL[address]; file != nil && file.Document.Item == "" {
				adopt(&file.Document, item.Document)
			}
		}
	}
	for i := range read {
		linkNews(&read[i], byURL)
	}
}

// adopt gives a file what only its item's page says.
func adopt(file *content.Document, item content.Document) {
	file.Item, file.Published, file.Basis = item.Item, item.Published, item.Basis
	if file.Title == "" {
		file.Title = item.Title
	}
}

// linkNews gives a news page the item of its only related item.
func linkNews(r *Reading, byURL map[string]*Reading) {
	var items []string
	for _, address := range r.Related {
		other := byURL[address]
		switch {
		case other == nil:
		case r.Document.Kind == content.News && other.Document.Kind == content.Item:
			items = append(items, other.Document.Item)
		case r.Document.Kind == content.Item && other.Document.Kind == content.News && other.Document.Item == "":
			other.Document.Item = r.Document.Item
		}
	}
	if items = unique(items); len(items) == 1 {
		r.Document.Item = items[0]
	}
}

// Sorted returns the failures' lines for people.
func (r Report) Lines() []string {
	var lines []string
	for _, s := range r.Sources {
		for _, f := range s.Failed {
			lines = append(lines, fmt.Sprintf("%s: %s: %v", s.Name, f.URL, f.Err))
		}
		signals := slices.Clone(s.Signals)
		slices.Sort(signals)
		for _, signal := range slices.Compact(signals) {
			lines = append(lines, s.Name+": "+signal)
		}
	}
	return lines
}
