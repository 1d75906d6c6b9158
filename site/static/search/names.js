// Names that begin with what was typed, from the files of kind "names": the
// same as index.Suggest gives.

import { lower, unaccented } from './analyze.js'
import { current } from './client.js'

const SHOWN = 8
const KINDS = ['organisation', 'control', 'provision']
const WORD = /[\p{L}\p{N}\p{M}]+/gu

// wordsOf are the folded words of a text. An apostrophe parts none.
const wordsOf = text => Array.from(text.replace(/['’]/g, '').matchAll(WORD), ([word]) => unaccented(lower(word)).replaceAll('ς', 'σ'))

const longest = words => words.reduce((a, b) => (Array.from(b).length > Array.from(a).length ? b : a))

// suggest gives {kind, value, label, cases}, at most eight, those with the
// most cases, grouped by kind. Every word that was typed begins a word of each.
export async function suggest(text) {
  const typed = wordsOf(text)
  if (typed.length === 0) return []
  const read = current()
  const { files, cut } = await read.parsed((await read.manifest()).names, readNamelist)
  const whole = typed.filter(prefix => !cut.some(word => word.startsWith(prefix)))
  const prefix = longest(whole.length > 0 ? whole : typed)
  const from = Math.max(files.findLastIndex(({ first }) => compare(first, prefix) <= 0), 0)
  const blocks = await Promise.all(files.slice(from, from + 2).map(({ names }) => read.parsed(names, readNames)))
  const found = new Map(blocks.flatMap(({ words }) => words.filter(({ word }) => word.startsWith(prefix)).flatMap(({ names }) => names)).map(name => [name.place, name]))
  const begins = ({ label, value, also }) => {
    const words = wordsOf(`${label} ${value} ${also}`)
    return typed.every(prefix => words.some(word => word.startsWith(prefix)))
  }
  const best = [...found.values()].filter(begins).sort((a, b) => b.cases - a.cases || a.place - b.place).slice(0, SHOWN)
  return best.sort((a, b) => a.kind - b.kind).map(({ kind, value, label, cases }) => ({ kind: KINDS[kind], value, label, cases }))
}

// compare orders as UTF-8 does, by code points.
function compare(a, b) {
  const [x, y] = [Array.from(a), Array.from(b)]
  const at = x.findIndex((c, i) => c !== y[i])
  if (at < 0) return x.length - y.length
  return at < y.length ? x[at].codePointAt(0) - y[at].codePointAt(0) : 1
}

function readNamelist(reader) {
  const files = []
  let first = new Uint8Array()
  for (let n = reader.number(); n > 0; n--) {
    first = reader.shared(first)
    files.push({ first: new TextDecoder().decode(first), names: reader.ref('names') })
  }
  return { files, cut: Array.from({ length: reader.number() }, () => reader.text()) }
}

function readNames(reader) {
  const names = []
  let place = 0
  for (let n = reader.number(); n > 0; n--) {
    place += reader.number()
    const [kind, cases] = reader.numbers(2)
    const value = reader.text()
    names.push({ place, kind, cases, value, label: reader.text() || value, also: reader.text() })
  }
  const words = []
  let word = new Uint8Array()
  for (let n = reader.number(); n > 0; n--) {
    word = reader.shared(word)
    words.push({ word: new TextDecoder().decode(word), names: reader.numbers(reader.number()).map(i => names[i]) })
  }
  return { words }
}
