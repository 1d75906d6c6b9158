// What the files of the index hold, read when a query needs it.
// index/FORMAT.md describes them byte by byte.

import { Reader } from './reader.js'
import { behind, joined, RELOAD, ShardError, Store, unpack } from './store.js'

export { ShardError }

const VERSION = 3
const PIECE = 16 * 1024 // bytes of a piece of positions
const SLOT = 896 // bytes of a slot
const SLOT_HEAD = 2 // of which a slot's first tell its length

const decoder = new TextDecoder('utf-8', { fatal: true })
const encoder = new TextEncoder()

export class Shards {
  constructor(base, opening, ranges) {
    this.store = new Store(base, opening, ranges)
  }

  manifest() {
    return this.store.once('manifest', async () => {
      const manifest = await this.store.manifest()
      if (manifest?.version !== VERSION) {
        throw new ShardError(`The search files are of version ${manifest?.version}; this page reads version ${VERSION}. ${RELOAD}`)
      }
      return { ...manifest, stop: new Set(manifest.stop.split(' ')) }
    })
  }

  // prepare begins to unpack what every result needs.
  prepare() {
    for (const needed of [this.directory(), this.starts(), this.dictionary()]) needed.catch(() => {}) // who needs it is told
  }

  // parsed reads a file with a function from Reader to whatever it holds, all
  // of which must be used.
  parsed(ref, parse) {
    return this.store.once(ref.file, async () => {
      const reader = new Reader(await this.store.file(ref), ref.file)
      const value = parse(reader)
      reader.end()
      return value
    })
  }

  async directory() {
    return this.parsed((await this.manifest()).directory, readDirectory)
  }

  // vocabulary says what each facet takes.
  async vocabulary() {
    const { vocabulary } = await this.manifest()
    return this.store.once(vocabulary.file, async () => JSON.parse(decoder.decode(await this.store.file(vocabulary))))
  }

  // entry finds a term: {block, head}, or undefined where no case has it.
  async entry(term) {
    const { blocks } = await this.directory()
    const at = blockOf(blocks, encoder.encode(term))
    if (at < 0) return undefined
    const block = await this.block(blocks[at])
    const head = block.heads.get(term)
    return head && { block, head }
  }

  // beginning counts the cases of each term that begins so, of those in so many
  // blocks at most: term to number.
  async beginning(prefix, most) {
    const { blocks } = await this.directory()
    const name = encoder.encode(prefix)
    const from = Math.max(blockOf(blocks, name), 0)
    const to = blockOf(blocks, Uint8Array.of(...name, 255)) + 1
    const read = await Promise.all(blocks.slice(from, Math.min(to, from + most)).map(block => this.block(block)))
    return new Map(read.flatMap(({ heads }) => [...heads]).filter(([term]) => term.startsWith(prefix)).map(([term, { cases }]) => [term, cases]))
  }

  // block reads a block of terms.
  block({ file, from, to }) {
    return this.store.once(`${file} ${from}`, async () => {
      const raw = await unpack([await this.store.slice(file, from, to)], file)
      const reader = new Reader(raw, file)
      const block = readTerms(reader)
      reader.end()
      return block
    })
  }

  // postings returns {docs, levels, hints} of a term, by rising case number.
  async postings(term) {
    const entry = await this.entry(term)
    if (entry === undefined) return { docs: [], levels: [], hints: [] }
    const { head, block } = entry
    const { documents } = await this.manifest()
    head.docs ??= readGaps(head, documents, block.file)
    return head
  }

  // positions returns a list of positions for each posting of a term.
  async positions(term) {
    const entry = await this.entry(term)
    if (entry === undefined) return []
    const { block: { positions: { file, ends } }, head } = entry
    return this.store.once(`positions of ${term}`, async () => {
      const first = Math.floor(head.placedFrom / PIECE)
      const last = Math.floor((head.placedTo - 1) / PIECE)
      const reader = new Reader(await this.pieces(file, ends.slice(first, last + 2)), file)
      return reader.slice(head.placedFrom - first * PIECE, head.placedTo - first * PIECE, part => readPositions(part, head.cases))
    })
  }

  // pieces reads what lies between the ends of pieces in a file of positions.
  async pieces(file, ends) {
    const packed = await this.store.slice(file, ends[0], ends.at(-1))
    const parts = ends.slice(1).map((end, i) => packed.subarray(ends[i] - ends[0], end - ends[0]))
    return joined(await Promise.all(parts.map(part => unpack([part], file))))
  }

