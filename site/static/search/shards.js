// The files of the index, read when a query needs them. index/FORMAT.md
// describes them byte by byte. A file that is missing, cut or another one is
// an error with a message, never a wrong count.

import { readNamelist, readNames } from './names.js'
import { Reader, ShardError } from './reader.js'

export { ShardError }

const VERSION = 2
const MANIFEST = 'manifest.json'
const PIECE = 64 * 1024 // bytes of a piece of positions
const DIGEST = 6 // bytes of a file's digest in its name

const decoder = new TextDecoder('utf-8', { fatal: true })
const RELOAD = 'Reload the page; if that does not help, the site was not published as a whole.'

export class Shards {
  // base is the address of the folder that holds the files.
  constructor(base) {
    this.base = new URL(base)
    this.read = new Map() // address to what was read, or is being read
  }

  // once keeps what was read, and forgets what failed so that it can be tried again.
  once(name, read) {
    let reading = this.read.get(name)
    if (reading === undefined) {
      reading = read()
      this.read.set(name, reading)
      reading.catch(() => this.read.delete(name))
    }
    return reading
  }

  manifest() {
    return this.once(MANIFEST, async () => {
      const text = await (await this.fetch(MANIFEST, { cache: 'no-cache' })).text()
      let manifest
      try {
        manifest = JSON.parse(text)
      } catch {
        throw new ShardError(`The search file ${MANIFEST} is damaged. ${RELOAD}`)
      }
      if (manifest?.version !== VERSION) {
        throw new ShardError(`The search files are of version ${manifest?.version}; this page reads version ${VERSION}. ${RELOAD}`)
      }
      return { ...manifest, stop: new Set(manifest.stop) }
    })
  }

  async fetch(name, options) {
    let response
    try {
      response = await fetch(new URL(name, this.base), options)
    } catch {
      throw new ShardError(`The search file ${name} could not be reached. Check the connection and try again.`)
    }
    if (!response.ok) throw new ShardError(`The search file ${name} is missing (status ${response.status}). ${RELOAD}`)
    return response
  }

  // file reads and unpacks {file, bytes}, checks that it is what the manifest
  // says, and gives what follows its magic.
  async file({ file, bytes }) {
    if (typeof DecompressionStream === 'undefined') {
      throw new ShardError('This browser is too old to unpack the search files. The lists of cases can be browsed without them.')
    }
    const response = await this.fetch(file)
    let packed
    try {
      packed = new Uint8Array(await response.arrayBuffer())
    } catch {
      throw new ShardError(`The search file ${file} broke off on the way. Try again.`)
    }
    if (packed.length !== bytes) throw new ShardError(`The search file ${file} has ${packed.length} bytes instead of ${bytes}. ${RELOAD}`)
    let raw
    try {
      raw = await unpack(packed)
    } catch {
      throw new ShardError(`The search file ${file} is damaged. ${RELOAD}`)
    }
    const magic = `cb:${file.slice(0, file.lastIndexOf('-'))}\n`
    for (let i = 0; i < magic.length; i++) {
      if (raw[i] !== magic.charCodeAt(i)) throw new ShardError(`The search file ${file} is another one. ${RELOAD}`)
    }
    return raw.subarray(magic.length)
  }

  // parsed reads a file with a function from Reader to whatever it holds, all
  // of which must be used.
  parsed(ref, parse) {
    return this.once(ref.file, async () => {
      const reader = new Reader(await this.file(ref), ref.file)
      const value = parse(reader)
      reader.end()
      return value
    })
  }

  async directory() {
    const { directory } = await this.manifest()
    return this.parsed(directory, readDirectory)
  }

