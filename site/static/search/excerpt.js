// The line of a case that shows best why it was found, of those in one slot;
// index/excerpt.go has all of them to choose from.

import { analyze } from './analyze.js'

// slotOf is the slot of a case in which most of the terms stand, of those that
// tie that of the rarest. postings are those of the terms; hints count slots
// from 1, 0 being none.
export function slotOf(doc, postings) {
  const votes = new Map()
  let best = { slot: 0, votes: 0, cases: Infinity }
  for (const { docs, hints } of postings) {
    const hint = hints[placeOf(docs, doc)]
    if (!hint) continue
    votes.set(hint, (votes.get(hint) ?? 0) + 1)
    const [n, cases] = [votes.get(hint), docs.length]
    if (n > best.votes || (n === best.votes && cases < best.cases)) best = { slot: hint - 1, votes: n, cases }
  }
  return best.slot
}

// placeOf is where a number stands in a rising list; -1 for nowhere.
function placeOf(list, wanted) {
  let low = 0
  let high = list.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (list[middle] === wanted) return middle
    if (list[middle] < wanted) low = middle + 1
    else high = middle - 1
  }
  return -1
}

// excerpt returns {excerpt, evidence}: of lines, the first so many of which
// are evidence, the one in which most of the phrases wanted stand whole, of
// those that tie the one that has most of their words, of those the first.
export function excerpt(lines, quotes, wanted, stop) {
  let best = { line: '', i: 0, whole: -1, words: -1 }
  lines.forEach((line, i) => {
    const { whole, words } = agreement(analyze(line, stop), wanted)
    if (whole > best.whole || (whole === best.whole && words > best.words)) best = { line, i, whole, words }
  })
  return { excerpt: best.line, evidence: best.i < quotes }
}

// agreement counts the phrases of several words that stand whole among terms,
// and the different words of all phrases that stand there at all.
function agreement(terms, wanted) {
  const words = new Set(terms.map(({ term }) => term))
  const found = new Set(wanted.flat().map(({ term }) => term).filter(term => words.has(term)))
  const phrases = wanted.filter(phrase => phrase.length > 1 && phrase.every(({ term }) => words.has(term)))
  return { whole: phrases.length === 0 ? 0 : standing(terms, phrases), words: found.size }
}

// standing counts the phrases whose words follow one another among terms.
function standing(terms, phrases) {
  const places = new Set(terms.map(({ term, position }) => `${position} ${term}`))
  const follow = (start, phrase) => phrase.every(({ term, position }) => places.has(`${start + position - phrase[0].position} ${term}`))
  return phrases.filter(phrase => terms.some(({ position }) => follow(position, phrase))).length
}
