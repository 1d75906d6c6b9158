// The sentence of a case that shows best why it was found, the same as
// index/excerpt.go.

import { analyze } from './analyze.js'

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
  const places = new Set(terms.map(({ term, position }) => `${position} ${term}`))
  const words = new Set(terms.map(({ term }) => term))
  const found = new Set(wanted.flat().map(({ term }) => term).filter(term => words.has(term)))
  const follow = (start, phrase) => phrase.every(({ term, position }) => places.has(`${start + position - phrase[0].position} ${term}`))
  const whole = wanted.filter(phrase => phrase.length > 1 && terms.some(({ position }) => follow(position, phrase))).length
  return { whole, words: found.size }
}
