package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"unicode/utf8"

	"casebook/content"
	"casebook/content/facts"
	"casebook/crawler/text"
)

// A fileReport is what one file states, and why it could not be read.
type fileReport struct {
	facts.Report
	body string // the text in which its quotes stand
	err  error
}

// largest bounds a file that is read whole.
const largest = 256 << 20

// readReports reads files on all CPUs and yields what they state in their
// order.
func readReports(ctx context.Context, files []string, stdin io.Reader) iter.Seq[fileReport] {
	return func(yield func(fileReport) bool) {
		pdfs := &text.PDFReader{}
		defer pdfs.Close()
		ready := make([]chan fileReport, len(files))
		for i := range ready {
			ready[i] = make(chan fileReport, 1)
		}
		slots := make(chan struct{}, 4*runtime.GOMAXPROCS(0)) // read ahead, but not everything
		stop := make(chan struct{})
		defer close(stop)
		next := make(chan int)
		go func() {
			defer close(next)
			for i := range files {
				select {
				case slots <- struct{}{}:
				case <-stop:
					return
				}
				next <- i
			}
		}()
		for range runtime.GOMAXPROCS(0) {
			go func() {
				for i := range next {
					ready[i] <- readReport(ctx, files[i], stdin, pdfs)
				}
			}()
		}
		for i := range files {
			report := <-ready[i]
			<-slots
			if !yield(report) {
				return
			}
		}
	}
}

// readReport reads one file; a file that cannot be read keeps its line.
func readReport(ctx context.Context, file string, stdin io.Reader, pdfs *text.PDFReader) fileReport {
	read, err := readText(ctx, file, stdin, pdfs)
	if err != nil {
		r := facts.NewReport(file, content.Facts{})
		r.Error = err.Error()
		return fileReport{Report: r, err: err}
	}
	published, err := content.ParseDate(read.Published)
	if err != nil {
		published = content.Date{} // the document does not say
	}
	t := content.Text{Title: read.Title, Body: read.Body, Pages: read.Pages}
	found, err := factsOf(t, facts.Hint{Published: published})
	r := facts.NewReport(file, found)
	if err != nil {
		err = fmt.Errorf("%s: %w", file, err)
		r.Error = err.Error()
	}
	return fileReport{Report: r, body: t.Body, err: err}
}

// readText reads a file as what its bytes are: PDF, HTML or plain text.
func readText(ctx context.Context, file string, stdin io.Reader, pdfs *text.PDFReader) (text.Text, error) {
	b, err := readBytes(file, stdin)
	if err != nil {
		return text.Text{}, err
	}
	var read text.Text
	switch {
	case bytes.HasPrefix(b, []byte("%PDF-")) || strings.EqualFold(filepath.Ext(file), ".pdf"):
		read, err = pdfs.Read(ctx, b)
	case isHTML(file, b):
		read, err = text.Article(b, "text/html", "https://document.example/")
	default:
		read = text.Text{Body: strings.ToValidUTF8(string(b), "\uFFFD")}
	}
	if err != nil {
		return text.Text{}, fmt.Errorf("%s: %w", file, err)
	}
	return read, nil
}

func readBytes(file string, stdin io.Reader) ([]byte, error) {
	r := stdin
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		r = f
	}
	b, err := io.ReadAll(io.LimitReader(r, largest+1))
	if err == nil && len(b) > largest {
		err = fmt.Errorf("larger than %d MB", largest>>20)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return b, nil
}

func isHTML(file string, b []byte) bool {
	switch strings.ToLower(filepath.Ext(file)) {
	case ".html", ".htm", ".xhtml":
		return true
	case ".txt", ".md":
		return false
	}
	start := bytes.ToLower(bytes.TrimSpace(b[:min(len(b), 512)]))
	return utf8.Valid(start) && (bytes.HasPrefix(start, []byte("<!doctype html")) || bytes.HasPrefix(start, []byte("<html")))
}
