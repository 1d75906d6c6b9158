package content

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// Withheld stands where the name of an individual stood. In a quote it stands
// for words of the document that are not repeated: the rest is verbatim.
const Withheld = "[name withheld]"

// withheldScheme begins what stands for an address that spells a name.
const withheldScheme = "withheld:"

// WithheldURL is what a case file says instead of an address that spells a
// name: the document can be recognised by it, but not found.
func WithheldURL(address string) string {
	sum := sha256.Sum256([]byte(address))
	return withheldScheme + hex.EncodeToString(sum[:8])
}

// IsWithheldURL reports whether s stands for an address that spells a name.
func IsWithheldURL(s string) bool { return strings.HasPrefix(s, withheldScheme) }

// WithoutNames returns a copy of the case in which the names of individuals
// are withheld wherever they stand. Words that describe a role are no names,
// and neither are those that name the organisation acted against, which may be
// called after its owner. Keys that casebook does not know are not looked
// through.
func (c *Case) WithoutNames(names ...string) *Case {
	var public []string
	if !c.Organisation.Person {
		public = nameWords(strings.Join(append([]string{c.Organisation.Name}, c.Organisation.Also...), " "))
	}
	n := newNames(names, public...)
	d := c.Clone()
	if n.words == nil {
		return d
	}
	d.Title, d.Body = n.hide(c.Title), n.hide(c.Body)
	d.Formerly = slices.DeleteFunc(d.Formerly, n.spelt)
	for i := range d.Documents {
		o := &d.Documents[i]
		o.Title, o.Item = n.hide(o.Title), n.hide(o.Item)
		o.URL, o.Formerly = n.address(o.URL), slices.Clone(o.Formerly)
		for k, former := range o.Formerly {
			o.Formerly[k] = n.address(former)
		}
		o.Basis = slices.DeleteFunc(slices.Clone(o.Basis), n.spelt)
	}
	for i := range d.Evidence {
		e := &d.Evidence[i]
		e.Quote = n.hide(e.Quote)
		if e.Field == "organisation" {
			e.Value = n.hide(e.Value)
		}
	}
	SortEvidence(d.Evidence)
	return d
}

// address is an address, or what stands for it where it spells a name.
func (n names) address(s string) string {
	if n.spelt(s) && !IsWithheldURL(s) {
		return WithheldURL(s)
	}
	return s
}

// names finds the words of personal names in text.
type names struct {
	words *regexp.Regexp // nil for none
	slugs []string       // of surnames, as addresses spell them
}

// initials may stand before a name and go with it.
const initials = `(?:(?-i:\p{Lu})(?:\.\s?|\s+))*`

// newNames reads names of individuals, without words that are public.
func newNames(all []string, public ...string) names {
	var n names
	var words []string
	for _, name := range all {
		parts := nameWords(name)
		for i, p := range parts {
			for _, half := range halves(p) {
				if slices.ContainsFunc(public, func(w string) bool { return strings.EqualFold(w, half) }) {
					continue
				}
				words = append(words, regexp.QuoteMeta(half))
				if i == len(parts)-1 {
					n.slugs = append(n.slugs, asciiWords(half), asciiWords(strings.NewReplacer("'", " ", "’", " ").Replace(half)))
				}
			}
		}
	}
	if len(words) == 0 {
		return n
	}
	slices.SortFunc(words, func(a, b string) int { return len(b) - len(a) })
	word := "(?:" + strings.Join(words, "|") + ")"
	n.words = regexp.MustCompile(`(?i)(^|[^\pL\pN])(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+)?` + initials + word + `(?:[\s.-]+` + initials + word + `)*($|[^\pL\pN])`)
	return n
}

// halves are a word and the parts of a double name.
func halves(word string) []string {
	out := []string{word}
	for half := range strings.SplitSeq(word, "-") {
		if half != word && len(half) > 2 {
			out = append(out, half)
		}
	}
	return out
}

// hide is s without the names. It is asked twice, since two names in a row
// share the character between them.
func (n names) hide(s string) string {
	for range 2 {
		s = n.words.ReplaceAllString(s, "${1}"+Withheld+"${2}")
	}
	return s
}

// spelt reports whether an address spells a surname.
func (n names) spelt(address string) bool {
	if plain, err := url.PathUnescape(address); err == nil {
		address = plain
	}
	words := "-" + asciiWords(address) + "-"
	return slices.ContainsFunc(n.slugs, func(s string) bool { return s != "" && strings.Contains(words, "-"+s+"-") })
}

const (
	roleNoun = `(?:\pL+-)?(?:individuals?|persons?|people|employees?|workers?|directors?|officers?|managers?|owners?|traders?|defendants?|staff|man|men|woman|women)`
	filler   = `(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|former)`
)

var (
	// inRole says that what stands for a name describes a role: in lower case
	// anywhere, or as what it begins with.
	inRole     = regexp.MustCompile(`(?:^|\s)` + roleNoun + `\b`)
	beginsRole = regexp.MustCompile(`(?i)^(?:` + filler + ` )*` + roleNoun + `(?:$|,? (?:of|at|for|in|who|with)\b)`)

	// before are words that stand before a name, and between words that stand
	// among names; none of them is one.
	before  = regexp.MustCompile(`(?i)^(?:` + filler + `|` + roleNoun + `)$`)
	between = regexp.MustCompile(`(?i)^(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady|professor|and|of|for|at)$`)
)

// RoleTitle is what a case against an individual is called, whoever it is: by
// what happened.
func RoleTitle(t IncidentType) string {
	if t == "" {
		return "Individual"
	}
	return "Individual, " + strings.ToLower(t.Label())
}

// nameWords returns the words of a personal name, the surname last, and nothing
// for a role.
func nameWords(name string) []string {
	if what, ok := strings.CutPrefix(name, "Individual, "); ok && slices.ContainsFunc(Incidents(), func(t IncidentType) bool { return what == strings.ToLower(t.Label()) }) {
		return nil
	}
	if head, tail, _ := strings.Cut(name, ","); inRole.MatchString(tail) {
		name = head // "Ashdown, director of a firm"
	}
	if inRole.MatchString(name) || beginsRole.MatchString(name) {
		return nil
	}
	var words []string
	name = strings.ToValidUTF8(strings.ReplaceAll(name, Withheld, ""), " ")
	for w := range strings.FieldsSeq(name) {
		w = strings.Trim(w, ".,;:()[]\"'’")
		if len(w) < 2 || between.MatchString(w) || len(words) == 0 && before.MatchString(w) {
			continue
		}
		words = append(words, w)
	}
	return words
}

// isName reports whether a party's name is that of a person, not of a role.
func isName(s string) bool { return len(nameWords(s)) > 0 }

// quoted reports whether a quote stands in a text, both with white space
// folded. Where a name is withheld any few words may stand.
func quoted(text, quote string) bool {
	if !strings.Contains(quote, Withheld) {
		return strings.Contains(text, quote)
	}
	parts := strings.Split(quote, Withheld)
	for i, p := range parts {
		parts[i] = regexp.QuoteMeta(p)
	}
	found, err := regexp.MatchString(strings.Join(parts, `.{1,120}?`), text)
	return found && err == nil
}
