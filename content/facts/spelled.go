package facts

import "strings"

// A spelled is a number written in words: "one hundred and thirty thousand".
type spelled struct {
	value      float64
	start, end int // in the text
}

// smallWord and scaleWord are the words that numbers are made of.
var (
	smallWord = map[string]float64{
		"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
		"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
		"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	}
	scaleWord = map[string]float64{"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9}
)

const (
	smallWords = `one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety`
	scaleWords = `hundred|thousand|million|billion`
)

var (
	// spelledRun is a run of such words: units and scales, "a" and "half a"
	// only before a scale.
	spelledRun = exactly(`(?i)\b(?:(?:half|(?:a +)?quarter +of)[ -]+an?[ -]+(?:` + scaleWords + `)\b|(?:an? +(?:` + scaleWords + `)|(?:` + smallWords + `))\b` +
		`(?:(?:,? +and +an? +half +|,? +and +|, *| *- *| +)(?:` + smallWords + `|` + scaleWords + `)\b)*)`)
	oneWord = exactly(`[A-Za-z]+`)
)

// spelledNumbers returns the numbers that a text writes in words.
func spelledNumbers(text string) []spelled {
	var all []spelled
	for _, run := range spelledRun.findAll(text) {
		var w wording
		for _, at := range oneWord.findAll(text[run[0]:run[1]]) {
			start, end := run[0]+at[0], run[0]+at[1]
			word := strings.ToLower(text[start:end])
			if !w.take(word) {
				all = w.close(all)
				w = wording{}
				w.take(word)
			}
			w.span(word, start, end)
		}
		all = w.close(all)
	}
	return all
}

// A wording is a number of which some words were read.
type wording struct {
	total, group float64 // what is complete, and what a scale may follow
	last         float64 // the last unit, 0 after a scale
	scale        float64 // the last scale above a hundred, 0 for none
	half         bool    // "half a" or "a quarter of a" waits for its scale
	any          bool
	start, end   int
}

// take reads the next word and reports whether it can go on with the number.
func (w *wording) take(word string) bool {
	if unit, ok := smallWord[word]; ok {
		if w.last != 0 && !(w.last >= 20 && unit < 10) {
			return false // "two, three": two numbers
		}
		w.group, w.last, w.any = w.group+unit, unit, true
		return true
	}
	scale, ok := scaleWord[word]
	switch {
	case word == "half":
		w.group, w.half = w.group+.5, true
	case word == "quarter":
		w.group, w.half = .25, true
	case !ok: // "and", "of", "a"
	case scale == 100:
		w.group, w.last, w.any = max(w.group, 1)*100, 0, true
	case w.scale != 0 && scale >= w.scale:
		return false
	default:
		if w.group == 0 {
			w.group = 1
		}
		w.total, w.group, w.last, w.scale, w.half, w.any = w.total+w.group*scale, 0, 0, scale, false, true
	}
	return true
}

// span notes where a word of the number stands; "and" ends none.
func (w *wording) span(word string, start, end int) {
	if w.end == 0 {
		w.start = start
	}
	if smallWord[word] != 0 || scaleWord[word] != 0 || w.end == 0 {
		w.end = end
	}
}

// close adds the number that was read, if it is one.
func (w *wording) close(all []spelled) []spelled {
	if !w.any || w.half {
		return all
	}
	return append(all, spelled{w.total + w.group, w.start, w.end})
}
