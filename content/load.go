package content

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"strings"
	"sync"
)

// Load reads every case of a content folder: cases/<year>/<id>.md. A file that
// cannot be read does not keep the others from being loaded: the book holds
// all good cases, and the error every problem of every bad file in order of
// path. The book is never nil.
func Load(fsys fs.FS) (*Book, error) {
	paths, problems := caseFiles(fsys)
	cases := make([]*Case, len(paths))
	errs := make([]error, len(paths))
	parallel(len(paths), func(i int) { cases[i], errs[i] = loadCase(fsys, paths[i]) })
	b := &Book{Cases: make([]*Case, 0, len(paths))}
	for _, c := range cases {
		if c != nil {
			b.Cases = append(b.Cases, c)
		}
	}
	b.Sort()
	return b, errors.Join(append(problems, errs...)...)
}

// caseFiles lists the case files in order of path, and as problems whatever
// looks like one and would be passed over.
func caseFiles(fsys fs.FS) (paths []string, problems []error) {
	err := fs.WalkDir(fsys, "cases", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			problems = append(problems, fmt.Errorf("content: %w", err))
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
		case d.Type()&fs.ModeSymlink != 0:
			problems = append(problems, &SyntaxError{File: p, Reason: "a link: only files and folders may stand here"})
		case strings.HasPrefix(path.Base(p), ".") || path.Ext(p) != ".md":
		case !d.Type().IsRegular():
			problems = append(problems, &SyntaxError{File: p, Reason: "not a file: only a file can hold a case"})
		case strings.Count(p, "/") != 2:
			problems = append(problems, &SyntaxError{File: p, Reason: "misplaced: a case file is cases/<year>/<id>.md"})
		default:
			paths = append(paths, p)
		}
		return nil
	})
	if err != nil {
		problems = append(problems, fmt.Errorf("content: %w", err))
	}
	return paths, problems
}

func loadCase(fsys fs.FS, p string) (*Case, error) {
	src, err := fs.ReadFile(fsys, p)
	if err != nil {
		return nil, fmt.Errorf("content: %w", err)
	}
	c, err := Parse(p, src)
	if err != nil {
		return nil, err
	}
	if name := strings.TrimSuffix(path.Base(p), ".md"); name != c.ID {
		return nil, &SyntaxError{File: p, Key: "id", Value: c.ID, Reason: fmt.Sprintf("the file is named for %q: rename one of them", name)}
	}
	return c, nil
}

// parallel calls do for 0 to n-1 on every processor.
func parallel(n int, do func(i int)) {
	workers := min(runtime.GOMAXPROCS(0), n)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w; i < n; i += workers {
				do(i)
			}
		})
	}
	wg.Wait()
}
