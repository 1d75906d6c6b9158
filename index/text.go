package index

import (
	"bytes"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// packCases is how many cases have their text in one file. It may be large,
// 700 kB where a case has 12 kB of text, because its slots are only ever read
// one by one.
const packCases = 128

// exportTexts writes the text of every case as slots, and returns where each
// line stands. It also returns the files.
func (x *Index) exportTexts(s *shards, dictionary []byte) (texts []slotText, packs []ref, err error) {
	texts = make([]slotText, len(x.cases))
	packs = make([]ref, (len(x.cases)+packCases-1)/packCases)
	var all errgroup.Group
	all.SetLimit(runtime.GOMAXPROCS(0))
	for n := range packs {
		all.Go(func() error {
			from, to := n*packCases, min((n+1)*packCases, len(x.cases))
			slots, err := x.pack(texts[from:to], from, dictionary)
			if err == nil {
				packs[n], err = s.putPacked("text", slots)
			}
			return err
		})
	}
	return texts, packs, all.Wait()
}

// pack makes the slots of some cases, from one on, and notes where each line
// stands.
func (x *Index) pack(texts []slotText, from int, dictionary []byte) ([]byte, error) {
	slotter, err := newSlotter(dictionary)
	if err != nil {
		return nil, err
	}
	var slots bytes.Buffer
	for i := range texts {
		c := x.cases[from+i]
		text := slotter.text(newCard(c), lines(c))
		slots.Write(text.slots)
		texts[i].firsts = text.firsts
	}
	return slots.Bytes(), nil
}
