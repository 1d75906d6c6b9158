// What a person typed, understood: the same grammar as index/query.go and
// index/range.go.

export const FACETS = ['control', 'sector', 'action', 'status', 'year']
export const SORTS = ['relevance', 'date', 'amount', 'affected']

// A QueryError is shown to the person as it is.
export class QueryError extends Error {
  name = 'QueryError'
}

const MAX_PIECES = 64
const PIECE = /(-?)(?:([A-Za-z]+):)?(?:"([^"]*)"|([^"\x09-\x0d\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+))/gu
const TEXT_FIELDS = new Map([['title', 'title'], ['organisation', 'organisation'], ['organization', 'organisation'], ['provision', 'provisions']])
const OR = 'OR stands between two words or phrases; values of one filter are alternatives without it'

// parse returns {clauses, excluded, filters, barred, ranges}. Of each clause
// one phrase {text, field} must occur. vocabulary is the manifest's.
export function parse(text, vocabulary) {
  const q = { clauses: [], excluded: [], filters: {}, barred: {}, ranges: [] }
  const state = { lastIsText: false, either: false }
  const pieces = [...text.replace(/[“”„]/g, '"').matchAll(PIECE)]
  if (pieces.length > MAX_PIECES) throw new QueryError(`the query has ${pieces.length} words: want at most ${MAX_PIECES}`)
  pieces.forEach(([whole, minus, field, phrase, word], i) => {
    if (whole === 'OR' && i > 0 && i < pieces.length - 1) {
      if (!state.lastIsText) throw new QueryError(OR)
      state.either = true
      return
    }
    const value = (phrase ?? '') + (word ?? '')
    if (value !== '') add(q, state, vocabulary, { minus: minus !== '', field: (field ?? '').toLowerCase(), value, bare: word !== undefined })
  })
  return q
}

function add(q, state, vocabulary, { minus, field, value, bare }) {
  if (FACETS.includes(field)) {
    const known = facetValue(field, value, vocabulary[field])
    if (state.either) throw new QueryError(OR)
    const values = minus ? q.barred : q.filters
    values[field] = [...(values[field] ?? []), known]
    state.lastIsText = false
  } else if (Object.hasOwn(UNITS, field)) {
    const parsed = parseRange(field, value)
    if (minus) throw new QueryError(`-${field}:${value}: a range cannot be excluded: ask for the other side of it`)
    if (state.either) throw new QueryError(OR)
    q.ranges.push(parsed)
    state.lastIsText = false
  } else if (bare && value.endsWith('*')) {
    throw new QueryError(`${value}: words are found in all their endings, but not by their beginning: leave the * out`)
  } else {
    const within = TEXT_FIELDS.get(field) ?? ''
    if (field !== '' && within === '') addText(q, state, minus, { text: field, field: '' }) // a colon after what is no field parts two words
    addText(q, state, minus, { text: value, field: within })
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
const fold = s => s.replace(/[A-Z]/g, c => c.toLowerCase()).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')

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

const UNITS = {
  amount: 'pounds, as in amount:>1m or amount:50k..2m',
  affected: 'people, as in affected:>1000 or affected:1000..50000',
  date: 'dates, as in date:2024, date:>2023-06 or date:2022-01..2024',
}
const YEAR_UNIT = 512
const MONTH_UNIT = 32

// parseRange returns {field, from, to}, whose ends are {at, unit}: a value is
// compared with an end in its unit, so that 2024 holds all its days.
function parseRange(field, value) {
  const wrong = () => new QueryError(`${field}:${value}: want ${UNITS[field]}`)
  const sign = /^[<>=]*/.exec(value)[0]
  const dots = value.indexOf('..')
  let from
  let to
  if (dots >= 0) {
    from = value.slice(0, dots)
    to = value.slice(dots + 2)
  } else if (['', '=', '>', '>=', '<', '<='].includes(sign)) {
    const end = value.slice(sign.length)
    from = sign.startsWith('<') ? '' : end
    to = sign.startsWith('>') ? '' : end
  } else {
    throw wrong()
  }
  if (from === '' && to === '') throw wrong()
  const read = (s, open) => (s === '' ? { at: open, unit: 1 } : field === 'date' ? dateBound(s) : numberBound(field, s))
  const range = { field, from: read(from, 0), to: read(to, Number.MAX_SAFE_INTEGER) }
  if (range.from === null || range.to === null) throw wrong()
  if (sign === '>') range.from.at += range.from.unit
  if (sign === '<') range.to.at -= range.to.unit
  if (sign === '' && range.from.at > range.to.at + range.to.unit - 1) throw new QueryError(`${field}:${value}: the first is after the last`)
  return range
}

function dateBound(s) {
  const m = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/.exec(s)
  if (m === null) return null
  const [year, month = 0, day = 0] = m.slice(1).map(part => (part === undefined ? undefined : Number(part)))
  if (m[2] !== undefined && (month < 1 || month > 12)) return null
  if (m[3] !== undefined && (day < 1 || day > daysOf(year, month))) return null
  return { at: year * YEAR_UNIT + month * MONTH_UNIT + day, unit: m[2] === undefined ? YEAR_UNIT : m[3] === undefined ? MONTH_UNIT : 1 }
}

function daysOf(year, month) {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
}

function numberBound(field, s) {
  const m = /^£?([0-9][0-9,]*(?:\.[0-9]+)?)(k|m|bn)?$/.exec(s.toLowerCase())
  if (m === null) return null
  const n = Number(m[1].replaceAll(',', '')) * { '': 1, k: 1e3, m: 1e6, bn: 1e9 }[m[2] ?? '']
  return { at: Math.round(Math.min(field === 'amount' ? n * 100 : n, Number.MAX_SAFE_INTEGER)), unit: 1 }
}

// holds reports whether a column's value lies in a range; 0 is no value.
export function holds({ from, to }, value) {
  return value > 0 && value - value % from.unit >= from.at && value - value % to.unit <= to.at
}
