package robots

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A rule allows or forbids the addresses that match its pattern.
type rule struct {
	line   string // as the file has it
	allow  bool
	parts  []string // of the pattern, between the asterisks
	ends   bool     // the pattern ends in $: nothing may follow
	length int      // of the pattern, by which rules outrank one another
}

func newRule(key, pattern string) rule {
	r := rule{line: key + ": " + pattern, allow: key == "allow"}
	pattern = escaped(pattern)
	r.length = len(pattern)
	pattern, r.ends = strings.CutSuffix(pattern, "$")
	r.parts = strings.Split(pattern, "*")
	return r
}

// matches reports whether the pattern matches the beginning of target, the
// whole of it where the pattern ends in $. Taking each part where it comes
// first is enough, and takes no more than one pass.
func (r rule) matches(target string) bool {
	rest, ok := strings.CutPrefix(target, r.parts[0])
	if !ok {
		return false
	}
	if len(r.parts) == 1 {
		return !r.ends || rest == ""
	}
	last := len(r.parts) - 1
	for _, part := range r.parts[1:last] {
		if _, rest, ok = strings.Cut(rest, part); !ok {
			return false
		}
	}
	if r.ends {
		return strings.HasSuffix(rest, r.parts[last])
	}
	return strings.Contains(rest, r.parts[last])
}

// escaped writes a pattern as addresses are written when they are asked for:
// what is not ASCII as escapes, and the digits of escapes in capitals.
func escaped(pattern string) string {
	var b strings.Builder
	for i := 0; i < len(pattern); i++ {
		c := pattern[i]
		switch {
		case c == '%' && i+2 < len(pattern) && isHex(pattern[i+1]) && isHex(pattern[i+2]):
			b.WriteString(strings.ToUpper(pattern[i : i+3]))
			i += 2
		case c >= 0x80:
			fmt.Fprintf(&b, "%%%02X", c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// longest keeps an absurd number of seconds countable.
const longest = 1e6

// seconds is a time written as a number of seconds, such as 6 or 0.5.
func seconds(value string) (time.Duration, bool) {
	n, err := strconv.ParseFloat(value, 64)
	if err != nil || !(n >= 0) {
		return 0, false
	}
	return time.Duration(min(n, longest) * float64(time.Second)), true
}
