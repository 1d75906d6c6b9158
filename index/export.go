package index

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"

	"casebook/content"
)

// FormatVersion is what a browser must understand to read the files.
//
//	1  2026-11  first: term, position and card blocks, columns, one manifest
const FormatVersion = 1

const (
	blockSize = 16 << 10 // bytes of terms and postings after which a block ends
	blockOf   = 40       // cards in a block
)

// A manifest is the one file whose name is known beforehand.
type manifest struct {
	Version   int                 `json:"version"`
	Build     string              `json:"build"` // digest of all other files' names
	Documents int                 `json:"documents"`
	Mean      float64             `json:"mean"`
	K1        float64             `json:"k1"`
	B         float64             `json:"b"`
	Stop      []string            `json:"stop"` // words that are not indexed
	Lengths   ref                 `json:"lengths"`
	Terms     []termBlock         `json:"terms"`
	CardsEach int                 `json:"cardsEach"`
	Cards     []ref               `json:"cards"`
	Facets    map[string]ref      `json:"facets"`
	Sorts     map[string]ref      `json:"sorts"`
	Values    map[string][]string `json:"values"` // what a facet takes in a query
}

// A ref names a file and its size, so that a cut or foreign one is noticed.
type ref struct {
	File  string `json:"file"`
	Bytes int    `json:"bytes"`
}

type termBlock struct {
	First     string `json:"first"` // its first term
	Postings  ref    `json:"postings"`
	Positions ref    `json:"positions"`
}

// Export indexes a book and writes it as the files that a browser reads: name
// to bytes. The same book gives the same files.
func Export(book *content.Book) (map[string][]byte, error) {
	x, err := Memory(book)
	if err != nil {
		return nil, err
	}
	defer x.Close()
	return x.Export()
}

// Export writes the index as the files that FORMAT.md describes.
func (x *Index) Export() (map[string][]byte, error) {
	e := &exporter{x: x, files: map[string][]byte{}}
	e.manifest = manifest{
		Version: FormatVersion, Documents: len(x.cases), Mean: x.mean, K1: k1, B: b, CardsEach: blockOf,
		Terms: []termBlock{}, Cards: []ref{}, Facets: map[string]ref{}, Sorts: map[string]ref{}, Values: map[string][]string{},
	}
	e.lengths()
	if err := x.read(e.terms); err != nil {
		return nil, err
	}
	for _, step := range []func() error{e.cards, e.facets, e.sorts, e.stopWords, e.finish} {
		if err := step(); err != nil {
			return nil, fmt.Errorf("index: export: %w", err)
		}
	}
	return e.files, nil
}

// An exporter collects the files.
type exporter struct {
	x        *Index
	files    map[string][]byte
	manifest manifest

	first               string // of the block that is being filled
	last                string
	count               uint64
	postings, positions []byte
}

// put compresses a file and names it after its bytes, so that one that did
// not change keeps its name.
func (e *exporter) put(kind string, raw []byte) ref {
	var b bytes.Buffer
	z, _ := gzip.NewWriterLevel(&b, gzip.BestCompression) // the level is a constant that exists
	z.Write(raw)
	z.Close()
	sum := sha256.Sum256(b.Bytes())
	name := kind + "-" + hex.EncodeToString(sum[:8]) + ".gz"
	e.files[name] = b.Bytes()
	return ref{name, b.Len()}
}

func (e *exporter) lengths() {
	raw := binary.AppendUvarint([]byte("cbl1"), uint64(len(e.x.lengths)))
	for _, n := range e.x.lengths {
		raw = binary.AppendUvarint(raw, uint64(n))
	}
	e.manifest.Lengths = e.put("lengths", raw)
}

// terms writes the dictionary with its postings in blocks, and beside each
// block one of positions, which only phrases need.
func (e *exporter) terms(r *reader) error {
	err := r.terms(func(term string) error {
		postings, err := r.postings(term)
		if err != nil {
			return err
		}
		e.term(term, postings)
		if len(e.postings) >= blockSize {
			e.endBlock()
		}
		return nil
	})
	e.endBlock()
	return err
}

