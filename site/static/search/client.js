// Search over the files of index/FORMAT.md: the same cases in the same order
// as index.Search gives.

import { analyze } from './analyze.js'
import { cardOf } from './card.js'
import { opening } from './embedded.js'
import { excerpt, slotOf } from './excerpt.js'
import { keep, match } from './match.js'
import { expand } from './prefix.js'
import { FACETS, SORTS, facetValue, parse } from './query.js'
import { holds, QueryError } from './range.js'
import { round } from './rank.js'
import { ShardError, Shards } from './shards.js'

export { analyze, QueryError, ShardError }

// A query without one needs no vocabulary.
const NAMES_A_FIELD = /[A-Za-z]:/

let shared

// open names the folder of the shards, by default the one beside this module,
// and returns what reads them. ranges says whether the host honours range
// requests; undefined finds out.
export function open(base = undefined, { ranges } = {}) {
  shared = base === undefined ? new Shards(new URL('shards/', import.meta.url), opening, ranges) : new Shards(base, null, ranges)
  return shared
}

// current is what reads the files of the index.
export const current = () => shared ?? open()

// search answers a query with {total, loosened, results, facets, terms}.
// filter is {facet: value or [values]}; sort one of SORTS. Facets, {facet:
// [{value, label, count}]}, are counted where facets is true. terms is what
// was looked for, for marking. typing says that the query is still being
// typed: its last word may be the beginning of one. Where found is true there
// is also found, the places of all cases that were found among all, the newest
// first, and documents, how many they are. A result whose card cannot be read
// is {missing}, which says why: the others are shown.
export async function search(query, { filter = {}, sort = 'relevance', limit = 10, offset = 0, facets = false, typing = false, found: all = false } = {}) {
  const shards = current()
  const manifest = await shards.manifest()
  const vocabulary = await vocabularyFor(shards, manifest, query, Object.keys(filter ?? {}))
  const q = narrowed(parse(query, vocabulary, typing), filter, sort, vocabulary)
  await expand(shards, q, manifest.stop)
  const used = facets ? FACETS : FACETS.filter(name => q.filters[name] || q.barred[name])
  const [matched, columns] = await Promise.all([match(shards, manifest, q), facetColumns(shards, used)])
  const inRange = await within(shards, q, matched.found)
  const found = keep(inRange, doc => passes(columns, q, doc))
  const order = await ordered(shards, found, sort)
  const page = order.slice(Math.max(offset, 0), Math.max(offset, 0) + limit)
  const wanted = q.clauses.flat().flatMap(({ ways }) => ways)
  return {
    total: found.docs.length,
    loosened: matched.loosened && found.docs.length > 0,
    results: await results(shards, manifest, found, page, wanted),
    facets: facets ? count(columns, q, inRange) : {},
    terms: new Set(wanted.flat().map(({ term }) => term)),
    stop: manifest.stop,
    ...(all ? { found: order.map(i => manifest.documents - 1 - found.docs[i]), documents: manifest.documents } : {}),
  }
}

// vocabularyFor reads what facets take where a query needs it. What the query
// will surely need as well is asked for at the same time.
async function vocabularyFor(shards, manifest, query, facets) {
  shards.prepare()
  if (NAMES_A_FIELD.test(query)) return shards.vocabulary()
  if (facets.length === 0) return {}
  for (const { term } of analyze(query, manifest.stop)) shards.postings(term).catch(() => {}) // who needs it is told
  facetColumns(shards, facets.filter(name => FACETS.includes(name))).catch(() => {})
  return shards.vocabulary()
}

function unread(error) {
  if (error instanceof ShardError) return { missing: error.message }
  throw error
}

// narrowed adds the filters to those that were typed.
function narrowed(q, filter, sort, vocabulary) {
  if (!SORTS.includes(sort)) throw new QueryError(`sort ${JSON.stringify(sort)}: want one of ${SORTS.join(', ')}`)
  for (const [facet, wanted] of Object.entries(filter ?? {})) {
    if (!FACETS.includes(facet)) throw new QueryError(`filter ${JSON.stringify(facet)}: want one of ${FACETS.join(', ')}`)
    const values = [wanted].flat().map(value => facetValue(facet, String(value), vocabulary[facet]))
    if (values.length > 0) q.filters[facet] = [...(q.filters[facet] ?? []), ...values]
  }
  return q
}

async function within(shards, q, found) {
  const columns = await Promise.all(q.ranges.map(range => shards.numbers(range.field)))
  return keep(found, doc => q.ranges.every((range, i) => holds(range, columns[i][doc])))
}

async function facetColumns(shards, names) {
  const columns = await Promise.all(names.map(name => shards.facet(name)))
  return new Map(names.map((name, i) => [name, columns[i]]))
}

// passes reports whether a case has one of the values asked for in every facet
// and none that is barred, leaving out the filter of one facet.
function passes(columns, q, doc, but) {
  for (const [facet, { values, docs }] of columns) {
    const has = list => docs[doc].some(i => list.includes(values[i]))
    if (q.barred[facet] && has(q.barred[facet])) return false
    if (facet !== but && q.filters[facet] && !has(q.filters[facet])) return false
  }
  return true
}

// count makes the facets: each counts the cases that pass the others.
function count(columns, q, found) {
  const facets = {}
  for (const [facet, { values, labels, docs }] of columns) {
    const counts = new Map()
    for (const doc of found.docs) {
      if (passes(columns, q, doc, facet)) for (const i of docs[doc]) counts.set(i, (counts.get(i) ?? 0) + 1)
    }
    const buckets = [...counts].map(([i, n]) => ({ value: values[i], label: labels[i], count: n }))
    facets[facet] = buckets.sort((a, b) => (facet === 'year' ? compare(b.value, a.value) : b.count - a.count || compare(a.value, b.value)))
  }
  return facets
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

// ordered returns the places of found in the order asked for; what has no
// value comes last, ties by falling case number, which is newest first.
async function ordered(shards, found, sort) {
  const column = sort === 'relevance' ? null : await shards.numbers(sort)
  const keys = found.docs.map((doc, i) => (column === null ? round(found.scores[i]) : column[doc]))
  return [...keys.keys()].sort((a, b) => keys[b] - keys[a] || b - a)
}

// results reads the cards of one page and picks their excerpts.
async function results(shards, manifest, found, page, wanted) {
  const terms = new Set(wanted.flat().map(({ term }) => term))
  const postings = await Promise.all(Array.from(terms, term => shards.postings(term)))
  return Promise.all(page.map(async i => {
    const doc = found.docs[i]
    try {
      const { card, lines, quotes } = await shards.text(doc, slotOf(doc, postings))
      return { ...cardOf(card, manifest.labels), score: round(found.scores[i]), ...excerpt(lines, quotes, wanted, manifest.stop) }
    } catch (error) {
      return unread(error)
    }
  }))
}
