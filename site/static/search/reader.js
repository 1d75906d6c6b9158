// Reads the numbers and texts that the files of the index are made of.

import { ShardError } from './store.js'

const DIGEST = 5 // bytes of a file's digest in its name

const decoder = new TextDecoder('utf-8', { fatal: true })

export class Reader {
  // file is the name that errors give.
  constructor(bytes, file) {
    this.bytes = bytes
    this.file = file
    this.at = 0
  }

  broken() {
    return new ShardError(`The search file ${this.file} does not hold what it should. Reload the page; if that does not help, the site was not published as a whole.`)
  }

  // number reads an unsigned number, seven bits a byte, the lowest first.
  number() {
    let value = 0
    let unit = 1
    for (;;) {
      const byte = this.bytes[this.at++]
      if (byte === undefined || unit > Number.MAX_SAFE_INTEGER) throw this.broken()
      value += (byte & 127) * unit
      if (byte < 128) return value
      unit *= 128
    }
  }

  numbers(n) {
    if (n > this.bytes.length - this.at) throw this.broken() // each takes a byte at least
    const list = new Array(n)
    for (let i = 0; i < n; i++) list[i] = this.number()
    return list
  }

  // expect reads a number that is known.
  expect(n) {
    if (this.number() !== n) throw this.broken()
  }

  take(n) {
    if (n > this.bytes.length - this.at) throw this.broken()
    return this.bytes.subarray(this.at, (this.at += n))
  }

  text() {
    try {
      return decoder.decode(this.take(this.number()))
    } catch {
      throw this.broken()
    }
  }

  // name reads the name of a file of one kind.
  name(kind) {
    const digest = Array.from(this.take(DIGEST), byte => byte.toString(16).padStart(2, '0')).join('')
    return `${kind}-${digest}.bin`
  }

  // ref reads a name and the number of bytes of the file.
  ref(kind) {
    return { file: this.name(kind), bytes: this.number() }
  }

  // shared reads a text that begins like the one before it.
  shared(last) {
    const n = this.number()
    if (n > last.length) throw this.broken()
    const rest = this.take(this.number())
    const text = new Uint8Array(n + rest.length)
    text.set(last.subarray(0, n))
    text.set(rest, n)
    return text
  }

  // slice reads a part with a function of its own.
  slice(from, to, read) {
    if (to > this.bytes.length) throw this.broken()
    return read(new Reader(this.bytes.subarray(from, to), this.file))
  }

  // end is where everything must have been read.
  end() {
    if (this.at !== this.bytes.length) throw this.broken()
  }
}
