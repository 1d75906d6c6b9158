package crawler

import (
	"context"
	"fmt"

	"casebook/content"
	"casebook/crawler/archive"
	"casebook/crawler/text"
)

// Words are the words of a document that the archive holds and none of the
// sources has read: those of an article as [Press] reads them, those of a notice
// as any PDF's. A regulator's own pages are read by their source alone: what is
// left out of them, and what is taken from beside the text, only that knows.
func Words(r *archive.Reader, d content.Document) (content.Text, error) {
	body, contentType, err := bytesOf(r, d.SHA256)
	if err != nil {
		return content.Text{}, err
	}
	switch d.Kind {
	case content.Article:
		article, err := text.Article(body, contentType, d.URL)
		return content.Text{Title: article.Title, Body: article.Body}, err
	case content.Notice:
		var reader text.PDFReader
		defer reader.Close()
		read, err := reader.Read(context.Background(), body)
		return content.Text{Title: d.Title, Body: read.Body, Pages: read.Pages}, err
	}
	return content.Text{}, fmt.Errorf("no source that is known here has pages at %s", d.URL)
}

// bytesOf is the body with a digest, and what its server called it.
func bytesOf(r *archive.Reader, digest string) (body []byte, contentType string, err error) {
	for _, e := range r.Entries() {
		if e.Digest == digest && e.Status == 200 {
			body, err = r.Body(e, maxBody)
			return body, e.Header.Get("Content-Type"), err
		}
	}
	return nil, "", fmt.Errorf("no answer with the digest %s", digest)
}
