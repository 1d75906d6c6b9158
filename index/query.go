package index

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"casebook/content"
)

// A Query is what a person typed, understood.
type Query struct {
	Words    []string            // must occur
	Phrases  []string            // must occur word for word
	Excluded []string            // words or phrases that must not
	Filters  map[string][]string // facet to values: one of them must hold
	Ranges   []Range
}

// A Range bounds a number or a date, both ends included; an empty end is open.
type Range struct {
	Field    string // "amount", "affected" or "date"
	From, To string // pounds, people, or ISO dates as precise as they were typed
}

// Facets are the values that cases are counted and filtered by.
var Facets = []string{"control", "sector", "action", "status", "year"}

// token is one piece of a query: -?(field:)?("phrase"|word).
var token = regexp.MustCompile(`(-?)(?:([a-z]+):)?(?:"([^"]*)"|([^\s"]+))`)

// ParseQuery reads what a person typed: words, "phrases", -exclusions,
// field:value and ranges such as amount:>1m, affected:1000..50000 and
// date:2022-01..2024. A colon after anything that is no field is part of a
// word. Errors say what the field takes.
func ParseQuery(s string) (Query, error) {
	q := Query{Filters: map[string][]string{}}
	for _, m := range token.FindAllStringSubmatch(strings.ReplaceAll(s, "“", `"`), -1) {
		minus, field, phrase, word := m[1] != "", m[2], m[3], m[4]
		value := phrase + word
		switch {
		case value == "":
		case slices.Contains(Facets, field) && !minus:
			known, err := facetValue(field, value)
			if err != nil {
				return q, err
			}
			q.Filters[field] = append(q.Filters[field], known)
		case field == "amount" || field == "affected" || field == "date":
			r, err := parseRange(field, value)
			if err != nil {
				return q, err
			}
			q.Ranges = append(q.Ranges, r)
		case field == "organisation" || field == "provision":
			q.Phrases = append(q.Phrases, value)
		case minus:
			q.Excluded = append(q.Excluded, value)
		case phrase != "":
			q.Phrases = append(q.Phrases, phrase)
		case field != "":
			q.Words = append(q.Words, field+" "+word)
		default:
			q.Words = append(q.Words, word)
		}
	}
	return q, nil
}

// facetValue finds the value that is meant: an id, or a sector in any case and
// with hyphens for spaces.
func facetValue(facet, value string) (string, error) {
	known := facetValues(facet)
	for _, v := range known {
		if strings.EqualFold(v, value) || content.Slug(v) == content.Slug(value) {
			return v, nil
		}
	}
	if facet == "year" {
		if _, err := strconv.Atoi(value); err == nil && len(value) == 4 {
			return value, nil
		}
		return "", fmt.Errorf("index: year:%s: want four digits", value)
	}
	return "", fmt.Errorf("index: %s:%s: want one of %s", facet, value, strings.Join(known, ", "))
}

func facetValues(facet string) []string {
	switch facet {
	case "control":
		return texts(content.Controls(), func(c content.ControlEntry) string { return string(c.ID) })
	case "sector":
		return texts(content.Sectors(), func(s content.Sector) string { return string(s) })
	case "action":
		return texts(content.Actions(), func(a content.Action) string { return string(a) })
	case "status":
		return texts(content.Statuses(), func(s content.Status) string { return string(s) })
	}
	return nil
}

func texts[T any](list []T, text func(T) string) []string {
	all := make([]string, len(list))
	for i, item := range list {
		all[i] = text(item)
	}
	return all
}

var number = regexp.MustCompile(`^£?(\d+(?:\.\d+)?)(k|m|bn)?$`)
var day = regexp.MustCompile(`^\d{4}(-\d{2}(-\d{2})?)?$`)

func parseRange(field, value string) (Range, error) {
	from, to, isRange := strings.Cut(value, "..")
	r := Range{Field: field, From: from, To: to}
	switch {
	case isRange:
	case strings.HasPrefix(value, ">"):
		r.From, r.To = strings.TrimLeft(value, ">="), ""
	case strings.HasPrefix(value, "<"):
		r.From, r.To = "", strings.TrimLeft(value, "<=")
	default:
		r.From, r.To = value, value
	}
	for _, end := range []*string{&r.From, &r.To} {
		if *end == "" {
			continue
		}
		plain, ok := rangeEnd(field, *end)
		if !ok {
			return r, fmt.Errorf("index: %s:%s: want %s", field, value, rangeForm[field])
		}
		*end = plain
	}
	return r, nil
}

var rangeForm = map[string]string{
	"amount":   "pounds, as in amount:>1m or amount:50k..2m",
	"affected": "people, as in affected:>1000 or affected:1000..50000",
	"date":     "dates, as in date:2024 or date:2022-01..2024-06",
}

// rangeEnd makes a plain number or date of one end.
func rangeEnd(field, end string) (string, bool) {
	if field == "date" {
		return end, day.MatchString(end)
	}
	m := number.FindStringSubmatch(strings.ToLower(strings.ReplaceAll(end, ",", "")))
	if m == nil {
		return "", false
	}
	n, err := strconv.ParseFloat(m[1], 64)
	if err != nil {
		return "", false
	}
	n *= map[string]float64{"": 1, "k": 1e3, "m": 1e6, "bn": 1e9}[m[2]]
	return strconv.FormatFloat(n, 'f', -1, 64), true
}

// holds reports whether a card's value lies in the range.
func (r Range) holds(c *card) bool {
	if r.Field == "date" { // "2024" holds all its days: only as much as was typed is compared
		return c.Date != "" && (r.From == "" || cut(c.Date, r.From) >= r.From) && (r.To == "" || cut(c.Date, r.To) <= r.To)
	}
	value := c.fine
	if r.Field == "affected" {
		value = float64(c.People)
	}
	from, _ := strconv.ParseFloat(r.From, 64)
	to, err := strconv.ParseFloat(r.To, 64)
	return value > 0 && value >= from && (err != nil || value <= to)
}

// cut shortens a date to the precision of another.
func cut(date, like string) string { return date[:min(len(date), len(like))] }
