package index

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
)

// FormatVersion is what a browser must understand to read the shards. It
// changes with every change that FORMAT.md describes differently.
//
//	1  2026-11  first: manifest, directory, terms, positions, lengths, facets, numbers, cards
//	2  2026-11  the facet incident, the numbers of proposed, quotes in cards, terms without accents, names
const FormatVersion = 2

// The sizes of shards, in bytes before compression. A file is read as a whole,
// so they bound what a query costs; and each costs a request, so they are not
// smaller.
const (
	termsSize     = 16 << 10 // after which a block of terms ends: about 8 kB compressed
	positionsSize = 64 << 10 // of a piece of positions, which only phrases read
	cardsEach     = 10       // cards in a block: about 6 kB compressed
)

// A ref names a file and its size, so that a cut or foreign one is noticed.
type ref struct {
	File  string `json:"file"`
	Bytes int    `json:"bytes"`

	digest [digestSize]byte // of the file's bytes: File is made of it
}

// digestSize is how much of a file's SHA-256 is in its name: enough to tell
// the files of all builds of a site apart, and few enough to list thousands.
const digestSize = 6

// A shards writes files and remembers which.
type shards struct {
	write func(name string, data []byte) error
	names []string
}

// put compresses a file of one kind and names it after its bytes, so that a
// file that did not change keeps its name. Each begins with the kind's magic.
func (s *shards) put(kind string, raw []byte) (ref, error) {
	var packed bytes.Buffer
	z, err := gzip.NewWriterLevel(&packed, gzip.BestCompression) // its header has no time and no name
	if err != nil {
		return ref{}, fmt.Errorf("index: %s: %w", kind, err)
	}
	z.Write([]byte(magic(kind))) // a buffer takes everything
	z.Write(raw)
	z.Close()
	sum := sha256.Sum256(packed.Bytes())
	r := ref{Bytes: packed.Len(), digest: [digestSize]byte(sum[:])}
	r.File = kind + "-" + hex.EncodeToString(r.digest[:]) + ".bin"
	s.names = append(s.names, r.File)
	return r, s.write(r.File, packed.Bytes())
}

// magic is how a file of a kind begins.
func magic(kind string) string { return "cb:" + kind + "\n" }

// A packer appends numbers and texts.
type packer []byte

func (p *packer) number(n int)   { *p = binary.AppendUvarint(*p, uint64(n)) }
func (p *packer) bytes(b []byte) { *p = append(*p, b...) }

func (p *packer) text(s string) {
	p.number(len(s))
	*p = append(*p, s...)
}

// shared writes a text that follows another in sorted order: the length of
// what both begin with, then the rest.
func (p *packer) shared(last, s string) {
	n := 0
	for n < min(len(last), len(s)) && last[n] == s[n] {
		n++
	}
	p.number(n)
	p.text(s[n:])
}

// ref writes a digest and a size; the kind is known where it is read.
func (p *packer) ref(r ref) {
	p.bytes(r.digest[:])
	p.number(r.Bytes)
}
