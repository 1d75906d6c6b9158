package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"casebook/content"
	"casebook/crawler"
	"casebook/crawler/archive"
)

// readArchive makes documents of the archive at dir, beside pages that earlier
// runs read and it may lack.
func readArchive(dir string, sources []crawler.Source, remembered []crawler.Remembered) ([]content.Reading, []string, error) {
	if _, err := os.Stat(dir); err != nil {
		return nil, nil, disk(fmt.Errorf("archive: %w", err), "name the folder that crawl wrote with --archive, or run casebook crawl first")
	}
	r, err := archive.Open(dir)
	if err != nil {
		return nil, nil, disk(err, "")
	}
	readings, problems := crawler.ReadBeside(r, sources, remembered)
	return readings, lines(problems), notGiven(problems)
}

// notGiven is the failure of a disk that did not give some of an archive, which
// is then not a smaller archive; nil where all could be read.
func notGiven(problems []crawler.Problem) error {
	for _, p := range problems {
		if _, ok := errors.AsType[*fs.PathError](p.Err); ok {
			return &failure{status: statusDisk, err: p.Err, hint: "the disk does not give the archive; nothing was written. Restore the file from a copy of it"}
		}
	}
	return nil
}

// textsByDigest are the texts of an archive's documents by the digest of
// their bytes, for looking up quotes. Where a page holds several documents, the
// rows of a table, their texts together are the text of its bytes.
func textsByDigest(readings []content.Reading) map[string]content.Text {
	texts := make(map[string]content.Text, len(readings))
	for _, r := range readings {
		t, ok := texts[r.Document.SHA256]
		if !ok {
			t = r.Text
		} else if !strings.Contains(t.Body, r.Text.Body) {
			t.Body += "\n\n" + r.Text.Body
		}
		texts[r.Document.SHA256] = t
	}
	return texts
}
