// The files of the index, read when a query needs them. index/FORMAT.md
// describes them byte by byte.

export const VERSION = 1

// A ShardError says that the site's search files are not what they should be:
// no counts are shown then, because they would be wrong.
export class ShardError extends Error {}

const decoder = new TextDecoder()

export class Shards {
  constructor(base) {
    this.base = base
    this.loaded = new Map()
  }

  async manifest() {
    return this.once('manifest.json', async () => {
      const response = await this.fetch('manifest.json', { cache: 'no-cache' })
      const manifest = await response.json()
      if (manifest.version !== VERSION) throw new ShardError(`The search files are of version ${manifest.version}, this page reads ${VERSION}. Reload the page.`)
      manifest.stop = new Set(manifest.stop)
      return manifest
    })
  }

  // once keeps what was read, and forgets what failed so that it can be tried again.
  once(name, read) {
    if (!this.loaded.has(name)) {
      const reading = read()
      reading.catch(() => this.loaded.delete(name))
      this.loaded.set(name, reading)
    }
    return this.loaded.get(name)
  }

  async fetch(name, options) {
    let response
    try {
      response = await fetch(new URL(name, this.base), options)
    } catch {
      throw new ShardError(`The search file ${name} could not be reached. Check the connection and try again.`)
    }
    if (!response.ok) throw new ShardError(`The search file ${name} is missing (${response.status}). The site may just be being replaced: reload the page.`)
    return response
  }

  // bytes returns a file uncompressed.
  async bytes({ file, bytes }) {
    const packed = new Uint8Array(await (await this.fetch(file)).arrayBuffer())
    const gzipped = packed[0] === 0x1f && packed[1] === 0x8b // else the host has unpacked it
    if (gzipped && packed.length !== bytes) throw new ShardError(`The search file ${file} has ${packed.length} bytes instead of ${bytes}. Reload the page.`)
    if (!gzipped) return packed
    try {
      const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
      return new Uint8Array(await new Response(stream).arrayBuffer())
    } catch {
      throw new ShardError(`The search file ${file} is damaged. Reload the page.`)
    }
  }

  json(ref) {
    return this.once(ref.file, async () => JSON.parse(decoder.decode(await this.bytes(ref))))
  }

  async lengths() {
    const { lengths } = await this.manifest()
    return this.once(lengths.file, async () => {
      const read = new Reader(await this.bytes(lengths), 'cbl1')
      return Array.from({ length: read.number() }, () => read.number())
    })
  }

  // block finds the block that would hold a term.
  async block(term) {
    const { terms } = await this.manifest()
    let low = 0
    let high = terms.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (before(term, terms[middle].first)) high = middle
      else low = middle + 1
    }
    return terms[low - 1]
  }

  // postings returns [{doc, frequency, positions?}] of a term, by case number.
  async postings(term, withPositions) {
    const block = await this.block(term)
    if (!block) return []
    const terms = await this.once(block.postings.file, async () => readPostings(await this.bytes(block.postings)))
    const postings = terms.get(term) ?? []
    if (!withPositions || postings.length === 0) return postings
    const positions = await this.once(block.positions.file, async () => readPositions(await this.bytes(block.positions), terms))
    return postings.map((p, i) => ({ ...p, positions: positions.get(term)[i] }))
  }
}

// before compares as Go sorts strings: by bytes of UTF-8, which is by code points.
function before(a, b) {
  const x = [...a]
  const y = [...b]
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    if (x[i] !== y[i]) return x[i].codePointAt(0) < y[i].codePointAt(0)
  }
  return x.length < y.length
}

// A Reader reads unsigned variable-length numbers and bytes.
class Reader {
  constructor(bytes, magic) {
    this.bytes = bytes
    this.at = magic.length
    if (decoder.decode(bytes.subarray(0, magic.length)) !== magic) throw new ShardError('A search file is not of the kind it should be. Reload the page.')
  }

  number() {
    let value = 0
    let factor = 1
    for (;;) {
      const byte = this.bytes[this.at++]
      if (byte === undefined) throw new ShardError('A search file ends too early. Reload the page.')
      value += (byte & 127) * factor
      if (byte < 128) return value
      factor *= 128
    }
  }

  take(n) {
    return this.bytes.subarray(this.at, (this.at += n))
  }
}

function readPostings(bytes) {
  const read = new Reader(bytes, 'cbt1')
  const terms = new Map()
  let last = new Uint8Array()
  for (let n = read.number(); n > 0; n--) {
    const shared = read.number()
    const suffix = read.take(read.number())
    const term = new Uint8Array(shared + suffix.length)
    term.set(last.subarray(0, shared))
    term.set(suffix, shared)
    last = term
    const postings = []
    let doc = 0
    for (let df = read.number(); df > 0; df--) {
      doc += read.number()
      postings.push({ doc, frequency: read.number() })
    }
    terms.set(decoder.decode(term), postings)
  }
  return terms
}

function readPositions(bytes, terms) {
  const read = new Reader(bytes, 'cbp1')
  read.number()
  const positions = new Map()
  for (const [term, postings] of terms) {
    positions.set(term, postings.map(() => {
      let at = 0
      return Array.from({ length: read.number() }, () => (at += read.number()))
    }))
  }
  return positions
}
