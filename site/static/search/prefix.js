// What a phrase is looked for by, the same as index/prefix.go: one row of terms,
// or several where it ends in the beginning of a word.

import { analyze, lastWord } from './analyze.js'

const LEAST = 2 // letters of a beginning; what has fewer is a word
const MOST = 10 // terms for a word that is still being typed; one with a * has all
const ROOT_LEAST = 4 // letters of a term that a beginning may be longer than
const ROOT_SHORTER = 5 // by so many at most
const BLOCKS = 3 // of terms that a word still being typed may read

// expand gives every phrase its ways, each a list of {term, position}.
export async function expand(shards, { clauses, excluded }, stop) {
  await Promise.all([...clauses.flat(), ...excluded].map(async phrase => {
    phrase.ways = await ways(shards, phrase, stop)
  }))
}

async function ways(shards, { text, begins, typing }, stop) {
  const terms = analyze(text, stop)
  const last = begins ? lastWord(text) : undefined
  const isTerm = last !== undefined && terms.at(-1)?.position === last.position
  if (last === undefined || Array.from(last.word).length < LEAST || (typing && !isTerm)) return terms.length > 0 ? [terms] : []
  const stem = isTerm ? terms.pop().term : last.word
  const all = await expansions(shards, last.word, stem, typing)
  return (all.length > 0 ? all : [stem]).map(term => [...terms, { term, position: last.position }])
}

// expansions are the terms that begin with a word as it was typed, and its
// stem, the most frequent first; where none does, the longest term that begins it.
async function expansions(shards, word, stem, typing) {
  const [counts, head] = await Promise.all([shards.beginning(word, typing ? BLOCKS : Infinity), shards.entry(stem)])
  if (head !== undefined) counts.set(stem, head.head.cases)
  const letters = Array.from(word)
  for (let n = letters.length - 1; counts.size === 0 && n >= Math.max(ROOT_LEAST, letters.length - ROOT_SHORTER); n--) {
    const root = letters.slice(0, n).join('')
    if (await shards.entry(root) !== undefined) counts.set(root, 1)
  }
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([term]) => term)
  return typing ? sorted.slice(0, MOST) : sorted
}
