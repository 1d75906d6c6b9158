package content

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A Problem is one thing that is wrong, or doubtful, in a book.
type Problem struct {
	File    string // "cases/2024/advanced-computer-software-group-2024.md"
	Line    int    // from 1 where the file could not be read; 0 otherwise
	Case    string // id; "" where the file could not be read
	Field   string // "events[1].amount"
	Message string // what is wrong
	Hint    string // what to do; may be empty
	Warning bool   // for a person to look at; all else must stop a publication

	Unproven bool // the value is as it should be, but nothing proves it
}

// String writes the problem on one line: place, field, what is wrong, what to
// do.
func (p Problem) String() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
	}
	if p.File != "" {
		b.WriteString(": ")
	}
	if p.Warning {
		b.WriteString("warning: ")
	} else {
		b.WriteString("error: ")
	}
	if p.Field != "" {
		b.WriteString(printable(p.Field) + ": ")
	}
	b.WriteString(printable(p.Message))
	if p.Hint != "" {
		b.WriteString(" (" + printable(p.Hint) + ")")
	}
	return b.String()
}

// Check returns every problem of a book, in order of file, and errors before
// warnings. Texts holds the words of documents by the SHA-256 of their
// archived bytes; quotes of documents that it lacks are not looked up. Nil
// texts check everything else.
func Check(b *Book, texts map[string]Text) []Problem {
	k := &checker{texts: texts, folded: map[string]string{}}
	for _, c := range b.Cases {
		k.c, k.file = c, c.Path()
		for _, rule := range caseRules {
			rule(k)
		}
	}
	k.identities(b)
	return sortProblems(k.problems)
}

// Problems turns what [Load] refused into problems, so that one list shows
// all that is wrong with a book.
func Problems(err error) []Problem {
	var problems []Problem
	for _, e := range flatten(err) {
		p := Problem{Message: e.Error()}
		if s, ok := errors.AsType[*SyntaxError](e); ok {
			p.File, p.Line, p.Field, p.Message = s.File, s.Line, s.Key, s.Reason
			if s.Value != "" {
				p.Message = fmt.Sprintf("%q: %s", clip(s.Value, 80), s.Reason)
			}
		}
		problems = append(problems, p)
	}
	return sortProblems(problems)
}

// sortProblems orders problems by file, errors first, and otherwise leaves
// them as they were found.
func sortProblems(problems []Problem) []Problem {
	slices.SortStableFunc(problems, func(a, b Problem) int {
		switch {
		case a.File != b.File || a.Warning == b.Warning:
			return strings.Compare(a.File, b.File)
		case a.Warning:
			return 1
		}
		return -1
	})
	return problems
}

// caseRules look at one case each.
var caseRules = []func(*checker){
	(*checker).required,
	(*checker).vocabulary,
	(*checker).unknownKeys,
	(*checker).order,
	(*checker).state,
	(*checker).plausible,
	(*checker).hidden,
	(*checker).individual,
	(*checker).statutoryMaximum,
	(*checker).documents,
	(*checker).evidence,
	(*checker).proofs,
	(*checker).body,
}

// A checker collects the problems of a book, case by case.
type checker struct {
	c        *Case
	file     string
	texts    map[string]Text
	folded   map[string]string // texts with white space folded, by digest
	problems []Problem
}

func (k *checker) report(warning bool, field, hint, format string, args ...any) {
	k.problems = append(k.problems, Problem{
		File: k.file, Case: k.c.ID, Field: field, Message: fmt.Sprintf(format, args...), Hint: hint, Warning: warning,
	})
}

func (k *checker) error(field, hint, format string, args ...any) {
	k.report(false, field, hint, format, args...)
}

func (k *checker) warn(field, hint, format string, args ...any) {
	k.report(true, field, hint, format, args...)
}

// at names a field of an item in a list.
func at(list string, i int, field string) string { return fmt.Sprintf("%s[%d].%s", list, i, field) }
