// Which cases a query matches and with what score, the same as index/match.go.
// Hits are {docs, scores}, by rising case number.

import { idf, IMPACTS } from './rank.js'

// both keeps what is in a and in b, and adds up the scores.
function both(a, b) {
  const out = { docs: [], scores: [] }
  for (let i = 0, j = 0; i < a.docs.length && j < b.docs.length;) {
    if (a.docs[i] < b.docs[j]) i++
    else if (a.docs[i] > b.docs[j]) j++
    else add(out, a.docs[i], a.scores[i++] + b.scores[j++])
  }
  return out
}

// either has what is in a or in b; scores of what is in both are added up.
const either = (a, b) => merge(a, b, (x, y) => x + y)

// merge has what is in a or in b; what is in both has one score made of two.
function merge(a, b, one) {
  const out = { docs: [], scores: [] }
  let i = 0
  let j = 0
  while (i < a.docs.length || j < b.docs.length) {
    if (j === b.docs.length || a.docs[i] < b.docs[j]) add(out, a.docs[i], a.scores[i++])
    else if (i === a.docs.length || a.docs[i] > b.docs[j]) add(out, b.docs[j], b.scores[j++])
    else add(out, a.docs[i], one(a.scores[i++], b.scores[j++]))
  }
  return out
}

function add(hits, doc, score) {
  hits.docs.push(doc)
  hits.scores.push(score)
}

// keep leaves the cases that are wanted.
export function keep(hits, wanted) {
  const out = { docs: [], scores: [] }
  hits.docs.forEach((doc, i) => {
    if (wanted(doc)) add(out, doc, hits.scores[i])
  })
  return out
}

// match returns {found, loosened}: the cases that have one phrase of every
// clause and none that is excluded; where none has all, those that have some.
export async function match(shards, manifest, q) {
  const all = await Promise.all([...q.clauses, ...q.excluded.map(phrase => [phrase])].map(phrases => clause(shards, manifest, phrases)))
  const clauses = all.slice(0, q.clauses.length).filter(hits => hits !== null)
  const unwanted = new Set(all.slice(q.clauses.length).flatMap(hits => hits?.docs ?? []))
  let found
  let loosened = false
  if (clauses.length === 0) {
    found = { docs: [...Array(manifest.documents).keys()], scores: new Array(manifest.documents).fill(0) }
  } else {
    found = clauses.reduce(both)
    if (found.docs.length === 0 && clauses.length > 1) {
      found = clauses.reduce(either)
      loosened = true
    }
  }
  return { found: keep(found, doc => !unwanted.has(doc)), loosened }
}

// clause returns the cases that have one of the phrases; null says that none
// of them has a word that is indexed.
async function clause(shards, manifest, phrases) {
  const indexed = phrases.filter(({ ways }) => ways.length > 0)
  if (indexed.length === 0) return null
  const found = await Promise.all(indexed.map(async ({ ways, field }) => {
    const all = await Promise.all(ways.map(terms => phrase(shards, manifest, terms, field)))
    return all.reduce((a, b) => merge(a, b, Math.max))
  }))
  return found.reduce(either)
}

// phrase returns the cases in which the terms follow one another, in one field
// where one is named.
async function phrase(shards, manifest, terms, field) {
  const placed = terms.length > 1 || field !== ''
  const [lists, positions] = await Promise.all([
    Promise.all(terms.map(({ term }) => shards.postings(term))),
    placed ? Promise.all(terms.map(({ term }) => shards.positions(term))) : null,
  ])
  const found = lists.map(list => score(list, manifest)).reduce(both)
  if (!placed) return found
  const places = lists.map((list, i) => new Map(list.docs.map((doc, n) => [doc, positions[i][n]])))
  const room = manifest.fieldRoom
  const within = manifest.fields.indexOf(field)
  return keep(found, doc => stands(terms, places.map(of => of.get(doc)), start => within < 0 || Math.floor(start / room) === within))
}

// score is what the postings of one term add to their cases.
function score({ docs, levels }, { documents }) {
  const rarity = idf(documents, docs.length)
  return { docs, scores: docs.map((_, i) => rarity * IMPACTS[levels[i]]) }
}

// stands reports whether terms follow one another somewhere in a case, whose
// positions of each term are given.
function stands(terms, positions, allowed) {
  const sets = positions.slice(1).map(list => new Set(list))
  return positions[0].some(start => allowed(start) &&
    sets.every((set, i) => set.has(start + terms[i + 1].position - terms[0].position)))
}
