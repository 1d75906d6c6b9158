package index

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"

	"casebook/content"
)

// ErrUnusable is wrapped by the error of [Open] where a folder holds an index
// that is cut, damaged or of another version: build it again.
var ErrUnusable = errors.New("the index cannot be used")

// bleveMark is a file of every folder in which bleve keeps an index.
const bleveMark = "index_meta.json"

// Build indexes a book in the folder dir, or in memory where dir is "". An
// index that stood there is replaced at once when the new one is complete; a
// folder that holds anything else is left alone. Names of individuals are in it
// only where the book has them published.
func Build(book *content.Book, dir string) (*Index, error) {
	book = book.Publishable()
	if dir == "" {
		b, err := bleve.NewUsing("", newMapping(), scorch.Name, scorch.Name, nil) // not bleve.NewMemOnly: that keeps its old, slower index
		if err != nil {
			return nil, fmt.Errorf("index: %w", err)
		}
		return closeOnError(b, fillWith(book))
	}
	if err := replaceable(dir); err != nil {
		return nil, err
	}
	fresh := dir + ".new"
	if err := write(book, fresh); err != nil {
		return nil, errors.Join(err, os.RemoveAll(fresh))
	}
	if err := errors.Join(os.RemoveAll(dir), os.Rename(fresh, dir)); err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	return Open(dir)
}

// Open reads the index in a folder that [Build] wrote. The error wraps
// [ErrUnusable] where it must be built again, and [fs.ErrNotExist] where there
// is none.
func Open(dir string) (*Index, error) {
	if _, err := os.Stat(filepath.Join(dir, bleveMark)); err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	b, err := bleve.OpenUsing(dir, map[string]any{"read_only": true})
	if err != nil {
		return nil, fmt.Errorf("index: %s: %w: %w", dir, ErrUnusable, err)
	}
	x, err := closeOnError(b, trust)
	if err != nil {
		return nil, fmt.Errorf("index: %s: %w: %w", dir, ErrUnusable, err)
	}
	return x, nil
}

// trust reads an index that was filled before.
func trust(b bleve.Index) (*Index, error) {
	x, err := read(b)
	if err != nil {
		return nil, err
	}
	lengths, err := x.reader.GetInternal(lengthsKey)
	if err == nil && !x.unpackLengths(lengths) {
		err = fmt.Errorf("the lengths of %d cases are missing", len(x.rows))
	}
	if err != nil {
		return nil, errors.Join(err, x.reader.Close())
	}
	return x, nil
}

func fillWith(book *content.Book) func(bleve.Index) (*Index, error) {
	return func(b bleve.Index) (*Index, error) { return fill(b, book) }
}

func closeOnError(b bleve.Index, make func(bleve.Index) (*Index, error)) (*Index, error) {
	x, err := make(b)
	if err != nil {
		return nil, errors.Join(err, b.Close())
	}
	return x, nil
}

// replaceable reports with an error that dir holds what Build did not make.
func replaceable(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil
	}
	if err != nil {
		return fmt.Errorf("index: %w", err)
	}
	if _, err := os.Stat(filepath.Join(dir, bleveMark)); err != nil {
		return fmt.Errorf("index: %s holds something else than an index: name an empty folder", dir)
	}
	return nil
}

// write makes a complete index in a folder of its own.
func write(book *content.Book, dir string) error {
	if err := errors.Join(os.RemoveAll(dir), os.MkdirAll(filepath.Dir(dir), 0o755)); err != nil {
		return fmt.Errorf("index: %w", err)
	}
	b, err := bleve.New(dir, newMapping())
	if err != nil {
		return fmt.Errorf("index: %w", err)
	}
	x, err := closeOnError(b, fillWith(book))
	if err != nil {
		return err
	}
	return x.Close()
}
