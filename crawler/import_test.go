package crawler_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"casebook/crawler"
	"casebook/crawler/archive"
)

// importInto imports files into a new archive and returns what it then holds,
// a line each.
func importInto(t *testing.T, files ...string) ([]string, crawler.Report, error) {
	t.Helper()
	from, err := archive.OpenFiles(files...)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	w, err := archive.Create(dir, "crawler test")
	if err != nil {
		t.Fatal(err)
	}
	report, failure := crawler.Import(t.Context(), crawler.Config{Sources: crawler.Sources(home), Archive: w}, from)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, e := range openArchive(t, dir).Entries() {
		lines = append(lines, e.Time.Format(time.DateTime)+" "+strings.TrimPrefix(e.URL, home))
	}
	return lines, report, failure
}

// What others read years ago comes in version by version, and nothing else of
// their files.
func TestImport(t *testing.T) {
	s := store(t)
	add := func(address string, status int, body string) {
		s.at = s.at.Add(time.Hour)
		e := archive.Exchange{URL: address, Time: s.at, Status: status, Header: map[string][]string{"Content-Type": {"text/html"}}, Body: []byte(body)}
		if _, err := s.w.Add(e); err != nil {
			t.Fatal(err)
		}
	}
	item := "/action-weve-taken/enforcement/a/"
	add("http://www.ico.example"+item, 200, itemPage("1", "A", "1 May 2019", ""))
	add(home+item, 200, itemPage("1", "A Limited", "1 May 2019", ""))
	add(home+item, 301, "")
	add(home+"/media2/x/a.pdf", 200, pdf(t, "Words of A."))
	add(home+"/action-weve-taken/enforcement/b/", 404, itemPage("1408", "Page not found", "", ""))
	add(home+"/about-the-ico/", 200, itemPage("2", "About", "1 May 2019", ""))
	add("https://elsewhere.example"+item, 200, itemPage("3", "Elsewhere", "1 May 2019", ""))
	if err := s.w.Close(); err != nil {
		t.Fatal(err)
	}
	got, report, err := importInto(t, filepath.Join(s.dir, "casebook-00000.warc.gz"))
	want := []string{"2026-11-24 13:00:00 " + item, "2026-11-24 14:00:00 " + item, "2026-11-24 16:00:00 /media2/x/a.pdf"}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("imported (-want +got):\n%serror %v", diff, err)
	}
	if report.Sources[0].Fetched != 3 || report.Sources[0].Listed != 1 {
		t.Errorf("got %+v, want three answers of one document", report.Sources[0])
	}
}

// A page that is not what it should be stays out, with its reason.
func TestImportOfAnErrorPage(t *testing.T) {
	s := store(t)
	s.add("/action-weve-taken/enforcement/a/", 200, itemPage("1", "A", "1 May 2019", ""))
	s.add("/action-weve-taken/enforcement/b/", 200, itemPage("1408", "Page not found", "", ""))
	if err := s.w.Close(); err != nil {
		t.Fatal(err)
	}
	got, report, err := importInto(t, filepath.Join(s.dir, "casebook-00000.warc.gz"))
	if len(got) != 1 || len(report.Sources[0].Failed) != 1 || !errors.Is(err, crawler.ErrPartial) {
		t.Errorf("got %q, failures %v and %v", got, report.Sources[0].Failed, err)
	}
}

func TestImportOfOtherFiles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.warc")
	if err := os.WriteFile(path, []byte("no archive at all"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, _, err := importInto(t, path); !errors.Is(err, crawler.ErrPartial) || !strings.Contains(err.Error(), "no WARC record") {
		t.Errorf("no archive: got %v", err)
	}
	s := store(t)
	s.add("/about-the-ico/", 200, itemPage("2", "About", "1 May 2019", ""))
	if err := s.w.Close(); err != nil {
		t.Fatal(err)
	}
	if _, _, err := importInto(t, filepath.Join(s.dir, "casebook-00000.warc.gz")); err == nil || !strings.Contains(err.Error(), "no document of the sources") {
		t.Errorf("an archive of other pages: got %v", err)
	}
}