func (e *exporter) term(term string, postings []posting) {
	shared := 0
	if e.count == 0 {
		e.first = term
	} else {
		for shared < min(len(term), len(e.last)) && term[shared] == e.last[shared] {
			shared++
		}
	}
	e.last = term
	e.count++
	e.postings = binary.AppendUvarint(e.postings, uint64(shared))
	e.postings = binary.AppendUvarint(e.postings, uint64(len(term)-shared))
	e.postings = append(e.postings, term[shared:]...)
	e.postings = binary.AppendUvarint(e.postings, uint64(len(postings)))
	doc := 0
	for _, p := range postings {
		e.postings = binary.AppendUvarint(e.postings, uint64(p.doc-doc))
		e.postings = binary.AppendUvarint(e.postings, uint64(p.frequency))
		doc = p.doc
		e.positions = binary.AppendUvarint(e.positions, uint64(len(p.positions)))
		at := 0
		slices.Sort(p.positions)
		for _, position := range p.positions {
			e.positions = binary.AppendUvarint(e.positions, uint64(position-at))
			at = position
		}
	}
}

func (e *exporter) endBlock() {
	if e.count == 0 {
		return
	}
	head := func(magic string) []byte { return binary.AppendUvarint([]byte(magic), e.count) }
	e.manifest.Terms = append(e.manifest.Terms, termBlock{
		First:     e.first,
		Postings:  e.put("terms", append(head("cbt1"), e.postings...)),
		Positions: e.put("positions", append(head("cbp1"), e.positions...)),
	})
	e.count, e.last, e.postings, e.positions = 0, "", nil, nil
}

// cards writes what results show, newest first.
func (e *exporter) cards() error {
	for cards := range slices.Chunk(e.x.cards, blockOf) {
		raw, err := json.Marshal(cards)
		if err != nil {
			return err
		}
		e.manifest.Cards = append(e.manifest.Cards, e.put("cards", raw))
	}
	return nil
}

// facets writes for each facet its values and, case by case, which it has.
func (e *exporter) facets() error {
	for _, name := range Facets {
		values, labels, docs := []string{}, []string{}, make([][]int, len(e.x.cards))
		for i := range e.x.cards {
			docs[i] = []int{}
			for _, value := range e.x.cards[i].facet(name) {
				at := slices.Index(values, value)
				if at < 0 {
					at = len(values)
					values, labels = append(values, value), append(labels, label(name, value))
				}
				docs[i] = append(docs[i], at)
			}
		}
		raw, err := json.Marshal(map[string]any{"values": values, "labels": labels, "docs": docs})
		if err != nil {
			return err
		}
		e.manifest.Facets[name] = e.put("facet-"+name, raw)
		e.manifest.Values[name] = facetValues(name)
	}
	return nil
}

// sorts writes the columns of numbers that cases are ordered and bounded by.
func (e *exporter) sorts() error {
	columns := map[string]func(*card) any{
		"amount":   func(c *card) any { return c.fine },
		"affected": func(c *card) any { return c.People },
		"date":     func(c *card) any { return c.Date },
	}
	for name, value := range columns {
		column := make([]any, len(e.x.cards))
		for i := range e.x.cards {
			column[i] = value(&e.x.cards[i])
		}
		raw, err := json.Marshal(column)
		if err != nil {
			return err
		}
		e.manifest.Sorts[name] = e.put("sort-"+name, raw)
	}
	return nil
}

func (e *exporter) stopWords() error {
	words := analysis.NewTokenMap()
	if err := words.LoadBytes(en.EnglishStopWords); err != nil {
		return err
	}
	for word := range words {
		e.manifest.Stop = append(e.manifest.Stop, word)
	}
	slices.Sort(e.manifest.Stop)
	return nil
}

// finish writes the manifest.
func (e *exporter) finish() error {
	names := make([]string, 0, len(e.files))
	for name := range e.files {
		names = append(names, name)
	}
	slices.Sort(names)
	sum := sha256.New()
	for _, name := range names {
		fmt.Fprintln(sum, name)
	}
	e.manifest.Build = hex.EncodeToString(sum.Sum(nil)[:8])
	raw, err := json.Marshal(e.manifest)
	if err != nil {
		return err
	}
	e.files["manifest.json"] = raw
	return nil
}
