package crawler

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"casebook/content"
)

// ErrTooBare says that of a source's documents so few have their text, a date
// or a sum that their form must have changed: nothing should be published
// before that is explained.
var ErrTooBare = errors.New("less is known of the documents than a healthy run finds")

// FillBounds are the least shares, 0 to 1, of a source's documents of which
// something is known. 0 asks for nothing.
type FillBounds struct {
	Words  float64 // of its files: words; a scan has none
	Date   float64 // of its pages: a date
	Item   float64 // of its pages: the publisher's key
	Party  float64 // of the pages that state an enforcement action: who was acted against
	Amount float64 // of the pages that state a monetary penalty: the sum
}

// fewest is how many documents a share must be taken of to say anything.
const fewest = 20

// checkListed compares the number of documents listed with the source's bounds.
// Too few are an error, too many a signal.
func (s Source) checkListed(n int) (signal string, err error) {
	switch {
	case n < s.AtLeast:
		return "", fmt.Errorf("%d documents listed, want at least %d: %w", n, s.AtLeast, ErrTooFew)
	case s.AtMost > 0 && n > s.AtMost:
		return fmt.Sprintf("%d documents listed, more than the %d that a healthy run finds", n, s.AtMost), nil
	}
	return "", nil
}

// CheckFill compares what is known of the documents read with the bounds of
// their sources, facts included where they were extracted. The error names the
// first share that is too low.
func CheckFill(sources []Source, readings []content.Reading) error {
	own := map[string][]content.Reading{}
	for _, r := range readings {
		owner, _ := ownerOf(sources, r.Document.URL)
		own[owner.Name] = append(own[owner.Name], r)
	}
	for _, source := range sources {
		if err := source.Fill.check(own[source.Name]); err != nil {
			return fmt.Errorf("crawler: %s: %w", source.Name, err)
		}
	}
	return nil
}

// A share counts the documents of which something should be known, and is.
type share struct {
	what  string
	least float64
	of    func(content.Reading) bool
	known func(content.Reading) bool
}

func (b FillBounds) check(readings []content.Reading) error {
	page := func(r content.Reading) bool { return r.Document.Kind != content.Notice }
	shares := []share{
		{"files with words", b.Words, func(r content.Reading) bool { return !page(r) }, func(r content.Reading) bool { return r.Text.Body != "" }},
		{"pages with a date", b.Date, page, func(r content.Reading) bool { return !r.Document.Published.IsZero() }},
		{"pages with a key", b.Item, page, func(r content.Reading) bool { return r.Document.Item != "" }},
		{"actions with a party", b.Party, func(r content.Reading) bool { return page(r) && r.Facts.Enforcement }, func(r content.Reading) bool { return len(r.Facts.Parties) > 0 }},
		{"penalties with a sum", b.Amount, func(r content.Reading) bool { return page(r) && r.Facts.Action.Value == content.MonetaryPenalty }, func(r content.Reading) bool { return r.Facts.Amount.Known() }},
	}
	for _, s := range shares {
		of, known := 0, 0
		var without []string
		for _, r := range readings {
			switch {
			case !s.of(r):
				continue
			case s.known(r):
				known++
			default:
				without = append(without, r.Document.URL)
			}
			of++
		}
		if of >= fewest && float64(known) < s.least*float64(of) {
			return fmt.Errorf("%d of %d %s, want at least %.0f %%: %w; one without is %s", known, of, s.what, 100*s.least, ErrTooBare, slices.MinFunc(without, cmp.Compare[string]))
		}
	}
	return nil
}

// ownerOf is the source whose an address is, and what it is to it.
func ownerOf(sources []Source, url string) (Source, Role) {
	for _, source := range sources {
		if address := source.absolute(url); address != "" {
			if role := source.Role(address); role != "" {
				return source, role
			}
		}
	}
	return Source{}, ""
}
