package site

import (
	"errors"
	"slices"

	"casebook/content"
	"casebook/index"
)

// exportSearch begins to index the book, in a folder unless dir is "", and to
// write the files that the search page reads. It returns how to wait for the
// end: how many files they are, and what became of the folder.
func exportSearch(book *content.Book, dir string, stage *stage) func() (files int, notice string, err error) {
	type result struct {
		files  int
		notice string
		err    error
	}
	done := make(chan result, 1)
	go func() {
		files, notice, err := writeSearch(book, dir, stage)
		done <- result{files, notice, err}
	}()
	return func() (int, string, error) {
		r := <-done
		return r.files, r.notice, r.err
	}
}

// writeSearch writes the shards, and the client that begins with what they
// open.
func writeSearch(book *content.Book, dir string, stage *stage) (files int, notice string, err error) {
	x, err := index.Open(dir, legible(book))
	if err != nil {
		return 0, "", err
	}
	opening, err := x.Export(func(name string, data []byte) error {
		files++
		return stage.put("search/shards/"+name, data)
	})
	if err := errors.Join(err, x.Close()); err != nil {
		return 0, "", err
	}
	literal, err := embedded(opening)
	if err != nil {
		return 0, "", err
	}
	script, err := bundle(client, literal)
	if err != nil {
		return 0, "", err
	}
	return files, x.Notice, stage.put("search/"+client, script)
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
		p.Cases, p.Fields = count(len(b.book.Cases), "case"), index.QueryFields
		p.NoIndex = true
		return p
	})
}
