package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// importPolicy says which packages of ours each package may import, and
// nothing else of ours. Children of a package are named in full.
const importPolicy = `
content/durable  <
content          < content/durable
content/accuracy < content content/facts
content/facts    < content
content/link     < content
crawler/archive  < content/durable
crawler/text     <
crawler/replica  <
crawler/robots   <
crawler          < content crawler/archive crawler/robots crawler/text content/durable
index            < content content/durable
site             < content content/accuracy index
cmd/casebook     < content content/accuracy content/facts content/link crawler crawler/archive crawler/replica crawler/text content/durable index site
`

func parsePolicy(text string) map[string][]string {
	policy := map[string][]string{}
	for line := range strings.Lines(strings.TrimSpace(text)) {
		pkg, may, _ := strings.Cut(line, "<")
		policy[strings.TrimSpace(pkg)] = strings.Fields(may)
	}
	return policy
}

// violations returns what the listing ("package import import …", one package
// a line) does against policy.
func violations(policy map[string][]string, listing string) []string {
	var found []string
	for line := range strings.Lines(listing) {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		pkg := strings.TrimPrefix(words[0], "casebook/")
		may, listed := policy[pkg]
		if !listed {
			found = append(found, pkg+" is not in the policy")
		}
		for _, imported := range words[1:] {
			ours, ok := strings.CutPrefix(imported, "casebook/")
			if ok && !slices.Contains(may, ours) {
				found = append(found, pkg+" imports "+ours)
			}
		}
	}
	return found
}

func TestImportPolicy(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "casebook/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for _, v := range violations(parsePolicy(importPolicy), string(out)) {
		t.Errorf("import policy: %s", v)
	}
}

func TestImportPolicyFindsViolations(t *testing.T) {
	listing := "casebook/content strings casebook/site\ncasebook/content/facts casebook/content\ncasebook/extra\n"
	got := violations(parsePolicy(importPolicy), listing)
	want := []string{"content imports site", "extra is not in the policy"}
	if !slices.Equal(got, want) {
		t.Errorf("violations = %q, want %q", got, want)
	}
}
