// What a person typed, understood: the same grammar as index/query.go.

const TOKEN = /(-?)(?:([a-z]+):)?(?:"([^"]*)"|([^\s"]+))/g
export const FACETS = ['control', 'sector', 'action', 'status', 'year']

// A QueryError is shown to the person as it is.
export class QueryError extends Error {}

// parse returns {words, phrases, excluded, filters, ranges}. values are what
// each facet takes.
export function parse(text, values) {
  const q = { words: [], phrases: [], excluded: [], filters: {}, ranges: [] }
  for (const [, minus, field, phrase, word] of text.replaceAll('“', '"').matchAll(TOKEN)) {
    const value = (phrase ?? '') + (word ?? '')
    if (value === '') continue
    if (FACETS.includes(field) && !minus) {
      (q.filters[field] ??= []).push(facetValue(field, value, values[field] ?? []))
    } else if (field === 'amount' || field === 'affected' || field === 'date') {
      q.ranges.push(range(field, value))
    } else if (field === 'organisation' || field === 'provision') {
      q.phrases.push(value)
    } else if (minus) {
      q.excluded.push(value)
    } else if (phrase) {
      q.phrases.push(phrase)
    } else {
      q.words.push(field === undefined ? word : field + ' ' + word)
    }
  }
  return q
}

const plain = s => s.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')

export function facetValue(facet, value, known) {
  const found = known.find(v => plain(v) === plain(value))
  if (found !== undefined) return found
  if (facet === 'year') {
    if (/^\d{4}$/.test(value)) return value
    throw new QueryError(`year:${value}: want four digits`)
  }
  throw new QueryError(`${facet}:${value}: want one of ${known.join(', ')}`)
}

const FORMS = {
  amount: 'pounds, as in amount:>1m or amount:50k..2m',
  affected: 'people, as in affected:>1000 or affected:1000..50000',
  date: 'dates, as in date:2024 or date:2022-01..2024-06',
}

function range(field, value) {
  let from = value
  let to = value
  const dots = value.indexOf('..')
  if (dots >= 0) [from, to] = [value.slice(0, dots), value.slice(dots + 2)]
  else if (value.startsWith('>')) [from, to] = [value.replace(/^[>=]+/, ''), '']
  else if (value.startsWith('<')) [from, to] = ['', value.replace(/^[<=]+/, '')]
  const end = s => {
    if (s === '') return ''
    const got = field === 'date' ? (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(s) ? s : null) : pounds(s)
    if (got === null) throw new QueryError(`${field}:${value}: want ${FORMS[field]}`)
    return got
  }
  return { field, from: end(from), to: end(to) }
}

function pounds(s) {
  const m = /^£?(\d+(?:\.\d+)?)(k|m|bn)?$/.exec(s.toLowerCase().replaceAll(',', ''))
  return m ? Number(m[1]) * { k: 1e3, m: 1e6, bn: 1e9 }[m[2]] || Number(m[1]) : null
}

// holds reports whether a case's value lies in a range; 0 and '' are no value.
export function holds({ field, from, to }, value) {
  if (field === 'date') {
    const cut = like => value.slice(0, like.length)
    return value !== '' && (from === '' || cut(from) >= from) && (to === '' || cut(to) <= to)
  }
  return value > 0 && (from === '' || value >= from) && (to === '' || value <= to)
}
