package index

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"

	"casebook/content"
)

// What the folder of an index holds.
const (
	wordsName  = "words"      // bleve's folder
	stateName  = "state.json" // what is in it: there only while bleve's folder is whole
	lockName   = "lock"       // held while the index is open
	ignoreName = ".gitignore" // of everything: a cache is not committed
)

// Open indexes a book in a folder, where the next Open finds it: only cases
// whose words changed since are analysed again. An index that is damaged, was
// left unfinished or is of another version is made anew, and Index.Notice says
// so. Where nothing can be kept, because there is no folder, "", it cannot be
// written or is in use, the index is one of [Memory].
//
// Words of an individual's case that comes, changes or goes may have been a
// name, here or in cases that quote it: then nothing of before is kept.
func Open(dir string, book *content.Book) (*Index, error) {
	cases := numbered(book.Publishable())
	if dir == "" {
		return inMemory(cases)
	}
	lock, err := lockFolder(dir)
	if err != nil {
		return inMemory(cases)
	}
	x, err := folder(dir).open(cases)
	if err != nil {
		os.RemoveAll(folder(dir).words()) // as it is, it is good for nothing
		lock.Close()
		notice := ""
		if !errors.Is(err, fs.ErrPermission) {
			notice = fmt.Sprintf("the index of words could not be kept in %s: %v", dir, err)
		}
		x, err := inMemory(cases)
		if err == nil {
			x.Notice = notice
		}
		return x, err
	}
	x.closers = append(x.closers, lock.Close)
	return x, nil
}

// lockFolder makes the folder, if need be, and locks it.
func lockFolder(dir string) (*flock.Flock, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	lock := flock.New(filepath.Join(dir, lockName))
	ok, err := lock.TryLock()
	if err == nil && !ok {
		err = errors.New("another process has it open")
	}
	if err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	return lock, nil
}

// A folder holds an index. Whoever uses it has it locked.
type folder string

func (f folder) words() string { return filepath.Join(string(f), wordsName) }

// open brings the folder up to date with the cases and opens it.
func (f folder) open(cases []*content.Case) (*Index, error) {
	digests := texts(cases, digestOf)
	old, why := f.readState()
	if why == "" && old != nil {
		x, err := f.reuse(old, cases, digests)
		if x != nil {
			return x, nil
		}
		if err != nil {
			why = err.Error()
		}
	}
	lengths, err := f.rebuild(cases)
	if err != nil {
		return nil, err
	}
	x, err := f.finish(cases, digests, lengths)
	if err == nil && why != "" {
		x.Notice = "the index of words is made anew: " + why
	}
	return x, err
}

// reuse opens the index, after it gave bleve the cases that changed. It
// returns no index where it is better, or without an error needed, to make
// everything anew.
func (f folder) reuse(old *state, cases []*content.Case, digests []string) (x *Index, err error) {
	changed, gone, private := old.compare(cases, digests)
	if private || len(changed)+len(gone) > len(cases)/2 {
		return nil, nil
	}
	lengths := make([]int, len(cases))
	for i, c := range cases {
		lengths[i] = old.Cases[c.ID].Length
	}
	if len(changed)+len(gone) == 0 {
		return f.read(cases, lengths)
	}
	some := make([]*content.Case, len(changed))
	for n, i := range changed {
		some[n] = cases[i]
	}
	fresh, err := f.change(some, gone)
	if err != nil {
		return nil, err
	}
	for n, i := range changed {
		lengths[i] = fresh[n]
	}
	return f.finish(cases, digests, lengths)
}

// change gives bleve the cases that changed, takes from it what is gone, and
// returns the lengths of those that changed.
func (f folder) change(changed []*content.Case, gone []string) (lengths []int, err error) {
	if err := f.begin(); err != nil {
		return nil, err
	}
	err = guard(func() (err error) {
		b, err := openBleve(f.words(), false)
		if err != nil {
			return err
		}
		lengths, err = b.changeAndClose(changed, gone)
		return err
	})
	return lengths, err
}

// rebuild gives all cases to a new bleve.
func (f folder) rebuild(cases []*content.Case) ([]int, error) {
	if err := f.begin(); err != nil {
		return nil, err
	}
	if err := os.RemoveAll(f.words()); err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(string(f), ignoreName), []byte("*\n"), 0o644); err != nil {
		return nil, err
	}
	return f.change(cases, nil)
}

// begin takes the state away: whatever ends the process from now on, the next
// one does not take bleve's folder for whole.
func (f folder) begin() error {
	err := os.Remove(filepath.Join(string(f), stateName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// finish writes the state and opens the index.
func (f folder) finish(cases []*content.Case, digests []string, lengths []int) (*Index, error) {
	if err := f.writeState(newState(cases, digests, lengths)); err != nil {
		return nil, err
	}
	return f.read(cases, lengths)
}

// read opens the index to be searched; nothing is written any more.
func (f folder) read(cases []*content.Case, lengths []int) (x *Index, err error) {
	err = guard(func() error {
		b, err := openBleve(f.words(), true)
		if err != nil {
			return err
		}
		x, err = newIndex(b, cases, lengths)
		return err
	})
	return x, err
}

// guard makes an error of a panic: bleve's code may panic where its files are
// not what it wrote.
func guard(do func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("index: %v", p)
		}
	}()
	return do()
}