  // entry finds a term: {block, head}, or undefined where no case has it.
  async entry(term) {
    const { blocks } = await this.directory()
    const name = new TextEncoder().encode(term)
    let low = 0
    let high = blocks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (compareBytes(name, blocks[middle].first) < 0) high = middle
      else low = middle + 1
    }
    if (low === 0) return undefined
    const block = blocks[low - 1]
    const heads = await this.parsed(block.terms, readTerms)
    const head = heads.get(term)
    return head && { block, head }
  }

  // postings returns {docs, frequencies} of a term, by rising case number.
  async postings(term) {
    const entry = await this.entry(term)
    if (entry === undefined) return { docs: [], frequencies: [] }
    const { head, block } = entry
    const { documents } = await this.manifest()
    head.postings ??= readPostings(head, documents, block.terms.file)
    return head.postings
  }

  // positions returns a list of positions for each posting of a term.
  async positions(term) {
    const entry = await this.entry(term)
    if (entry === undefined) return []
    const { block, head } = entry
    return this.once(`positions of ${term}`, async () => {
      const first = Math.floor(head.placedFrom / PIECE)
      const last = Math.floor((head.placedTo - 1) / PIECE)
      const pieces = await Promise.all(block.positions.slice(first, last + 1).map(ref => this.once(ref.file, () => this.file(ref))))
      const reader = new Reader(joined(pieces), block.positions[first]?.file ?? block.terms.file)
      return reader.slice(head.placedFrom - first * PIECE, head.placedTo - first * PIECE, part => readPositions(part, head.cases))
    })
  }

  // numbers reads a column: one number for each case.
  async numbers(ref) {
    const { documents } = await this.manifest()
    return this.parsed(ref, reader => {
      reader.expect(documents)
      return reader.numbers(documents)
    })
  }

  async lengths() {
    return this.numbers((await this.manifest()).lengths)
  }

  // facet reads a facet: {values, labels, docs}, docs giving for each case the
  // places of its values.
  async facet(name) {
    const { documents, facets } = await this.manifest()
    return this.parsed(facets[name], reader => {
      const values = []
      const labels = []
      for (let n = reader.number(); n > 0; n--) {
        values.push(reader.text())
        labels.push(reader.text())
      }
      reader.expect(documents)
      const docs = Array.from({ length: documents }, () => reader.numbers(reader.number()))
      return { values, labels, docs }
    })
  }

  // namelist and names are what suggestions are looked up in.
  async namelist() {
    return this.parsed((await this.manifest()).names, reader => readNamelist(reader, kind => readRef(reader, kind)))
  }

  names(ref) {
    return this.parsed(ref, readNames)
  }

  // card reads what a result shows.
  async card(doc) {
    const { cardsEach, cards } = await this.directory()
    const ref = cards[Math.floor(doc / cardsEach)]
    if (ref === undefined) throw new ShardError(`The search files hold no card for case ${doc}. ${RELOAD}`)
    const block = await this.once(ref.file, async () => JSON.parse(decoder.decode(await this.file(ref))))
    return block[doc % cardsEach]
  }
}

async function unpack(packed) {
  const stream = new DecompressionStream('gzip')
  const writer = stream.writable.getWriter()
  const written = writer.write(packed).then(() => writer.close())
  const [raw] = await Promise.all([new Response(stream.readable).arrayBuffer(), written])
  return new Uint8Array(raw)
}

function joined(pieces) {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

// compareBytes orders as Go does: by UTF-8, not by UTF-16.
function compareBytes(a, b) {
  const n = Math.min(a.length, b.length)
  for (let i = 0; i < n; i++) if (a[i] !== b[i]) return a[i] - b[i]
  return a.length - b.length
}

function readRef(reader, kind) {
  const digest = Array.from(reader.take(DIGEST), byte => byte.toString(16).padStart(2, '0')).join('')
  return { file: `${kind}-${digest}.bin`, bytes: reader.number() }
}

function readDirectory(reader) {
  const ref = kind => readRef(reader, kind)
  const refs = kind => Array.from({ length: reader.number() }, () => ref(kind))
  const blocks = []
  let first = new Uint8Array()
  for (let n = reader.number(); n > 0; n--) {
    first = reader.shared(first)
    blocks.push({ first, terms: ref('terms'), positions: refs('positions') })
  }
  return { blocks, cardsEach: reader.number(), cards: refs('cards') }
}

// readTerms returns the heads of a block by term; postings are read later.
function readTerms(reader) {
  const heads = new Map()
  let name = new Uint8Array()
  let placed = 0
  for (let n = reader.number(); n > 0; n--) {
    name = reader.shared(name)
    const head = { cases: reader.number(), size: reader.number(), placedFrom: placed }
    placed += reader.number()
    head.placedTo = placed
    heads.set(decoder.decode(name), head)
  }
  for (const head of heads.values()) head.bytes = reader.take(head.size)
  return heads
}

function readPostings(head, documents, file) {
  const reader = new Reader(head.bytes, file)
  const docs = new Array(head.cases)
  const frequencies = new Array(head.cases)
  let next = 0
  for (let i = 0; i < head.cases; i++) {
    docs[i] = next + reader.number()
    frequencies[i] = reader.number()
    next = docs[i] + 1
  }
  reader.end()
  if (next > documents) throw new ShardError(`The search file ${file} is of another build. ${RELOAD}`)
  return { docs, frequencies }
}

function readPositions(reader, cases) {
  const all = new Array(cases)
  for (let i = 0; i < cases; i++) {
    const list = reader.numbers(reader.number())
    for (let k = 1; k < list.length; k++) list[k] += list[k - 1]
    all[i] = list
  }
  reader.end()
  return all
}
