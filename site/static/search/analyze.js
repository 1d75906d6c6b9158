// The words of a text as the index has them: Unicode word boundaries, no
// possessive, lower case, no accents, no stop words, stems. The same chain as
// index/accent.go's, held equal to it by index/analyse_test.go.

// The browser's own word boundaries take some milliseconds to start, and a
// multiple of these patterns' time to use. Over Latin letters without accents
// they say the same.
const PLAIN = /^[\x00-\x7f£€§–—‘’“”…]*$/u
const PLAIN_WORD = /[A-Za-z0-9_]+(?:(?:(?<=[A-Za-z])[:.'‘’](?=[A-Za-z])|(?<=[0-9])[,;.'‘’](?=[0-9]))[A-Za-z0-9_]+)*/g

let segmenter

// analyze returns [{term, position, start, end}]: positions count words from 1,
// start and end are places in the text. A stop word leaves a gap.
export function analyze(text, stop) {
  const terms = []
  let position = 0
  for (const { segment, start } of words(text)) {
    position++
    const term = termOf(segment, stop)
    if (term !== '') terms.push({ term, position, start, end: start + segment.length })
  }
  return terms
}

// lastWord returns {word, position} of the last word of a text as typed, but
// for case and accents; undefined where there is none.
export function lastWord(text) {
  let last
  let position = 0
  for (const { segment } of words(text)) last = { word: folded(segment), position: ++position }
  return last
}

const folded = segment => unaccented(lower(segment.replace(/['’＇][sS]$/u, '')))

const REMEMBERED = 20_000 // words
const memories = new WeakMap() // of the terms of words, by the stop words left out

// termOf is the term of a word, '' for a stop word. Words come again and again.
function termOf(segment, stop) {
  let memory = memories.get(stop)
  if (memory === undefined || memory.size >= REMEMBERED) memories.set(stop, memory = new Map())
  let term = memory.get(segment)
  if (term === undefined) {
    const word = folded(segment)
    memory.set(segment, term = word === '' || stop.has(word) ? '' : stem(word))
  }
  return term
}

// Scripts without blanks between words: dictionaries of browsers differ, so
// each character is a word.
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}]/u

// Characters that join words, such as "_", are a word where they stand alone.
const JOINER = /^\p{Pc}+$/u

// bleve's tables of Unicode are older and it has no dictionaries: characters
// that are not seen, wide digits and the letters of South East Asia, which are
// written without blanks, are no words and part them.
const BETWEEN = String.raw`[０-９]|(?!\p{Nd})[\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Tai_Le}\p{Script=New_Tai_Lue}\p{Script=Tai_Tham}\p{Script=Tai_Viet}]`
const PART = new RegExp(`(?:(?!${BETWEEN}).)+`, 'gsu')
const UNSEEN = /^[\p{Cf}\p{M}]+$/u

// words gives the words of a text as {segment, start}.
function* words(text) {
  if (PLAIN.test(text)) {
    for (const { 0: segment, index: start } of text.matchAll(PLAIN_WORD)) yield { segment, start }
    return
  }
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' })
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike && !JOINER.test(segment)) continue
    for (const { 0: part, index: from } of segment.matchAll(PART)) {
      if (!UNSEEN.test(part)) yield* characters(part, index + from)
    }
  }
}

// characters gives a word whole, or each character of a script in which that
// is a word.
function* characters(segment, start) {
  if (!IDEOGRAPH.test(segment)) {
    yield { segment, start }
    return
  }
  for (const character of segment) {
    yield { segment: character, start }
    start += character.length
  }
}

// lower is Unicode's simple lower case, letter by letter; only the Greek sigma
// has a form of its own at the end of a word.
export function lower(word) {
  if (/^[\x00-\x7f]*$/.test(word)) return word.toLowerCase()
  const letters = Array.from(word, letter => Array.from(letter.toLowerCase())[0])
  if (word.endsWith('Σ')) letters[letters.length - 1] = 'ς'
  return letters.join('')
}

