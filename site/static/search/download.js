// The cases that were found as rows of the site's data/cases.csv, which has
// made every cell safe for spreadsheets already: rows are taken as they stand.

// chosen is the head of a table and the rows of what was found, in that order.
// Found cases are known by their place among all, the newest first, those of
// one day by id; ids are those of the first that were found, which must agree.
export function chosen(csv, { found, documents, results }) {
  const [head, ...rows] = records(csv)
  const [id, date] = ['id', 'date'].map(name => head.cells.indexOf(name))
  rows.sort((a, b) => compare(b.cells[date], a.cells[date]) || compare(a.cells[id], b.cells[id]))
  const picked = found.map(place => rows[place])
  const same = rows.length === documents && results.every((result, i) => result.id === undefined || result.id === picked[i].cells[id])
  if (!same) throw new Error('the list of cases is of another build than the search. Reload the page')
  return [head, ...picked].map(({ text }) => text + '\n').join('')
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

// records gives the lines of a table as {text, cells}; a quoted cell may hold
// line feeds.
function records(csv) {
  return Array.from(csv.matchAll(/(?:"(?:[^"]|"")*"|[^"\n])+/g), ([text]) => ({
    text: text.replace(/\r$/, ''),
    cells: Array.from(text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",\r]*))/g), ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare),
  }))
}

// save hands a text to the person as a file.
export function save(text, name) {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

// copy puts a text on the clipboard and reports whether it is there.
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = Object.assign(document.createElement('textarea'), { value: text })
    document.body.append(area)
    area.select()
    const copied = document.execCommand('copy')
    area.remove()
    return copied
  }
}
