package index

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"time"

	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/index/scorch/mergeplan"
	bleveindex "github.com/blevesearch/bleve_index_api"

	"casebook/content"
)

// A bleve is the index of words: bleve's store, without what is above it, for
// the mapping is newDocument and the queries are ours.
type bleve struct {
	*scorch.Scorch
	dir      string
	analysts *bleveindex.AnalysisQueue
	failed   chan error // of what bleve does on its own: it would go on trying for ever
}

// failing are the channels of those that are open, by folder. bleve takes what
// to call by the name of a function that is registered for all.
var failing sync.Map

const failingName = "casebook"

var registerFailing = sync.OnceFunc(func() {
	scorch.RegistryAsyncErrorCallbacks[failingName] = func(err error, dir string) {
		if failed, ok := failing.Load(dir); ok {
			select {
			case failed.(chan error) <- err:
			default: // the first will do
			}
		}
	}
})

// merging is when bleve makes one segment of several: ten of a size, from that
// of a batch on. Its own choice, which takes all below 2,000 cases for small,
// would merge most books into one, over and over while they are indexed.
var merging = func() mergeplan.MergePlanOptions {
	options := mergeplan.DefaultMergePlanOptions
	options.FloorSegmentSize = batchSize
	return options
}()

// openBleve opens what a folder holds, or something new; in memory if the
// folder is "".
func openBleve(dir string, readOnly bool) (*bleve, error) {
	registerFailing()
	b := &bleve{dir: dir, analysts: bleveindex.NewAnalysisQueue(max(2, runtime.GOMAXPROCS(0))), failed: make(chan error, 1)}
	failing.Store(dir, b.failed)
	config := map[string]any{
		"path": dir, "read_only": readOnly, "bolt_timeout": "1s", "asyncErrorCallbackName": failingName,
		"scorchMergePlanOptions": map[string]any{"FloorSegmentSize": batchSize},
	}
	store, err := scorch.NewScorch(scorch.Name, config, b.analysts)
	if err == nil {
		b.Scorch = store.(*scorch.Scorch)
		err = b.Open()
	}
	if err != nil {
		b.analysts.Close()
		return nil, fmt.Errorf("index: %w", err)
	}
	return b, nil
}

// Close frees what openBleve took.
func (b *bleve) Close() error {
	failing.CompareAndDelete(b.dir, b.failed)
	b.analysts.Close()
	return b.Scorch.Close()
}

// changeAndClose is change and Close. Where bleve fails on its own it returns
// at once, and does not wait for what may never end.
func (b *bleve) changeAndClose(cases []*content.Case, gone []string) ([]int, error) {
	var lengths []int
	done := make(chan error, 1)
	go func() {
		done <- guard(func() (err error) {
			lengths, err = b.change(cases, gone)
			return err
		})
	}()
	select {
	case err := <-done:
		return lengths, errors.Join(err, b.Close())
	case err := <-b.failed:
		closed := make(chan error, 1)
		go func() { closed <- guard(b.Close) }()
		select {
		case <-closed:
		case <-time.After(time.Second):
		}
		return nil, fmt.Errorf("index: %w", err)
	}
}

// change puts cases in, or in the place of what was there under their ids,
// takes out what is gone, and returns the lengths of those that came in. All
// of it is on the disk then.
func (b *bleve) change(cases []*content.Case, gone []string) ([]int, error) {
	batch := bleveindex.NewBatch()
	for _, id := range gone {
		batch.Delete(id)
	}
	if err := b.Batch(batch); err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	lengths, err := b.fill(cases)
	if err != nil {
		return nil, err
	}
	return lengths, b.settle()
}

// settle merges what many changes left in pieces, and waits until that is on
// the disk too: with the next batch, though it holds nothing of a case.
func (b *bleve) settle() error {
	if err := b.ForceMerge(context.Background(), &merging); err != nil {
		return fmt.Errorf("index: %w", err)
	}
	batch := bleveindex.NewBatch()
	batch.SetInternal([]byte("settled"), []byte{1})
	if err := b.Batch(batch); err != nil {
		return fmt.Errorf("index: %w", err)
	}
	return nil
}
