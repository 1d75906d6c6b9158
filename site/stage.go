package site

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
)

// manifestName is the file that marks a folder as made by casebook and lists
// what casebook put there: a file a line, after the SHA-256 of what it holds,
// as sha256sum reads it.
const manifestName = ".casebook"

const manifestHead = "# Files of a site made by casebook; the next build replaces or removes them and no others."

// A listed is one file that casebook made.
type listed struct{ name, digest string }

// A stage is a folder beside the site in which the next one is made. Where a
// file did not change it is the same file, linked.
type stage struct {
	out, next, last string          // the site; the one being made; the one just replaced
	before          map[string]bool // files of the site that casebook made

	mu      sync.Mutex
	files   []listed
	written atomic.Int64
	bytes   atomic.Int64
	removed int
	pages   int
}

// stageOf is where the next site in a folder is made.
func stageOf(out string) (*stage, error) {
	out, err := filepath.Abs(out)
	if err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	if real, err := filepath.EvalSymlinks(out); err == nil {
		out = real
	}
	dir, base := filepath.Split(out)
	if base == "" {
		return nil, fmt.Errorf("site: %q is the root of a file system: choose a folder", out)
	}
	return &stage{out: out, next: filepath.Join(dir, "."+base+".next"), last: filepath.Join(dir, "."+base+".last")}, nil
}

// LeftOver names the folders that a build which was killed left beside the site
// in a folder.
func LeftOver(out string) ([]string, error) {
	s, err := stageOf(out)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, dir := range []string{s.next, s.last} {
		switch _, err := os.Lstat(dir); {
		case err == nil:
			names = append(names, filepath.Base(dir))
		case !errors.Is(err, fs.ErrNotExist):
			return nil, fmt.Errorf("site: %w", err)
		}
	}
	return names, nil
}

// Recover removes what a killed build left beside the site in a folder, and
// ends the exchange of the old site for the new one where that was broken off.
func Recover(out string) error {
	s, err := stageOf(out)
	if err != nil {
		return err
	}
	return s.recover()
}

// newStage makes the folder, after finishing or undoing what an interrupted
// build left behind.
func newStage(out string) (*stage, error) {
	s, err := stageOf(out)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(s.out), 0o755); err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	if err := s.recover(); err != nil {
		return nil, err
	}
	if s.before, err = made(s.out); err != nil {
		return nil, err
	}
	if err := os.Mkdir(s.next, 0o755); err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	if err := os.WriteFile(filepath.Join(s.next, manifestName), []byte(manifestHead+"\n"), 0o644); err != nil {
		s.discard()
		return nil, fmt.Errorf("site: %w", err)
	}
	return s, nil
}

// recover removes a half-made site and finishes a swap that was cut short.
func (s *stage) recover() error {
	if _, err := os.Stat(s.next); err == nil {
		if _, err := made(s.next); err != nil {
			return err
		}
		if err := remove(s.next); err != nil {
			return fmt.Errorf("site: %w", err)
		}
	}
	if _, err := os.Stat(s.last); err != nil {
		return nil
	}
	if _, err := os.Stat(s.out); errors.Is(err, fs.ErrNotExist) {
		if err := os.Rename(s.last, s.out); err != nil {
			return fmt.Errorf("site: %w", err)
		}
		return nil
	}
	return s.clear()
}

// made reads which files of a folder casebook made. A folder that is missing or
// empty has none; one that holds anything but has no manifest is refused.
func made(dir string) (map[string]bool, error) {
	src, err := os.ReadFile(filepath.Join(dir, manifestName))
	if errors.Is(err, fs.ErrNotExist) {
		entries, err := os.ReadDir(dir)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return nil, fmt.Errorf("site: %w", err)
		case len(entries) > 0:
			return nil, fmt.Errorf("site: %q holds files that casebook did not make (%q): choose an empty or new folder", dir, entries[0].Name())
		}
		return map[string]bool{}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	files := map[string]bool{manifestName: true}
	lines := bufio.NewScanner(bytes.NewReader(src))
	for lines.Scan() {
		_, name, ok := strings.Cut(lines.Text(), "  ")
		if !ok {
			name = lines.Text() // as sites of before digests were listed have it
		}
		if filepath.IsLocal(filepath.FromSlash(name)) && !strings.HasPrefix(name, "#") {
			files[name] = true
		}
	}
	return files, nil
}

// buffers hold a page while it is compared with the one before.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// renderAll makes the outputs on every processor.
func (s *stage) renderAll(outputs []output) error {
	var next atomic.Int64
	var all sync.WaitGroup
	errs := make([]error, len(outputs))
	var failed atomic.Bool
	for range min(runtime.GOMAXPROCS(0), len(outputs)) {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(outputs) && !failed.Load(); i = int(next.Add(1)) - 1 {
				if errs[i] = s.render(outputs[i]); errs[i] != nil {
					failed.Store(true)
				}
			}
		})
	}
	all.Wait()
	return errors.Join(errs...)
}

func (s *stage) render(o output) error {
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	if err := o.make(b); err != nil {
		return err
	}
	return s.put(o.path, b.Bytes())
}

// put lays a file into the stage: the old one where its bytes are the same.
func (s *stage) put(name string, data []byte) error {
	local := filepath.FromSlash(name)
	to, old := filepath.Join(s.next, local), filepath.Join(s.out, local)
	if !filepath.IsLocal(local) {
		return fmt.Errorf("site: %q would lie outside the site", name)
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return fmt.Errorf("site: %w", err)
	}
	s.note(name, data)
	if info, err := os.Lstat(old); err == nil {
		if !s.before[name] {
			return fmt.Errorf("site: %q was not made by casebook and is in the way: move it", old)
		}
		if same(old, info, data) && keep(old, to, info, data) == nil {
			return nil
		}
	}
	s.written.Add(1)
	if err := os.WriteFile(to, data, 0o644); err != nil {
		return fmt.Errorf("site: %d bytes not written: %w", len(data), err)
	}
	return nil
}

func (s *stage) note(name string, data []byte) {
	sum := sha256.Sum256(data)
	s.bytes.Add(int64(len(data)))
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files = append(s.files, listed{name, hex.EncodeToString(sum[:])})
	if path.Ext(name) == ".html" {
		s.pages++
	}
}

// same reports whether a file holds data.
func same(name string, info fs.FileInfo, data []byte) bool {
	if !info.Mode().IsRegular() || info.Size() != int64(len(data)) {
		return false
	}
	old, err := os.ReadFile(name)
	return err == nil && bytes.Equal(old, data)
}

// keep makes to the file old is, or where the file system has no links a copy
// of the same time.
func keep(old, to string, info fs.FileInfo, data []byte) error {
	if os.Link(old, to) == nil {
		return nil
	}
	if err := os.WriteFile(to, data, 0o644); err != nil {
		return err
	}
	return os.Chtimes(to, info.ModTime(), info.ModTime())
}

// report says what was made, once the site stands.
func (s *stage) report() Report {
	return Report{Pages: s.pages, Written: int(s.written.Load()), Removed: s.removed, Bytes: s.bytes.Load()}
}

// discard removes what is left of the stage; after a swap that is nothing.
func (s *stage) discard() { remove(s.next) }

// manifest is what the next build must know of this one.
func manifest(files []listed) []byte {
	b := []byte(manifestHead + "\n")
	for _, f := range files {
		b = fmt.Appendf(b, "%s  %s\n", f.digest, f.name)
	}
	return b
}
