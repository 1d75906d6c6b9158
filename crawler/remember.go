package crawler

import (
	"slices"

	"casebook/content"
)

// A Remembered is a page that an earlier run read: its document as the book
// keeps it, and the files to which it leads as the state does.
type Remembered struct {
	Document content.Document
	Files    []Link
}

// Remember returns the pages among documents of the book, with what the state in
// dir knows of them.
func Remember(dir string, sources []Source, documents []content.Document) ([]Remembered, error) {
	files := map[string][]Link{}
	for _, source := range sources {
		s := &state{known: map[string]Known{}}
		if err := s.load(statePath(dir, source.Name)); err != nil {
			return nil, err
		}
		for url, k := range s.known {
			files[url] = append(files[url], k.Links...)
		}
	}
	var pages []Remembered
	for _, d := range documents {
		if d.Kind == content.Item || d.Kind == content.News {
			pages = append(pages, Remembered{d, files[d.URL]})
		}
	}
	return pages, nil
}

// draftsOf are the remembered pages that were not read again, each once.
func draftsOf(remembered []Remembered, read []*draft) []*draft {
	seen := map[string]bool{}
	for _, d := range read {
		for _, address := range append([]string{d.Document.URL}, d.Document.Formerly...) {
			seen[address] = true
		}
	}
	var drafts []*draft
	for _, r := range remembered {
		if !seen[r.Document.URL] {
			seen[r.Document.URL] = true
			files := slices.DeleteFunc(slices.Clone(r.Files), func(l Link) bool { return l.Key != "" && l.Key != r.Document.Item })
			drafts = append(drafts, &draft{Draft: Draft{Document: r.Document, Files: files}, at: r.Document.URL})
		}
	}
	return drafts
}
