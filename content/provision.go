package content

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// ParseProvision reads a rule as documents and people cite it and returns its
// canonical form: "UK GDPR Art 32(1)(b)", "GDPR Art 5(1)(f)" (the EU's, which
// applied to conduct before 2021), "PECR reg 22", "DPA 2018 s 155",
// "DPA 1998 s 55A", "DPA 1998 Principle 7", or an instrument alone. "Article",
// "regulation" and "section" may be spelt out, and the instrument may be given
// by its title.
func ParseProvision(s string) (Provision, error) {
	law, rest, ok := cutInstrument(strings.Join(strings.Fields(s), " "))
	if !ok {
		return "", fmt.Errorf("content: provision %q: want a law first: %s", s, strings.Join(instrumentNames(), ", "))
	}
	if rest == "" {
		return Provision(law.Name), nil
	}
	unit, pinpoint, ok := cutUnit(law, rest)
	if !ok || !validPinpoint(pinpoint) {
		return "", fmt.Errorf("content: provision %q: want %q, as in %q", s,
			law.Name+" "+strings.Join(law.Units, "|")+" NUMBER", law.Name+" "+law.Units[0]+" 22(1)(b)")
	}
	return Provision(law.Name + " " + unit + " " + pinpoint), nil
}

// Known reports whether p is a provision in canonical form.
func (p Provision) Known() bool {
	q, err := ParseProvision(string(p))
	return err == nil && p == q
}

// Instrument returns the law that p is a part of: "UK GDPR". It is empty for a
// provision of no law that the taxonomy knows.
func (p Provision) Instrument() string {
	law, _, _ := cutInstrument(string(p))
	return law.Name
}

// CompareProvisions orders provisions by citation: by law in taxonomy order,
// then by number, so that Art 5 comes before Art 32 and a law before its
// parts. Provisions of unknown laws come last.
func CompareProvisions(a, b Provision) int {
	return cmp.Or(
		slices.Compare(citationKey(a), citationKey(b)),
		strings.Compare(string(a), string(b)),
	)
}

// SortProvisions puts provisions in citation order.
func SortProvisions(ps []Provision) { slices.SortStableFunc(ps, CompareProvisions) }

// citationKey turns a provision into numbers that compare as citations do:
// the law, the unit, then each number, letter or bracketed part.
func citationKey(p Provision) []int {
	laws := words().Instruments
	law, rest, ok := cutInstrument(string(p))
	if !ok {
		return []int{len(laws)}
	}
	key := []int{slices.IndexFunc(laws, func(i instrument) bool { return i.Name == law.Name })}
	unit, pinpoint, ok := cutUnit(law, rest)
	if !ok {
		return key
	}
	key = append(key, slices.Index(law.Units, unit))
	for i := 0; i < len(pinpoint); {
		c, n := pinpoint[i], 0
		if !isDigit(c) {
			key, i = append(key, int(c)), i+1
			continue
		}
		for ; i < len(pinpoint) && isDigit(pinpoint[i]); i++ {
			n = min(n*10+int(pinpoint[i]-'0'), 1<<20)
		}
		key = append(key, n)
	}
	return key
}

// cutInstrument splits the law off the front of a citation.
func cutInstrument(s string) (law instrument, rest string, ok bool) {
	for _, i := range words().Instruments {
		for _, name := range []string{i.Name, i.Title} {
			rest, found := cutFold(s, name)
			if found && (rest == "" || rest[0] == ' ' || rest[0] == ',') {
				return i, strings.TrimLeft(rest, ", "), true
			}
		}
	}
	return instrument{}, "", false
}

// unitNames are the ways in which the parts of laws are called, by their
// canonical name; longer ones first, since "s" begins "section".
var unitNames = []struct {
	unit  string
	names []string
}{
	{"Art", []string{"articles", "article", "art.", "art"}},
	{"reg", []string{"regulations", "regulation", "reg.", "reg"}},
	{"Sch", []string{"schedule", "sch.", "sch"}},
	{"s", []string{"sections", "section", "s.", "s"}},
	{"Principle", []string{"principle"}},
}

// cutUnit splits "Article 32(1)" into the canonical unit, which must be one of
// law's, and the pinpoint without spaces.
func cutUnit(law instrument, s string) (unit, pinpoint string, ok bool) {
	for _, u := range unitNames {
		for _, name := range u.names {
			rest, found := cutFold(s, name)
			if found && slices.Contains(law.Units, u.unit) {
				return u.unit, strings.ReplaceAll(rest, " ", ""), true
			}
		}
	}
	return "", "", false
}

// validPinpoint accepts "32", "55A", "32(1)(b)" and "155(1)(a)(ii)".
func validPinpoint(s string) bool {
	head, parts, bracketed := strings.Cut(s, "(")
	number := strings.TrimRight(head, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	if number == "" || len(number) > 4 || len(head)-len(number) > 2 || strings.Trim(number, "0123456789") != "" {
		return false
	}
	if !bracketed {
		return true
	}
	inner, closed := strings.CutSuffix(parts, ")")
	if !closed {
		return false
	}
	for _, part := range strings.Split(inner, ")(") {
		if part == "" || len(part) > 4 || strings.Trim(part, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") != "" {
			return false
		}
	}
	return true
}

// cutFold cuts an ASCII prefix in any case off s.
func cutFold(s, prefix string) (rest string, ok bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

func instrumentNames() []string {
	var names []string
	for _, i := range words().Instruments {
		names = append(names, i.Name)
	}
	return names
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
