// Textbook BM25, the same as index/rank.go. Frequencies, lengths and their
// mean come weighted by field.

// idf is how much a word tells that stands in df of n cases.
export function idf(n, df) {
  return Math.log(1 + (n - df + 0.5) / (df + 0.5))
}

// bm25 is what a word adds to the score of a case.
export function bm25(rarity, frequency, length, { k1, b, mean }) {
  return rarity * frequency * (k1 + 1) / (frequency + k1 * (1 - b + b * length / mean))
}

// round cuts a score to what two machines agree on.
export function round(score) {
  return Math.round(score * 1e6) / 1e6
}
