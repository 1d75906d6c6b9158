package text

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// Why a PDF gives no text.
var (
	ErrNotPDF    = errors.New("not a PDF")
	ErrNoText    = errors.New("a scan: its pages hold no words")
	ErrTooLong   = errors.New("reading it took too long")
	ErrManyPages = errors.New("more pages than a notice has")
)

const (
	pdfTime     = 20 * time.Second // for one file
	pdfPages    = 1000
	memoryPages = 4096 // of 64 kB: what one instance of the sandbox may use
)

// A PDFReader reads PDFs in a WebAssembly sandbox without files and network.
// It starts at its first use, so that a program that reads none pays nothing,
// and is safe for use by several goroutines.
type PDFReader struct {
	once sync.Once
	pool pdfium.Pool
	err  error
}

// start compiles the sandbox; the compiled code is cached between runs where
// there is a cache folder.
func (r *PDFReader) start() {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(memoryPages)
	if dir, err := os.UserCacheDir(); err == nil {
		if cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "casebook", "wazero")); err == nil {
			config = config.WithCompilationCache(cache)
		}
	}
	workers := runtime.GOMAXPROCS(0)
	r.pool, r.err = webassembly.Init(webassembly.Config{
		MaxTotal: workers, MaxIdle: workers, ReuseWorkers: true,
		FSConfig:      wazero.NewFSConfig(), // by default the root of the file system would be mounted
		RuntimeConfig: config,
	})
}

// Close ends the sandbox.
func (r *PDFReader) Close() error {
	if r.pool == nil {
		return nil
	}
	return r.pool.Close()
}

// Read returns a PDF's text, page by page.
func (r *PDFReader) Read(pdf []byte) (Text, error) {
	if !bytes.Contains(pdf[:min(len(pdf), 1024)], []byte("%PDF-")) {
		return Text{}, fmt.Errorf("text: %w", ErrNotPDF)
	}
	r.once.Do(r.start)
	if r.err != nil {
		return Text{}, fmt.Errorf("text: start the PDF reader: %w", r.err)
	}
	type result struct {
		pages []string
		err   error
	}
	ctx, cancel := context.WithTimeout(context.Background(), pdfTime)
	defer cancel()
	read := make(chan result, 1)
	go func() {
		pages, err := r.pages(ctx, pdf)
		read <- result{pages, err}
	}()
	select {
	case <-ctx.Done():
		return Text{}, fmt.Errorf("text: %w", ErrTooLong)
	case got := <-read:
		if got.err != nil {
			return Text{}, fmt.Errorf("text: %w", got.err)
		}
		return layout(got.pages)
	}
}

// pages reads the raw text of each page.
func (r *PDFReader) pages(ctx context.Context, pdf []byte) ([]string, error) {
	instance, err := r.pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, err
	}
	defer instance.Close()
	doc, err := instance.OpenDocument(&requests.OpenDocument{File: &pdf})
	if err != nil {
		return nil, err
	}
	defer instance.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: doc.Document})
	count, err := instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	if err != nil {
		return nil, err
	}
	if count.PageCount > pdfPages {
		return nil, ErrManyPages
	}
	var pages []string
	for i := range count.PageCount {
		if ctx.Err() != nil {
			return nil, ErrTooLong
		}
		page, err := pageText(instance, doc.Document, i)
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, err)
		}
		pages = append(pages, page)
	}
	return pages, nil
}

func pageText(instance pdfium.Pdfium, doc references.FPDF_DOCUMENT, i int) (string, error) {
	got, err := instance.GetPageText(&requests.GetPageText{
		Page: requests.Page{ByIndex: &requests.PageByIndex{Document: doc, Index: i}},
	})
	if err != nil {
		return "", err
	}
	return got.Text, nil
}
