package index

import "math"

// The constants of BM25, as Robertson and Zaragoza give them ("The
// Probabilistic Relevance Framework: BM25 and Beyond", 2009, section 3.5).
const (
	k1 = 1.2  // how soon more of a word stops counting
	b  = 0.75 // how far a long case is held against itself
)

// idf is how much a word tells that stands in df of n cases; with the 1 it is
// never negative, however common the word.
func idf(n, df int) float64 {
	return math.Log(1 + (float64(n)-float64(df)+0.5)/(float64(df)+0.5))
}

// bm25 is what a word that occurs frequency times in a case of that length
// adds to the case's score. Frequencies, lengths and their mean are weighted
// by field: as Robertson, Zaragoza and Taylor show ("Simple BM25 extension to
// multiple weighted fields", 2004), a word of a field of weight 4 is one that
// the case says four times.
func bm25(idf float64, frequency, length int, mean float64) float64 {
	tf := float64(frequency)
	return idf * tf * (k1 + 1) / (tf + k1*(1-b+b*float64(length)/mean))
}

// round cuts a score to what two machines agree on: logarithms may differ in
// the last bit, and cases that tie must tie everywhere.
func round(score float64) float64 { return math.Round(score*1e6) / 1e6 }
