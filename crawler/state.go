package crawler

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"casebook/content/durable"
)

// Known is what is remembered of an address that was read: enough to ask for
// it again cheaply, and to go on without its bytes when nothing has changed.
type Known struct {
	URL      string   `json:"url"`
	Key      string   `json:"key,omitempty"`      // the publisher's own, see [Link]
	Stamps   []string `json:"stamps,omitempty"`   // of its last change, as listings gave them
	ETag     string   `json:"etag,omitempty"`     // of the answer
	Modified string   `json:"modified,omitempty"` // Last-Modified of the answer
	SHA256   string   `json:"sha256"`
	First    string   `json:"first"`              // day on which it was first read
	Read     string   `json:"read"`               // day on which it was last read whole
	Unlisted string   `json:"unlisted,omitempty"` // day since which the listing no longer names it
	Gone     string   `json:"gone,omitempty"`     // day since which it is answered with 404 or 410
	Links    []Link   `json:"links,omitempty"`    // to what it leads
}

// A step is one answer of a run under way, as the journal has it.
type step struct {
	Known
	At        time.Time `json:"at"`
	Sent      string    `json:"sent,omitempty"`      // what was posted
	Listing   bool      `json:"listing,omitempty"`   // to be forgotten when the run has ended
	List      string    `json:"list,omitempty"`      // of which the listing is a page, see [Found]
	Total     int       `json:"total,omitempty"`     // that the listing counts
	Left      int       `json:"left,omitempty"`      // of them, those that the page leaves out
	Unchanged bool      `json:"unchanged,omitempty"` // nothing new came to the archive
}

// A state is what is known of one source: a file of one line an address,
// sorted, that changes only where the source does, and a journal of the run
// under way, which a run that was cut off leaves behind for the next.
type state struct {
	path    string // "" remembers nothing beyond the run
	known   map[string]Known
	done    map[string]step // steps of a run that was cut off, by key
	journal *os.File
	news    bool // at the end: something is known that was not known before the run
}

// resumable is the time for which the next run takes over where one stopped.
const resumable = 12 * time.Hour

// openState reads the state of a source in dir. What a journal says was read
// counts only where holds finds it in the archive.
func openState(dir, source string, holds func(digest string) bool) (*state, error) {
	s := &state{known: map[string]Known{}, done: map[string]step{}}
	if dir == "" {
		return s, nil
	}
	if err := s.load(statePath(dir, source)); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrState, err)
	}
	if err := remove(s.path + heldMark); err != nil { // of a run that was killed: its journal says the same
		return nil, fmt.Errorf("%w: %w", ErrState, err)
	}
	return s, s.openJournal(holds)
}

// statePath is the file of what is known of a source.
func statePath(dir, source string) string { return filepath.Join(dir, source+".jsonl") }

// load takes in what a file of a state says.
func (s *state) load(path string) error {
	s.path = path
	b, err := readWhole(s.path)
	if err != nil {
		return err
	}
	n := 0
	for line := range bytes.Lines(b) {
		n++
		var k Known
		if err := json.Unmarshal(line, &k); err != nil {
			return fmt.Errorf("%w: %s:%d: %w", ErrState, s.path, n, err)
		}
		s.known[k.URL] = k
	}
	return nil
}

// readWhole reads a file; one that is not there is empty.
func readWhole(path string) ([]byte, error) {
	b, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: %w", ErrState, err)
	}
	return b, nil
}

// openJournal takes over what a run that was cut off had done, cuts off the
// line in which it was, and goes on behind it.
func (s *state) openJournal(holds func(digest string) bool) error {
	path := s.path + journalMark
	b, err := readWhole(path)
	if err != nil {
		return err
	}
	sound := int64(0)
	for line := range bytes.Lines(b) {
		var done step
		if !bytes.HasSuffix(line, []byte("\n")) || json.Unmarshal(line, &done) != nil {
			break
		}
		if done.Listing || done.Unchanged || holds(done.SHA256) {
			s.take(done)
		}
		sound += int64(len(line))
	}
	if s.journal, err = os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o644); err != nil {
		return fmt.Errorf("%w: %w", ErrState, err)
	}
	_, seek := s.journal.Seek(sound, io.SeekStart)
	if err := errors.Join(s.journal.Truncate(sound), seek); err != nil {
		return fmt.Errorf("%w: %w", ErrState, errors.Join(err, s.journal.Close()))
	}
	return nil
}

