package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/gofrs/flock"
)

// The files that are locked stand in the folder that holds the folders a run
// writes to, and stay there: what counts is the lock of the operating system on
// them, which ends with the process that has it, however that ends.
const (
	lockName    = ".casebook.lock"         // held by the one run that may write
	writingName = ".casebook.writing.lock" // held while case files are written, shared by who reads them all
)

// A holder is who has a lock, as the file says.
type holder struct {
	Command string `json:"command"`
	Host    string `json:"host"`
	PID     int    `json:"pid"`
	Started string `json:"started"`
}

func (h holder) String() string {
	if h.PID == 0 {
		return "another run" // it has not come to writing its name yet
	}
	return fmt.Sprintf("casebook %s, process %d on %s, started %s", h.Command, h.PID, h.Host, h.Started)
}

// notAsked is what to do where a run cannot even begin.
const notAsked = "nothing was asked for yet; free some space: the folder that holds archive, content and state must be writable"

// lockFor locks the places of the folders that a command writes to and returns
// what unlocks them. Where another run has one, it says which.
func lockFor(command string, folders ...string) (unlock func(), err error) {
	var held []*flock.Flock
	unlock = func() {
		for _, l := range held {
			l.Close() // the process ends soon, and the lock with it at the latest
		}
	}
	for _, place := range placesOf(folders) {
		l, err := lockAt(filepath.Join(place, lockName), command)
		if err != nil {
			unlock()
			return nil, err
		}
		held = append(held, l)
	}
	return unlock, nil
}

// placesOf are the folders that hold folders, each once, in an order that all
// runs share.
func placesOf(folders []string) []string {
	var places []string
	for _, f := range folders {
		if f == "" {
			continue
		}
		if abs, err := filepath.Abs(f); err == nil {
			f = abs
		}
		if place := filepath.Dir(f); !slices.Contains(places, place) {
			places = append(places, place)
		}
	}
	slices.Sort(places)
	return places
}

func lockAt(path, command string) (*flock.Flock, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, disk(fmt.Errorf("lock: %w", err), "")
	}
	l := flock.New(path, flock.SetPermissions(0o644))
	got, err := l.TryLock()
	switch {
	case err != nil:
		return nil, disk(fmt.Errorf("lock: %w", err), notAsked)
	case !got:
		return nil, &failure{status: statusLocked, err: fmt.Errorf("%s: %s is at work here: %s", command, holderOf(path), filepath.Dir(path)),
			hint: "wait until it has ended; its lock ends with it, there is no file to remove"}
	}
	host, _ := os.Hostname() // "" says nothing, and is nobody's loss
	me, err := json.Marshal(holder{command, host, os.Getpid(), time.Now().UTC().Format(time.RFC3339)})
	if err == nil {
		err = os.WriteFile(path, append(me, '\n'), 0o644)
	}
	if err != nil {
		return nil, errors.Join(disk(fmt.Errorf("lock: %w", err), notAsked), l.Close())
	}
	return l, nil
}

// holderOf is who has the lock of a file; one that got it just now may still be
// writing its name.
func holderOf(path string) holder {
	var h holder
	for range 10 {
		if b, err := os.ReadFile(path); err == nil && json.Unmarshal(b, &h) == nil {
			return h
		}
		time.Sleep(20 * time.Millisecond)
	}
	return holder{}
}

// whileWriting has write change case files while nobody reads them all.
func whileWriting(contentDir string, write func() error) error {
	path := writingFile(contentDir)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return disk(err, "")
	}
	l := flock.New(path, flock.SetPermissions(0o644))
	if err := l.Lock(); err != nil {
		return disk(fmt.Errorf("lock: %w", err), "the folder that holds the content folder must be writable")
	}
	defer l.Close()
	return write()
}

// whileStill has read read case files while nobody writes them, so that what it
// reads is the state before a run or the state after it. A folder beside which
// nobody has ever written is only read.
func whileStill(contentDir string, read func() error) error {
	path := writingFile(contentDir)
	for {
		_, err := os.Stat(path)
		written := err == nil
		l := flock.New(path, flock.SetFlag(os.O_RDONLY))
		if written && l.RLock() != nil { // its file system knows no locks: what is read is whole files at least
			return read()
		}
		err = read()
		l.Close()
		if _, now := os.Stat(path); written || errors.Is(now, fs.ErrNotExist) {
			return err
		}
	}
}

func writingFile(contentDir string) string {
	if abs, err := filepath.Abs(contentDir); err == nil {
		contentDir = abs
	}
	return filepath.Join(filepath.Dir(contentDir), writingName)
}
