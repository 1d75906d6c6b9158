package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// A reloader tells open pages that the site was built anew. Pages learn of it
// through a script that is added while serving, never to the built files.
type reloader struct {
	mu      sync.Mutex
	waiting map[chan struct{}]bool
}

func newReloader() *reloader { return &reloader{waiting: map[chan struct{}]bool{}} }

const reloadScript = `new EventSource('/_reload/events').addEventListener('reload', () => location.reload())
`

// announce makes every open page load itself again.
func (r *reloader) announce() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for page := range r.waiting {
		select {
		case page <- struct{}{}:
		default: // it has not yet acted on the last one
		}
	}
}

// handler serves the folder public with the script in each page.
func (r *reloader) handler(public string) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /_reload/script.js", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		fmt.Fprint(w, reloadScript)
	})
	mux.HandleFunc("GET /_reload/events", r.events)
	mux.Handle("/", withScript(public, siteHandler(public)))
	return mux
}

func (r *reloader) events(w http.ResponseWriter, req *http.Request) {
	page := make(chan struct{}, 1)
	r.mu.Lock()
	r.waiting[page] = true
	r.mu.Unlock()
	defer func() {
		r.mu.Lock()
		delete(r.waiting, page)
		r.mu.Unlock()
	}()
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	control := http.NewResponseController(w)
	for {
		if control.Flush() != nil {
			return
		}
		select {
		case <-req.Context().Done():
			return
		case <-page:
			fmt.Fprint(w, "event: reload\ndata: \n\n")
		}
	}
}

// withScript adds the reload script to pages of public and leaves all else to
// next.
func withScript(public string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/")
		if strings.HasSuffix(r.URL.Path, "/") {
			name += "index.html"
		}
		if r.Method != http.MethodGet || !strings.HasSuffix(name, ".html") || !fs.ValidPath(name) {
			next.ServeHTTP(w, r)
			return
		}
		page, err := fs.ReadFile(os.DirFS(public), name)
		if err != nil {
			next.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Cache-Control", "no-store")
		w.Write(bytes.Replace(page, []byte("</head>"), []byte(`<script src="/_reload/script.js" type="module"></script></head>`), 1))
	})
}

// siteHandler serves the built site in public, with its own page for an
// address that is not there.
func siteHandler(public string) http.Handler {
	root := os.DirFS(public)
	files := http.FileServerFS(root)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.Trim(r.URL.Path, "/")
		if name != "" {
			if _, err := fs.Stat(root, name); err != nil {
				notFound(w, root)
				return
			}
		}
		w.Header().Set("X-Content-Type-Options", "nosniff")
		files.ServeHTTP(w, r)
	})
}

func notFound(w http.ResponseWriter, root fs.FS) {
	page, err := fs.ReadFile(root, "404.html")
	if err != nil {
		http.Error(w, "not found", http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusNotFound)
	w.Write(page)
}

// stamp sums up names, sizes and times of the files under dir: it differs when
// one of them was changed, added or removed.
func stamp(dir string) string {
	var b strings.Builder
	filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return nil // a file that vanished meanwhile shows in the next stamp
		}
		if info, err := d.Info(); err == nil {
			fmt.Fprintf(&b, "%s %d %s\n", path, info.Size(), info.ModTime().Format(time.RFC3339Nano))
		}
		return nil
	})
	return b.String()
}
