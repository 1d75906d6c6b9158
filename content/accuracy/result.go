package accuracy

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A Result is what a measurement came to.
type Result struct {
	Documents         int     `json:"documents"`
	Kinds             []Kind  `json:"kinds"`
	WithoutPrediction int     `json:"without_prediction"` // documents that could not be read
	WithoutEvidence   int     `json:"without_evidence"`   // values that came without a quote
	Quotes            int     `json:"quotes"`
	Verbatim          int     `json:"quotes_verbatim"`
	Core              Share   `json:"core"` // mean F1 of [CoreFields]
	Fields            []Field `json:"fields"`
}

// A Kind is how many of the documents are of one kind.
type Kind struct {
	Kind      string `json:"kind"`
	Documents int    `json:"documents"`
}

// A Field is what the values of one field came to.
type Field struct {
	Field     string `json:"field"`
	Precision Share  `json:"precision"`
	Recall    Share  `json:"recall"`
	F1        Share  `json:"f1"`
	Right     int    `json:"tp"`
	Surplus   int    `json:"fp"`
	Missing   int    `json:"fn"`
}

// A Share is a number from 0 to 1, written with three digits.
type Share float64

func (s Share) String() string { return fmt.Sprintf("%.3f", float64(s)) }

// MarshalJSON writes 0.809.
func (s Share) MarshalJSON() ([]byte, error) { return []byte(s.String()), nil }

// Result sums up what was added. A field that no label lets count is not in
// it.
func (s *Scorer) Result() Result {
	r := s.result
	for _, kind := range slices.Sorted(maps.Keys(s.kinds)) {
		r.Kinds = append(r.Kinds, Kind{kind, s.kinds[kind]})
	}
	for _, name := range Fields() {
		if c := s.counts[name]; c != nil {
			r.Fields = append(r.Fields, c.field(name))
		}
	}
	r.Core = r.core()
	return r
}

// field works out the shares. Where there is nothing to find, all of it was
// found; where nothing was read, nothing of it is wrong.
func (c counts) field(name string) Field {
	p, r := share(c.right, c.right+c.surplus, 1), share(c.right, c.right+c.missing, 1)
	f := Field{Field: name, Precision: p, Recall: r, Right: c.right, Surplus: c.surplus, Missing: c.missing}
	if p+r > 0 {
		f.F1 = 2 * p * r / (p + r)
	}
	return f
}

// share is n of all, or none where all is nothing.
func share(n, all int, none Share) Share {
	if all == 0 {
		return none
	}
	return Share(float64(n) / float64(all))
}

func (r Result) core() Share {
	var sum Share
	n := 0
	for _, f := range r.Fields {
		if slices.Contains(CoreFields(), f.Field) {
			sum += f.F1
			n++
		}
	}
	return sum / Share(max(1, n))
}

// Of returns what a minimum is set for: the F1 of a field, [Core], or the
// share of verbatim quotes for [Evidence]. Where nothing counted, it is 0.
func (r Result) Of(name string) Share {
	switch name {
	case Core:
		return r.Core
	case Evidence:
		return share(r.Verbatim, r.Quotes, 0)
	}
	for _, f := range r.Fields {
		if f.Field == name {
			return f.F1
		}
	}
	return 0
}

// Table writes the result for people, one field a line.
func (r Result) Table() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-18s %6s %6s %6s %5s %5s %5s\n", "field", "P", "R", "F1", "tp", "fp", "fn")
	for _, f := range r.Fields {
		fmt.Fprintf(&b, "%-18s %6s %6s %6s %5d %5d %5d\n", f.Field, f.Precision, f.Recall, f.F1, f.Right, f.Surplus, f.Missing)
	}
	fmt.Fprintf(&b, "core %34s, the mean F1 of %s\n", r.Core, strings.Join(CoreFields(), ", "))
	fmt.Fprintf(&b, "documents %d, without prediction %d, values without evidence %d, quotes verbatim %d of %d\n",
		r.Documents, r.WithoutPrediction, r.WithoutEvidence, r.Verbatim, r.Quotes)
	return b.String()
}
