package index

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
)

// ManifestName is the one file of the shards whose name does not depend on
// what it holds. It is written last.
const ManifestName = "manifest.json"

// A manifest says what the other files are, and what a browser must know
// before it can read them.
type manifest struct {
	Version    int                          `json:"version"`
	Build      string                       `json:"build"` // digest of the names of all other files
	Documents  int                          `json:"documents"`
	Fields     []string                     `json:"fields"` // in the order in which positions run through them
	FieldRoom  int                          `json:"fieldRoom"`
	Stop       string                       `json:"stop"`   // words that are not indexed, parted by blanks
	Labels     map[string]map[string]string `json:"labels"` // of values that results show, by facet, where they are not the value itself with blanks and a capital
	Directory  ref                          `json:"directory"`
	Slots      ref                          `json:"slots"`
	Dictionary ref                          `json:"dictionary"`
	Vocabulary ref                          `json:"vocabulary"`
	Cards      ref                          `json:"cards"`
	Facets     map[string]ref               `json:"facets"`
	Numbers    map[string]ref               `json:"numbers"`
	Names      ref                          `json:"names"`
}

func (x *Index) newManifest() *manifest {
	return &manifest{
		Version: FormatVersion, Documents: len(x.cases),
		Fields: texts(fields, func(f field) string { return f.name }), FieldRoom: fieldRoom,
		Stop: strings.Join(stopWords(), " "), Labels: shownLabels(),
		Facets: map[string]ref{}, Numbers: map[string]ref{},
	}
}

// shownLabels are the words for the values that a slot's card has as ids,
// where they cannot be made of the value.
func shownLabels() map[string]map[string]string {
	all := map[string]map[string]string{}
	for _, facet := range []string{"control", "action", "status"} {
		all[facet] = map[string]string{}
		for _, value := range newVocabulary(facet).Values {
			made := strings.ReplaceAll(value, "-", " ")
			if made = strings.ToUpper(made[:1]) + made[1:]; label(facet, value) != made {
				all[facet][value] = label(facet, value)
			}
		}
	}
	return all
}

// build is a digest of the names of all files, which are digests of theirs.
func (s *shards) build() string {
	sum := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(s.names)) {
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