// take adds a step to what is known.
func (s *state) take(done step) {
	s.done[stepKey(done.URL, done.Sent)] = done
	if !done.Listing {
		s.known[done.URL] = done.Known
	}
}

// forgetListings lets the listings be asked for again in the same run.
func (s *state) forgetListings() {
	maps.DeleteFunc(s.done, func(_ string, done step) bool { return done.Listing })
}

func stepKey(url, sent string) string { return url + "\n" + sent }

// note remembers a step, so that a run that is cut off after it need not take
// it again.
func (s *state) note(done step) error {
	s.take(done)
	if s.journal == nil {
		return nil
	}
	line, err := json.Marshal(done)
	if err == nil {
		_, err = s.journal.Write(append(line, '\n'))
	}
	if err != nil {
		return fmt.Errorf("%w: %w", ErrState, err)
	}
	return nil
}

// pause ends a run that was cut off: its journal stays.
func (s *state) pause() error {
	s.news = len(s.done) > 0
	if s.journal == nil {
		return nil
	}
	if err := s.journal.Close(); err != nil {
		return fmt.Errorf("%w: %w", ErrState, err)
	}
	return nil
}

// finish ends a run that came to its end: what is known goes into the file,
// unless it says the same already, and the journal goes. Where it is held, both
// are left to [KeepState].
func (s *state) finish(hold bool) error {
	s.news = true
	if s.journal == nil {
		return nil
	}
	now, err := s.lines()
	if err != nil {
		return fmt.Errorf("%w: %w", ErrState, err)
	}
	to := s.path
	if hold {
		to += heldMark
	}
	before, err := readWhole(s.path)
	s.news = !bytes.Equal(before, now)
	if err == nil && s.news {
		err = durable.WriteFile(to, now)
	}
	err = errors.Join(err, s.journal.Close())
	if err == nil && !(hold && s.news) {
		err = os.Remove(s.journal.Name())
	}
	if err != nil {
		return fmt.Errorf("%w: %w", ErrState, err)
	}
	return nil
}

// lines are the file of what is known.
func (s *state) lines() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	for _, url := range slices.Sorted(maps.Keys(s.known)) {
		if err := e.Encode(s.known[url]); err != nil {
			return nil, fmt.Errorf("%s: %w", url, err)
		}
	}
	return b.Bytes(), nil
}

// What stands beside the file of a source until it is kept or dropped.
const (
	heldMark    = ".held"
	journalMark = ".part"
)

// KeepState makes what a run with [Config.HoldState] learned of sources what
// the next run knows. The journal of a source that was interrupted stays.
func KeepState(dir string, sources []Source) error {
	for _, source := range sources {
		path := statePath(dir, source.Name)
		err := os.Rename(path+heldMark, path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil {
			err = remove(path + journalMark)
		}
		if err != nil {
			return fmt.Errorf("%w: %w", ErrState, err)
		}
	}
	return nil
}

// AskAgain lets what a run with [Config.HoldState] read at some addresses count
// as not read: nothing could be made of it, and where the archive is gone by the
// next night nothing ever would.
func AskAgain(dir string, sources []Source, addresses []string) error {
	if len(addresses) == 0 {
		return nil
	}
	for _, source := range sources {
		s := &state{known: map[string]Known{}}
		if err := s.load(statePath(dir, source.Name) + heldMark); err != nil {
			return err
		}
		if len(s.known) == 0 {
			continue // nothing is held
		}
		for _, address := range addresses {
			if k, ok := s.known[address]; ok {
				k.Read = "" // and so to be read whole
				s.known[address] = k
			}
		}
		b, err := s.lines()
		if err == nil {
			err = durable.WriteFile(s.path, b)
		}
		if err != nil {
			return fmt.Errorf("%w: %w", ErrState, err)
		}
	}
	return nil
}

// DropState forgets what a run with [Config.HoldState] learned of sources.
func DropState(dir string, sources []Source) error {
	var errs []error
	for _, source := range sources {
		path := statePath(dir, source.Name)
		errs = append(errs, remove(path+heldMark), remove(path+journalMark))
	}
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("%w: %w", ErrState, err)
	}
	return nil
}

// remove removes a file that may not be there. It looks first: [os.Remove] tries
// twice, and where the disk fails the first time it would say what came of the
// second.
func remove(path string) error {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
