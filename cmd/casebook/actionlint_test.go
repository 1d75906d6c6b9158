package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rhysd/actionlint"
	"go.yaml.in/yaml/v3"
)

// pinnedUse is an action at a commit, with the version that it is.
var pinnedUse = regexp.MustCompile(`uses: ([a-z/-]+)@([0-9a-f]{40}) # (v[0-9]+)\.[0-9]+\.[0-9]+\n`)

// lintProject is a git repository with the workflow that init writes, and with
// casebook where the workflow checks it out.
func lintProject(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if status, said := casebook(t, "init", dir); status != 0 {
		t.Fatal(said)
	}
	put(t, filepath.Join(dir, ".git/HEAD"), "ref: refs/heads/main\n")
	put(t, filepath.Join(dir, ".casebook/action.yml"), readFile(t, "../../action.yml"))
	return dir
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// lint runs actionlint over a workflow of a project. Where it knows an action by
// its version, it looks at what the action is given.
func lint(t *testing.T, dir, name, workflow string) string {
	t.Helper()
	put(t, filepath.Join(dir, name), pinnedUse.ReplaceAllString(workflow, "uses: $1@$3\n"))
	var said bytes.Buffer
	linter, err := actionlint.NewLinter(&said, &actionlint.LinterOptions{WorkingDir: dir})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := linter.LintFile(filepath.Join(dir, name), nil); err != nil {
		t.Fatal(err)
	}
	return said.String()
}

// callable makes the steps of the action a workflow that can be called, which
// actionlint understands whole.
func callable(t *testing.T, action string) string {
	t.Helper()
	var parsed struct {
		Inputs map[string]map[string]string `yaml:"inputs"`
		Runs   struct {
			Steps yaml.Node `yaml:"steps"`
		} `yaml:"runs"`
	}
	if err := yaml.Unmarshal([]byte(action), &parsed); err != nil {
		t.Fatal(err)
	}
	for _, input := range parsed.Inputs {
		input["type"] = "string"
	}
	b, err := yaml.Marshal(map[string]any{
		"on":   map[string]any{"workflow_call": map[string]any{"inputs": parsed.Inputs}},
		"jobs": map[string]any{"action": map[string]any{"runs-on": "ubuntu-24.04", "steps": &parsed.Runs.Steps}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestActionlint(t *testing.T) {
	dir := lintProject(t)
	const nightly = ".github/workflows/nightly.yml"
	workflow := readFile(t, filepath.Join(dir, nightly))
	for name, text := range map[string]string{
		nightly:                        workflow,
		".github/workflows/action.yml": callable(t, readFile(t, "../../action.yml")),
		".github/workflows/ci.yml":     readFile(t, "../../.github/workflows/ci.yml"),
	} {
		if said := lint(t, dir, name, text); said != "" {
			t.Errorf("%s:\n%s", name, said)
		}
	}
	wrong := strings.Replace(workflow, "steps.casebook.outputs.changed", "steps.casebook.outputs.change", 1)
	if said := lint(t, dir, nightly, wrong); !strings.Contains(said, `property "change" is not defined`) {
		t.Errorf("an output that the action has not is not found: %s", said)
	}
}

// TestActionsArePinned holds every action of others to a commit, with its version
// beside it, one version an action.
func TestActionsArePinned(t *testing.T) {
	commits := map[string]string{}
	for _, name := range []string{"starter/.github/workflows/nightly.yml", "../../action.yml"} {
		for line := range strings.Lines(readFile(t, name)) {
			if !strings.Contains(line, " uses: ") && !strings.Contains(line, "- uses: ") || strings.HasPrefix(line, "#") || strings.Contains(line, "uses: ./") {
				continue
			}
			use := pinnedUse.FindStringSubmatch(line)
			if use == nil {
				t.Errorf("%s: not at a commit with its version: %s", name, line)
				continue
			}
			action := strings.Join(strings.SplitN(use[1], "/", 3)[:2], "/")
			if before := commits[action]; before != "" && before != use[2] {
				t.Errorf("%s: %s at two commits", name, action)
			}
			commits[action] = use[2]
		}
	}
	if len(commits) < 6 {
		t.Errorf("got %d actions: %v", len(commits), commits)
	}
}

// TestWorkflowAsksForLittle names what each job may do, and sees that none can
// run for ever.
func TestWorkflowAsksForLittle(t *testing.T) {
	flow, faults := actionlint.Parse([]byte(readFile(t, "starter/.github/workflows/nightly.yml")))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	if len(flow.Permissions.Scopes) > 0 || flow.Permissions.All != nil {
		t.Error("the workflow has permissions of its own")
	}
	if flow.Concurrency == nil || flow.Concurrency.CancelInProgress.Value {
		t.Error("a night may be cut off by another")
	}
	want := map[string]string{"update": "contents: write", "deploy": "id-token: write, pages: write", "stopped": "issues: write"}
	for id, job := range flow.Jobs {
		var may []string
		for scope, permission := range job.Permissions.Scopes {
			may = append(may, scope+": "+permission.Value.Value)
		}
		if got := sortedLine(may); got != want[id] || job.TimeoutMinutes == nil {
			t.Errorf("%s: got %q, want %q; ends by itself: %t", id, got, want[id], job.TimeoutMinutes != nil)
		}
	}
}

func sortedLine(words []string) string {
	slices.Sort(words)
	return strings.Join(words, ", ")
}
