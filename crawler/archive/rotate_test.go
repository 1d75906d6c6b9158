package archive

import (
	"os"
	"testing"
	"time"
)

func TestRotation(t *testing.T) {
	dir := t.TempDir()
	w, err := Create(dir, "archive test")
	if err != nil {
		t.Fatal(err)
	}
	w.limit = 1000
	for _, path := range []string{"a", "b", "c", "d", "a"} {
		if _, err := w.Add(Exchange{URL: "https://ico.example/" + path, Time: time.Unix(0, 0), Status: 200, Body: []byte(path)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir(dir)
	if err != nil || len(files) < 2 {
		t.Fatalf("got %d files and %v, want several", len(files), err)
	}
	r, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range r.Entries() {
		if body, err := r.Body(e, 10); err != nil || "https://ico.example/"+string(body) != e.URL {
			t.Errorf("%s: got %q and %v", e.URL, body, err)
		}
	}
	if n := len(r.Entries()); n != 5 {
		t.Errorf("got %d entries, want 5", n)
	}
}
