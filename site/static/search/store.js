// The files of the index as bytes: fetched whole, or in parts where the host
// is seen to honour range requests. A file that is missing, cut or another one
// is an error with a message, never a wrong count.

// A ShardError says that the site's search files are not what they should be.
// Its message is for whoever searches.
export class ShardError extends Error {
  name = 'ShardError'
}

const MANIFEST = 'manifest.json'
export const RELOAD = 'Reload the page; if that does not help, the site was not published as a whole.'

// A gzip member of which only the head is written: no name, no time.
const HEAD = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]

export class Store {
  // base is the address of the folder that holds the files; opening what came
  // with the script, or null. ranges says whether the host honours range
  // requests; undefined finds out.
  constructor(base, opening = null, ranges = undefined) {
    this.base = new URL(base)
    this.opening = opening
    this.ranges = ranges
    this.kept = new Map() // name to what was read, or is being read
  }

  // once keeps what was read, and forgets what failed so that it can be tried again.
  once(name, read) {
    let reading = this.kept.get(name)
    if (reading === undefined) {
      reading = read()
      this.kept.set(name, reading)
      reading.catch(() => this.kept.delete(name))
    }
    return reading
  }

  // manifest is the parsed file, of whatever version.
  manifest() {
    return this.once(MANIFEST, async () => {
      if (this.opening !== null) return this.opening.manifest
      const text = await (await this.fetch(MANIFEST, { cache: 'no-cache' })).text()
      try {
        return JSON.parse(text)
      } catch {
        throw new ShardError(`The search file ${MANIFEST} is damaged. ${RELOAD}`)
      }
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
    const packed = await this.whole({ file, bytes })
    const raw = await unpack([packed], file)
    const magic = `cb:${file.slice(0, file.lastIndexOf('-'))}\n`
    for (let i = 0; i < magic.length; i++) {
      if (raw[i] !== magic.charCodeAt(i)) throw new ShardError(`The search file ${file} is another one. ${RELOAD}`)
    }
    return raw.subarray(magic.length)
  }

  // whole reads a file as it is stored.
  async whole({ file, bytes }) {
    const inline = this.opening?.files[file]
    if (inline !== undefined) return Uint8Array.from(atob(inline), c => c.charCodeAt(0))
    return sized(await body(await this.fetch(file), file), bytes, file)
  }

  // slice gives the bytes from one place of a file to another, read alone or
  // with the rest of the file.
  async slice(file, from, to) {
    if (this.ranges !== false) {
      const data = await this.part(file, from, to)
      if (data.whole === undefined) return data
      this.kept.set(file, Promise.resolve(data.whole))
    }
    const whole = await this.once(file, async () => body(await this.fetch(file), file))
    if (whole.length < to) throw new ShardError(`The search file ${file} has ${whole.length} bytes instead of ${to} or more. ${RELOAD}`)
    return whole.subarray(from, to)
  }

  // part reads the bytes from one place of a file to another. Where the host
  // sends everything instead, that is known from then on, and it is {whole}.
  async part(file, from, to) {
    // Not kept by the browser: parallel parts of one file would wait for one another.
    const response = await this.fetch(file, { headers: { Range: `bytes=${from}-${to - 1}` }, cache: 'no-store' })
    this.ranges = response.status === 206
    const data = await body(response, file)
    return this.ranges ? sized(data, to - from, file) : { whole: data }
  }

  // probe finds out whether the host honours ranges, by a byte of a file, and
  // reads no more if more is sent.
  probe(file) {
    return this.once('probe', async () => {
      if (this.ranges !== undefined) return
      const response = await this.fetch(file, { headers: { Range: 'bytes=0-0' }, cache: 'no-store' })
      response.body?.cancel()
      this.ranges ??= response.status === 206
    })
  }
}

async function body(response, file) {
  try {
    return new Uint8Array(await response.arrayBuffer())
  } catch {
    throw new ShardError(`The search file ${file} broke off on the way. Try again.`)
  }
}

function sized(data, bytes, file) {
  if (data.length !== bytes) throw new ShardError(`The search file ${file} has ${data.length} bytes instead of ${bytes}. ${RELOAD}`)
  return data
}

// unpack undoes gzip; a checksum that does not hold is an error.
export async function unpack(parts, file) {
  if (typeof DecompressionStream === 'undefined') {
    throw new ShardError('This browser is too old to unpack the search files. The lists of cases can be browsed without them.')
  }
  const stream = new DecompressionStream('gzip')
  const writer = stream.writable.getWriter()
  const written = Promise.all([...parts.map(part => writer.write(part)), writer.close()])
  written.catch(() => {}) // reading fails too, and says so
  const reader = stream.readable.getReader() // several times faster than through a Response
  const chunks = []
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      chunks.push(value)
    }
  } catch {
    throw new ShardError(`The search file ${file} is damaged. ${RELOAD}`)
  }
  return joined(chunks)
}

// behind makes a gzip member of one that was packed as if it followed a
// dictionary: the dictionary goes in front as a block that is not compressed.
export function behind(dictionary, member) {
  const { length } = dictionary
  return [Uint8Array.from([...HEAD, 0, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255]), dictionary, member]
}

export function joined(chunks) {
  if (chunks.length === 1) return chunks[0]
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
