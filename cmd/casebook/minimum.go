package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"casebook/content/accuracy"
)

// A minimum is what eval must measure of a field at least.
type minimum struct {
	field string
	least float64
	text  string // as it was asked for
}

// parseMinima reads what --min was given: "amount=0.9".
func parseMinima(texts []string) ([]minimum, error) {
	var minima []minimum
	for _, text := range texts {
		field, value, _ := strings.Cut(text, "=")
		if field != accuracy.Core && !slices.Contains(evalFields(), field) {
			return nil, wrongField("--min %q: no such field", text)
		}
		least, err := strconv.ParseFloat(value, 64)
		if err != nil || !(0 <= least && least <= 1) {
			return nil, wrongField("--min %q: want FIELD=F1 with a number from 0 to 1", text)
		}
		minima = append(minima, minimum{field, least, text})
	}
	return minima, nil
}

// shortOf names the minima that a result does not reach.
func shortOf(result accuracy.Result, minima []minimum) []string {
	var short []string
	for _, m := range minima {
		if is := result.Of(m.field); float64(is) < m.least {
			short = append(short, fmt.Sprintf("%s (is %s)", m.text, is))
		}
	}
	return short
}

// evalFields are the fields that eval can list the misses of.
func evalFields() []string { return append(accuracy.Fields(), accuracy.Evidence) }

func wrongField(format string, args ...any) error {
	return &failure{
		status: statusUsage,
		err:    fmt.Errorf("eval: "+format, args...),
		hint:   "the fields are " + strings.Join(evalFields(), ", ") + ", and core for --min",
	}
}
