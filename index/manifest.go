package index

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"maps"
	"slices"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
)

// ManifestName is the one file of the shards whose name does not depend on
// what it holds. It is written last.
const ManifestName = "manifest.json"

// A manifest says what the other files are, and what a browser must know
// before it can read them.
type manifest struct {
	Version    int                   `json:"version"`
	Build      string                `json:"build"` // digest of the names of all other files
	Documents  int                   `json:"documents"`
	Mean       float64               `json:"mean"` // weighted length of a case
	K1         float64               `json:"k1"`
	B          float64               `json:"b"`
	Fields     []manifestField       `json:"fields"` // in the order in which positions run through them
	FieldRoom  int                   `json:"fieldRoom"`
	Stop       []string              `json:"stop"` // words that are not indexed
	Vocabulary map[string]vocabulary `json:"vocabulary"`
	Directory  ref                   `json:"directory"`
	Lengths    ref                   `json:"lengths"`
	Facets     map[string]ref        `json:"facets"`
	Numbers    map[string]ref        `json:"numbers"`
	Names      ref                   `json:"names"`
}

// A manifestField names a field and its weight, which is already in the
// frequencies and lengths.
type manifestField struct {
	Name   string `json:"name"`
	Weight int    `json:"weight"`
}

func (x *Index) newManifest() *manifest {
	m := &manifest{
		Version: FormatVersion, Documents: len(x.rows), Mean: x.mean, K1: k1, B: b,
		FieldRoom: fieldRoom, Stop: stopWords(), Vocabulary: vocabularies(),
		Facets: map[string]ref{}, Numbers: map[string]ref{},
	}
	for _, f := range fields {
		m.Fields = append(m.Fields, manifestField{f.name, f.weight})
	}
	return m
}

// build is a digest of the names of all files, which are digests of theirs.
func (s *shards) build() string {
	slices.Sort(s.names)
	sum := sha256.New()
	for _, name := range s.names {
		io.WriteString(sum, name+"\n")
	}
	return hex.EncodeToString(sum.Sum(nil)[:8])
}

// stopWords are those of bleve's English analyzer, sorted.
func stopWords() []string {
	words := analysis.NewTokenMap()
	if err := words.LoadBytes(bytes.Clone(en.EnglishStopWords)); err != nil {
		panic(err) // it is part of the program
	}
	return slices.Sorted(maps.Keys(words))
}
