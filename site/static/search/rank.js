// Textbook BM25 over levels, the same as index/rank.go.

const K1 = 1.2
const STEPS = 24 // levels to the octave
const ONE = 97 // the level of f/K = 1

// IMPACTS are what a posting of each level multiplies the word's idf with.
export const IMPACTS = Float64Array.from({ length: 256 }, (_, level) => {
  const x = 2 ** ((level - ONE) / STEPS)
  return (K1 + 1) * x / (1 + x)
})

// idf is how much a word tells that stands in df of n cases.
export function idf(n, df) {
  return Math.log(1 + (n - df + 0.5) / (df + 0.5))
}

// round cuts a score to what two machines agree on.
export function round(score) {
  return Math.round(score * 1e6) / 1e6
}
