// The words of a text as the index has them: Unicode word boundaries, no
// possessive, lower case, no stop words, stems. The same chain as bleve's
// English analyzer, held equal to it by index/parity_test.go.

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

// analyze returns [{term, position, start, end}]. A stop word leaves a gap in
// the positions.
export function analyze(text, stop) {
  const tokens = []
  let position = 0
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike) continue
    position++
    const word = segment.replace(/['’＇][sS]$/u, '').toLowerCase()
    if (word === '' || stop.has(word)) continue
    tokens.push({ term: stem(word), position, start: index, end: index + segment.length })
  }
  return tokens
}

// stem is Porter's algorithm of 1980 ("An algorithm for suffix stripping"),
// step by step under his names.
export function stem(word) {
  if (word.length < 3) return word
  let w = step1a(word)
  w = step1b(w)
  w = step1c(w)
  w = replaceSuffix(w, STEP2, 0)
  w = replaceSuffix(w, STEP3, 0)
  w = step4(w)
  return step5(w)
}

const isVowel = c => 'aeiou'.includes(c)

// consonant reports whether w[i] is one: y is a consonant after a vowel and at
// the beginning.
function consonant(w, i) {
  if (isVowel(w[i])) return false
  return w[i] !== 'y' || i === 0 || !consonant(w, i - 1)
}

// measure counts the vowel-consonant sequences of w: Porter's m.
function measure(w) {
  let m = 0
  let afterVowel = false
  for (let i = 0; i < w.length; i++) {
    const c = consonant(w, i)
    if (c && afterVowel) m++
    afterVowel = !c
  }
  return m
}

function hasVowel(w) {
  for (let i = 0; i < w.length; i++) if (!consonant(w, i)) return true
  return false
}

function doubleConsonant(w) {
  const n = w.length
  return n > 1 && w[n - 1] === w[n - 2] && consonant(w, n - 1)
}

// cvc reports whether w ends consonant, vowel, consonant, the last not w, x or y.
function cvc(w) {
  const n = w.length
  return n > 2 && consonant(w, n - 1) && !consonant(w, n - 2) && consonant(w, n - 3) && !'wxy'.includes(w[n - 1])
}

function step1a(w) {
  if (w.endsWith('sses') || w.endsWith('ies')) return w.slice(0, -2)
  if (w.endsWith('ss') || !w.endsWith('s')) return w
  return w.slice(0, -1)
}

function step1b(w) {
  if (w.endsWith('eed')) return measure(w.slice(0, -3)) > 0 ? w.slice(0, -1) : w
  let root
  if (w.endsWith('ed')) root = w.slice(0, -2)
  else if (w.endsWith('ing')) root = w.slice(0, -3)
  else return w
  if (!hasVowel(root)) return w
  if (root.endsWith('at') || root.endsWith('bl') || root.endsWith('iz')) return root + 'e'
  if (doubleConsonant(root) && !'lsz'.includes(root[root.length - 1])) return root.slice(0, -1)
  if (measure(root) === 1 && cvc(root)) return root + 'e'
  return root
}

function step1c(w) {
  return w.endsWith('y') && hasVowel(w.slice(0, -1)) ? w.slice(0, -1) + 'i' : w
}

const STEP2 = [['ational', 'ate'], ['tional', 'tion'], ['enci', 'ence'], ['anci', 'ance'], ['izer', 'ize'], ['abli', 'able'],
  ['alli', 'al'], ['entli', 'ent'], ['eli', 'e'], ['ousli', 'ous'], ['ization', 'ize'], ['ation', 'ate'], ['ator', 'ate'],
  ['alism', 'al'], ['iveness', 'ive'], ['fulness', 'ful'], ['ousness', 'ous'], ['aliti', 'al'], ['iviti', 'ive'], ['biliti', 'ble']]

const STEP3 = [['icate', 'ic'], ['ative', ''], ['alize', 'al'], ['iciti', 'ic'], ['ical', 'ic'], ['ful', ''], ['ness', '']]

function replaceSuffix(w, rules, least) {
  for (const [suffix, by] of rules) {
    if (!w.endsWith(suffix)) continue
    const root = w.slice(0, -suffix.length)
    return measure(root) > least ? root + by : w
  }
  return w
}

const STEP4 = ['ement', 'ance', 'ence', 'able', 'ible', 'ment', 'ant', 'ent', 'ism', 'ate', 'iti', 'ous', 'ive', 'ize', 'ion', 'al', 'er', 'ic', 'ou']

function step4(w) {
  for (const suffix of STEP4) {
    if (!w.endsWith(suffix)) continue
    const root = w.slice(0, -suffix.length)
    if (suffix === 'ion' && !/[st]$/.test(root)) return w
    return measure(root) > 1 ? root : w
  }
  return w
}

function step5(w) {
  if (w.endsWith('e')) {
    const root = w.slice(0, -1)
    const m = measure(root)
    if (m > 1 || (m === 1 && !cvc(root))) w = root
  }
  if (w.endsWith('ll') && measure(w) > 1) w = w.slice(0, -1)
  return w
}
