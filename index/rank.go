package index

import "math"

// The constants of BM25, as Robertson and Zaragoza give them ("The
// Probabilistic Relevance Framework", 2009, section 3).
const (
	k1 = 1.2  // how soon more of a word stops counting
	b  = 0.75 // how far a long case is held against itself
)

// idf is how much a word that stands in df of n cases tells.
func idf(n, df int) float64 {
	return math.Log(1 + (float64(n)-float64(df)+0.5)/(float64(df)+0.5))
}

// bm25 is what a word that occurs frequency times in a case of that length
// adds to the case's score. Frequencies and lengths are weighted by field.
func bm25(idf float64, frequency, length int, mean float64) float64 {
	tf := float64(frequency)
	return idf * tf * (k1 + 1) / (tf + k1*(1-b+b*float64(length)/mean))
}
