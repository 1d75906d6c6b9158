package archive

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A Flaw is one thing that is wrong with an archive.
type Flaw struct {
	File   string // within the archive; "" where the reason names it
	Reason string
	Index  bool // of the index alone, which [RebuildIndex] puts right
}

// Verify reads every record of the archive in dir, compares the digests that
// it states of its block and of its payload, looks for the bodies that revisit
// records point to, and holds the index against the files. What it finds is
// listed; an error is one of reading.
func Verify(dir string) (*Reader, []Flaw, error) {
	v := &verifier{}
	r, err := open(dir, v.inspect)
	if err != nil {
		return nil, nil, err
	}
	var flaws []Flaw
	for _, line := range r.damage {
		flaws = append(flaws, Flaw{Reason: line})
	}
	for _, p := range v.pointers {
		_, byID := r.byID[p.refers]
		_, byBody := r.byBody[p.digest]
		if !byID && !byBody {
			flaws = append(flaws, Flaw{File: p.file, Reason: fmt.Sprintf("at byte %d: %s: the record that holds its body is missing", p.at, p.url)})
		}
	}
	index, err := r.verifyIndex(dir)
	return r, append(flaws, index...), err
}

// A verifier looks at records more closely than a listing does.
type verifier struct{ pointers []pointer }

// A pointer is a revisit record that says its body is that of another record.
type pointer struct {
	file, url, refers, digest string
	at                        int64
}

// ownHead begins every gzip member that a [Writer] writes: no name, no time, no
// flags, and nothing that its checksum would cover.
var ownHead = []byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff}

func (v *verifier) inspect(f *os.File, rec *scanned, at place) error {
	name := filepath.Base(f.Name())
	if ownName.MatchString(name) {
		head := make([]byte, len(ownHead))
		if _, err := f.ReadAt(head, at.offset); err != nil {
			return err
		}
		if !bytes.Equal(head, ownHead) {
			return fmt.Errorf("the head of the gzip member is %x, want %x", head, ownHead)
		}
	}
	if digest := rec.header.Get("WARC-Block-Digest"); digest != "" && !matches(&scanned{block: rec.block}, rec.block, digest) {
		return fmt.Errorf("%s: the block does not have the digest %s", rec.url(), digest)
	}
	if rec.kind() == "revisit" {
		if strings.HasSuffix(rec.header.Get("WARC-Profile"), "/identical-payload-digest") {
			v.pointers = append(v.pointers, pointer{name, rec.url(), rec.header.Get("WARC-Refers-To"), rec.header.Get("WARC-Payload-Digest"), at.offset})
		}
		return nil
	}
	return verifyPayload(rec)
}

func verifyPayload(rec *scanned) error {
	digest := rec.header.Get("WARC-Payload-Digest")
	if digest == "" || rec.kind() != "response" && rec.kind() != "resource" {
		return nil // the block's digest covers what was sent
	}
	body, err := payload(rec, maxBlock)
	if err != nil {
		return fmt.Errorf("%s: %w", rec.url(), err)
	}
	if !matches(rec, body, digest) {
		return fmt.Errorf("%s: the body does not have the digest %s", rec.url(), digest)
	}
	return nil
}

// indexLines are the lines that the index should have, in any order.
func (r *Reader) indexLines() []string {
	var lines []string
	for _, e := range r.entries {
		lines = append(lines, indexLine(e, filepath.Base(r.files[e.at.file].path)))
	}
	return lines
}

// verifyIndex holds the index against what the files hold. An archive of others
// need not have one.
func (r *Reader) verifyIndex(dir string) ([]Flaw, error) {
	want := r.indexLines()
	src, err := os.ReadFile(filepath.Join(dir, indexName))
	if errors.Is(err, fs.ErrNotExist) {
		if !slices.ContainsFunc(r.files, func(f file) bool { return ownName.MatchString(filepath.Base(f.path)) }) {
			return nil, nil
		}
		return []Flaw{{File: indexName, Reason: "is missing", Index: true}}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("archive: index: %w", err)
	}
	slices.Sort(want)
	if string(src) == strings.Join(want, "") {
		return nil, nil
	}
	flaws := r.missing(string(src))
	got := slices.Collect(strings.Lines(string(src)))
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			return append(flaws, Flaw{File: indexName, Reason: fmt.Sprintf("line %d is not what the files say; it has %d lines and they %d answers", i+1, len(got), len(want)), Index: true}), nil
		}
	}
	return flaws, nil
}

// missing are the files of our own that the index names and that are not there.
func (r *Reader) missing(index string) []Flaw {
	there := map[string]bool{}
	for _, f := range r.files {
		there[filepath.Base(f.path)] = true
	}
	var flaws []Flaw
	for line := range strings.Lines(index) {
		_, after, _ := strings.Cut(line, `"filename":"`)
		name, _, _ := strings.Cut(after, `"`)
		if ownName.MatchString(name) && !there[name] {
			there[name] = true
			flaws = append(flaws, Flaw{File: name, Reason: "the index names this file, and it is not there"})
		}
	}
	return flaws
}

// RebuildIndex writes the index of the archive in dir anew from its files.
func RebuildIndex(dir string) error {
	r, err := Open(dir)
	if err != nil {
		return err
	}
	return writeIndex(dir, r.indexLines())
}
