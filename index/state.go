package index

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"casebook/content"
	"casebook/content/durable"
)

// diskVersion is that of an index on disk. It changes with what newDocument
// gives to bleve, with the analysis and with the state:
//
//	1  2026-11  first
const diskVersion = 1

// A state says what bleve's folder holds. Only what it says and what is there
// agree is the folder used: bleve itself does not notice each damage.
type state struct {
	Version int                  `json:"version"`
	Files   map[string]string    `json:"files"` // digest by name
	Cases   map[string]caseWords `json:"cases"`
}

// A caseWords is what is kept of a case outside bleve.
type caseWords struct {
	Digest  string `json:"digest"`            // of all that is indexed
	Length  int    `json:"length"`            // weighted by field
	Private bool   `json:"private,omitempty"` // it is against an individual
}

// digestOf is a digest of everything of a case that is indexed.
func digestOf(c *content.Case) string {
	sum := sha256.New()
	for _, f := range fields {
		for _, passage := range f.text(c) {
			fmt.Fprintf(sum, "%s %d\n%s\n", f.name, len(passage), passage)
		}
	}
	return short(sum.Sum(nil))
}

// short is a digest as text: 16 bytes tell all books apart.
func short(sum []byte) string { return hex.EncodeToString(sum[:16]) }

func newState(cases []*content.Case, digests []string, lengths []int) *state {
	s := &state{Version: diskVersion, Cases: make(map[string]caseWords, len(cases))}
	for i, c := range cases {
		s.Cases[c.ID] = caseWords{digests[i], lengths[i], c.Organisation.Person}
	}
	return s
}

// compare says which cases changed since, by number, and which are gone, and
// whether one of them is against an individual.
func (s *state) compare(cases []*content.Case, digests []string) (changed []int, gone []string, private bool) {
	for i, c := range cases {
		if old, ok := s.Cases[c.ID]; !ok || old.Digest != digests[i] {
			changed = append(changed, i)
			private = private || old.Private || c.Organisation.Person
		}
	}
	gone = s.gone(cases)
	for _, id := range gone {
		private = private || s.Cases[id].Private
	}
	return changed, gone, private
}

// gone are the ids of cases that are no longer there, sorted.
func (s *state) gone(cases []*content.Case) (gone []string) {
	there := make(map[string]bool, len(cases))
	for _, c := range cases {
		there[c.ID] = true
	}
	for id := range s.Cases {
		if !there[id] {
			gone = append(gone, id)
		}
	}
	slices.Sort(gone)
	return gone
}

// readState reads the state of a folder and holds the folder to it. why says
// what is wrong; nothing is in a folder that never held an index.
func (f folder) readState() (s *state, why string) {
	raw, err := os.ReadFile(filepath.Join(string(f), stateName))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Lstat(f.words()); err == nil {
			return nil, "a run before did not finish it"
		}
		return nil, ""
	case err != nil:
		return nil, err.Error()
	}
	sum, body, _ := bytes.Cut(raw, []byte("\n"))
	if string(sum) != sumOf(body) || json.Unmarshal(body, &s) != nil {
		return nil, stateName + " is damaged"
	}
	if s.Version != diskVersion {
		return nil, fmt.Sprintf("it is of version %d, and this program writes version %d", s.Version, diskVersion)
	}
	files, err := f.files()
	if err != nil {
		return nil, err.Error()
	}
	for _, name := range slices.Sorted(maps.Keys(s.Files)) {
		if files[name] != s.Files[name] {
			return nil, wordsName + "/" + name + " is missing or damaged"
		}
	}
	return s, ""
}

func sumOf(body []byte) string {
	sum := sha256.Sum256(body)
	return short(sum[:])
}

// writeState writes what bleve's folder holds, in one step.
func (f folder) writeState(s *state) (err error) {
	if s.Files, err = f.files(); err != nil {
		return err
	}
	body, err := json.Marshal(s)
	if err != nil {
		return fmt.Errorf("index: %s: %w", stateName, err)
	}
	return durable.WriteFile(filepath.Join(string(f), stateName), slices.Concat([]byte(sumOf(body)), []byte("\n"), body))
}

// files are the digests of the files in bleve's folder.
func (f folder) files() (map[string]string, error) {
	files := map[string]string{}
	err := filepath.WalkDir(f.words(), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(f.words(), path)
		if err == nil {
			files[filepath.ToSlash(name)], err = fileDigest(path)
		}
		return err
	})
	return files, err
}

func fileDigest(path string) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return "", err
	}
	return short(sum.Sum(nil)), nil
}
