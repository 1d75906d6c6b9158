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

// BM25 multiplies a word's idf with f·(k1+1)/(f+K), where f is how often the
// case says the word and K = k1·(1−b+b·length/mean). With x = f/K that is
// (k1+1)·x/(1+x), so that x is all that has to be known of a posting. It is
// kept as its logarithm in a byte, in steps of a twenty-fourth of an octave: the
// shards hold that byte and no lengths, and both engines rank by it, so that
// they cannot differ. Steps that are even in x would be coarse where BM25 is
// not saturated yet.
//
// Frequencies, lengths and their mean are weighted by field: as Robertson,
// Zaragoza and Taylor show ("Simple BM25 extension to multiple weighted
// fields", 2004), a word of a field of weight 4 is one that the case says
// four times.
const (
	impactSteps = 24 // to the octave: a step is 2.9 %
	impactOne   = 97 // the level of x = 1; 1 is x = 1/16, 255 is x = 96
)

// level is the impact of a word that occurs frequency times in a case of that
// length.
func level(frequency, length int, mean float64) byte {
	x := float64(frequency) / (k1 * (1 - b + b*float64(length)/mean))
	return byte(min(max(math.Round(impactSteps*math.Log2(x))+impactOne, 1), 255))
}

// impacts are what a posting of each level multiplies the word's idf with.
var impacts = func() (all [256]float64) {
	for i := range all {
		x := math.Exp2(float64(i-impactOne) / impactSteps)
		all[i] = (k1 + 1) * x / (1 + x)
	}
	return all
}()

// rankedMean is the mean length that levels are made with: two digits of the
// true one. Were it exact, every new case would shift it by a hair, and with
// it some posting in nearly every shard.
func rankedMean(mean float64) float64 {
	if mean < 1 {
		return 1
	}
	unit := math.Pow(10, math.Floor(math.Log10(mean))-1)
	return math.Round(mean/unit) * unit
}

// round cuts a score to what two machines agree on: logarithms may differ in
// the last bit, and cases that tie must tie everywhere.
func round(score float64) float64 { return math.Round(score*1e6) / 1e6 }
