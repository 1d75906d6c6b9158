package content

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A correction puts an override's value in the place of the one that it names,
// and reports whether that was there.
type correction func(f *Facts, o *Override, quotes []Quote) (bool, error)

// corrections are the fields that a person may correct.
var corrections = map[string]correction{
	"enforcement":     correctEnforcement,
	"organisation":    correctParty,
	"action":          one(func(f *Facts) *Fact[Action] { return &f.Action }, spellWord, knownWord[Action]),
	"status":          one(func(f *Facts) *Fact[Status] { return &f.Status }, spellWord, knownWord[Status]),
	"date":            one(func(f *Facts) *Fact[Date] { return &f.Decided }, Date.String, ParseDate),
	"amount":          one(func(f *Facts) *Fact[Money] { return &f.Amount }, Money.Decimal, parsePounds),
	"previous_amount": one(func(f *Facts) *Fact[Money] { return &f.PreviousAmount }, Money.Decimal, parsePounds),
	"affected":        one(func(f *Facts) *Fact[int] { return &f.Affected }, strconv.Itoa, strconv.Atoi),
	"communications": one(func(f *Facts) *Fact[Communications] { return &f.Communications },
		Communications.Spell, ParseCommunications),
	"controls":          many(func(f *Facts) *[]Fact[Control] { return &f.Controls }, spellWord, knownWord[Control], SortControls),
	"provisions":        many(func(f *Facts) *[]Fact[Provision] { return &f.Provisions }, spellWord, ParseProvision, SortProvisions),
	"incident.type":     one(func(f *Facts) *Fact[IncidentType] { return &f.Incident }, spellWord, knownWord[IncidentType]),
	"incident.from":     one(func(f *Facts) *Fact[Date] { return &f.IncidentFrom }, Date.String, ParseDate),
	"incident.to":       one(func(f *Facts) *Fact[Date] { return &f.IncidentTo }, Date.String, ParseDate),
	"sector":            one(func(f *Facts) *Fact[Sector] { return &f.Sector }, spellWord, knownWord[Sector]),
	"organisation.role": one(func(f *Facts) *Fact[string] { return &f.Role }, spellWord, func(s string) (string, error) { return s, nil }),
}

func correctable() []string { return slices.Sorted(maps.Keys(corrections)) }

// one corrects a field that has one value. A number given by a person is meant
// as it stands.
func one[T any](of func(*Facts) *Fact[T], spell func(T) string, parse func(string) (T, error)) correction {
	return func(f *Facts, o *Override, quotes []Quote) (bool, error) {
		fact := of(f)
		if !fact.Known() || spell(fact.Value) != o.Value {
			return false, nil
		}
		if o.Correct == "" {
			*fact = Fact[T]{}
			return true, nil
		}
		v, err := parse(o.Correct)
		if err != nil {
			return false, err
		}
		corrected := Fact[T]{Value: v, Score: 1, Quotes: quotes}
		if fact.Qualifier != "" {
			corrected.Qualifier = Exact
		}
		*fact = corrected
		return true, nil
	}
}

// many corrects one of the values of a field that has several.
func many[T comparable](of func(*Facts) *[]Fact[T], spell func(T) string, parse func(string) (T, error), order func([]T)) correction {
	return func(f *Facts, o *Override, quotes []Quote) (bool, error) {
		facts := of(f)
		i := slices.IndexFunc(*facts, func(x Fact[T]) bool { return spell(x.Value) == o.Value })
		if i < 0 {
			return false, nil
		}
		rest := slices.Delete(slices.Clone(*facts), i, i+1)
		if o.Correct != "" {
			v, err := parse(o.Correct)
			if err != nil {
				return false, err
			}
			rest = append(rest, Fact[T]{Value: v, Score: 1, Quotes: quotes})
		}
		*facts = inOrder(rest, order)
		return true, nil
	}
}

// inOrder sorts facts by their values.
func inOrder[T comparable](facts []Fact[T], order func([]T)) []Fact[T] {
	values := make([]T, len(facts))
	for i, f := range facts {
		values[i] = f.Value
	}
	order(values)
	slices.SortStableFunc(facts, func(x, y Fact[T]) int { return slices.Index(values, x.Value) - slices.Index(values, y.Value) })
	return facts
}

// correctEnforcement says that a document is not about an enforcement action;
// the other way round there would be no facts to make a case of.
func correctEnforcement(f *Facts, o *Override, _ []Quote) (bool, error) {
	if o.Correct != "" {
		return false, fmt.Errorf("a document can only be said to be none: want null")
	}
	if !f.Enforcement || o.Value != "true" {
		return false, nil
	}
	f.Enforcement = false
	return true, nil
}

// correctParty names a party otherwise, or takes it out. Its other names were
// those of the wrong one.
func correctParty(f *Facts, o *Override, quotes []Quote) (bool, error) {
	i := slices.IndexFunc(f.Parties, func(x Fact[Party]) bool { return x.Value.Name == o.Value })
	if i < 0 {
		return false, nil
	}
	f.Parties = slices.Clone(f.Parties)
	if o.Correct == "" {
		f.Parties = slices.Delete(f.Parties, i, i+1)
		return true, nil
	}
	was := f.Parties[i].Value
	f.Parties[i] = Fact[Party]{Value: Party{Name: o.Correct, Amount: was.Amount, Person: was.Person}, Score: 1, Quotes: quotes}
	return true, nil
}

func spellWord[W ~string](w W) string { return string(w) }

// knownWord reads a word of the vocabulary.
func knownWord[W interface {
	~string
	Known() bool
}](s string) (W, error) {
	if w := W(s); w.Known() {
		return w, nil
	}
	return "", fmt.Errorf("content: word %q: not in taxonomy.yaml", s)
}

func parsePounds(s string) (Money, error) { return ParseDecimal(s, "GBP") }

// Spell writes communications as evidence spells them: "1345732 calls".
func (c Communications) Spell() string {
	if c.Count == 0 {
		return ""
	}
	return strings.TrimSpace(strconv.Itoa(c.Count) + " " + c.Unit)
}

// ParseCommunications reads what [Communications.Spell] writes.
func ParseCommunications(s string) (Communications, error) {
	count, unit, _ := strings.Cut(s, " ")
	n, err := strconv.Atoi(count)
	if err != nil {
		return Communications{}, fmt.Errorf("content: communications %q: want a count and its unit, as in %q", s, "1345732 calls")
	}
	return Communications{Count: n, Unit: unit}, nil
}
