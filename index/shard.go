package index

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"sync"

	"github.com/klauspost/compress/gzip"
)

// FormatVersion is what a browser must understand to read the shards. It
// changes with every change that FORMAT.md describes differently.
//
//	1  2026-11  first: manifest, directory, terms, positions, lengths, facets, numbers, cards
//	2  2026-11  the facet incident, the numbers of proposed, quotes in cards, terms without accents
//	3  2026-11  oldest case first; levels for frequencies and lengths; text in slots; positions beside terms; names
const FormatVersion = 3

// cardsEach is how many cards a file has: about 3 kB compressed. Ten results
// read ten of them where slots cannot be read.
const cardsEach = 16

// A ref names a file and its size, so that a cut or foreign one is noticed.
type ref struct {
	File  string `json:"file"`
	Bytes int    `json:"bytes"`

	digest [digestSize]byte // of the file's bytes: File is made of it
}

// digestSize is how much of a file's SHA-256 is in its name: enough to tell
// the files of all builds of a site apart, and few enough to list thousands.
const digestSize = 5

// A shards writes files and remembers which. It is for several goroutines at
// once, of which one at a time writes.
type shards struct {
	mu    sync.Mutex
	write func(name string, data []byte) error
	names map[string]bool // of the files that are written
	last  []byte          // file
}

// put compresses a file of one kind and names it after its bytes, so that a
// file that did not change keeps its name. Each begins with the kind's magic.
func (s *shards) put(kind string, raw []byte) (ref, error) {
	packed, err := deflated([]byte(magic(kind)), raw)
	if err != nil {
		return ref{}, fmt.Errorf("index: %s: %w", kind, err)
	}
	return s.putPacked(kind, packed)
}

// putPacked writes a file that is compressed already, as a whole or in parts.
func (s *shards) putPacked(kind string, packed []byte) (ref, error) {
	sum := sha256.Sum256(packed)
	r := ref{Bytes: len(packed), digest: [digestSize]byte(sum[:])}
	r.File = kind + "-" + hex.EncodeToString(r.digest[:]) + ".bin"
	s.mu.Lock()
	defer s.mu.Unlock()
	s.last = packed
	if s.names[r.File] {
		return r, nil
	}
	s.names[r.File] = true
	return r, s.write(r.File, packed)
}

// gzips are kept, because making one costs more than using it.
var gzips = sync.Pool{New: func() any {
	z, err := gzip.NewWriterLevel(nil, gzip.BestCompression)
	if err != nil {
		panic(err) // the level is part of the program
	}
	return z
}}

// deflated is the parts as one gzip member, which has no time and no name.
func deflated(parts ...[]byte) ([]byte, error) {
	z := gzips.Get().(*gzip.Writer)
	defer gzips.Put(z)
	var packed bytes.Buffer
	z.Reset(&packed)
	for _, part := range parts {
		if _, err := z.Write(part); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return packed.Bytes(), err
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
