// Search over the files of index/FORMAT.md: the same cases in the same order
// as index.Search gives.

import { analyze } from './analyze.js'
import { FACETS, facetValue, holds, parse } from './query.js'
import { Shards } from './shards.js'

export { QueryError } from './query.js'
export { ShardError } from './shards.js'
export { analyze }

let shared

// open names the folder of the shards; by default the one beside this module.
export function open(base = new URL('shards/', import.meta.url)) {
  shared = new Shards(base)
  return shared
}

// search answers a query: {total, loosened, results, facets}. filter is
// {facet: [values]}, sort one of relevance, date, amount, affected.
export async function search(query, { filter = {}, sort = 'relevance', limit = 10, offset = 0, facets = false } = {}) {
  const shards = shared ?? open()
  const manifest = await shards.manifest()
  const q = parse(query, manifest.values)
  for (const [facet, values] of Object.entries(filter)) {
    for (const value of values) (q.filters[facet] ??= []).push(facetValue(facet, value, manifest.values[facet] ?? []))
  }
  const matched = await match(shards, manifest, q)
  for (const range of q.ranges) {
    const column = await shards.json(manifest.sorts[range.field])
    for (const doc of matched.scores.keys()) if (!holds(range, column[doc])) matched.scores.delete(doc)
  }
  const columns = await facetColumns(shards, manifest, facets ? FACETS : Object.keys(q.filters))
  const found = [...matched.scores.keys()].filter(doc => passes(columns, q.filters, doc))
  await order(shards, manifest, found, matched.scores, sort)
  const cards = await cardsOf(shards, manifest, found.slice(offset, offset + limit))
  const stems = new Set([...q.words, ...q.phrases].flatMap(text => analyze(text, manifest.stop)).map(t => t.term))
  return {
    total: found.length,
    loosened: matched.loosened && matched.scores.size > 0,
    results: cards.map(({ doc, card }) => ({ ...card, score: matched.scores.get(doc), excerpt: excerpt(card.text ?? '', stems, manifest.stop) })),
    facets: facets ? count(columns, q.filters, matched.scores) : {},
    stems,
    stop: manifest.stop,
  }
}

// match returns the cases that have all words and phrases and none of the
// excluded; where none has all, those that have some.
async function match(shards, manifest, q) {
  const words = q.words.flatMap(text => analyze(text, manifest.stop)).map(t => t.term)
  const [scored, phrases, excluded] = await Promise.all([
    Promise.all(words.map(term => score(shards, manifest, term))),
    Promise.all(q.phrases.map(text => phrase(shards, manifest, text))),
    Promise.all(q.excluded.map(text => phrase(shards, manifest, text))),
  ])
  const wanted = [...scored, ...phrases.filter(found => found !== null)]
  let loosened = false
  let scores
  if (wanted.length === 0) {
    scores = new Map(Array.from({ length: manifest.documents }, (_, doc) => [doc, 0]))
  } else {
    scores = intersect(wanted)
    if (scores.size === 0 && wanted.length > 1) {
      scores = union(wanted)
      loosened = true
    }
  }
  for (const found of excluded) for (const doc of found?.keys() ?? []) scores.delete(doc)
  return { scores, loosened }
}

function intersect(all) {
  const kept = new Map()
  for (const doc of all[0].keys()) {
    if (all.every(one => one.has(doc))) kept.set(doc, all.reduce((sum, one) => sum + one.get(doc), 0))
  }
  return kept
}

function union(all) {
  const sums = new Map()
  for (const one of all) for (const [doc, score] of one) sums.set(doc, (sums.get(doc) ?? 0) + score)
  return sums
}

// score is BM25 as in index/rank.go.
async function score(shards, { documents, mean, k1, b }, term) {
  const [postings, lengths] = await Promise.all([shards.postings(term), shards.lengths()])
  const idf = Math.log(1 + (documents - postings.length + 0.5) / (postings.length + 0.5))
  return new Map(postings.map(({ doc, frequency }) => {
    return [doc, idf * frequency * (k1 + 1) / (frequency + k1 * (1 - b + b * lengths[doc] / mean))]
  }))
}

// phrase returns the cases in which the words follow one another; null for a
// text of stop words only.
async function phrase(shards, manifest, text) {
  const terms = analyze(text, manifest.stop)
  if (terms.length === 0) return null
  const first = terms[0].position
  const postings = await Promise.all(terms.map(({ term }) => shards.postings(term, true)))
  let starts = null
  postings.forEach((list, i) => {
    const next = new Map()
    for (const { doc, positions } of list) {
      const at = positions.map(p => p - (terms[i].position - first)).filter(s => starts === null || starts.get(doc)?.has(s))
      if (at.length > 0) next.set(doc, new Set(at))
    }
    starts = next
  })
  const scores = intersect(await Promise.all(terms.map(({ term }) => score(shards, manifest, term))))
  for (const doc of scores.keys()) if (!starts.has(doc)) scores.delete(doc)
  return scores
}

async function facetColumns(shards, manifest, names) {
  const columns = await Promise.all(names.map(name => shards.json(manifest.facets[name])))
  return Object.fromEntries(names.map((name, i) => [name, columns[i]]))
}

function passes(columns, filters, doc, but) {
  return Object.entries(filters).every(([facet, wanted]) =>
    facet === but || columns[facet].docs[doc].some(i => wanted.includes(columns[facet].values[i])))
}

// count makes the facets: each counts the cases that pass the others.
function count(columns, filters, scores) {
  const facets = {}
  for (const [facet, column] of Object.entries(columns)) {
    const counts = new Map()
    for (const doc of scores.keys()) {
      if (passes(columns, filters, doc, facet)) for (const i of column.docs[doc]) counts.set(i, (counts.get(i) ?? 0) + 1)
    }
    facets[facet] = [...counts].map(([i, n]) => ({ value: column.values[i], label: column.labels[i], count: n }))
    facets[facet].sort((a, b) => facet === 'year' ? compare(b.value, a.value) : b.count - a.count || compare(a.value, b.value))
  }
  return facets
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

// order sorts case numbers; what has no value comes last, ties newest first.
async function order(shards, manifest, found, scores, sort) {
  if (sort === 'date') return found.sort((a, b) => a - b)
  if (sort === 'amount' || sort === 'affected') {
    const column = await shards.json(manifest.sorts[sort])
    return found.sort((a, b) => column[b] - column[a] || a - b)
  }
  return found.sort((a, b) => scores.get(b) - scores.get(a) || a - b)
}

async function cardsOf(shards, manifest, docs) {
  return Promise.all(docs.map(async doc => {
    const block = await shards.json(manifest.cards[Math.floor(doc / manifest.cardsEach)])
    return { doc, card: block[doc % manifest.cardsEach] }
  }))
}

// excerpt is the line of text that has most of the stems.
function excerpt(text, stems, stop) {
  let best = ''
  let most = -1
  for (const line of text.split('\n')) {
    const found = new Set(analyze(line, stop).map(t => t.term).filter(t => stems.has(t)))
    if (found.size > most) [best, most] = [line, found.size]
  }
  return best
}
