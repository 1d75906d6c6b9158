package content

import (
	"bytes"
	"regexp"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestFlippedByteOfACase changes one byte of a proved value or of a quote, each
// in turn: reading the file or checking it finds every one. Not so where
// evidence spells a party's name: documents spell it in many ways, and any is
// taken; the quote beside it is still looked up.
func TestFlippedByteOfACase(t *testing.T) {
	a, err := txtar.ParseFile("testdata/check/good.txtar")
	if err != nil {
		t.Fatal(err)
	}
	file, text := a.Files[0], a.Files[1]
	texts := map[string]Text{"0000000000000000000000000000000000000000000000000000000000000001": {Body: string(text.Data)}}
	tried := 0
	for _, m := range regexp.MustCompile(`(?:value: |quote: ")([^,"]+)`).FindAllSubmatchIndex(file.Data, -1) {
		if string(file.Data[m[2]:m[3]]) == "Northgate Lending Ltd" {
			continue
		}
		for at := m[2]; at < m[3]; at++ {
			bad := bytes.Clone(file.Data)
			bad[at] ^= 0x01
			book, err := Load(fstest.MapFS{file.Name: {Data: bad}})
			if err == nil && len(Check(book, texts)) == 0 {
				t.Errorf("byte %d, %q changed to %q near %q: not found", at, file.Data[at], bad[at], file.Data[m[2]:m[3]])
			}
			tried++
		}
	}
	if tried < 200 {
		t.Errorf("%d bytes tried, want at least 200", tried)
	}
}
