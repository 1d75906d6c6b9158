package text

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// layout makes one text of a PDF's pages: running headers and page numbers
// go, lines that the page broke are joined, and each paragraph stands between
// blank lines. A paragraph that a page end cuts in two is joined too, so a
// page may start inside one; the footnotes of its page stand before it then.
func layout(pages []page) (Text, error) {
	words := vocabulary(pages)
	cleanLines(pages, words)
	if err := scan(pages); err != nil {
		return Text{}, err
	}
	running, margin, body := runningLines(pages), margin(pages), bodySize(pages)
	j := joiner{words: words, leading: leading(pages)}
	starts := make([]int, len(pages))
	for i, p := range pages {
		starts[i] = -1
		story, notes := footnotes(running.story(p), p.height, body)
		for _, c := range columns(story, margin) {
			for _, l := range c.lines {
				at := j.add(l, c.margin, starts[i] < 0)
				if starts[i] < 0 {
					starts[i] = at
				}
			}
		}
		j.hold(notes, margin, starts[i])
	}
	j.release(true)
	if len(j.b) == 0 {
		return Text{}, fmt.Errorf("text: nothing but headers and page numbers on %d pages: %w", len(pages), ErrNoText)
	}
	next := len(j.b)
	for i, start := range slices.Backward(starts) {
		if start < 0 { // an empty page starts where the next one does
			starts[i] = next
		}
		next = starts[i]
	}
	return Text{Body: string(j.b), Pages: starts}, nil
}

// cleanLines cleans the lines of pages and drops those without words.
func cleanLines(pages []page, words wordList) {
	for i := range pages {
		lines := pages[i].lines
		for k := range lines {
			lines[k].text = strings.TrimSpace(Clean(words.mend(lines[k].text)))
		}
		pages[i].lines = slices.DeleteFunc(lines, func(l line) bool { return l.text == "" })
	}
}

// scan is an error if a document has no words, or most of its pages are
// pictures without any: what could be read would pass for the whole.
func scan(pages []page) error {
	pictures, lines := 0, 0
	for _, p := range pages {
		if p.picture {
			pictures++
		}
		lines += len(p.lines)
	}
	if lines > 0 && pictures*2 <= len(pages) {
		return nil
	}
	return fmt.Errorf("text: %d of %d pages are pictures: %w", pictures, len(pages), ErrNoText)
}

// A column is a run of lines down a page, and where its lines end on the right.
type column struct {
	lines  []line
	margin float64
}

// columns splits lines where print jumps up again.
func columns(lines []line, margin float64) []column {
	var all []column
	for i, l := range lines {
		if i == 0 || l.base > lines[i-1].base+4*l.size {
			all = append(all, column{})
		}
		c := &all[len(all)-1]
		c.lines = append(c.lines, l)
		c.margin = max(c.margin, l.right)
	}
	if len(all) == 1 {
		all[0].margin = margin
	}
	return all
}

// margin is where nineteen lines in twenty end, at most.
func margin(pages []page) float64 {
	var rights []float64
	for _, p := range pages {
		for _, l := range p.lines {
			rights = append(rights, l.right)
		}
	}
	slices.Sort(rights)
	if len(rights) == 0 {
		return 0
	}
	return rights[len(rights)*19/20]
}

// leading is the distance from line to line within a paragraph, in sizes of the
// type: one of the smaller distances, since paragraphs of one line may be the
// most.
func leading(pages []page) float64 {
	var gaps []float64
	for _, p := range pages {
		for i := 1; i < len(p.lines); i++ {
			a, b := p.lines[i-1], p.lines[i]
			if gap := a.base - b.base; b.size > 0 && a.size == b.size && gap > b.size/2 && gap < 4*b.size {
				gaps = append(gaps, gap/b.size)
			}
		}
	}
	if len(gaps) == 0 {
		return 1.2
	}
	slices.SortFunc(gaps, cmp.Compare[float64])
	return gaps[len(gaps)/5]
}
