package site

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"
)

//go:embed static
var staticFolder embed.FS

// staticFiles are the files that are published as they stand, and the scripts
// of the search page but for its client, which is made with the shards.
func staticFiles() ([]output, error) {
	var outs []output
	err := fs.WalkDir(staticFolder, "static", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(name, "static/search/") && path.Ext(name) == ".js" {
			return err
		}
		src, err := staticFolder.ReadFile(name)
		if err != nil {
			return err
		}
		outs = append(outs, output{path: strings.TrimPrefix(name, "static/"), make: func(to *bytes.Buffer) error {
			_, err := to.Write(src)
			return err
		}})
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	for _, script := range pageScripts {
		outs = append(outs, output{path: "search/" + script, make: func(to *bytes.Buffer) error {
			src, err := bundle(script, "null")
			to.Write(src)
			return err
		}})
	}
	return outs, nil
}

// styleURL is the style sheet's address with a mark of its content, so that a
// browser never shows a new page in an old style.
var styleURL = sync.OnceValue(func() string {
	src, err := staticFolder.ReadFile("static/casebook.css")
	if err != nil {
		panic(err) // it is part of the program
	}
	sum := sha256.Sum256(src)
	return "casebook.css?v=" + hex.EncodeToString(sum[:4])
})
