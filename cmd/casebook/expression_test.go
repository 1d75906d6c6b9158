package main

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/rhysd/actionlint"
)

// A scope is what the expressions of a workflow see at one place, by their names
// in small letters.
type scope struct {
	values map[string]any
	failed bool // a step before
}

// with is a scope that sees one thing more.
func (s scope) with(name string, value any) scope {
	values := map[string]any{name: value}
	for k, v := range s.values {
		if k != name {
			values[k] = v
		}
	}
	return scope{values, s.failed}
}

// holds evaluates the condition of a step or job: without a word about how the
// steps before ended, they must have ended well.
func (s scope) holds(condition string) (bool, error) {
	condition = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(condition), "${{"), "}}")
	if condition == "" {
		return !s.failed, nil
	}
	value, err := s.value(condition)
	if !ofStatus.MatchString(condition) && s.failed {
		return false, err
	}
	return isTrue(value), err
}

var ofStatus = regexp.MustCompile(`\b(success|failure|always|cancelled)\(\)`)

// fill puts values in the place of the expressions in a text.
func (s scope) fill(text string) (string, error) {
	var wrong error
	filled := expressions.ReplaceAllStringFunc(text, func(e string) string {
		value, err := s.value(e[3 : len(e)-2])
		if err != nil {
			wrong = err
		}
		return word(value)
	})
	return filled, wrong
}

var expressions = regexp.MustCompile(`\$\{\{[^}]*\}\}`)

func (s scope) value(expression string) (any, error) {
	node, wrong := actionlint.NewExprParser().Parse(actionlint.NewExprLexer(expression + "}}"))
	if wrong != nil {
		return nil, fmt.Errorf("%s: %w", expression, wrong)
	}
	return s.eval(node)
}

// eval evaluates what our workflows use of the language, and knows that it does
// not know the rest.
func (s scope) eval(node actionlint.ExprNode) (any, error) {
	switch n := node.(type) {
	case *actionlint.StringNode:
		return n.Value, nil
	case *actionlint.VariableNode:
		return s.values[n.Name], nil
	case *actionlint.ObjectDerefNode:
		of, err := s.eval(n.Receiver)
		return member(of, n.Property), err
	case *actionlint.FuncCallNode:
		return s.status(n.Callee)
	case *actionlint.CompareOpNode:
		return s.compare(n)
	case *actionlint.LogicalOpNode:
		left, err := s.eval(n.Left)
		if err != nil || isTrue(left) == (n.Kind == actionlint.LogicalOpNodeKindOr) {
			return left, err
		}
		return s.eval(n.Right)
	}
	return nil, fmt.Errorf("an expression of a kind that this test does not know: %T", node)
}

func (s scope) status(name string) (any, error) {
	switch name {
	case "always":
		return true, nil
	case "failure":
		return s.failed, nil
	}
	return nil, fmt.Errorf("%s() is not known to this test", name)
}

func (s scope) compare(n *actionlint.CompareOpNode) (any, error) {
	left, err := s.eval(n.Left)
	if err != nil {
		return nil, err
	}
	right, err := s.eval(n.Right)
	same := strings.EqualFold(word(left), word(right))
	switch n.Kind {
	case actionlint.CompareOpNodeKindEq:
		return same, err
	case actionlint.CompareOpNodeKindNotEq:
		return !same, err
	}
	return nil, fmt.Errorf("an order of values is not known to this test")
}

func member(of any, name string) any {
	switch m := of.(type) {
	case map[string]any:
		return m[name]
	case map[string]string:
		for k, v := range m {
			if strings.EqualFold(k, name) {
				return v
			}
		}
	}
	return nil
}

func isTrue(value any) bool { return value != nil && value != false && value != "" }

func word(value any) string {
	if value == nil {
		return ""
	}
	return fmt.Sprint(value)
}

// TestScope holds the conditions of the workflow to what GitHub makes of such
// ones.
func TestScope(t *testing.T) {
	values := map[string]any{
		"steps": map[string]any{"casebook": map[string]any{"outcome": "success", "outputs": map[string]string{"status": "4", "public": ""}}},
		"env":   map[string]string{"CASEBOOK_COMMIT": aCommit},
	}
	for _, tt := range []struct {
		condition string
		failed    bool
		want      bool
	}{
		{"", false, true},
		{"", true, false},
		{"steps.casebook.outputs.status == '4'", false, true},
		{"steps.casebook.outputs.status == '4'", true, false},
		{"steps.casebook.outputs.public != ''", false, false},
		{"steps.nothing.outputs.public != ''", false, false},
		{"steps.casebook.outputs.status == '3' || steps.casebook.outputs.status == '4'", false, true},
		{"failure() && steps.casebook.outcome == 'failure'", true, false},
		{"failure() && steps.casebook.outcome == 'success'", true, true},
		{"failure()", false, false},
		{"always()", true, true},
	} {
		if got, err := (scope{values, tt.failed}).holds(tt.condition); got != tt.want || err != nil {
			t.Errorf("%q after a failure %t: got %t, %v, want %t", tt.condition, tt.failed, got, err, tt.want)
		}
	}
	got, err := scope{values, false}.fill("a ${{ env.CASEBOOK_COMMIT }}-${{ env.NOTHING }}-${{ steps.casebook.outputs.status }}")
	if want := "a " + aCommit + "--4"; got != want || err != nil {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
	if _, err := (scope{values, false}).fill("${{ hashFiles('a') }}"); err == nil {
		t.Error("a function that is not known has a value")
	}
}
