package facts

import (
	"strconv"
	"strings"
)

// A pinpoint is the number of a rule and its parts: 32(1)(b), 55A.
type pinpoint struct {
	number     int
	letter     string   // of 55A
	parts      []string // "1", "b"
	start, end int      // in the text
}

func (p pinpoint) String() string {
	var b strings.Builder
	b.WriteString(strconv.Itoa(p.number) + p.letter)
	for _, part := range p.parts {
		b.WriteString("(" + part + ")")
	}
	return b.String()
}

// scanPinpoint reads the pinpoint at a place. Where a list goes on with a part
// alone, "32(1)(b) and (d)", the rest is that of the last one. Scanned notices
// have S for 5 and l for 1: "S(l)(f)", "SSA" for 55A.
func scanPinpoint(text string, at int, last pinpoint) (pinpoint, bool) {
	p := pinpoint{start: at, end: at}
	for p.end < len(text) && p.end-at < 3 && (isDigit(text[p.end]) || text[p.end] == 'S' && scannedFive(text[p.end:])) {
		digit := 5
		if isDigit(text[p.end]) {
			digit = int(text[p.end] - '0')
		}
		p.number, p.end = p.number*10+digit, p.end+1
	}
	if p.end == at {
		return p.partOf(text, last)
	}
	if p.end < len(text) && isDigit(text[p.end]) {
		return p, false // a year, an amount
	}
	if p.end < len(text) && text[p.end] >= 'A' && text[p.end] <= 'C' && (p.end+1 == len(text) || !isLetter(text[p.end+1])) {
		p.letter, p.end = text[p.end:p.end+1], p.end+1
	}
	p.scanParts(text)
	return p, p.number > 0
}

// scannedFive reports whether an S is a 5 that was read wrongly: before a
// bracket, before A or before another one.
func scannedFive(rest string) bool {
	rest = strings.TrimLeft(rest[1:], " ")
	return rest != "" && (rest[0] == '(' || strings.HasPrefix(rest, "SA") || strings.HasPrefix(rest, "A") && (len(rest) == 1 || !isLetter(rest[1])))
}

// scanParts reads what stands in brackets.
func (p *pinpoint) scanParts(text string) {
	for len(p.parts) < 4 {
		part, end := scanPart(text, p.end)
		if part == "" {
			return
		}
		if part == "l" || part == "I" || part == "ll" {
			part = "1"
		}
		p.parts, p.end = append(p.parts, part), end
	}
}

// scanPart reads one part in brackets, of which the second may be lost or read
// as an l.
func scanPart(text string, at int) (part string, end int) {
	rest := text[at:]
	trimmed := strings.TrimLeft(rest, " ")
	if len(rest)-len(trimmed) > 3 || !strings.HasPrefix(trimmed, "(") {
		return "", at
	}
	inner := strings.TrimLeft(trimmed[1:], " ")
	n := 0
	for n < len(inner) && n < 4 && (isDigit(inner[n]) || isLetter(inner[n])) {
		n++
	}
	if n == 0 || n > 3 {
		return "", at
	}
	part = inner[:n]
	after := strings.TrimLeft(inner[n:], " ,")
	switch {
	case strings.HasPrefix(after, ")"):
		end = len(text) - len(after) + 1
	case n > 1 && part[n-1] == 'l': // "(fl" for "(f)"
		part, end = part[:n-1], len(text)-len(inner)+n
	case n == 1 && strings.HasPrefix(after, "("):
		end = len(text) - len(inner) + n
	default:
		return "", at
	}
	if part != "" && !isDigit(part[0]) && len(part) > 1 && strings.Trim(part, "ivx") != "" && part != "ll" {
		return "", at // a word in brackets
	}
	return part, end
}

// partOf reads parts alone as those of the last pinpoint: a figure stands for
// its first part, a letter for the last one.
func (p pinpoint) partOf(text string, last pinpoint) (pinpoint, bool) {
	p.scanParts(text)
	if len(p.parts) == 0 || last.number > 0 && len(last.parts) == 0 {
		return p, false
	}
	if last.number == 0 { // "Article (5)(1)(f)"
		p.number, _ = strconv.Atoi(p.parts[0])
		p.parts = p.parts[1:]
		return p, p.number > 0
	}
	level := 0
	if !isDigit(p.parts[0][0]) {
		level = len(last.parts) - 1
	}
	p.number, p.letter = last.number, last.letter
	p.parts = append(append([]string{}, last.parts[:level]...), p.parts...)
	return p, true
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }
