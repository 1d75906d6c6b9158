package text

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// Why a PDF gives no text.
var (
	ErrNotPDF    = errors.New("not a PDF")
	ErrCut       = errors.New("the PDF ends before its end mark")
	ErrEncrypted = errors.New("the PDF is encrypted")
	ErrDamaged   = errors.New("the PDF is damaged")
	ErrNoText    = errors.New("a scan: its pages hold no words")
	ErrTooLong   = errors.New("reading took longer than allowed")
	ErrTooMany   = errors.New("more pages than allowed")
)

const (
	pdfTime     = 3 * time.Second       // for one file, once it has a worker,
	pageTime    = 50 * time.Millisecond // and for each of its pages; they take six
	pdfPages    = 1000                  // of one file; the longest notice known has 150
	pdfWorkers  = 4
	memoryPages = 2048 // of 64 KiB: what one worker may use
)

// A PDFReader reads PDFs in a WebAssembly sandbox that has neither files nor
// network and bounded memory. Its zero value is ready; it starts at the first
// use, so that a program that reads no PDF pays nothing. It is safe for use by
// several goroutines, of which a few read at a time.
type PDFReader struct {
	once sync.Once
	pool pdfium.Pool
	err  error
	busy atomic.Int32 // files being read, also those given up
}

// Close ends the sandbox, unless a file is still being read.
func (r *PDFReader) Close() error {
	if r.pool == nil || r.busy.Load() > 0 {
		return nil
	}
	return r.pool.Close()
}

// start compiles the sandbox, which takes seconds; the compiled code is kept
// where the user has a folder for caches, and then it takes a tenth of one.
func (r *PDFReader) start() {
	workers := min(pdfWorkers, runtime.GOMAXPROCS(0))
	r.pool, r.err = webassembly.Init(webassembly.Config{
		MaxTotal: workers, MaxIdle: workers, ReuseWorkers: true,
		FSConfig: wazero.NewFSConfig(), // by default it would see the whole file system
		Stdout:   io.Discard, Stderr: io.Discard,
		RuntimeConfig: withCache(wazero.NewRuntimeConfig().
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
			WithMemoryLimitPages(memoryPages).
			WithCloseOnContextDone(true)), // three times slower, but a stuck worker can be killed
	})
	if r.err != nil {
		r.err = fmt.Errorf("text: start the PDF reader: %w", r.err)
	}
}

// withCache adds a cache of compiled code where a folder for it can be had; a
// program does as well without, only slower.
func withCache(config wazero.RuntimeConfig) wazero.RuntimeConfig {
	dir, err := os.UserCacheDir()
	if err != nil {
		return config
	}
	cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "casebook", "wazero"))
	if err != nil {
		return config
	}
	return config.WithCompilationCache(cache)
}

// Read returns a PDF's text; see [CheckPDF] for whether it can be trusted to be
// all. The errors above say why there is none; the worker of a file that takes
// too long is killed and another takes its place.
func (r *PDFReader) Read(ctx context.Context, pdf []byte) (Text, error) {
	if err := checkEnds(pdf); err != nil {
		return Text{}, err
	}
	pdf = pdf[Preamble(pdf):]
	r.once.Do(r.start)
	if r.err != nil {
		return Text{}, r.err
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	type result struct {
		pages []page
		err   error
	}
	read := make(chan result, 1)
	r.busy.Add(1)
	go func() {
		pages, err := r.pages(ctx, cancel, pdf)
		r.busy.Add(-1)
		read <- result{pages, err}
	}()
	select {
	case <-ctx.Done():
		return Text{}, fmt.Errorf("text: %w", context.Cause(ctx))
	case got := <-read:
		if got.err != nil {
			return Text{}, fmt.Errorf("text: %w", got.err)
		}
		return layout(got.pages)
	}
}

// pages reads every page, and cancels ctx when that takes too long. A call into
// the sandbox knows nothing of ctx: when it ends, the worker is killed.
func (r *PDFReader) pages(ctx context.Context, cancel context.CancelCauseFunc, pdf []byte) (pages []page, err error) {
	worker, err := r.pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, fmt.Errorf("no free worker: %w", err)
	}
	alive := context.AfterFunc(ctx, func() { worker.Kill() })
	limit := time.AfterFunc(pdfTime, func() { cancel(ErrTooLong) })
	defer limit.Stop()
	defer func() {
		if panicked := recover(); panicked != nil {
			err = fmt.Errorf("%w: %v", ErrDamaged, panicked)
		}
		switch {
		case !alive(): // killed
		case err != nil: // perhaps out of memory, and it would stay so
			worker.Kill()
		default:
			err = worker.Close()
		}
	}()
	doc, err := worker.OpenDocument(&requests.OpenDocument{File: &pdf})
	if err != nil {
		return nil, opening(err)
	}
	count, err := worker.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if count.PageCount > pdfPages {
		return nil, fmt.Errorf("%d pages: %w", count.PageCount, ErrTooMany)
	}
	limit.Reset(pdfTime + time.Duration(count.PageCount)*pageTime)
	for i := range count.PageCount {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		page, err := readPage(worker, doc.Document, i)
		if err != nil {
			return nil, fmt.Errorf("page %d: %w: %w", i+1, ErrDamaged, err)
		}
		pages = append(pages, page)
	}
	return pages, nil
}

// opening says in our words why a document did not open.
func opening(err error) error {
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword), errors.Is(err, pdfiumerrors.ErrSecurity):
		return ErrEncrypted
	default:
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
}
