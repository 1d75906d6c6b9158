package site

import (
	"bytes"
	"io/fs"
	"maps"
	"path"
	"slices"

	"casebook/content"
	"casebook/index"
)

// exportSearch begins to index the book and returns how to wait for the files
// that the search page reads.
func exportSearch(book *content.Book) func() ([]output, error) {
	type result struct {
		files map[string][]byte
		err   error
	}
	done := make(chan result, 1)
	go func() {
		files, err := index.Export(legible(book))
		done <- result{files, err}
	}()
	return func() ([]output, error) {
		r := <-done
		if r.err != nil {
			return nil, r.err
		}
		var outs []output
		for _, name := range slices.Sorted(maps.Keys(r.files)) {
			outs = append(outs, output{path: "search/shards/" + name, make: func(to *bytes.Buffer) error {
				_, err := to.Write(r.files[name])
				return err
			}})
		}
		return outs, nil
	}
}

// legible is the book with what results show free of characters that turn the
// direction of text; pages do the same as they are rendered.
func legible(book *content.Book) *content.Book {
	out := &content.Book{Cases: slices.Clone(book.Cases)}
	for i, c := range out.Cases {
		d := c.Clone()
		d.Title, d.Organisation.Name = visible(c.Title), visible(c.Organisation.Name)
		for j, name := range d.Organisation.Also {
			d.Organisation.Also[j] = visible(name)
		}
		for j := range d.Evidence {
			d.Evidence[j].Quote = visible(d.Evidence[j].Quote)
		}
		out.Cases[i] = d
	}
	return out
}

func (b *builder) searchPage() output {
	const at = "search/index.html"
	return b.page(at, "search.html", func() any {
		p := SearchPage{Page: b.frame(at, "Search", "Search the cases by words, control, sector, incident, action, status and year.")}
		p.Cases, p.Fields, p.Modules = count(len(b.book.Cases), "case"), index.QueryFields, searchModules()
		p.NoIndex = true
		return p
	})
}

// searchModules are the modules that the search page's script imports.
func searchModules() []string {
	names, err := fs.Glob(staticFolder, "static/search/*.js")
	if err != nil {
		panic(err) // the pattern is part of the program
	}
	for i, name := range names {
		names[i] = path.Base(name)
	}
	return slices.DeleteFunc(names, func(name string) bool { return name == "page.js" || name == "worker.js" })
}
