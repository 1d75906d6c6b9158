package text

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// layout makes one text of a PDF's pages: running headers and page numbers
// go, lines that the page broke are joined, and each paragraph is a line of
// its own between blank ones. A paragraph that a page end cuts in two is
// joined too, so a page may start inside one.
func layout(pages []string) (Text, error) {
	lines := make([][]string, len(pages))
	letters := 0
	for i, page := range pages {
		page = strings.ReplaceAll(page, "\u0002", "-") // pdfium's mark for a hyphen at a line's end
		for line := range strings.Lines(clean(strings.ReplaceAll(page, "\r\n", "\n"))) {
			line = strings.TrimSpace(line)
			lines[i] = append(lines[i], line)
			letters += utf8.RuneCountInString(line)
		}
	}
	if letters < 20*max(len(pages), 1) {
		return Text{}, fmt.Errorf("text: %w", ErrNoText)
	}
	running := runningLines(lines)
	j := joiner{width: typicalWidth(lines)}
	t := Text{}
	for _, page := range lines {
		t.Pages = append(t.Pages, -1)
		for k, line := range page {
			if edge(k, len(page)) && (running[shape(line)] || isPageNumber(line)) {
				continue
			}
			at := j.add(line)
			if at >= 0 && t.Pages[len(t.Pages)-1] < 0 {
				t.Pages[len(t.Pages)-1] = at
			}
		}
		if t.Pages[len(t.Pages)-1] < 0 { // an empty page starts where the next one does
			t.Pages[len(t.Pages)-1] = j.b.Len()
		}
	}
	t.Body = j.b.String()
	return t, nil
}

// edge reports whether line k of n is where headers and footers stand.
func edge(k, n int) bool { return k < 4 || k >= n-4 }

var digits = regexp.MustCompile(`\d+`)

// shape is a line without its numbers: "Page 3 of 9" and "Page 4 of 9" have one.
func shape(line string) string { return digits.ReplaceAllString(line, "#") }

// runningLines are the shapes that stand at the edges of most pages.
func runningLines(pages [][]string) map[string]bool {
	count := map[string]int{}
	for _, page := range pages {
		seen := map[string]bool{}
		for k, line := range page {
			if s := shape(line); line != "" && edge(k, len(page)) && !seen[s] {
				seen[s] = true
				count[s]++
			}
		}
	}
	running := map[string]bool{}
	for s, n := range count {
		running[s] = n >= 3 && n*5 >= len(pages)*3 && !numbered.MatchString(s)
	}
	return running
}

var pageNumber = regexp.MustCompile(`(?i)^(page )?\d{1,4}( (of|/) \d{1,4})?$`)

func isPageNumber(line string) bool { return pageNumber.MatchString(line) }

// typicalWidth is the length that nine lines in ten do not exceed.
func typicalWidth(pages [][]string) int {
	var histogram [256]int
	total := 0
	for _, page := range pages {
		for _, line := range page {
			if n := utf8.RuneCountInString(line); n > 0 {
				histogram[min(n, 255)]++
				total++
			}
		}
	}
	seen := 0
	for n, count := range histogram {
		if seen += count; seen*10 >= total*9 {
			return n
		}
	}
	return 80
}

// numbered is the start of a paragraph of a notice: "12.", "4.2", "(a)", "•".
var numbered = regexp.MustCompile(`^(\d{1,3}\.(\d{1,3}\.?)*|[#]\.|\([a-z]{1,4}\)|\([ivx]+\)|[•▪–-]) `)

// A joiner puts lines together.
type joiner struct {
	b     strings.Builder
	width int
	last  string // line that was added last
	gap   bool   // a blank line came since
}

// add appends a line and returns the offset at which it starts, or -1 for a
// blank one.
func (j *joiner) add(line string) int {
	if line == "" {
		j.gap = true
		return -1
	}
	switch {
	case j.last == "":
	case j.paragraphEnds(line):
		j.b.WriteString("\n\n")
	case hyphenated(j.last, line):
	default:
		j.b.WriteByte(' ')
	}
	at := j.b.Len()
	j.b.WriteString(line)
	j.last, j.gap = line, false
	return at
}

// paragraphEnds reports whether next begins a paragraph.
func (j *joiner) paragraphEnds(next string) bool {
	if numbered.MatchString(next) {
		return true
	}
	first, _ := utf8.DecodeRuneInString(next)
	if unicode.IsLower(first) {
		return false
	}
	short := utf8.RuneCountInString(j.last)*4 < j.width*3
	ended := strings.ContainsAny(j.last[len(j.last)-1:], ".:;?!") || strings.HasSuffix(j.last, "”")
	return short || j.gap && ended
}

// hyphenated reports whether a word goes on in the next line.
func hyphenated(last, next string) bool {
	first, _ := utf8.DecodeRuneInString(next)
	return strings.HasSuffix(last, "-") && !strings.HasSuffix(last, " -") && unicode.IsLower(first)
}
