package index

import (
	"encoding/json"
	"fmt"
	"maps"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"
)

// An Opening is what a browser reads before any query: the manifest and the
// files that it opens. A site may hand them over with its script.
type Opening struct {
	Manifest json.RawMessage
	Files    map[string][]byte
}

// Export writes the index as the files that FORMAT.md describes, each with
// one call of write, the manifest last; one call at a time, but not all from
// one goroutine. Names are plain file names. The same book gives the same
// files.
func (x *Index) Export(write func(name string, data []byte) error) (Opening, error) {
	opening := Opening{Files: map[string][]byte{}}
	s := &shards{write: write, names: map[string]bool{}}
	m := x.newManifest()
	open := func(r ref, err error) (ref, error) {
		opening.Files[r.File] = s.last
		return r, err
	}
	dictionary := newDictionary(x.cases)
	texts, packs, err := x.exportTexts(s, dictionary)
	if err != nil {
		return opening, err
	}
	files, err := x.exportTerms(s, texts)
	if err != nil {
		return opening, err
	}
	if m.Directory, err = open(s.put("directory", directory(files, packs))); err != nil {
		return opening, err
	}
	if m.Slots, err = open(s.put("slots", slotCounts(texts))); err != nil {
		return opening, err
	}
	if m.Dictionary, err = open(s.put("dictionary", dictionary)); err != nil {
		return opening, err
	}
	if err := x.exportColumns(s, m); err != nil {
		return opening, err
	}
	m.Build = s.build()
	opening.Manifest, err = json.Marshal(m)
	if err != nil {
		return opening, fmt.Errorf("index: %s: %w", ManifestName, err)
	}
	return opening, write(ManifestName, append(opening.Manifest, '\n'))
}

// directory packs what finds a term and a text.
func directory(files []blockFile, packs []ref) packer {
	var p packer
	p.number(len(files))
	last := ""
	for _, file := range files {
		p.bytes(file.terms.digest[:])
		p.number(len(file.blocks))
		for _, block := range file.blocks {
			p.shared(last, block.first)
			p.number(block.bytes)
			last = block.first
		}
	}
	p.number(packCases)
	p.number(len(packs))
	for _, pack := range packs {
		p.bytes(pack.digest[:])
	}
	return p
}

// slotCounts packs how many slots each case has.
func slotCounts(texts []slotText) packer {
	var p packer
	p.number(len(texts))
	for i := range texts {
		p.number(len(texts[i].firsts))
	}
	return p
}

// exportTerms writes the dictionary with its postings in blocks, and beside
// them their positions. Terms with another first byte begin a file, so that all
// processors can work.
func (x *Index) exportTerms(s *shards, texts []slotText) ([]blockFile, error) {
	var files [256][]blockFile
	var all errgroup.Group
	all.SetLimit(runtime.GOMAXPROCS(0))
	for first := range files[:0xf8] { // no UTF-8 begins with one above
		all.Go(func() (err error) {
			w := blockWriter{shards: s}
			err = x.newWalker(texts).beginning(byte(first), w.add)
			if err == nil {
				files[first], err = w.end()
			}
			return err
		})
	}
	err := all.Wait()
	return slices.Concat(files[:]...), err
}

// exportColumns writes what cases are filtered, counted and sorted by, the
// words for their values, and their cards.
func (x *Index) exportColumns(s *shards, m *manifest) (err error) {
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
	vocabulary, err := json.Marshal(vocabularies())
	if err != nil {
		return fmt.Errorf("index: vocabulary: %w", err)
	}
	if m.Vocabulary, err = s.put("vocabulary", vocabulary); err != nil {
		return err
	}
	m.Cards, err = x.exportCards(s)
	return err
}

// exportCards writes what results show where slots cannot be read, and the
// list of the files.
func (x *Index) exportCards(s *shards) (ref, error) {
	var list packer
	list.number(cardsEach)
	list.number((len(x.cases) + cardsEach - 1) / cardsEach)
	for some := range slices.Chunk(x.cases, cardsEach) {
		raw, err := json.Marshal(texts(some, newDigestCard))
		if err != nil {
			return ref{}, fmt.Errorf("index: cards: %w", err)
		}
		block, err := s.put("cards", raw)
		if err != nil {
			return ref{}, err
		}
		list.ref(block)
	}
	return s.put("cardlist", list)
}
