package archive_test

import (
	"encoding/json"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/crawler/archive"
)

// mixed writes an archive with every kind of record, in two sessions.
func mixed(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	write(t, dir, page("https://www.ico.example/A/b?x=1&a=2", "one", 0))
	w, err := archive.Create(dir, "archive test")
	if err != nil {
		t.Fatal(err)
	}
	post := archive.Exchange{
		Method: "POST", URL: "https://ico.example/api", Time: noon, Status: 200,
		RequestHeader: http.Header{"Content-Type": {"application/json"}}, RequestBody: []byte(`{"pageNumber":1}`),
		Header: http.Header{"Content-Type": {"application/json"}}, Body: []byte("{}"),
	}
	for _, e := range []archive.Exchange{page("https://ico.example/twin", "one", 1), post} {
		if _, err := w.Add(e); err != nil {
			t.Fatal(err)
		}
	}
	same := archive.Exchange{URL: "https://ico.example/twin", Time: noon, Status: 304}
	for _, digest := range []string{archive.Digest([]byte("one")), archive.Digest([]byte("read elsewhere"))} {
		if err := w.NotModified(same, digest); err != nil {
			t.Fatal(err)
		}
		same.URL = "https://ico.example/elsewhere"
	}
	if err := w.Note("https://ico.example/", noon, "fetched: 3\r\n"); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

func indexOf(t *testing.T, dir string) []string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, "index.cdxj"))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
}

func TestIndex(t *testing.T) {
	dir := mixed(t)
	lines := indexOf(t, dir)
	if !slices.IsSorted(lines) {
		t.Error("the index is not sorted")
	}
	var got []string
	for _, line := range lines {
		got = append(got, line[:strings.Index(line, " {")])
	}
	sent := archive.Digest([]byte(`{"pageNumber":1}`))
	want := []string{
		"example,ico)/a/b?a=2&x=1 20261124120000",
		"example,ico)/api?__wb_method=post&__wb_post_data=" + sent + " 20261124120000",
		"example,ico)/elsewhere 20261124120000",
		"example,ico)/twin 20261124120000",
		"example,ico)/twin 20261124120100",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("keys (-want +got):\n%s", diff)
	}
	// A session that adds nothing finds the same, also where the index is gone.
	if err := os.Remove(filepath.Join(dir, "index.cdxj")); err != nil {
		t.Fatal(err)
	}
	write(t, dir)
	if diff := cmp.Diff(lines, indexOf(t, dir)); diff != "" {
		t.Errorf("index read from the files (-written +read):\n%s", diff)
	}
}

// That an address is as it was is an answer of its own, with no body of its own.
func TestNotModified(t *testing.T) {
	r := open(t, mixed(t))
	var got []string
	for _, e := range r.Entries() {
		if e.Status == 304 {
			body, err := r.Body(e, limit)
			got = append(got, e.URL+" "+string(body))
			if (err == nil) != strings.HasSuffix(e.URL, "/twin") {
				t.Errorf("%s: got body %q and error %v", e.URL, body, err)
			}
		}
	}
	if diff := cmp.Diff([]string{"https://ico.example/twin one", "https://ico.example/elsewhere "}, got); diff != "" {
		t.Errorf("answers (-want +got):\n%s", diff)
	}
}

// An independent reader lists the same answers at the same places. It runs
// where CASEBOOK_WARCIO names npm's warcio.
func TestWarcio(t *testing.T) {
	program := os.Getenv("CASEBOOK_WARCIO")
	if program == "" {
		t.Skip("CASEBOOK_WARCIO names no program")
	}
	dir := mixed(t)
	out, err := exec.Command(program, "cdx-index", filepath.Join(dir, "casebook-00000.warc.gz")).CombinedOutput()
	if err != nil {
		t.Fatalf("warcio: %v\n%s", err, out)
	}
	places := func(lines []string) []string {
		var all []string
		for _, line := range lines {
			key, object, _ := strings.Cut(line, " {")
			var said map[string]string
			if err := json.Unmarshal([]byte("{"+object), &said); err != nil {
				t.Fatalf("%q: %v", line, err)
			}
			delete(said, "requestBody")
			if said["method"] != "" { // what was posted stands in the key in another form
				key = key[:strings.Index(key, "__wb_")]
			}
			b, err := json.Marshal(said)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, key+" "+string(b))
		}
		slices.Sort(all)
		return all
	}
	theirs := places(strings.Split(strings.TrimSpace(string(out)), "\n"))
	if diff := cmp.Diff(theirs, places(indexOf(t, dir))); diff != "" {
		t.Errorf("index (-warcio +ours):\n%s", diff)
	}
}
