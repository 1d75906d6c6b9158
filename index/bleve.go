package index

import (
	"context"
	"fmt"
	"runtime"

	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/index/scorch/mergeplan"
	bleveindex "github.com/blevesearch/bleve_index_api"

	"casebook/content"
)

// A bleve is the index of words: bleve's store, without what is above it, for
// the mapping is newDocument and the queries are ours.
type bleve struct {
	*scorch.Scorch
	analysts *bleveindex.AnalysisQueue
}

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
	b := &bleve{analysts: bleveindex.NewAnalysisQueue(max(2, runtime.GOMAXPROCS(0)))}
	config := map[string]any{"path": dir, "read_only": readOnly, "bolt_timeout": "1s", "scorchMergePlanOptions": map[string]any{"FloorSegmentSize": batchSize}}
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
	b.analysts.Close()
	return b.Scorch.Close()
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
