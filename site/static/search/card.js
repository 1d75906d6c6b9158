// What a result shows of a case, made of the cells of its slot: the same as
// newCard in index/card.go.

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

// cardOf makes a card of cells. labels are the manifest's. A card that is one
// already stays as it is.
export function cardOf(cells, labels) {
  if (!Array.isArray(cells)) return cells
  const [id, title, organisation, date, action, status, sector, amount, proposed, affected, controls] = cells
  const card = {
    id, url: `cases/${id}/`, title, organisation, date, dateText: long(date),
    action, actionText: label(labels.action, action), status, statusText: label(labels.status, status), sector, amount,
    proposed: proposed !== '', affected,
  }
  if (controls !== '') {
    card.controls = controls.split(',')
    card.controlTexts = card.controls.map(control => label(labels.control, control))
  }
  for (const [key, value] of Object.entries(card)) if (!value && key !== 'id' && key !== 'url' && key !== 'title') delete card[key]
  return card
}

// label is the word for a value: its own, or the value with blanks and a capital.
const label = (labels, value) => labels[value] ?? value.slice(0, 1).toUpperCase() + value.slice(1).replaceAll('-', ' ')

// long is a date for people, as precise as it is known: "14 May 2024".
function long(date) {
  const [year, month, day] = date.split('-')
  return [day && Number(day), month && MONTHS[month - 1], year].filter(Boolean).join(' ')
}
