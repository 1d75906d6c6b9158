package index

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"casebook/content"
)

// Export indexes a book and returns the files that a browser reads, name to
// bytes. The same book gives the same files.
func Export(book *content.Book) (map[string][]byte, error) {
	x, err := Memory(book)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	err = x.Export(func(name string, data []byte) error {
		files[name] = data
		return nil
	})
	return files, errors.Join(err, x.Close())
}

// Export writes the index as the files that FORMAT.md describes, each with
// one call of write, the manifest last. Names are plain file names. Equal
// files are written once for each time they occur.
func (x *Index) Export(write func(name string, data []byte) error) error {
	s := &shards{write: write}
	m := x.newManifest()
	var err error
	if m.Directory, err = x.exportDirectory(s); err != nil {
		return err
	}
	if m.Lengths, err = s.put("lengths", x.column(func(r *row) int { return r.length })); err != nil {
		return err
	}
	for n, facet := range Facets {
		if m.Facets[facet], err = s.put("facet", x.facetColumn(n)); err != nil {
			return err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(numbers)) {
		if m.Numbers[name], err = s.put("numbers", x.column(numbers[name])); err != nil {
			return err
		}
	}
	if m.Names, err = x.exportNames(s); err != nil {
		return err
	}
	m.Build = s.build()
	raw, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return fmt.Errorf("index: %s: %w", ManifestName, err)
	}
	return write(ManifestName, append(raw, '\n'))
}

// exportDirectory writes terms, positions and cards, and what finds them.
func (x *Index) exportDirectory(s *shards) (ref, error) {
	var directory packer
	blocks, err := x.exportTerms(s)
	if err != nil {
		return ref{}, err
	}
	directory.number(len(blocks))
	last := ""
	for _, block := range blocks {
		directory.shared(last, block.first)
		directory.ref(block.terms)
		directory.number(len(block.positions))
		for _, piece := range block.positions {
			directory.ref(piece)
		}
		last = block.first
	}
	cards, err := x.exportCards(s)
	if err != nil {
		return ref{}, err
	}
	directory.number(cardsEach)
	directory.number(len(cards))
	for _, block := range cards {
		directory.ref(block)
	}
	return s.put("directory", directory)
}

// exportTerms writes the dictionary with its postings in blocks, and beside
// each block its positions.
func (x *Index) exportTerms(s *shards) (blocks []blockRef, err error) {
	var block termBlock
	end := func() error {
		written, err := block.put(s)
		blocks, block = append(blocks, written), termBlock{}
		return err
	}
	err = x.reader.terms(func(term string, in []int) error {
		postings, err := x.reader.postings(term, in, true)
		if err != nil {
			return err
		}
		block.add(term, postings)
		if block.full() {
			return end()
		}
		return nil
	})
	if err == nil && block.count > 0 {
		err = end()
	}
	return blocks, err
}

// exportCards writes what results show, newest first.
func (x *Index) exportCards(s *shards) (blocks []ref, err error) {
	for from := 0; from < len(x.rows); from += cardsEach {
		var cards []storedCard
		for doc := from; doc < min(from+cardsEach, len(x.rows)); doc++ {
			card, err := x.card(doc)
			if err != nil {
				return nil, err
			}
			cards = append(cards, card)
		}
		raw, err := json.Marshal(cards)
		if err != nil {
			return nil, fmt.Errorf("index: cards: %w", err)
		}
		block, err := s.put("cards", raw)
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, block)
	}
	return blocks, nil
}