// Letters whose accent is no sign of its own, and ligatures.
const STANDING = new Map(Object.entries({ ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' }))

// unaccented writes a word in lower case without the accents of Latin, Greek
// and Cyrillic letters.
export function unaccented(word) {
  if (/^[\0-\x7f]*$/.test(word)) return word
  const plain = word.normalize('NFD').replace(/[\u0300-\u036f]/g, '').normalize('NFC')
  return plain.replace(/[łøđðþıßæœ]/g, letter => STANDING.get(letter))
}

// stem is Porter's algorithm of 1980 ("An algorithm for suffix stripping"),
// step by step under his names, with the two rules that he changed later: bli
// for abli, and logi.
export function stem(word) {
  if (Array.from(word).length < 3) return word
  let w = step1a(word)
  w = step1b(w)
  w = step1c(w)
  w = replaceSuffix(w, STEP2, 0)
  w = replaceSuffix(w, STEP3, 0)
  w = step4(w)
  return step5(w)
}

// ends reports whether w has the ending and something before it.
const ends = (w, ending) => w.length > ending.length && w.endsWith(ending)

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
  if (ends(w, 'sses') || ends(w, 'ies')) return w.slice(0, -2)
  if (ends(w, 'ss') || !ends(w, 's')) return w
  return w.slice(0, -1)
}

function step1b(w) {
  if (ends(w, 'eed')) return measure(w.slice(0, -3)) > 0 ? w.slice(0, -1) : w
  let root
  if (ends(w, 'ed')) root = w.slice(0, -2)
  else if (ends(w, 'ing')) root = w.slice(0, -3)
  else return w
  if (!hasVowel(root)) return w
  if (ends(root, 'at') || ends(root, 'bl') || ends(root, 'iz')) return root + 'e'
  if (doubleConsonant(root) && !'lsz'.includes(root[root.length - 1])) return root.slice(0, -1)
  if (measure(root) === 1 && cvc(root)) return root + 'e'
  return root
}

function step1c(w) {
  return ends(w, 'y') && hasVowel(w.slice(0, -1)) ? w.slice(0, -1) + 'i' : w
}

const STEP2 = [['ational', 'ate'], ['tional', 'tion'], ['enci', 'ence'], ['anci', 'ance'], ['izer', 'ize'], ['bli', 'ble'],
  ['alli', 'al'], ['entli', 'ent'], ['eli', 'e'], ['ousli', 'ous'], ['ization', 'ize'], ['ation', 'ate'], ['ator', 'ate'],
  ['alism', 'al'], ['iveness', 'ive'], ['fulness', 'ful'], ['ousness', 'ous'], ['aliti', 'al'], ['iviti', 'ive'], ['biliti', 'ble'], ['logi', 'log']]

const STEP3 = [['icate', 'ic'], ['ative', ''], ['alize', 'al'], ['iciti', 'ic'], ['ical', 'ic'], ['ful', ''], ['ness', '']]

function replaceSuffix(w, rules, least) {
  for (const [suffix, by] of rules) {
    if (!ends(w, suffix)) continue
    const root = w.slice(0, -suffix.length)
    return measure(root) > least ? root + by : w
  }
  return w
}

const STEP4 = ['ement', 'ance', 'ence', 'able', 'ible', 'ment', 'ant', 'ent', 'ism', 'ate', 'iti', 'ous', 'ive', 'ize', 'ion', 'al', 'er', 'ic', 'ou']

function step4(w) {
  for (const suffix of STEP4) {
    if (!ends(w, suffix)) continue
    const root = w.slice(0, -suffix.length)
    if (suffix === 'ion' && !/[st]$/.test(root)) return w
    return measure(root) > 1 ? root : w
  }
  return w
}

function step5(w) {
  if (ends(w, 'e')) {
    const root = w.slice(0, -1)
    const m = measure(root)
    if (m > 1 || (m === 1 && !cvc(root))) w = root
  }
  if (ends(w, 'll') && measure(w) > 1) w = w.slice(0, -1)
  return w
}
