package text

import "slices"

// footnotes splits a page's lines into its story and the notes at its foot:
// the last lines, all in smaller type, in the lower half.
func footnotes(lines []line, height, body float64) (story, notes []line) {
	from := len(lines)
	for from > 1 && lines[from-1].size <= smallType*body && lines[from-1].base < height/2 {
		from--
	}
	return lines[:from], lines[from:]
}

// bodySize is the size of the type in which most letters of a document stand.
func bodySize(pages []page) float64 {
	letters := map[float64]int{}
	most := 0.0
	for _, p := range pages {
		for _, l := range p.lines {
			letters[l.size] += len(l.text)
			if n := letters[l.size]; n > letters[most] || n == letters[most] && l.size > most {
				most = l.size
			}
		}
	}
	return most
}

// hold keeps the notes of the page that starts at pageStart until it is known
// whether its last paragraph goes on.
func (j *joiner) hold(notes []line, margin float64, pageStart int) {
	if len(notes) == 0 {
		return
	}
	own := joiner{words: j.words, leading: j.leading, b: j.notes}
	for _, l := range notes {
		own.add(l, margin, false)
	}
	j.notes, j.pageStart = own.b, pageStart
}

// release writes the notes that are held: after a paragraph that ended, else
// before it, so that they stay on their page. Before one that began on a page
// before they would not: then they wait for its end.
func (j *joiner) release(ended bool) {
	switch {
	case len(j.notes) == 0:
		return
	case ended && len(j.b) > 0:
		j.b = append(append(j.b, "\n\n"...), j.notes...)
	case ended:
		j.b = append(j.b, j.notes...)
	case j.paragraph >= j.pageStart:
		j.b = slices.Insert(j.b, j.paragraph, append(j.notes, "\n\n"...)...)
		j.paragraph += len(j.notes) + 2
	default:
		return
	}
	j.notes = nil
}
