// Ranges of a column, the same as index/range.go.

// A QueryError is shown to the person as it is.
export class QueryError extends Error {
  name = 'QueryError'
}

const UNITS = {
  amount: 'pounds, as in amount:>1m or amount:50k..2m',
  proposed: 'pounds, as in proposed:>1m or proposed:50k..2m',
  affected: 'people, as in affected:>1000 or affected:1000..50000',
  date: 'dates, as in date:2024, date:>2023-06 or date:2022-01..2024',
}
const YEAR_UNIT = 512
const MONTH_UNIT = 32

// isRange reports whether a field is bounded by ranges.
export const isRange = field => Object.hasOwn(UNITS, field)

// lower folds ASCII letters alone: of others two machines have two opinions.
export const lower = s => s.replace(/[A-Z]/g, c => c.toLowerCase())

// The signs as people say them. Longer ones come first where one begins like
// another.
const IN_WORDS = [
  ['no more than ', '<='], ['not more than ', '<='], ['at most ', '<='], ['up to ', '<='], ['until ', '<='],
  ['at least ', '>='], ['since ', '>='], ['from ', '>='],
  ['more than ', '>'], ['over ', '>'], ['above ', '>'], ['after ', '>'],
  ['less than ', '<'], ['fewer than ', '<'], ['under ', '<'], ['below ', '<'], ['before ', '<'],
]
const BLANKS = /[\x09-\x0d\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/

// signed writes a range in signs: "more than 1 million" is ">1 million",
// "between 1m and 2m" is "1m..2m".
function signed(typed) {
  const value = lower(typed.split(BLANKS).filter(part => part !== '').join(' '))
  const found = IN_WORDS.find(([words]) => value.startsWith(words))
  if (found !== undefined) return found[1] + value.slice(found[0].length)
  return value.startsWith('between ') ? value.slice('between '.length).replace(' and ', '..') : value
}

// parseRange returns {field, from, to}, whose ends are {at, unit}: a value is
// compared with an end in its unit, so that 2024 holds all its days.
export function parseRange(field, typed) {
  const wrong = () => new QueryError(`${field}:${typed}: want ${UNITS[field]}`)
  const value = signed(typed)
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
  from = trimmed(from)
  to = trimmed(to)
  if (from === '' && to === '') throw wrong()
  const read = (s, open) => (s === '' ? { at: open, unit: 1 } : field === 'date' ? dateBound(s) : numberBound(field, s))
  const range = { field, from: read(from, 0), to: read(to, Number.MAX_SAFE_INTEGER) }
  if (range.from === null || range.to === null) throw wrong()
  if (sign === '>') range.from.at += range.from.unit
  if (sign === '<') range.to.at -= range.to.unit
  if (sign === '' && range.from.at > range.to.at + range.to.unit - 1) throw new QueryError(`${field}:${typed}: the first is after the last`)
  return range
}

const trimmed = s => s.replace(/^ +| +$/g, '')

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

// MULTIPLES are what a number can be followed by.
export const MULTIPLES = new Map([['', 1], ['k', 1e3], ['thousand', 1e3], ['m', 1e6], ['mn', 1e6], ['million', 1e6], ['bn', 1e9], ['billion', 1e9]])

// COUNTED is what the numbers of a field are of.
export const COUNTED = { amount: 'pounds', proposed: 'pounds', affected: 'people' }

export const FIGURE = /^£? ?([0-9][0-9,]*(?:\.[0-9]+)?) ?(k|thousand|m|mn|million|bn|billion)?(?: (pounds|people))?$/

function numberBound(field, s) {
  const m = FIGURE.exec(s)
  if (m === null || (m[3] !== undefined && m[3] !== COUNTED[field])) return null
  const n = Number(m[1].replaceAll(',', '')) * MULTIPLES.get(m[2] ?? '')
  return { at: Math.round(Math.min(field === 'affected' ? n : n * 100, Number.MAX_SAFE_INTEGER)), unit: 1 }
}

// holds reports whether a column's value lies in a range; 0 is no value.
export function holds({ from, to }, value) {
  return value > 0 && value - value % from.unit >= from.at && value - value % to.unit <= to.at
}
