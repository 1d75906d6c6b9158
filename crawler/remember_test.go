package crawler_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"casebook/content"
	"casebook/crawler"
)

// TestRemember holds that a page of the book comes with the files to which the
// state says that it leads: without them a notice that is read anew would join
// no item.
func TestRemember(t *testing.T) {
	dir, page := t.TempDir(), "https://ico.example/action-weve-taken/enforcement/larkrise/"
	file := crawler.Link{URL: "https://ico.example/media2/larkrise.pdf", Title: "Notice", Key: "ico:7"}
	line := `{"url":"` + page + `","sha256":"0","first":"2031-03-01","read":"2031-03-01","links":[{"url":"` + file.URL + `","title":"Notice","key":"ico:7"}]}` + "\n"
	source := crawler.ICOActions("https://ico.example")
	if err := os.WriteFile(filepath.Join(dir, source.Name+".jsonl"), []byte(line), 0o644); err != nil {
		t.Fatal(err)
	}
	item := content.Document{URL: page, Kind: content.Item, Item: "ico:7"}
	got, err := crawler.Remember(dir, []crawler.Source{source}, []content.Document{item, {URL: file.URL, Kind: content.Notice}})
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || got[0].Document.URL != page {
		t.Fatalf("got %d pages, want the item alone", len(got))
	}
	if diff := cmp.Diff([]crawler.Link{file}, got[0].Files); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
