// Says in the footer of each page how old the last successful crawl is, once nightly runs are missing. The page was
// built without a clock, so that only the browser can know.

const missed = 3 // runs, one a night
const long = 14 // days

export function freshness(crawled, now) {
  const days = Math.floor((now - Date.parse(crawled)) / 86_400_000)
  if (days >= long) return {level: 'red', words: `${days} days ago: what the sources published since is missing`}
  if (days > missed) return {level: 'amber', words: `${days} days ago: nightly runs are missing`}
  return null
}

const line = document.querySelector('.Freshness')
const age = line && freshness(line.querySelector('time').dateTime, Date.now())
if (age) {
  line.classList.add(`Freshness--${age.level}`)
  line.append(` (${age.words})`)
}
