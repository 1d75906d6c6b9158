// What a person typed, understood: the same grammar as index/query.go and
// index/piece.go.

import { COUNTED, FIGURE, isRange, lower, MULTIPLES, parseRange, QueryError } from './range.js'

export const FACETS = ['control', 'sector', 'incident', 'action', 'status', 'year']
export const SORTS = ['relevance', 'date', 'amount', 'affected']

const MAX_LENGTH = 1000 // characters
const MAX_PIECES = 64
const PIECE = /(-?)(?:([A-Za-z]+):)?(?:"([^"]*)"|([^"\x09-\x0d\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+))/gu
const TEXT_FIELDS = new Map([['title', 'title'], ['organisation', 'organisation'], ['organization', 'organisation'], ['provision', 'provisions']])
const FIELDS = ['organisation', 'title', 'provision', 'control', 'sector', 'incident', 'action', 'status', 'year', 'date', 'amount', 'proposed', 'affected']
const OR = 'OR stands between two words or phrases; values of one filter are alternatives without it'

// parse returns {clauses, excluded, filters, barred, ranges}. Of each clause
// one phrase {text, field, begins} must occur; begins says that its last word is
// the beginning of one. typing takes the last word so too, unless a blank
// follows it.
export function parse(text, vocabulary, typing = false) {
  const q = { clauses: [], excluded: [], filters: {}, barred: {}, ranges: [] }
  const state = { lastIsText: false, either: false }
  const { length } = Array.from(text)
  if (length > MAX_LENGTH) throw new QueryError(`the query has ${length} characters: want at most ${MAX_LENGTH}`)
  const typed = pieces(text)
  if (typed.length > MAX_PIECES) throw new QueryError(`the query has ${typed.length} words: want at most ${MAX_PIECES}`)
  const all = rejoined(typed)
  all.forEach((piece, i) => {
    if (!piece.or || i === 0 || i === all.length - 1) return add(q, state, vocabulary, piece)
    if (!state.lastIsText) throw new QueryError(OR)
    state.either = true
  })
  const last = all.at(-1)
  const open = typing && state.lastIsText && last?.bare && text.replace(/[“”„]/g, '"').endsWith(last.value)
  const word = open && q.clauses.at(-1).at(-1)
  if (word && !word.begins) word.begins = word.typing = true
  return q
}

// pieces takes a query apart into {minus, field, value, bare, or, address}: a
// value is bare without quotation marks, and address says that a colon which
// follows no field's name is part of the text.
function pieces(text) {
  return Array.from(text.replace(/[“”„]/g, '"').matchAll(PIECE), ([whole, minus, name, phrase, word]) => {
    const field = lower(name ?? '')
    const value = (phrase ?? '') + (word ?? '')
    const bare = word !== undefined
    return { minus: minus !== '', field, value, bare, or: whole === 'OR', address: bare && (field.length === 1 || /[:/\\]/.test(value)) }
  })
}

// rejoined puts together what belongs to one range though blanks part it, as
// in "amount:>£1.5 million" and "affected:> 1000".
function rejoined(all) {
  const out = []
  for (const piece of all) {
    const last = out.at(-1)
    if (last !== undefined && isOpen(last, piece)) last.value += ' ' + piece.value
    else out.push(piece)
  }
  return out
}

// isOpen reports whether the next piece is the rest of a range: a number after
// nothing but its sign, "million" after a number, "people" after either.
function isOpen({ field, value, bare }, next) {
  if (!isRange(field) || !bare || next.minus || next.field !== '') return false
  const number = lower(value.replace(/^[<>= ]+/, ''))
  if (number === '') return true
  const m = FIGURE.exec(number.split('..').at(-1))
  const word = lower(next.value)
  if (m === null || field === 'date' || !next.bare) return false
  return m[3] === undefined && ((m[2] === undefined && MULTIPLES.get(word) > 1) || COUNTED[field] === word)
}

function add(q, state, vocabulary, { minus, field, value, bare, address }) {
  if (value === '') return
  if (FACETS.includes(field)) {
    const known = facetValue(field, value, vocabulary[field])
    if (state.either) throw new QueryError(OR)
    const values = minus ? q.barred : q.filters
    values[field] = [...(values[field] ?? []), known]
    state.lastIsText = false
  } else if (isRange(field)) {
    const parsed = parseRange(field, value)
    if (minus) throw new QueryError(`-${field}:${value}: a range cannot be excluded: ask for the other side of it`)
    if (state.either) throw new QueryError(OR)
    q.ranges.push(parsed)
    state.lastIsText = false
  } else {
    const within = TEXT_FIELDS.get(field) ?? ''
    if (field !== '' && within === '') {
      if (!address) throw new QueryError(`no field ${field}: want one of ${FIELDS.join(', ')}; in quotation marks it is looked for as words`)
      addText(q, state, minus, { text: field, field: '' }) // what stands before the colon is a word too
    }
    addText(q, state, minus, { text: value, field: within, begins: bare && value.endsWith('*') })
  }
}

function addText(q, state, minus, phrase) {
  if (minus && state.either) throw new QueryError(OR)
  if (minus) q.excluded.push(phrase)
  else if (state.either) q.clauses.at(-1).push(phrase)
  else q.clauses.push([phrase])
  state.lastIsText = !minus
  state.either = false
}

// fold makes spellings of a value agree: "Multi factor" is "multi-factor".
const fold = s => lower(s).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')

// facetValue finds the value of a facet that is meant.
export function facetValue(facet, typed, { values, also = {} }) {
  const wanted = fold(typed)
  const found = values.find(value => fold(value) === wanted)
  if (found !== undefined) return found
  if (Object.hasOwn(also, wanted)) return also[wanted]
  if (facet !== 'year') throw new QueryError(`${facet}:${typed}: want one of ${values.join(', ')}`)
  if (!/^[0-9]{4}$/.test(typed)) throw new QueryError(`year:${typed}: want four digits`)
  return typed
}
