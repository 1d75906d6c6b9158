package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"time"

	"casebook/content"
	"casebook/index"
)

type serveCmd struct {
	Content string `default:"content" type:"path" placeholder:"DIR" help:"Folder of case files."`
	Addr    string `default:"127.0.0.1:8000" help:"Address to serve on."`
	siteFlags
	indexFlags
	ownerFlags
}

func (c *serveCmd) Help() string {
	return `Builds the site in a temporary folder and serves it. When a case file changes the site is built anew and open pages load
themselves again; a file with a mistake is reported and the last good site stays.
/api/search?q=WORDS&control=ID&sort=amount&limit=20 answers with the JSON of casebook search --json,
/api/suggest?q=LETTERS with names that begin so.

Examples:
  casebook serve --content content
  casebook serve --content /tmp/demo/content --addr 127.0.0.1:9000`
}

// watchEvery is how often the folder of case files is looked at for changes.
const watchEvery = 500 * time.Millisecond

func (c *serveCmd) Run(ctx context.Context, out *console) error {
	owner, err := c.load(c.Content)
	if err != nil {
		return err
	}
	c.complete(owner)
	l, err := listen(c.Addr)
	if err != nil {
		return err
	}
	defer l.Close()
	dir, err := os.MkdirTemp("", "casebook-serve-")
	if err != nil {
		return disk(err, "")
	}
	defer os.RemoveAll(dir)
	s := &served{cmd: c, out: out, public: filepath.Join(dir, "public"), reload: newReloader()}
	if err := s.rebuild(); err != nil {
		return err
	}
	defer s.shut()
	go s.watch(ctx)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /api/search", s.search)
	mux.HandleFunc("GET /api/suggest", s.suggest)
	mux.Handle("/", s.reload.handler(s.public))
	fmt.Fprintf(out.out, "The site is at %s\nIt is built anew when a file below %s changes. Ctrl-C ends it.\n", address(l), c.Content)
	return serveUntil(ctx, l, mux)
}

// served is a site that follows its case files.
type served struct {
	cmd    *serveCmd
	out    *console
	public string
	reload *reloader

	mutex sync.RWMutex  // held for as long as the index is opened anew
	book  *content.Book // the last that could be shown
	index *index.Index  // of it
}

// rebuild reads the case files and builds site and index of them.
func (s *served) rebuild() error {
	book, err := s.cmd.publishedBook(s.cmd.Content)
	if err != nil {
		return err
	}
	s.warn()
	s.mutex.Lock() // a question waits: the folder of the index is for one at a time
	defer s.mutex.Unlock()
	s.close()
	options := s.cmd.options("")
	options.Index = s.cmd.folder(s.cmd.Content)
	if err = buildSite(s.out, book, s.public, options); err == nil {
		s.book = book
	}
	if s.book == nil {
		return err
	}
	var failed error
	if s.index, failed = index.Open(options.Index, s.book); failed != nil {
		return errors.Join(err, disk(failed, ""))
	}
	s.out.noteOf(s.index.Notice)
	return err
}

// shut closes the index once nobody asks it any more.
func (s *served) shut() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.close()
}

// close closes the index, if one is open.
func (s *served) close() {
	if s.index != nil {
		s.index.Close()
		s.index = nil
	}
}

// warn says what keeps the book from being built for the public: a person who
// edits it shall see the site all the same.
func (s *served) warn() {
	book, problems, err := (&checkCmd{Content: s.cmd.Content}).load()
	if err != nil {
		return // loading it for the site says so
	}
	problems = slices.Concat(overrideProblems(s.cmd.Content, nil), problems, allProblems(book, nil))
	errs, _ := count(problems)
	if errs == 0 {
		return
	}
	fmt.Fprintf(s.out.errors, "casebook: warning: this site shows a book that check rejects: %s; casebook build will refuse it\n", plural(errs, "error"))
	s.out.notes(lines(slices.DeleteFunc(problems, func(p content.Problem) bool { return p.Warning })), 10)
}

// watch rebuilds when the case files changed, until ctx ends.
func (s *served) watch(ctx context.Context) {
	last := stamp(s.cmd.Content)
	tick := time.NewTicker(watchEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		now := stamp(s.cmd.Content)
		if now == last {
			continue
		}
		last = now
		if err := s.rebuild(); err != nil {
			report(s.out.progress, err)
			continue
		}
		s.reload.announce()
	}
}

// search answers /api/search.
func (s *served) search(w http.ResponseWriter, r *http.Request) {
	params := r.URL.Query()
	options := index.Options{Filters: map[string][]string{}, Sort: params.Get("sort")}
	for _, facet := range index.Facets {
		if len(params[facet]) > 0 {
			options.Filters[facet] = params[facet]
		}
	}
	for name, value := range map[string]*int{"limit": &options.Limit, "offset": &options.Offset} {
		if text := params.Get(name); text != "" {
			n, err := strconv.Atoi(text)
			if err != nil || n < 0 || n > 1000 {
				answer(w, http.StatusBadRequest, map[string]string{"error": name + ": want a number from 0 to 1000"})
				return
			}
			*value = n
		}
	}
	s.ask(w, func(x *index.Index) (any, error) { return x.Search(params.Get("q"), options) })
}

// suggest answers /api/suggest.
func (s *served) suggest(w http.ResponseWriter, r *http.Request) {
	s.ask(w, func(x *index.Index) (any, error) { return x.Suggest(r.URL.Query().Get("q")), nil })
}

// ask answers with what a question to the index gives.
func (s *served) ask(w http.ResponseWriter, question func(*index.Index) (any, error)) {
	s.mutex.RLock()
	defer s.mutex.RUnlock()
	if s.index == nil {
		answer(w, http.StatusServiceUnavailable, map[string]string{"error": "the index could not be opened; the terminal says why"})
		return
	}
	value, err := question(s.index)
	if err != nil {
		answer(w, http.StatusBadRequest, map[string]string{"error": err.Error()})
		return
	}
	answer(w, http.StatusOK, value)
}

func answer(w http.ResponseWriter, status int, value any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(value)
}
