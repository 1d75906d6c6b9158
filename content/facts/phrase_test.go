package facts

import (
	"os"
	"path/filepath"
	"regexp/syntax"
	"slices"
	"strings"
	"testing"
)

func TestRequirements(t *testing.T) {
	tests := []struct{ expression, want string }{
		{`(?i)\bFine[ds]?\b`, "fine"},
		{`(?i)\b(?:fine|penalt(?:y|ies)|MPN)\b`, "fine mpn penalt"},
		{`multi-? *factor`, "factor, multi"},
		{`(?:patch|password)\w*`, "ssword tch, pa"},
		{`(?:fine|a)`, ""},
		{`(?:fine)?`, ""},
		{`(?:breach){2,}`, "breach"},
		{`(?:breach)*x`, ""},
		{`\d+`, ""},
		{`the data protection act`, "protection, data, the, act"},
		{`commissioner’s`, "commissioner"},
	}
	for _, test := range tests {
		var sets []string
		tree, err := syntax.Parse(test.expression, syntax.Perl)
		if err != nil {
			t.Fatal(err)
		}
		for _, set := range requirements(tree) {
			sets = append(sets, strings.Join(set, " "))
		}
		if got := strings.Join(sets, ", "); got != test.want {
			t.Errorf("%s: got %q, want %q", test.expression, got, test.want)
		}
	}
}

func TestLexicon(t *testing.T) {
	words := []string{"he", "she", "his", "hers", "fine", "in"}
	all := []sentence{{text: "USHERS"}, {text: "a fINe"}, {text: "no"}, {text: "£his"}}
	newLexicon(words).mark(all)
	for i, want := range []string{"he she hers", "fine in", "", "his"} {
		var got []string
		for n, word := range words {
			if all[i].found[0]&(1<<n) != 0 {
				got = append(got, word)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: got %q, want %q", all[i].text, got, want)
		}
	}
}

// asks compares, for every phrase and every sentence of a text, the answer of
// the lexicon and the automata with that of the regular expression.
func asks(t *testing.T, body string) {
	t.Helper()
	all := sentences(body, flatten(body))
	theLexicon().mark(all)
	for i := range all {
		for _, p := range phrases {
			if got, want := all[i].says(p), p.regexp().MatchString(all[i].text); got != want {
				t.Errorf("%q holds %s: got %v, want %v", all[i].text, p.source, got, want)
			}
		}
	}
}

func TestLexiconChangesNoAnswer(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		asks(t, string(b))
		asks(t, strings.ToUpper(string(b)))
	}
}

func FuzzLexicon(f *testing.F) {
	for _, s := range []string{"fined £1m", "Art. 32(1) of the UK GDPR", "multi-\nfactor", "the Kelvin \u212a"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if strings.ContainsFunc(s, func(r rune) bool { return slices.Contains([]rune{'\u212a', '\u017f'}, r) }) {
			t.Skip() // folds to ASCII in a regular expression
		}
		asks(t, s)
	})
}
