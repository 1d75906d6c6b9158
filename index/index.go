package index

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"sync"

	"casebook/content"
)

// An Index is a book that can be searched. Cases are numbered oldest first, so
// that a new case changes no number; those of one day by id, the last first,
// because results that tie are in the order of falling numbers. It may be
// searched by several goroutines at once.
type Index struct {
	// Notice is a line for whoever waits: why more than the changes of the book
	// was indexed. Mostly "".
	Notice string

	reader  *reader
	cases   []*content.Case // by case number, fit to be published
	rows    []row           // the same cases
	values  []facetValue    // that they have
	mean    float64         // weighted length of a case
	closers []func() error  // in turn

	namesOnce sync.Once
	names     *nameIndex // made when it is first asked
}

// Memory indexes a book in memory. Names of individuals are in the index only
// where the book has them published.
func Memory(book *content.Book) (*Index, error) { return inMemory(numbered(book.Publishable())) }

func inMemory(cases []*content.Case) (*Index, error) {
	b, err := openBleve("", false)
	if err != nil {
		return nil, err
	}
	lengths, err := b.fill(cases)
	if err != nil {
		return nil, errors.Join(err, b.Close())
	}
	return newIndex(b, cases, lengths)
}

// numbered is the cases of a book by their numbers.
func numbered(book *content.Book) []*content.Case {
	cases := slices.Clone(book.Cases)
	slices.SortFunc(cases, func(a, b *content.Case) int { return cmp.Or(a.Date.Compare(b.Date), strings.Compare(b.ID, a.ID)) })
	return cases
}

// newIndex is the index of cases of known lengths that bleve holds. It closes
// bleve in the end.
func newIndex(b *bleve, cases []*content.Case, lengths []int) (*Index, error) {
	r, err := newReader(b, cases)
	if err != nil {
		return nil, errors.Join(err, b.Close())
	}
	x := &Index{reader: r, cases: cases, rows: texts(cases, newRow), closers: []func() error{r.Close, b.Close}}
	x.values = numberValues(x.rows)
	total := 0
	for i, n := range lengths {
		x.rows[i].length = n
		total += n
	}
	x.mean = float64(total) / float64(max(len(cases), 1))
	return x, nil
}

// Close frees the index.
func (x *Index) Close() error {
	var errs []error
	for _, closing := range x.closers {
		errs = append(errs, closing())
	}
	return errors.Join(errs...)
}