  // numbers reads a column: one number for each case.
  async numbers(name) {
    const { documents, numbers } = await this.manifest()
    return this.parsed(numbers[name], reader => {
      reader.expect(documents)
      return reader.numbers(documents)
    })
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

  // text reads a slot of a case, {card, lines, quotes}: its card and some of
  // its lines, the first so many of which are evidence. Where the host does not
  // honour ranges, they are those of a card.
  async text(doc, slot) {
    const [{ each, packs }, starts, dictionary] = await Promise.all([this.directory(), this.starts(), this.dictionary()])
    const file = packs[Math.floor(doc / each)]
    await this.store.probe(file)
    if (!this.store.ranges) return this.card(doc)
    const number = Math.min(starts[doc] + slot, starts[doc + 1] - 1)
    return this.store.once(`slot ${number}`, async () => {
      const from = (number - starts[doc - doc % each]) * SLOT
      return readSlot(await this.store.slice(file, from, from + SLOT), dictionary, file)
    })
  }

  // starts are the numbers of the cases' first slots, and one more.
  async starts() {
    const { documents, slots } = await this.manifest()
    return this.parsed(slots, reader => {
      reader.expect(documents)
      const starts = [0]
      for (const n of reader.numbers(documents)) starts.push(starts.at(-1) + n)
      return starts
    })
  }

  async dictionary() {
    const { dictionary } = await this.manifest()
    return this.store.once(dictionary.file, () => this.store.file(dictionary))
  }

  async card(doc) {
    const { each, files } = await this.parsed((await this.manifest()).cards, readCardList)
    const ref = files[Math.floor(doc / each)]
    const cards = await this.store.once(ref.file, async () => JSON.parse(decoder.decode(await this.store.file(ref))))
    const { text = '', quotes = 0, ...card } = cards[doc % each]
    return { card, lines: text.split('\n'), quotes }
  }
}

// blockOf is the place of the last block whose first term is not above one;
// -1 for none.
function blockOf(blocks, name) {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareBytes(name, blocks[middle].first) < 0) high = middle
    else low = middle + 1
  }
  return low - 1
}

// compareBytes orders as Go does: by UTF-8, not by UTF-16.
function compareBytes(a, b) {
  const n = Math.min(a.length, b.length)
  for (let i = 0; i < n; i++) if (a[i] !== b[i]) return a[i] - b[i]
  return a.length - b.length
}

// readDirectory returns {blocks, each, packs}: the blocks of terms with where
// they lie, and the files of the texts of so many cases each.
function readDirectory(reader) {
  const blocks = []
  let first = new Uint8Array()
  for (let files = reader.number(); files > 0; files--) {
    const file = reader.name('terms')
    for (let n = reader.number(), to = 0; n > 0; n--) {
      first = reader.shared(first)
      const from = to
      to += reader.number()
      blocks.push({ first, file, from, to })
    }
  }
  const each = reader.number()
  return { blocks, each, packs: Array.from({ length: reader.number() }, () => reader.name('text')) }
}

function readCardList(reader) {
  const each = reader.number()
  return { each, files: Array.from({ length: reader.number() }, () => reader.ref('cards')) }
}

// readTerms returns {file, positions: {file, ends}, heads}: ends are where
// pieces of positions end, after where the first begins. Gaps are read later.
function readTerms(reader) {
  const positions = reader.name('positions')
  const ends = [reader.number()]
  for (let n = reader.number(); n > 0; n--) ends.push(ends.at(-1) + reader.number())
  const heads = new Map()
  let name = new Uint8Array()
  let placed = 0
  for (let n = reader.number(); n > 0; n--) {
    name = reader.shared(name)
    const head = { cases: reader.number(), size: reader.number(), placedFrom: placed }
    head.placedTo = placed += reader.number()
    heads.set(decoder.decode(name), head)
  }
  for (const head of heads.values()) head.gaps = reader.take(head.size)
  for (const head of heads.values()) head.levels = reader.take(head.cases)
  for (const head of heads.values()) head.hints = reader.take(head.cases)
  return { file: reader.file, positions: { file: positions, ends }, heads }
}

function readGaps({ gaps, cases }, documents, file) {
  const reader = new Reader(gaps, file)
  const docs = reader.numbers(cases)
  reader.end()
  let next = 0
  for (let i = 0; i < cases; i++) {
    docs[i] += next
    next = docs[i] + 1
  }
  if (next > documents) throw new ShardError(`The search file ${file} is of another build. ${RELOAD}`)
  return docs
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

async function readSlot(slot, dictionary, file) {
  const size = slot[0] + 256 * slot[1]
  if (size > SLOT - SLOT_HEAD) throw new ShardError(`The search file ${file} is another one. ${RELOAD}`)
  const raw = await unpack(behind(dictionary, slot.subarray(SLOT_HEAD, SLOT_HEAD + size)), file)
  const [head, ...lines] = decoder.decode(raw.subarray(dictionary.length)).split('\n')
  const cells = head.split('\t')
  const quotes = Number(cells.pop())
  return { card: cells, lines, quotes }
}
